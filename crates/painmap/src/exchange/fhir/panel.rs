//! What stands round the marks: the panel that names them all, "no pain", and the documents.

use super::bundle::{Context, Release};
use super::codes::{
    PANEL, SYMPTOM_ABSENT, SYMPTOM_ABSENT_PROFILE, exam_category, loinc, own, pain, survey_category,
};
use super::extensions;
use super::json::base64;
use super::loss::losses;
use super::resources::{
    Annotation, Attachment, CodeableConcept, Content, DocumentReference, Meta, Observation, Reference, Value,
};
use super::text::markdown;
use crate::anatomy::{Crop, View};
use crate::describe::Locale;
use crate::record::{Author, FORMAT};
use crate::scene::{Picture, to_svg};

/// The kinds of our documents.
pub(super) const RECORD_DOCUMENT: &str = "record";
const PICTURE_DOCUMENT: &str = "picture";
/// What a record is, to a program that fetches it.
pub(super) const JSON: &str = "application/json";

/// The panel: its members in the order of the marks.
pub(super) fn panel(
    context: &Context<'_>,
    id: String,
    members: Vec<Reference>,
    sources: Vec<Reference>,
) -> Observation {
    let map = context.map;
    let examined = map.marks().len() > 0 && map.marks().all(|mark| mark.by == Some(Author::Clinician));
    Observation {
        id,
        meta: None,
        extension: vec![extensions::record(map, context.time_given, &losses(map))],
        status: "final",
        category: vec![if examined { exam_category() } else { survey_category() }],
        code: CodeableConcept::new([loinc(PANEL)], "Pain severity and body site"),
        subject: context.subject(),
        effective_date_time: context.time.clone(),
        performer: if examined { context.examiner() } else { vec![context.performer()] },
        value: None,
        note: map.note().and_then(markdown).map(|text| Annotation { text }).into_iter().collect(),
        body_site: None,
        body_structure: None,
        has_member: members,
        derived_from: sources,
        component: Vec::new(),
    }
}

/// "No pain", said by the person.
pub(super) fn no_pain(context: &Context<'_>, id: String) -> Observation {
    let is_profiled = context.release == Release::R4;
    Observation {
        id,
        meta: is_profiled.then(|| Meta { profile: vec![SYMPTOM_ABSENT_PROFILE] }),
        extension: Vec::new(),
        status: "final",
        category: vec![survey_category()],
        code: CodeableConcept::new([loinc(SYMPTOM_ABSENT)], "Symptom absent"),
        subject: context.subject(),
        effective_date_time: context.time.clone(),
        performer: vec![context.performer()],
        value: Some(Value::Concept(pain())),
        note: Vec::new(),
        body_site: None,
        body_structure: None,
        has_member: Vec::new(),
        derived_from: Vec::new(),
        component: Vec::new(),
    }
}

/// The record itself, to the byte.
pub(super) fn record_document(context: &Context<'_>, id: String) -> DocumentReference {
    let title = format!("Pain map, {FORMAT}");
    document(context, id, (RECORD_DOCUMENT, "Pain map, for programs"), (JSON, title, &context.json))
}

/// The pictures: one of each view that has a mark, else of the view that was shown.
pub(super) fn pictures(context: &Context<'_>) -> Vec<(View, String)> {
    let map = context.map;
    if !context.submission.pictures {
        return Vec::new();
    }
    let suited = Picture::of(map);
    let has_mark = |view: View| map.marks().any(|mark| mark.view() == view);
    let views = View::ALL.iter().copied().filter(|&view| has_mark(view) || view == suited.view);
    let picture = |view| if view == suited.view { suited } else { Picture { view, crop: Crop::Whole } };
    // A figure that this build holds no drawing of has no picture; the record stands without one.
    views.filter_map(|view| Some((view, to_svg(map, &picture(view), Locale::english()).ok()?))).collect()
}

pub(super) fn picture_document(
    context: &Context<'_>,
    id: String,
    view: View,
    svg: &str,
) -> DocumentReference {
    let title = format!("Pain map, {view} view");
    document(context, id, (PICTURE_DOCUMENT, "Pain map, a picture"), ("image/svg+xml", title, svg))
}

fn document(
    context: &Context<'_>,
    id: String,
    (kind, text): (&str, &str),
    (content_type, title, content): (&'static str, String, &str),
) -> DocumentReference {
    DocumentReference {
        id,
        status: "current",
        kind: CodeableConcept::new([own("document", kind)], text),
        subject: context.subject(),
        date: context.time.clone(),
        content: [Content {
            attachment: Attachment { content_type, data: base64(content.as_bytes()), title },
        }],
    }
}
