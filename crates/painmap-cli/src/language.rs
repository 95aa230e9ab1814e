//! The argument `--language`.

use painmap::describe::Locale;

/// Reads a language's tag; where there is no such language the error lists those that there are.
pub(crate) fn language(tag: &str) -> Result<&'static Locale, String> {
    Locale::of(tag).ok_or_else(|| format!("must be one of {}", known()))
}

/// The help of the argument: what is in the language, and which ones there are.
pub(crate) fn help(what: &str) -> String {
    format!("The language of {what}: one of {}, or one with a country, as fr-CA", known())
}

fn known() -> String {
    Locale::languages().collect::<Vec<_>>().join(", ")
}
