//! The promises of masks and contours, on random cells.

use super::contour::parts;
use super::mask::{AREA, CELL, EARLIER, Mask, POINTED, STROKE};
use crate::anatomy::{Point, View};
use crate::record::limits::{MAX_OUTSIDE, MAX_PATH_POINTS};
use proptest::prelude::*;

/// How many cells the random masks are wide and high, with a rim that is always free.
const SIDE: i32 = 16;

/// A mask of so many cells across the midline.
fn empty() -> Mask {
    let half = SIDE / 2 * CELL;
    let corners = [Point::new(-half, 3000), Point::new(half - 1, 3000 + 2 * half - 1)];
    let mask = Mask::round(View::Posterior, [&corners, &[]], 0);
    assert_eq!((mask.columns, mask.rows), (SIDE, SIDE));
    mask
}

fn mask_of(cells: &[(i32, i32)]) -> Mask {
    let mut mask = empty();
    cover(&mut mask, cells, AREA);
    mask
}

fn cover(mask: &mut Mask, cells: &[(i32, i32)], with: u8) {
    for &cell in cells {
        let middle = middle(mask, cell);
        mask.brush(&[middle], 0, with);
    }
}

fn middle(mask: &Mask, (column, row): (i32, i32)) -> Point {
    Point::new((mask.left + column) * CELL + CELL / 2, (mask.top + row) * CELL + CELL / 2)
}

/// The outlines of the parts.
fn outlines(mask: &mut Mask) -> Vec<Vec<Point>> {
    parts(mask).into_iter().map(|(_, outline)| outline).collect()
}

fn is_area(mask: &Mask, column: i32, row: i32) -> bool {
    mask.at(column, row) & AREA != 0
}

/// Every cell that is reached from one, side by side or also corner to corner.
fn reached(from: (i32, i32), corners: bool, open: impl Fn(i32, i32) -> bool) -> Vec<(i32, i32)> {
    let mut reached = vec![from];
    let mut next = 0;
    while let Some(&(column, row)) = reached.get(next) {
        next += 1;
        for (dx, dy) in [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)] {
            let cell = (column + dx, row + dy);
            let inside = 0 <= cell.0 && cell.0 < SIDE && 0 <= cell.1 && cell.1 < SIDE;
            if (corners || dx * dy == 0) && inside && open(cell.0, cell.1) && !reached.contains(&cell) {
                reached.push(cell);
            }
        }
    }
    reached
}

/// The parts of a mask, holes filled and crumbs dropped, as lists of cells: by brute force.
fn by_force(mask: &Mask) -> Vec<Vec<(i32, i32)>> {
    let outside = reached((0, 0), true, |column, row| !is_area(mask, column, row));
    let filled = |column, row| !outside.contains(&(column, row));
    let mut parts: Vec<Vec<(i32, i32)>> = Vec::new();
    for row in 0..SIDE {
        for column in 0..SIDE {
            if filled(column, row) && !parts.iter().flatten().any(|&cell| cell == (column, row)) {
                let mut part = reached((column, row), false, filled);
                part.sort_unstable();
                parts.push(part);
            }
        }
    }
    let is_earlier =
        |part: &[(i32, i32)]| part.iter().any(|&(column, row)| mask.at(column, row) & EARLIER != 0);
    parts.sort_by_key(|part| std::cmp::Reverse((is_earlier(part), part.len())));
    let mut index = 0;
    parts.retain(|part| {
        index += 1;
        index == 1 || is_earlier(part) || part.len() > 4
    });
    parts
}

fn cells_in(outline: &[Point]) -> Vec<(i32, i32)> {
    let mut mask = empty();
    mask.fill(outline, AREA);
    let all = (0..SIDE).flat_map(|column| (0..SIDE).map(move |row| (column, row)));
    all.filter(|&(column, row)| is_area(&mask, column, row)).collect()
}

/// Whether two edges have a point in common.
fn meet(a: [Point; 2], b: [Point; 2]) -> bool {
    let turn = |p: Point, q: Point, r: Point| {
        let cross = i64::from(q.x - p.x) * i64::from(r.y - p.y) - i64::from(q.y - p.y) * i64::from(r.x - p.x);
        cross.signum()
    };
    let within = |edge: [Point; 2], p: Point| {
        turn(edge[0], edge[1], p) == 0
            && (edge[0].x.min(edge[1].x)..=edge[0].x.max(edge[1].x)).contains(&p.x)
            && (edge[0].y.min(edge[1].y)..=edge[0].y.max(edge[1].y)).contains(&p.y)
    };
    let parted = |edge: [Point; 2], other: [Point; 2]| {
        turn(edge[0], edge[1], other[0]) * turn(edge[0], edge[1], other[1]) < 0
    };
    (parted(a, b) && parted(b, a)) || b.iter().any(|&p| within(a, p)) || a.iter().any(|&p| within(b, p))
}

fn edges(outline: &[Point]) -> Vec<[Point; 2]> {
    let next = outline.iter().cycle().skip(1);
    outline.iter().zip(next).map(|(&a, &b)| [a, b]).collect()
}

/// Whether no outline meets itself, but where one edge goes on into the next, or another one.
fn are_simple(outlines: &[Vec<Point>]) -> bool {
    let mut all = Vec::new();
    for (part, outline) in outlines.iter().enumerate() {
        let count = outline.len();
        all.extend(edges(outline).into_iter().enumerate().map(|(index, edge)| (part, index, count, edge)));
    }
    all.iter().enumerate().all(|(place, &(part, index, count, edge))| {
        all[..place].iter().all(|&(other_part, other_index, _, other)| {
            let next = part == other_part && (index == other_index + 1 || index + 1 == other_index + count);
            let folds_back = || {
                // Edges that follow each other share their one corner and nothing else.
                let (first, second) = if edge[0] == other[1] { (other, edge) } else { (edge, other) };
                meet([first[0], first[0]], second) || meet(first, [second[1], second[1]])
            };
            if next { !folds_back() } else { !meet(edge, other) }
        })
    })
}

/// Cells inside of the rim, from few to nearly all.
fn cells() -> impl Strategy<Value = Vec<(i32, i32)>> {
    let inside = 1..SIDE - 1;
    let soup = (inside.clone(), inside);
    prop_oneof![
        prop::collection::vec(soup.clone(), 0..20),
        prop::collection::vec(soup.clone(), 40..150),
        // Lumps, which look like what is painted.
        prop::collection::vec((soup, 0..4, 0..4), 1..8).prop_map(|lumps| {
            let cells = lumps.into_iter().flat_map(|((column, row), wide, high): ((i32, i32), i32, i32)| {
                let columns = column..=(column + wide).min(SIDE - 2);
                columns
                    .flat_map(move |column| (row..=(row + high).min(SIDE - 2)).map(move |row| (column, row)))
            });
            cells.collect()
        }),
    ]
}

proptest! {
    #[test]
    fn an_outline_holds_the_cells_from_which_it_was_made(cells in cells(), earlier in 0..3_usize) {
        let mut mask = mask_of(&cells);
        cover(&mut mask, &cells[..earlier.min(cells.len())], EARLIER);
        let mut made = by_force(&mask);
        let mut held: Vec<_> = outlines(&mut mask).iter().map(|outline| cells_in(outline)).collect();
        prop_assert_eq!(mask.any(AREA), false);
        let sizes = |parts: &[Vec<(i32, i32)>]| parts.iter().map(Vec::len).collect::<Vec<_>>();
        prop_assert_eq!(sizes(&held), sizes(&made));
        // Of parts of one size either may come first, and be kept if all are crumbs.
        if made.len() > 1 || made.iter().any(|part| part.len() > 4) {
            held.sort();
            made.sort();
            prop_assert_eq!(held, made);
        }
    }

    /// Painting and erasing go on from cells: what an outline holds must be in one piece.
    #[test]
    fn a_part_stays_one_part(cells in cells()) {
        for outline in outlines(&mut mask_of(&cells)) {
            let mut mask = empty();
            mask.fill(&outline, AREA);
            prop_assert_eq!(outlines(&mut mask), [outline]);
        }
    }

    #[test]
    fn the_cells_along_a_line_are_one_part(line in prop::collection::vec((-150..150, 3010..3300), 1..4)) {
        let line: Vec<_> = line.into_iter().map(|(x, y)| Point::new(x, y)).collect();
        let mut mask = empty();
        mask.brush(&line, POINTED, AREA);
        cover(&mut mask, &(0..SIDE).flat_map(|column| (0..SIDE).map(move |row| (column, row))).collect::<Vec<_>>(), EARLIER);
        prop_assert_eq!(outlines(&mut mask).len(), 1);
    }

    #[test]
    fn mirrored_outlines_cover_mirrored_cells(
        outline in prop::collection::vec((-15..=15, 3000..3320), 3..12), fine in prop::bool::ANY,
    ) {
        // Edges through the middles of cells among them.
        let step = if fine { 9 } else { 10 };
        let outline: Vec<_> = outline.into_iter().map(|(x, y)| Point::new(x * step, y)).collect();
        let mirrored: Vec<_> = outline.iter().map(|point| point.mirrored()).collect();
        let mut there: Vec<_> =
            cells_in(&mirrored).into_iter().map(|(column, row)| (SIDE - 1 - column, row)).collect();
        there.sort_unstable();
        prop_assert_eq!(there, cells_in(&outline));
    }

    #[test]
    fn an_outline_never_meets_itself_or_another(cells in cells()) {
        let outlines = outlines(&mut mask_of(&cells));
        prop_assert!(are_simple(&outlines), "{outlines:?}");
        prop_assert!(outlines.iter().all(|outline| outline.len() >= 4));
    }

    #[test]
    fn mirrored_cells_have_outlines_that_hold_the_mirrored_cells(cells in cells()) {
        let mirrored: Vec<_> = cells.iter().map(|&(column, row)| (SIDE - 1 - column, row)).collect();
        let area = |cells: &[(i32, i32)]| {
            let mut held: Vec<_> = outlines(&mut mask_of(cells)).iter().flat_map(|part| cells_in(part)).collect();
            held.sort_unstable();
            held
        };
        let mut there: Vec<_> =
            area(&mirrored).into_iter().map(|(column, row)| (SIDE - 1 - column, row)).collect();
        there.sort_unstable();
        // Of the largest parts of one size the first in the grid is kept, if all are crumbs.
        let is_crumb = by_force(&mask_of(&cells)).first().is_none_or(|part| part.len() <= 4);
        prop_assert!(is_crumb || there == area(&cells));
    }

    #[test]
    fn a_brush_covers_the_cells_near_to_its_stroke(
        stroke in prop::collection::vec((-300..300, 2900..3400), 1..6),
        radius in 20..300,
    ) {
        let stroke: Vec<_> = stroke.into_iter().map(|(x, y)| Point::new(x, y)).collect();
        let mut mask = empty();
        mask.brush(&stroke, radius, STROKE);
        for row in 0..SIDE {
            for column in 0..SIDE {
                let middle = middle(&mask, (column, row));
                let ends = stroke.windows(2).map(|pair| (pair[0], pair[1]));
                let off = ends.chain([(stroke[0], stroke[0])]).map(|(a, b)| distance(a, b, middle));
                let off = off.fold(f64::MAX, f64::min);
                let covered = mask.at(column, row) & STROKE != 0;
                // Prints along the stroke stand for it: their rim is a little wavy.
                if (off - f64::from(radius)).abs() > 2.5 {
                    prop_assert_eq!(covered, off < f64::from(radius), "{} off {}", off, radius);
                }
            }
        }
    }
}

/// How far a point is from a piece of a stroke.
fn distance(a: Point, b: Point, point: Point) -> f64 {
    let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, point.x, point.y].map(f64::from);
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let along = if length == 0.0 { 0.0 } else { (((x - ax) * dx + (y - ay) * dy) / length).clamp(0.0, 1.0) };
    (ax + along * dx - x).hypot(ay + along * dy - y)
}

#[test]
fn the_box_of_a_views_points_is_made_of_whole_cells() {
    for &view in View::ALL {
        let all = view.bounds().grown(MAX_OUTSIDE);
        for coordinate in [all.min.x, all.min.y, all.max.x, all.max.y] {
            assert_eq!(coordinate % CELL, 0, "{view}");
        }
        let everywhere = Mask::round(view, [&[all.min, all.max], &[]], 600);
        assert_eq!((everywhere.columns, everywhere.rows), (all.width() / CELL, all.height() / CELL));
    }
}

#[test]
fn a_ring_is_filled_with_what_lies_in_it() {
    let ring = (2..13).flat_map(|at| [(at, 2), (at, 12), (2, at), (12, at)]);
    let island = (5..10).flat_map(|column| (5..10).map(move |row| (column, row)));
    let cells: Vec<_> = ring.chain(island).collect();
    let outlines = outlines(&mut mask_of(&cells));
    assert_eq!(outlines.len(), 1);
    assert_eq!(cells_in(&outlines[0]).len(), 11 * 11);
}

#[test]
fn a_straight_edge_has_two_ends_and_no_more() {
    let cells: Vec<_> = (3..13).flat_map(|column| (4..8).map(move |row| (column, row))).collect();
    let outlines = outlines(&mut mask_of(&cells));
    // The cut corners, and where the contour began.
    assert!(outlines[0].len() <= 9, "{:?}", outlines[0]);
}

#[test]
fn a_disc_has_few_points_near_to_its_rim() {
    for radius in [40, 100, 300, 600] {
        let middle = Point::new(7, 3013);
        let mut mask = Mask::round(View::Posterior, [&[middle], &[]], radius);
        mask.brush(&[middle], radius, AREA);
        let outlines = outlines(&mut mask);
        assert_eq!(outlines.len(), 1);
        assert!(outlines[0].len() <= 16 + radius as usize / 8, "{radius}: {}", outlines[0].len());
        for &point in &outlines[0] {
            let off = distance(middle, middle, point) - f64::from(radius);
            assert!(off.abs() <= 15.0, "{radius}: {off}");
        }
    }
}

/// A comb over the whole view, as fine as the limits allow.
#[test]
fn a_hostile_outline_comes_to_an_end() {
    let all = View::Posterior.bounds().grown(MAX_OUTSIDE);
    let tooth = |index: usize| {
        let x = all.min.x + i32::try_from(index).unwrap() * all.width() / 2000;
        Point::new(x, if index.is_multiple_of(2) { all.min.y } else { all.max.y })
    };
    let zigzag: Vec<_> = (0..MAX_PATH_POINTS).map(tooth).collect();
    let to_and_fro: Vec<_> = [all.min, all.max].into_iter().cycle().take(MAX_PATH_POINTS).collect();
    let spiral: Vec<_> = (0..MAX_PATH_POINTS).map(|index| tooth(index * 997 % MAX_PATH_POINTS)).collect();
    for outline in [zigzag, to_and_fro, spiral] {
        let mut mask = Mask::round(View::Posterior, [&outline, &[]], 600);
        mask.fill(&outline, AREA);
        assert!(outlines(&mut mask).len() <= 201);
    }
}
