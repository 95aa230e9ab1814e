//! What pages load: the inside of `<pain-map>`, which turns pointers, keys and choices into editor commands
//! and those into DOM patches; and behind one door (`later`) what few pages need: a record as a picture or a
//! FHIR Bundle, plates of the body atlas, the muscles with their published patterns.
//!
//! It is one program in a few files. The page's script (in `www`) owns events, forms, the clock and all
//! loading, and hands in what the person did; nothing here calls back into the page, so no call can meet
//! another on its way. Functions return errors and never panic: one panic would poison the object.

mod allocator;
mod asking;
mod canvas;
mod clinic;
mod dom;
mod drawing;
mod gesture;
mod keys;
mod later;
mod loading;
mod mode;
mod painting;
mod pointer;
mod views;
mod widget;
mod window;

pub use later::{arrived, ask};
pub use loading::load_drawing;
pub use widget::Widget;
