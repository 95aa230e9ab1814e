//! The measured figures: outlines, landmarks and vertebral levels, in thousandths of stature.

use anyhow::{Context, Result};
use kurbo::Point;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How far within the measured outline a place on the skin is put, in body units.
const WITHIN: f64 = 7.0;

/// The figures by name: neutral, feminine, masculine.
pub(crate) type Figures = BTreeMap<String, Figure>;

/// One measured body.
#[derive(Debug, Deserialize)]
pub(crate) struct Figure {
    /// The outline seen from the front or the back.
    pub(crate) front: Front,
    /// The outline seen from the side.
    pub(crate) lateral: Lateral,
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
    /// Points at which the curve turns back: the webs of the fingers and the armpit.
    pub(crate) corners: Vec<usize>,
    /// The ear, which the half draws badly.
    pub(crate) ear: Ear,
}

/// A closed outline, from the vertex down the back and up the front.
#[derive(Debug, Deserialize)]
pub(crate) struct Lateral {
    /// Points of the curve.
    pub(crate) body: Vec<[f64; 2]>,
    /// The parts that the mesh draws badly, in the outline's order.
    #[serde(default)]
    pub(crate) redrawn: Vec<Redrawn>,
}

/// A part of an outline that is drawn by hand.
#[derive(Debug, Deserialize)]
pub(crate) struct Redrawn {
    /// The first and the last point that the path replaces.
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) path: Vec<[f64; 2]>,
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
    /// Where it is, seen from the front.
    pub(crate) at: [f64; 2],
    /// How far before the ankle line it is, if it can be seen from the side.
    pub(crate) lateral: Option<f64>,
}

impl Landmark {
    /// Where it is in a view, in body units.
    pub(crate) fn place(&self, lateral: bool) -> Option<Point> {
        let [x, y] = self.at;
        let x = if lateral { self.lateral? } else { x };
        Some(point([x, y]))
    }
}

impl Lateral {
    /// The points of the outline, parts drawn by hand included, in body units.
    pub(crate) fn points(&self) -> Vec<Point> {
        let mut points = Vec::new();
        let mut next = 0;
        for Redrawn { first, last, path } in &self.redrawn {
            let kept = self.body.get(next..*first).unwrap_or_default();
            points.extend(kept.iter().chain(path).map(|p| point(*p)));
            next = last + 1;
        }
        points.extend(self.body.iter().skip(next).map(|p| point(*p)));
        points
    }

    /// How far before the ankle line the skin of the back is at a height, all in body units; a
    /// millimetre within, since the outline is smoothed.
    pub(crate) fn back(&self, y: f64) -> f64 {
        let points = self.points();
        let next = points.iter().cycle().skip(1);
        points
            .iter()
            .zip(next)
            .filter(|(a, b)| (a.y > y) != (b.y > y))
            .map(|(a, b)| a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
            .fold(f64::INFINITY, f64::min)
            + WITHIN
    }
}

/// Reads all figures.
pub(crate) fn read(json: &str) -> Result<Figures> {
    serde_json::from_str(json).context("figures.json")
}

/// Thousandths of stature to body units.
pub(crate) fn point([x, y]: [f64; 2]) -> Point {
    Point::new(x * 10.0, y * 10.0)
}
