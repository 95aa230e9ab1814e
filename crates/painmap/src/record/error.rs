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

impl ReadError {
    /// The place and the reason in words, as `to_string` writes them.
    ///
    /// ```
    /// let error = painmap::PainMap::from_json("[").unwrap_err();
    /// assert_eq!(error.message(), "the text ends before the record does");
    /// ```
    #[must_use]
    pub fn message(&self) -> String {
        let mut text = String::new();
        if !self.0.pointer.is_empty() {
            text.push_str("at ");
            for character in self.0.pointer.chars() {
                // A hostile member name must not reach a terminal or a log as it stands.
                if crate::strangers::is_hostile(character) {
                    push_escaped(character, &mut text);
                } else {
                    text.push(character);
                }
            }
            text.push_str(": ");
        }
        self.0.reason.say(&mut text);
        text
    }
}

/// Appends a character as `escape_default` writes it, such as `\n` or `\u{202e}`.
fn push_escaped(character: char, text: &mut String) {
    text.push('\\');
    let letter = match character {
        '\t' => 't',
        '\n' => 'n',
        '\r' => 'r',
        _ => 'u',
    };
    text.push(letter);
    if letter == 'u' {
        text.push('{');
        let code = u32::from(character);
        let mut shift = 20;
        while shift > 0 && code >> shift == 0 {
            shift -= 4;
        }
        loop {
            text.extend(char::from_digit(code >> shift & 15, 16));
            if shift == 0 {
                break;
            }
            shift -= 4;
        }
        text.push('}');
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message())
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
        let whole = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        // A number stands in for each `#`.
        let (words, first, second) = match *self {
            Self::NotJson { line, column } => {
                ("not JSON from line #, column # on", whole(line), whole(column))
            }
            Self::TooLarge => ("larger than # bytes", whole(MAX_BYTES), 0),
            Self::TooDeep => ("nested deeper than # levels", whole(MAX_DEPTH), 0),
            Self::OffTheView => {
                ("lies further than # body units outside the view", i64::from(MAX_OUTSIDE), 0)
            }
            Self::TooLong(most) => ("is longer than # characters", whole(most), 0),
            Self::TooMany(most) => ("has more than # entries", whole(most), 0),
            Self::TooFew(least) => ("has fewer than # entries", whole(least), 0),
            Self::OutOfRange { least, most } => ("must be a whole number from # to #", least, most),
            Self::Expected(kind) => {
                text.push_str("must be ");
                (kind, 0, 0)
            }
            Self::UnknownWord(word) => return word.say(text),
            Self::Truncated => ("the text ends before the record does", 0, 0),
            Self::BadText => ("a text that cannot be read", 0, 0),
            Self::DuplicateMember => ("stands twice", 0, 0),
            Self::Missing => ("is missing", 0, 0),
            Self::DuplicateEntry => ("stands twice in its list", 0, 0),
            Self::DuplicateId => ("is the id of another mark", 0, 0),
            Self::NoPainBesideMarks => ("\"no pain\" cannot stand beside marks", 0, 0),
            Self::FindingsByPatient => ("findings are an examiner's and cannot come from a patient", 0, 0),
            Self::ClinicianMarkByPatient => ("a clinician's mark cannot come from a patient", 0, 0),
        };
        let mut numbers = [first, second].into_iter();
        for character in words.chars() {
            match character {
                '#' => push_whole(numbers.next().unwrap_or_default(), text),
                _ => text.push(character),
            }
        }
    }
}
