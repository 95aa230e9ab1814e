//! What must hold of the muscles in every figure: they stay on the body, they reach their attachments,
//! and the usual spots lie in them.

use super::draw::{Drawing, DrawnShape, DrawnSpot};
use super::outline::{Outline, away, inside};
use crate::curve::{Whole, real, through};
use crate::source::At;
use anyhow::{Result, ensure};
use kurbo::Point;

/// How far a muscle may leave the outline, in bu: the outline itself is drawn as wide.
const LEAVES: f64 = 15.0;

/// How far from its attachment's landmark a muscle may end, in bu: 1 cm.
const ATTACHES: f64 = 60.0;

/// How far out of its muscle a spot may be warped in another figure, in bu.
const STRAYS: f64 = 10.0;

/// No muscle leaves the body.
pub(crate) fn outline(drawing: &Drawing, body: &Outline) -> Result<()> {
    for shape in &drawing.shapes {
        for at in polygon(drawing, shape) {
            let (out, muscle) = (body.outside(at), &shape.muscle);
            ensure!(out <= LEAVES, "{muscle} leaves the body by {out:.0} bu at {:.0}, {:.0}", at.x, at.y);
        }
    }
    Ok(())
}

/// A muscle comes near to a landmark at which it attaches.
pub(crate) fn attachment(drawing: &Drawing, muscle: &str, name: &str, at: At) -> Result<()> {
    for shape in drawing.shapes.iter().filter(|shape| shape.muscle == muscle) {
        let gap = away(&polygon(drawing, shape), real(at));
        ensure!(gap <= ATTACHES, "{muscle} ends {gap:.0} bu from {name}");
    }
    Ok(())
}

/// Each spot lies in its muscle, which the view must show.
pub(crate) fn spots(drawing: &Drawing) -> Result<()> {
    let strays = if drawing.figure == "neutral" { 0.0 } else { STRAYS };
    for DrawnSpot { muscle, at, .. } in &drawing.spots {
        let shape = drawing.shapes.iter().find(|shape| shape.muscle == *muscle);
        let polygon = shape.map(|shape| polygon(drawing, shape)).unwrap_or_default();
        let within =
            inside(&polygon, real(*at)) || (!polygon.is_empty() && away(&polygon, real(*at)) <= strays);
        ensure!(within, "a spot of {muscle} at {at:?} is not in it");
    }
    Ok(())
}

/// Points along a shape's contour.
fn polygon(drawing: &Drawing, shape: &DrawnShape) -> Vec<Point> {
    let mut points = Vec::new();
    for number in &shape.contour {
        let edge: Vec<Point> =
            drawing.edges[number.unsigned_abs() as usize - 1].iter().copied().map(real).collect();
        let mut flat = Whole::of(&through(&edge, None, None)).flat();
        if *number < 0 {
            flat.reverse();
        }
        points.extend(flat);
    }
    points
}
