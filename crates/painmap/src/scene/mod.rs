//! Record and atlas to a typed scene: shapes with roles, in screen coordinates.
//!
//! The scene says what is where and what it means; what it looks like is `Ink`'s business, and the
//! writers (an SVG file, the element's DOM) only carry it over.

#[cfg(feature = "pictures")]
mod atlas_svg;
mod body;
#[cfg(feature = "svg")]
mod drawing;
#[cfg(all(feature = "pictures", feature = "measure"))]
mod heat_svg;
mod ink;
mod marks;
#[cfg(feature = "pictures")]
mod markup;
#[cfg(feature = "muscles")]
mod muscle_ink;
#[cfg(feature = "muscles")]
mod muscles;
mod overlay;
#[cfg(feature = "pictures")]
mod page;
mod path;
mod picture;
#[cfg(feature = "pictures")]
mod record_svg;

pub use crate::numbers::whole_text;
#[cfg(feature = "pictures")]
pub use atlas_svg::{AtlasPicture, atlas_to_svg};
pub use body::{BodyScene, PatchScene, body};
#[cfg(feature = "svg")]
pub use drawing::{Drawing, drawing, sides};
#[cfg(all(feature = "pictures", feature = "measure"))]
pub use heat_svg::{HEAT_COLOURS, heat_to_svg};
pub use ink::{INTENSITY_COLOURS, Ink, UNRATED_COLOUR};
pub use marks::{MarkScene, mark};
#[cfg(feature = "muscles")]
pub use muscle_ink::MuscleInk;
#[cfg(feature = "muscles")]
pub use muscles::{MuscleItem, MusclePlate, muscles};
pub use overlay::{Layers, Plate, layers};
#[cfg(feature = "pictures")]
pub use page::NoDrawing;
pub use path::outline;
pub use picture::{Form, Item, Picture, Unit};
#[cfg(feature = "pictures")]
pub use record_svg::to_svg;
