//! Muscles: what lies under the skin of the back, neck and shoulders, and what is published of the
//! pain that spreads from there. For clinicians: a patient is told none of it.
//!
//! Names, facts and codes are [`MuscleId`]'s; shapes, usual spots and the areas of the published
//! patterns are those of a [`MuscleChart`], one for each view of each figure.

mod chart;
mod coverage;
mod facts;
mod fibre;
mod grid;
mod smooth;
mod unpack;

pub use chart::{MuscleChart, MuscleShape, PatternArea, PatternPart, UsualSpot};
pub use coverage::{Coverage, Drawn, coverage};
pub use facts::{Fact, Layer, MuscleId, Source, Topic, UsualPlace};
