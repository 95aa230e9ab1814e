//! Takes the small bumps of the measured mesh out of an outline.

use crate::curve::{simplified, through};
use kurbo::{CubicBez, ParamCurve, ParamCurveArclen, Point};

/// The distance between the points that are averaged, in bu.
const STEP: f64 = 5.0;

/// How far the few segments that are left may be from the averaged curve, in bu.
const ACCURACY: f64 = 2.0;

/// The curve through `run`, averaged along its length with a Gaussian, ever narrower towards its ends,
/// which stay; `width` says how wide at a place. It leans on `before` and `after` as in [`through`].
pub(crate) fn smooth(run: &[Point], before: Point, after: Point, width: fn(Point) -> f64) -> Vec<CubicBez> {
    let (before, after) = (Some(before), Some(after));
    let dense = evenly(&through(run, before, after));
    let last = dense.len() - 1;
    let mut points = Vec::new();
    for at in (0..last).step_by(2).filter(|at| last - at > 2).chain([last]) {
        let to_end = STEP * real(at.min(last - at));
        let width = width(dense[at]).min(to_end / 3.0);
        points.push(average(&dense, at, width));
    }
    simplified(&through(&points, before, after), ACCURACY)
}

/// How wide to average at a place on the left half of a front outline: the hand and the foot have
/// small features of their own.
pub(crate) fn front(at: Point) -> f64 {
    let ramp = |from: f64, to: f64| ramp(at.y, from, to);
    let (body, hand, foot) = (70.0, 11.0, 28.0);
    if at.x > 1500.0 && at.y > 4000.0 {
        body + (hand - body) * ramp(4600.0, 5050.0)
    } else {
        body + (foot - body) * ramp(8900.0, 9500.0)
    }
}

/// How wide to average at a place on a side outline: so have the face and the foot.
pub(crate) fn side(at: Point) -> f64 {
    let (body, face, foot) = (70.0, 5.0, 10.0);
    if at.x > 100.0 && at.y < 2000.0 {
        face + (body - face) * ramp(at.y, 1400.0, 1700.0).max(ramp(at.y, 500.0, 250.0))
    } else {
        body + (foot - body) * ramp(at.y, 8900.0, 9400.0)
    }
}

/// From 0 at `from` to 1 at `to`.
fn ramp(at: f64, from: f64, to: f64) -> f64 {
    ((at - from) / (to - from)).clamp(0.0, 1.0)
}

/// The mean of the points around `at`, weighted by their distance along the run.
fn average(points: &[Point], at: usize, width: f64) -> Point {
    if width < STEP / 2.0 {
        return points[at];
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and positive")]
    let reach = ((3.0 * width / STEP) as usize).min(at).min(points.len() - 1 - at);
    let (mut sum, mut weights) = (Point::ZERO, 0.0);
    for (point, index) in points[at - reach..=at + reach].iter().zip(at - reach..) {
        let weight = (-(real(index.abs_diff(at)) * STEP / width).powi(2) / 2.0).exp();
        sum += weight * point.to_vec2();
        weights += weight;
    }
    Point::new(sum.x / weights, sum.y / weights)
}

/// Points at even distances along a run, both ends included.
fn evenly(run: &[CubicBez]) -> Vec<Point> {
    let mut points = Vec::new();
    let mut ahead = 0.0;
    for segment in run {
        let length = segment.arclen(0.01);
        while ahead < length {
            points.push(segment.eval(segment.inv_arclen(ahead, 0.01)));
            ahead += STEP;
        }
        ahead -= length;
    }
    points.extend(run.last().map(|segment| segment.p3));
    points
}

fn real(count: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of points are small")]
    let count = count as f64;
    count
}
