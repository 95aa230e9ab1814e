//! English where it is not compiled in: a page that has the texts hands them in.

use std::sync::OnceLock;

use super::Locale;

static ENGLISH: OnceLock<Locale> = OnceLock::new();
/// Until then there is not a single text.
#[cfg(not(feature = "english"))]
static NONE: Locale = Locale { texts: Vec::new() };

impl Locale {
    /// English: what [`Locale::load_english`] took, and before that a locale without texts.
    #[cfg(not(feature = "english"))]
    #[must_use]
    pub fn english() -> &'static Self {
        ENGLISH.get().unwrap_or(&NONE)
    }

    /// Takes English as its locale file has it. What is there already stays, and so does what is compiled
    /// in, with the feature `english`.
    pub fn load_english(english: Self) {
        ENGLISH.get_or_init(|| english);
    }
}
