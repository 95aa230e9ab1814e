//! What must hold of every chart: it tiles, it is symmetrical, and known places are where they
//! belong.

use super::{Chart, Crop, Figure, Point, RegionId, Side, View};
use proptest::prelude::*;
use std::collections::{HashMap, HashSet};

/// The ids are for ever: this list only grows.
const IDS: &str = "vertex occiput ear suboccipital posterior-neck-upper posterior-neck-lower \
    lateral-neck-upper lateral-neck-lower cervical-spine thoracic-spine lumbar-spine top-of-shoulder \
    suprascapular interscapular scapular upper-thoracic-paraspinal lower-thoracic-paraspinal \
    posterior-axilla infrascapular lateral-chest-wall lumbar-paraspinal-upper lumbar-paraspinal-lower \
    flank sacrum sacroiliac upper-buttock lower-buttock lateral-hip deltoid-posterior deltoid-lateral \
    posterior-upper-arm posterior-elbow posterior-forearm-radial posterior-forearm-ulnar \
    posterior-hand-radial posterior-hand-ulnar posterior-thigh popliteal calf posterior-ankle heel";

/// Known places of the neutral figure: landmark, region, level.
const PLACES: &[(&str, &str, &str)] = &[
    ("external-occipital-protuberance", "cervical-spine", "C2"),
    ("superior-angle-of-scapula", "suprascapular", "T2"),
    ("root-of-scapular-spine", "scapular", "T3"),
    ("inferior-angle-of-scapula", "scapular", "T7"),
    ("acromion", "deltoid-lateral", ""),
    ("head-of-humerus", "deltoid-posterior", ""),
    ("posterior-axillary-fold", "posterior-axilla", ""),
    ("tip-of-twelfth-rib", "flank", "L2"),
    ("iliac-crest", "flank", "L4"),
    ("posterior-superior-iliac-spine", "sacroiliac", "S2"),
    ("greater-trochanter", "lateral-hip", ""),
    ("ischial-tuberosity", "lower-buttock", ""),
    ("tip-of-coccyx", "lower-buttock", ""),
    ("olecranon", "posterior-elbow", ""),
    ("popliteal-crease", "popliteal", ""),
    ("lateral-malleolus", "heel", ""),
    ("c2-spinous-process", "cervical-spine", "C2"),
    ("c7-spinous-process", "cervical-spine", "C7"),
    ("t1-spinous-process", "thoracic-spine", "T1"),
    ("t4-spinous-process", "thoracic-spine", "T4"),
    ("t12-spinous-process", "thoracic-spine", "T12"),
    ("l1-spinous-process", "lumbar-spine", "L1"),
    ("l4-spinous-process", "lumbar-spine", "L4"),
    ("s2-spinous-process", "sacrum", "S2"),
];

fn charts() -> Vec<&'static Chart> {
    let all = View::ALL.iter().flat_map(|view| Figure::ALL.iter().map(|figure| Chart::of(*view, *figure)));
    all.flatten().collect()
}

fn neutral() -> &'static Chart {
    Chart::of(View::Posterior, Figure::Neutral).unwrap()
}

/// The directed edges of a polygon.
fn edges(polygon: &[Point]) -> Vec<(Point, Point)> {
    super::polygon::edges(polygon).collect()
}

#[test]
fn region_ids_are_for_ever() {
    let ids: Vec<&str> = RegionId::all().map(RegionId::as_str).collect();
    assert_eq!(ids, IDS.split_whitespace().collect::<Vec<_>>());
    for region in RegionId::all() {
        assert_eq!(region.as_str().parse(), Ok(region));
        assert!(!region.name().is_empty() && !region.clinical_name().is_empty());
    }
    let names: HashSet<&str> = RegionId::all().map(RegionId::name).collect();
    assert_eq!(names.len(), RegionId::all().len(), "two regions have the same name");
    assert!("shoulder".parse::<RegionId>().is_err());
}

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
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
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
    for chart in charts() {
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
        let whole = chart.crop(Crop::Whole);
        assert!(outline.iter().all(|corner| whole.contains(*corner)));
        assert!(outline.iter().all(|corner| chart.view().bounds().contains(*corner)));
    }
}

#[test]
fn every_label_lies_in_its_patch() {
    for chart in charts() {
        for patch in chart.patches() {
            let found = chart.locate(patch.label()).unwrap();
            assert_eq!((found.region(), found.side()), (patch.region(), patch.side()));
        }
        let shown: HashSet<RegionId> = chart.patches().iter().map(super::Patch::region).collect();
        if chart.view() == View::Posterior {
            assert_eq!(shown.len(), RegionId::all().len());
        }
    }
}

#[test]
fn landmarks_are_in_the_regions_where_they_belong() {
    let chart = neutral();
    for (name, region, level) in PLACES {
        let landmarks: Vec<_> =
            chart.landmarks().into_iter().filter(|landmark| landmark.name() == *name).collect();
        assert_eq!(landmarks.len(), if landmarks[0].side() == Side::Midline { 1 } else { 2 }, "{name}");
        for landmark in landmarks {
            let at = landmark.at();
            let found = chart.locate(at).map(|patch| patch.region().as_str());
            assert_eq!(found, Some(*region), "{name}");
            assert_eq!(chart.side(at), landmark.side(), "{name}");
            assert_eq!(chart.level(at).map_or("", |level| level.name()), *level, "{name}");
        }
    }
}

#[test]
fn the_example_of_the_record_is_where_it_says() {
    let (chart, at) = (neutral(), Point::new(-600, 1790));
    assert_eq!(
        chart.locate(at).map(|patch| (patch.region().as_str(), patch.side())),
        Some(("suprascapular", Some(Side::Right)))
    );
    assert_eq!(chart.side(at), Side::Right);
    assert_eq!(chart.level(at).map(|level| level.name()), Some("T3"));
}

#[test]
fn a_point_on_the_outline_is_on_the_body() {
    for chart in charts() {
        for corner in chart.outline_polygons.iter().flatten() {
            assert!(chart.locate(*corner).is_some(), "{corner:?}");
        }
    }
}

#[test]
fn sides_off_the_trunk_and_off_the_body() {
    let chart = neutral();
    assert_eq!(chart.side(Point::new(50, 5500)), Side::Left, "an inner thigh is not on the midline");
    assert_eq!(chart.side(Point::new(-50, 5500)), Side::Right);
    assert_eq!(chart.side(Point::new(60, 3000)), Side::Midline);
    assert_eq!(chart.side(Point::new(61, 3000)), Side::Left);
    assert_eq!(chart.side(Point::new(-2400, 500)), Side::Right);
    assert_eq!(chart.side(Point::new(i32::MIN, i32::MAX)), Side::Right);
    assert_eq!(chart.snap(Point::new(i32::MIN, i32::MAX), i32::MAX), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_point_on_the_body_is_in_exactly_one_patch(x in -2500..2500_i32, y in -50..10_050_i32) {
        let point = Point::new(x, y);
        for chart in charts() {
            let holding = chart.patches().iter().filter(|patch| super::polygon::encloses(patch.polygon(), point));
            let body = chart.outline_polygons.iter().filter(|polygon| super::polygon::encloses(polygon, point));
            prop_assert_eq!(holding.count(), body.count());
        }
    }

    #[test]
    fn the_two_sides_answer_alike(x in 0..2500_i32, y in -50..10_050_i32) {
        let point = Point::new(x, y);
        for chart in charts() {
            let (left, right) = (chart.locate(point), chart.locate(point.mirrored()));
            prop_assert_eq!(left.map(super::Patch::region), right.map(super::Patch::region));
            prop_assert_eq!(chart.side(point), chart.side(point.mirrored()).opposite());
            if let Some(patch) = left.filter(|patch| patch.side().is_some() && x > 60) {
                prop_assert_eq!(Some(chart.side(point)), patch.side());
            }
        }
    }

    #[test]
    fn a_snapped_point_is_on_the_body_and_near(x in -2700..2700_i32, y in -200..10_200_i32) {
        let point = Point::new(x, y);
        for chart in charts() {
            match chart.snap(point, 150) {
                Some(snapped) => {
                    prop_assert!(chart.locate(snapped).is_some());
                    prop_assert!(snapped.distance_squared(point) <= 150 * 150);
                    prop_assert!(x == 0 || chart.snap(point.mirrored(), 150) == Some(snapped.mirrored()));
                    prop_assert_eq!(chart.snap(snapped, 0), Some(snapped));
                }
                None => {
                    let corners = chart.outline_polygons.iter().flatten();
                    let nearest = corners.map(|corner| corner.distance_squared(point)).min();
                    prop_assert!(nearest >= Some(149 * 149));
                }
            }
        }
    }
}
