//! Regions tile a view, and one side is the other's mirror image.

use super::{charts, edges, frontal, name};
use crate::anatomy::{Crop, Point, RegionId, Side};
use std::collections::{HashMap, HashSet};

#[test]
fn every_directed_edge_has_exactly_one_reverse_but_for_the_outline() {
    for chart in charts() {
        let mut inside = HashMap::new();
        for edge in chart.patches().iter().flat_map(|patch| edges(patch.polygon())) {
            *inside.entry(edge).or_insert(0) += 1;
        }
        assert!(inside.values().all(|count| *count == 1), "two patches go the same way along an edge");
        let outline: HashSet<_> = chart.outline_polygons.iter().flat_map(|polygon| edges(polygon)).collect();
        for (a, b) in inside.keys() {
            let (shared, outer) = (inside.contains_key(&(*b, *a)), outline.contains(&(*a, *b)));
            assert!(shared != outer, "edge {a:?} {b:?}: shared {shared}, on the outline {outer}");
        }
        assert!(outline.iter().all(|edge| inside.contains_key(edge)), "an outline edge is in no patch");
    }
}

#[test]
fn every_polygon_is_simple() {
    for chart in charts() {
        let outlines = chart.outline_polygons.iter().map(|polygon| (polygon.as_slice(), "outline"));
        let patches = chart.patches().iter().map(|patch| (patch.polygon(), patch.region().as_str()));
        for (polygon, name) in patches.chain(outlines) {
            let corners: HashSet<&Point> = polygon.iter().collect();
            assert_eq!(corners.len(), polygon.len(), "{name} touches itself");
            let edges = edges(polygon);
            for (i, (a, b)) in edges.iter().enumerate() {
                for (c, d) in &edges[i + 1..] {
                    assert!(!cross(*a, *b, *c, *d), "{name} crosses itself at {a:?} {b:?}, {c:?} {d:?}");
                }
            }
        }
    }
}

/// Whether two segments meet elsewhere than at shared ends.
pub(super) fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let turn = |p: Point, q: Point, r: Point| {
        i64::from(q.x - p.x) * i64::from(r.y - p.y) - i64::from(q.y - p.y) * i64::from(r.x - p.x)
    };
    if [a, b].iter().any(|end| [c, d].contains(end)) {
        return false;
    }
    turn(a, b, c).signum() * turn(a, b, d).signum() <= 0
        && turn(c, d, a).signum() * turn(c, d, b).signum() <= 0
        && (turn(a, b, c), turn(a, b, d)) != (0, 0)
}

#[test]
fn the_sides_mirror_each_other() {
    for chart in frontal() {
        for pair in chart.patches().windows(2).filter(|pair| pair[0].side() == Some(Side::Left)) {
            assert_eq!((pair[1].side(), pair[1].region()), (Some(Side::Right), pair[0].region()));
            assert_eq!(pair[1].label(), pair[0].label().mirrored());
            let mirrored: HashSet<Point> = pair[0].polygon().iter().map(|corner| corner.mirrored()).collect();
            assert_eq!(pair[1].polygon().iter().copied().collect::<HashSet<_>>(), mirrored);
        }
        let outline: HashSet<Point> = chart.outline_polygons.iter().flatten().copied().collect();
        assert!(outline.iter().all(|corner| outline.contains(&corner.mirrored())));
        for crop in Crop::ALL {
            assert_eq!(chart.crop(*crop).min.x, -chart.crop(*crop).max.x);
        }
    }
}

#[test]
fn the_whole_body_is_in_the_picture() {
    for chart in charts() {
        let whole = chart.crop(Crop::Whole);
        let mut outline = chart.outline_polygons.iter().flatten();
        assert!(outline.all(|corner| whole.contains(*corner) && chart.view().bounds().contains(*corner)));
        for crop in Crop::ALL {
            let crop = chart.crop(*crop);
            assert!(whole.contains(crop.min) && whole.contains(crop.max), "{} {crop:?}", name(chart));
        }
    }
}

#[test]
fn every_label_lies_in_its_patch() {
    for chart in charts() {
        for patch in chart.patches() {
            let found = chart.locate(patch.label()).unwrap();
            assert_eq!((found.region(), found.side()), (patch.region(), patch.side()));
        }
    }
    let shown: HashSet<RegionId> =
        charts().iter().flat_map(|chart| chart.patches()).map(crate::anatomy::Patch::region).collect();
    assert_eq!(shown.len(), RegionId::all().len(), "a region is in no view");
}
