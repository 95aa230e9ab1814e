//! What every Observation of ours says before it says what was observed.

use super::bundle::Context;
use super::codes::{EXAM_CATEGORY, SURVEY_CATEGORY, SYMPTOM_CATEGORY};
use super::elements::Concept;
use super::json::Json;
use super::text::markdown;

/// What an Observation rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A symptom, as the Symptoms guide has it.
    Symptom,
    /// What was asked.
    Survey,
    /// What was examined.
    Exam,
}

/// Names the profile that an Observation keeps.
pub(super) fn profile(address: &str, json: &mut Json) {
    json.object("meta", |json| json.list("profile", |json| json.text_entry(address)));
}

/// Status, category, code, whom it is about, when it was so, and who says it.
#[inline(never)]
pub(super) fn head(context: &Context<'_>, source: Source, code: &Concept<'_>, json: &mut Json) {
    json.text("status", "final");
    json.list("category", |json| {
        if source == Source::Symptom {
            SYMPTOM_CATEGORY.entry(json);
        }
        (if source == Source::Exam { EXAM_CATEGORY } else { SURVEY_CATEGORY }).entry(json);
    });
    code.put("code", json);
    context.subject("subject", json);
    json.text("effectiveDateTime", &context.time);
    let submission = context.submission;
    let by = match source {
        Source::Exam => submission.examiner.as_ref().map(|examiner| examiner.as_str()),
        Source::Symptom | Source::Survey => Some(submission.performer.as_str()),
    };
    json.list("performer", |json| {
        if let Some(by) = by {
            json.entry(|json| json.text("reference", by));
        }
    });
}

/// A note, where it says anything.
#[inline(never)]
pub(super) fn note(note: Option<&str>, json: &mut Json) {
    if let Some(text) = note.and_then(markdown) {
        json.list("note", |json| json.entry(|json| json.text("text", &text)));
    }
}
