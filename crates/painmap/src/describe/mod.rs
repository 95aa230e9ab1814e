//! A record in sentences: exact, without interpretation, in the language of a [`Locale`].
//!
//! Only what the record holds and the atlas derives is said; no cause, no score, no advice.

mod findings;
mod history;
mod joined;
mod landmark;
mod locale;
#[cfg(feature = "muscles")]
mod pattern;
mod place;
mod position;
mod sentence;
mod summary;

pub use crate::strangers::harmless;
pub use findings::findings;
pub use history::history;
pub use joined::joined;
pub use landmark::landmark;
pub use locale::{Locale, capitalised};
#[cfg(feature = "muscles")]
pub use pattern::published_patterns;
pub use place::{Wording, place, side_and_region};
pub use position::{Stature, position};
#[cfg(feature = "pictures")]
pub(crate) use sentence::numbered;
pub use sentence::{SIZES, answers, sentence, sentences};
pub use summary::summary;
