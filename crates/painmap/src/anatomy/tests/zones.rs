//! The zones are what their definitions say, by landmark.

use super::{charts, name, neutral};
use crate::anatomy::polygon;
use crate::anatomy::{
    Bounds, Chart, Figure, MIDLINE_HALF_WIDTH, Patch, Point, RegionId, Side, View, ZoneId, encloses,
};
use proptest::prelude::*;

fn zone(id: &str) -> ZoneId {
    id.parse().unwrap()
}

/// Where a landmark of the person's left or the midline is.
fn at(chart: &Chart, name: &str) -> Point {
    let mut known = chart.landmarks().into_iter();
    known
        .find(|known| known.name() == name && known.side() != Side::Right)
        .unwrap_or_else(|| panic!("{name}"))
        .at()
}

fn behind() -> impl Iterator<Item = &'static Chart> {
    Figure::ALL.iter().map(|&figure| Chart::of(View::Posterior, figure).unwrap())
}

#[test]
fn the_low_back_goes_from_the_twelfth_rib_to_the_gluteal_folds() {
    let low_back = zone("low-back");
    for chart in behind() {
        let (rib, hip) = (at(chart, "tip-of-twelfth-rib"), at(chart, "greater-trochanter"));
        // Below the rib and above the fold, from one side to the other.
        for x in [0, 200, rib.x - 20] {
            assert!(low_back.contains(chart, Point::new(x, rib.y + 40)), "{} {x}", name(chart));
            assert!(low_back.contains(chart, Point::new(-x, rib.y + 40)));
        }
        assert!(low_back.contains(chart, Point::new(hip.x - 30, hip.y)));
        assert!(low_back.contains(chart, at(chart, "posterior-superior-iliac-spine")));
        assert!(low_back.contains(chart, at(chart, "ischial-tuberosity")));
        for level in ["l1", "l3", "l5", "s2"] {
            assert!(low_back.contains(chart, at(chart, &format!("{level}-spinous-process"))), "{level}");
        }
        // Above the rib and below the fold it ends.
        for level in ["t12", "t11", "t6", "c7"] {
            assert!(!low_back.contains(chart, at(chart, &format!("{level}-spinous-process"))), "{level}");
        }
        let angle = at(chart, "angle-of-twelfth-rib");
        assert!(!low_back.contains(chart, Point::new(angle.x, angle.y - 120)));
        assert!(!low_back.contains(chart, Point::new(400, 5600)), "a thigh");
    }
}

#[test]
fn the_cervical_area_ends_at_the_first_thoracic_spinous_process() {
    let cervical = zone("cervical");
    for chart in behind() {
        let (inion, t1) = (at(chart, "external-occipital-protuberance"), at(chart, "t1-spinous-process"));
        let margin = at(chart, "lateral-margin-of-neck").x;
        for x in [0, 100, 250] {
            assert!(cervical.contains(chart, Point::new(x, t1.y)), "{} {x}", name(chart));
            assert!(cervical.contains(chart, Point::new(-x, t1.y - 30)));
            assert!(!cervical.contains(chart, Point::new(x, t1.y + 1)));
            assert!(!cervical.contains(chart, Point::new(x, inion.y - 60)), "the head");
        }
        assert!(!cervical.contains(chart, Point::new(margin + 30, t1.y)), "the shoulder");
        for level in ["c2", "c5", "c7"] {
            assert!(cervical.contains(chart, at(chart, &format!("{level}-spinous-process"))), "{level}");
        }
    }
}

#[test]
fn the_thoracic_back_lies_between_the_first_and_the_twelfth_spinous_process() {
    let thoracic = zone("thoracic-back");
    assert!(!thoracic.is_verified());
    for chart in behind() {
        let (t1, t12) = (at(chart, "t1-spinous-process").y, at(chart, "t12-spinous-process").y);
        for (y, inside) in [(t1 - 1, false), (t1, true), (t12, true), (t12 + 1, false)] {
            assert_eq!(thoracic.contains(chart, Point::new(100, y)), inside, "{} {y}", name(chart));
        }
        assert!(thoracic.contains(chart, at(chart, "inferior-angle-of-scapula")));
        assert!(!thoracic.contains(chart, at(chart, "olecranon")), "an arm");
    }
}

/// The sites of the widespread pain index (Wolfe et al. 2016), and a region that each must have.
const SITES: [(&str, bool, &str); 12] = [
    ("wpi-jaw", true, "jaw"),
    ("wpi-shoulder-girdle", true, "scapular"),
    ("wpi-upper-arm", true, "posterior-upper-arm"),
    ("wpi-lower-arm", true, "posterior-forearm-ulnar"),
    ("wpi-hip", true, "upper-buttock"),
    ("wpi-upper-leg", true, "anterior-thigh"),
    ("wpi-lower-leg", true, "calf"),
    ("wpi-neck", false, "posterior-neck-lower"),
    ("wpi-upper-back", false, "interscapular"),
    ("wpi-lower-back", false, "lumbar-paraspinal-lower"),
    ("wpi-chest", false, "sternal"),
    ("wpi-abdomen", false, "lower-abdomen"),
];

#[test]
fn the_sites_of_the_widespread_pain_index_are_nineteen() {
    let sites: Vec<ZoneId> = ZoneId::all().filter(|zone| zone.as_str().starts_with("wpi-")).collect();
    assert_eq!(sites.iter().map(|zone| if zone.is_sided() { 2 } else { 1 }).sum::<i32>(), 19);
    assert_eq!(sites.len(), SITES.len());
    for (id, sided, region) in SITES {
        assert_eq!(zone(id).is_sided(), sided, "{id}");
        let region: RegionId = region.parse().unwrap();
        let mut seen =
            charts().into_iter().flat_map(|chart| chart.patches().iter().map(move |patch| (chart, patch)));
        assert!(
            seen.any(|(chart, patch)| patch.region() == region && zone(id).contains(chart, patch.label())),
            "{id} lacks {region}"
        );
    }
}

#[test]
fn no_point_is_in_two_sites_of_the_index() {
    for chart in charts() {
        let Bounds { min, max } = chart.view().bounds();
        let grid = (min.x..max.x)
            .step_by(70)
            .flat_map(|x| (min.y..max.y).step_by(70).map(move |y| Point::new(x, y)));
        for point in grid.chain(chart.patches().iter().map(Patch::label)) {
            let zones = chart.zones(point);
            let sites = zones.iter().filter(|(zone, _)| zone.as_str().starts_with("wpi-"));
            assert!(sites.count() <= 1, "{} {point:?}: {zones:?}", name(chart));
            for (zone, side) in zones {
                assert_eq!(side, zone.is_sided().then_some(chart.side(point)));
                assert_ne!(side, Some(Side::Midline), "{} {point:?}: {zone}", name(chart));
            }
        }
    }
}

#[test]
fn what_lies_on_the_midline_is_in_no_zone_of_a_side() {
    for chart in behind() {
        let coccyx = at(chart, "tip-of-coccyx");
        assert!(zone("low-back").contains(chart, coccyx), "{}", name(chart));
        assert!(!zone("wpi-hip").contains(chart, coccyx));
        let beside =
            |x| chart.zones(Point::new(x, coccyx.y)).into_iter().find(|(held, _)| *held == zone("wpi-hip"));
        assert_eq!(beside(MIDLINE_HALF_WIDTH), None);
        assert_eq!(beside(MIDLINE_HALF_WIDTH + 1), Some((zone("wpi-hip"), Some(Side::Left))));
        assert_eq!(beside(-MIDLINE_HALF_WIDTH - 1), Some((zone("wpi-hip"), Some(Side::Right))));
    }
}

#[test]
fn from_the_side_the_zones_are_on_the_side_that_is_seen() {
    for (view, side) in [(View::Left, Side::Left), (View::Right, Side::Right)] {
        for &figure in Figure::ALL {
            let chart = Chart::of(view, figure).unwrap();
            let held = |name: &str| {
                let landmarks = chart.landmarks();
                let at = landmarks.iter().find(|known| known.name() == name).unwrap().at();
                chart.zones(at).into_iter().map(|(zone, side)| (zone.as_str(), side)).collect::<Vec<_>>()
            };
            assert_eq!(held("greater-trochanter"), [("wpi-hip", Some(side))]);
            assert_eq!(held("acromion"), [("wpi-shoulder-girdle", Some(side))]);
            assert_eq!(held("olecranon"), [("wpi-lower-arm", Some(side))]);
            assert_eq!(held("l4-spinous-process"), [("low-back", None), ("wpi-lower-back", None)]);
            assert_eq!(held("c4-spinous-process"), [("cervical", None), ("wpi-neck", None)]);
            let flank = chart.patches().iter().find(|patch| patch.region().as_str() == "flank").unwrap();
            assert!(zone("low-back").contains(chart, flank.label()), "{}", name(chart));
        }
    }
}

#[test]
fn zones_say_whose_they_are() {
    for zone in ZoneId::all() {
        assert!(!zone.name().is_empty() && !zone.definition().is_empty() && !zone.source().is_empty());
        assert_eq!(zone.as_str().parse(), Ok(zone));
        let drawn = charts().iter().map(|chart| zone.polygons(chart, None).len()).sum::<usize>();
        assert!(drawn > 0, "{zone} is nowhere");
    }
    let left = zone("wpi-hip").polygons(neutral(), Some(Side::Left));
    assert!(!left.is_empty() && left.iter().flatten().all(|corner| corner.x >= 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_zones_polygons_hold_what_it_contains(x in -1500..1500_i32, y in 600..5600_i32) {
        let point = Point::new(x, y);
        for chart in behind() {
            let midline = chart.side(point) == Side::Midline;
            // The polygons of a zone with sides reach the midline.
            for zone in ZoneId::all().filter(|zone| !(midline && zone.is_sided())) {
                let polygons = zone.polygons(chart, None);
                // Where a line cuts a border the corner is rounded: a point next to it may fall to
                // either side.
                let by_the_edge = polygons.iter().any(|corners| {
                    let mut edges = polygon::edges(corners);
                    edges.any(|(a, b)| polygon::nearest_on_edge(a, b, point).distance_squared(point) <= 2)
                });
                if !by_the_edge {
                    let holding = polygons.iter().filter(|corners| encloses(corners, point)).count();
                    prop_assert_eq!(holding == 1, zone.contains(chart, point), "{} {:?}", zone, point);
                }
            }
        }
    }
}
