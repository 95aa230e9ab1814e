//! A mark from its Observation.

use super::tree::{Resource, codings, extensions, get, list, own_word, part, text, whole};
use super::{findings, panel};
use crate::anatomy::{Point, View};
use crate::exchange::fhir::codes::{RATING, extension_url, is_loinc, own_system};
use crate::exchange::fhir::error::ImportError;
use crate::exchange::fhir::extensions::{MARK, RADIATION, member, points_of};
use crate::exchange::fhir::mark::{SINCE, WORST};
use crate::record::limits::MAX_PATH_POINTS;
use crate::record::{
    Author, Distinct, Intensity, Json, Mark, MarkId, PartialDate, Provocation, Quality, Radiation, Radius,
};

/// The id that the Observation's extension gives.
pub(super) fn id_of(resource: &Resource<'_>) -> Option<MarkId> {
    let about = extensions(resource.json, &extension_url(MARK)).next()?;
    MarkId::new(part(about, member::ID, "valueString").and_then(text)?)
}

/// The mark with all that its Observation says.
pub(super) fn read(resource: &Resource<'_>) -> Result<Mark, ImportError> {
    let mut mark = shape(resource).ok_or_else(|| {
        resource.expected("/extension", "a mark with its id, view and coordinates near the body")
    })?;
    let note = panel::note(resource)?;
    mark.set_note(note);
    let (mut qualities, mut provocations) = (Vec::new(), Vec::new());
    for (index, component) in list(resource.json, "component").iter().enumerate() {
        let fail = |kind| resource.expected(&format!("/component/{index}"), kind);
        answer(&mut mark, component, (&mut qualities, &mut provocations)).map_err(fail)?;
    }
    let fail = |kind| resource.expected("/component", kind);
    mark.qualities = Distinct::new(qualities).ok_or_else(|| fail("without the same quality twice"))?;
    mark.provoked_by =
        Distinct::new(provocations).ok_or_else(|| fail("without the same provocation twice"))?;
    if mark.by == Some(Author::Clinician) {
        mark.findings = findings::read(resource)?;
    }
    Ok(mark)
}

/// The mark with nothing but its shape and its maker; none where the extension doesn't give one.
fn shape(resource: &Resource<'_>) -> Option<Mark> {
    let about = extensions(resource.json, &extension_url(MARK)).next()?;
    let word = |name| part(about, name, "valueCode").and_then(text);
    let number = |name| part(about, name, "valueInteger");
    let id = id_of(resource)?;
    let view: View = word(member::VIEW)?.parse().ok()?;
    let mut mark = match part(about, member::OUTLINE, "valueString").and_then(text) {
        Some(outline) => Mark::area(id, view, points_of(outline, MAX_PATH_POINTS)?)?,
        None => Mark::spot(id, view, Point::new(whole(number(member::X)?)?, whole(number(member::Y)?)?))?,
    };
    if let Some(radius) = number(member::RADIUS) {
        mark.set_radius(Some(Radius::new(whole(radius)?)?));
    }
    if let Some(by) = word(member::BY) {
        mark.by = Some(by.parse().ok()?);
    }
    Some(mark)
}

type Lists<'m> = (&'m mut Vec<Quality>, &'m mut Vec<Provocation>);

/// Takes over what one component answers; what is not ours is passed over.
fn answer(
    mark: &mut Mark,
    component: &Json,
    (qualities, provocations): Lists<'_>,
) -> Result<(), &'static str> {
    if let Some(path) = extensions(component, &extension_url(RADIATION)).next() {
        let radiation = radiation(path).ok_or("a path near the body")?;
        return if mark.add_radiation(radiation) { Ok(()) } else { Err("one of 50 paths at most") };
    }
    let number = get(component, "valueInteger");
    if asks_loinc(component, RATING) {
        mark.intensity = Some(number.and_then(intensity).ok_or(RATED)?);
    } else if asks(component, WORST) {
        mark.worst_intensity = Some(number.and_then(intensity).ok_or(RATED)?);
    } else if asks(component, SINCE) {
        let since = get(component, "valueDateTime").and_then(text).and_then(PartialDate::new);
        mark.since = Some(since.ok_or("a date like 2026, 2026-10 or 2026-10-05")?);
    } else if let Some(said) = get(component, "valueCodeableConcept") {
        if let Some(word) = own_word(said, "quality") {
            qualities.push(word.parse().map_err(|_| "a known quality")?);
        } else if let Some(word) = own_word(said, "provocation") {
            provocations.push(word.parse().map_err(|_| "a known provocation")?);
        } else if let Some(word) = own_word(said, "depth") {
            mark.depth = Some(word.parse().map_err(|_| "a known depth")?);
        } else if let Some(word) = own_word(said, "course") {
            mark.course = Some(word.parse().map_err(|_| "a known course")?);
        }
    }
    Ok(())
}

const RATED: &str = "a whole number from 0 to 10";

fn intensity(number: &Json) -> Option<Intensity> {
    Intensity::new(whole(number)?)
}

fn radiation(about: &Json) -> Option<Radiation> {
    let view: View = part(about, member::VIEW, "valueCode").and_then(text)?.parse().ok()?;
    let path = part(about, member::PATH, "valueString").and_then(text)?;
    let mut radiation = Radiation::new(view, points_of(path, MAX_PATH_POINTS)?)?;
    if let Some(number) = part(about, member::INTENSITY, "valueInteger") {
        radiation.intensity = Some(intensity(number)?);
    }
    Some(radiation)
}

fn asks_loinc(component: &Json, wanted: &str) -> bool {
    get(component, "code")
        .is_some_and(|code| codings(code).any(|(system, code)| is_loinc(system, code, wanted)))
}

/// Whether a component answers this question of ours.
pub(super) fn asks(component: &Json, word: &str) -> bool {
    let system = own_system("question");
    get(component, "code").is_some_and(|code| codings(code).any(|coding| coding == (system.as_str(), word)))
}
