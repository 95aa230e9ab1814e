//! The muscles of the body atlas for a page: their names and facts, what lies under a place, and the
//! drawing of them. For clinicians: a patient's page never loads it.
//!
//! The parts of a line stand between tabs.

use painmap::anatomy::{
    Bounds, CodeSystem, Figure, Layer, MuscleChart, MuscleId, PatternPart, Point, Side, Topic, View,
};
use painmap::scene::{MuscleInk, MusclePlate, Unit, muscles};
use web_sys::Element;

use super::Lines;
use crate::dom::{Result, number, svg};

/// Answers what is told in lines; nothing where the question is none of these.
pub(super) fn tell(question: &str, lines: &mut Lines<'_>) -> Option<String> {
    let told = match question {
        "names" => names(),
        "facts" => facts(lines.next()),
        "concepts" => concepts(lines.next()),
        "under" => under(chart(lines), lines.point()),
        "covering" => covering(chart(lines), lines.point()),
        "views" => views(lines.next(), lines.next() == "1", lines.next()),
        _ => return None,
    };
    Some(told.join("\n"))
}

/// Every muscle from the surface down: id, name, Latin name, layer.
fn names() -> Vec<String> {
    let line = |muscle: MuscleId| {
        [muscle.as_str(), muscle.name(), muscle.latin_name(), muscle.layer().as_str()].join("\t")
    };
    MuscleId::all().map(line).collect()
}

/// What is said of a muscle: topic, text, `read` if it was read in a source, then the sources.
fn facts(muscle: &str) -> Vec<String> {
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
fn concepts(muscle: &str) -> Vec<String> {
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

/// The muscles under a point of the body, from the skin down: id, name, side, layer, the
/// nearest usual spot of it in words, how far off that is in body units, and `read` if that place was read
/// in a source.
fn under(chart: &MuscleChart, at: Point) -> Vec<String> {
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
fn covering(chart: &MuscleChart, at: Point) -> Vec<String> {
    let line = |(muscle, side, part): (MuscleId, Side, PatternPart)| {
        [muscle.as_str(), muscle.name(), side.as_str(), part.as_str()].join("\t")
    };
    chart.patterns_covering(at).into_iter().map(line).collect()
}

/// The views in which a muscle, or its published pattern, is drawn: on one side, or on either.
fn views(muscle: &str, pattern: bool, side: &str) -> Vec<String> {
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

/// Draws muscles into a group of a drawing, and empties it first. The lines: view, figure, width and height
/// of the drawing in body units, layers with spaces between them, the muscle that is lit, the one whose
/// pattern is drawn, a side; a word that is none asks for nothing.
pub(super) fn draw(group: &Element, lines: &mut Lines<'_>) -> Result {
    group.set_text_content(None);
    let chart = chart(lines);
    let size = lines.point();
    let unit = Unit::of(Bounds::new(0, 0, size.x, size.y));
    let layers: Vec<Layer> = lines.next().split(' ').filter_map(|word| word.parse().ok()).collect();
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
