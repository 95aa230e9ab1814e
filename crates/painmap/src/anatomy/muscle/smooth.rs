//! Smooth curves through points: the drawing of the muscles is told by the points that its edges pass.

use super::super::curve::Curve;
use super::super::frame::Point;

/// The centripetal Catmull-Rom curve through some points, its ends free, in whole numbers. Square roots
/// are exact to the last bit on every machine, so the curve is the same everywhere.
pub(super) fn through(points: &[Point]) -> Curve {
    let last = points.len().saturating_sub(1);
    let mut segments = Vec::with_capacity(last);
    for (index, pair) in points.windows(2).enumerate() {
        let &[b, c] = pair else { continue };
        let before = index.checked_sub(1).and_then(|index| points.get(index)).copied();
        segments.push(segment(before, b, c, points.get(index + 2).copied()));
    }
    Curve::new(points.first().copied().unwrap_or(Point::new(0, 0)), segments)
}

/// The closed curve through some points, smooth in each of them.
pub(super) fn round(points: &[Point]) -> Curve {
    let count = points.len().max(1);
    let at = |index: usize| points.get(index % count).copied();
    let mut segments = Vec::with_capacity(count);
    for index in 0..points.len() {
        if let (Some(b), Some(c)) = (at(index), at(index + 1)) {
            segments.push(segment(at(index + count - 1), b, c, at(index + 2)));
        }
    }
    Curve::new(points.first().copied().unwrap_or(Point::new(0, 0)), segments).close()
}

/// The segment from `b` to `c`, which leans on its neighbours; without one it runs straight on.
fn segment(before: Option<Point>, b: Point, c: Point, after: Option<Point>) -> [Point; 3] {
    let a = before.unwrap_or(Point::new(2 * b.x - c.x, 2 * b.y - c.y));
    let d = after.unwrap_or(Point::new(2 * c.x - b.x, 2 * c.y - b.y));
    let knot = |a: Point, b: Point| distance(a, b).max(1e-9).sqrt();
    let (first, middle, last) = (knot(a, b), knot(b, c), knot(c, d));
    let handle = |of: fn(Point) -> i32| {
        let [a, b, c, d] = [a, b, c, d].map(|point| f64::from(of(point)));
        let out = (c - b) + middle * ((b - a) / first - (c - a) / (first + middle));
        let into = (c - b) + middle * ((d - c) / last - (d - b) / (middle + last));
        [whole(b + out / 3.0), whole(c - into / 3.0)]
    };
    let ([out_x, into_x], [out_y, into_y]) = (handle(|point| point.x), handle(|point| point.y));
    [Point::new(out_x, out_y), Point::new(into_x, into_y), c]
}

/// How far two points are apart (bu).
pub(super) fn distance(a: Point, b: Point) -> f64 {
    let (x, y) = (f64::from(b.x) - f64::from(a.x), f64::from(b.y) - f64::from(a.y));
    (x * x + y * y).sqrt()
}

/// The nearest whole number; one that lies between two goes away from zero, so that both sides mirror.
pub(super) fn whole(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let whole = (value + if value < 0.0 { -0.5 } else { 0.5 }) as i32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_two_points_is_straight() {
        let line = through(&[Point::new(0, 0), Point::new(300, 600)]);
        assert_eq!(line.segments(), [[Point::new(100, 200), Point::new(200, 400), Point::new(300, 600)]]);
    }

    #[test]
    fn a_closed_curve_passes_all_its_points_and_comes_back() {
        let corners = [Point::new(0, 0), Point::new(100, 0), Point::new(100, 100), Point::new(0, 100)];
        let curve = round(&corners);
        assert!(curve.is_closed());
        let ends: Vec<Point> = curve.segments().iter().map(|segment| segment[2]).collect();
        assert_eq!(ends, [corners[1], corners[2], corners[3], corners[0]]);
        // Smooth where it begins: the handles on both sides lie on one line through the point.
        let (out, into) = (curve.segments()[0][0], curve.segments()[3][1]);
        assert_eq!((out.x + into.x, out.y + into.y), (0, 0));
    }

    #[test]
    fn mirror_images_match_to_the_unit() {
        let points = [Point::new(31, 5), Point::new(117, 90), Point::new(98, 203), Point::new(41, 333)];
        let mirrored = points.map(Point::mirrored);
        assert_eq!(through(&points).mirrored(), through(&mirrored).reversed());
    }
}
