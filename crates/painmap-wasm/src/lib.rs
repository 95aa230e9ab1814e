//! Three modules for pages: the inside of `<pain-map>` (feature `widget`), which turns pointers, keys and
//! choices into editor commands and those into DOM patches; a plate of the body atlas (feature
//! `atlas-plate`), which names what lies under a pointer; and the muscles with their published patterns
//! (feature `muscle-atlas`), which draws into a plate. Each is compiled by itself, so that none carries a
//! byte of another.
//!
//! The page's script (in `www`) owns events, forms and the clock, and hands in what the person did;
//! nothing here calls back into the page, so no call can meet another on its way. Functions return
//! errors and never panic: one panic would poison the object.

mod allocator;
#[cfg(any(feature = "widget", feature = "atlas-plate"))]
mod canvas;
#[cfg_attr(not(feature = "widget"), allow(dead_code, reason = "a plate has no controls to build"))]
mod dom;
#[cfg(any(feature = "widget", feature = "atlas-plate"))]
mod loading;

#[cfg(feature = "widget")]
mod drawing;
#[cfg(feature = "widget")]
mod frame;
#[cfg(feature = "widget")]
mod gesture;
#[cfg(feature = "widget")]
mod keys;
#[cfg(feature = "widget")]
mod panel;
#[cfg(feature = "widget")]
mod pointer;
#[cfg(feature = "widget")]
mod skeleton;
#[cfg(feature = "widget")]
mod views;
#[cfg(feature = "widget")]
mod widget;
#[cfg(feature = "widget")]
mod words;

#[cfg(feature = "atlas-plate")]
mod drawn;
#[cfg(feature = "atlas-plate")]
mod found;
#[cfg(feature = "atlas-plate")]
mod plate;

#[cfg(feature = "muscle-atlas")]
mod muscles;

#[cfg(any(feature = "widget", feature = "atlas-plate"))]
pub use loading::load_drawing;
#[cfg(feature = "muscle-atlas")]
pub use muscles::{concepts, covering, draw, facts, names, under, views};
#[cfg(feature = "atlas-plate")]
pub use plate::AtlasPlate;
#[cfg(feature = "widget")]
pub use widget::Widget;
