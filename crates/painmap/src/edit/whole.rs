//! What a command does to the record as a whole.

use std::sync::Arc;

use super::change::{NOTHING, set, some_text};
use super::error::EditError;
use super::{Command, Editor};
use crate::anatomy::View;
use crate::numbers::push_whole;
use crate::record::limits::{MAX_MARKS, MAX_NOTE_CHARACTERS, characters};
use crate::record::{
    Author, History, MIN_OUTLINE_POINTS, Mark, MarkId, PainMap, Path, Reason, Shape, UnknownMembers, near,
};

impl Editor {
    /// Carries out what a tap does to the whole record; says whether it changed anything.
    pub(super) fn carry_out_tap(&mut self, command: Command) -> Result<bool, EditError> {
        Ok(match command {
            Command::AddSpot { view, at } => {
                self.add(view, near(view, at).then_some(Shape::Spot { at, radius: None }))?
            }
            Command::Clear => {
                let (author, before) = (self.author, self.map.marks.len());
                self.map.marks.retain(|mark| !is_by(author, mark));
                self.drop_stale_selection();
                let changed = self.map.marks.len() < before;
                // "No pain" is the patient's answer.
                (author == Author::Patient && set(&mut self.map.no_pain, false)) || changed
            }
            Command::SetNoPain(no_pain) => {
                if no_pain {
                    if !self.map.marks().all(|mark| is_by(Author::Patient, mark)) {
                        return Err(EditError::NotYours);
                    }
                    self.map.marks.clear();
                    self.selected = None;
                }
                set(&mut self.map.no_pain, no_pain)
            }
            _ => return Err(EditError::NotPermitted),
        })
    }

    /// Carries out the other commands that are about the whole record, likewise.
    pub(super) fn carry_out(&mut self, command: Command) -> Result<bool, EditError> {
        Ok(match command {
            Command::AddArea { view, outline } => {
                let outline = Path::new(view, MIN_OUTLINE_POINTS, outline);
                self.add(view, outline.map(|outline| Shape::Area { outline }))?
            }
            Command::SetRecordNote(note) => {
                if characters(&note) > MAX_NOTE_CHARACTERS {
                    return Err(EditError::Full);
                }
                set(&mut self.map.note, some_text(note))
            }
            Command::SetHistory(history) => self.set_history(history)?,
            Command::Adopt(previous) => self.adopt(&previous)?,
            _ => return Err(EditError::NotPermitted),
        })
    }

    pub(super) fn add(&mut self, view: View, shape: Option<Shape>) -> Result<bool, EditError> {
        let id = self.free_id(&mut self.highest_id())?;
        let mut mark = Mark::bare(id, view, shape.ok_or(EditError::BadShape)?);
        mark.by = Some(self.author);
        self.selected = Some(mark.id().clone());
        self.map.no_pain = false;
        self.push(mark)?;
        Ok(true)
    }

    pub(super) fn push(&mut self, mark: Mark) -> Result<(), EditError> {
        if self.map.marks.len() >= MAX_MARKS {
            return Err(EditError::Full);
        }
        self.map.marks.push(Arc::new(mark));
        Ok(())
    }

    fn set_history(&mut self, history: Option<History>) -> Result<bool, EditError> {
        let text = history.as_ref().map(History::to_json).filter(|text| text != NOTHING);
        // Its lists may hold what a reader refuses.
        if let Some(text) = &text
            && let Err(error) = Command::history(text)
        {
            let twice = matches!(error.reason(), Reason::DuplicateEntry);
            return Err(if twice { EditError::Duplicate } else { EditError::Full });
        }
        let changed = self.map.history.as_ref().map(History::to_json) != text;
        self.map.history = history.filter(|_| text.is_some());
        Ok(changed)
    }

    fn adopt(&mut self, previous: &PainMap) -> Result<bool, EditError> {
        if self.map.marks().any(|mark| is_by(Author::Patient, mark)) {
            return Err(EditError::AlreadyMarked);
        }
        let mut changed = false;
        let untouched = self.map.is_untouched();
        let mut highest = self.highest_id();
        for mark in previous.marks().filter(|mark| is_by(Author::Patient, mark)) {
            if !untouched && self.map.figure != previous.figure {
                return Err(EditError::OtherFigure);
            }
            let mut mark = mark.clone();
            mark.id = self.free_id(&mut highest)?;
            mark.by = Some(Author::Patient);
            mark.findings = None;
            mark.unknown = UnknownMembers::default();
            for radiation in &mut mark.radiation {
                radiation.unknown = UnknownMembers::default();
            }
            self.push(mark)?;
            self.map.no_pain = false;
            changed = true;
        }
        if previous.no_pain {
            // What stands here now is an examiner's.
            if !self.map.marks.is_empty() {
                return Err(EditError::NotYours);
            }
            changed |= set(&mut self.map.no_pain, true);
        }
        if self.map.history.is_none()
            && let Some(mut history) = previous.history.clone()
        {
            history.forget_unknown();
            changed |= self.set_history(Some(history))?;
        }
        if changed && untouched {
            self.map.figure = previous.figure;
        }
        Ok(changed)
    }

    /// The highest number of an id `m1`, `m2` … in use or among the steps back, so that a deleted mark's
    /// id is not soon another's.
    pub(super) fn highest_id(&self) -> u32 {
        let mut highest = 0_u32;
        for marks in self.done.iter().map(|step| &step.marks).chain([&self.map.marks]) {
            for mark in marks {
                let number = mark.id().as_str().strip_prefix('m').and_then(|number| number.parse().ok());
                highest = highest.max(number.unwrap_or(0));
            }
        }
        highest
    }

    /// The next free id after the highest.
    pub(super) fn free_id(&self, highest: &mut u32) -> Result<MarkId, EditError> {
        for _ in 0..=MAX_MARKS {
            // After the last number comes the first again; one of so many is free.
            *highest = highest.checked_add(1).unwrap_or(1);
            let mut id = "m".to_owned();
            push_whole((*highest).into(), &mut id);
            if let Some(id) = MarkId::new(&id).filter(|id| self.map.mark(id).is_none()) {
                return Ok(id);
            }
        }
        Err(EditError::Full)
    }
}

/// Whether the mark is of this hand; one that doesn't say whose it is counts as the patient's.
pub(super) fn is_by(author: Author, mark: &Mark) -> bool {
    mark.by.unwrap_or(Author::Patient) == author
}
