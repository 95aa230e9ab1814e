//! A Bundle of ours, back as a record: from the attached record where it is there, else from the
//! resources.

mod findings;
mod history;
mod mark;
mod panel;
mod tree;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::codes::own_system;
use super::error::{ImportError, ImportReason};
use super::loss::Loss;
use super::panel::{JSON, RECORD_DOCUMENT};
use crate::record::PainMap;
use crate::record::limits::MAX_BYTES;
use tree::{Resources, codings, get, list, text};

/// Bytes of a Bundle's JSON text. A record near its own limit, drawn in every view and escaped at its
/// worst, stays below.
pub const MAX_BUNDLE_BYTES: usize = 32_000_000;
/// Values (objects, lists, texts, numbers …) of a Bundle, so that a small text can't take much memory.
pub const MAX_BUNDLE_VALUES: usize = 1_000_000;

/// What a Bundle held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The record.
    pub map: PainMap,
    /// Whether the Bundle held the record itself; it is then equal to the one that was exported.
    pub attached: bool,
    /// What the resources could not carry; nothing where the record was attached.
    pub losses: Vec<Loss>,
}

/// Reads a record from a Bundle that [`to_bundle`](super::to_bundle) made, R4 or R5, with or without the
/// attached record. A server may have given the resources other ids in between, and may have added
/// others: those are passed over.
///
/// # Errors
/// An [`ImportError`] that names the place and the reason, for whatever is no such Bundle.
///
/// ```
/// # use painmap::PainMap;
/// # use painmap::exchange::fhir::{Release, Submission, from_bundle, to_bundle};
/// # let map = PainMap::from_json(r#"{"format":"painmap/1","recorded":"2026-11-22T09:30:00Z","noPain":true}"#)?;
/// # let submission = Submission::new("Patient/17".parse()?, "Patient/17".parse()?);
/// let bundle = to_bundle(&map, &submission, Release::R5)?;
/// let imported = from_bundle(&bundle)?;
/// assert!(imported.map == map && imported.attached && imported.losses.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn from_bundle(text: &str) -> Result<Imported, ImportError> {
    let bundle = tree::parse(text)?;
    let resources = Resources::of(&bundle)?;
    if let Some(map) = attached(&resources)? {
        return Ok(Imported { map, attached: true, losses: Vec::new() });
    }
    let (map, losses) = panel::read(&resources)?;
    // All that a record must be is asked in one place: there.
    let text = map.to_json();
    if text.len() > MAX_BYTES {
        return Err(ImportError::new(String::new(), ImportReason::RecordTooLarge));
    }
    let map = PainMap::from_json(&text)
        .map_err(|error| ImportError::new(String::new(), ImportReason::Record(error)))?;
    Ok(Imported { map, attached: false, losses })
}

/// The record that is attached to a document of ours, where it is there.
fn attached(resources: &Resources<'_>) -> Result<Option<PainMap>, ImportError> {
    let system = own_system("document");
    let mut found = None;
    for resource in resources.of_type("DocumentReference") {
        let is_ours = get(resource.json, "type")
            .is_some_and(|kind| codings(kind).any(|coding| coding == (system.as_str(), RECORD_DOCUMENT)));
        for (index, content) in list(resource.json, "content").iter().enumerate().filter(|_| is_ours) {
            let attachment = get(content, "attachment");
            let member = |name| attachment.and_then(|attachment| get(attachment, name)).and_then(text);
            let (Some(JSON), Some(data)) = (member("contentType"), member("data")) else { continue };
            let place = format!("/content/{index}/attachment/data");
            let map = decode(data).map_err(|reason| resource.error(&place, reason))?;
            if found.replace(map).is_some() {
                return Err(resource.error(&place, ImportReason::Twice("attached records")));
            }
        }
    }
    Ok(found)
}

fn decode(data: &str) -> Result<PainMap, ImportReason> {
    if data.len() > MAX_BYTES.div_ceil(3) * 4 {
        return Err(ImportReason::RecordTooLarge);
    }
    let bytes = STANDARD.decode(data).map_err(|_| ImportReason::Expected("base64"))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| ImportReason::Expected("a text in UTF-8"))?;
    PainMap::from_json(text).map_err(ImportReason::Record)
}
