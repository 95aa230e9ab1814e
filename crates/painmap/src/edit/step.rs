//! Steps of undo and redo.

use std::mem::swap;
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

    /// Goes to a step, which becomes what was there before.
    pub(super) fn swap(&mut self, step: &mut Step) {
        swap(&mut self.map.marks, &mut step.marks);
        swap(&mut self.map.figure, &mut step.figure);
        swap(&mut self.map.no_pain, &mut step.no_pain);
        swap(&mut self.map.note, &mut step.note);
        if let Some(history) = &mut step.history {
            swap(&mut self.map.history, history);
        }
        swap(&mut self.selected, &mut step.selected);
        self.drop_stale_selection();
    }
}
