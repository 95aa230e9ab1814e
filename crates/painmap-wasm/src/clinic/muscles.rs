//! The muscles of the body atlas for a page: their names and facts, what lies under a place, and the
//! drawing of them. For clinicians: a patient's page never loads it.
//!
//! The parts of a line stand between tabs.

use painmap::anatomy::{Bounds, CodeSystem, Figure, Layer, MuscleChart, MuscleId, Point, Side, Topic, View};
use painmap::scene::{MuscleInk, MusclePlate, Unit, muscles};
use web_sys::Element;

use super::Lines;
use super::place::Told;
use crate::dom::{Result, number, svg};

/// Answers what is told in lines; nothing where the question is none of these.
pub(super) fn tell(question: &str, lines: &mut Lines<'_>) -> Option<String> {
    let mut told = Told(String::new());
    match question {
        "names" => names(&mut told),
        "facts" => facts(lines.next(), &mut told),
        "concepts" => concepts(lines.next(), &mut told),
        "under" => under(chart(lines), lines.point(), &mut told),
        "covering" => covering(chart(lines), lines.point(), &mut told),
        "views" => views(lines.next(), lines.next() == "1", lines.next(), &mut told),
        _ => return None,
    }
    Some(told.0)
}

/// Every muscle from the surface down: id, name, Latin name, layer.
fn names(told: &mut Told) {
    for muscle in MuscleId::all() {
        told.line(&[muscle.as_str(), muscle.name(), muscle.latin_name(), muscle.layer().as_str()]);
    }
}

/// What is said of a muscle: topic, text, `read` if it was read in a source, then the sources.
fn facts(muscle: &str, told: &mut Told) {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return };
    for fact in muscle.facts() {
        let mut parts = vec![Topic::as_str(fact.topic()), fact.text(), read(fact.is_verified())];
        for source in fact.sources() {
            parts.push(source.text);
        }
        told.line(&parts);
    }
}

/// The published concepts of a muscle: name, `is` or `within`, `secondary` if the codes were read in a
/// program, then systems and codes.
fn concepts(muscle: &str, told: &mut Told) {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return };
    for concept in muscle.concepts() {
        let is = if concept.exact { "is" } else { "within" };
        let secondary = if concept.secondary { "secondary" } else { "" };
        let mut parts = vec![concept.name, is, secondary];
        for &system in CodeSystem::ALL {
            if let Some(code) = concept.code(system) {
                parts.push(system.title());
                parts.push(code);
            }
        }
        told.line(&parts);
    }
}

/// The muscles under a point of the body, from the skin down: id, name, side, layer, the
/// nearest usual spot of it in words, how far off that is in body units, and `read` if that place was read
/// in a source.
fn under(chart: &MuscleChart, at: Point, told: &mut Told) {
    for shape in chart.at(at) {
        let (muscle, side) = (shape.muscle(), shape.side());
        let mut parts = vec![muscle.as_str(), muscle.name(), side.as_str(), shape.layer().as_str()];
        let distance;
        if let Some((spot, far)) = chart.nearest_spot(at, Some((muscle, side))) {
            distance = number(far);
            let (words, read) = spot.place().map_or(("", ""), |place| (place.words, read(place.verified)));
            parts.extend_from_slice(&[words, &distance, read]);
        }
        told.line(&parts);
    }
}

/// The published patterns that cover a point of the body: id, name, side, part. Of a muscle the
/// essential part alone is told where the point lies in both.
fn covering(chart: &MuscleChart, at: Point, told: &mut Told) {
    for (muscle, side, part) in chart.patterns_covering(at) {
        told.line(&[muscle.as_str(), muscle.name(), side.as_str(), part.as_str()]);
    }
}

/// The views in which a muscle, or its published pattern, is drawn: on one side, or on either.
fn views(muscle: &str, pattern: bool, side: &str, told: &mut Told) {
    let Ok(muscle) = muscle.parse::<MuscleId>() else { return };
    for &view in View::ALL {
        let chart = MuscleChart::of(view, Figure::Neutral);
        let shows = |known: Side| {
            (side.is_empty() || known.as_str() == side)
                && match pattern {
                    true => chart.pattern(muscle, known, None).next().is_some(),
                    false => chart.shape(muscle, known).is_some(),
                }
        };
        if shows(Side::Left) || shows(Side::Right) {
            told.line(&[view.as_str()]);
        }
    }
}

/// Draws muscles into a group of a drawing, and empties it first. The lines: view, figure, width and height
/// of the drawing in body units, layers with spaces between them, the muscle that is lit, the one whose
/// pattern is drawn, a side; a word that is none asks for nothing.
pub(super) fn draw(group: &Element, lines: &mut Lines<'_>) -> Result {
    group.set_text_content(None);
    let chart = chart(lines);
    let size = lines.point();
    let unit = Unit::of(Bounds::new(0, 0, size.x, size.y));
    let mut layers: Vec<Layer> = Vec::new();
    for word in lines.next().split(' ') {
        if let Ok(layer) = word.parse() {
            layers.push(layer);
        }
    }
    let (lit, pattern, side) = (lines.next(), lines.next(), lines.next());
    let plate =
        MusclePlate { layers, lit: lit.parse().ok(), pattern: pattern.parse().ok(), side: side.parse().ok() };
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

/// The muscles of a view and a figure.
fn chart(lines: &mut Lines<'_>) -> &'static MuscleChart {
    let view = lines.word(View::Posterior);
    MuscleChart::of(view, lines.word(Figure::Neutral))
}
