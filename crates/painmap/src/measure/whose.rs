//! Whose marks are measured.

use crate::record::{Author, Mark, PainMap};
use crate::words::words;

words! {
    /// Whose marks are measured. What a clinician marked on examination is another thing than where
    /// the patient said it hurts, so the two are not mixed unless that is asked for.
    pub enum Whose {
        /// The patient's, and those of which the record does not say who made them; the default.
        Patient = "patient",
        /// The clinician's.
        Clinician = "clinician",
        /// All of them.
        Both = "both",
    }
}

impl Whose {
    /// Whether a mark is among them.
    #[must_use]
    pub fn has(self, mark: &Mark) -> bool {
        let by_clinician = mark.by == Some(Author::Clinician);
        match self {
            Self::Patient => !by_clinician,
            Self::Clinician => by_clinician,
            Self::Both => true,
        }
    }

    /// The marks that are among them, in the record's order.
    pub(super) fn marks(self, map: &PainMap) -> impl Iterator<Item = &Mark> + Clone {
        map.marks().filter(move |mark| self.has(mark))
    }
}
