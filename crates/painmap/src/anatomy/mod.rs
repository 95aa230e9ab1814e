//! The body atlas: frame, figures, outlines, regions, landmarks, muscles.
//!
//! Names, codes and levels hang on the ids, never on the geometry. The drawing itself is compiled
//! by the `painmap-atlas` crate from a readable source.

mod bearing;
mod carry;
mod chart;
mod code;
mod curve;
mod frame;
mod id;
mod landmark;
mod locate;
mod more;
#[cfg(feature = "muscles")]
mod muscle;
mod polygon;
mod region;
mod store;
mod tables;
#[cfg(test)]
mod tests;
mod unpack;
mod zone;

pub use bearing::Bearing;
pub use chart::{ATLAS_VERSION, Chart, Detail, Level, Patch};
pub use code::{CodeSystem, Concept};
pub use curve::Curve;
pub use frame::{Bounds, Crop, Figure, MIDLINE_HALF_WIDTH, Point, STATURE, Side, View};
pub use landmark::{Bone, Landmark};
#[cfg(feature = "muscles")]
pub use muscle::{
    Coverage, Drawn, Fact, Layer, MuscleChart, MuscleId, MuscleShape, PatternArea, PatternPart, Source,
    Topic, UsualPlace, UsualSpot, coverage,
};
pub use polygon::encloses;
pub use region::RegionId;
pub use store::{LoadError, load, missing};
pub use zone::ZoneId;
