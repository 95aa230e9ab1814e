//! Known places are where they belong, and names stay.

use super::{charts, name, neutral};
use crate::anatomy::locate::LEVEL_REACH;
use crate::anatomy::region::Part;
use crate::anatomy::{
    ATLAS_VERSION, Bearing, Bounds, Chart, Figure, MuscleId, Point, RegionId, Side, View, ZoneId,
};
use std::collections::BTreeSet;

/// The ids of the atlas, by kind. They are for ever: a record from any year must find its region.
const IDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/atlas/ids.txt");

#[test]
fn ids_are_for_ever() {
    let mut now = vec![format!("atlas {ATLAS_VERSION}")];
    now.extend(RegionId::all().map(|region| format!("region {region}")));
    now.extend(ZoneId::all().map(|zone| format!("zone {zone}")));
    let landmarks: BTreeSet<String> = charts()
        .iter()
        .flat_map(|chart| chart.landmarks())
        .map(|landmark| format!("landmark {}", landmark.name()))
        .collect();
    now.extend(landmarks);
    for muscle in MuscleId::all() {
        now.push(format!("muscle {muscle}"));
        now.extend(muscle.usual_places().map(|place| format!("spot {muscle} {}", place.id)));
    }
    let committed = std::fs::read_to_string(IDS).unwrap_or_default();
    let same_version = committed.lines().next() == now.first().map(String::as_str);
    let gone: Vec<&str> = committed.lines().filter(|line| !now.iter().any(|id| id == line)).collect();
    assert!(!same_version || gone.is_empty(), "gone without another version of the atlas: {gone:?}");
    let now = now.join("\n") + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(IDS, &now).unwrap();
    }
    assert!(std::fs::read_to_string(IDS).unwrap() == now, "new ids: run with UPDATE=1 and review {IDS}");
}

#[test]
fn every_region_reads_back() {
    for region in RegionId::all() {
        assert_eq!(region.as_str().parse(), Ok(region));
    }
    assert!("shoulder".parse::<RegionId>().is_err());
}

/// Every landmark of every view: view, name, side, regions, level; worked out from anatomy. A landmark on
/// a border may be in either region.
const LANDMARKS: &str = include_str!("../../../../../tests/golden/atlas/landmarks.csv");

/// The row of a landmark.
fn row(chart: &Chart, name: &str) -> Vec<&'static str> {
    let view = if chart.view().side().is_some() { "lateral" } else { chart.view().as_str() };
    let mut rows = LANDMARKS.lines().map(|line| line.split(',').collect::<Vec<_>>());
    rows.find(|row| (row[0], row[1]) == (view, name))
        .unwrap_or_else(|| panic!("{view} {name} is not in the table"))
}

#[test]
fn landmarks_are_in_the_regions_where_they_belong() {
    let mut rows = BTreeSet::new();
    for chart in charts() {
        for landmark in chart.landmarks() {
            let (name, at) = (landmark.name(), landmark.at());
            let [view, _, side, regions, level] = row(chart, name)[..] else { panic!("{name}") };
            rows.insert((view, name));
            let place = format!("{} {} {name}", chart.view(), chart.figure());

            let patch = chart.locate(at).unwrap_or_else(|| panic!("{place} is off the body"));
            assert!(
                regions.split('|').any(|region| region == patch.region().as_str()),
                "{place}: {}",
                patch.region()
            );
            // A point of a side view is on the view's side, even on the midline.
            assert!(chart.view().side().is_some() || landmark.side() == chart.side(at), "{place}");
            let fits = match (side, landmark.side()) {
                ("both", own) => own != Side::Midline,
                ("midline", own) => own == Side::Midline,
                (_, own) => chart.view().side() == Some(own),
            };
            assert!(fits, "{place}: {}", landmark.side());
            // Within one level of what anatomy says.
            let height = |level: &str| chart.levels().iter().position(|known| known.name() == level);
            let (found, expected) = (chart.level(at).and_then(|found| height(found.name())), height(level));
            match (found, expected) {
                (Some(found), Some(expected)) => assert!(found.abs_diff(expected) <= 1, "{place}: {found}"),
                _ => assert_eq!(found, expected, "{place}"),
            }
        }
    }
    assert_eq!(rows.len(), LANDMARKS.lines().count() - 1, "a row is of no landmark");
}

#[test]
fn a_point_is_told_by_landmarks_of_its_own_side_and_of_what_it_lies_on() {
    for chart in charts() {
        let part = |at| chart.locate(at).map(|patch| patch.region().part());
        let Bounds { min, max } = chart.view().bounds();
        for (x, y) in
            (min.x..max.x).step_by(130).flat_map(|x| (min.y..max.y).step_by(130).map(move |y| (x, y)))
        {
            let point = Point::new(x, y);
            if part(point).is_some() {
                let bearings = chart.bearings(point, 3);
                assert_eq!(bearings.len(), 3);
                for Bearing { landmark, .. } in bearings {
                    if chart.view().side().is_some() {
                        assert_eq!(part(landmark.at()), part(point), "{} {point:?}", name(chart));
                    }
                    let sides = [landmark.side(), chart.side(point)];
                    assert!(
                        !(sides.contains(&Side::Left) && sides.contains(&Side::Right)),
                        "{} {point:?}",
                        name(chart)
                    );
                }
            }
        }
    }
    let left = Chart::of(View::Left, Figure::Neutral).unwrap();
    let arm = left.bearings(Point::new(0, 3000), 1)[0].landmark;
    assert_eq!(arm.name(), "lateral-epicondyle", "the arm hangs over the trunk");
}

#[test]
fn every_limb_is_an_arm_or_a_leg() {
    for region in RegionId::all() {
        assert_eq!(region.is_limb(), region.part() != Part::Trunk, "{region}");
    }
    for (region, part) in [("deltoid-lateral", Part::Arm), ("heel", Part::Leg), ("lateral-hip", Part::Trunk)]
    {
        assert_eq!(region.parse::<RegionId>().unwrap().part(), part);
    }
}

#[test]
fn a_level_reaches_half_a_space() {
    for chart in charts() {
        for pair in chart.levels().windows(2) {
            let space = pair[1].at().y - pair[0].at().y;
            assert!(space <= 2 * LEVEL_REACH, "{} {}", name(chart), pair[0].name());
        }
        for level in chart.levels() {
            let found = chart.level(level.at());
            assert!(found.is_none_or(|found| found == level), "{} {}", name(chart), level.name());
        }
    }
    let level = |y| neutral().level(Point::new(0, y)).map(|level| level.name());
    assert_eq!((level(4_440), level(4_600)), (Some("S2"), None));
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
