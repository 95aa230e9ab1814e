//! What can be done to a record.

use crate::anatomy::{Point, View};
use crate::record::{Course, Depth, Intensity, MarkId, PartialDate, Provocation, Quality, Radius};

/// One step of editing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Command {
    /// Adds a spot and selects it; takes "no pain" back.
    AddSpot {
        /// The view on which it was tapped.
        view: View,
        /// The place, in bu.
        at: Point,
    },
    /// Adds an area and selects it; takes "no pain" back.
    AddArea {
        /// The view on which it was drawn.
        view: View,
        /// The closed outline, in bu.
        outline: Vec<Point>,
    },
    /// Moves a spot to another place of its view, or an area by its anchor. The first point of a
    /// radiation path that began at the mark goes with it.
    Move {
        /// The mark.
        id: MarkId,
        /// Where its anchor goes, in bu.
        to: Point,
    },
    /// Sets or takes back the size of a spot.
    Resize {
        /// The mark.
        id: MarkId,
        /// The radius, where the patient gives one.
        radius: Option<Radius>,
    },
    /// Sets or takes back the intensity now.
    SetIntensity {
        /// The mark.
        id: MarkId,
        /// The rating, where one is given.
        intensity: Option<Intensity>,
    },
    /// Sets or takes back the worst intensity of the last seven days.
    SetWorstIntensity {
        /// The mark.
        id: MarkId,
        /// The rating, where one is given.
        intensity: Option<Intensity>,
    },
    /// Says what the pain feels like.
    SetQualities {
        /// The mark.
        id: MarkId,
        /// Each at most once.
        qualities: Vec<Quality>,
    },
    /// Says what brings the pain on.
    SetProvokedBy {
        /// The mark.
        id: MarkId,
        /// Each at most once.
        provoked_by: Vec<Provocation>,
    },
    /// Says how deep the pain feels.
    SetDepth {
        /// The mark.
        id: MarkId,
        /// The depth, where it is said.
        depth: Option<Depth>,
    },
    /// Says whether the pain is constant.
    SetCourse {
        /// The mark.
        id: MarkId,
        /// The course, where it is said.
        course: Option<Course>,
    },
    /// Says since when it hurts.
    SetSince {
        /// The mark.
        id: MarkId,
        /// The date, where it is said.
        since: Option<PartialDate>,
    },
    /// Writes the mark's note; an empty one is taken away. Writing on is one step of undo.
    SetNote {
        /// The mark.
        id: MarkId,
        /// At most 4000 characters.
        note: String,
    },
    /// Adds a path along which the pain spreads.
    AddRadiation {
        /// The mark.
        id: MarkId,
        /// The view on which the path lies.
        view: View,
        /// At least one point, from the mark outwards.
        path: Vec<Point>,
    },
    /// Takes a path away.
    DeleteRadiation {
        /// The mark.
        id: MarkId,
        /// Which of the mark's paths, from 0.
        index: usize,
    },
    /// Takes a mark away.
    Delete {
        /// The mark.
        id: MarkId,
    },
    /// Takes away all that this editor's hand may take away, and "no pain".
    Clear,
    /// Says "no pain", which takes the marks away, or takes it back.
    SetNoPain(bool),
    /// Writes the note on the whole record; an empty one is taken away. Writing on is one step of
    /// undo.
    SetRecordNote(String),
}

impl Command {
    /// The mark that the command is about, where it is about one that exists.
    #[must_use]
    pub fn mark(&self) -> Option<&MarkId> {
        match self {
            Self::Move { id, .. }
            | Self::Resize { id, .. }
            | Self::SetIntensity { id, .. }
            | Self::SetWorstIntensity { id, .. }
            | Self::SetQualities { id, .. }
            | Self::SetProvokedBy { id, .. }
            | Self::SetDepth { id, .. }
            | Self::SetCourse { id, .. }
            | Self::SetSince { id, .. }
            | Self::SetNote { id, .. }
            | Self::AddRadiation { id, .. }
            | Self::DeleteRadiation { id, .. }
            | Self::Delete { id } => Some(id),
            Self::AddSpot { .. }
            | Self::AddArea { .. }
            | Self::Clear
            | Self::SetNoPain(_)
            | Self::SetRecordNote(_) => None,
        }
    }
}
