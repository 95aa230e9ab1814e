//! The inside of `<pain-map>`: pointers, keys and choices to editor commands to DOM patches.
//!
//! The element's class (in `www/src`) owns the form contract and the clock, and hands in what the
//! person did; nothing here calls back into the page, so no call can meet another on its way.
//! Functions return errors and never panic: one panic would poison the object.

mod allocator;
mod dom;
mod drawing;
mod frame;
mod gesture;
mod keys;
mod panel;
mod pointer;
mod skeleton;
mod views;
mod widget;
mod words;

pub use views::load_drawing;
pub use widget::Widget;
