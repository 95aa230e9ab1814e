//! What the files of www/dist may weigh together, as brotli bytes.
//!
//! A page loads files in three waves; each budget names the files of its wave and of the ones
//! before. The last one takes every file, so a new file always counts somewhere.

/// A total that must not be passed.
#[derive(Debug)]
pub(crate) struct Budget {
    /// What a page can do with these files.
    pub(crate) what: &'static str,
    /// The most that they may weigh.
    pub(crate) bytes: usize,
    /// Patterns of paths in www/dist; `*` stops at a slash, `**` does not.
    pub(crate) files: &'static [&'static str],
}

/// Never loaded by a page.
pub(crate) const NOT_LOADED: &[&str] = &["**/*.d.ts", "**/*.map"];

/// The class without its definition, for those who name the element themselves: a page that loads it does
/// not load `pain-map.js`, which holds the same.
pub(crate) const OTHER_DOOR: &[&str] = &["element.js"];

/// Loaded for one language other than English, one file each.
pub(crate) const LANGUAGES: &[&str] = &["locales/[!e]*", "locales/es*"];

/// Patient mode, posterior view, English, ready to tap.
const FIRST_PAINT: &[&str] = &["pain-map.js", "pain_map*", "locales/en.js"];
/// The questions and the other views.
const ALL_VIEWS: &[&str] = &[
    "pain-map.js",
    "pain_map*",
    "locales/en.js",
    "locales/en-more.js",
    "interface/asking.js",
    "parts/parts.js",
    "parts/shared.wasm",
    "parts/asking.wasm",
    "views/*-neutral.atlas",
    "views/*.js",
];
/// What a page loads beside: where it keeps drafts, where a patient takes the brush, opens the help or is
/// asked for the history, and all that a clinician may need.
const EVERYTHING: &[&str] = &["**"];

/// From the smallest to the whole.
pub(crate) const BUDGETS: [Budget; 3] = [
    Budget { what: "first paint", bytes: 60_000, files: FIRST_PAINT },
    Budget { what: "patient mode, all views", bytes: 90_000, files: ALL_VIEWS },
    Budget { what: "everything but languages", bytes: 180_000, files: EVERYTHING },
];
