//! The editor: commands, selection, undo and redo, as a pure state machine.
//!
//! It has no clock, no screen and no language; a random walk of commands can be tested without a
//! browser.

mod answer;
mod brush;
mod change;
mod command;
mod editor;
mod error;
mod room;
mod step;
mod whole;

pub use brush::{MAX_BRUSH, MIN_BRUSH};
pub use command::Command;
pub use editor::{Editor, MAX_UNDO};
pub use error::EditError;
