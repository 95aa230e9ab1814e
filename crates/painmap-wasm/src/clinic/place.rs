//! What the atlas says of a place, in words for a page.

use painmap::anatomy::{Bearing, Chart, CodeSystem, Point, Side, ZoneId};
use painmap::describe::{Locale, Stature, Wording, landmark, position, side_and_region};
use painmap::record::{Laterality, Whereabouts};
use painmap::scene::outline;

use crate::dom::number;

/// How many landmarks are told.
const LANDMARKS: usize = 3;

/// The stature for which lengths are told, in centimetres.
const STATURE: u16 = 170;

/// What lies at a place, a line each: what it is, and that in words. Nothing is told of a place off the
/// body. `name`, `clinical`, `side`, `level`, `position`, `outline` (the region's, as path data) and `concept`
/// (with `within` where the region is a part of it) stand once at most; `landmark` with its distance, `zone`
/// with its definition and whose that is, and `code` with its system before it may stand more often.
pub(super) fn place(chart: &Chart, point: Point) -> String {
    let view = chart.view();
    let whereabouts = Whereabouts::of_point(view, chart.figure(), point);
    let (Some(&region), Some(patch)) = (whereabouts.regions.first(), chart.locate(point)) else {
        return String::new();
    };
    let words = |wording: Wording| side_and_region(view, &whereabouts, wording, Locale::english());
    let mut told = Told(String::new());
    told.line(&["name", &words(Wording::Plain)]);
    told.line(&["clinical", &words(Wording::Clinical)]);
    told.line(&["side", Laterality::as_str(whereabouts.side)]);
    told.line(&["outline", &outline(view, [patch.contour()])]);
    told.by_what_can_be_felt(chart, point, Stature::centimetres(STATURE));
    for (zone, side) in chart.zones(point) {
        told.zone(zone, side);
    }
    if let Some(concept) = region.concept() {
        told.line(&["concept", concept.name, if concept.exact { "" } else { "within" }]);
        for &system in CodeSystem::ALL {
            if let Some(code) = concept.code(system) {
                told.line(&["code", system.title(), code]);
            }
        }
    }
    told.0
}

/// Lines that tell something, each beginning with what that is.
pub(super) struct Told(pub(super) String);

impl Told {
    #[inline(never)]
    pub(super) fn line(&mut self, parts: &[&str]) {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(&parts.join("\t"));
    }

    /// The vertebral level, the place in words, and the nearest landmarks, the nearest one first; how far
    /// away they are is told of a person whose stature is known.
    pub(super) fn by_what_can_be_felt(&mut self, chart: &Chart, point: Point, stature: Option<Stature>) {
        if let Some(level) = chart.level(point) {
            self.line(&["level", level.name()]);
        }
        self.line(&["position", &position(chart, point, None)]);
        for bearing in chart.bearings(point, LANDMARKS) {
            self.landmark(bearing, stature);
        }
    }

    fn landmark(&mut self, bearing: Bearing, stature: Option<Stature>) {
        let side = match bearing.landmark.side() {
            Side::Left => "left ",
            Side::Right => "right ",
            Side::Midline => "",
        };
        let name = [side, &landmark(bearing.landmark.name())].concat();
        match stature.map(|stature| (stature.millimetres_of(bearing.distance) + 5) / 10) {
            None => self.line(&["landmark", &name]),
            Some(0) => self.line(&["landmark", &name, "less than 1 cm"]),
            Some(centimetres) => {
                self.line(&["landmark", &name, &["about ", &number(centimetres), " cm"].concat()]);
            }
        }
    }

    /// An agreed area with its side, its definition, and whose that is.
    fn zone(&mut self, zone: ZoneId, side: Option<Side>) {
        let side = match side {
            Some(Side::Left) => ", left",
            Some(Side::Right) => ", right",
            _ => "",
        };
        self.line(&["zone", &[zone.name(), side].concat(), zone.definition(), zone.source()]);
    }
}
