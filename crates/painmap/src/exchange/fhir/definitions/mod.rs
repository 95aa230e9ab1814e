//! The names under our base, defined as FHIR resources: extensions, code systems and value sets. They are made
//! from what the Bundles are made of, so that the two can't part.

mod lists;
mod structures;

use super::bundle::Release;
use super::codes::{BASE, own_system};
use super::json::Json;
use lists::{List, lists};
use structures::{EXTENSIONS, structure};

/// The definitions of everything of ours that a Bundle of this release may hold, as a Bundle: a
/// `StructureDefinition` for each extension, a `CodeSystem` and a `ValueSet` for each list of words. The same
/// version gives the same bytes.
///
/// ```
/// use painmap::exchange::fhir::{Release, definitions};
/// let bundle = definitions(Release::R4);
/// assert!(bundle.contains(r#""url":"http://painmap.invalid/fhir/StructureDefinition/mark""#));
/// assert!(bundle.contains(r#""url":"http://painmap.invalid/fhir/CodeSystem/depth""#));
/// ```
#[must_use]
pub fn definitions(release: Release) -> String {
    let mut json = Json::default();
    json.entry(|json| {
        json.text("resourceType", "Bundle");
        json.text("id", "painmap-definitions");
        json.text("type", "collection");
        json.list("entry", |json| {
            for extension in &EXTENSIONS {
                let name = Name { kind: "StructureDefinition", word: extension.name };
                resource(&name, extension.meaning, json, |json| structure(extension, release, json));
            }
            for list in lists() {
                let name = Name { kind: "CodeSystem", word: list.name };
                resource(&name, list.meaning, json, |json| code_system(&list, json));
            }
            for list in lists() {
                let name = Name { kind: "ValueSet", word: list.name };
                resource(&name, list.meaning, json, |json| {
                    json.object("compose", |json| {
                        json.list("include", |json| {
                            json.entry(|json| json.text("system", &own_system(list.name)));
                        });
                    });
                });
            }
        });
    });
    json.into_text()
}

/// A resource's type and its word under our base.
struct Name {
    kind: &'static str,
    word: &'static str,
}

impl Name {
    fn url(&self) -> String {
        [BASE, "/", self.kind, "/", self.word].concat()
    }

    /// As programs want it: `PainmapNotCarried`.
    fn for_programs(&self) -> String {
        let mut name = String::from("Painmap");
        for part in self.word.split('-') {
            let mut letters = part.chars();
            name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            name.push_str(letters.as_str());
        }
        name
    }
}

/// The address of the value set of one of our lists.
fn value_set(list: &str) -> String {
    [BASE, "/ValueSet/", list].concat()
}

/// An entry with a resource, of which `rest` writes what is its own.
fn resource(name: &Name, meaning: &str, json: &mut Json, rest: impl FnOnce(&mut Json)) {
    json.entry(|json| {
        json.text("fullUrl", &name.url());
        json.object("resource", |json| {
            json.text("resourceType", name.kind);
            json.text("id", name.word);
            json.text("url", &name.url());
            json.text("version", env!("CARGO_PKG_VERSION"));
            json.text("name", &name.for_programs());
            json.text("title", &["painmap: ", &name.word.replace('-', " ")].concat());
            json.text("status", "draft");
            json.text("description", meaning);
            rest(json);
        });
    });
}

fn code_system(list: &List, json: &mut Json) {
    json.boolean("caseSensitive", true);
    json.text("valueSet", &value_set(list.name));
    json.text("content", "complete");
    json.whole("count", i32::try_from(list.words.len()).unwrap_or(i32::MAX));
    json.list("concept", |json| {
        for (code, display) in &list.words {
            json.entry(|json| {
                json.text("code", code);
                json.text("display", display);
            });
        }
    });
}
