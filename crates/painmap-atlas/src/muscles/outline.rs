//! Stretches of the body's outline, for muscles that wrap round it.

use crate::curve::{real, whole};
use crate::drawn::{Drawn, DrawnFigure};
use crate::source::At;
use anyhow::{Context, Result};
use kurbo::{Line, ParamCurveNearest, Point};

/// How far apart the points of a stretch are, about, in bu.
const STEP: f64 = 120.0;

/// The closed lines that bound a figure's body.
pub(crate) struct Outline {
    loops: Vec<Vec<Point>>,
}

impl Outline {
    pub(crate) fn of(drawn: &Drawn<'_>, figure: &DrawnFigure<'_>) -> Self {
        let walk = |numbers: &Vec<i32>| {
            let mut points: Vec<Point> = Vec::new();
            for number in numbers {
                let index = number.unsigned_abs() as usize - 1;
                // Beyond the arcs come their mirror images.
                let mirrored = index >= figure.arcs.len();
                let (_, arc) = &figure.arcs[index % figure.arcs.len()];
                let mut flat = if mirrored { arc.mirrored().flat() } else { arc.flat() };
                if *number < 0 {
                    flat.reverse();
                }
                flat.pop();
                points.extend(flat);
            }
            points
        };
        Self { loops: drawn.outline.iter().map(walk).collect() }
    }

    /// The shorter way along the outline between the places nearest to `from` and `to`, in as many
    /// equal steps as `count` says; none says that its length shall.
    pub(crate) fn along(&self, from: At, to: At, count: Option<usize>) -> Result<Vec<At>> {
        let (from, to) = (real(from), real(to));
        let (points, start) = self
            .loops
            .iter()
            .filter_map(|points| Some((points, nearest(points, from)?)))
            .min_by(|a, b| a.0[a.1].distance(from).total_cmp(&b.0[b.1].distance(from)))
            .context("no outline")?;
        let end = nearest(points, to).context("no outline")?;
        let size = points.len();
        let run = |from: usize, to: usize| -> Vec<Point> {
            (0..=(to + size - from) % size).map(|step| points[(from + step) % size]).collect()
        };
        let (mut forth, mut back) = (run(start, end), run(end, start));
        back.reverse();
        if length(&back) < length(&forth) {
            std::mem::swap(&mut forth, &mut back);
        }
        let total = length(&forth);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and positive")]
        let count = count.unwrap_or_else(|| (total / STEP).round().max(1.0) as usize);
        #[expect(clippy::cast_precision_loss, reason = "counts of points are small")]
        let place = |step: usize| at(&forth, total * step as f64 / count as f64);
        Ok((0..=count).map(|step| whole(place(step))).collect())
    }

    /// A point on the body: one that is outside goes to the nearest point of the outline.
    pub(crate) fn pulled(&self, at: At) -> At {
        let point = real(at);
        if self.outside(point) == 0.0 {
            return at;
        }
        let corners = self.loops.iter().flatten();
        let nearest = corners.min_by(|a, b| a.distance(point).total_cmp(&b.distance(point)));
        nearest.map_or(at, |nearest| whole(*nearest))
    }

    /// How far a point is outside of all loops, in bu; 0 on the body.
    pub(crate) fn outside(&self, at: Point) -> f64 {
        if self.loops.iter().any(|points| inside(points, at)) {
            return 0.0;
        }
        self.loops.iter().map(|points| away(points, at)).fold(f64::INFINITY, f64::min)
    }
}

/// Whether a closed polygon holds a point.
pub(crate) fn inside(points: &[Point], at: Point) -> bool {
    let next = points.iter().cycle().skip(1);
    let crossings = points.iter().zip(next).filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossings.count() % 2 == 1
}

/// How far a point is from the edges of a closed polygon.
pub(crate) fn away(points: &[Point], at: Point) -> f64 {
    let next = points.iter().cycle().skip(1);
    let edge = |(a, b): (&Point, &Point)| Line::new(*a, *b).nearest(at, 1e-3).distance_sq;
    points.iter().zip(next).map(edge).fold(f64::INFINITY, f64::min).sqrt()
}

fn nearest(points: &[Point], to: Point) -> Option<usize> {
    (0..points.len()).min_by(|a, b| points[*a].distance(to).total_cmp(&points[*b].distance(to)))
}

fn length(points: &[Point]) -> f64 {
    points.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The place so far along a line.
fn at(points: &[Point], mut left: f64) -> Point {
    for pair in points.windows(2) {
        let step = pair[0].distance(pair[1]);
        if left <= step && step > 0.0 {
            return pair[0].lerp(pair[1], left / step);
        }
        left -= step;
    }
    points.last().copied().unwrap_or_default()
}
