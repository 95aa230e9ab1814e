//! Usual spots and the areas of the published patterns.

use super::{name, pairs};
use crate::anatomy::{MuscleChart, MuscleId, PatternPart, Point, Side, View, encloses};
use std::collections::BTreeSet;

/// How far apart the points are that stand for an area (bu).
const STEP: usize = 30;

#[test]
fn every_usual_place_is_a_spot_in_some_view() {
    for figure in crate::anatomy::Figure::ALL {
        let charts = || View::ALL.iter().map(|view| MuscleChart::of(*view, *figure));
        for muscle in MuscleId::all() {
            assert!(muscle.usual_places().count() > 0, "{muscle} has no usual place");
            for index in 0..muscle.usual_places().count() {
                for side in [Side::Left, Side::Right] {
                    let mut spots = charts().flat_map(MuscleChart::spots);
                    let placed =
                        spots.any(|spot| (spot.muscle(), spot.side(), spot.index()) == (muscle, side, index));
                    assert!(placed, "{figure}: place {index} of the {side} {muscle} is in no view");
                }
            }
        }
        for spot in charts().flat_map(MuscleChart::spots) {
            assert!(spot.place().is_some(), "{}: a spot without words", spot.muscle());
        }
    }
}

#[test]
fn every_usual_place_is_told_and_has_an_id_of_its_own() {
    for muscle in MuscleId::all() {
        let mut ids = BTreeSet::new();
        for place in muscle.usual_places() {
            assert!(!place.words.is_empty() && ids.insert(place.id), "{muscle} {}", place.id);
            assert!(place.id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
        }
    }
}

#[test]
fn every_muscle_and_every_spot_has_an_essential_area() {
    for muscle in MuscleId::all() {
        for index in 0..muscle.usual_places().count() {
            let mut areas =
                pairs().flat_map(|(_, muscles)| muscles.pattern(muscle, Side::Right, Some(index)));
            let essential = areas.any(|area| area.part() == PatternPart::Essential);
            assert!(essential, "place {index} of {muscle} has no essential area");
        }
    }
}

#[test]
fn an_area_lies_on_the_body() {
    let mut off = Vec::new();
    for (chart, muscles) in pairs().filter(|(_, muscles)| muscles.view() != View::Right) {
        for area in muscles.areas().iter().filter(|area| area.side() == Side::Left) {
            let frame = area.bounds();
            let points = (frame.min.y..frame.max.y)
                .step_by(STEP)
                .flat_map(|y| (frame.min.x..frame.max.x).step_by(STEP).map(move |x| Point::new(x, y)));
            let (mut all, mut on) = (0, 0);
            for point in points.filter(|point| area.contains(*point)) {
                all += 1;
                on += usize::from(chart.outline_polygons.iter().any(|outline| encloses(outline, point)));
            }
            let place = format!("{}: {} {frame:?}", name(muscles), area.muscle());
            assert!(all > 0, "{place} is empty");
            if on * 100 < all * 80 {
                off.push(format!("{place}: {on} of {all} on the body"));
            }
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}
