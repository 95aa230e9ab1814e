//! What stands above the text of a record: which one it is, where there are many.

use crate::colour::Paint;
use crate::input::Origin;

/// The headings of the records of one run.
#[derive(Debug, Default)]
pub(crate) struct Headings {
    is_behind_another: bool,
}

impl Headings {
    /// The heading of the next record, with a gap to the one before; nothing where it is the only one.
    pub(crate) fn of(&mut self, origin: &Origin, paint: Paint) -> String {
        let gap = if std::mem::replace(&mut self.is_behind_another, true) { "\n" } else { "" };
        if origin.is_one_of_many { format!("{gap}{}\n", paint.place(origin)) } else { String::new() }
    }
}
