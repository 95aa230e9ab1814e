//! Unpacks the muscles of a view: bytes to a chart. `painmap-atlas`'s `muscles/pack.rs` writes the
//! bytes and says how.

use super::super::curve::{Curve, bounds};
use super::super::frame::{Figure, Point, Side, View};
use super::super::unpack::Reader;
use super::chart::{MuscleChart, MuscleShape, PatternArea, PatternPart, UsualSpot};
use super::facts::MuscleId;
use super::fibre::lines;
use super::smooth::{round, through};

/// The chart that the neutral figure's pack makes, with what another figure's places are more than
/// those; `more` is empty for the neutral figure.
pub(super) fn chart(view: View, figure: Figure, base: &[u8], more: &[u8]) -> MuscleChart {
    let mut from = Reader::of(base, more);
    let mut edges = Vec::new();
    for _ in 0..from.count() {
        edges.push(through(&points(&mut from)));
    }
    let mut shapes = Vec::new();
    for _ in 0..from.count() {
        let muscle = muscle(&mut from);
        let mut contour = Curve::new(Point::new(0, 0), Vec::new());
        for _ in 0..from.count() {
            // Edges are numbered from 1 and negative where walked backwards.
            let number = from.count();
            let edge = edges.get((number.unsigned_abs() as usize).wrapping_sub(1));
            let Some(edge) = edge else { continue };
            if number < 0 {
                contour.join(&edge.reversed());
            } else {
                contour.join(edge);
            }
        }
        let contour = contour.close();
        let mut fibres = Vec::new();
        for _ in 0..from.count() {
            let (count, bow) = (from.count(), from.count());
            let (start, end) = (points(&mut from), points(&mut from));
            fibres.extend(lines(&start, &end, count, bow));
        }
        shapes.push((muscle, contour, fibres));
    }
    let mut spots = Vec::new();
    for _ in 0..from.count() {
        let (muscle, index) = (muscle(&mut from), from.count());
        spots.push((muscle, usize::try_from(index).unwrap_or(0), from.next()));
    }
    let mut areas = Vec::new();
    for _ in 0..from.count() {
        let muscle = muscle(&mut from);
        let part = if from.count() == 0 { PatternPart::Essential } else { PatternPart::Spillover };
        let spots = from.count().cast_unsigned();
        areas.push((muscle, part, spots, round(&points(&mut from))));
    }
    shapes.sort_by_key(|(muscle, ..)| *muscle);

    let mut chart = MuscleChart { view, figure, shapes: Vec::new(), spots: Vec::new(), areas: Vec::new() };
    for (muscle, contour, fibres) in shapes {
        for side in sides(view) {
            let contour = on_side(view, side, &contour);
            let polygon = contour.polygon();
            let fibres = fibres.iter().map(|fibre| on_side(view, side, fibre)).collect();
            chart.shapes.push(MuscleShape {
                muscle,
                side,
                bounds: bounds(&polygon),
                polygon,
                contour,
                fibres,
            });
        }
    }
    for (muscle, index, at) in spots {
        for side in sides(view) {
            let at = if is_mirrored(view, side) { at.mirrored() } else { at };
            chart.spots.push(UsualSpot { muscle, side, index, at });
        }
    }
    for (muscle, part, spots, contour) in areas {
        for side in sides(view) {
            let contour = on_side(view, side, &contour);
            let polygon = contour.polygon();
            chart.areas.push(PatternArea {
                muscle,
                side,
                part,
                spots,
                bounds: bounds(&polygon),
                polygon,
                contour,
            });
        }
    }
    chart
}

/// The sides that a view shows, of which the left one is drawn.
fn sides(view: View) -> Vec<Side> {
    match view.side() {
        Some(side) => vec![side],
        None => vec![Side::Left, Side::Right],
    }
}

/// Whether what is on this side is the mirror image of what is drawn; a side view has none.
fn is_mirrored(view: View, side: Side) -> bool {
    view.side().is_none() && side == Side::Right
}

fn on_side(view: View, side: Side, curve: &Curve) -> Curve {
    if is_mirrored(view, side) { curve.mirrored() } else { curve.clone() }
}

fn muscle(from: &mut Reader<'_>) -> MuscleId {
    MuscleId::new(u8::try_from(from.count()).unwrap_or(u8::MAX))
}

fn points(from: &mut Reader<'_>) -> Vec<Point> {
    let count = from.count();
    (0..count).map(|_| from.next()).collect()
}
