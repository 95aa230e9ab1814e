//! A record as a Bundle.

use super::body_structure::body_structure;
use super::codes::URI;
use super::error::ExportError;
use super::identity::{Identity, urn};
use super::json::Write as _;
use super::resources::{Bundle, Entry, Identifier, Reference, Request, Resource};
use super::submission::{BundleKind, Submission};
use super::text::is_fhir_time;
use super::{history, mark, panel};
use crate::record::PainMap;
use crate::words::words;

words! {
    /// A release of FHIR.
    pub enum Release {
        /// R4 (4.0.1), with the profiles of the HL7 Symptoms guide 1.0.0.
        R4 = "r4",
        /// R5 (5.0.0).
        R5 = "r5",
    }
}

/// What every resource of one Bundle is made from.
#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) map: &'a PainMap,
    /// The record as it is written.
    pub(super) json: String,
    pub(super) submission: &'a Submission,
    pub(super) release: Release,
    /// When it hurt like this.
    pub(super) time: String,
    /// Whether the caller said so, and not the record.
    pub(super) time_given: bool,
}

impl Context<'_> {
    pub(super) fn subject(&self) -> Reference {
        Reference::to(self.submission.subject.as_str())
    }

    pub(super) fn performer(&self) -> Reference {
        Reference::to(self.submission.performer.as_str())
    }

    pub(super) fn examiner(&self) -> Vec<Reference> {
        self.submission.examiner.iter().map(|examiner| Reference::to(examiner.as_str())).collect()
    }
}

/// The record as a FHIR Bundle in JSON: a panel, an Observation for each mark, the findings, the history,
/// the pictures as SVG and the record itself. The same record and submission give the same bytes.
///
/// # Errors
/// [`ExportError::NoTime`] where neither the record nor the submission has a moment that FHIR can write.
///
/// ```
/// use painmap::PainMap;
/// use painmap::exchange::fhir::{Release, Submission, to_bundle};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","recorded":"2026-11-22T09:30:00Z","noPain":true}"#)?;
/// let submission = Submission::new("Patient/17".parse()?, "RelatedPerson/4".parse()?);
/// let bundle = to_bundle(&map, &submission, Release::R4)?;
/// assert!(bundle.contains(r#"{"system":"http://loinc.org","code":"111551-8"}"#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_bundle(map: &PainMap, submission: &Submission, release: Release) -> Result<String, ExportError> {
    let own = map.recorded.as_ref().filter(|moment| is_fhir_time(moment.as_str()));
    let given = submission.recorded.as_ref().filter(|moment| is_fhir_time(moment.as_str()));
    let time = own.or(given).ok_or(ExportError::NoTime)?.as_str().to_owned();
    let context = Context { map, json: map.to_json(), submission, release, time, time_given: own.is_none() };
    let bundle = assemble(&context);
    let mut text = String::new();
    bundle.write(&mut text);
    Ok(text)
}

/// The entries, each named by its part in the Bundle.
struct Entries {
    identity: Identity,
    kind: BundleKind,
    entries: Vec<Entry>,
}

impl Entries {
    fn id(&self, part: &str) -> String {
        self.identity.of_part(part)
    }

    /// Adds a resource under its id; gives the reference by which others name it.
    fn add(&mut self, id: &str, resource: Resource) -> Reference {
        let kind = resource.type_name();
        let request = (self.kind == BundleKind::Transaction).then_some(Request { method: "POST", url: kind });
        self.entries.push(Entry { full_url: urn(id), resource, request });
        Reference { reference: urn(id), kind: Some(kind) }
    }
}

fn assemble(context: &Context<'_>) -> Bundle {
    let Context { map, submission, release, .. } = *context;
    let identity = Identity::of(&context.json, &submission.subject, release);
    let mut entries = Entries { identity, kind: submission.kind, entries: Vec::new() };
    let mut members = Vec::new();
    if map.no_pain() {
        let id = entries.id("no-pain");
        members.push(entries.add(&id.clone(), panel::no_pain(context, id).into()));
    }
    for (index, each) in map.marks().enumerate() {
        let structure = (release == Release::R5).then(|| {
            let id = entries.id(&format!("mark/{index}/place"));
            entries.add(&id.clone(), Resource::BodyStructure(body_structure(context, each, id)))
        });
        let id = entries.id(&format!("mark/{index}"));
        let marked = mark::observation(context, each, id.clone(), structure);
        let url = entries.add(&id, marked.into());
        members.push(url.clone());
        let id = entries.id(&format!("mark/{index}/findings"));
        if let Some(palpation) = mark::palpation(context, each, id.clone(), url) {
            members.push(entries.add(&id, palpation.into()));
        }
    }
    let mut sources = Vec::new();
    if let Some(answered) = &map.history {
        let id = entries.id("history");
        let response = history::response(context, answered, id.clone());
        sources.push(entries.add(&id, Resource::QuestionnaireResponse(response)));
    }
    for (view, svg) in panel::pictures(context) {
        let id = entries.id(&format!("picture/{view}"));
        let picture = panel::picture_document(context, id.clone(), view, &svg);
        sources.push(entries.add(&id, Resource::DocumentReference(picture)));
    }
    let id = entries.id("record");
    let record = panel::record_document(context, id.clone());
    sources.push(entries.add(&id, Resource::DocumentReference(record)));

    let id = entries.id("panel");
    let panel = panel::panel(context, id.clone(), members, sources);
    entries.add(&id, panel.into());
    // The panel first, as people read.
    entries.entries.rotate_right(1);
    let id = identity.bundle();
    Bundle {
        resource_type: "Bundle",
        identifier: Identifier { system: URI, value: urn(&id) },
        id,
        kind: submission.kind.as_str(),
        entry: entries.entries,
    }
}
