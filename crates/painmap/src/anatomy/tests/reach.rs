//! A finger reaches every region: at the largest zoom, each holds a touch target.

use super::{charts, name};
use crate::anatomy::{Bounds, Chart, Crop, Patch, Point, encloses, polygon};

/// The narrowest drawing on a telephone, and the highest that fits on its screen (pixels).
const SCREEN: (i32, i32) = (328, 700);
/// How much a crop may be enlarged at most: a promise to whatever enlarges the drawing, since nothing on
/// the page does so yet.
const LARGEST_ZOOM: i32 = 4;
/// The diameter of the smallest target that WCAG 2.2 allows (criterion 2.5.8), in pixels.
const TARGET: i32 = 24;

/// The radius of a target in body units, in a crop at its largest zoom.
fn target(crop: Bounds) -> i32 {
    let bu_in_pixels = |length: i32, pixels: i32| TARGET * length / (2 * pixels * LARGEST_ZOOM);
    bu_in_pixels(crop.width(), SCREEN.0).max(bu_in_pixels(crop.height(), SCREEN.1))
}

/// Whether a circle round a point stays in a polygon.
fn holds(corners: &[Point], centre: Point, radius: i32) -> bool {
    let far = |(a, b)| {
        polygon::nearest_on_edge(a, b, centre).distance_squared(centre)
            >= i64::from(radius) * i64::from(radius)
    };
    encloses(corners, centre) && polygon::edges(corners).all(far)
}

/// Whether a region holds a circle somewhere.
fn has_room(patch: &Patch, radius: i32) -> bool {
    let Bounds { min, max } = patch.bounds();
    let steps = |from: i32, to: i32| (from..=to).step_by(8);
    holds(patch.polygon(), patch.label(), radius)
        || steps(min.y, max.y)
            .any(|y| steps(min.x, max.x).any(|x| holds(patch.polygon(), Point::new(x, y), radius)))
}

/// The regions whose name can be read in a crop.
fn shown(chart: &Chart, crop: Bounds) -> impl Iterator<Item = &Patch> {
    chart.patches().iter().filter(move |patch| crop.contains(patch.label()))
}

#[test]
fn every_region_of_a_crop_holds_a_touch_target_at_its_largest_zoom() {
    for chart in charts() {
        for &crop in Crop::ALL {
            let crop = chart.crop(crop);
            for patch in shown(chart, crop) {
                let region = patch.region();
                assert!(has_room(patch, target(crop)), "{} {region}: {} bu", name(chart), target(crop));
            }
        }
    }
}

#[test]
fn a_crop_shows_a_dozen_regions() {
    for chart in charts() {
        for &crop in Crop::ALL {
            let seen = shown(chart, chart.crop(crop)).count();
            assert!(seen >= 12, "{} {crop} shows {seen} regions", name(chart));
        }
    }
}
