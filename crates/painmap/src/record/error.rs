//! Why a record was refused: the place as a JSON Pointer, and the reason in words.

use std::fmt::{self, Write};

use crate::UnknownWord;

/// A record that could not be read: where, and why.
///
/// ```
/// let error = painmap::PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":11}]}"#).unwrap_err();
/// assert_eq!(error.pointer(), "/marks/0/intensity");
/// assert_eq!(error.to_string(), "at /marks/0/intensity: must be a whole number from 0 to 10");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError(Box<Fault>);

/// On the heap: errors are rare, and every `?` moves one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fault {
    pointer: String,
    reason: Reason,
}

impl ReadError {
    pub(crate) fn new(pointer: String, reason: Reason) -> Self {
        Self(Box::new(Fault { pointer, reason }))
    }

    /// Where the fault is, as a JSON Pointer (RFC 6901); empty for the record as a whole.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// What is wrong there.
    #[must_use]
    pub fn reason(&self) -> &Reason {
        &self.0.reason
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.pointer.is_empty() {
            // A hostile member name must not reach a terminal or a log as it stands.
            formatter.write_str("at ")?;
            for character in self.0.pointer.chars() {
                if crate::strangers::is_hostile(character) {
                    write!(formatter, "{}", character.escape_default())?;
                } else {
                    formatter.write_char(character)?;
                }
            }
            formatter.write_str(": ")?;
        }
        self.0.reason.fmt(formatter)
    }
}

impl std::error::Error for ReadError {}

/// What is wrong with a part of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The text is not JSON from this line and column on (both counted from 1).
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
    },
    /// The text ends before the record does.
    Truncated,
    /// A text cannot be read: a lone surrogate in an escape, say.
    BadText,
    /// The record has more than [`MAX_BYTES`](super::limits::MAX_BYTES) bytes.
    TooLarge,
    /// Lists and objects nest deeper than [`MAX_DEPTH`](super::limits::MAX_DEPTH).
    TooDeep,
    /// A member stands twice in one object.
    DuplicateMember,
    /// A required member is missing.
    Missing,
    /// The value is of another kind than the named one.
    Expected(&'static str),
    /// The value is not one of the known words.
    UnknownWord(UnknownWord),
    /// Not a whole number in this range.
    OutOfRange {
        /// The least that is allowed.
        least: i64,
        /// The most that is allowed.
        most: i64,
    },
    /// The point lies further from the view's box than [`MAX_OUTSIDE`](super::limits::MAX_OUTSIDE).
    OffTheView,
    /// A text has more characters than this.
    TooLong(usize),
    /// A list has more entries than this.
    TooMany(usize),
    /// A list has fewer entries than this.
    TooFew(usize),
    /// An entry stands twice in a list whose entries differ.
    DuplicateEntry,
    /// Another mark has this id.
    DuplicateId,
    /// "No pain" beside marks.
    NoPainBesideMarks,
    /// A patient's submission carries an examiner's findings.
    FindingsByPatient,
    /// A patient's submission carries a mark that a clinician made.
    ClinicianMarkByPatient,
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One `write!` for all that tell a number: each of its own would weigh more in the wasm than its
        // words.
        let (before, number, after) = match *self {
            Self::NotJson { line, column } => {
                write!(formatter, "not JSON from line {line}, ")?;
                ("column ", column, " on")
            }
            Self::TooLarge => ("larger than ", super::limits::MAX_BYTES, " bytes"),
            Self::TooDeep => ("nested deeper than ", super::limits::MAX_DEPTH, " levels"),
            Self::OffTheView => {
                let outside = super::limits::MAX_OUTSIDE.unsigned_abs() as usize;
                ("lies further than ", outside, " body units outside the view")
            }
            Self::TooLong(most) => ("is longer than ", most, " characters"),
            Self::TooMany(most) => ("has more than ", most, " entries"),
            Self::TooFew(least) => ("has fewer than ", least, " entries"),
            Self::Expected(kind) => {
                formatter.write_str("must be ")?;
                return formatter.write_str(kind);
            }
            Self::UnknownWord(word) => return word.fmt(formatter),
            Self::OutOfRange { least, most } => {
                return write!(formatter, "must be a whole number from {least} to {most}");
            }
            Self::Truncated => return formatter.write_str("the text ends before the record does"),
            Self::BadText => return formatter.write_str("a text that cannot be read"),
            Self::DuplicateMember => return formatter.write_str("stands twice"),
            Self::Missing => return formatter.write_str("is missing"),
            Self::DuplicateEntry => return formatter.write_str("stands twice in its list"),
            Self::DuplicateId => return formatter.write_str("is the id of another mark"),
            Self::NoPainBesideMarks => {
                return formatter.write_str("\"no pain\" cannot stand beside marks");
            }
            Self::FindingsByPatient => {
                return formatter.write_str("findings are an examiner's and cannot come from a patient");
            }
            Self::ClinicianMarkByPatient => {
                return formatter.write_str("a clinician's mark cannot come from a patient");
            }
        };
        write!(formatter, "{before}{number}{after}")
    }
}
