//! The record: its types, reading with errors that name the place, writing that is always the same.
//!
//! A record knows what was marked, not how it is drawn or said.

mod choices;
mod distinct;
mod error;
mod findings;
mod format;
mod history;
mod json;
pub mod limits;
mod mark;
mod members;
mod object;
mod pain_map;
mod place;
mod scan;
#[cfg(feature = "schema")]
mod schema;
mod values;
mod whole;

pub use choices::{Author, Course, Depth, Provocation, Quality};
pub use distinct::Distinct;
pub use error::{ReadError, Reason};
pub use findings::{Findings, PressurePainThreshold};
pub use format::{FORMAT, Format};
pub use history::{
    Aggravator, Answer, Helped, History, PREFER_NOT_TO_SAY, Practitioner, Relief, Remedy, Signs, Treatment,
};
pub use json::UnknownMembers;
#[cfg(feature = "exchange")]
pub(crate) use json::write_text;
pub(crate) use json::{Json, Place};
pub use mark::{MIN_OUTLINE_POINTS, MIN_PATH_POINTS, Mark, Radiation, Shape};
pub(crate) use members::Members;
pub use pain_map::{PainMap, Refusal, Shown};
pub use place::{Laterality, Whereabouts};
#[cfg(feature = "exchange")]
pub(crate) use scan::scan;
#[cfg(feature = "schema")]
pub use schema::{schema, schema_of};
pub(crate) use values::near;
pub use values::{Intensity, MarkId, Moment, PartialDate, Path, Radius};
