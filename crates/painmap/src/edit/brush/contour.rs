//! Outlines round the cells of an area.
//!
//! Between a cell of the area and one beside it that is not there is a gate, which ends short of the
//! middles of both. An outline is a string pulled tight through all the gates on its way round. So it is
//! smooth, it holds the middles of the very cells from which it was made (painting again and again makes
//! nothing drift), and it never crosses or touches itself or another one: the room between two gates
//! that follow each other is no other string's.

use super::mask::{AREA, CELL, FOLLOWED, Mask};
use crate::anatomy::{Point, encloses};
use crate::record::limits::MAX_MARKS;

/// How far a gate reaches from the side between two cells, in bu. The nearer to their middles, the
/// smoother the outline; the further from them, the nearer to the sides.
const HALF_GATE: i32 = 7;

/// The most cells that a part may have and still be a crumb, which is dropped beside a larger one.
const CRUMB: i32 = 4;

/// What to go through: its ends on the right, in the area, and on the left.
type Gate = [Point; 2];

/// The parts of the area that touch nowhere, each as its outline, the largest first. What lies in a hole
/// belongs to the part round it, since an outline can't hold a hole. One part more than a record can
/// take is as many as come.
pub(super) fn outlines(mask: &mut Mask) -> Vec<Vec<Point>> {
    let mut sizes = Vec::new();
    let mut outlines = Vec::new();
    for row in 0..mask.rows {
        for column in 0..mask.columns {
            if mask.at(column, row) & (AREA | FOLLOWED) != AREA || mask.at(column, row - 1) & AREA != 0 {
                continue;
            }
            let (gates, cells) = follow(mask, column, row);
            let place = sizes.iter().position(|&size| size < cells).unwrap_or(sizes.len());
            // The way round a hole runs the other way, and holds less than nothing.
            if cells > 0 && place <= MAX_MARKS {
                sizes.insert(place, cells);
                outlines.insert(place, tight(&gates));
                sizes.truncate(MAX_MARKS + 1);
                outlines.truncate(MAX_MARKS + 1);
            }
        }
    }
    let mut parts: Vec<Vec<Point>> = Vec::new();
    for (outline, cells) in outlines.into_iter().zip(sizes) {
        let in_a_hole = |part: &Vec<Point>| outline.first().is_some_and(|&point| encloses(part, point));
        if parts.is_empty() || cells > CRUMB && !parts.iter().any(in_a_hole) {
            parts.push(outline);
        }
    }
    parts
}

/// Right, down, left and up, in cells.
const WAYS: [(i32, i32); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];
/// Which cell of the four round a corner is ahead on the right, going that way.
const RIGHT_OF: [(i32, i32); 4] = [(0, 0), (-1, 0), (-1, -1), (0, -1)];

/// The gates on the way round that begins along the upper side of a cell, with the area on the right, and
/// how many cells it holds. Cells that meet at a corner alone are kept apart.
fn follow(mask: &mut Mask, column: i32, row: i32) -> (Vec<Gate>, i32) {
    let (mut x, mut y, mut way) = (column, row, 0);
    let (mut gates, mut cells) = (Vec::new(), 0);
    loop {
        if way == 0 {
            mask.cover(x, y, FOLLOWED);
        }
        let (dx, dy) = WAYS[way];
        let half = CELL / 2;
        let (side_x, side_y) = ((mask.left + x) * CELL + dx * half, (mask.top + y) * CELL + dy * half);
        let (gate_x, gate_y) = (dy * HALF_GATE, dx * HALF_GATE);
        gates.push([
            Point::new(side_x - gate_x, side_y + gate_y),
            Point::new(side_x + gate_x, side_y - gate_y),
        ]);
        (x, y) = (x + dx, y + dy);
        cells += x * dy;
        let covered = |way: usize| {
            let (dx, dy) = RIGHT_OF[way % 4];
            mask.at(x + dx, y + dy) & AREA != 0
        };
        let turn = match (covered(way), covered(way + 3)) {
            (false, _) => 1,
            (true, false) => 0,
            (true, true) => 3,
        };
        way = (way + turn) % 4;
        if (x, y, way) == (column, row, 0) {
            return (gates, cells);
        }
    }
}

/// The corners of the string that is tight through all gates in turn, back to where it began: at the inner
/// end of the first one, which is on the upper rim. By a funnel: how far to the right and to the left one
/// may look from the last corner through all gates since.
fn tight(gates: &[Gate]) -> Vec<Point> {
    let Some(&[start, _]) = gates.first() else { return Vec::new() };
    let mut corners = vec![start];
    let (mut from, mut sides, mut seen_at, mut next) = (start, [start; 2], [0; 2], 1);
    'gates: while next <= gates.len() {
        let gate = gates.get(next).copied().unwrap_or([start; 2]);
        for (side, sign) in [(0, 1), (1, -1)] {
            let other = 1 - side;
            let is_wider = sign * turn(from, sides[side], gate[side]) > 0;
            if is_wider {
                continue;
            }
            let is_open = sides[side] == from || sign * turn(from, sides[other], gate[side]) > 0;
            if !is_open {
                // The string bends round the other side.
                from = sides[other];
                corners.push(from);
                next = seen_at[other] + 1;
                seen_at[side] = seen_at[other];
                sides = [from; 2];
                continue 'gates;
            }
            sides[side] = gate[side];
            seen_at[side] = next;
        }
        next += 1;
    }
    // The string may have bent round its own beginning.
    if corners.last() == Some(&start) {
        corners.pop();
    }
    corners
}

/// Positive where `b` is to the right of `a`, seen from a point; on a page with `y` downwards.
const fn turn(from: Point, a: Point, b: Point) -> i32 {
    (a.x - from.x) * (b.y - from.y) - (a.y - from.y) * (b.x - from.x)
}
