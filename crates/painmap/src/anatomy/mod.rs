//! The body atlas: frame, figures, outlines, regions, landmarks.
//!
//! Names, codes and levels hang on the ids, never on the geometry. The drawing itself is compiled
//! by the `painmap-atlas` crate from a readable source.

mod chart;
mod code;
mod curve;
mod decode;
mod frame;
mod id;
mod locate;
mod polygon;
mod region;
mod zone;
mod tables;
#[cfg(test)]
mod tests;

pub use chart::{ATLAS_VERSION, Chart, Detail, Landmark, Level, Patch};
pub use code::{CodeSystem, Concept};
pub use curve::Curve;
pub use frame::{Bounds, Crop, Figure, MIDLINE_HALF_WIDTH, Point, STATURE, Side, View};
pub use polygon::encloses;
pub use region::RegionId;
pub use zone::ZoneId;
