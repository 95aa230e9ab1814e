//! Places: a point in a region, and an outline round it.

use std::sync::LazyLock;

use super::chance::Chance;
use crate::anatomy::{Chart, Figure, MIDLINE_HALF_WIDTH, Patch, Point, RegionId, Side, View, encloses};

/// The regions by their ids, which stand in one long text and are slow to look up.
static REGIONS: LazyLock<Vec<(&str, RegionId)>> =
    LazyLock::new(|| RegionId::all().map(|region| (region.as_str(), region)).collect());

/// How often a point is drawn before the region's label is taken in its stead.
const MOST_DRAWS: usize = 24;

/// How far from the patient's mark an examiner presses at most, across and down, in bu (1 cm).
const BESIDE: i32 = 60;

/// Eight directions round a point, in thousandths.
const ROUND: [(i32, i32); 8] =
    [(1000, 0), (707, 707), (0, 1000), (-707, 707), (-1000, 0), (-707, -707), (0, -1000), (707, -707)];

/// A point of a region on a side, anywhere in it; none where the view doesn't show it.
pub(super) fn in_region(
    view: View,
    figure: Figure,
    region: &str,
    side: Side,
    chance: &mut Chance,
) -> Option<Point> {
    let chart = Chart::of(view, figure)?;
    let (_, region) = *REGIONS.iter().find(|(id, _)| *id == region)?;
    // A region that spans both sides has one patch, of no side; a side view has only its own.
    let fits = |patch: &&Patch| {
        patch.region() == region && patch.side().is_none_or(|own| own == side || side == Side::Midline)
    };
    let patch = chart.patches().iter().find(fits)?;
    let bounds = patch.bounds();
    for _ in 0..MOST_DRAWS {
        let x = chance.between(bounds.min.x, bounds.max.x);
        let point = Point::new(x, chance.between(bounds.min.y, bounds.max.y));
        // One polygon first: most points of the box fall outside of it.
        let inside = encloses(patch.polygon(), point)
            && chart.locate(point).is_some_and(|found| found.region() == patch.region());
        if inside && (patch.side().is_none() || chart.side(point) == side) {
            return Some(point);
        }
    }
    Some(patch.label())
}

/// Eight corners round a point, each a little nearer or further, within the view's box and on the side of
/// the midline that is asked for.
pub(super) fn outline(view: View, middle: Point, side: Side, chance: &mut Chance) -> Vec<Point> {
    let (wide, high) = (chance.between(90, 320), chance.between(90, 320));
    let mut corners: Vec<Point> = ROUND
        .iter()
        .map(|(across, down)| {
            let size = chance.between(800, 1150);
            let corner = (across * wide / 1000 * size / 1000, down * high / 1000 * size / 1000);
            let x = match side {
                Side::Left => (middle.x + corner.0).max(MIDLINE_HALF_WIDTH + 1),
                Side::Right => (middle.x + corner.0).min(-MIDLINE_HALF_WIDTH - 1),
                Side::Midline => middle.x + corner.0,
            };
            within(view, Point::new(x, middle.y + corner.1))
        })
        .collect();
    corners.dedup();
    corners
}

/// A point a little beside another, on the body.
pub(super) fn beside(view: View, figure: Figure, point: Point, chance: &mut Chance) -> Point {
    let x = point.x + chance.between(-BESIDE, BESIDE);
    let beside = Point::new(x, point.y + chance.between(-BESIDE, BESIDE));
    let on_body = Chart::of(view, figure).is_some_and(|chart| chart.locate(beside).is_some());
    if on_body { beside } else { point }
}

fn within(view: View, point: Point) -> Point {
    let bounds = view.bounds();
    Point::new(point.x.clamp(bounds.min.x, bounds.max.x), point.y.clamp(bounds.min.y, bounds.max.y))
}
