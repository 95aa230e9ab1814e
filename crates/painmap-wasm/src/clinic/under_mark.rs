//! What lies under a mark, for the clinician who looks at it: it compares drawings and names no cause.

use painmap::anatomy::{Chart, MuscleChart, MuscleId, Topic};
use painmap::describe::published_patterns;

use super::place::Told;
use super::{Answer, Lines, NOT_LOADED, record};
use crate::dom::number;

/// What lies under a mark, a line each: `level`, `position` and `landmark` as of a
/// [place](super::place::place), without lengths, since nobody said how tall the person is; `muscle` with its
/// layer, name, Latin name and side, from the skin down; `pattern` with the name and the Latin name of a
/// muscle whose published pattern covers the mark, its side, how many percent of the mark it covers, and its
/// sources. Those that cover most come first.
pub(super) fn under_mark(lines: &mut Lines<'_>) -> Answer {
    let id = lines.next();
    let map = record::read(lines)?;
    let mark = map.marks().find(|mark| mark.id().as_str() == id).ok_or("there is no mark of this id")?;
    let point = mark.anchor();
    let chart = Chart::of(mark.view(), map.figure).ok_or(NOT_LOADED)?;
    let mut told = Told(String::new());
    if chart.locate(point).is_some() {
        told.by_what_can_be_felt(chart, point, None);
        for shape in MuscleChart::of(mark.view(), map.figure).at(point) {
            let muscle = shape.muscle();
            let (layer, side) = (shape.layer().as_str(), shape.side().as_str());
            told.line(&["muscle", layer, muscle.name(), muscle.latin_name(), side]);
        }
    }
    for covered in published_patterns(&map, mark) {
        let muscle = covered.muscle;
        let percent = number((covered.essential + covered.spillover).into());
        let mut parts = vec!["pattern", muscle.name(), muscle.latin_name()];
        parts.extend([covered.side.as_str(), percent.as_str()]);
        parts.append(&mut sources(muscle));
        told.line(&parts);
    }
    Ok(told.0)
}

/// Where the pattern of a muscle is described, each source once.
fn sources(muscle: MuscleId) -> Vec<&'static str> {
    let mut sources = Vec::new();
    for fact in muscle.facts().filter(|fact| matches!(fact.topic(), Topic::Essential | Topic::Spillover)) {
        for source in fact.sources() {
            if !sources.contains(&source.text) {
                sources.push(source.text);
            }
        }
    }
    sources
}
