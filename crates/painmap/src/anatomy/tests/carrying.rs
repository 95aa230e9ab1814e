//! Points are carried from figure to figure.

use super::{charts, name};
use crate::anatomy::{Chart, Figure, Point};
use proptest::prelude::*;

/// As far as there and back may be off.
const OFF: i64 = 5;

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_the_same_point(x in -2400..2400_i32, y in 0..10_000_i32) {
        for chart in charts() {
            let at = Point::new(x, y);
            let Some(patch) = chart.locate(at) else { continue };
            for &figure in Figure::ALL {
                let other = Chart::of(chart.view(), figure).unwrap();
                let there = chart.carry(at, figure).unwrap();
                let back = other.carry(there, chart.figure()).unwrap();
                prop_assert!(back.distance_squared(at) <= OFF * OFF, "{} {at:?} {figure} {there:?} {back:?}", name(chart));
                // A border may take a point that is rounded.
                let near = |dx, dy| other.locate(Point::new(there.x + dx, there.y + dy));
                let around = [-3, 0, 3].into_iter().flat_map(|dx| [-3, 0, 3].map(|dy| near(dx, dy)));
                let mut regions = around.flatten().map(|near| (near.region(), near.side()));
                prop_assert!(regions.any(|near| near == (patch.region(), patch.side())), "{} {at:?} {figure}", name(chart));
            }
        }
    }
}

#[test]
fn a_label_is_carried_into_its_region_and_a_landmark_near_to_itself() {
    for chart in charts() {
        for &figure in Figure::ALL {
            let other = Chart::of(chart.view(), figure).unwrap();
            for (from, to) in chart.landmarks().into_iter().zip(other.landmarks()) {
                assert_eq!((from.name(), from.side()), (to.name(), to.side()));
                let there = chart.carry(from.at(), figure).unwrap();
                let off = there.distance_squared(to.at()).isqrt();
                assert!(off <= 150, "{} {}: {off} bu off on {figure}", name(chart), from.name());
            }
        }
    }
}

#[test]
fn a_point_far_off_is_not_carried() {
    for chart in charts() {
        for far in [Point::new(0, -20_000), Point::new(30_000, 5_000), Point::new(i32::MIN, i32::MAX)] {
            for &figure in Figure::ALL {
                let there = chart.carry(far, figure);
                assert_eq!(there, (figure == chart.figure()).then_some(far), "{} {figure}", name(chart));
            }
        }
    }
}

#[test]
fn a_point_off_the_body_keeps_its_way_from_it() {
    for chart in charts() {
        let at = Point::new(0, -120);
        let there = chart.carry(at, Figure::Masculine).unwrap();
        assert!((there.y - -120).abs() <= 40, "{} {there:?}", name(chart));
    }
}
