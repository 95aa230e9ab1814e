//! The raster on which areas are measured: whole cells, so that sums, unions and overlaps are exact.
//!
//! A cell belongs to a shape when its middle does. The middles lie between whole body units, so that
//! no corner of a shape is level with one, and a middle that an edge runs through exactly goes to the
//! side that its mirror image goes to: a mirrored shape has the mirrored cells.

use std::ops::Range;

use crate::anatomy::{Point, View};
use crate::record::{Mark, Shape};

/// The side of a cell, in bu: 0.85 mm of a person 1.70 m tall.
pub const CELL: i32 = 5;

/// The cells of a view, by row from above; the columns go by body `x`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raster {
    min: Point,
    columns: i32,
    rows: i32,
}

/// What a shape has of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) row: usize,
    pub(super) columns: Range<usize>,
}

impl Raster {
    /// The raster of a view: its whole box, and nothing of what lies outside.
    pub(super) fn of(view: View) -> Self {
        let bounds = view.bounds();
        Self { min: bounds.min, columns: bounds.width() / CELL, rows: bounds.height() / CELL }
    }

    pub(super) fn columns(self) -> usize {
        index(self.columns)
    }

    pub(super) fn rows(self) -> usize {
        index(self.rows)
    }

    /// The whole point at the middle of a cell, rounded towards the midline.
    pub(super) fn middle(self, row: usize, column: usize) -> Point {
        let along = |index: usize, from: i32| {
            from + i32::try_from(index).unwrap_or(i32::MAX / CELL / 2).saturating_mul(CELL) + CELL / 2
        };
        let x = along(column, self.min.x);
        Point::new(if x < 0 { x + 1 } else { x }, along(row, self.min.y))
    }

    /// Hands over the cells of a mark's drawn area or sized spot; a spot without a size has none.
    pub(super) fn each_run_of_mark(self, mark: &Mark, visit: impl FnMut(Run)) {
        match mark.shape() {
            Shape::Spot { radius: None, .. } => {}
            Shape::Spot { at, radius: Some(radius) } => {
                self.each_run_of_disc(*at, i32::from(radius.get()), visit);
            }
            Shape::Area { outline } => self.each_run_of_polygon(outline.points(), visit),
        }
    }

    fn each_run_of_disc(self, centre: Point, radius: i32, mut visit: impl FnMut(Run)) {
        let (x, y, radius) = (i64::from(centre.x), i64::from(centre.y), i64::from(radius));
        for row in
            self.rows_between(centre.y.saturating_sub(cast(radius)), centre.y.saturating_add(cast(radius)))
        {
            let down = self.twice_y(row) - 2 * y;
            let room = 4 * radius * radius - down * down;
            if room < 0 {
                continue;
            }
            let half = room.isqrt();
            // Twice the middle of a column is `2 min + 5 + 10 column`.
            let first = 2 * i64::from(self.min.x) + i64::from(CELL);
            let step = 2 * i64::from(CELL);
            let from = div_ceil(2 * x - half - first, step);
            let to = (2 * x + half - first).div_euclid(step) + 1;
            self.visit(row, from, to, &mut visit);
        }
    }

    /// Hands over the cells of a closed outline, by the non-zero rule: what the outline runs round more
    /// than once is in it, as in the pictures.
    pub(super) fn each_run_of_polygon(self, outline: &[Point], mut visit: impl FnMut(Run)) {
        let (Some(&first), Some(&last)) = (outline.first(), outline.last()) else { return };
        let mut box_ = (first, first);
        for point in outline {
            box_.0 = Point::new(box_.0.x.min(point.x), box_.0.y.min(point.y));
            box_.1 = Point::new(box_.1.x.max(point.x), box_.1.y.max(point.y));
        }
        let rows = self.rows_between(box_.0.y, box_.1.y);
        let column = |x: i32| ((x - self.min.x) / CELL).clamp(0, self.columns);
        let (from, to) = (column(box_.0.x), column(box_.1.x.saturating_add(CELL)));
        if rows.is_empty() || from >= to {
            return;
        }
        // By how much the winding number grows at each column; one more to end in.
        let width = index(to - from) + 1;
        let mut winding = vec![0_i16; width * index(rows.end - rows.start)];
        for (a, b) in std::iter::once(last).chain(outline.iter().copied()).zip(outline.iter().copied()) {
            let (top, bottom, direction) = if a.y < b.y { (a, b, 1) } else { (b, a, -1) };
            self.each_crossing(top, bottom, &rows, |row, column| {
                let place = index(row - rows.start) * width + index(cast(column).clamp(from, to) - from);
                if let Some(turns) = winding.get_mut(place) {
                    *turns += direction;
                }
            });
        }
        for (row, turns) in rows.zip(winding.chunks_exact(width)) {
            let (mut inside, mut start) = (0_i16, 0);
            for (offset, turn) in (0_i64..).zip(turns) {
                let was = inside;
                inside += turn;
                if was == 0 && inside != 0 {
                    start = offset;
                } else if was != 0 && inside == 0 {
                    self.visit(row, i64::from(from) + start, i64::from(from) + offset, &mut visit);
                }
            }
        }
    }

    /// Hands over each row that an edge crosses, with the first column whose middle lies beyond it.
    fn each_crossing(self, top: Point, bottom: Point, rows: &Range<i32>, mut visit: impl FnMut(i32, i64)) {
        let (width, height) =
            (i64::from(bottom.x) - i64::from(top.x), i64::from(bottom.y) - i64::from(top.y));
        let crossed = self.rows_between(top.y, bottom.y);
        let crossed = crossed.start.max(rows.start)..crossed.end.min(rows.end);
        if height == 0 || crossed.is_empty() {
            return;
        }
        // The column is `part / whole`, in whole numbers from row to row.
        let whole = 2 * i64::from(CELL) * height;
        let first = 2 * i64::from(self.min.x) + i64::from(CELL);
        let mut part = (2 * i64::from(top.x) - first) * height
            + (self.twice_y(crossed.start) - 2 * i64::from(top.y)) * width;
        let (mut column, step) = (part.div_euclid(whole), 2 * i64::from(CELL) * width);
        part = part.rem_euclid(whole);
        let (columns, rest) = (step.div_euclid(whole), step.rem_euclid(whole));
        for row in crossed {
            // A middle on the edge is beyond it on the left half of the body alone.
            let is_beyond = part == 0 && first + 2 * i64::from(CELL) * column > 0;
            visit(row, if is_beyond { column } else { column + 1 });
            column += columns;
            part += rest;
            if part >= whole {
                part -= whole;
                column += 1;
            }
        }
    }

    /// The rows whose middles lie between two heights.
    fn rows_between(self, from: i32, to: i32) -> Range<i32> {
        let row = |y: i32| {
            let beyond = 2 * (i64::from(y) - i64::from(self.min.y)) - i64::from(CELL);
            cast(div_ceil(beyond, 2 * i64::from(CELL)).clamp(0, i64::from(self.rows)))
        };
        row(from)..row(to)
    }

    fn twice_y(self, row: i32) -> i64 {
        2 * i64::from(self.min.y) + i64::from(CELL) * (2 * i64::from(row) + 1)
    }

    fn visit(self, row: i32, from: i64, to: i64, visit: &mut impl FnMut(Run)) {
        let column = |value: i64| index(cast(value.clamp(0, i64::from(self.columns))));
        let columns = column(from)..column(to);
        if !columns.is_empty() {
            visit(Run { row: index(row), columns });
        }
    }
}

fn div_ceil(part: i64, whole: i64) -> i64 {
    -(-part).div_euclid(whole)
}

/// Columns and rows are clamped before they come here.
fn cast(value: i64) -> i32 {
    i32::try_from(value).unwrap_or(if value < 0 { i32::MIN } else { i32::MAX })
}

fn index(value: i32) -> usize {
    usize::try_from(value).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(visit: impl FnOnce(&mut dyn FnMut(Run))) -> Vec<(usize, usize)> {
        let mut cells = Vec::new();
        visit(&mut |run| cells.extend(run.columns.map(|column| (run.row, column))));
        cells
    }

    fn polygon(outline: &[Point]) -> Vec<(usize, usize)> {
        cells(|visit| Raster::of(View::Posterior).each_run_of_polygon(outline, visit))
    }

    #[test]
    fn a_square_has_its_area() {
        let square = [(-100, 1000), (200, 1000), (200, 1400), (-100, 1400)].map(|(x, y)| Point::new(x, y));
        assert_eq!(polygon(&square).len(), 60 * 80);
    }

    #[test]
    fn a_disc_has_its_area_within_a_hundredth() {
        for radius in [60, 120, 500] {
            let disc = cells(|visit| {
                Raster::of(View::Posterior).each_run_of_disc(Point::new(7, 3001), radius, visit);
            });
            let area = f64::from(radius).powi(2) * std::f64::consts::PI;
            let measured = disc.len() as f64 * 25.0;
            assert!((measured / area - 1.0).abs() < 0.01, "{radius}: {measured} for {area}");
        }
    }

    #[test]
    fn what_is_run_round_twice_counts_once_and_is_inside() {
        let square = [(0, 1000), (200, 1000), (200, 1200), (0, 1200)].map(|(x, y)| Point::new(x, y));
        let twice = [square, square].concat();
        assert_eq!(polygon(&twice), polygon(&square));
    }

    #[test]
    fn what_lies_outside_of_the_view_has_no_cells() {
        let beside = [(2500, 1000), (2700, 1000), (2700, 1400)].map(|(x, y)| Point::new(x, y));
        assert!(polygon(&beside).is_empty());
        let around = [(-2700, -200), (2700, -200), (2700, 10_200), (-2700, 10_200)];
        assert_eq!(polygon(&around.map(|(x, y)| Point::new(x, y))).len(), 1000 * 2000);
    }

    /// The winding number of an outline round a point in twice the body units, counted by itself.
    fn winds(outline: &[Point], x: i64, y: i64) -> i64 {
        let next = outline.iter().cycle().skip(1);
        let turn = |(a, b): (&Point, &Point)| {
            let [ax, ay, bx, by] = [a.x, a.y, b.x, b.y].map(|value| 2 * i64::from(value));
            let cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            i64::from(ay < y && by > y && cross < 0) - i64::from(ay > y && by < y && cross > 0)
        };
        outline.iter().zip(next).map(turn).sum()
    }

    /// Whether an edge goes through a point in twice the body units.
    fn is_on_an_edge(outline: &[Point], x: i64, y: i64) -> bool {
        let next = outline.iter().cycle().skip(1);
        outline.iter().zip(next).any(|(a, b)| {
            let [ax, ay, bx, by] = [a.x, a.y, b.x, b.y].map(|value| 2 * i64::from(value));
            (bx - ax) * (y - ay) == (by - ay) * (x - ax) && ay.min(by) <= y && y <= ay.max(by)
        })
    }

    proptest! {
        #[test]
        fn a_cell_is_in_a_shape_when_its_middle_is(
            corners in prop::collection::vec((-90..90, 1000..1180), 3..9)
        ) {
            let outline: Vec<Point> = corners.iter().map(|&(x, y)| Point::new(x, y)).collect();
            let cells = polygon(&outline);
            let mut on_edges = 0;
            for row in 195..240_usize {
                for column in 480..520_usize {
                    let x = -5000 + 5 + 10 * column as i64;
                    let y = 5 + 10 * row as i64;
                    let near = [x - 1, x + 1].map(|x| winds(&outline, x, y) != 0);
                    if near[0] == near[1] && !is_on_an_edge(&outline, x, y) {
                        let inside = winds(&outline, x, y) != 0;
                        // Two edges through one middle may hide a hair's breadth.
                        on_edges += usize::from(inside != near[0]);
                        prop_assert!(cells.contains(&(row, column)) == near[0] || inside != near[0]);
                    }
                }
            }
            prop_assert!(on_edges < 20);
        }

        #[test]
        fn a_mirrored_shape_has_the_mirrored_cells(
            corners in prop::collection::vec((-2700..2700, -200..2000), 3..9)
        ) {
            let outline: Vec<Point> = corners.iter().map(|&(x, y)| Point::new(x, y)).collect();
            let mirrored: Vec<Point> = outline.iter().map(|point| point.mirrored()).collect();
            let mut there: Vec<_> =
                polygon(&mirrored).into_iter().map(|(row, column)| (row, 999 - column)).collect();
            there.sort_unstable();
            prop_assert_eq!(there, polygon(&outline));
        }
    }
}
