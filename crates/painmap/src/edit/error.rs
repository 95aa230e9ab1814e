//! Why a command could not be carried out.

use std::fmt;

/// A command that could not be carried out; the record is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// There is no such mark, or no such path of it.
    NotFound,
    /// The record is full of marks, the mark full of paths, the note too long, or the whole larger
    /// than a reader takes.
    Full,
    /// The point or path lies off the view, or has too few or too many points.
    BadShape,
    /// A list names the same word twice.
    Duplicate,
    /// An area has no radius.
    NotASpot,
    /// There is nothing to erase from a spot.
    NotAnArea,
    /// The mark was made by another hand.
    NotYours,
    /// Only the other hand may do that: findings are a clinician's; "no pain", the history and what
    /// was there last time are the patient's.
    NotPermitted,
    /// An earlier record can't be taken over beside marks that the patient made in this one.
    AlreadyMarked,
    /// The earlier record has marks on another figure than this one.
    OtherFigure,
}

impl fmt::Display for EditError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotFound => "there is no such mark or path",
            Self::Full => "there is no room for more",
            Self::BadShape => "the place is off the view, or has too few or too many points",
            Self::Duplicate => "the same word stands twice",
            Self::NotASpot => "only a spot has a radius",
            Self::NotAnArea => "only an area can be erased from",
            Self::NotYours => "the mark was made by another hand",
            Self::NotPermitted => "only the other hand may do that",
            Self::AlreadyMarked => "this record has marks of its own",
            Self::OtherFigure => "the earlier marks were made on another figure",
        })
    }
}

impl std::error::Error for EditError {}
