//! What the files of www/dist may weigh together, as brotli bytes.
//!
//! A page loads files in three waves; each budget names the files of its wave and of the ones
//! before; one names those of a module. The last one takes every file, so a new file always counts somewhere.

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

/// Loaded for one language other than English, one file each.
pub(crate) const LANGUAGES: &[&str] = &["locales/*"];

/// Patient mode, posterior view, English, ready to tap.
const FIRST_PAINT: &[&str] = &["*"];
/// The other views.
const ALL_VIEWS: &[&str] = &["*", "views/**"];
/// The clinician's muscles and patterns.
const MUSCLES: &[&str] = &["atlas/muscle_atlas*"];
const EVERYTHING: &[&str] = &["**"];

/// From the smallest to the whole, and a module by itself.
pub(crate) const BUDGETS: [Budget; 4] = [
    Budget { what: "first paint", bytes: 60_000, files: FIRST_PAINT },
    Budget { what: "patient mode, all views", bytes: 90_000, files: ALL_VIEWS },
    Budget { what: "muscles and patterns", bytes: 40_000, files: MUSCLES },
    Budget { what: "everything but languages", bytes: 180_000, files: EVERYTHING },
];
