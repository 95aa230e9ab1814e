//! Unpacks the muscles of a view: bytes to a chart. `painmap-atlas`'s `muscles/pack.rs` writes the
//! bytes and says how. Muscles, spots and areas come in the order of the muscles.

use super::super::curve::{Curve, bounds};
use super::super::frame::{Figure, Point, Side, View};
use super::super::unpack::number;
use super::chart::{MuscleChart, MuscleShape, PatternArea, PatternPart, UsualSpot};
use super::facts::MuscleId;
use super::fibre::lines;
use super::grid::Grid;
use super::smooth::{round, through};

/// Fibres and areas are told in tens of body units.
const TENS: i32 = 10;

/// The chart that the neutral figure's pack makes, carried to another figure by that one's pack; `more`
/// is empty for the neutral figure.
pub(super) fn chart(view: View, figure: Figure, base: &[u8], more: &[u8]) -> MuscleChart {
    let mut more = more.iter();
    let grid = (!more.as_slice().is_empty()).then(|| Grid::read(view, &mut more));
    let mut from = Reader { bytes: base.iter(), last: Point::new(0, 0), grid };
    let mut edges = Vec::new();
    for _ in 0..from.count() {
        let mut points = from.points(1);
        for point in &mut points {
            // What the figure has otherwise than its grid says: the outline, above all.
            point.x = point.x.wrapping_add(number(&mut more));
            point.y = point.y.wrapping_add(number(&mut more));
        }
        edges.push(through(&points));
    }
    let mut shapes = Vec::new();
    for _ in 0..from.count() {
        let muscle = from.muscle();
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
            let (start, end) = (from.points(TENS), from.points(TENS));
            fibres.extend(lines(&start, &end, count, bow));
        }
        shapes.push((muscle, contour, fibres));
    }
    let mut spots = Vec::new();
    for _ in 0..from.count() {
        let (muscle, index) = (from.muscle(), from.count());
        spots.push((muscle, usize::try_from(index).unwrap_or(0), from.point(1)));
    }
    let mut areas = Vec::new();
    for _ in 0..from.count() {
        let muscle = from.muscle();
        let part = if from.count() == 0 { PatternPart::Essential } else { PatternPart::Spillover };
        let spots = from.count().cast_unsigned();
        areas.push((muscle, part, spots, round(&from.points(TENS))));
    }

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

/// Reads a neutral pack, and carries its places.
struct Reader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// The place that the next one is told from.
    last: Point,
    grid: Option<Grid>,
}

impl Reader<'_> {
    fn count(&mut self) -> i32 {
        number(&mut self.bytes)
    }

    fn muscle(&mut self) -> MuscleId {
        MuscleId::new(u8::try_from(self.count()).unwrap_or(u8::MAX))
    }

    /// A place, told in units that are so large.
    fn point(&mut self, unit: i32) -> Point {
        self.last.x = self.last.x.wrapping_add(self.count().wrapping_mul(unit));
        self.last.y = self.last.y.wrapping_add(self.count().wrapping_mul(unit));
        self.grid.as_ref().map_or(self.last, |grid| grid.carried(self.last))
    }

    fn points(&mut self, unit: i32) -> Vec<Point> {
        let count = self.count();
        (0..count).map(|_| self.point(unit)).collect()
    }
}
