//! The part of a view round a stroke, cut into cells: which of them an area, a brush and the body cover.
//!
//! A cell is covered when its middle is. Cells lie on one grid in all views, the midline between two of
//! them, so that what is mirrored covers the mirrored cells.

use crate::anatomy::{Point, View};
use crate::record::limits::MAX_OUTSIDE;

/// The side of a cell, in bu: 3.4 mm of a person 1.70 m tall.
pub(super) const CELL: i32 = 20;

/// The cell is of the area.
pub(super) const AREA: u8 = 1;
/// The brush went over the cell.
pub(super) const STROKE: u8 = 2;
/// The cell is on the body.
pub(super) const BODY: u8 = 4;
/// The cell was of the area before the stroke, and may not be lost.
pub(super) const EARLIER: u8 = 8;
/// The cell is of the part of the area that is looked at.
pub(super) const PART: u8 = 16;

/// A brush of this radius covers the cell in which its middle is, and along a stroke cells that are side
/// by side.
pub(super) const POINTED: i32 = 16;

/// How far apart the prints of the brush are at most, along either axis, in bu: so near that the edge of a
/// stroke is straight to the cell.
const PRINT: i32 = 10;

/// The cells, row by row, with what covers each.
#[derive(Debug)]
pub(super) struct Mask {
    /// Where the grid begins, in cells.
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) columns: i32,
    pub(super) rows: i32,
    cells: Vec<u8>,
}

impl Mask {
    /// The cells of a view that are within `room` bu of some points, or between them.
    pub(super) fn round(view: View, points: [&[Point]; 2], room: i32) -> Self {
        let all = view.bounds().grown(MAX_OUTSIDE);
        let (mut min, mut max) = (all.max, all.min);
        for points in points {
            for point in points {
                min = Point::new(min.x.min(point.x - room), min.y.min(point.y - room));
                max = Point::new(max.x.max(point.x + room), max.y.max(point.y + room));
            }
        }
        // The box that a record's points may take is made of whole cells.
        let left = min.x.max(all.min.x).div_euclid(CELL);
        let top = min.y.max(all.min.y).div_euclid(CELL);
        let columns = (max.x.min(all.max.x - 1).div_euclid(CELL) + 1 - left).max(0);
        let rows = (max.y.min(all.max.y - 1).div_euclid(CELL) + 1 - top).max(0);
        Self { left, top, columns, rows, cells: vec![0; (columns * rows) as usize] }
    }

    /// What covers a cell; nothing outside of the grid.
    pub(super) fn at(&self, column: i32, row: i32) -> u8 {
        if 0 <= column && column < self.columns && 0 <= row && row < self.rows {
            self.cells.get((row * self.columns + column) as usize).copied().unwrap_or(0)
        } else {
            0
        }
    }

    /// Covers what a closed outline runs round in either way, once or more often.
    pub(super) fn fill(&mut self, outline: &[Point], with: u8) {
        let mut turns = vec![0; self.cells.len()];
        let Some(mut a) = outline.last().copied() else { return };
        for &b in outline {
            let (top, bottom, turn) = if a.y < b.y { (a, b, 1) } else { (b, a, -1) };
            for row in self.row(top.y)..self.row(bottom.y) {
                let (down, height) = ((self.top + row) * CELL + CELL / 2 - top.y, bottom.y - top.y);
                let x = top.x * height + (bottom.x - top.x) * down;
                // A middle on the very edge counts as nearer to the midline, so that both sides are alike.
                self.turn(&mut turns, row, x / height + i32::from(x >= 0), turn);
            }
            a = b;
        }
        self.settle(&turns, with);
    }

    /// Covers what a round brush goes over.
    pub(super) fn brush(&mut self, stroke: &[Point], radius: i32, with: u8) {
        // Half the width of the brush at each height, counted down instead of square roots.
        let (mut halves, mut half, mut height) = (Vec::new(), radius, 0);
        while height <= radius {
            while half * half + height * height > radius * radius {
                half -= 1;
            }
            halves.push(half);
            height += 1;
        }
        let mut turns = vec![0; self.cells.len()];
        let Some(mut from) = stroke.first().copied() else { return };
        for &to in stroke {
            let prints = prints(from, to);
            for print in 0..prints {
                let x = from.x + (to.x - from.x) * (print + 1) / prints;
                let y = from.y + (to.y - from.y) * (print + 1) / prints;
                for row in self.row(y - radius)..self.row(y + radius + 1) {
                    let height = ((self.top + row) * CELL + CELL / 2 - y).unsigned_abs();
                    let half = halves.get(height as usize).copied().unwrap_or(0);
                    self.turn(&mut turns, row, x - half, 1);
                    self.turn(&mut turns, row, x + half + 1, -1);
                }
            }
            from = to;
        }
        self.settle(&turns, with);
    }

    /// Notes that from `x` on a row is covered once more, or less.
    fn turn(&self, turns: &mut [i32], row: i32, x: i32, turn: i32) {
        let column = self.column(x);
        if column < self.columns
            && let Some(sum) = turns.get_mut((row * self.columns + column) as usize)
        {
            *sum += turn;
        }
    }

    /// Covers the cells that come out as covered at least once.
    fn settle(&mut self, turns: &[i32], with: u8) {
        let (mut covered, mut column) = (0, 0);
        for (cell, turn) in self.cells.iter_mut().zip(turns) {
            if column == self.columns {
                (covered, column) = (0, 0);
            }
            covered += turn;
            column += 1;
            if covered != 0 {
                *cell |= with;
            }
        }
    }

    /// Changes every cell; whether that changed any.
    pub(super) fn each(&mut self, change: impl Fn(u8) -> u8) -> bool {
        let mut changed = false;
        for cell in &mut self.cells {
            let before = *cell;
            *cell = change(before);
            changed |= *cell != before;
        }
        changed
    }

    /// Whether some cell is covered by all of these.
    pub(super) fn any(&self, with: u8) -> bool {
        self.cells.iter().any(|cell| cell & with == with)
    }

    /// The first column with its middle at `x` or beyond.
    fn column(&self, x: i32) -> i32 {
        ((x + CELL / 2 - 1).div_euclid(CELL) - self.left).max(0).min(self.columns)
    }

    /// The first row with its middle at `y` or below.
    fn row(&self, y: i32) -> i32 {
        ((y + CELL / 2 - 1).div_euclid(CELL) - self.top).max(0).min(self.rows)
    }
}

/// How many prints of the brush a piece of a stroke takes.
pub(super) fn prints(from: Point, to: Point) -> i32 {
    1 + (to.x - from.x).abs().max((to.y - from.y).abs()) / PRINT
}
