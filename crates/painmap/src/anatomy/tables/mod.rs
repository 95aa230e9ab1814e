//! The compiled atlas: what `painmap-atlas` writes, and the shape of it.

pub(super) mod posterior;
pub(super) mod regions;
pub(super) mod zones;

use super::frame::Figure;

/// What is said of a region.
#[derive(Debug)]
pub(super) struct RegionRow {
    pub(super) name: &'static str,
    pub(super) limb: bool,
    pub(super) spinal: bool,
}

/// A published concept and those of its codes that were verified.
#[derive(Debug)]
pub(super) struct ConceptRow {
    pub(super) name: &'static str,
    pub(super) uberon: Option<&'static str>,
    pub(super) fma: Option<&'static str>,
    pub(super) snomed: Option<&'static str>,
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

/// The map of a view: how its curves join, for every figure alike.
#[derive(Debug)]
pub(super) struct ViewTable {
    /// Region, whether it has a left and a right patch, and the arcs round the left (or only) one.
    ///
    /// Arcs are numbered from 1 and negative where walked backwards; beyond the number of arcs
    /// come their mirror images.
    pub(super) loops: &'static [(u8, bool, &'static [i16])],
    /// The closed edges of the body, numbered likewise.
    pub(super) outline: &'static [&'static [i16]],
    /// The faint lines of the left half: number of segments and weight.
    pub(super) details: &'static [(i8, u8)],
    /// The spinous processes from above.
    pub(super) levels: &'static [&'static str],
    /// The coordinates.
    pub(super) figures: &'static [FigureTable],
}

/// The coordinates of one figure in one view.
#[derive(Debug)]
pub(super) struct FigureTable {
    pub(super) figure: Figure,
    /// For each loop where its label may stand.
    pub(super) labels: &'static [[i16; 2]],
    /// For each level the height of the spinous process.
    pub(super) levels: &'static [i16],
    /// Half width, top and bottom of each crop, in the order of `Crop`.
    pub(super) crops: [[i16; 3]; 4],
    /// For each arc of the left half the number of Bézier segments, negative on the outline.
    pub(super) arcs: &'static [i8],
    /// Arcs, then details: the start, then each control point less the one before it.
    pub(super) curves: &'static [i16],
}

/// The landmarks of a view: a table of its own, so that a program that asks for none carries none.
#[derive(Debug)]
pub(super) struct LandmarkTable {
    /// Those of the left half and the midline: name, and whether an estimate.
    pub(super) names: &'static [(&'static str, bool)],
    /// The names of the spinous processes from above.
    pub(super) levels: &'static [&'static str],
    /// For each figure where the named ones are.
    pub(super) figures: &'static [(Figure, &'static [[i16; 2]])],
}
