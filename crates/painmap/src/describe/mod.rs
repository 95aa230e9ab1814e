//! A record in sentences: exact, without interpretation.
//!
//! Only what the record holds and the atlas derives is said; no cause, no score, no advice.

mod english;
mod landmark;
#[cfg(feature = "muscles")]
mod pattern;
mod position;
mod sentence;

pub use crate::strangers::harmless;
pub use english::quality;
pub use landmark::landmark;
#[cfg(feature = "muscles")]
pub use pattern::published_patterns;
pub use position::{Stature, position};
pub use sentence::{Wording, place, sentence, sentences, side_and_region};
