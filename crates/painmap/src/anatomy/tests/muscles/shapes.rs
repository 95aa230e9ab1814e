//! The shapes: sides alike, on the body, simple; the usual spots lie in them.

use super::super::tiling::cross;
use super::super::{edges, name as chart_name};
use super::{name, off, pairs};
use crate::anatomy::{Figure, MuscleChart, MuscleId, Point, Side, View, encloses};
use std::collections::{BTreeSet, HashSet};

/// How far a muscle may leave the outline (bu): the outline itself is drawn as wide.
const LEAVES: i64 = 15;

/// How far a fibre may leave its muscle: as it was drawn, and where it is warped to another figure (bu).
const FIBRE_LEAVES: [i64; 2] = [20, 45];

/// How far a usual spot may be out of its muscle where the drawing is warped to another figure (bu).
const STRAYS: i64 = 10;

#[test]
fn every_muscle_is_in_some_view_on_both_sides() {
    let mut shown = BTreeSet::new();
    for (_, muscles) in pairs() {
        let mut own = BTreeSet::new();
        for shape in muscles.shapes() {
            let once = own.insert((shape.muscle(), shape.side()));
            assert!(once, "{}: {} stands twice", name(muscles), shape.muscle());
            assert!(!shape.fibres().is_empty(), "{}: {} has no fibres", name(muscles), shape.muscle());
        }
        shown.extend(own);
        let order: Vec<MuscleId> = muscles.shapes().iter().map(|shape| shape.muscle()).collect();
        assert!(order.is_sorted(), "{}: from the surface down", name(muscles));
        assert!(muscles.shapes().is_sorted_by_key(|shape| shape.layer()));
    }
    for muscle in MuscleId::all() {
        for side in [Side::Left, Side::Right] {
            assert!(shown.contains(&(muscle, side)), "no view shows the {side} {muscle}");
        }
    }
}

#[test]
fn the_sides_mirror_each_other() {
    for (_, muscles) in pairs().filter(|(_, muscles)| muscles.view().side().is_none()) {
        let (left, right): (Vec<_>, Vec<_>) =
            muscles.shapes().iter().partition(|shape| shape.side() == Side::Left);
        assert_eq!(left.len(), right.len());
        for shape in left {
            let other = muscles.shape(shape.muscle(), Side::Right).unwrap();
            let mirrored: HashSet<Point> = shape.polygon().iter().map(|corner| corner.mirrored()).collect();
            let place = format!("{}: {}", name(muscles), shape.muscle());
            assert_eq!(other.polygon().iter().copied().collect::<HashSet<_>>(), mirrored, "{place}");
            assert_eq!(other.polygon().len(), shape.polygon().len(), "{place}");
            assert_eq!(other.contour(), &shape.contour().mirrored(), "{place}");
            assert_eq!(other.fibres().len(), shape.fibres().len(), "{place}");
        }
    }
}

#[test]
fn the_left_view_shows_what_the_right_one_does() {
    for figure in Figure::ALL {
        let [left, right] = [View::Left, View::Right].map(|view| MuscleChart::of(view, *figure));
        assert_eq!(left.shapes().len(), right.shapes().len());
        for (one, other) in left.shapes().iter().zip(right.shapes()) {
            assert_eq!((one.side(), other.side()), (Side::Left, Side::Right));
            assert_eq!((one.muscle(), one.polygon()), (other.muscle(), other.polygon()));
            assert_eq!(one.fibres(), other.fibres());
        }
        let spots = |muscles: &MuscleChart| -> Vec<_> {
            muscles.spots().iter().map(|spot| (spot.muscle(), spot.index(), spot.at())).collect()
        };
        assert_eq!(spots(left), spots(right));
        let areas = |muscles: &MuscleChart| -> Vec<_> {
            let areas = muscles.areas().iter();
            areas.map(|area| (area.muscle(), area.part(), area.polygon().to_vec())).collect()
        };
        assert_eq!(areas(left), areas(right));
    }
}

#[test]
fn no_muscle_leaves_the_body() {
    for (chart, muscles) in pairs() {
        // A side is the other's mirror image, and the views of the sides are one drawing.
        for shape in muscles.shapes().iter().filter(|shape| shape.side() == Side::Left) {
            for corner in shape.polygon() {
                let mut outlines = chart.outline_polygons.iter();
                let out = if outlines.any(|outline| encloses(outline, *corner)) {
                    0
                } else {
                    chart.outline_polygons.iter().map(|outline| off(outline, *corner)).min().unwrap()
                };
                let place = format!("{}: {} {corner:?}", chart_name(chart), shape.muscle());
                assert!(out <= LEAVES, "{place} is {out} bu off the body");
                assert!(chart.view().side().is_some() || corner.x >= -5, "{place} is beyond the midline");
            }
        }
    }
}

#[test]
fn every_polygon_is_simple() {
    let mut crossing = Vec::new();
    // The right view is drawn like the left one, and the right side is its mirror image.
    for (_, muscles) in pairs().filter(|(_, muscles)| muscles.view() != View::Right) {
        let shapes = muscles.shapes().iter().map(|shape| (shape.side(), shape.muscle(), shape.polygon()));
        let areas = muscles.areas().iter().map(|area| (area.side(), area.muscle(), area.polygon()));
        for (_, muscle, polygon) in shapes.chain(areas).filter(|(side, ..)| *side == Side::Left) {
            let place = format!("{}: {muscle}", name(muscles));
            let corners: HashSet<&Point> = polygon.iter().collect();
            if corners.len() < polygon.len() {
                crossing.push(format!("{place} touches itself"));
            }
            let edges = edges(polygon);
            for (i, (a, b)) in edges.iter().enumerate() {
                // Only what reaches as far down and up can meet.
                let meets =
                    |(c, d): &&(Point, Point)| c.y.max(d.y) >= a.y.min(b.y) && c.y.min(d.y) <= a.y.max(b.y);
                for (c, d) in edges[i + 1..].iter().filter(meets) {
                    if cross(*a, *b, *c, *d) {
                        crossing.push(format!("{place} crosses itself at {a:?} {b:?}, {c:?} {d:?}"));
                    }
                }
            }
        }
    }
    assert!(
        crossing.is_empty(),
        "{}",
        crossing.join(
            "
"
        )
    );
}

#[test]
fn a_usual_spot_lies_in_its_muscle_on_its_side() {
    for (_, muscles) in pairs() {
        for spot in muscles.spots() {
            let place = format!("{}: {} {:?}", name(muscles), spot.muscle(), spot.place());
            let shape = muscles.shape(spot.muscle(), spot.side()).unwrap_or_else(|| panic!("{place}"));
            let out = if shape.contains(spot.at()) { 0 } else { off(shape.polygon(), spot.at()) };
            assert!(out <= STRAYS, "{place} is {out} bu out of the muscle");
            let (nearest, _) = muscles.nearest_spot(spot.at(), Some((spot.muscle(), spot.side()))).unwrap();
            assert_eq!(nearest.at(), spot.at());
        }
    }
}

#[test]
fn fibres_stay_in_their_muscle() {
    let mut strays = Vec::new();
    for (_, muscles) in pairs().filter(|(_, muscles)| muscles.view() != View::Right) {
        for shape in muscles.shapes().iter().filter(|shape| shape.side() == Side::Left) {
            for fibre in shape.fibres() {
                let line = fibre.polygon();
                let out = |at: &Point| if shape.contains(*at) { 0 } else { off(shape.polygon(), *at) };
                let (far, at) = line.iter().map(|at| (out(at), at)).max().unwrap();
                let most = FIBRE_LEAVES[usize::from(muscles.figure() != Figure::Neutral)];
                if far > most {
                    strays.push(format!("{}: {} {far} bu at {at:?}", name(muscles), shape.muscle()));
                }
            }
        }
    }
    assert!(
        strays.is_empty(),
        "{} fibres:
{}",
        strays.len(),
        strays.join(
            "
"
        )
    );
}
