//! The parts of an aggregate while all cores add to them: as many as there are cores at work.

use std::sync::{Mutex, PoisonError};

use painmap::PainMap;
use painmap::measure::{Aggregate, Whose};

/// Parts that nobody adds to at the moment.
#[derive(Debug)]
pub(super) struct Parts {
    whose: Whose,
    idle: Mutex<Vec<Aggregate>>,
}

impl Parts {
    pub(super) fn new(whose: Whose) -> Self {
        Self { whose, idle: Mutex::new(Vec::new()) }
    }

    /// Adds a record to a part that is idle, or to a new one.
    pub(super) fn add(&self, map: &PainMap) {
        let idle = self.idle().pop();
        let mut part = idle.unwrap_or_else(|| Aggregate::new(self.whose));
        part.add(map);
        self.idle().push(part);
    }

    /// All parts joined, and emptied: sums of whole numbers are the same in any order.
    pub(super) fn join(&self) -> Aggregate {
        let mut whole = Aggregate::new(self.whose);
        for part in self.idle().drain(..) {
            // All of them are of the same marks.
            let _ = whole.merge(&part);
        }
        whole
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Aggregate>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
