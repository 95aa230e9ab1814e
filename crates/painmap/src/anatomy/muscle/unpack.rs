//! Unpacks the muscles of a view: bytes to a chart. `painmap-atlas`'s `muscles/pack.rs` writes the
//! bytes and says how. Muscles, spots and areas come in the order of the muscles.

use super::super::curve::{Curve, bounds};
use super::super::frame::{Bounds, Figure, Point, Side, View};
use super::super::more::More;
use super::super::unpack::{number, plus};
use super::chart::{MuscleChart, MuscleShape, PatternArea, PatternPart, UsualSpot};
use super::facts::MuscleId;
use super::fibre::lines;
use super::grid::Grid;
use super::smooth::{round, through};

/// Fibres and areas are told in tens of body units.
const TENS: i32 = 10;

/// The chart that the neutral figure's pack makes, carried to another figure by the packs of the others.
pub(super) fn chart(view: View, figure: Figure, base: &[u8], others: [&'static [u8]; 2]) -> MuscleChart {
    let mut more = More::of(figure, others);
    let grid = (figure != Figure::Neutral).then(|| Grid::read(view, &mut more));
    let mut from = Reader { bytes: base.iter(), last: Point::new(0, 0), grid };
    let mut edges = Vec::new();
    for _ in 0..from.count() {
        let mut points = from.points(1);
        for point in &mut points {
            // What the figure has otherwise than its grid says: the outline, above all.
            point.x = point.x.wrapping_add(more.next());
            point.y = point.y.wrapping_add(more.next());
        }
        edges.push(through(&points));
    }
    let mut chart = MuscleChart { view, figure, shapes: Vec::new(), spots: Vec::new(), areas: Vec::new() };
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
            fibres.append(&mut lines(&start, &end, count, bow));
        }
        for &side in sides(view) {
            let (contour, polygon, bounds) = area(view, side, &contour);
            let fibres = fibres.iter().map(|fibre| on_side(view, side, fibre)).collect();
            chart.shapes.push(MuscleShape { muscle, side, contour, polygon, bounds, fibres });
        }
    }
    for _ in 0..from.count() {
        let (muscle, index, at) = (from.muscle(), from.count(), from.point(1, &mut Point::new(0, 0)));
        let index = usize::try_from(index).unwrap_or(0);
        for &side in sides(view) {
            let at = if is_mirrored(view, side) { at.mirrored() } else { at };
            chart.spots.push(UsualSpot { muscle, side, index, at });
        }
    }
    for _ in 0..from.count() {
        let muscle = from.muscle();
        let part = if from.count() == 0 { PatternPart::Essential } else { PatternPart::Spillover };
        let spots = from.count().cast_unsigned();
        let drawn = round(&from.points(TENS));
        for &side in sides(view) {
            let (contour, polygon, bounds) = area(view, side, &drawn);
            chart.areas.push(PatternArea { muscle, side, part, spots, contour, polygon, bounds });
        }
    }
    chart
}

/// The sides that a view shows, of which the left one is drawn.
const fn sides(view: View) -> &'static [Side] {
    match view {
        View::Left => &[Side::Left],
        View::Right => &[Side::Right],
        View::Posterior | View::Anterior => &[Side::Left, Side::Right],
    }
}

/// Whether what is on this side is the mirror image of what is drawn; a side view has none.
fn is_mirrored(view: View, side: Side) -> bool {
    view.side().is_none() && side == Side::Right
}

fn on_side(view: View, side: Side, curve: &Curve) -> Curve {
    if is_mirrored(view, side) { curve.mirrored() } else { curve.clone() }
}

/// A closed curve on a side, the polygon that stands for it and the box round that.
fn area(view: View, side: Side, curve: &Curve) -> (Curve, Vec<Point>, Bounds) {
    let contour = on_side(view, side, curve);
    let polygon = contour.polygon();
    let bounds = bounds(&polygon);
    (contour, polygon, bounds)
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

    /// A place, told in units that are so large, by what the step is more than the one before.
    fn point(&mut self, unit: i32, step: &mut Point) -> Point {
        *step = plus(*step, Point::new(self.count(), self.count()));
        let way = Point::new(step.x.wrapping_mul(unit), step.y.wrapping_mul(unit));
        self.last = plus(self.last, way);
        self.grid.as_ref().map_or(self.last, |grid| grid.carried(self.last))
    }

    fn points(&mut self, unit: i32) -> Vec<Point> {
        let mut points = Vec::new();
        let mut step = Point::new(0, 0);
        for index in 0..self.count() {
            if index == 1 {
                // The way to the first one says nothing about the line.
                step = Point::new(0, 0);
            }
            points.push(self.point(unit, &mut step));
        }
        points
    }
}
