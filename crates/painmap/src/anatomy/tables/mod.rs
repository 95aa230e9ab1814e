//! The compiled atlas: what `painmap-atlas` writes, and the shape of it.

pub(super) mod anterior;
pub(super) mod lateral;
#[cfg(feature = "muscles")]
pub(super) mod muscles;
pub(super) mod posterior;
pub(super) mod regions;
pub(super) mod zones;

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

/// The landmarks of a view: a table of its own, so that a program that asks for none carries none.
#[derive(Debug)]
pub(super) struct LandmarkTable {
    /// Those of the left half and the midline, or of a side view.
    pub(super) names: &'static [LandmarkRow],
    /// The names of the spinous processes from above.
    pub(super) levels: &'static [&'static str],
    /// The bony lines that are drawn: name and number of segments.
    pub(super) bones: &'static [(&'static str, u8)],
    /// The places in the neutral figure: of the names, then of the bones the start and each control point less
    /// the one before it. Packed numbers, `x` and `y` in turn.
    pub(super) neutral: &'static [u8],
    /// What they are more in the feminine and in the masculine one, as `more.rs` reads it.
    pub(super) others: [&'static [u8]; 2],
}

/// What holds of a landmark in every figure.
#[derive(Debug)]
pub(super) struct LandmarkRow {
    pub(super) name: &'static str,
    pub(super) midline: bool,
    pub(super) estimate: bool,
}
