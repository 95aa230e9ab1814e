//! Marks on another figure: exactly for two records, quickly for many.

use std::sync::OnceLock;

use crate::anatomy::{Chart, Figure, Point};
use crate::record::{Mark, Path, Shape};

/// How far apart the places are for which the way is kept, in bu.
const SPACING: i32 = 50;

/// The mark on another figure, its points going as `go` says. A size stays as it is.
pub(super) fn carried(mark: &Mark, from: Figure, to: Figure, go: fn(&Chart, Figure, Point) -> Point) -> Mark {
    let mut mark = mark.clone();
    let Some(chart) = Chart::of(mark.view(), from).filter(|_| from != to) else { return mark };
    let view = mark.view();
    match &mut mark.shape {
        Shape::Spot { at, .. } => *at = go(chart, to, *at),
        Shape::Area { outline } => {
            let points = outline.points().iter().map(|&point| go(chart, to, point)).collect();
            // A point beside the body may leave the view by a hair: then the area stays as it is.
            if let Some(moved) = Path::new(view, 0, points) {
                *outline = moved;
            }
        }
    }
    mark
}

/// Where a point is on another figure; one that can't be carried stays where it is.
pub(super) fn carry(chart: &Chart, to: Figure, point: Point) -> Point {
    chart.carry(point, to).unwrap_or(point)
}

/// Where a point is on the neutral figure, within a few bu. On the body it comes from the ways of the
/// four places round it, each worked out once; off it, exactly.
pub(super) fn carry_to_neutral(chart: &Chart, to: Figure, point: Point) -> Point {
    let exactly = || carry(chart, to, point);
    if to != Figure::Neutral {
        return exactly();
    }
    // The halves are mirror images: go on the left.
    if chart.view().side().is_none() && point.x < 0 {
        return carry_to_neutral(chart, to, point.mirrored()).mirrored();
    }
    between(chart, point).unwrap_or_else(exactly)
}

/// The ways of all places of a view of a figure.
type Ways = Vec<OnceLock<Option<(i32, i32)>>>;

static WAYS: [OnceLock<Ways>; 12] = [const { OnceLock::new() }; 12];

fn between(chart: &Chart, point: Point) -> Option<Point> {
    let bounds = chart.view().bounds();
    let columns = bounds.width() / SPACING + 1;
    let rows = bounds.height() / SPACING + 1;
    let ways = WAYS.get(chart.view() as usize * Figure::ALL.len() + chart.figure() as usize)?;
    let ways = ways.get_or_init(|| {
        let count = usize::try_from(columns * rows).unwrap_or(0);
        std::iter::repeat_with(OnceLock::new).take(count).collect()
    });
    let (right, down) = (point.x - bounds.min.x, point.y - bounds.min.y);
    let (column, row) = (right.div_euclid(SPACING), down.div_euclid(SPACING));
    let (right, down) = (i64::from(right.rem_euclid(SPACING)), i64::from(down.rem_euclid(SPACING)));
    let mut sum = (0, 0);
    for (over, below) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
        let (column, row) = (column + over, row + below);
        if !(0..columns).contains(&column) || !(0..rows).contains(&row) {
            return None;
        }
        let at = Point::new(bounds.min.x + column * SPACING, bounds.min.y + row * SPACING);
        let way = *ways.get(usize::try_from(row * columns + column).ok()?)?.get_or_init(|| {
            chart.locate(at)?;
            let there = chart.carry(at, Figure::Neutral)?;
            Some((there.x - at.x, there.y - at.y))
        });
        let (x, y) = way?;
        let part = |over: i32, along: i64| if over == 0 { i64::from(SPACING) - along } else { along };
        let weight = part(over, right) * part(below, down);
        sum = (sum.0 + weight * i64::from(x), sum.1 + weight * i64::from(y));
    }
    let whole = i64::from(SPACING) * i64::from(SPACING);
    let round = |sum: i64| i32::try_from((2 * sum + whole).div_euclid(2 * whole)).unwrap_or(0);
    Some(Point::new(point.x + round(sum.0), point.y + round(sum.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::View;

    #[test]
    fn the_quick_way_ends_where_the_exact_one_does() {
        let mut looked = 0;
        for (view, figure) in [(View::Posterior, Figure::Feminine), (View::Left, Figure::Masculine)] {
            let chart = Chart::of(view, figure).unwrap();
            for y in (100..10_000).step_by(333) {
                for x in (-2_000..2_000).step_by(177) {
                    let point = Point::new(x, y);
                    if chart.locate(point).is_none() {
                        continue;
                    }
                    let (quick, exact) = (
                        carry_to_neutral(chart, Figure::Neutral, point),
                        carry(chart, Figure::Neutral, point),
                    );
                    looked += 1;
                    assert!(
                        quick.distance_squared(exact) <= 10 * 10,
                        "{view} {figure} {point:?}: {quick:?} {exact:?}"
                    );
                }
            }
        }
        assert!(looked > 150, "{looked} points");
    }

    #[test]
    fn both_halves_go_alike() {
        let chart = Chart::of(View::Anterior, Figure::Feminine).unwrap();
        for point in [Point::new(203, 2511), Point::new(411, 6203)] {
            let (left, right) = (
                carry_to_neutral(chart, Figure::Neutral, point),
                carry_to_neutral(chart, Figure::Neutral, point.mirrored()),
            );
            assert_eq!(right, left.mirrored());
        }
    }
}
