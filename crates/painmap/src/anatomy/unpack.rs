//! Unpacks a drawing: bytes to a chart.
//!
//! `painmap-atlas`'s `pack.rs` writes the bytes and says how. Plain loops: chained iterators would
//! weigh more in the wasm than what they unpack.

use super::chart::{Chart, Detail, LEVELS, Level, Patch};
use super::curve::{Curve, bounds};
use super::frame::{Bounds, Figure, Point, Side, View};
use super::region::RegionId;

/// The chart that the neutral figure's pack makes, with what another figure's places are more than
/// those; `more` is empty for the neutral figure.
pub(super) fn chart(view: View, figure: Figure, base: &[u8], more: &[u8]) -> Chart {
    let mut from = Reader { base: base.iter(), more: more.iter(), last: Point::new(0, 0) };
    let mut arcs = Vec::new();
    let mut nodes = Vec::new();
    let mut borders = Vec::new();
    for _ in 0..from.count() {
        let count = from.count();
        let (start, end) = (from.node(&mut nodes), from.node(&mut nodes));
        let arc = from.curve(start, end, count);
        if count > 0 {
            push(&mut borders, view, &arc);
        }
        arcs.push(arc);
    }
    let mut details = Vec::new();
    for _ in 0..from.count() {
        let (count, weight) = (from.count(), from.count());
        let mut curves = Vec::new();
        let (start, end) = (from.next(), from.next());
        push(&mut curves, view, &from.curve(start, end, count));
        for curve in curves {
            details.push(Detail { curve, weight: u8::try_from(weight).unwrap_or(0) });
        }
    }
    let mut levels = Vec::new();
    from.last = Point::new(0, 0);
    let seen = usize::try_from(from.count()).unwrap_or(0);
    // A view that does not show them all lacks the upper ones.
    for &name in LEVELS.get(LEVELS.len().saturating_sub(seen)..).unwrap_or_default() {
        levels.push(Level { name, at: from.next() });
    }
    let crops = [(); 4].map(|()| Bounds::new(from.place(), from.place(), from.place(), from.place()));
    let mut outline = Vec::new();
    let mut outline_polygons = Vec::new();
    for _ in 0..from.count() {
        let contour = from.contour(&arcs);
        outline_polygons.push(contour.polygon());
        outline.push(contour);
    }
    let mut patches = Vec::new();
    from.last = Point::new(0, 0);
    for _ in 0..from.count() {
        let region = RegionId::new(u8::try_from(from.count()).unwrap_or(0));
        let paired = from.count() != 0;
        let label = from.next();
        let curve = from.contour(&arcs);
        if paired {
            let mirrored = curve.mirrored();
            patches.push(patch(region, Some(Side::Left), label, curve));
            patches.push(patch(region, Some(Side::Right), label.mirrored(), mirrored));
        } else {
            patches.push(patch(region, view.side(), label, curve));
        }
    }
    Chart { view, figure, crops, outline, outline_polygons, borders, patches, details, levels }
}

/// Reads two packs side by side.
struct Reader<'a> {
    base: std::slice::Iter<'a, u8>,
    more: std::slice::Iter<'a, u8>,
    /// The place that the next one is told from.
    last: Point,
}

impl Reader<'_> {
    /// A number that all figures share.
    fn count(&mut self) -> i32 {
        number(&mut self.base)
    }

    /// A coordinate.
    fn place(&mut self) -> i32 {
        number(&mut self.base).wrapping_add(number(&mut self.more))
    }

    /// A point near to the last one.
    fn next(&mut self) -> Point {
        self.last = self.near(self.last);
        self.last
    }

    /// A point near to an expected one.
    fn near(&mut self, expected: Point) -> Point {
        plus(expected, Point::new(self.place(), self.place()))
    }

    /// An end of an arc: a new one, or one that other arcs have met, counted from the latest.
    fn node(&mut self, nodes: &mut Vec<Point>) -> Point {
        let back = self.count().unsigned_abs() as usize;
        if let Some(&known) = nodes.len().checked_sub(back).and_then(|index| nodes.get(index)) {
            return known;
        }
        let node = self.next();
        nodes.push(node);
        node
    }

    /// A curve with so many segments: a handle is expected to run on from the one before it, or to
    /// lie a third of the way along.
    fn curve(&mut self, start: Point, last: Point, count: i32) -> Curve {
        let mut from = start;
        let mut run = None;
        let mut segments = Vec::new();
        for left in (0..count.unsigned_abs()).rev() {
            let end = if left == 0 { last } else { self.near(from) };
            let way = minus(end, from);
            let third = Point::new(way.x / 3, way.y / 3);
            let first = self.near(plus(from, run.unwrap_or(third)));
            let second = self.near(minus(end, third));
            run = Some(minus(end, second));
            segments.push([first, second, end]);
            from = end;
        }
        Curve::new(start, segments)
    }

    /// A closed chain of arcs. They are numbered from 1 and negative where walked backwards; beyond
    /// the number of arcs come their mirror images.
    fn contour(&mut self, arcs: &[Curve]) -> Curve {
        let mut contour = Curve::new(Point::new(0, 0), Vec::new());
        for _ in 0..self.count() {
            let number = self.count();
            let index = (number.unsigned_abs() as usize).wrapping_sub(1);
            // A mirror image is turned round.
            let mirrored = index >= arcs.len();
            let Some(arc) = arcs.get(if mirrored { index.wrapping_sub(arcs.len()) } else { index }) else {
                continue;
            };
            let mut arc = if mirrored { arc.mirrored() } else { arc.clone() };
            if mirrored != (number < 0) {
                arc = arc.reversed();
            }
            contour.join(&arc);
        }
        contour.close()
    }
}

/// A whole number, seven bits a byte and the sign in the lowest bit; 0 after the last one.
pub(super) fn number(bytes: &mut std::slice::Iter<'_, u8>) -> i32 {
    let (mut number, mut shift) = (0_u32, 0_u32);
    for &byte in bytes {
        number |= u32::from(byte & 127).wrapping_shl(shift);
        shift += 7;
        if byte < 128 {
            break;
        }
    }
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

const fn plus(a: Point, b: Point) -> Point {
    Point::new(a.x.wrapping_add(b.x), a.y.wrapping_add(b.y))
}

const fn minus(a: Point, b: Point) -> Point {
    Point::new(a.x.wrapping_sub(b.x), a.y.wrapping_sub(b.y))
}

/// Adds a curve and its mirror image; one on the midline is both. A side view has no mirror images.
fn push(curves: &mut Vec<Curve>, view: View, curve: &Curve) {
    curves.push(curve.clone());
    if view.side().is_none() && !curve.on_midline() {
        curves.push(curve.mirrored());
    }
}

fn patch(region: RegionId, side: Option<Side>, label: Point, contour: Curve) -> Patch {
    let polygon = contour.polygon();
    Patch { region, side, label, bounds: bounds(&polygon), polygon, contour }
}
