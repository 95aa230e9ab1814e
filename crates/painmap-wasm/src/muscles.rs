//! The muscles of the body atlas for a page: their names and facts, what lies under a place, and the
//! drawing of them. For clinicians: a patient's page never loads it.
//!
//! The parts of a line stand between tabs.

use painmap::anatomy::{
    Bounds, CodeSystem, Figure, Layer, MuscleChart, MuscleId, PatternPart, Point, Side, Topic, View,
};
use painmap::scene::{MuscleInk, MusclePlate, Unit, muscles};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::dom::{Result, number, svg};

/// Every muscle from the surface down: id, name, Latin name, layer.
#[wasm_bindgen]
pub fn names() -> Vec<String> {
    let line = |muscle: MuscleId| {
        [muscle.as_str(), muscle.name(), muscle.latin_name(), muscle.layer().as_str()].join("\t")
    };
    MuscleId::all().map(line).collect()
}

/// What is said of a muscle: topic, text, `read` if it was read in a source, then the sources.
#[wasm_bindgen]
pub fn facts(muscle: &str) -> Vec<String> {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return Vec::new() };
    let line = |fact: painmap::anatomy::Fact| {
        let mut parts = vec![Topic::as_str(fact.topic()), fact.text(), read(fact.is_verified())];
        parts.extend(fact.sources().map(|source| source.text));
        parts.join("\t")
    };
    muscle.facts().map(line).collect()
}

/// The published concepts of a muscle: name, `is` or `within`, `secondary` if the codes were read in a
/// program, then systems and codes.
#[wasm_bindgen]
pub fn concepts(muscle: &str) -> Vec<String> {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return Vec::new() };
    let line = |concept: painmap::anatomy::Concept| {
        let is = if concept.exact { "is" } else { "within" };
        let secondary = if concept.secondary { "secondary" } else { "" };
        let mut parts = vec![concept.name, is, secondary];
        for &system in CodeSystem::ALL {
            if let Some(code) = concept.code(system) {
                parts.extend([system.title(), code]);
            }
        }
        parts.join("\t")
    };
    muscle.concepts().map(line).collect()
}

/// The muscles under a point of the body, in body units, from the skin down: id, name, side, layer, the
/// nearest usual spot of it in words, how far off that is in body units, and `read` if that place was read
/// in a source.
#[wasm_bindgen]
pub fn under(view: &str, figure: &str, x: i32, y: i32) -> Vec<String> {
    let (chart, at) = (chart(view, figure), Point::new(x, y));
    let line = |shape: &painmap::anatomy::MuscleShape| {
        let muscle = shape.muscle();
        let head = [muscle.as_str(), muscle.name(), shape.side().as_str(), shape.layer().as_str()].join("\t");
        match chart.nearest_spot(at, Some((muscle, shape.side()))) {
            Some((spot, distance)) => {
                let (words, read) =
                    spot.place().map_or(("", ""), |place| (place.words, read(place.verified)));
                [&head, "\t", words, "\t", &number(distance), "\t", read].concat()
            }
            None => head,
        }
    };
    chart.at(at).map(line).collect()
}

/// The published patterns that cover a point of the body: id, name, side, part. Of a muscle the
/// essential part alone is told where the point lies in both.
#[wasm_bindgen]
pub fn covering(view: &str, figure: &str, x: i32, y: i32) -> Vec<String> {
    let areas = chart(view, figure).patterns_covering(Point::new(x, y));
    let line = |(muscle, side, part): (MuscleId, Side, PatternPart)| {
        [muscle.as_str(), muscle.name(), side.as_str(), part.as_str()].join("\t")
    };
    areas.into_iter().map(line).collect()
}

/// The views in which a muscle, or its published pattern, is drawn: on one side, or on either.
#[wasm_bindgen]
pub fn views(muscle: &str, pattern: bool, side: &str) -> Vec<String> {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return Vec::new() };
    let shows = |view: &&View| {
        let chart = MuscleChart::of(**view, Figure::Neutral);
        let sides =
            [Side::Left, Side::Right].into_iter().filter(|known| side.is_empty() || known.as_str() == side);
        sides.into_iter().any(|side| match pattern {
            true => chart.pattern(muscle, side, None).next().is_some(),
            false => chart.shape(muscle, side).is_some(),
        })
    };
    View::ALL.iter().filter(shows).map(|view| view.as_str().to_owned()).collect()
}

/// Draws muscles into a group of a drawing that is so wide and high, in body units, and empties it first.
/// `layers` are words with spaces between them; a word that is none asks for nothing.
#[wasm_bindgen]
#[expect(clippy::too_many_arguments, reason = "plain words and numbers cross to the page as they are")]
pub fn draw(
    group: &Element,
    width: i32,
    height: i32,
    view: &str,
    figure: &str,
    layers: &str,
    lit: &str,
    pattern: &str,
    side: &str,
) -> Result {
    group.set_text_content(None);
    let unit = Unit::of(Bounds::new(0, 0, width, height));
    let layers: Vec<Layer> = layers.split(' ').filter_map(|word| word.parse().ok()).collect();
    let plate =
        MusclePlate { layers, lit: lit.parse().ok(), pattern: pattern.parse().ok(), side: side.parse().ok() };
    let chart = chart(view, figure);
    for item in &muscles(chart.figure(), chart.view(), &plate, unit) {
        let width = number(unit.half_pixels(item.ink.half_pixels()));
        let path =
            svg(group, "path", &[("d", &item.path), ("class", item.ink.class()), ("stroke-width", &width)])?;
        if let MuscleInk::Muscle { tone, .. } = item.ink {
            path.set_attribute("data-tone", &number(tone.into()))?;
        }
        let dash = unit.half_pixels(item.ink.dash());
        if dash > 0 {
            path.set_attribute("stroke-dasharray", &number(dash))?;
        }
    }
    Ok(())
}

/// Says that something was read in a source.
const fn read(verified: bool) -> &'static str {
    if verified { "read" } else { "" }
}

fn chart(view: &str, figure: &str) -> &'static MuscleChart {
    let figure = figure.parse().unwrap_or(Figure::Neutral);
    MuscleChart::of(view.parse().unwrap_or(View::Posterior), figure)
}
