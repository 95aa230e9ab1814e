//! A text of the input that may be a record: where it stands, and what may be wrong with it.

use std::fmt;

use painmap::PainMap;
use painmap::record::{ReadError, Reason};

/// Where a record stands: its file, and its line where the file holds many.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The file's name, safe for a terminal; "standard input" where there is none.
    pub(crate) file: String,
    pub(crate) is_standard_input: bool,
    pub(crate) line: Option<usize>,
    /// Whether there are other records, here or in other files.
    pub(crate) is_one_of_many: bool,
    /// How many texts came before it in all of the input, bad ones counted.
    pub(crate) index: u64,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(formatter, ", line {line}"))
    }
}

/// Why a record is bad: the place within it, and the reason.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) pointer: String,
    pub(crate) reason: String,
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self { pointer: error.pointer().to_owned(), reason: error.reason().to_string() }
    }
}

/// The bytes of a text, as they were read.
#[derive(Debug)]
pub(super) struct Bytes {
    /// Its line, where there are others.
    pub(super) line: Option<usize>,
    /// Only the start of what is too long.
    pub(super) held: Vec<u8>,
    pub(super) is_too_long: bool,
    /// Whether it stands in a file of one record a line.
    pub(super) is_line: bool,
}

impl Bytes {
    /// The text of at most `most` bytes.
    pub(super) fn piece(&self, most: usize) -> Result<Piece<'_>, Fault> {
        let fault = |reason| Fault { pointer: String::new(), reason };
        if self.is_too_long {
            return Err(fault(format!("larger than {most} bytes")));
        }
        let text = std::str::from_utf8(&self.held)
            .map_err(|error| fault(format!("not UTF-8 from byte {} on", error.valid_up_to() + 1)))?;
        Ok(Piece { text, is_line: self.is_line })
    }
}

/// A text that may be a record, from a file of one or of many.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    /// Whether it is one line of many, so that a line within it means nothing.
    pub(crate) is_line: bool,
}

impl Piece<'_> {
    /// The record.
    pub(super) fn record(self) -> Result<PainMap, Fault> {
        PainMap::from_json(self.text).map_err(|error| self.fault(&error))
    }

    /// The fault of a text that is no record, or no JSON.
    pub(crate) fn fault(self, error: &ReadError) -> Fault {
        let reason = match error.reason() {
            // The line within a line is always 1, which is not the line in the file.
            Reason::NotJson { column, .. } if self.is_line => format!("not JSON from column {column} on"),
            reason => reason.to_string(),
        };
        Fault { pointer: error.pointer().to_owned(), reason }
    }
}
