//! Two modules for pages: the inside of `<pain-map>` (feature `widget`), which turns pointers, keys and
//! choices into editor commands and those into DOM patches; and a plate of the body atlas (feature
//! `atlas-plate`), which names what lies under a pointer. Each is compiled by itself, so that neither
//! carries a byte of the other.
//!
//! The page's script (in `www`) owns events, forms and the clock, and hands in what the person did;
//! nothing here calls back into the page, so no call can meet another on its way. Functions return
//! errors and never panic: one panic would poison the object.

mod allocator;
mod canvas;
#[cfg_attr(not(feature = "widget"), allow(dead_code, reason = "a plate has no controls to build"))]
mod dom;
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

pub use loading::load_drawing;
#[cfg(feature = "atlas-plate")]
pub use plate::AtlasPlate;
#[cfg(feature = "widget")]
pub use widget::Widget;
