//! Smooth curves in whole body units, and the polygons that stand for them.

use super::frame::{Bounds, Point};

/// The most straight pieces into which a segment is cut.
const MOST_STEPS: i32 = 24;

/// A chain of cubic Bézier segments in body units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    start: Point,
    segments: Vec<[Point; 3]>,
    closed: bool,
}

impl Curve {
    pub(super) const fn new(start: Point, segments: Vec<[Point; 3]>) -> Self {
        Self { start, segments, closed: false }
    }

    /// Adds an open curve that begins where this one ends.
    pub(super) fn join(&mut self, other: &Self) {
        if self.segments.is_empty() {
            self.start = other.start;
        }
        self.segments.extend_from_slice(&other.segments);
    }

    /// The curve, which ends where it begins.
    pub(super) fn close(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Where it begins.
    #[must_use]
    pub const fn start(&self) -> Point {
        self.start
    }

    /// Its segments: two handles and an end each.
    #[must_use]
    pub fn segments(&self) -> &[[Point; 3]] {
        &self.segments
    }

    /// Whether it ends where it begins.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closed
    }

    /// The same curve on the other side of the body, walked the same way round from the inside.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut curve = self.reversed();
        curve.start = curve.start.mirrored();
        for segment in &mut curve.segments {
            *segment = segment.map(Point::mirrored);
        }
        curve
    }

    /// The same curve, walked backwards.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let mut segments = Vec::with_capacity(self.segments.len());
        let mut start = self.start;
        for &[a, b, end] in &self.segments {
            segments.push([b, a, start]);
            start = end;
        }
        segments.reverse();
        Self { start, segments, closed: self.closed }
    }

    /// Whether it lies on the midline throughout.
    pub(super) fn on_midline(&self) -> bool {
        self.start.x == 0 && self.segments.iter().flatten().all(|point| point.x == 0)
    }

    /// Its corners as a polygon (a closed curve: without the start again at the end).
    ///
    /// A curve, its mirror image and its reverse give the same corners, so that neighbours that
    /// share a border share its points.
    pub(super) fn polygon(&self) -> Vec<Point> {
        let mut corners = vec![self.start];
        let mut from = self.start;
        for &segment in &self.segments {
            flatten(from, segment, &mut corners);
            from = segment[2];
        }
        corners.dedup();
        if self.closed && corners.len() > 1 {
            corners.pop();
        }
        corners
    }
}

/// Adds the corners of one segment, its start excepted; nowhere more than about 1 bu off.
fn flatten(start: Point, [a, b, end]: [Point; 3], corners: &mut Vec<Point>) {
    // Evaluated from the lesser end and on the left, so that the way walked and the side do not
    // change the rounding.
    let left = start.x + a.x + b.x + end.x >= 0;
    let side = |point: Point| if left { point } else { point.mirrored() };
    let [start, a, b, end] = [start, a, b, end].map(side);
    let backwards = (end, b) < (start, a);
    let [p, q, r, s] = if backwards { [end, b, a, start] } else { [start, a, b, end] };

    let bend = |u: Point, v: Point, w: Point| (u.x - 2 * v.x + w.x).abs() + (u.y - 2 * v.y + w.y).abs();
    let bend = bend(p, q, r).max(bend(q, r, s)) * 3 / 4;
    // The square root, counted up to: the one of the standard library weighs more in the wasm.
    let mut steps = 1;
    while steps < MOST_STEPS && steps * steps <= bend {
        steps += 1;
    }
    let at = |step: i32| {
        let (t, u) = (step, steps - step);
        let [fp, fq, fr, fs] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        let whole = steps * steps * steps;
        let round = |sum: i32| (sum + whole / 2).div_euclid(whole);
        Point::new(
            round(fp * p.x + fq * q.x + fr * r.x + fs * s.x),
            round(fp * p.y + fq * q.y + fr * r.y + fs * s.y),
        )
    };
    corners.extend((1..=steps).map(|step| side(at(if backwards { steps - step } else { step }))));
}

/// The smallest box round some points.
pub(super) fn bounds(points: &[Point]) -> Bounds {
    let mut points = points.iter();
    let first = points.next().copied().unwrap_or(Point::new(0, 0));
    points.fold(Bounds { min: first, max: first }, |bounds, point| {
        Bounds::new(
            bounds.min.x.min(point.x),
            bounds.min.y.min(point.y),
            bounds.max.x.max(point.x),
            bounds.max.y.max(point.y),
        )
    })
}
