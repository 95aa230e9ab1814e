//! How much measures change when nothing has changed: what was published of drawing again.

use serde::Serialize;

/// How much a measure is known to change, or to agree, when the same person answers again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Retest {
    /// The measure.
    pub measure: &'static str,
    /// What was found.
    pub found: &'static str,
    /// Where it was published.
    pub source: &'static str,
}

/// What is known of the noise of each measure that two records are compared by.
pub const RETEST: [Retest; 4] = [
    Retest {
        measure: "overlap",
        found: "the same patients drawing again after one minute, with a stylus: Jaccard 0.62, standard deviation 0.18 (29 with low-back and 23 with neck pain)",
        source: "Leoni et al. 2013, repository.supsi.ch/2403",
    },
    Retest {
        measure: "extent",
        found: "in the same test: intraclass correlation 0.96 (0.94 to 0.98)",
        source: "Leoni et al. 2013, repository.supsi.ch/2403",
    },
    Retest {
        measure: "extent",
        found: "a change in extent hardly follows a change in pain: correlation 0.2 over 2185 drawings",
        source: "van der Veer et al. 2024, PAIN Reports 9(2):e1131",
    },
    Retest {
        measure: "intensity",
        found: "the smallest change beyond error is 2 points of 10 (standard error of measurement 1.02), in low-back pain",
        source: "Childs et al. 2005, Spine 30:1331",
    },
];

/// Changes of intensity smaller than this (points of 10) are within the noise of asking again: Childs
/// et al. 2005, Spine 30:1331, minimum detectable change in low-back pain.
pub const LEAST_CHANGE: u8 = 2;
