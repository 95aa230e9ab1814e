//! The words of a language: a flat JSON object with a text for each key, and what is put into the texts.
//!
//! The files are in `crates/painmap/locales`; a page may hand in its own.

#[cfg(feature = "english")]
mod built_in;
mod fill;
mod handed_in;
#[cfg(test)]
mod tests;

use super::joined;
use crate::record::{Json, Place, ReadError, Reason};
pub use fill::capitalised;
pub(super) use fill::{fill, placeholder};

/// The texts of a language by their keys.
///
/// ```
/// use painmap::describe::Locale;
/// let locale = Locale::from_json(r#"{"language":"fr","say.rating":"{intensity} sur 10"}"#)?;
/// assert_eq!(locale.language(), "fr");
/// assert_eq!(locale.fill("say.rating", &[("intensity", "7")]), "7 sur 10");
/// assert_eq!(locale.text("say.nothing"), "");
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// Sorted by key, each key once.
    texts: Vec<(String, Json)>,
}

impl Locale {
    /// Reads a locale file: an object whose members are texts, plural forms (an object of texts by their
    /// category) or true and false.
    ///
    /// # Errors
    /// A [`ReadError`] that names the place and the reason, where the text is not such an object or has
    /// more than [`MAX_BYTES`](crate::record::limits::MAX_BYTES) bytes.
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let texts = Json::read(text, None, 0, Self::texts)?;
        Ok(Self { texts })
    }

    fn texts(json: Json, root: &Place<'_>) -> Vec<(String, Json)> {
        let Json::Members(texts) = json else {
            root.refuse(Reason::Expected("an object of texts"));
            return Vec::new();
        };
        for (key, value) in &texts {
            let is_text = |value: &Json| matches!(value, Json::Text(_));
            let is_good = match value {
                Json::Members(forms) => forms.iter().all(|(_, form)| is_text(form)),
                value => is_text(value) || matches!(value, Json::Bool(_)),
            };
            if !is_good {
                Place::Member(root, key).refuse(Reason::Expected("a text, or plural forms of it"));
            }
        }
        texts
    }

    /// The language's tag (BCP 47), such as `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.text("language")
    }

    /// The text of a key, with its placeholders; of plural forms the one called `other`. Empty where
    /// there is none.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        match member(&self.texts, key) {
            Some(Json::Text(text)) => text,
            Some(Json::Members(forms)) => match member(forms, "other") {
                Some(Json::Text(text)) => text,
                _ => "",
            },
            _ => "",
        }
    }

    /// The text of a key with a value in the place of each `{name}`. What the values hold stays as it is,
    /// and so does a placeholder without a value.
    #[must_use]
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.text(key), values)
    }

    /// The text of a word of the record in a family of keys.
    pub(crate) fn word(&self, family: &str, word: &str) -> &str {
        self.text(&joined(&[family, word], ""))
    }

    /// `a`, `a and b`, `a, b and c`.
    pub(super) fn and(&self, mut words: Vec<String>) -> String {
        match words.pop() {
            Some(last) if !words.is_empty() => {
                let list = joined(&words, self.text("say.comma"));
                self.fill("say.and", &[("list", &list), ("last", &last)])
            }
            last => last.unwrap_or_default(),
        }
    }
}

fn member<'j>(members: &'j [(String, Json)], name: &str) -> Option<&'j Json> {
    let index = members.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
    members.get(index).map(|(_, value)| value)
}
