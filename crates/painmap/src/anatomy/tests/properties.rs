//! What must hold of any point.

use super::{charts, frontal};
use crate::anatomy::{Patch, Point, polygon};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_point_on_the_body_is_in_exactly_one_patch(x in -2500..2500_i32, y in -50..10_050_i32) {
        let point = Point::new(x, y);
        for chart in charts() {
            let holding = chart.patches().iter().filter(|patch| polygon::encloses(patch.polygon(), point));
            let body = chart.outline_polygons.iter().filter(|polygon| polygon::encloses(polygon, point));
            prop_assert_eq!(holding.count(), body.count());
        }
    }

    #[test]
    fn the_two_sides_answer_alike(x in 0..2500_i32, y in -50..10_050_i32) {
        let point = Point::new(x, y);
        for chart in frontal() {
            let (left, right) = (chart.locate(point), chart.locate(point.mirrored()));
            prop_assert_eq!(left.map(Patch::region), right.map(Patch::region));
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
                    let mirrored = chart.view().side().is_none() && x != 0;
                    prop_assert!(!mirrored || chart.snap(point.mirrored(), 150) == Some(snapped.mirrored()));
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
