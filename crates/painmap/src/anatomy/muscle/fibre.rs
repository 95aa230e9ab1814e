//! Fibres: lines from one attachment towards the other, which show how a muscle pulls.

use super::super::curve::Curve;
use super::super::frame::Point;
use super::smooth::{distance, whole};

/// A bundle of fibres: `count` lines from one polyline to another, evenly along each, of which the
/// middle bends aside by `bow` percent of the length.
pub(super) fn lines(from: &[Point], to: &[Point], count: i32, bow: i32) -> Vec<Curve> {
    let mut lines = Vec::new();
    for index in 0..count {
        let part = (f64::from(index) + 0.5) / f64::from(count);
        lines.push(bent(along(from, part), along(to, part), f64::from(bow) / 100.0));
    }
    lines
}

/// The arc between two points: its middle is off the straight line by `bow` of its length.
fn bent((ax, ay): (f64, f64), (bx, by): (f64, f64), bow: f64) -> Curve {
    let (dx, dy) = (bx - ax, by - ay);
    // The handles of a cubic are two thirds of the way to the one of the parabola, which is twice as
    // far off as the middle of the curve.
    let aside = 4.0 / 3.0 * bow;
    let handle =
        |part: f64| Point::new(whole(ax + part * dx - aside * dy), whole(ay + part * dy + aside * dx));
    let end = Point::new(whole(bx), whole(by));
    Curve::new(Point::new(whole(ax), whole(ay)), vec![[handle(1.0 / 3.0), handle(2.0 / 3.0), end]])
}

/// The place at a part of a polyline's length.
fn along(points: &[Point], part: f64) -> (f64, f64) {
    let real = |point: Point| (f64::from(point.x), f64::from(point.y));
    let length = |pair: &[Point]| match pair {
        &[a, b] => distance(a, b),
        _ => 0.0,
    };
    let mut left = part * points.windows(2).map(length).sum::<f64>();
    for pair in points.windows(2) {
        let (&[a, b], step) = (pair, length(pair)) else { continue };
        if left <= step && step > 0.0 {
            let ((ax, ay), (bx, by)) = (real(a), real(b));
            return (ax + (bx - ax) * left / step, ay + (by - ay) * left / step);
        }
        left -= step;
    }
    points.last().copied().map_or((0.0, 0.0), real)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fibres_are_even_and_bend_by_what_is_asked() {
        let (from, to) =
            ([Point::new(0, 0), Point::new(0, 400)], [Point::new(1000, 0), Point::new(1000, 400)]);
        let straight = lines(&from, &to, 2, 0);
        let ends: Vec<_> = straight.iter().map(|line| (line.start(), line.segments()[0][2])).collect();
        let point = Point::new;
        assert_eq!(ends, [(point(0, 100), point(1000, 100)), (point(0, 300), point(1000, 300))]);
        let bent = lines(&from, &to, 1, 10);
        // A cubic's middle is three quarters of the way to its handles.
        assert_eq!(bent[0].segments()[0][0].y - 200, 133);
    }
}
