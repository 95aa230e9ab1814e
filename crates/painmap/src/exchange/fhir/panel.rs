//! What stands round the marks: the panel that names them all, "no pain", and the documents.

use super::bundle::{Context, Release};
use super::codes::{PAIN, PANEL, SYMPTOM_ABSENT, SYMPTOM_ABSENT_PROFILE, loinc, own};
use super::elements::{CONCEPT, Concept, Link, links};
use super::extensions;
use super::json::{Json, base64};
use super::loss::losses;
use super::observation::{Source, head, note, profile};
use crate::anatomy::{Crop, View};
use crate::describe::Locale;
use crate::record::{Author, FORMAT};
use crate::scene::{Picture, to_svg};

/// The kinds of our documents.
pub(super) const RECORD_DOCUMENT: &str = "record";
pub(super) const RECORD_DOCUMENTED: Concept<'static> =
    Concept { coding: own("document", RECORD_DOCUMENT), text: "Pain map, for programs" };
pub(super) const PICTURE_DOCUMENTED: Concept<'static> =
    Concept { coding: own("document", "picture"), text: "Pain map, a picture" };
/// What a record is, to a program that fetches it.
pub(super) const JSON: &str = "application/json";

/// The members of the panel, which names the others in the order of the marks.
pub(super) fn panel(context: &Context<'_>, members: &[Link], sources: &[Link], json: &mut Json) {
    let map = context.map;
    let examined = map.marks().len() > 0 && map.marks().all(|mark| mark.by == Some(Author::Clinician));
    json.list("extension", |json| extensions::record(map, context.time_given, &losses(map), json));
    let source = if examined { Source::Exam } else { Source::Survey };
    head(context, source, &loinc(PANEL, "Pain severity and body site"), json);
    note(map.note(), json);
    links("hasMember", members, json);
    links("derivedFrom", sources, json);
}

/// The members of "no pain", said by the person.
pub(super) fn no_pain(context: &Context<'_>, json: &mut Json) {
    if context.release == Release::R4 {
        profile(SYMPTOM_ABSENT_PROFILE, json);
    }
    head(context, Source::Survey, &loinc(SYMPTOM_ABSENT, "Symptom absent"), json);
    PAIN.put(CONCEPT, json);
}

/// The members of the record itself, to the byte.
pub(super) fn record_document(context: &Context<'_>, json: &mut Json) {
    let title = ["Pain map, ", FORMAT].concat();
    document(context, &RECORD_DOCUMENTED, (JSON, &title, &context.json), json);
}

/// The pictures: one of each view that has a mark, else of the view that was shown.
pub(super) fn pictures(context: &Context<'_>) -> Vec<(View, String)> {
    let map = context.map;
    let mut pictures = Vec::new();
    if !context.submission.pictures {
        return pictures;
    }
    let suited = Picture::of(map);
    for &view in View::ALL {
        let picture = if view == suited.view { suited } else { Picture { view, crop: Crop::Whole } };
        let has_mark = map.marks().any(|mark| mark.view() == view);
        // A figure that this build holds no drawing of has no picture; the record stands without one.
        if (has_mark || view == suited.view)
            && let Ok(svg) = to_svg(map, &picture, Locale::english())
        {
            pictures.push((view, svg));
        }
    }
    pictures
}

/// The members of a picture.
pub(super) fn picture_document(context: &Context<'_>, view: View, svg: &str, json: &mut Json) {
    let title = ["Pain map, ", view.as_str(), " view"].concat();
    document(context, &PICTURE_DOCUMENTED, ("image/svg+xml", &title, svg), json);
}

#[inline(never)]
fn document(
    context: &Context<'_>,
    kind: &Concept<'_>,
    (content_type, title, content): (&str, &str, &str),
    json: &mut Json,
) {
    json.text("status", "current");
    kind.put("type", json);
    context.subject("subject", json);
    json.text("date", &context.time);
    json.list("content", |json| {
        json.entry(|json| {
            json.object("attachment", |json| {
                json.text("contentType", content_type);
                json.text("data", &base64(content.as_bytes()));
                json.text("title", title);
            });
        });
    });
}
