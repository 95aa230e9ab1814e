//! The record from the panel and what it names.

use super::tree::{Resource, Resources, boolean, codings, extensions, get, list, part, text};
use super::{findings, history, mark};
use crate::anatomy::{Crop, Figure, View};
use crate::exchange::fhir::codes::{PANEL, SYMPTOM_ABSENT, extension_url, is_loinc};
use crate::exchange::fhir::error::{ImportError, ImportReason};
use crate::exchange::fhir::extensions::{MARK, MOST_LOSSES, RECORD, member};
use crate::exchange::fhir::loss::{Loss, LossKind};
use crate::exchange::fhir::text::plain;
use crate::record::limits::{MAX_ENTRIES, MAX_MARKS, MAX_NOTE_CHARACTERS, MAX_SHORT_CHARACTERS};
use crate::record::{FORMAT, Json, MarkId, Moment, PainMap, Shown};

/// Members of a panel: each mark with its findings, and "no pain".
const MOST_MEMBERS: usize = 2 * MAX_MARKS + 1;

/// The record, and what of it the Bundle doesn't hold.
pub(super) fn read(resources: &Resources<'_>) -> Result<(PainMap, Vec<Loss>), ImportError> {
    let (panel, about) = find(resources)?;
    let mut map = blank(panel, about)?;
    let mut losses = not_carried(panel, about)?;
    if part(about, member::TIME_GIVEN, "valueBoolean").and_then(boolean) != Some(true) {
        let time = get(panel.json, "effectiveDateTime").and_then(text);
        map.recorded = time.and_then(Moment::new);
        if map.recorded.is_none() {
            losses.push(Loss { place: "/recorded".to_owned(), kind: LossKind::Time });
        }
    }
    map.note = note(panel)?;
    let (mut marked, mut examined) = (Vec::new(), Vec::new());
    let members = list(panel.json, "hasMember");
    if members.len() > MOST_MEMBERS {
        return Err(panel.expected("/hasMember", "a list of 401 members at most"));
    }
    for (index, member) in members.iter().enumerate() {
        let found = resources.find(member).filter(|resource| resource.is("Observation"));
        match found {
            Some(resource) if extensions(resource.json, &extension_url(MARK)).next().is_some() => {
                marked.push(resource);
            }
            Some(resource) if findings::are_in(resource) => examined.push(resource),
            Some(resource) if has_code(resource, SYMPTOM_ABSENT) => map.no_pain = true,
            Some(resource) => losses.push(Loss { place: resource.pointer(), kind: LossKind::Mark }),
            None => {
                let place = format!("{}/hasMember/{index}", panel.pointer());
                losses.push(Loss { place, kind: LossKind::Mark });
            }
        }
    }
    for resource in &marked {
        let mark = mark::read(resource)?;
        map.add(mark).map_err(|refusal| resource.error("", ImportReason::Refused(refusal)))?;
    }
    for resource in examined {
        let named = list(resource.json, "derivedFrom").first().and_then(|marked| resources.find(marked));
        let id = named.and_then(mark::id_of);
        match id.and_then(|id| position(&map, &id)) {
            Some(index) => set_findings(&mut map, index, resource)?,
            None => losses.push(Loss { place: resource.pointer(), kind: LossKind::Mark }),
        }
    }
    for source in list(panel.json, "derivedFrom") {
        match resources.find(source) {
            Some(resource) if resource.is("QuestionnaireResponse") => {
                if map.history.is_some() {
                    return Err(resource.error("", ImportReason::Twice("histories")));
                }
                map.history = Some(history::read(resource)?);
            }
            None if names_response(source) => {
                losses.push(Loss { place: "/history".to_owned(), kind: LossKind::History });
            }
            _ => {}
        }
    }
    Ok((map, losses))
}

/// The one panel, with its extension.
fn find<'r, 'j>(resources: &'r Resources<'j>) -> Result<(&'r Resource<'j>, &'j Json), ImportError> {
    let url = extension_url(RECORD);
    let mut panels = resources
        .of_type("Observation")
        .filter(|resource| has_code(resource, PANEL))
        .filter_map(|resource| Some((resource, extensions(resource.json, &url).next()?)));
    let Some(panel) = panels.next() else {
        return Err(ImportError::new("/entry".to_owned(), ImportReason::NoPanel));
    };
    match panels.next() {
        Some((second, _)) => Err(second.error("", ImportReason::Twice("panels"))),
        None => Ok(panel),
    }
}

/// The record with what its panel's extension says.
fn blank(panel: &Resource<'_>, about: &Json) -> Result<PainMap, ImportError> {
    let word = |name, value| part(about, name, value).and_then(text);
    let fail = |kind| panel.expected("/extension", kind);
    if word(member::FORMAT, "valueString") != Some(FORMAT) {
        return Err(fail("of the format \"painmap/1\""));
    }
    let figure = match word(member::FIGURE, "valueCode") {
        Some(word) => word.parse().map_err(|_| fail("of a known figure"))?,
        None => Figure::Neutral,
    };
    let mut map = PainMap::new(figure);
    map.atlas = word(member::ATLAS, "valueString").map(str::to_owned);
    if map.atlas().is_some_and(|atlas| atlas.chars().count() > MAX_SHORT_CHARACTERS) {
        return Err(fail("of an atlas with a name of 64 characters at most"));
    }
    for shown in extensions(about, member::SHOWN) {
        let word = |name| part(shown, name, "valueCode").and_then(text);
        let view: Option<View> = word(member::VIEW).and_then(|word| word.parse().ok());
        let crop: Option<Crop> = word(member::CROP).and_then(|word| word.parse().ok());
        match (view, crop) {
            (Some(view), Some(crop)) if map.shown.len() < MAX_ENTRIES => {
                map.shown.push(Shown::new(view, crop));
            }
            _ => return Err(fail("of known views, 50 at most")),
        }
    }
    Ok(map)
}

/// What the exporter said that it could not write.
fn not_carried(panel: &Resource<'_>, about: &Json) -> Result<Vec<Loss>, ImportError> {
    let told = extensions(about, member::NOT_CARRIED).take(MOST_LOSSES);
    let loss = |told| {
        let kind = part(told, member::KIND, "valueCode").and_then(text).and_then(|kind| kind.parse().ok());
        let place = part(told, member::PLACE, "valueString").and_then(text).unwrap_or_default().to_owned();
        match kind {
            Some(kind) if is_pointer(&place) => Ok(Loss { place, kind }),
            _ => Err(panel.expected("/extension", "of known losses")),
        }
    };
    told.map(loss).collect()
}

/// Whether the text is one of the exporter's own pointers, which have no letters of strangers.
fn is_pointer(place: &str) -> bool {
    place.len() <= MAX_SHORT_CHARACTERS
        && place.bytes().all(|byte| byte == b'/' || byte.is_ascii_alphanumeric())
}

/// The text of the first note, as it was before Markdown.
pub(super) fn note(resource: &Resource<'_>) -> Result<Option<String>, ImportError> {
    let Some(note) = list(resource.json, "note").first().and_then(|note| get(note, "text")).and_then(text)
    else {
        return Ok(None);
    };
    let note = plain(note);
    if note.chars().count() > MAX_NOTE_CHARACTERS {
        return Err(resource.expected("/note/0/text", "a note of 4000 characters at most"));
    }
    Ok(Some(note))
}

fn has_code(resource: &Resource<'_>, wanted: &str) -> bool {
    get(resource.json, "code")
        .is_some_and(|code| codings(code).any(|(system, code)| is_loinc(system, code, wanted)))
}

fn names_response(reference: &Json) -> bool {
    let member = |name| get(reference, name).and_then(text);
    member("type") == Some("QuestionnaireResponse")
        || member("reference").is_some_and(|name| name.contains("QuestionnaireResponse/"))
}

fn position(map: &PainMap, id: &MarkId) -> Option<usize> {
    map.marks().position(|mark| mark.id() == id)
}

fn set_findings(map: &mut PainMap, index: usize, resource: &Resource<'_>) -> Result<(), ImportError> {
    let Some(mark) = map.marks.get_mut(index).map(std::sync::Arc::make_mut) else { return Ok(()) };
    if mark.findings.is_some() {
        return Err(resource.error("", ImportReason::Twice("findings at one mark")));
    }
    mark.findings = findings::read(resource)?;
    Ok(())
}
