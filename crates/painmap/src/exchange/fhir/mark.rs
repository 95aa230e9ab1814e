//! A mark as an Observation: the patient's as a symptom, a clinician's as an examination.

use super::bundle::{Context, Release};
use super::codes::{
    ASSESSMENT_SCALE, COURSE, EXACERBATING, LOCATION_QUALIFIER, PAIN, QUALITY, RATING, SEVERITY,
    SITE_QUALIFIER, SYMPTOM, SYMPTOM_PROFILE, loinc, own, put_side, quality_code, question, side_text, sites,
    snomed,
};
use super::elements::{
    CONCEPT, Coding, Concept, Link, component, concept, concept_members, link, links, text_extension,
};
use super::json::Json;
use super::observation::{Source, head, note, profile};
use super::text::is_fhir_time;
use super::{extensions, findings};
use crate::describe::{Locale, Wording, capitalised, place, side_and_region};
use crate::numbers::whole_text;
use crate::record::{
    Author, Course, Depth, Findings, Intensity, Mark, Provocation, Quality, Radiation, Whereabouts,
};

/// Our own questions about a mark.
pub(super) const WORST: &str = "worst-intensity";
pub(super) const DEPTH: &str = "depth";
pub(super) const SINCE: &str = "since";
pub(super) const SPREADS: &str = "radiation";
/// What our own Observations are.
pub(super) const EXAMINED_PLACE: &str = "examined-place";
pub(super) const PALPATION: &str = "palpation";

// Questions with their words: LOINC's where it has one that was verified, else our own.
const QUALITY_ASKED: Concept<'static> = loinc(QUALITY, "Quality of the pain");
const PROVOCATION_ASKED: Concept<'static> = loinc(EXACERBATING, "What brings the pain on");
pub(super) const OWN_QUALITY_ASKED: Concept<'static> = question("quality", QUALITY_ASKED.text);
pub(super) const OWN_PROVOCATION_ASKED: Concept<'static> = question("provoked-by", PROVOCATION_ASKED.text);
pub(super) const WORST_ASKED: Concept<'static> =
    question(WORST, "Worst pain intensity of the last seven days, 0 to 10");
pub(super) const DEPTH_ASKED: Concept<'static> = question(DEPTH, "Depth of the pain");
pub(super) const SINCE_ASKED: Concept<'static> = question(SINCE, "Painful since");
pub(super) const SPREADS_ASKED: Concept<'static> = question(SPREADS, "The pain spreads to");
pub(super) const PLACE_EXAMINED: Concept<'static> =
    question(EXAMINED_PLACE, "Place marked in an examination");
pub(super) const PALPATED: Concept<'static> = question(PALPATION, "Findings by palpation at a painful place");

/// The members of the mark's Observation. A clinician's mark carries its findings itself; those on a patient's
/// mark have an Observation of their own ([`palpation`]), so that the two hands stay apart.
pub(super) fn observation(context: &Context<'_>, mark: &Mark, structure: Option<&Link>, json: &mut Json) {
    let by_clinician = mark.by == Some(Author::Clinician);
    let (source, code) = match (by_clinician, context.release) {
        (true, _) => (Source::Exam, PLACE_EXAMINED),
        (false, Release::R4) => (Source::Symptom, loinc(SYMPTOM, "Symptom")),
        (false, Release::R5) => (Source::Survey, loinc(SYMPTOM, "Symptom")),
    };
    if source == Source::Symptom {
        profile(SYMPTOM_PROFILE, json);
    }
    json.list("extension", |json| extensions::mark(context.map, mark, json));
    head(context, source, &code, json);
    if !by_clinician {
        PAIN.put(CONCEPT, json);
    }
    note(mark.note(), json);
    match structure {
        None => body_site(context, mark, json),
        Some(structure) => json.object("bodyStructure", |json| link(structure, json)),
    }
    json.list("component", |json| {
        side(context, mark, json);
        answers(mark, context.release, json);
        for radiation in mark.radiation() {
            spread(context, radiation, json);
        }
        if let (true, Some(found)) = (by_clinician, &mark.findings) {
            findings::components(found, json);
        }
    });
}

/// What an examiner found at a mark of the patient's; none where nothing was examined.
pub(super) fn palpated(mark: &Mark) -> Option<&Findings> {
    let findings = mark.findings.as_ref().filter(|_| mark.by != Some(Author::Clinician))?;
    (!findings::are_blank(findings)).then_some(findings)
}

/// The members of the Observation that says it.
pub(super) fn palpation(context: &Context<'_>, found: &Findings, marked: Link, json: &mut Json) {
    head(context, Source::Exam, &PALPATED, json);
    links("derivedFrom", &[marked], json);
    json.list("component", |json| findings::components(found, json));
}

/// The site with its published codes, the place in words, and in the guide's own extension the side and
/// where the pain spreads.
fn body_site(context: &Context<'_>, mark: &Mark, json: &mut Json) {
    let map = context.map;
    let whereabouts = Whereabouts::of(mark, map.figure);
    let words = capitalised(place(map.figure, mark, Wording::Clinical, Locale::english()));
    json.object("bodySite", |json| {
        if mark.by != Some(Author::Clinician) {
            let mut qualifier = side_text(whereabouts.side).to_owned();
            for radiation in mark.radiation() {
                qualifier.push_str("; spreads to: ");
                qualifier.push_str(&spreads_to(context, radiation).1);
            }
            json.list("extension", |json| {
                text_extension(LOCATION_QUALIFIER, "valueString", &qualifier, json);
            });
        }
        concept_members(&sites(&whereabouts.regions), &words, json);
    });
}

/// Where a path ends: the regions there and the words for it.
fn spreads_to(context: &Context<'_>, radiation: &Radiation) -> (Whereabouts, String) {
    // A path has a point at least.
    let end = radiation.path().last().copied().unwrap_or(crate::anatomy::Point::new(0, 0));
    let whereabouts = Whereabouts::of_point(radiation.view(), context.map.figure, end);
    let words = side_and_region(radiation.view(), &whereabouts, Wording::Clinical, Locale::english());
    (whereabouts, words)
}

fn spread(context: &Context<'_>, radiation: &Radiation, json: &mut Json) {
    let (whereabouts, words) = spreads_to(context, radiation);
    json.entry(|json| {
        json.list("extension", |json| extensions::radiation(radiation, json));
        SPREADS_ASKED.put("code", json);
        concept(CONCEPT, &sites(&whereabouts.regions), &capitalised(words), json);
    });
}

fn answers(mark: &Mark, release: Release, json: &mut Json) {
    if let Some(intensity) = mark.intensity {
        let rating = loinc(RATING, "Pain intensity now, 0 to 10");
        if release == Release::R4 {
            severity(intensity, &rating, json);
        }
        rated(intensity, &rating, json);
    }
    if let Some(worst) = mark.worst_intensity {
        rated(worst, &WORST_ASKED, json);
    }
    qualities(&mark.qualities, release, json);
    if let Some(depth) = mark.depth {
        worded(&DEPTH_ASKED, own("depth", depth.as_str()), depth_text(depth), json);
    }
    for &way in &*mark.provoked_by {
        provocation(way, json);
    }
    if let Some(course) = mark.course {
        let asked = loinc(COURSE, "Clinical course");
        worded(&asked, own("course", course.as_str()), course_text(course), json);
    }
    if let Some(since) = mark.since.as_ref().filter(|since| is_fhir_time(since.as_str())) {
        component(&SINCE_ASKED, json, |json| json.text("valueDateTime", since.as_str()));
    }
}

/// The words of the answers.
pub(super) const fn depth_text(depth: Depth) -> &'static str {
    match depth {
        Depth::Superficial => "Near the surface",
        Depth::Deep => "Deep inside",
        Depth::Unsure => "The patient can't tell how deep",
    }
}

pub(super) const fn course_text(course: Course) -> &'static str {
    match course {
        Course::Constant => "Constant",
        Course::Intermittent => "Comes and goes",
    }
}

pub(super) const fn provocation_text(way: Provocation) -> &'static str {
    match way {
        Provocation::Spontaneous => "Hurts by itself",
        Provocation::Pressure => "Pressure on the place",
        Provocation::Movement => "Movement",
    }
}

/// The side as a code, for readers without our atlas.
fn side(context: &Context<'_>, mark: &Mark, json: &mut Json) {
    let whereabouts = Whereabouts::of(mark, context.map.figure);
    let code = loinc(SITE_QUALIFIER, "Side of the body, the person's own");
    component(&code, json, |json| put_side(CONCEPT, whereabouts.side, json));
}

fn rated(intensity: Intensity, code: &Concept<'_>, json: &mut Json) {
    component(code, json, |json| json.whole("valueInteger", intensity.get().into()));
}

/// The guide's severity is a concept, and "mild" or "severe" nobody said: so the rating in words, and
/// by the guide's own extension the scale that it is on.
fn severity(intensity: Intensity, scale: &Concept<'_>, json: &mut Json) {
    json.entry(|json| {
        json.list("extension", |json| {
            json.entry(|json| {
                json.text("url", ASSESSMENT_SCALE);
                scale.put(CONCEPT, json);
            });
        });
        loinc(SEVERITY, "Severity").put("code", json);
        let said = whole_text(intensity.get().into()) + " of 10";
        concept(CONCEPT, &[], &said, json);
    });
}

/// The guide's profile was balloted with one quality at most, so in R4 several stand together in words
/// and each by itself, with its codes, under our own question.
fn qualities(qualities: &[Quality], release: Release, json: &mut Json) {
    let said = |word: Quality| Locale::english().word("quality.", word.as_str());
    let mut code = QUALITY_ASKED;
    if release == Release::R4 && qualities.len() > 1 {
        let all: Vec<&str> = qualities.iter().map(|&word| said(word)).collect();
        component(&code, json, |json| concept(CONCEPT, &[], &capitalised(all.join(", ")), json));
        code = OWN_QUALITY_ASKED;
    }
    for &word in qualities {
        let published = quality_code(word);
        let codings = [snomed(published.unwrap_or("")), own("quality", word.as_str())];
        let codings = &codings[usize::from(published.is_none())..];
        let text = capitalised(said(word).to_owned());
        component(&code, json, |json| concept(CONCEPT, codings, &text, json));
    }
}

/// What brings the pain on; that it hurts by itself is no factor, and has our own question.
fn provocation(way: Provocation, json: &mut Json) {
    let asked = match way {
        Provocation::Spontaneous => OWN_PROVOCATION_ASKED,
        Provocation::Pressure | Provocation::Movement => PROVOCATION_ASKED,
    };
    worded(&asked, own("provocation", way.as_str()), provocation_text(way), json);
}

#[inline(never)]
fn worded(code: &Concept<'_>, word: Coding<'_>, text: &str, json: &mut Json) {
    component(code, json, |json| Concept { coding: word, text }.put(CONCEPT, json));
}
