//! A Bundle as a tree: bounded, and looked through without trust.

use std::collections::HashMap;

use super::{MAX_BUNDLE_BYTES, MAX_BUNDLE_VALUES};
use crate::exchange::fhir::codes::own_system;
use crate::exchange::fhir::error::{ImportError, ImportReason};
use crate::record::{Json, scan};

/// Reads the text, where it is not too large.
pub(super) fn parse(text: &str) -> Result<Json, ImportError> {
    if text.len() > MAX_BUNDLE_BYTES {
        return Err(ImportError::new(String::new(), ImportReason::TooLarge));
    }
    if values(text) > MAX_BUNDLE_VALUES {
        return Err(ImportError::new(String::new(), ImportReason::TooManyValues));
    }
    Ok(scan(text)?)
}

/// How many values the text holds at most: before each one stands a bracket or a comma, or it is the first.
fn values(text: &str) -> usize {
    let (mut count, mut in_text, mut escaped) = (1, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' | b',' if !in_text => count += 1,
            _ => {}
        }
    }
    count
}

/// A member of an object; none of anything else.
pub(super) fn get<'j>(json: &'j Json, name: &str) -> Option<&'j Json> {
    let Json::Members(members) = json else { return None };
    let index = members.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
    members.get(index).map(|(_, value)| value)
}

/// The entries of a member that is a list; nothing else has any.
pub(super) fn list<'j>(json: &'j Json, name: &str) -> &'j [Json] {
    match get(json, name) {
        Some(Json::List(entries)) => entries,
        _ => &[],
    }
}

pub(super) fn text(json: &Json) -> Option<&str> {
    if let Json::Text(text) = json { Some(text) } else { None }
}

pub(super) fn boolean(json: &Json) -> Option<bool> {
    if let Json::Bool(value) = json { Some(*value) } else { None }
}

pub(super) fn whole<T: TryFrom<i64>>(json: &Json) -> Option<T> {
    let Json::Number(number) = json else { return None };
    T::try_from(number.parse::<i64>().ok()?).ok()
}

/// The system and the code of each coding of a concept.
pub(super) fn codings(concept: &Json) -> impl Iterator<Item = (&str, &str)> {
    let part = |coding, name| get(coding, name).and_then(text);
    list(concept, "coding")
        .iter()
        .filter_map(move |coding| Some((part(coding, "system")?, part(coding, "code")?)))
}

/// The word of one of our lists among the codings of a concept.
pub(super) fn own_word<'j>(concept: &'j Json, list: &str) -> Option<&'j str> {
    let system = own_system(list);
    codings(concept).find(|(known, _)| *known == system).map(|(_, word)| word)
}

/// The extensions of this address, or the parts of this name of an extension.
pub(super) fn extensions<'j>(json: &'j Json, url: &str) -> impl Iterator<Item = &'j Json> {
    let named = move |extension: &&Json| get(extension, "url").and_then(text) == Some(url);
    list(json, "extension").iter().filter(named)
}

/// The value of a part of an extension.
pub(super) fn part<'j>(extension: &'j Json, name: &str, value: &str) -> Option<&'j Json> {
    extensions(extension, name).next().and_then(|part| get(part, value))
}

/// One resource of a Bundle.
#[derive(Debug)]
pub(super) struct Resource<'j> {
    pub(super) json: &'j Json,
    kind: &'j str,
    index: usize,
}

impl Resource<'_> {
    /// Where it stands in the Bundle.
    pub(super) fn pointer(&self) -> String {
        format!("/entry/{}/resource", self.index)
    }

    /// A fault at a place within it.
    pub(super) fn error(&self, place: &str, reason: ImportReason) -> ImportError {
        ImportError::new(self.pointer() + place, reason)
    }

    pub(super) fn expected(&self, place: &str, kind: &'static str) -> ImportError {
        self.error(place, ImportReason::Expected(kind))
    }

    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }
}

/// The resources of a Bundle, by address and by type and id.
#[derive(Debug)]
pub(super) struct Resources<'j> {
    all: Vec<Resource<'j>>,
    by_name: HashMap<String, usize>,
}

impl<'j> Resources<'j> {
    pub(super) fn of(bundle: &'j Json) -> Result<Self, ImportError> {
        let fail = |place: &str, kind| Err(ImportError::new(place.to_owned(), ImportReason::Expected(kind)));
        if !matches!(bundle, Json::Members(_)) {
            return fail("", "an object");
        }
        if get(bundle, "resourceType").and_then(text) != Some("Bundle") {
            return fail("/resourceType", "\"Bundle\"");
        }
        let mut resources = Self { all: Vec::new(), by_name: HashMap::new() };
        for (index, entry) in list(bundle, "entry").iter().enumerate() {
            let Some(json) = get(entry, "resource") else { continue };
            let Some(kind) = get(json, "resourceType").and_then(text) else { continue };
            let names = [
                get(entry, "fullUrl").and_then(text).map(str::to_owned),
                get(json, "id").and_then(text).map(|id| format!("{kind}/{id}")),
            ];
            for name in names.into_iter().flatten() {
                resources.by_name.entry(name).or_insert(resources.all.len());
            }
            resources.all.push(Resource { json, kind, index });
        }
        Ok(resources)
    }

    pub(super) fn of_type(&self, kind: &str) -> impl Iterator<Item = &Resource<'j>> {
        self.all.iter().filter(move |resource| resource.is(kind))
    }

    /// The resource that a reference names, where the Bundle holds it.
    pub(super) fn find(&self, reference: &Json) -> Option<&Resource<'j>> {
        let name = get(reference, "reference").and_then(text)?;
        self.by_name.get(name).and_then(|&index| self.all.get(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_outside_of_texts() {
        assert_eq!(values("1"), 1);
        assert_eq!(values(r#"{"a":[1,2,"x,[\",{"]}"#), 5);
    }

    #[test]
    fn many_small_values_are_refused_before_they_take_memory() {
        let text = format!("[{}0]", "0,".repeat(MAX_BUNDLE_VALUES));
        assert_eq!(*parse(&text).unwrap_err().reason(), ImportReason::TooManyValues);
        let text = " ".repeat(MAX_BUNDLE_BYTES + 1);
        assert_eq!(*parse(&text).unwrap_err().reason(), ImportReason::TooLarge);
    }
}
