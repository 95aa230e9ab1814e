//! Our own extensions: what FHIR has no place for. `docs/fhir.md` describes them.
//!
//! Coordinates are whole body units of the record's figure and atlas, as in the record itself.

use super::codes::extension_url;
use super::loss::Loss;
use super::resources::{Extension, Value};
use super::text::version;
use crate::anatomy::Point;
use crate::numbers::push_whole;
use crate::record::{Mark, PainMap, Radiation, Shape};

/// On the panel: what the record says of itself.
pub(super) const RECORD: &str = "record";
/// On a mark's Observation: its id, hand, view, figure and coordinates.
pub(super) const MARK: &str = "mark";
/// On a component for where the pain spreads: the path.
pub(super) const RADIATION: &str = "radiation";

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

/// The members of a complex extension, in order.
#[derive(Debug, Default)]
struct Parts(Vec<Extension>);

impl Parts {
    fn put(&mut self, name: &str, value: Option<Value>) {
        self.0.extend(value.map(|value| Extension::simple(name, value)));
    }
}

/// What the record says of itself, and what the Bundle's resources don't carry of it.
pub(super) fn record(map: &PainMap, time_given: bool, losses: &[Loss]) -> Extension {
    let mut parts = Parts::default();
    parts.put(member::FORMAT, Some(Value::Text(crate::record::FORMAT.to_owned())));
    figure_and_atlas(&mut parts, map);
    for shown in map.shown() {
        let mut view = Parts::default();
        view.put(member::VIEW, Some(Value::Code(shown.view.as_str())));
        view.put(member::CROP, Some(Value::Code(shown.crop.as_str())));
        parts.0.push(Extension::complex(member::SHOWN, view.0));
    }
    parts.put(member::TIME_GIVEN, time_given.then_some(Value::Boolean(true)));
    for loss in losses.iter().take(MOST_LOSSES) {
        let mut told = Parts::default();
        told.put(member::KIND, Some(Value::Code(loss.kind.as_str())));
        told.put(member::PLACE, (!loss.place.is_empty()).then(|| Value::Text(loss.place.clone())));
        parts.0.push(Extension::complex(member::NOT_CARRIED, told.0));
    }
    Extension::complex(&extension_url(RECORD), parts.0)
}

/// The mark's id, hand, view and coordinates, and the figure and atlas that give them their sense.
pub(super) fn mark(map: &PainMap, mark: &Mark) -> Extension {
    let mut parts = Parts::default();
    parts.put(member::ID, Some(Value::Text(mark.id().as_str().to_owned())));
    parts.put(member::BY, mark.by.map(|by| Value::Code(by.as_str())));
    parts.put(member::VIEW, Some(Value::Code(mark.view().as_str())));
    figure_and_atlas(&mut parts, map);
    match mark.shape() {
        Shape::Spot { at, radius } => {
            parts.put(member::X, Some(Value::Integer(at.x)));
            parts.put(member::Y, Some(Value::Integer(at.y)));
            parts.put(member::RADIUS, radius.map(|radius| Value::Integer(radius.get().into())));
        }
        Shape::Area { outline } => {
            parts.put(member::OUTLINE, Some(Value::Text(points_text(outline.points()))));
        }
    }
    Extension::complex(&extension_url(MARK), parts.0)
}

/// A path along which the pain spreads.
pub(super) fn radiation(radiation: &Radiation) -> Extension {
    let mut parts = Parts::default();
    parts.put(member::VIEW, Some(Value::Code(radiation.view().as_str())));
    parts.put(member::PATH, Some(Value::Text(points_text(radiation.path()))));
    parts.put(member::INTENSITY, radiation.intensity.map(|intensity| Value::Integer(intensity.get().into())));
    Extension::complex(&extension_url(RADIATION), parts.0)
}

fn figure_and_atlas(parts: &mut Parts, map: &PainMap) {
    parts.put(member::FIGURE, Some(Value::Code(map.figure.as_str())));
    parts.put(member::ATLAS, map.atlas().and_then(version).map(Value::Text));
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
