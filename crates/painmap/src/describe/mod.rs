//! A record in sentences: exact, without interpretation.
//!
//! Only what the record holds and the atlas derives is said; no cause, no score, no advice.

mod english;
mod landmark;
mod position;
mod sentence;

pub use crate::strangers::harmless;
pub use english::quality;
pub use landmark::landmark;
pub use position::{Stature, position};
pub use sentence::{Wording, place, sentence, sentences, side_and_region};
