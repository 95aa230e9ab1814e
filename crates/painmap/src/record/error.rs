//! Why a record was refused: the place as a JSON Pointer, and the reason in words.

use std::fmt;

use super::limits::{MAX_BYTES, MAX_DEPTH, MAX_OUTSIDE};
use crate::UnknownWord;
use crate::numbers::push_whole;

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
        let mut text = String::new();
        if !self.0.pointer.is_empty() {
            text.push_str("at ");
            for character in self.0.pointer.chars() {
                // A hostile member name must not reach a terminal or a log as it stands.
                if crate::strangers::is_hostile(character) {
                    text.extend(character.escape_default());
                } else {
                    text.push(character);
                }
            }
            text.push_str(": ");
        }
        self.0.reason.say(&mut text);
        formatter.write_str(&text)
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
        let mut text = String::new();
        self.say(&mut text);
        formatter.write_str(&text)
    }
}

impl Reason {
    /// Appends the reason. By hand: as much with `write!` is twice as large in the wasm.
    fn say(&self, text: &mut String) {
        let whole = |number: usize| Some(i64::try_from(number).unwrap_or(i64::MAX));
        let (before, first, between, second, after) = match *self {
            Self::NotJson { line, column } => {
                ("not JSON from line ", whole(line), ", column ", whole(column), " on")
            }
            Self::TooLarge => ("larger than ", whole(MAX_BYTES), " bytes", None, ""),
            Self::TooDeep => ("nested deeper than ", whole(MAX_DEPTH), " levels", None, ""),
            Self::OffTheView => {
                let outside = Some(i64::from(MAX_OUTSIDE));
                ("lies further than ", outside, " body units outside the view", None, "")
            }
            Self::TooLong(most) => ("is longer than ", whole(most), " characters", None, ""),
            Self::TooMany(most) => ("has more than ", whole(most), " entries", None, ""),
            Self::TooFew(least) => ("has fewer than ", whole(least), " entries", None, ""),
            Self::OutOfRange { least, most } => {
                ("must be a whole number from ", Some(least), " to ", Some(most), "")
            }
            Self::Expected(kind) => ("must be ", None, kind, None, ""),
            Self::UnknownWord(word) => return word.say(text),
            Self::Truncated => ("the text ends before the record does", None, "", None, ""),
            Self::BadText => ("a text that cannot be read", None, "", None, ""),
            Self::DuplicateMember => ("stands twice", None, "", None, ""),
            Self::Missing => ("is missing", None, "", None, ""),
            Self::DuplicateEntry => ("stands twice in its list", None, "", None, ""),
            Self::DuplicateId => ("is the id of another mark", None, "", None, ""),
            Self::NoPainBesideMarks => ("\"no pain\" cannot stand beside marks", None, "", None, ""),
            Self::FindingsByPatient => {
                ("findings are an examiner's and cannot come from a patient", None, "", None, "")
            }
            Self::ClinicianMarkByPatient => {
                ("a clinician's mark cannot come from a patient", None, "", None, "")
            }
        };
        for (words, number) in [(before, first), (between, second), (after, None)] {
            text.push_str(words);
            if let Some(number) = number {
                push_whole(number, text);
            }
        }
    }
}
