//! What can be done to a record.

use crate::PainMap;
use crate::anatomy::{Point, View};
use crate::record::{
    Course, Depth, Findings, History, Intensity, MarkId, PartialDate, Provocation, Quality, Radius,
};

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
    /// Paints a stroke with a round brush: onto an area of the same view that it meets, or else as a
    /// new area, which is selected and takes "no pain" back. Only what is on the body counts, and a
    /// stroke that meets the body nowhere is refused.
    ///
    /// An area is a closed outline that never crosses itself, and can't hold a hole: what the stroke
    /// closes in is filled. An outline reaches at most 24 bu (4 mm of a person 1.70 m tall) further than
    /// the brush.
    ///
    /// Where the outline of the body parts what was painted, the part with what was painted earlier is the
    /// mark, or of a new area the largest part. The others become marks of their own with the same
    /// answers, but without paths and findings; new ones of up to four cells of 20 bu are dropped.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::{Figure, Point, View}, edit::{Command, Editor}, record::Author};
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// let paint = |from, to, onto| Command::Paint {
    ///     view: View::Posterior,
    ///     stroke: vec![Point::new(from, 3000), Point::new(to, 3000)],
    ///     radius: 100,
    ///     onto,
    /// };
    /// editor.apply(paint(-300, -100, None))?;
    /// let id = editor.selected().map(|mark| mark.id().clone());
    /// editor.apply(paint(-150, 200, id.clone()))?;
    /// assert_eq!(editor.map().marks().len(), 1, "the area grew");
    /// editor.apply(paint(500, 600, id))?;
    /// assert_eq!(editor.map().marks().len(), 2, "another area began elsewhere");
    /// # Ok::<(), painmap::edit::EditError>(())
    /// ```
    Paint {
        /// The view on which it was painted.
        view: View,
        /// The points along which the brush went, in bu: 1 to 2000, not more than 50 times the stature.
        stroke: Vec<Point>,
        /// The radius of the brush, in bu: from [`MIN_BRUSH`](super::MIN_BRUSH) to
        /// [`MAX_BRUSH`](super::MAX_BRUSH); what is outside counts as the nearer of them.
        radius: u16,
        /// The area that grows where the stroke meets it; a spot never grows.
        onto: Option<MarkId>,
    },
    /// Erases a stroke from an area. The largest part that is left is the mark; others of more than
    /// four cells of 20 bu become marks of their own with the same answers, but without paths and
    /// findings. Where nothing is left, the mark is deleted. An outline can't hold a hole: one that is
    /// erased in the middle of an area is filled again.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::{Figure, Point, View}, edit::{Command, Editor}, record::Author};
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// let across = |y| vec![Point::new(-300, y), Point::new(300, y)];
    /// let down = vec![Point::new(0, 2500), Point::new(0, 3500)];
    /// editor.apply(Command::Paint { view: View::Posterior, stroke: down, radius: 120, onto: None })?;
    /// let id = editor.selected().map(|mark| mark.id().clone()).ok_or("nothing painted")?;
    /// editor.apply(Command::Erase { id, stroke: across(3000), radius: 60 })?;
    /// assert_eq!(editor.map().marks().len(), 2, "the area was cut in two");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Erase {
        /// The mark.
        id: MarkId,
        /// The points along which the brush went, in bu, as in painting.
        stroke: Vec<Point>,
        /// The radius of the brush, in bu, as in painting.
        radius: u16,
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
    /// Says how strong the pain is where it spreads to, or takes that back.
    SetRadiationIntensity {
        /// The mark.
        id: MarkId,
        /// Which of the mark's paths, from 0.
        index: usize,
        /// The rating, where one is given.
        intensity: Option<Intensity>,
    },
    /// Sets or takes back what an examiner found at a mark of either hand. A clinician's alone.
    SetFindings {
        /// The mark.
        id: MarkId,
        /// The findings; those that say nothing are taken away.
        findings: Option<Findings>,
    },
    /// Takes a mark away.
    Delete {
        /// The mark.
        id: MarkId,
    },
    /// Takes away all marks of this editor's hand and, where it is the patient's, "no pain".
    Clear,
    /// Says "no pain", which takes the marks away, or takes it back. The patient's alone.
    SetNoPain(bool),
    /// Sets or takes back the history; one that says nothing is taken away. The patient's alone.
    SetHistory(Option<History>),
    /// "Same as last time": takes over an earlier record of this patient. The patient's alone.
    ///
    /// The patient's marks come in under ids of their own, with all answers and paths, but without
    /// findings and without members that this version doesn't know: those were said of another day.
    /// "No pain" comes likewise, and the history where there is none. An untouched record goes over
    /// to the figure of the earlier one; marks on another figure are else refused, as is the whole
    /// where the patient has marked something already.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::Figure, edit::{Command, Editor}, record::Author};
    /// let last_time = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"a","kind":"spot",
    ///     "view":"posterior","at":[-600,1790],"intensity":7,"findings":{"tautBand":true}}]}"#)?;
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// editor.apply(Command::Adopt(Box::new(last_time)))?;
    /// let mark = editor.map().marks().next().ok_or("no mark")?;
    /// assert_eq!((mark.id().as_str(), mark.intensity.map(|now| now.get())), ("m1", Some(7)));
    /// assert_eq!(mark.findings, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Adopt(Box<PainMap>),
    /// Writes the note on the whole record; an empty one is taken away. Writing on is one step of
    /// undo.
    SetRecordNote(String),
}

impl Command {
    /// Whether a tap or a key gives it.
    pub(super) fn is_a_tap(&self) -> bool {
        matches!(
            self,
            Self::AddSpot { .. }
                | Self::Move { .. }
                | Self::AddRadiation { .. }
                | Self::DeleteRadiation { .. }
                | Self::Delete { .. }
                | Self::Clear
                | Self::SetNoPain(_)
        )
    }

    /// The mark that the command is about, where it is about one that exists.
    #[must_use]
    pub fn mark(&self) -> Option<&MarkId> {
        match self {
            Self::Paint { onto, .. } => onto.as_ref(),
            Self::Move { id, .. }
            | Self::Erase { id, .. }
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
            | Self::SetRadiationIntensity { id, .. }
            | Self::SetFindings { id, .. }
            | Self::Delete { id } => Some(id),
            Self::AddSpot { .. }
            | Self::AddArea { .. }
            | Self::Clear
            | Self::SetNoPain(_)
            | Self::SetHistory(_)
            | Self::Adopt(_)
            | Self::SetRecordNote(_) => None,
        }
    }
}
