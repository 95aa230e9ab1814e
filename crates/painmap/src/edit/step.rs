//! Steps of undo and redo.

use std::sync::Arc;

use super::Editor;
use crate::anatomy::Figure;
use crate::record::{History, Mark, MarkId};

/// What a step back brings back. Marks are shared, so a step costs little.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) marks: Vec<Arc<Mark>>,
    figure: Figure,
    no_pain: bool,
    note: Option<String>,
    /// The history, in a step that may have changed it: it may be large.
    history: Option<Option<History>>,
    selected: Option<MarkId>,
}

impl Editor {
    /// All that a step may change, as it is now.
    pub(super) fn step(&self, with_history: bool) -> Step {
        Step {
            marks: self.map.marks.clone(),
            figure: self.map.figure,
            no_pain: self.map.no_pain,
            note: self.map.note.clone(),
            history: with_history.then(|| self.map.history.clone()),
            selected: self.selected.clone(),
        }
    }

    /// Goes to a step; what was there before.
    pub(super) fn swap(&mut self, step: Step) -> Step {
        let now = self.step(step.history.is_some());
        self.map.marks = step.marks;
        self.map.figure = step.figure;
        self.map.no_pain = step.no_pain;
        self.map.note = step.note;
        if let Some(history) = step.history {
            self.map.history = history;
        }
        self.selected = step.selected;
        self.writing = None;
        self.drop_stale_selection();
        now
    }
}
