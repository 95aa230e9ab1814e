//! The compiled atlas: what `painmap-atlas` writes, and the shape of it.

pub(super) mod anterior;
pub(super) mod lateral;
pub(super) mod muscles;
pub(super) mod posterior;
pub(super) mod regions;
pub(super) mod zones;

use super::frame::Figure;
use super::muscle::{Layer, Topic};

/// A published concept and those of its codes that were verified.
#[derive(Debug)]
pub(super) struct ConceptRow {
    pub(super) name: &'static str,
    pub(super) uberon: Option<&'static str>,
    pub(super) fma: Option<&'static str>,
    pub(super) snomed: Option<&'static str>,
    pub(super) secondary: bool,
}

/// An area that others agreed upon.
#[derive(Debug)]
pub(super) struct ZoneRow {
    pub(super) name: &'static str,
    pub(super) definition: &'static str,
    pub(super) source: &'static str,
    pub(super) verified: bool,
    pub(super) sided: bool,
    /// The spinous processes whose transverse lines bound it above and below.
    pub(super) from: Option<&'static str>,
    pub(super) to: Option<&'static str>,
    /// The regions that it takes of each view.
    pub(super) posterior: &'static [u8],
    pub(super) anterior: &'static [u8],
    pub(super) lateral: &'static [u8],
    /// Regions of the posterior view of which it takes what lies no further from the midline than
    /// the landmark.
    pub(super) also: Option<(&'static [u8], &'static str)>,
}

/// The landmarks of a view: a table of its own, so that a program that asks for none carries none.
#[derive(Debug)]
pub(super) struct LandmarkTable {
    /// Those of the left half and the midline, or of a side view.
    pub(super) names: &'static [LandmarkRow],
    /// The names of the spinous processes from above.
    pub(super) levels: &'static [&'static str],
    /// The bony lines that are drawn: name and number of segments.
    pub(super) bones: &'static [(&'static str, u8)],
    pub(super) figures: &'static [LandmarkPlaces],
}

/// What holds of a landmark in every figure.
#[derive(Debug)]
pub(super) struct LandmarkRow {
    pub(super) name: &'static str,
    pub(super) midline: bool,
    pub(super) estimate: bool,
}

/// Where the landmarks of a figure are.
#[derive(Debug)]
pub(super) struct LandmarkPlaces {
    pub(super) figure: Figure,
    pub(super) places: &'static [[i16; 2]],
    /// The bony lines: the start, then each control point less the one before it.
    pub(super) bones: &'static [i16],
}

/// A muscle.
#[derive(Debug)]
pub(super) struct MuscleRow {
    pub(super) name: &'static str,
    pub(super) latin: &'static str,
    pub(super) layer: Layer,
    /// The concepts that it is, or lies in.
    pub(super) concepts: &'static [(u8, bool)],
    pub(super) facts: &'static [FactRow],
    pub(super) spots: &'static [SpotRow],
}

/// Something that is said of a muscle.
#[derive(Debug)]
pub(super) struct FactRow {
    pub(super) topic: Topic,
    pub(super) text: &'static str,
    pub(super) verified: bool,
    pub(super) sources: &'static [u8],
}

/// Where something was read.
#[derive(Debug)]
pub(super) struct SourceRow {
    pub(super) id: &'static str,
    pub(super) text: &'static str,
    pub(super) checked: bool,
}

/// A place where a muscle's trigger points usually sit.
#[derive(Debug)]
pub(super) struct SpotRow {
    pub(super) id: &'static str,
    pub(super) words: &'static str,
    pub(super) verified: bool,
}
