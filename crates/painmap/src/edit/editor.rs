//! The state machine: a record, a selection, and the way back.

use std::sync::Arc;

use super::Command;
use super::change::{change, set};
use super::error::EditError;
use crate::anatomy::{ATLAS_VERSION, Crop, View};
use crate::numbers::push_whole;
use crate::record::limits::{MAX_BYTES, MAX_MARKS, MAX_NOTE_CHARACTERS};
use crate::record::{Author, MIN_OUTLINE_POINTS, Mark, MarkId, Moment, PainMap, Path, Shape, near};

/// How many steps can be undone.
pub const MAX_UNDO: usize = 200;

/// Bytes kept free for the moment of the record, which comes last.
const ROOM_FOR_STAMP: usize = 100;

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
    map: PainMap,
    author: Author,
    selected: Option<MarkId>,
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What the last command wrote on, so that typing a note is one step.
    writing: Option<Writing>,
    /// Bytes of the record at the start: no less than what the editor cannot change.
    at_start: usize,
}

/// What a step back brings back. Marks are shared, so a step costs little.
#[derive(Debug, Clone)]
struct Step {
    marks: Vec<Arc<Mark>>,
    no_pain: bool,
    note: Option<String>,
    selected: Option<MarkId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Writing {
    Mark(MarkId),
    Record,
}

impl Editor {
    /// An editor of this record in this hand, with nothing to undo.
    #[must_use]
    pub fn new(map: PainMap, author: Author) -> Self {
        let at_start = map.to_json().len();
        Self { map, author, selected: None, done: Vec::new(), undone: Vec::new(), writing: None, at_start }
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
        let Some(step) = self.done.pop() else { return false };
        let now = self.swap(step);
        self.undone.push(now);
        true
    }

    /// Does the last undone step again; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        let now = self.swap(step);
        self.done.push(now);
        true
    }

    /// Carries a command out. `Ok(false)` where it changed nothing, which is not a step of undo.
    ///
    /// # Errors
    /// An [`EditError`] where it can't be carried out; the record is as it was.
    pub fn apply(&mut self, command: Command) -> Result<bool, EditError> {
        let index = match command.mark() {
            Some(id) => Some(self.own(id)?),
            None => None,
        };
        let before = self.step();
        let writing = match &command {
            Command::SetNote { id, .. } => Some(Writing::Mark(id.clone())),
            Command::SetRecordNote(_) => Some(Writing::Record),
            _ => None,
        };
        let takes_away = matches!(
            command,
            Command::Delete { .. } | Command::DeleteRadiation { .. } | Command::Clear | Command::SetNoPain(_)
        );
        let changed = match index {
            Some(index) if matches!(command, Command::Delete { .. }) => {
                self.map.marks.remove(index);
                self.drop_stale_selection();
                true
            }
            Some(index) => {
                // The step back shares the mark as it was.
                let mut mark = Mark::clone(&self.map.marks[index]);
                let changed = change(&mut mark, command)?;
                self.map.marks[index] = Arc::new(mark);
                changed
            }
            None => self.carry_out(command)?,
        };
        if !changed {
            return Ok(false);
        }
        if !takes_away && !self.can_be_read_back() {
            let writing = self.writing.take();
            self.swap(before);
            self.writing = writing;
            return Err(EditError::Full);
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
        Ok(true)
    }

    /// Carries out a command that is about the whole record; says whether it changed anything. Every
    /// arm checks before it changes, so that an error leaves the record as it was.
    fn carry_out(&mut self, command: Command) -> Result<bool, EditError> {
        Ok(match command {
            Command::AddSpot { view, at } => {
                self.add(view, near(view, at).then_some(Shape::Spot { at, radius: None }))?
            }
            Command::AddArea { view, outline } => {
                let outline = Path::new(view, MIN_OUTLINE_POINTS, outline);
                self.add(view, outline.map(|outline| Shape::Area { outline }))?
            }
            Command::Clear => {
                let (author, before) = (self.author, self.map.marks.len());
                self.map.marks.retain(|mark| !owned_by(author, mark));
                self.drop_stale_selection();
                let changed = self.map.marks.len() < before;
                set(&mut self.map.no_pain, false) || changed
            }
            Command::SetNoPain(no_pain) => {
                if no_pain {
                    let author = self.author;
                    if !self.map.marks().all(|mark| owned_by(author, mark)) {
                        return Err(EditError::NotYours);
                    }
                    self.map.marks.clear();
                    self.selected = None;
                }
                set(&mut self.map.no_pain, no_pain)
            }
            Command::SetRecordNote(note) => {
                if note.chars().count() > MAX_NOTE_CHARACTERS {
                    return Err(EditError::Full);
                }
                set(&mut self.map.note, some_text(note))
            }
            // The others are about a mark.
            _ => false,
        })
    }

    fn add(&mut self, view: View, shape: Option<Shape>) -> Result<bool, EditError> {
        let mut mark = Mark::bare(self.free_id()?, view, shape.ok_or(EditError::BadShape)?);
        if self.map.marks.len() >= MAX_MARKS {
            return Err(EditError::Full);
        }
        mark.by = Some(self.author);
        self.selected = Some(mark.id().clone());
        self.map.no_pain = false;
        self.map.marks.push(Arc::new(mark));
        Ok(true)
    }

    /// Where a mark stands that this hand may change. Patients and clinicians never change each
    /// other's marks.
    fn own(&self, id: &MarkId) -> Result<usize, EditError> {
        let index = self.map.marks.iter().position(|mark| mark.id() == id).ok_or(EditError::NotFound)?;
        if owned_by(self.author, &self.map.marks[index]) { Ok(index) } else { Err(EditError::NotYours) }
    }

    /// `m1`, `m2` …: one above the highest in use or among the steps back, so that a deleted mark's id
    /// is not soon another's.
    fn free_id(&self) -> Result<MarkId, EditError> {
        let mut highest = 0_u32;
        for marks in self.done.iter().map(|step| &step.marks).chain([&self.map.marks]) {
            for mark in marks {
                let number = mark.id().as_str().strip_prefix('m').and_then(|number| number.parse().ok());
                highest = highest.max(number.unwrap_or(0));
            }
        }
        let mut number = highest;
        for _ in 0..=MAX_MARKS {
            // After the last number comes the first again; one of so many is free.
            number = number.checked_add(1).unwrap_or(1);
            let mut id = "m".to_owned();
            push_whole(number.into(), &mut id);
            if let Some(id) = MarkId::new(&id).filter(|id| self.map.mark(id).is_none()) {
                return Ok(id);
            }
        }
        Err(EditError::Full)
    }

    /// Whether the record's text is within what a reader takes. Only a heavy record is written out
    /// to know.
    fn can_be_read_back(&self) -> bool {
        // No less than the bytes of a mark without its points and texts, of a path, of a point, and
        // of an escaped byte of a note.
        const MARK: usize = 3_000;
        const PATH: usize = 100;
        const POINT: usize = 16;
        const NOTE: usize = 6;
        let mark = |mark: &Mark| {
            let outline = match mark.shape() {
                Shape::Spot { .. } => 1,
                Shape::Area { outline } => outline.points().len(),
            };
            let paths = mark.radiation().iter().map(|radiation| PATH + POINT * radiation.path().len());
            MARK + POINT * outline + paths.sum::<usize>() + NOTE * mark.note().map_or(0, str::len)
        };
        let most = MAX_BYTES - ROOM_FOR_STAMP;
        let at_most = self.at_start
            + NOTE * self.map.note().map_or(0, str::len)
            + self.map.marks().map(mark).sum::<usize>();
        at_most <= most || self.map.to_json().len() <= most
    }

    fn drop_stale_selection(&mut self) {
        if self.selected().is_none() {
            self.selected = None;
        }
    }

    fn step(&self) -> Step {
        Step {
            marks: self.map.marks.clone(),
            no_pain: self.map.no_pain,
            note: self.map.note.clone(),
            selected: self.selected.clone(),
        }
    }

    fn swap(&mut self, step: Step) -> Step {
        let now = self.step();
        self.map.marks = step.marks;
        self.map.no_pain = step.no_pain;
        self.map.note = step.note;
        self.selected = step.selected;
        self.writing = None;
        self.drop_stale_selection();
        now
    }
}

/// A mark that doesn't say whose it is counts as the patient's.
fn owned_by(author: Author, mark: &Mark) -> bool {
    mark.by.unwrap_or(Author::Patient) == author
}

pub(super) fn some_text(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
