//! Smooth curves through points, and their whole-number form.

use kurbo::simplify::{SimplifyOptions, simplify_bezpath};
use kurbo::{BezPath, CubicBez, ParamCurve, PathSeg, Point};

/// A curve in whole body units: a start, then cubic segments (two handles and an end each).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) start: [i32; 2],
    pub(crate) segments: Vec<[[i32; 2]; 3]>,
}

impl Whole {
    /// Rounds a chain of segments; a point on the midline stays there.
    pub(crate) fn of(chain: &[CubicBez]) -> Self {
        let start = chain.first().map_or([0, 0], |segment| whole(segment.p0));
        let segments = chain.iter().map(|s| [whole(s.p1), whole(s.p2), whole(s.p3)]).collect();
        Self { start, segments }
    }

    /// The same curve on the other side.
    pub(crate) fn mirrored(&self) -> Self {
        let flip = |[x, y]: [i32; 2]| [-x, y];
        Self { start: flip(self.start), segments: self.segments.iter().map(|s| s.map(flip)).collect() }
    }

    /// Whether all of it lies on the midline.
    pub(crate) fn on_midline(&self) -> bool {
        self.start[0] == 0 && self.segments.iter().flatten().all(|point| point[0] == 0)
    }

    /// The last point.
    pub(crate) fn end(&self) -> [i32; 2] {
        self.segments.last().map_or(self.start, |segment| segment[2])
    }

    /// Points along the curve, close enough for areas and angles; the start included.
    pub(crate) fn flat(&self) -> Vec<Point> {
        let mut from = real(self.start);
        let mut points = vec![from];
        for &[a, b, end] in &self.segments {
            let segment = CubicBez::new(from, real(a), real(b), real(end));
            points.extend((1..=16).map(|step| segment.eval(f64::from(step) / 16.0)));
            from = segment.p3;
        }
        points
    }
}

/// The nearest whole point.
pub(crate) fn whole(point: Point) -> [i32; 2] {
    #[expect(clippy::cast_possible_truncation, reason = "coordinates are far below i32::MAX")]
    let round = |value: f64| value.round() as i32;
    [round(point.x), round(point.y)]
}

/// A whole point as kurbo's.
pub(crate) fn real([x, y]: [i32; 2]) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

/// A point on the other side.
pub(crate) fn mirror(point: Point) -> Point {
    Point::new(-point.x, point.y)
}

/// The centripetal Catmull-Rom curve through `points`, which leans on `before` and `after`.
///
/// Where these are absent the curve ends freely.
pub(crate) fn through(points: &[Point], before: Option<Point>, after: Option<Point>) -> Vec<CubicBez> {
    let at = |index: usize| points.get(index).copied();
    points
        .windows(2)
        .enumerate()
        .map(|(index, pair)| {
            let (p1, p2) = (pair[0], pair[1]);
            let p0 = if index == 0 { before } else { at(index - 1) };
            let p3 = if index + 2 == points.len() { after } else { at(index + 2) };
            let (p0, p3) = (p0.unwrap_or_else(|| p1 + (p1 - p2)), p3.unwrap_or_else(|| p2 + (p2 - p1)));
            let knot = |a: Point, b: Point| a.distance(b).max(1e-9).sqrt();
            let (d1, d2, d3) = (knot(p0, p1), knot(p1, p2), knot(p2, p3));
            let m1 = (p2 - p1) + d2 * ((p1 - p0) / d1 - (p2 - p0) / (d1 + d2));
            let m2 = (p2 - p1) + d2 * ((p3 - p2) / d3 - (p3 - p1) / (d2 + d3));
            CubicBez::new(p1, p1 + m1 / 3.0, p2 - m2 / 3.0, p2)
        })
        .collect()
}

/// The same smooth chain with fewer segments, nowhere further off than about `accuracy`.
pub(crate) fn simplified(chain: &[CubicBez], accuracy: f64) -> Vec<CubicBez> {
    let path = BezPath::from_path_segments(chain.iter().map(|segment| PathSeg::Cubic(*segment)));
    let options = SimplifyOptions::default().angle_thresh(0.5);
    simplify_bezpath(path, accuracy, &options).segments().map(|segment| segment.to_cubic()).collect()
}
