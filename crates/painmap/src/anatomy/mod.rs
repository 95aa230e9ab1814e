//! The body atlas: frame, figures, outlines, regions, landmarks.
//!
//! Names, codes and levels hang on the ids, never on the geometry.

mod frame;

pub use frame::{Bounds, Crop, Figure, MIDLINE_HALF_WIDTH, Point, STATURE, Side, View};
