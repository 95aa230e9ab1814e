//! The languages that are compiled in.

use std::sync::LazyLock;

use super::Locale;

/// A language's tag, which is also the name of its file, and what is in that.
type Language = (&'static str, &'static LazyLock<Locale>);

macro_rules! language {
    ($tag:literal) => {{
        static LOCALE: LazyLock<Locale> =
            LazyLock::new(|| read(include_str!(concat!("../../../locales/", $tag, ".json"))));
        ($tag, &LOCALE)
    }};
}

static ENGLISH: Language = language!("en");

/// The languages beside English, sorted by their tags.
#[cfg(feature = "locales")]
static OTHERS: &[Language] =
    &[language!("ar"), language!("de"), language!("es"), language!("fr"), language!("pt"), language!("zh")];
#[cfg(not(feature = "locales"))]
static OTHERS: &[Language] = &[];

impl Locale {
    /// English.
    ///
    /// ```
    /// use painmap::describe::Locale;
    /// assert_eq!(Locale::english().text("say.noPain"), "No pain today.");
    /// ```
    #[must_use]
    pub fn english() -> &'static Self {
        ENGLISH.1
    }

    /// The language of a tag (BCP 47), whatever its case; of a tag with more subtags than any has here,
    /// such as `en-GB`, the one with the most of them. None where the language is not here.
    ///
    /// ```
    /// use painmap::describe::Locale;
    /// assert_eq!(Locale::of("en-GB").map(Locale::language), Some("en"));
    /// assert_eq!(Locale::of("tlh"), None);
    /// ```
    #[must_use]
    pub fn of(tag: &str) -> Option<&'static Self> {
        let mut tag = tag;
        loop {
            if let Some((_, locale)) = languages().find(|(known, _)| known.eq_ignore_ascii_case(tag)) {
                return Some(locale);
            }
            tag = tag.rsplit_once(['-', '_'])?.0;
        }
    }

    /// The tags of the languages that are here: English, and the others in the order of their tags.
    ///
    /// ```
    /// use painmap::describe::Locale;
    /// assert!(Locale::languages().any(|language| language == "en"));
    /// ```
    pub fn languages() -> impl Iterator<Item = &'static str> {
        languages().map(|(tag, _)| *tag)
    }
}

fn languages() -> impl Iterator<Item = &'static Language> {
    std::iter::once(&ENGLISH).chain(OTHERS)
}

/// A file that is compiled in; the tests read each of them.
fn read(text: &str) -> Locale {
    Locale::from_json(text).unwrap_or_else(|_| Locale { texts: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_may_have_any_number_of_subtags() {
        let tag = format!("en{}", "-x".repeat(100_000));
        assert_eq!(Locale::of(&tag).map(Locale::language), Some("en"));
        assert_eq!(Locale::of(&"-".repeat(100_000)).map(Locale::language), None);
    }
}
