//! Exact questions about polygons in whole numbers.

use super::frame::Point;

/// The edges of a closed polygon.
pub(super) fn edges(polygon: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    let last = polygon.last().copied();
    last.into_iter().chain(polygon.iter().copied()).zip(polygon.iter().copied())
}

/// Whether a closed polygon holds a point, by the even-odd rule.
///
/// Of two polygons that share an edge exactly one holds a point on it.
///
/// ```
/// use painmap::anatomy::{Point, encloses};
/// let triangle = [Point::new(0, 0), Point::new(100, 0), Point::new(0, 100)];
/// assert!(encloses(&triangle, Point::new(20, 20)));
/// assert!(!encloses(&triangle, Point::new(80, 80)));
/// ```
#[must_use]
pub fn encloses(polygon: &[Point], point: Point) -> bool {
    let mut inside = false;
    for (a, b) in edges(polygon) {
        if (a.y > point.y) != (b.y > point.y) {
            let (top, bottom) = if a.y < b.y { (a, b) } else { (b, a) };
            inside ^= turn(top, bottom, point) > 0;
        }
    }
    inside
}

/// Whether a point lies on the edge between `a` and `b`.
pub(super) fn on_edge(a: Point, b: Point, point: Point) -> bool {
    turn(a, b, point) == 0
        && (a.x.min(b.x)..=a.x.max(b.x)).contains(&point.x)
        && (a.y.min(b.y)..=a.y.max(b.y)).contains(&point.y)
}

/// The whole point next to the place on an edge that is nearest to `point`.
pub(super) fn nearest_on_edge(a: Point, b: Point, point: Point) -> Point {
    let (dx, dy) = (i64::from(b.x) - i64::from(a.x), i64::from(b.y) - i64::from(a.y));
    let length = dx * dx + dy * dy;
    if length == 0 {
        return a;
    }
    let along = (i64::from(point.x) - i64::from(a.x)) * dx + (i64::from(point.y) - i64::from(a.y)) * dy;
    let along = along.clamp(0, length);
    // Both quotients are at most the edge's extent, so they fit.
    let part = |d: i64| i32::try_from((2 * d * along + length).div_euclid(2 * length)).unwrap_or(0);
    Point::new(a.x + part(dx), a.y + part(dy))
}

/// Twice the area of the triangle: positive when `point` is to the left of the way down from
/// `top` to `bottom`, seen with `x` growing to the right.
fn turn(top: Point, bottom: Point, point: Point) -> i64 {
    let to = |p: Point| (i64::from(p.x) - i64::from(top.x), i64::from(p.y) - i64::from(top.y));
    let ((ax, ay), (bx, by)) = (to(bottom), to(point));
    ax * by - ay * bx
}
