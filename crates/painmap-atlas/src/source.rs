//! What the readable source says of the map of a view.

use anyhow::Result;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A whole point in body units, on the person's left or on a side view.
pub(crate) type At = [i32; 2];

/// The map of one view: of the left half, or of a whole side.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct View {
    /// Whether the body is seen from the side: nothing is mirrored then.
    #[serde(default)]
    pub(crate) lateral: bool,
    /// Whether the spinous processes are seen.
    #[serde(default)]
    pub(crate) levels: bool,
    /// The tight bends of the measured outline, in its order; a side outline has none.
    #[serde(default)]
    pub(crate) corners: Vec<String>,
    /// The regions that span both sides; none in a side view, which is of one side.
    #[serde(default)]
    pub(crate) unpaired: Vec<String>,
    /// The drawing for the neutral figure.
    pub(crate) neutral: Drawing,
    /// What is drawn otherwise for the other figures, whose drawings are warped from the neutral one.
    #[serde(default)]
    pub(crate) feminine: Drawing,
    #[serde(default)]
    pub(crate) masculine: Drawing,
    /// The figures that are compiled.
    pub(crate) figures: Vec<String>,
    /// Measured landmarks that guide the warp besides those of the view.
    pub(crate) guides: Vec<String>,
    /// Faint lines that are no borders: name to weight.
    pub(crate) details: BTreeMap<String, u8>,
    /// Places with a name.
    pub(crate) landmarks: Vec<Landmark>,
}

/// The coordinates of one figure.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Drawing {
    /// Region id to a point in it, where its label may stand.
    pub(crate) seeds: BTreeMap<String, At>,
    /// Places at which lines meet.
    pub(crate) nodes: BTreeMap<String, At>,
    /// Places at which lines meet the outline; the nearest point of it is taken.
    pub(crate) outline: BTreeMap<String, At>,
    /// Borders.
    pub(crate) lines: BTreeMap<String, Vec<Stop>>,
    /// The faint lines.
    pub(crate) details: BTreeMap<String, Vec<At>>,
    /// Bones under the skin; one that closes repeats its first point.
    pub(crate) bones: BTreeMap<String, Vec<At>>,
    /// The landmarks that were not measured.
    pub(crate) landmarks: BTreeMap<String, At>,
    /// Upright boxes by crop.
    pub(crate) crops: BTreeMap<String, Frame>,
}

/// The box of a crop.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(crate) enum Frame {
    /// The half width, the top and the bottom.
    Symmetrical([i32; 3]),
    /// The left, the top, the right and the bottom.
    Free([i32; 4]),
}

impl Frame {
    /// The left, the top, the right and the bottom.
    pub(crate) const fn sides(self) -> [i32; 4] {
        match self {
            Self::Symmetrical([half, top, bottom]) => [-half, top, half, bottom],
            Self::Free(sides) => sides,
        }
    }
}

/// A point that a line passes.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub(crate) enum Stop {
    /// A node, at which the line is cut but stays smooth.
    Node(String),
    /// A point of this line alone.
    Via(At),
}

/// A place with a name, measured or constructed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Landmark {
    pub(crate) name: String,
    /// The measured landmark that gives the place; without it the drawing does.
    pub(crate) from: Option<String>,
    /// Whether the place is an estimate.
    #[serde(default)]
    pub(crate) estimate: bool,
    /// In a side view, whether it is on the midline of the body; in the others its place says so.
    #[serde(default)]
    pub(crate) midline: bool,
    /// Whether the warp to another figure is free of it, though it was measured.
    #[serde(default)]
    pub(crate) free: bool,
}

impl View {
    /// Whether a region has a right patch besides its left one.
    pub(crate) fn paired(&self, id: &String) -> bool {
        !self.lateral && !self.unpaired.contains(id)
    }
}

/// Reads the map of a view.
pub(crate) fn view(text: &str) -> Result<View> {
    Ok(toml::from_str(text)?)
}
