//! Measures: counts, extent, intensity, overlap and change, and what many records add up to.
//!
//! [`Measures`] are those of one record, a [`Comparison`] is of two, and an [`Aggregate`] adds up any
//! number. `docs/measures.md` defines each measure, names its source and says what it can't say.
//!
//! Areas are measured on a raster of [`CELL`] bu, in whole numbers: the same record gives the same
//! bytes everywhere, a union is never more than its parts, and an overlap is the same both ways.

mod aggregate;
mod aggregate_json;
mod carrying;
mod comparison;
mod cover;
mod extent;
mod frequency;
mod ground;
mod hundredths;
mod matching;
mod measures;
mod raster;
mod retest;
mod site;
mod whose;
mod widespread;

pub use aggregate::{Aggregate, SiteCount};
pub use aggregate_json::{AGGREGATE_FORMAT, AggregateError, MAX_AGGREGATE_BYTES};
pub use comparison::{AreaChange, Change, Comparison, Lone, Pair, ViewChange};
pub use extent::{Extent, Overlap};
pub use frequency::{FREQUENCY_CELL, FrequencyCell, FrequencyMap};
pub use hundredths::Hundredths;
pub use matching::{FARTHEST_MATCH, LEAST_MOVE};
pub use measures::{Answer, Measures, Ratings, ViewExtent};
pub use raster::CELL;
pub use retest::{LEAST_CHANGE, RETEST, Retest};
pub use site::{Site, Zone};
pub use whose::Whose;
pub use widespread::WidespreadPain;
