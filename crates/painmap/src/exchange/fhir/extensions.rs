//! Our own extensions: what FHIR has no place for. `docs/fhir.md` describes them.
//!
//! Coordinates are whole body units of the record's figure and atlas, as in the record itself.

use super::codes::extension_url;
use super::elements::{extension, text_extension, whole_extension};
use super::json::Json;
use super::loss::Loss;
use super::text::is_version;
use crate::anatomy::Point;
use crate::numbers::push_whole;
use crate::record::{Mark, PainMap, Radiation, Shape};

/// On the panel: what the record says of itself.
pub(super) const RECORD: &str = "record";
/// On a mark's Observation: its id, hand, view, figure and coordinates.
pub(super) const MARK: &str = "mark";
/// On a component for where the pain spreads: the path.
pub(super) const RADIATION: &str = "radiation";

/// The members that hold texts: any, and words of ours.
const STRING: &str = "valueString";
const CODE: &str = "valueCode";

/// The members of the extensions.
pub(super) mod member {
    pub(in super::super) const FORMAT: &str = "format";
    pub(in super::super) const ATLAS: &str = "atlas";
    pub(in super::super) const FIGURE: &str = "figure";
    pub(in super::super) const SHOWN: &str = "shown";
    pub(in super::super) const NOT_CARRIED: &str = "notCarried";
    pub(in super::super) const TIME_GIVEN: &str = "timeGiven";
    pub(in super::super) const KIND: &str = "kind";
    pub(in super::super) const PLACE: &str = "place";
    pub(in super::super) const VIEW: &str = "view";
    pub(in super::super) const CROP: &str = "crop";
    pub(in super::super) const ID: &str = "id";
    pub(in super::super) const BY: &str = "by";
    pub(in super::super) const X: &str = "x";
    pub(in super::super) const Y: &str = "y";
    pub(in super::super) const RADIUS: &str = "radius";
    pub(in super::super) const OUTLINE: &str = "outline";
    pub(in super::super) const PATH: &str = "path";
    pub(in super::super) const INTENSITY: &str = "intensity";
}

/// How many of a record's losses a Bundle lists at most; the record's own limits allow many more.
pub(super) const MOST_LOSSES: usize = 1_000;

/// What the record says of itself, and what the Bundle's resources don't carry of it.
pub(super) fn record(map: &PainMap, time_given: bool, losses: &[Loss], json: &mut Json) {
    extension(&extension_url(RECORD), json, |json| {
        text_extension(member::FORMAT, STRING, crate::record::FORMAT, json);
        figure_and_atlas(map, json);
        for shown in map.shown() {
            extension(member::SHOWN, json, |json| {
                text_extension(member::VIEW, CODE, shown.view.as_str(), json);
                text_extension(member::CROP, CODE, shown.crop.as_str(), json);
            });
        }
        if time_given {
            json.entry(|json| {
                json.text("url", member::TIME_GIVEN);
                json.boolean("valueBoolean", true);
            });
        }
        for loss in losses.iter().take(MOST_LOSSES) {
            extension(member::NOT_CARRIED, json, |json| {
                text_extension(member::KIND, CODE, loss.kind.as_str(), json);
                if !loss.place.is_empty() {
                    text_extension(member::PLACE, STRING, &loss.place, json);
                }
            });
        }
    });
}

/// The mark's id, hand, view and coordinates, and the figure and atlas that give them their sense.
pub(super) fn mark(map: &PainMap, mark: &Mark, json: &mut Json) {
    extension(&extension_url(MARK), json, |json| {
        text_extension(member::ID, STRING, mark.id().as_str(), json);
        if let Some(by) = mark.by {
            text_extension(member::BY, CODE, by.as_str(), json);
        }
        text_extension(member::VIEW, CODE, mark.view().as_str(), json);
        figure_and_atlas(map, json);
        match mark.shape() {
            Shape::Spot { at, radius } => {
                whole_extension(member::X, at.x, json);
                whole_extension(member::Y, at.y, json);
                if let Some(radius) = radius {
                    whole_extension(member::RADIUS, radius.get().into(), json);
                }
            }
            Shape::Area { outline } => {
                text_extension(member::OUTLINE, STRING, &points_text(outline.points()), json);
            }
        }
    });
}

/// A path along which the pain spreads.
pub(super) fn radiation(radiation: &Radiation, json: &mut Json) {
    extension(&extension_url(RADIATION), json, |json| {
        text_extension(member::VIEW, CODE, radiation.view().as_str(), json);
        text_extension(member::PATH, STRING, &points_text(radiation.path()), json);
        if let Some(intensity) = radiation.intensity {
            whole_extension(member::INTENSITY, intensity.get().into(), json);
        }
    });
}

#[inline(never)]
fn figure_and_atlas(map: &PainMap, json: &mut Json) {
    text_extension(member::FIGURE, CODE, map.figure.as_str(), json);
    if let Some(atlas) = map.atlas().filter(|atlas| is_version(atlas)) {
        text_extension(member::ATLAS, STRING, atlas, json);
    }
}

/// Points as `x,y x,y`, like the `points` of an SVG polygon.
fn points_text(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        if !text.is_empty() {
            text.push(' ');
        }
        push_whole(point.x.into(), &mut text);
        text.push(',');
        push_whole(point.y.into(), &mut text);
    }
    text
}

/// The points that [`points_text`] wrote; none where the text is no list of whole coordinates. It stops
/// at `most` points and one more.
pub(super) fn points_of(text: &str, most: usize) -> Option<Vec<Point>> {
    let point = |pair: &str| {
        let (x, y) = pair.split_once(',')?;
        Some(Point::new(x.parse().ok()?, y.parse().ok()?))
    };
    text.split(' ').take(most.saturating_add(1)).map(point).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_come_back_and_others_are_none() {
        let points = [Point::new(-600, 1790), Point::new(0, 0), Point::new(2700, 10_200)];
        assert_eq!(points_text(&points), "-600,1790 0,0 2700,10200");
        assert_eq!(points_of(&points_text(&points), 3).as_deref(), Some(&points[..]));
        assert_eq!(points_of(&"1,2 ".repeat(100), 3).map(|points| points.len()), Some(4));
        for bad in ["", "1", "1,2,3", "1,2  3,4", "1.5,2", "1e3,2", "99999999999,0", "a,b"] {
            assert_eq!(points_of(bad, 9), None, "{bad}");
        }
    }
}
