//! Our extensions as structure definitions: which members each has, of which type, and how often.

use super::lists::{AUTHOR, CROP, FIGURE, NOT_CARRIED, VIEW};
use super::value_set;
use crate::exchange::fhir::bundle::Release;
use crate::exchange::fhir::codes::extension_url;
use crate::exchange::fhir::extensions::{MARK, RADIATION, RECORD, member};
use crate::exchange::fhir::json::Json;

/// One of our extensions.
pub(super) struct Extension {
    pub(super) name: &'static str,
    pub(super) meaning: &'static str,
    /// The element on which it stands.
    on: &'static str,
    members: &'static [Member],
}

/// A member: an extension in the extension.
struct Member {
    name: &'static str,
    meaning: &'static str,
    often: Often,
    value: Value,
}

/// How often a member stands there.
#[derive(Clone, Copy)]
enum Often {
    Once,
    AtMostOnce,
    AnyNumber,
}

/// What a member holds.
#[derive(Clone, Copy)]
enum Value {
    Text,
    /// A word of one of our lists.
    Word(&'static str),
    Whole,
    Flag,
    /// Members of its own.
    Members(&'static [Member]),
}

const fn has(name: &'static str, often: Often, value: Value, meaning: &'static str) -> Member {
    Member { name, meaning, often, value }
}

const FIGURE_MEMBER: Member =
    has(member::FIGURE, Often::Once, Value::Word(FIGURE), "The figure on which the marks were made.");
const ATLAS_MEMBER: Member =
    has(member::ATLAS, Often::AtMostOnce, Value::Text, "The version of the atlas on which they were made.");
const VIEW_MEMBER: Member = has(member::VIEW, Often::Once, Value::Word(VIEW), "From where the body is seen.");

/// Every extension of ours.
pub(super) const EXTENSIONS: [Extension; 3] = [
    Extension {
        name: RECORD,
        meaning: "What a pain map says of itself, and what of it the Bundle's resources don't carry.",
        on: "Observation",
        members: &[
            has(member::FORMAT, Often::Once, Value::Text, "The format of the record, such as painmap/1."),
            FIGURE_MEMBER,
            ATLAS_MEMBER,
            has(
                member::SHOWN,
                Often::AnyNumber,
                Value::Members(&[
                    VIEW_MEMBER,
                    has(member::CROP, Often::Once, Value::Word(CROP), "The part of it that was shown."),
                ]),
                "A view that was offered: what was not offered could not be marked.",
            ),
            has(
                member::TIME_GIVEN,
                Often::AtMostOnce,
                Value::Flag,
                "True where the caller gave the time, and not the record.",
            ),
            has(
                member::NOT_CARRIED,
                Often::AnyNumber,
                Value::Members(&[
                    has(member::KIND, Often::Once, Value::Word(NOT_CARRIED), "What kind of thing it is."),
                    has(
                        member::PLACE,
                        Often::AtMostOnce,
                        Value::Text,
                        "A JSON Pointer into the record; absent for the record as a whole.",
                    ),
                ]),
                "Something of the record that the Bundle's resources don't carry.",
            ),
        ],
    },
    Extension {
        name: MARK,
        meaning: "Where a mark is, in whole body units (1/10000 of the stature) of a figure and an atlas: y \
            from the top of the head down; x from the midline to the person's left, in the side views from the \
            ankle to the front.",
        on: "Observation",
        members: &[
            has(member::ID, Often::Once, Value::Text, "The mark's id in its record."),
            has(member::BY, Often::AtMostOnce, Value::Word(AUTHOR), "Whose hand made the mark."),
            VIEW_MEMBER,
            FIGURE_MEMBER,
            ATLAS_MEMBER,
            has(member::X, Often::AtMostOnce, Value::Whole, "Of a spot, across."),
            has(member::Y, Often::AtMostOnce, Value::Whole, "Of a spot, down from the top of the head."),
            has(member::RADIUS, Often::AtMostOnce, Value::Whole, "Of a spot that the person sized."),
            has(member::OUTLINE, Often::AtMostOnce, Value::Text, "Of an area: its corners as x,y x,y."),
        ],
    },
    Extension {
        name: RADIATION,
        meaning: "The path along which the pain spreads, in the units of the mark's own extension.",
        on: "Observation.component",
        members: &[
            VIEW_MEMBER,
            has(member::PATH, Often::Once, Value::Text, "Its points as x,y x,y, from the mark on."),
            has(member::INTENSITY, Often::AtMostOnce, Value::Whole, "How strong it is there, 0 to 10."),
        ],
    },
];

/// What is a structure definition's own.
pub(super) fn structure(extension: &Extension, release: Release, json: &mut Json) {
    json.text(
        "fhirVersion",
        match release {
            Release::R4 => "4.0.1",
            Release::R5 => "5.0.0",
        },
    );
    json.text("kind", "complex-type");
    json.boolean("abstract", false);
    json.list("context", |json| {
        json.entry(|json| {
            json.text("type", "element");
            json.text("expression", extension.on);
        });
    });
    json.text("type", "Extension");
    json.text("baseDefinition", "http://hl7.org/fhir/StructureDefinition/Extension");
    json.text("derivation", "constraint");
    json.object("differential", |json| {
        json.list("element", |json| {
            let root = Place { id: "Extension".to_owned(), path: "Extension".to_owned() };
            element(&root, json, |json| {
                json.text("definition", extension.meaning);
                often(Often::AtMostOnce, json);
            });
            members(&root, extension.members, json);
            element(&root.child("url"), json, |json| json.text("fixedUri", &extension_url(extension.name)));
            element(&root.child("value[x]"), json, |json| json.text("max", "0"));
        });
    });
}

/// Where an element stands: with the names of slices, and without.
struct Place {
    id: String,
    path: String,
}

impl Place {
    fn child(&self, name: &str) -> Self {
        Self { id: [&self.id, ".", name].concat(), path: [&self.path, ".", name].concat() }
    }

    fn slice(&self, name: &str) -> Self {
        Self { id: [&self.id, ":", name].concat(), path: self.path.clone() }
    }
}

fn element(place: &Place, json: &mut Json, rest: impl FnOnce(&mut Json)) {
    json.entry(|json| {
        json.text("id", &place.id);
        json.text("path", &place.path);
        rest(json);
    });
}

fn often(often: Often, json: &mut Json) {
    json.whole("min", i32::from(matches!(often, Often::Once)));
    json.text("max", if matches!(often, Often::AnyNumber) { "*" } else { "1" });
}

fn members(of: &Place, members: &[Member], json: &mut Json) {
    let all = of.child("extension");
    element(&all, json, |json| {
        json.object("slicing", |json| {
            json.list("discriminator", |json| {
                json.entry(|json| {
                    json.text("type", "value");
                    json.text("path", "url");
                });
            });
            json.text("rules", "open");
        });
    });
    for each in members {
        let place = all.slice(each.name);
        element(&place, json, |json| {
            json.text("sliceName", each.name);
            json.text("definition", each.meaning);
            often(each.often, json);
        });
        if let Value::Members(inner) = each.value {
            self::members(&place, inner, json);
        } else {
            element(&place.child("extension"), json, |json| json.text("max", "0"));
        }
        element(&place.child("url"), json, |json| json.text("fixedUri", each.name));
        element(&place.child("value[x]"), json, |json| value(each.value, json));
    }
}

fn value(value: Value, json: &mut Json) {
    let (kind, list) = match value {
        Value::Members(_) => return json.text("max", "0"),
        Value::Text => ("string", None),
        Value::Word(list) => ("code", Some(list)),
        Value::Whole => ("integer", None),
        Value::Flag => ("boolean", None),
    };
    json.whole("min", 1);
    json.list("type", |json| json.entry(|json| json.text("code", kind)));
    if let Some(list) = list {
        json.object("binding", |json| {
            json.text("strength", "required");
            json.text("valueSet", &value_set(list));
        });
    }
}
