//! How another figure differs from the neutral one, told at the nodes of a coarse grid.
//! `painmap-atlas`'s `muscles/grid.rs` makes it, and does the same sum.

use super::super::frame::{Point, View};
use super::super::more::More;

/// The width and height of a cell (bu).
const CELL: i32 = 250;
const COLUMNS: i32 = 11;
/// As far down as the thigh: nothing of the muscles lies lower.
const ROWS: i32 = 29;

/// What is added to a place, at each node from the top row down.
pub(super) struct Grid {
    left: i32,
    nodes: Vec<Point>,
}

impl Grid {
    /// Reads the grid of a view, which covers the left half of the body, or all of a side.
    pub(super) fn read(view: View, packed: &mut More) -> Self {
        let left = if view.side().is_some() { view.bounds().min.x } else { 0 };
        let mut nodes: Vec<Point> = Vec::new();
        let columns = COLUMNS as usize;
        for row in 0..ROWS as usize {
            for column in 0..columns {
                // Each is told by what it is more than those beside and above it let expect.
                let index = row * columns + column;
                let at = |back: usize, there: bool| {
                    let known = index.checked_sub(back).filter(|_| there);
                    known.and_then(|index| nodes.get(index)).copied().unwrap_or(Point::new(0, 0))
                };
                let (inner, lower) = (column > 0, row > 0);
                let (left, above, corner) =
                    (at(1, inner), at(columns, lower), at(columns + 1, inner && lower));
                let mut more = |left: i32, above: i32, corner: i32| {
                    packed.next().wrapping_add(left).wrapping_add(above).wrapping_sub(corner)
                };
                nodes.push(Point::new(more(left.x, above.x, corner.x), more(left.y, above.y, corner.y)));
            }
        }
        Self { left, nodes }
    }

    /// Where a place of the neutral figure is in this one.
    pub(super) fn carried(&self, at: Point) -> Point {
        let cell = |value: i32, most: i32| {
            let value = value.clamp(0, most * CELL - 1);
            (value / CELL, value % CELL)
        };
        let ((column, right), (row, down)) = (cell(at.x - self.left, COLUMNS - 1), cell(at.y, ROWS - 1));
        let node = |column: i32, row: i32| {
            let index = usize::try_from(row * COLUMNS + column).unwrap_or(0);
            self.nodes.get(index).copied().unwrap_or(Point::new(0, 0))
        };
        let part = |of: fn(Point) -> i32| {
            let between =
                |row: i32| of(node(column, row)) * (CELL - right) + of(node(column + 1, row)) * right;
            let sum = between(row) * (CELL - down) + between(row + 1) * down;
            (sum + CELL * CELL / 2).div_euclid(CELL * CELL)
        };
        Point::new(at.x + part(|node| node.x), at.y + part(|node| node.y))
    }
}
