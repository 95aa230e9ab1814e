//! A mark's place as a `BodyStructure` of R5: the region, the side, and the nearest landmark with the
//! distance from it.

use super::bundle::Context;
use super::codes::{Direction, direction, landmark_side, own, put_side, sites};
use super::elements::{Concept, Quantity, concept};
use super::json::Json;
use crate::anatomy::{Bearing, Chart, Side};
use crate::describe::{Locale, Stature, Wording, capitalised, landmark, place};
use crate::record::{Mark, Whereabouts};

/// The place of a mark. Off the body, and where the atlas has no drawing, no landmark is told.
pub(super) fn body_structure(context: &Context<'_>, mark: &Mark, json: &mut Json) {
    let figure = context.map.figure;
    let whereabouts = Whereabouts::of(mark, figure);
    let words = capitalised(place(figure, mark, Wording::Clinical, Locale::english()));
    let chart = Chart::of(mark.view(), figure).filter(|chart| chart.locate(mark.anchor()).is_some());
    json.list("includedStructure", |json| {
        json.entry(|json| {
            concept("structure", &sites(&whereabouts.regions), &words, json);
            put_side("laterality", whereabouts.side, json);
            json.list("bodyLandmarkOrientation", |json| {
                let nearest = chart.and_then(|chart| chart.bearings(mark.anchor(), 1).first().copied());
                if let Some(nearest) = nearest {
                    json.entry(|json| {
                        orientation(nearest, mark.view().side(), context.submission.stature, json);
                    });
                }
            });
        });
    });
    json.text("description", &words);
    context.subject("patient", json);
}

fn orientation(nearest: Bearing, seen: Option<Side>, stature: Option<Stature>, json: &mut Json) {
    let known = nearest.landmark;
    let words = capitalised([landmark_side(known.side()), &landmark(known.name())].concat());
    json.list("landmarkDescription", |json| {
        Concept { coding: own("landmark", known.name()), text: &words }.entry(json);
    });
    json.list("distanceFromLandmark", |json| {
        json.entry(|json| {
            json.list("value", |json| json.entry(|json| distance(nearest.distance, stature).write(json)));
        });
    });
    json.list("surfaceOrientation", |json| {
        for way in directions(nearest, seen) {
            direction(way).entry(json);
        }
    });
}

/// Millimetres of a person whose stature is known, else parts of the stature: a drawing has no size.
fn distance(bu: i32, stature: Option<Stature>) -> Quantity {
    match stature {
        Some(stature) => Quantity { value: stature.millimetres_of(bu), unit: "mm", code: "mm" },
        None => Quantity { value: bu, unit: "body units (1/10000 of the stature)", code: "10*-4{stature}" },
    }
}

/// Which way the place lies from the landmark: by each of the two axes that counts for more than a third
/// of the distance (about 20 degrees).
fn directions(bearing: Bearing, seen: Option<Side>) -> Vec<Direction> {
    let counts = |part: i32| part.saturating_abs().saturating_mul(3) > bearing.distance;
    let mut directions = Vec::new();
    if counts(bearing.down) {
        directions.push(if bearing.down > 0 { Direction::Inferior } else { Direction::Superior });
    }
    if counts(bearing.across) {
        let (to_left, is_lateral_view) = (bearing.across > 0, seen.is_some());
        directions.push(match (bearing.landmark.side(), is_lateral_view) {
            (_, true) if to_left => Direction::Anterior,
            (_, true) => Direction::Posterior,
            (Side::Midline, false) if to_left => Direction::Left,
            (Side::Midline, false) => Direction::Right,
            // Away from the midline; a place beyond it is still on the landmark's medial side.
            (side, false) if (side == Side::Left) == to_left => Direction::Lateral,
            (_, false) => Direction::Medial,
        });
    }
    directions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{Figure, Point, View};

    fn from_nearest(view: View, x: i32, y: i32) -> (&'static str, Vec<Direction>) {
        let chart = Chart::of(view, Figure::Neutral).unwrap();
        let nearest = chart.bearings(Point::new(x, y), 1)[0];
        (nearest.landmark.name(), directions(nearest, view.side()))
    }

    #[test]
    fn directions_are_the_persons_own() {
        let chart = Chart::of(View::Posterior, Figure::Neutral).unwrap();
        for known in chart.landmarks() {
            let lateral = if known.side() == Side::Left { 1 } else { -1 };
            let bearing = |across, down| Bearing { landmark: known, distance: 100, across, down };
            let aside = directions(bearing(100 * lateral, 0), None);
            match known.side() {
                Side::Midline => assert_eq!(aside, [Direction::Right]),
                _ => assert_eq!(aside, [Direction::Lateral], "{}", known.name()),
            }
            assert_eq!(directions(bearing(0, -100), None), [Direction::Superior]);
        }
        assert_eq!(
            from_nearest(View::Posterior, -600, 1790),
            ("superior-angle-of-scapula", vec![Direction::Inferior, Direction::Lateral])
        );
        let (_, from_side) = from_nearest(View::Left, -300, 3000);
        assert!(!from_side.contains(&Direction::Lateral) && !from_side.contains(&Direction::Medial));
    }
}
