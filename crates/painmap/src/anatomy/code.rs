//! Codes: what other systems call a region or a muscle. Only codes that were read in their source are here.

use super::region::RegionId;
use super::tables::regions::{CONCEPT_OF, CONCEPTS};
use crate::words::words;

words! {
    /// A system of anatomical codes whose licence lets anyone use them.
    pub enum CodeSystem {
        /// UBERON, the cross-species anatomy ontology (CC BY 3.0).
        Uberon = "uberon",
        /// The Foundational Model of Anatomy.
        Fma = "fma",
        /// SNOMED CT, limited to the Global Patient Set (CC BY 4.0).
        Snomed = "snomed",
    }
}

impl CodeSystem {
    /// Its name as people write it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Uberon => "UBERON",
            Self::Fma => "FMA",
            Self::Snomed => "SNOMED CT",
        }
    }

    /// The address that names the system in exchange formats.
    #[must_use]
    pub const fn uri(self) -> &'static str {
        match self {
            Self::Uberon => "http://purl.obolibrary.org/obo/uberon.owl",
            Self::Fma => "http://purl.org/sig/ont/fma",
            Self::Snomed => "http://snomed.info/sct",
        }
    }
}

/// What a region or a muscle is, or lies in, in the words of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Concept {
    /// The concept's name.
    pub name: &'static str,
    /// Whether the region or muscle is the concept; else it is a part of it, and no narrower one was verified.
    pub exact: bool,
    /// Whether its codes were read in a program that uses them, and not in the system itself.
    pub secondary: bool,
    codes: [Option<&'static str>; 3],
}

impl Concept {
    /// A concept with its codes: UBERON, FMA, SNOMED CT.
    pub(super) const fn new(
        name: &'static str,
        exact: bool,
        secondary: bool,
        codes: [Option<&'static str>; 3],
    ) -> Self {
        Self { name, exact, secondary, codes }
    }

    /// The concept's code in a system; none where none was verified.
    #[must_use]
    pub const fn code(&self, system: CodeSystem) -> Option<&'static str> {
        let [uberon, fma, snomed] = self.codes;
        match system {
            CodeSystem::Uberon => uberon,
            CodeSystem::Fma => fma,
            CodeSystem::Snomed => snomed,
        }
    }
}

impl RegionId {
    /// The narrowest published concept that is the region or holds it; none where none was verified.
    ///
    /// ```
    /// use painmap::anatomy::{CodeSystem, RegionId};
    /// let flank: RegionId = "flank".parse()?;
    /// let concept = flank.concept().unwrap();
    /// assert!(concept.exact);
    /// assert_eq!(concept.code(CodeSystem::Snomed), Some("58602004"));
    /// assert_eq!(concept.code(CodeSystem::Uberon), None);
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    #[must_use]
    pub fn concept(self) -> Option<Concept> {
        let (concept, exact) = CONCEPT_OF.get(self.index()).copied().flatten()?;
        let row = CONCEPTS.get(usize::from(concept))?;
        Some(Concept::new(row.name, exact, false, [row.uberon, row.fma, row.snomed]))
    }
}
