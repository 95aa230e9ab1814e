//! Why there is no document, or no file of it.

use std::fmt;

use painmap::scene::NoDrawing;

/// Why there is no document, or no file of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The atlas has no drawing for the record's figure.
    NoDrawing(NoDrawing),
    /// None of the fonts has these letters; each stands here once, at most twelve of them.
    NoLetters(String),
    /// What was given as a font is none.
    NoFont,
    /// No record was given.
    NoRecord,
    /// More pixels than [`MAX_PIXELS`](crate::MAX_PIXELS), or wider than [`MAX_WIDTH`](crate::MAX_WIDTH).
    TooLarge,
    /// The file could not be written; this is what the library that writes it said.
    NotWritten(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDrawing(none) => none.fmt(formatter),
            Self::NoLetters(letters) => {
                write!(formatter, "no font has the letters {letters}: give one that has them")
            }
            Self::NoFont => formatter.write_str("this is no TrueType or OpenType font"),
            Self::NoRecord => formatter.write_str("there is no record"),
            Self::TooLarge => formatter.write_str("the picture would have too many pixels"),
            Self::NotWritten(reason) => write!(formatter, "the file can't be written: {reason}"),
        }
    }
}

impl std::error::Error for Fault {}

impl From<NoDrawing> for Fault {
    fn from(none: NoDrawing) -> Self {
        Self::NoDrawing(none)
    }
}
