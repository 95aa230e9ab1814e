//! Why a record could not be exported, or a Bundle not be imported.

use std::fmt;

use super::import::{MAX_BUNDLE_BYTES, MAX_BUNDLE_VALUES};
use crate::record::ReadError;
use crate::strangers::is_hostile;

/// Why a record has no Bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportError {
    /// The record doesn't say when it was made (or says a time that FHIR can't write), and the caller gave
    /// no moment that FHIR can write.
    NoTime,
}

impl fmt::Display for ExportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NoTime => "the record has no time that FHIR can write, and none was given for it",
        })
    }
}

impl std::error::Error for ExportError {}

/// A Bundle that could not be imported: where, and why.
///
/// ```
/// let error = painmap::exchange::fhir::from_bundle(r#"{"resourceType":"Patient"}"#).unwrap_err();
/// assert_eq!(error.pointer(), "/resourceType");
/// assert_eq!(error.to_string(), "at /resourceType: must be \"Bundle\"");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(Box<Fault>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    pointer: String,
    reason: ImportReason,
}

impl ImportError {
    pub(super) fn new(pointer: String, reason: ImportReason) -> Self {
        Self(Box::new(Fault { pointer, reason }))
    }

    /// Where the fault is, as a JSON Pointer (RFC 6901) into the Bundle; empty for all of it.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// What is wrong there.
    #[must_use]
    pub fn reason(&self) -> &ImportReason {
        &self.0.reason
    }
}

impl From<ReadError> for ImportError {
    fn from(error: ReadError) -> Self {
        Self::new(error.pointer().to_owned(), ImportReason::Json(error))
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.pointer.is_empty() {
            formatter.write_str("at ")?;
            for character in self.0.pointer.chars() {
                if is_hostile(character) {
                    write!(formatter, "{}", character.escape_default())?;
                } else {
                    write!(formatter, "{character}")?;
                }
            }
            formatter.write_str(": ")?;
        }
        self.0.reason.fmt(formatter)
    }
}

impl std::error::Error for ImportError {}

/// What is wrong with a part of a Bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportReason {
    /// The text has more bytes than [`MAX_BUNDLE_BYTES`].
    TooLarge,
    /// The text holds more values than [`MAX_BUNDLE_VALUES`].
    TooManyValues,
    /// The text is not JSON, or nests too deep, or says something twice.
    Json(ReadError),
    /// The value is of another kind than the named one.
    Expected(&'static str),
    /// No panel of painmap's is in the Bundle.
    NoPanel,
    /// Something that stands once in each Bundle of painmap's stands twice.
    Twice(&'static str),
    /// The attached record is bad.
    Record(ReadError),
    /// The record that the resources make would be larger than a record may be.
    RecordTooLarge,
    /// The record has no room for the mark, has another one of its id, or says "no pain".
    Refused(crate::record::Refusal),
}

impl fmt::Display for ImportReason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(formatter, "larger than {MAX_BUNDLE_BYTES} bytes"),
            Self::TooManyValues => write!(formatter, "holds more than {MAX_BUNDLE_VALUES} values"),
            Self::Json(error) => error.reason().fmt(formatter),
            Self::Expected(kind) => write!(formatter, "must be {kind}"),
            Self::NoPanel => {
                formatter.write_str("holds no panel of painmap's (an Observation with LOINC 97339-6)")
            }
            Self::Twice(what) => write!(formatter, "holds two {what}"),
            Self::Record(error) => write!(formatter, "the attached record is bad: {error}"),
            Self::RecordTooLarge => formatter.write_str("makes a record that is too large"),
            Self::Refused(refusal) => refusal.fmt(formatter),
        }
    }
}
