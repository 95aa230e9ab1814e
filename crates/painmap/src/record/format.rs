//! The versions of the record's format. `docs/record-format.md` says what may change within one.

use crate::words::words;

words! {
    /// A version of the record's format. Every one that was ever published is here, in their order: the reader
    /// reads them all, and tests keep a file and a schema of each.
    ///
    /// ```
    /// use painmap::record::{FORMAT, Format};
    /// assert_eq!(Format::LATEST.as_str(), FORMAT);
    /// assert_eq!(Format::numbered(1), Some(Format::V1));
    /// assert_eq!(Format::numbered(0), None);
    /// ```
    pub enum Format {
        /// The first one.
        V1 = "painmap/1",
    }
}

impl Format {
    /// The one that this version of painmap writes.
    pub const LATEST: Self = Self::V1;

    /// The format of this number, from 1.
    #[must_use]
    pub fn numbered(number: usize) -> Option<Self> {
        Self::ALL.get(number.checked_sub(1)?).copied()
    }

    /// The format of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.as_str() == name)
    }
}

/// The format that this version writes; it reads this one and every earlier one.
pub const FORMAT: &str = Format::LATEST.as_str();
