//! How another figure differs from the neutral one, told at the nodes of a coarse grid: between them it
//! is even enough for muscles. `painmap`'s `muscle/grid.rs` reads it and does the same sum.

use crate::source::At;
use crate::warp::Warp;

/// The width and height of a cell (bu).
const CELL: i32 = 250;
const COLUMNS: i32 = 11;
/// As far down as the thigh: nothing of the muscles lies lower.
const ROWS: i32 = 29;

/// What is added to a place, at each node from the top row down.
pub(crate) struct Grid {
    left: i32,
    nodes: Vec<At>,
}

impl Grid {
    /// The grid of a view: the left half of the body, or all of a side.
    pub(crate) fn of(warp: &Warp, lateral: bool) -> Self {
        let left = if lateral { -1000 } else { 0 };
        let mut nodes = Vec::new();
        for row in 0..ROWS {
            for column in 0..COLUMNS {
                let node = [left + column * CELL, row * CELL];
                let [x, y] = warp.apply(node);
                nodes.push([x - node[0], y - node[1]]);
            }
        }
        Self { left, nodes }
    }

    /// The nodes as they are packed: each less what those to the left, above and in the corner between
    /// them make it expect.
    pub(crate) fn surprises(&self) -> impl Iterator<Item = At> {
        let columns = COLUMNS as usize;
        (0..self.nodes.len()).map(move |index| {
            let at = |back: usize, there: bool| if there { self.nodes[index - back] } else { [0, 0] };
            let (inner, lower) = (index % columns > 0, index >= columns);
            let (left, above, corner) = (at(1, inner), at(columns, lower), at(columns + 1, inner && lower));
            let [x, y] = self.nodes[index];
            [x - left[0] - above[0] + corner[0], y - left[1] - above[1] + corner[1]]
        })
    }

    /// Where a place of the neutral figure is in this one.
    pub(crate) fn carried(&self, [x, y]: At) -> At {
        let cell = |value: i32, most: i32| {
            let value = value.clamp(0, most * CELL - 1);
            (value / CELL, value % CELL)
        };
        let ((column, right), (row, down)) = (cell(x - self.left, COLUMNS - 1), cell(y, ROWS - 1));
        let node = |column: i32, row: i32| self.nodes[usize::try_from(row * COLUMNS + column).unwrap_or(0)];
        let part = |of: usize| {
            let between =
                |row: i32| node(column, row)[of] * (CELL - right) + node(column + 1, row)[of] * right;
            let sum = between(row) * (CELL - down) + between(row + 1) * down;
            (sum + CELL * CELL / 2).div_euclid(CELL * CELL)
        };
        [x + part(0), y + part(1)]
    }
}
