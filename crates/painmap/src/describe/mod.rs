//! A record in sentences: exact, without interpretation.
//!
//! Only what the record holds and the atlas derives is said; no cause, no score, no advice.

mod english;
mod position;
mod sentence;

pub use crate::strangers::harmless;
pub use english::quality;
pub use position::{Stature, landmark, position};
pub use sentence::{Wording, place, sentence, sentences, side_and_region};
