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
    let (mut base, mut more) = (base.iter(), more.iter());
    let map = run(&mut base);
    let places = [run(&mut base), run(&mut more)];
    let mut from = Reader { map, places, handles: [base, more], last: Point::new(0, 0) };
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

/// The steps in which handles are told, in bu. The drawing that ships was rounded to them by
/// `painmap-atlas`, whose `handles.rs` says why.
const HANDLE_STEP: i32 = 4;

/// Reads the runs of two packs side by side.
struct Reader<'a> {
    map: Numbers<'a>,
    /// Of the neutral figure, and what is to be added.
    places: [Numbers<'a>; 2],
    /// Likewise.
    handles: [Numbers<'a>; 2],
    /// The place that the next one is told from.
    last: Point,
}

/// Numbers that are still to be read.
pub(super) type Numbers<'a> = std::slice::Iter<'a, u8>;

/// A run of numbers, before which it stands how many bytes they are.
pub(super) fn run<'a>(bytes: &mut Numbers<'a>) -> Numbers<'a> {
    let length = number(bytes).unsigned_abs() as usize;
    let rest = bytes.as_slice();
    let (run, rest) = rest.split_at_checked(length).unwrap_or((rest, &[]));
    *bytes = rest.iter();
    run.iter()
}

/// A coordinate of all figures and what is to be added to it.
fn sum([base, more]: &mut [Numbers<'_>; 2]) -> i32 {
    number(base).wrapping_add(number(more))
}

impl Reader<'_> {
    /// A number that all figures share.
    fn count(&mut self) -> i32 {
        number(&mut self.map)
    }

    /// A coordinate.
    fn place(&mut self) -> i32 {
        sum(&mut self.places)
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

    /// A handle near to an expected one.
    fn handle(&mut self, expected: Point) -> Point {
        let mut step = || sum(&mut self.handles).wrapping_mul(HANDLE_STEP);
        plus(expected, Point::new(step(), step()))
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

    /// A curve with so many segments. An end is expected as far on as the segment before it went; a
    /// first handle half as if it ran on and half a third of the way along, a second one a third back.
    fn curve(&mut self, start: Point, last: Point, count: i32) -> Curve {
        let mut from = start;
        let mut way = Point::new(0, 0);
        let mut run = None;
        let mut segments = Vec::new();
        for left in (0..count.unsigned_abs()).rev() {
            let end = if left == 0 { last } else { self.near(plus(from, way)) };
            way = minus(end, from);
            let third = Point::new(way.x / 3, way.y / 3);
            let twice = plus(run.unwrap_or(third), third);
            let first = self.handle(plus(from, Point::new(twice.x >> 1, twice.y >> 1)));
            let second = self.handle(minus(end, third));
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

pub(super) const fn plus(a: Point, b: Point) -> Point {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What a pack of the package holds after its title and checksum.
    fn pack(name: &str) -> Vec<u8> {
        let path = format!("{}/src/anatomy/tables/{name}.atlas", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(path).unwrap();
        let title = bytes.iter().position(|&byte| byte == b'\n').unwrap();
        bytes[title + 5..].to_vec()
    }

    /// The runs of a pack; numbers from -64 to 63, a byte each.
    fn packed<const RUNS: usize>(runs: [&[i8]; RUNS]) -> Vec<u8> {
        let byte = |number: i8| ((number << 1) ^ (number >> 7)).cast_unsigned();
        let mut bytes = Vec::new();
        for (index, run) in runs.into_iter().enumerate() {
            if index + 1 < RUNS {
                bytes.push(byte(i8::try_from(run.len()).unwrap()));
            }
            bytes.extend(run.iter().copied().map(byte));
        }
        bytes
    }

    #[test]
    fn a_curve_is_told_by_what_it_is_more_than_expected() {
        // One border of two segments between two new nodes, and nothing else.
        let map: &[i8] = &[1, 2, 0, 0];
        let places: &[i8] = &[10, 20, 50, 60, 31, 29];
        let handles: &[i8] = &[1, -1, 0, 2, 0, 0, -3, 0];
        let border = |more: &[u8]| {
            let chart = chart(View::Left, Figure::Neutral, &packed([map, places, handles]), more);
            assert_eq!(chart.borders.len(), 1);
            chart.borders[0].clone()
        };
        let points = |points: [(i32, i32); 3]| points.map(|(x, y)| Point::new(x, y));
        let own = border(&[]);
        assert_eq!(own.start(), Point::new(10, 20));
        // A third along and a third back, with steps; then half of (10 + 6, 1 + 10) on.
        let first = points([(24, 25), (31, 48), (41, 49)]);
        let second = points([(49, 54), (42, 70), (60, 80)]);
        assert_eq!(own.segments(), [first, second]);
        // Another figure's middle is one further to the front and its first handle two steps.
        let other = border(&packed([&[0, 0, 0, 0, 1, 0], &[2]]));
        assert_eq!(other.segments()[0], points([(32, 25), (32, 48), (42, 49)]));
    }

    #[test]
    fn damaged_packs_make_some_chart_and_no_panic() {
        for (view, name) in [(View::Posterior, "posterior"), (View::Left, "lateral")] {
            let (base, more) = (pack(&format!("{name}-neutral")), pack(&format!("{name}-feminine")));
            let whole = chart(view, Figure::Feminine, &base, &more);
            for end in (0..base.len()).step_by(31) {
                let cut = chart(view, Figure::Feminine, &base[..end], &more);
                assert!(cut.patches.len() <= whole.patches.len());
                let cut = &more[..end.min(more.len() - 1)];
                let other = chart(view, Figure::Feminine, &base, cut);
                assert_eq!(other.patches.len(), whole.patches.len());
            }
            // Another sign or count; the lengths of the runs among them.
            for at in (0..8).chain((8..base.len()).step_by(31)) {
                let mut changed = base.clone();
                changed[at] ^= 1;
                chart(view, Figure::Feminine, &changed, &more);
            }
        }
    }
}
