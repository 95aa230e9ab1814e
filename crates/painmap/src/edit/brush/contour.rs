//! Outlines round the cells of an area.
//!
//! Between a cell of the area and one beside it that is not there is a gate, which ends short of the
//! middles of both. An outline is a string pulled tight through all the gates on its way round. So it is
//! smooth, it holds the middles of the very cells from which it was made (painting again and again makes
//! nothing drift), and it never crosses or touches itself or another one: the room between two gates
//! that follow each other is no other string's.

use super::mask::{AREA, CELL, EARLIER, Mask, PART};
use crate::anatomy::Point;
use crate::record::limits::MAX_MARKS;

/// How far a gate reaches from the side between two cells, in bu. The nearer to their middles, the
/// smoother the outline; the further from them, the nearer to the sides.
const HALF_GATE: i32 = 7;

/// The most cells that a part may have and still be a crumb, which is dropped beside one that ranks before it.
const CRUMB: i32 = 4;

/// More cells than there are: what ranks a part that holds earlier cells before all that hold none.
const FIRST: i32 = 1 << 24;

/// What to go through: its ends on the right, in the area, and on the left.
type Gate = [Point; 2];

/// A part of an area: how it ranks, and its outline.
pub(super) type Part = (i32, Vec<Point>);

/// The parts of the area that touch nowhere: those with earlier cells first, then the larger ones. Of the
/// others, crumbs are dropped. What lies in a hole belongs to the part round it, since an outline can't
/// hold a hole. Each part is taken out of the mask. One part more than a record can take is as many as
/// come; then nothing is dropped.
pub(super) fn parts(mask: &mut Mask) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for row in 0..mask.rows {
        for column in 0..mask.columns {
            if mask.at(column, row) & AREA == 0 {
                continue;
            }
            if parts.len() > MAX_MARKS {
                return parts;
            }
            // The first cell from above: the way from it is round the part, not round a hole in it.
            let (gates, mut rank) = follow(mask, column, row);
            let outline = tight(&gates);
            mask.fill(&outline, PART);
            if mask.any(PART | EARLIER) {
                rank += FIRST;
            }
            mask.each(|cell| if cell & PART == 0 { cell } else { 0 });
            let place = parts.iter().position(|part| part.0 < rank).unwrap_or(parts.len());
            parts.insert(place, (rank, outline));
        }
    }
    // The first one stays, even if it is a crumb.
    while parts.len() > 1 && parts.last().is_some_and(|part| part.0 <= CRUMB) {
        parts.pop();
    }
    parts
}

/// Right, down, left and up, in cells.
const WAYS: [(i32, i32); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];
/// Which cell of the four round a corner is ahead on the right, going that way.
const RIGHT_OF: [(i32, i32); 4] = [(0, 0), (-1, 0), (-1, -1), (0, -1)];

/// The gates on the way round that begins along the upper side of a cell, with the area on the right, and
/// how many cells it holds. Cells that meet at a corner alone are kept apart.
fn follow(mask: &Mask, column: i32, row: i32) -> (Vec<Gate>, i32) {
    let (mut x, mut y, mut way) = (column, row, 0);
    let (mut gates, mut cells) = (Vec::new(), 0);
    loop {
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
