//! The measured figures: outlines, landmarks and vertebral levels, in thousandths of stature.

use anyhow::{Context, Result};
use kurbo::Point;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The figures by name: neutral, feminine, masculine.
pub(crate) type Figures = BTreeMap<String, Figure>;

/// One measured body.
#[derive(Debug, Deserialize)]
pub(crate) struct Figure {
    /// The outline seen from the front or the back.
    pub(crate) front: Front,
    /// Skin landmarks by name.
    pub(crate) landmarks: BTreeMap<String, Landmark>,
    /// The height of each spinous process's tip.
    pub(crate) spine: BTreeMap<String, f64>,
}

/// Half an outline, from the vertex round the arm and the leg to the crotch.
#[derive(Debug, Deserialize)]
pub(crate) struct Front {
    /// Points of the curve.
    pub(crate) half: Vec<[f64; 2]>,
    /// Points at which the curve is not smooth.
    pub(crate) corners: Vec<usize>,
    /// The ear, which the half draws badly.
    pub(crate) ear: Ear,
}

/// The ear, and the way round it.
#[derive(Debug, Deserialize)]
pub(crate) struct Ear {
    /// The first and the last point of the half that the bypass replaces.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// The side of the head behind the ear.
    pub(crate) bypass: Vec<[f64; 2]>,
    /// The ear itself, from its upper root over the tip to the lower root.
    pub(crate) ear_path: Vec<[f64; 2]>,
}

/// A measured place.
#[derive(Debug, Deserialize)]
pub(crate) struct Landmark {
    /// Where it is.
    pub(crate) at: [f64; 2],
}

/// Reads all figures.
pub(crate) fn read(json: &str) -> Result<Figures> {
    serde_json::from_str(json).context("figures.json")
}

/// Thousandths of stature to body units.
pub(crate) fn point([x, y]: [f64; 2]) -> Point {
    Point::new(x * 10.0, y * 10.0)
}
