//! The table of places on the skin and of the muscles under them, worked out from attachments alone.

use super::off;
use crate::anatomy::{Chart, Figure, MuscleChart, MuscleId, Point, Side, View};
use std::collections::BTreeSet;

/// View, point, the muscles that lie under it, those that do not (`*`: none at all does), and why.
const POINTS: &str = include_str!("../../../../../../tests/golden/atlas/muscles.csv");

/// How near to the border of a muscle another figure may answer otherwise (bu).
const NEAR_BORDER: i64 = 25;

struct Row {
    line: &'static str,
    view: View,
    at: Point,
    under: Vec<MuscleId>,
    /// None: any other than those under it.
    not: Option<Vec<MuscleId>>,
}

fn rows() -> Vec<Row> {
    let muscles = |cell: &str| -> Vec<MuscleId> {
        let names = cell.split('|').filter(|name| !name.is_empty());
        names.map(|name| name.parse().unwrap_or_else(|_| panic!("no muscle {name}"))).collect()
    };
    let read = |line: &'static str| {
        let [view, x, y, under, not, because] = line.splitn(6, ',').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        assert!(!because.is_empty(), "{line}");
        let at = Point::new(x.parse().unwrap(), y.parse().unwrap());
        let not = (not != "*").then(|| muscles(not));
        Row { line, view: view.parse().unwrap(), at, under: muscles(under), not }
    };
    POINTS.lines().skip(1).map(read).collect()
}

impl Row {
    /// The side that it is about.
    fn side(&self) -> Side {
        match self.view.side() {
            Some(side) => side,
            None if self.at.x > 0 => Side::Left,
            None if self.at.x < 0 => Side::Right,
            None => Side::Midline,
        }
    }

    /// The same place on the other side of the body.
    fn mirrored(&self) -> (View, Point, Side) {
        let (view, at) = match self.view {
            View::Left => (View::Right, self.at),
            View::Right => (View::Left, self.at),
            view => (view, self.at.mirrored()),
        };
        (view, at, self.side().opposite())
    }

    /// What is wrong with the answer at a place that must be like that of the row; within `near` of the
    /// border of a muscle nothing is wrong with what is said of it.
    fn wrong(&self, muscles: &MuscleChart, at: Point, side: Side, near: i64) -> Vec<String> {
        let mut wrong = Vec::new();
        for muscle in MuscleId::all() {
            let (wanted, unwanted) =
                (self.under.contains(&muscle), self.not.as_ref().is_none_or(|not| not.contains(&muscle)));
            let shape = muscles.shape(muscle, side);
            let found = shape.is_some_and(|shape| shape.contains(at));
            let far = shape.map_or(i64::MAX, |shape| off(shape.polygon(), at));
            if found != wanted && (wanted || unwanted) && far > near {
                let verb = if wanted { "lacks" } else { "has" };
                wrong.push(format!("{verb} {muscle} (border {far} bu off): {}", self.line));
            }
        }
        for shape in muscles.at(at).filter(|shape| shape.side() != side) {
            wrong.push(format!("has the {} {}: {}", shape.side(), shape.muscle(), self.line));
        }
        wrong
    }
}

#[test]
fn every_place_of_the_table_has_the_muscles_that_anatomy_puts_there() {
    let mut wrong = Vec::new();
    for row in rows() {
        let (view, at, side) = row.mirrored();
        for (view, at, side) in [(row.view, row.at, row.side()), (view, at, side)] {
            wrong.extend(row.wrong(MuscleChart::of(view, Figure::Neutral), at, side, 0));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_other_figures_have_them_in_the_same_places() {
    let mut wrong = Vec::new();
    for row in rows() {
        let neutral = Chart::of(row.view, Figure::Neutral).unwrap();
        for figure in [Figure::Feminine, Figure::Masculine] {
            let there = neutral.carry(row.at, figure).unwrap();
            let muscles = MuscleChart::of(row.view, figure);
            let found = row.wrong(muscles, there, row.side(), NEAR_BORDER);
            wrong.extend(found.into_iter().map(|fault| format!("{figure} {there:?} {fault}")));
        }
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_is_of_all_sides_and_its_muscles_stand_on_both() {
    let rows = rows();
    assert!(rows.len() >= 100, "{} rows", rows.len());
    let sided: BTreeSet<(MuscleId, Side)> =
        rows.iter().flat_map(|row| row.under.iter().map(|muscle| (*muscle, row.side()))).collect();
    for (muscle, side) in &sided {
        assert!(sided.contains(&(*muscle, side.opposite())), "{muscle} stands on the {side} alone");
    }
    let named: BTreeSet<MuscleId> = sided.iter().map(|(muscle, _)| *muscle).collect();
    let missing: Vec<_> = MuscleId::all().filter(|muscle| !named.contains(muscle)).collect();
    assert!(missing.is_empty(), "no row has {missing:?}");
    let places: BTreeSet<_> = rows.iter().map(|row| (row.view, row.at.x, row.at.y)).collect();
    assert_eq!(places.len(), rows.len(), "a place stands twice");
}
