//! A record as a Bundle.

use super::body_structure::body_structure;
use super::codes::URI;
use super::elements::{Link, reference};
use super::error::ExportError;
use super::identity::{Identity, urn};
use super::json::Json;
use super::submission::{BundleKind, Submission};
use super::text::is_fhir_time;
use super::{history, mark, panel};
use crate::numbers::whole_text;
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

/// The types that several of its resources have.
const OBSERVATION: &str = "Observation";
const DOCUMENT: &str = "DocumentReference";

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
    /// A member that says whom the record is about.
    pub(super) fn subject(&self, name: &str, json: &mut Json) {
        reference(name, self.submission.subject.as_str(), json);
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
    Ok(assemble(&context))
}

/// The entries, each named by its part in the Bundle.
struct Entries {
    identity: Identity,
    kind: BundleKind,
    json: Json,
}

impl Entries {
    /// Adds a resource of a type, of which `members` writes all but the id; gives the reference by which others
    /// name it.
    fn add(&mut self, part: &str, kind: &'static str, members: impl FnOnce(&mut Json)) -> Link {
        let link = self.begin(part, kind);
        members(&mut self.json);
        self.end(kind);
        link
    }

    #[inline(never)]
    fn begin(&mut self, part: &str, kind: &'static str) -> Link {
        let id = self.identity.of_part(part);
        let urn = urn(&id);
        self.json.open("{");
        self.json.text("fullUrl", &urn);
        self.json.open_member("resource", "{");
        self.json.text("resourceType", kind);
        self.json.text("id", &id);
        Link { urn, kind }
    }

    #[inline(never)]
    fn end(&mut self, kind: &str) {
        self.json.close_object();
        if self.kind == BundleKind::Transaction {
            self.json.object("request", |json| {
                json.text("method", "POST");
                json.text("url", kind);
            });
        }
        self.json.close_object();
    }
}

fn assemble(context: &Context<'_>) -> String {
    let Context { map, submission, release, .. } = *context;
    let identity = Identity::of(&context.json, &submission.subject, release);
    let entries = |json: Json| Entries { identity, kind: submission.kind, json };
    let mut others = entries(Json::default());
    let (mut members, mut sources) = (Vec::new(), Vec::new());
    if map.no_pain() {
        members.push(others.add("no-pain", OBSERVATION, |json| panel::no_pain(context, json)));
    }
    for (index, each) in (0..).zip(map.marks()) {
        let part = "mark/".to_owned() + &whole_text(index);
        let structure = (release == Release::R5).then(|| {
            let part = part.clone() + "/place";
            others.add(&part, "BodyStructure", |json| body_structure(context, each, json))
        });
        let write = |json: &mut Json| mark::observation(context, each, structure.as_ref(), json);
        let marked = others.add(&part, OBSERVATION, write);
        members.push(marked.clone());
        if let Some(found) = mark::palpated(each) {
            let write = |json: &mut Json| mark::palpation(context, found, marked, json);
            members.push(others.add(&(part + "/findings"), OBSERVATION, write));
        }
    }
    if let Some(answered) = &map.history {
        let write = |json: &mut Json| history::response(context, answered, json);
        sources.push(others.add("history", "QuestionnaireResponse", write));
    }
    for (view, svg) in panel::pictures(context) {
        let part = "picture/".to_owned() + view.as_str();
        let write = |json: &mut Json| panel::picture_document(context, view, &svg, json);
        sources.push(others.add(&part, DOCUMENT, write));
    }
    sources.push(others.add("record", DOCUMENT, |json| panel::record_document(context, json)));

    let mut json = Json::default();
    json.entry(|json| {
        let id = identity.bundle();
        json.text("resourceType", "Bundle");
        json.text("id", &id);
        json.object("identifier", |json| {
            json.text("system", URI);
            json.text("value", &urn(&id));
        });
        json.text("type", submission.kind.as_str());
        json.list("entry", |json| {
            // The panel first, as people read.
            let mut first = entries(Json::default());
            first.add("panel", OBSERVATION, |json| panel::panel(context, &members, &sources, json));
            json.append(&first.json);
            json.append(&others.json);
        });
    });
    json.into_text()
}
