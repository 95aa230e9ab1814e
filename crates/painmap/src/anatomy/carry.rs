//! Carries a point from one figure to another by its place in its region.
//!
//! The regions of two figures have the same border in other places. A point goes the way that the border
//! round it goes, the nearer parts counting more, so that on the border it goes with it and nothing
//! jumps from one region to the next. The way from the neutral figure is taken as it is and the way to
//! it is that way solved backwards, so that there and back is the same point.

use super::chart::{Chart, Patch};
use super::curve::Curve;
use super::frame::{Figure, Point};
use super::store;

/// How far apart the points of a border are that are looked at, in bu.
const SPACING: f64 = 20.0;
/// In how many steps the length of a segment is measured.
const STEPS: u32 = 48;
/// How near to the goal the way back must come (bu).
const NEAR: f64 = 0.01;
/// How often it may try; it comes twice as near with each.
const MOST_TRIES: u32 = 60;
/// A point this far off the body is carried with the nearest one on it (bu).
const FARTHEST: i32 = 5_000;

type Real = [f64; 2];

impl Chart {
    /// Where a point of this figure is on another one, in the same view: in the same place of the same
    /// region. A point off the body keeps its way from the body's nearest point. None where the
    /// other figure is not at hand, and for a point more than 5000 bu from the body or 10000 from the view's
    /// box, unless the other figure is this one.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let neutral = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
    /// let feminine = Chart::of(View::Posterior, Figure::Feminine).ok_or("not drawn")?;
    /// let there = neutral.carry(Point::new(-600, 1790), Figure::Feminine).ok_or("not drawn")?;
    /// assert_eq!(feminine.locate(there).map(|patch| patch.region().as_str()), Some("suprascapular"));
    /// let back = feminine.carry(there, Figure::Neutral).ok_or("not drawn")?;
    /// assert!(back.distance_squared(Point::new(-600, 1790)) <= 5 * 5);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn carry(&self, point: Point, to: Figure) -> Option<Point> {
        let other = store::chart(self.view, to)?;
        let neutral = store::chart(self.view, Figure::Neutral)?;
        if to == self.figure {
            return Some(point);
        }
        let on = self.snap(point, FARTHEST)?;
        // The halves are mirror images: go on the left.
        let left = self.folded(on);
        let holding = self.locate(left)?;
        let index = self.patches.iter().position(|patch| std::ptr::eq(patch, holding))?;
        let model = neutral.patches.get(index)?;
        let border = |chart: &Self| chart.patches.get(index).map(|patch| round(patch, model));
        let (own, base, others) = (border(self)?, border(neutral)?, border(other)?);
        let start = real(left);
        let there = |point: Real| {
            let middle = if self.figure == Figure::Neutral { point } else { solve(&base, &own, point) };
            if to == Figure::Neutral { middle } else { carried(&base, &others, middle) }
        };
        let end = whole(there(start));
        let end = if on == left { end } else { end.mirrored() };
        Some(Point::new(end.x.saturating_add(point.x - on.x), end.y.saturating_add(point.y - on.y)))
    }
}

/// The point that [`carried`] takes to `goal`.
fn solve(from: &[Real], to: &[Real], goal: Real) -> Real {
    let mut point = goal;
    for _ in 0..MOST_TRIES {
        let reached = carried(from, to, point);
        let off = [goal[0] - reached[0], goal[1] - reached[1]];
        point = [point[0] + off[0], point[1] + off[1]];
        if length(off) < NEAR {
            break;
        }
    }
    point
}

/// Where a point goes when the corners of one polygon go to those of another.
fn carried(from: &[Real], to: &[Real], point: Real) -> Real {
    let (mut sum, mut weights) = ([0.0, 0.0], 0.0);
    for (index, (corner, goal)) in from.iter().zip(to).enumerate() {
        let next = if index + 1 == from.len() { 0 } else { index + 1 };
        let (a, b) = (minus(*corner, point), minus(from[next], point));
        let edge = minus(b, a);
        let squared = dot(edge, edge);
        if squared == 0.0 {
            continue;
        }
        // The edge goes as its place nearest to the point goes.
        let part = (-dot(a, edge) / squared).clamp(0.0, 1.0);
        let goes = |axis: usize| {
            let (here, there) = (goal[axis] - corner[axis], to[next][axis] - from[next][axis]);
            here + (there - here) * part
        };
        let cross = a[0] * b[1] - a[1] * b[0];
        let round = length(a) * length(b) - dot(a, b);
        if cross * cross < 1e-12 * squared * squared {
            if dot(a, b) <= 0.0 {
                return [point[0] + goes(0), point[1] + goes(1)];
            }
            continue;
        }
        // By twice the tangent of half the angle that it spans, over its distance.
        let weight = squared.sqrt() * round / (cross * cross) * 2.0;
        sum = [sum[0] + weight * goes(0), sum[1] + weight * goes(1)];
        weights += weight;
    }
    [point[0] + sum[0] / weights, point[1] + sum[1] / weights]
}

fn minus(a: Real, b: Real) -> Real {
    [a[0] - b[0], a[1] - b[1]]
}

fn length(a: Real) -> f64 {
    dot(a, a).sqrt()
}

fn dot(a: Real, b: Real) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

/// Points round a region, as many in each figure and at the same parts of the way: so many between two
/// joints of the border as the neutral figure's length asks for.
fn round(patch: &Patch, neutral: &Patch) -> Vec<Real> {
    let mut points = Vec::new();
    for (own, base) in ways(patch.contour()).into_iter().zip(ways(neutral.contour())) {
        let pieces = (base.length() / SPACING).ceil().clamp(1.0, 200.0);
        let mut piece = 0.0;
        while piece < pieces {
            points.push(own.at(own.length() * piece / pieces));
            piece += 1.0;
        }
    }
    points
}

/// A segment of a border, with the way to each of many points on it.
struct Way(Vec<(f64, Real)>);

/// The segments of a border.
fn ways(contour: &Curve) -> Vec<Way> {
    let mut from = real(contour.start());
    let mut ways = Vec::new();
    for segment in contour.segments() {
        let [a, b, end] = segment.map(real);
        let mut way = vec![(0.0, from)];
        let (mut way_so_far, mut last) = (0.0, from);
        for step in 1..=STEPS {
            let t = f64::from(step) / f64::from(STEPS);
            let u = 1.0 - t;
            let [p, q, r, s] = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
            let point = [0, 1].map(|axis| p * from[axis] + q * a[axis] + r * b[axis] + s * end[axis]);
            way_so_far += length(minus(point, last));
            way.push((way_so_far, point));
            last = point;
        }
        ways.push(Way(way));
        from = end;
    }
    ways
}

impl Way {
    fn length(&self) -> f64 {
        self.0.last().map_or(0.0, |(length, _)| *length)
    }

    /// The point after a length.
    fn at(&self, length: f64) -> Real {
        let after = self.0.partition_point(|(way, _)| *way < length).clamp(1, self.0.len() - 1);
        let ((before, a), (beyond, b)) = (self.0[after - 1], self.0[after]);
        let part =
            if beyond > before { ((length - before) / (beyond - before)).clamp(0.0, 1.0) } else { 0.0 };
        [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]
    }
}

fn real(point: Point) -> Real {
    [f64::from(point.x), f64::from(point.y)]
}

fn whole([x, y]: Real) -> Point {
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast saturates")]
    let round = |value: f64| value.round() as i32;
    Point::new(round(x), round(y))
}
