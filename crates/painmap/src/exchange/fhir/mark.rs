//! A mark as an Observation: the patient's as a symptom, a clinician's as an examination.

use super::bundle::{Context, Release};
use super::codes::{
    ASSESSMENT_SCALE, COURSE, EXACERBATING, LOCATION_QUALIFIER, QUALITY, RATING, SEVERITY, SITE_QUALIFIER,
    SYMPTOM, SYMPTOM_PROFILE, exam_category, laterality, loinc, own, pain, quality_code, question, sites,
    snomed, survey_category, symptom_category,
};
use super::resources::{
    Annotation, CodeableConcept, Coding, Component, Extension, Meta, Observation, Reference, Value,
};
use super::text::{capitalised, is_fhir_time, markdown};
use super::{extensions, findings};
use crate::describe::{Locale, Wording, place, side_and_region};
use crate::record::{Author, Course, Depth, Intensity, Mark, Provocation, Quality, Radiation, Whereabouts};

/// Our own questions about a mark.
pub(super) const WORST: &str = "worst-intensity";
pub(super) const DEPTH: &str = "depth";
pub(super) const SINCE: &str = "since";
pub(super) const SPREADS: &str = "radiation";
const PROVOKED: &str = "provoked-by";
const QUALITIES: &str = "quality";
/// What our own Observations are.
pub(super) const EXAMINED_PLACE: &str = "examined-place";
pub(super) const PALPATION: &str = "palpation";

/// The mark's Observation. A clinician's mark carries its findings itself; those on a patient's mark have
/// an Observation of their own ([`palpation`]), so that the two hands stay apart.
pub(super) fn observation(
    context: &Context<'_>,
    mark: &Mark,
    id: String,
    structure: Option<Reference>,
) -> Observation {
    let by_clinician = mark.by == Some(Author::Clinician);
    let release = context.release;
    let mut components = vec![side(context, mark)];
    components.extend(answers(mark, release));
    components.extend(mark.radiation().iter().map(|radiation| spread(context, radiation)));
    if by_clinician && let Some(findings) = &mark.findings {
        components.extend(findings::components(findings));
    }
    let (category, code) = match (by_clinician, release) {
        (true, _) => (vec![exam_category()], question(EXAMINED_PLACE, "Place marked in an examination")),
        (false, Release::R4) => (vec![symptom_category(), survey_category()], symptom()),
        (false, Release::R5) => (vec![survey_category()], symptom()),
    };
    let is_profiled = !by_clinician && release == Release::R4;
    Observation {
        id,
        meta: is_profiled.then(|| Meta { profile: vec![SYMPTOM_PROFILE] }),
        extension: vec![extensions::mark(context.map, mark)],
        status: "final",
        category,
        code,
        subject: context.subject(),
        effective_date_time: context.time.clone(),
        performer: if by_clinician { context.examiner() } else { vec![context.performer()] },
        value: (!by_clinician).then(|| Value::Concept(pain())),
        note: mark.note().and_then(markdown).map(|text| Annotation { text }).into_iter().collect(),
        body_site: structure.is_none().then(|| body_site(context, mark)),
        body_structure: structure,
        has_member: Vec::new(),
        derived_from: Vec::new(),
        component: components,
    }
}

/// What an examiner found at a mark of the patient's; none where nothing was examined.
pub(super) fn palpation(
    context: &Context<'_>,
    mark: &Mark,
    id: String,
    marked: Reference,
) -> Option<Observation> {
    let findings = mark.findings.as_ref().filter(|_| mark.by != Some(Author::Clinician))?;
    let components = findings::components(findings);
    if components.is_empty() {
        return None;
    }
    Some(Observation {
        id,
        meta: None,
        extension: Vec::new(),
        status: "final",
        category: vec![exam_category()],
        code: question(PALPATION, "Findings by palpation at a painful place"),
        subject: context.subject(),
        effective_date_time: context.time.clone(),
        performer: context.examiner(),
        value: None,
        note: Vec::new(),
        body_site: None,
        body_structure: None,
        has_member: Vec::new(),
        derived_from: vec![marked],
        component: components,
    })
}

fn symptom() -> CodeableConcept {
    CodeableConcept::new([loinc(SYMPTOM)], "Symptom")
}

/// The site with its published codes, the place in words, and in the guide's own extension the side and
/// where the pain spreads.
fn body_site(context: &Context<'_>, mark: &Mark) -> CodeableConcept {
    let map = context.map;
    let whereabouts = Whereabouts::of(mark, map.figure);
    let words = capitalised(place(map.figure, mark, Wording::Clinical, Locale::english()));
    let mut site = CodeableConcept::new(sites(&whereabouts.regions), words);
    if mark.by != Some(Author::Clinician) {
        let mut qualifier = laterality(whereabouts.side).text;
        for radiation in mark.radiation() {
            qualifier.push_str("; spreads to: ");
            qualifier.push_str(&spreads_to(context, radiation).1);
        }
        site.extension.push(Extension::simple(LOCATION_QUALIFIER, Value::Text(qualifier)));
    }
    site
}

/// Where a path ends: the regions there and the words for it.
fn spreads_to(context: &Context<'_>, radiation: &Radiation) -> (Whereabouts, String) {
    // A path has a point at least.
    let end = radiation.path().last().copied().unwrap_or(crate::anatomy::Point::new(0, 0));
    let whereabouts = Whereabouts::of_point(radiation.view(), context.map.figure, end);
    let words = side_and_region(radiation.view(), &whereabouts, Wording::Clinical, Locale::english());
    (whereabouts, words)
}

fn spread(context: &Context<'_>, radiation: &Radiation) -> Component {
    let (whereabouts, words) = spreads_to(context, radiation);
    let site = CodeableConcept::new(sites(&whereabouts.regions), capitalised(words));
    let mut component = Component::new(question(SPREADS, "The pain spreads to"), Value::Concept(site));
    component.extension.push(extensions::radiation(radiation));
    component
}

fn answers(mark: &Mark, release: Release) -> Vec<Component> {
    let mut components = Vec::new();
    let rating = CodeableConcept::new([loinc(RATING)], "Pain intensity now, 0 to 10");
    if let Some(intensity) = mark.intensity {
        if release == Release::R4 {
            components.push(severity(intensity, &rating));
        }
        components.push(Component::new(rating, Value::Integer(intensity.get().into())));
    }
    if let Some(worst) = mark.worst_intensity {
        let code = question(WORST, "Worst pain intensity of the last seven days, 0 to 10");
        components.push(Component::new(code, Value::Integer(worst.get().into())));
    }
    components.extend(qualities(&mark.qualities, release));
    if let Some(depth) = mark.depth {
        let text = match depth {
            Depth::Superficial => "Near the surface",
            Depth::Deep => "Deep inside",
            Depth::Unsure => "The patient can't tell how deep",
        };
        components.push(worded(question(DEPTH, "Depth of the pain"), own("depth", depth.as_str()), text));
    }
    components.extend(mark.provoked_by.iter().map(|&way| provocation(way)));
    if let Some(course) = mark.course {
        let code = CodeableConcept::new([loinc(COURSE)], "Clinical course");
        let text = match course {
            Course::Constant => "Constant",
            Course::Intermittent => "Comes and goes",
        };
        components.push(worded(code, own("course", course.as_str()), text));
    }
    if let Some(since) = mark.since.as_ref().filter(|since| is_fhir_time(since.as_str())) {
        let value = Value::DateTime(since.as_str().to_owned());
        components.push(Component::new(question(SINCE, "Painful since"), value));
    }
    components
}

/// The side as a code, for readers without our atlas.
fn side(context: &Context<'_>, mark: &Mark) -> Component {
    let whereabouts = Whereabouts::of(mark, context.map.figure);
    let code = CodeableConcept::new([loinc(SITE_QUALIFIER)], "Side of the body, the person's own");
    Component::new(code, Value::Concept(laterality(whereabouts.side)))
}

/// The guide's severity is a concept, and "mild" or "severe" nobody said: so the rating in words, and
/// by the guide's own extension the scale that it is on.
fn severity(intensity: Intensity, scale: &CodeableConcept) -> Component {
    let said = CodeableConcept::new([], format!("{} of 10", intensity.get()));
    let code = CodeableConcept::new([loinc(SEVERITY)], "Severity");
    let mut component = Component::new(code, Value::Concept(said));
    component.extension.push(Extension::simple(ASSESSMENT_SCALE, Value::Concept(scale.clone())));
    component
}

/// The guide's profile was balloted with one quality at most, so in R4 several stand together in words
/// and each by itself, with its codes, under our own question.
fn qualities(qualities: &[Quality], release: Release) -> Vec<Component> {
    let said = |word: Quality| Locale::english().word("quality.", word.as_str());
    let published = || CodeableConcept::new([loinc(QUALITY)], "Quality of the pain");
    let coded = |code: CodeableConcept, word: Quality| {
        let mut codings: Vec<Coding> = quality_code(word).map(snomed).into_iter().collect();
        codings.push(own("quality", word.as_str()));
        Component::new(
            code,
            Value::Concept(CodeableConcept::new(codings, capitalised(said(word).to_owned()))),
        )
    };
    if release == Release::R5 || qualities.len() < 2 {
        return qualities.iter().map(|&word| coded(published(), word)).collect();
    }
    let all: Vec<&str> = qualities.iter().map(|&word| said(word)).collect();
    let together = CodeableConcept::new([], capitalised(all.join(", ")));
    let mut components = vec![Component::new(published(), Value::Concept(together))];
    components.extend(qualities.iter().map(|&word| coded(question(QUALITIES, "Quality of the pain"), word)));
    components
}

/// What brings the pain on; that it hurts by itself is no factor, and has our own question.
fn provocation(way: Provocation) -> Component {
    let exacerbating = || CodeableConcept::new([loinc(EXACERBATING)], "What brings the pain on");
    let (code, text) = match way {
        Provocation::Spontaneous => (question(PROVOKED, "What brings the pain on"), "Hurts by itself"),
        Provocation::Pressure => (exacerbating(), "Pressure on the place"),
        Provocation::Movement => (exacerbating(), "Movement"),
    };
    worded(code, own("provocation", way.as_str()), text)
}

fn worded(code: CodeableConcept, word: Coding, text: &str) -> Component {
    Component::new(code, Value::Concept(CodeableConcept::new([word], text)))
}
