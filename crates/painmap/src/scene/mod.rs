//! Record and atlas to a typed scene: shapes with roles, in screen coordinates.
//!
//! The scene says what is where and what it means; what it looks like is `Ink`'s business, and the
//! writers (an SVG file, the element's DOM) only carry it over.

mod body;
mod ink;
mod marks;
mod path;
mod picture;
#[cfg(feature = "svg")]
mod svg;

pub use crate::numbers::whole_text;
pub use body::{BodyScene, PatchScene, body};
pub use ink::{INTENSITY_COLOURS, Ink, UNRATED_COLOUR};
pub use marks::{MarkScene, mark};
pub use path::outline;
pub use picture::{Form, Item, Picture, Unit};
#[cfg(feature = "svg")]
pub use svg::{NoDrawing, to_svg};
