//! Known places are where they belong, and names stay.

use super::{charts, neutral};
use crate::anatomy::{ATLAS_VERSION, Point, RegionId, Side, ZoneId};
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
fn every_region_has_names_and_reads_back() {
    for region in RegionId::all() {
        assert_eq!(region.as_str().parse(), Ok(region));
        assert!(!region.name().is_empty() && !region.clinical_name().is_empty());
    }
    for names in [RegionId::name, RegionId::clinical_name] {
        assert_eq!(RegionId::all().map(names).collect::<BTreeSet<_>>().len(), RegionId::all().len());
    }
    assert!("shoulder".parse::<RegionId>().is_err());
}

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
