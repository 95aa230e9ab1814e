//! Tests of the locale files, and of what becomes of their texts.

#[cfg(feature = "locales")]
mod files;
#[cfg(feature = "locales")]
mod sides;
#[cfg(feature = "english")]
mod words;
