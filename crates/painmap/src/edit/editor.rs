//! The state machine: a record, a selection, and the way back.

use std::sync::Arc;

use super::Command;
use super::change::{answer, reach};
use super::error::EditError;
use super::step::Step;
use super::whole::is_by;
use crate::anatomy::{ATLAS_VERSION, Crop, View};
use crate::record::{Author, Mark, MarkId, Moment, PainMap};

/// How many steps can be undone.
pub const MAX_UNDO: usize = 200;

/// Edits one record in one person's hand.
///
/// ```
/// use painmap::anatomy::{Figure, Point, View};
/// use painmap::edit::{Command, Editor};
/// use painmap::{PainMap, record::{Author, Intensity}};
/// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
/// editor.apply(Command::AddSpot { view: View::Posterior, at: Point::new(-600, 1790) })?;
/// let id = editor.selected().unwrap().id().clone();
/// editor.apply(Command::SetIntensity { id, intensity: Intensity::new(7) })?;
/// editor.undo();
/// assert_eq!(editor.map().marks().next().unwrap().intensity, None);
/// # Ok::<(), painmap::edit::EditError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Editor {
    pub(super) map: PainMap,
    pub(super) author: Author,
    pub(super) selected: Option<MarkId>,
    pub(super) done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last command wrote on, so that typing a note is one step.
    pub(super) writing: Option<Writing>,
    /// No less than the bytes of all that is not weighed piece by piece: those of the whole record at
    /// the start, and after each command that brings in something of that kind.
    pub(super) weighed: usize,
}

/// What is written on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writing {
    Mark(MarkId),
    Record,
}

/// What carries a command out, about the mark at an index or about the whole; says whether it changed anything.
type CarryOut = fn(&mut Editor, Option<usize>, Command) -> Result<bool, EditError>;
/// What changes a mark.
type Change = fn(&mut Mark, Command) -> Result<bool, EditError>;

impl Editor {
    /// An editor of this record in this hand, with nothing to undo.
    #[must_use]
    pub fn new(map: PainMap, author: Author) -> Self {
        let weighed = map.to_json().len();
        Self { map, author, selected: None, done: Vec::new(), undone: Vec::new(), writing: None, weighed }
    }

    /// The record as it stands.
    #[must_use]
    pub fn map(&self) -> &PainMap {
        &self.map
    }

    /// The selected mark.
    #[must_use]
    pub fn selected(&self) -> Option<&Mark> {
        self.map.mark(self.selected.as_ref()?)
    }

    /// Selects a mark, or none; an unknown id selects none. Selecting is not a step of undo.
    pub fn select(&mut self, id: Option<&MarkId>) {
        self.selected = id.filter(|id| self.map.mark(id).is_some()).cloned();
        self.writing = None;
    }

    /// Sets the moment of the record, which is not a step of undo: the editor has no clock.
    pub fn stamp(&mut self, recorded: Moment) {
        self.map.recorded = Some(recorded);
    }

    /// Adds a view to those that were offered, where it is not among them, and the atlas's version,
    /// where the record has none. Not a step of undo: what was shown was shown.
    pub fn offer(&mut self, view: View, crop: Crop) {
        self.map.offer(view, crop);
        if self.map.atlas.is_none() {
            self.map.atlas = Some(ATLAS_VERSION.to_owned());
        }
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes the last step back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let Some(mut step) = self.done.pop() else { return false };
        self.swap(&mut step);
        self.undone.push(step);
        self.writing = None;
        true
    }

    /// Does the last undone step again; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(mut step) = self.undone.pop() else { return false };
        self.swap(&mut step);
        self.done.push(step);
        self.writing = None;
        true
    }

    /// Carries a command out. `Ok(false)` where it changed nothing, which is not a step of undo.
    ///
    /// # Errors
    /// An [`EditError`] where it can't be carried out; the record is as it was.
    pub fn apply(&mut self, command: Command) -> Result<bool, EditError> {
        self.apply_by(command, Self::do_any)
    }

    /// Carries out one of the commands that a tap or a key gives: [`Command::AddSpot`], [`Command::Move`],
    /// [`Command::AddRadiation`], [`Command::DeleteRadiation`], [`Command::Delete`], [`Command::Clear`] and
    /// [`Command::SetNoPain`]. A program that calls nothing else carries no code for the others, which
    /// counts where it is loaded by a page.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::{Figure, Point, View}, edit::{Command, EditError, Editor}, record::Author};
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// assert_eq!(editor.apply_tap(Command::AddSpot { view: View::Posterior, at: Point::new(-600, 1790) }), Ok(true));
    /// assert_eq!(editor.apply_tap(Command::SetRecordNote("sore".into())), Err(EditError::NotPermitted));
    /// ```
    ///
    /// # Errors
    /// As [`Editor::apply`], and [`EditError::NotPermitted`] for any other command.
    pub fn apply_tap(&mut self, command: Command) -> Result<bool, EditError> {
        self.apply_by(command, Self::do_tap)
    }

    /// Carries out one of the commands of the brush: [`Command::Paint`] and [`Command::Erase`]. As with
    /// [`Editor::apply_tap`], the code for all others stays out of a program that calls nothing else.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::{Figure, Point, View}, edit::{Command, Editor}, record::Author};
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// let stroke = vec![Point::new(-600, 1790), Point::new(-400, 1900)];
    /// let paint = Command::Paint { view: View::Posterior, stroke, radius: 120, onto: None };
    /// assert_eq!(editor.apply_stroke(paint), Ok(true));
    /// ```
    ///
    /// # Errors
    /// As [`Editor::apply`], and [`EditError::NotPermitted`] for any other command.
    pub fn apply_stroke(&mut self, command: Command) -> Result<bool, EditError> {
        self.apply_by(command, Self::do_stroke)
    }

    /// Carries out any command but those of the brush.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::Figure, edit::{Command, Editor}, record::Author};
    /// let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    /// assert_eq!(editor.apply_answer(Command::SetRecordNote("sore".into())), Ok(true));
    /// ```
    ///
    /// # Errors
    /// As [`Editor::apply`], and [`EditError::NotPermitted`] for a command of the brush.
    pub fn apply_answer(&mut self, command: Command) -> Result<bool, EditError> {
        self.apply_by(command, Self::do_answer)
    }

    fn apply_by(&mut self, command: Command, carry_out: CarryOut) -> Result<bool, EditError> {
        let index = self.permitted(&command)?;
        let writing = match &command {
            Command::SetNote { id, .. } => Some(Writing::Mark(id.clone())),
            Command::SetRecordNote(_) => Some(Writing::Record),
            _ => None,
        };
        // It has its room in any record.
        let says_no_pain = matches!(command, Command::SetNoPain(_));
        let with_history = matches!(command, Command::SetHistory(_) | Command::Adopt(_));
        let weigh = with_history
            || matches!(&command, Command::SetFindings { findings: Some(found), .. } if !found.unknown.is_empty());
        let mut before = self.step(with_history);
        let mut outcome = carry_out(self, index, command);
        if outcome == Ok(true) && !says_no_pain && !self.can_be_read_back(weigh, &mut before) {
            outcome = Err(EditError::Full);
        }
        match outcome {
            Ok(true) => {}
            Ok(false) => return outcome,
            Err(_) => {
                self.swap(&mut before);
                return outcome;
            }
        }
        let writes_on = writing.is_some() && writing == self.writing && !self.done.is_empty();
        self.writing = writing;
        self.undone.clear();
        if !writes_on {
            if self.done.len() == MAX_UNDO {
                self.done.remove(0);
            }
            self.done.push(before);
        }
        outcome
    }

    /// Whether this hand may do that, and where the mark stands that the command is about. Patients and
    /// clinicians never change each other's marks; only an examiner's findings go with any mark.
    fn permitted(&self, command: &Command) -> Result<Option<usize>, EditError> {
        let hand = match command {
            Command::SetFindings { .. } => Some(Author::Clinician),
            Command::SetNoPain(_) | Command::SetHistory(_) | Command::Adopt(_) => Some(Author::Patient),
            _ => None,
        };
        if hand.is_some_and(|hand| hand != self.author) {
            return Err(EditError::NotPermitted);
        }
        let Some(id) = command.mark() else { return Ok(None) };
        let index = self.map.marks.iter().position(|mark| mark.id() == id).ok_or(EditError::NotFound)?;
        if hand.is_none() && !is_by(self.author, &self.map.marks[index]) {
            return Err(EditError::NotYours);
        }
        Ok(Some(index))
    }

    fn do_any(&mut self, index: Option<usize>, command: Command) -> Result<bool, EditError> {
        match command {
            Command::Paint { .. } | Command::Erase { .. } => self.do_stroke(index, command),
            command => self.do_answer(index, command),
        }
    }

    fn do_stroke(&mut self, index: Option<usize>, command: Command) -> Result<bool, EditError> {
        match (index, command) {
            (_, Command::Paint { view, stroke, radius, .. }) => self.paint(index, view, &stroke, radius),
            (Some(index), Command::Erase { stroke, radius, .. }) => self.erase(index, &stroke, radius),
            _ => Err(EditError::NotPermitted),
        }
    }

    fn do_answer(&mut self, index: Option<usize>, command: Command) -> Result<bool, EditError> {
        match (index, command) {
            (_, command) if command.is_a_tap() => self.do_tap(index, command),
            (Some(index), command) => self.change(index, command, answer),
            (None, command) => self.carry_out(command),
        }
    }

    fn do_tap(&mut self, index: Option<usize>, command: Command) -> Result<bool, EditError> {
        match (index, command) {
            (Some(index), Command::Delete { .. }) => {
                self.map.marks.remove(index);
                self.drop_stale_selection();
                Ok(true)
            }
            (Some(index), command) => self.change(index, command, reach),
            (None, command) => self.carry_out_tap(command),
        }
    }

    /// Changes a mark; says whether anything is different.
    fn change(&mut self, index: usize, command: Command, change: Change) -> Result<bool, EditError> {
        // The step back shares the mark as it was.
        let mut mark = Mark::clone(&self.map.marks[index]);
        let changed = change(&mut mark, command)?;
        self.map.marks[index] = Arc::new(mark);
        Ok(changed)
    }

    pub(super) fn drop_stale_selection(&mut self) {
        if self.selected().is_none() {
            self.selected = None;
        }
    }
}
