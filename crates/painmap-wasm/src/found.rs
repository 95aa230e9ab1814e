//! What the atlas says of a place, in words for a page.

use painmap::anatomy::{Chart, CodeSystem, Point, RegionId, Side, ZoneId};
use painmap::describe::{Stature, Wording, landmark, position, side_and_region};
use painmap::record::{Laterality, Whereabouts};

use crate::dom::number;

/// How many landmarks are told.
const LANDMARKS: usize = 3;

/// The stature for which lengths are told, in centimetres.
const STATURE: u16 = 170;

/// What lies at a place: nothing is told of a place off the body. The parts of a line stand between tabs.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) clinical_name: String,
    pub(crate) side: &'static str,
    pub(crate) level: &'static str,
    pub(crate) position: String,
    pub(crate) landmarks: Vec<String>,
    pub(crate) zones: Vec<String>,
    pub(crate) concept: &'static str,
    pub(crate) is_exact: bool,
    pub(crate) codes: Vec<String>,
}

impl Found {
    pub(crate) fn at(chart: &Chart, point: Point) -> Self {
        let view = chart.view();
        let whereabouts = Whereabouts::of_point(view, chart.figure(), point);
        let Some(&region) = whereabouts.regions.first() else { return Self::default() };
        let concept = region.concept();
        Self {
            name: side_and_region(view, &whereabouts, Wording::Plain),
            clinical_name: side_and_region(view, &whereabouts, Wording::Clinical),
            side: Laterality::as_str(whereabouts.side),
            level: chart.level(point).map_or("", |level| level.name()),
            position: position(chart, point, None),
            landmarks: landmarks(chart, point),
            zones: chart.zones(point).into_iter().map(zone).collect(),
            concept: concept.map_or("", |concept| concept.name),
            is_exact: concept.is_some_and(|concept| concept.exact),
            codes: codes(region),
        }
    }
}

/// The nearest landmarks and how far away they are, the nearest one first.
fn landmarks(chart: &Chart, point: Point) -> Vec<String> {
    let stature = Stature::centimetres(STATURE);
    let line = |bearing: painmap::anatomy::Bearing| {
        let side = match bearing.landmark.side() {
            Side::Left => "left ",
            Side::Right => "right ",
            Side::Midline => "",
        };
        let millimetres = stature.map_or(0, |stature| stature.millimetres_of(bearing.distance));
        let length = match (millimetres + 5) / 10 {
            0 => "less than 1 cm".to_owned(),
            centimetres => ["about ", &number(centimetres), " cm"].concat(),
        };
        [side, &landmark(bearing.landmark.name()), "\t", &length].concat()
    };
    chart.bearings(point, LANDMARKS).into_iter().map(line).collect()
}

/// An agreed area with its side, its definition, and whose that is.
fn zone((zone, side): (ZoneId, Option<Side>)) -> String {
    let side = match side {
        Some(Side::Left) => ", left",
        Some(Side::Right) => ", right",
        _ => "",
    };
    [zone.name(), side, "\t", zone.definition(), "\t", zone.source()].concat()
}

/// The verified codes of the concept that the region is or lies in: system and code.
fn codes(region: RegionId) -> Vec<String> {
    let Some(concept) = region.concept() else { return Vec::new() };
    let line = |&system: &CodeSystem| Some([system.title(), "\t", concept.code(system)?].concat());
    CodeSystem::ALL.iter().filter_map(line).collect()
}
