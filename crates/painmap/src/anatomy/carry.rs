//! Carries a point from one figure to another by its place in its region.
//!
//! The regions of two figures have the same corners in other places. Mean-value coordinates (Floater
//! 2003) say where in a polygon a point is by what it has of each corner; they run on smoothly across
//! borders, since on an edge only the edge's two ends count. The way from the neutral figure is taken
//! as it is and the way to it is that way solved backwards, so that there and back is the same point.

use super::chart::{Chart, Patch};
use super::curve::Curve;
use super::frame::{Figure, Point};
use super::store;

/// Into how many straight pieces a segment is cut: in all figures alike.
const PIECES: u32 = 8;
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
    /// other figure is not at hand.
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
        let corners = |chart: &Chart| chart.patches.get(index).map(corners);
        let (own, base, others) = (corners(self)?, corners(neutral)?, corners(other)?);
        let start = [f64::from(left.x), f64::from(left.y)];
        let middle = if self.figure == Figure::Neutral { start } else { solve(&base, &own, start) };
        let end = if to == Figure::Neutral { middle } else { carried(&base, &others, middle) };
        let there = whole(end);
        let there = if on == left { there } else { there.mirrored() };
        Some(Point::new(there.x.saturating_add(point.x - on.x), there.y.saturating_add(point.y - on.y)))
    }
}

/// The point that [`carried`] takes to `goal`.
fn solve(from: &[Real], to: &[Real], goal: Real) -> Real {
    let mut point = goal;
    for _ in 0..MOST_TRIES {
        let reached = carried(from, to, point);
        let off = [goal[0] - reached[0], goal[1] - reached[1]];
        point = [point[0] + off[0], point[1] + off[1]];
        if off[0].hypot(off[1]) < NEAR {
            break;
        }
    }
    point
}

/// Where a point of one polygon is in another with the same corners.
fn carried(from: &[Real], to: &[Real], point: Real) -> Real {
    let count = from.len();
    let (mut sum, mut weights) = ([0.0, 0.0], 0.0);
    let way = |corner: Real| [corner[0] - point[0], corner[1] - point[1]];
    for index in 0..count {
        let (before, after) = ((index + count - 1) % count, (index + 1) % count);
        let (a, b, c) = (way(from[before]), way(from[index]), way(from[after]));
        let distance = b[0].hypot(b[1]);
        if distance < 1e-9 {
            return to[index];
        }
        if let Some(part) = along(b, c) {
            let (near, far) = (to[index], to[after]);
            return [near[0] + (far[0] - near[0]) * part, near[1] + (far[1] - near[1]) * part];
        }
        let weight = (half_tangent(a, b) + half_tangent(b, c)) / distance;
        sum = [sum[0] + weight * to[index][0], sum[1] + weight * to[index][1]];
        weights += weight;
    }
    [sum[0] / weights, sum[1] / weights]
}

/// How far along the edge from `a` to `b` the origin is; none off the edge.
fn along(a: Real, b: Real) -> Option<f64> {
    let (cross, dot) = (a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]);
    let (to_a, to_b) = (a[0].hypot(a[1]), b[0].hypot(b[1]));
    (cross.abs() < 1e-9 * to_a * to_b && dot <= 0.0).then(|| to_a / (to_a + to_b))
}

/// The tangent of half the angle from `a` to `b`, seen from the origin.
fn half_tangent(a: Real, b: Real) -> f64 {
    let (cross, dot) = (a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]);
    if cross == 0.0 { 0.0 } else { (a[0].hypot(a[1]) * b[0].hypot(b[1]) - dot) / cross }
}

/// The corners of a region, as many in each figure.
fn corners(patch: &Patch) -> Vec<Real> {
    let real = |point: Point| [f64::from(point.x), f64::from(point.y)];
    let contour: &Curve = patch.contour();
    let mut from = real(contour.start());
    let mut corners = Vec::new();
    for segment in contour.segments() {
        let [a, b, end] = segment.map(real);
        for piece in 0..PIECES {
            let t = f64::from(piece) / f64::from(PIECES);
            let u = 1.0 - t;
            let [p, q, r, s] = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
            corners.push([0, 1].map(|axis| p * from[axis] + q * a[axis] + r * b[axis] + s * end[axis]));
        }
        from = end;
    }
    corners
}

fn whole([x, y]: Real) -> Point {
    #[expect(clippy::cast_possible_truncation, reason = "rounded, and a cast saturates")]
    let round = |value: f64| value.round() as i32;
    Point::new(round(x), round(y))
}
