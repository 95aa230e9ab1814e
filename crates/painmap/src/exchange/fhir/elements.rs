//! The elements that our resources are made of: codings, concepts, references, components, extensions.
//!
//! Each is written where it stands, with its members in FHIR's order.

use super::codes::BASE;
use super::json::Json;

/// A system of codes.
#[derive(Debug, Clone, Copy)]
pub(super) enum System<'a> {
    /// One that others publish, by its address.
    Published(&'a str),
    /// One of our lists of words, by its name.
    Own(&'a str),
}

/// A code of a system.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coding<'a> {
    pub(super) system: System<'a>,
    pub(super) code: &'a str,
}

/// A code and what it says to people.
#[derive(Debug, Clone, Copy)]
pub(super) struct Concept<'a> {
    pub(super) coding: Coding<'a>,
    pub(super) text: &'a str,
}

/// What other resources call a resource of the same Bundle.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) urn: String,
    pub(super) kind: &'static str,
}

impl Coding<'_> {
    /// The members of a `Coding`.
    #[inline(never)]
    pub(super) fn write(&self, json: &mut Json) {
        match self.system {
            System::Published(address) => json.text("system", address),
            System::Own(list) => json.text("system", &[BASE, "/CodeSystem/", list].concat()),
        }
        json.text("code", self.code);
    }
}

impl Concept<'_> {
    /// A member that is a `CodeableConcept`.
    #[inline(never)]
    pub(super) fn put(&self, name: &str, json: &mut Json) {
        concept(name, &[self.coding], self.text, json);
    }

    /// A `CodeableConcept` as an entry of a list.
    pub(super) fn entry(&self, json: &mut Json) {
        json.entry(|json| concept_members(&[self.coding], self.text, json));
    }
}

/// A member that is a `CodeableConcept` of any number of codings, which mean the same.
#[inline(never)]
pub(super) fn concept(name: &str, codings: &[Coding<'_>], text: &str, json: &mut Json) {
    json.object(name, |json| concept_members(codings, text, json));
}

/// The members of a `CodeableConcept`.
#[inline(never)]
pub(super) fn concept_members(codings: &[Coding<'_>], text: &str, json: &mut Json) {
    json.list("coding", |json| {
        for coding in codings {
            json.entry(|json| coding.write(json));
        }
    });
    json.text("text", text);
}

/// A value that is a `CodeableConcept`.
pub(super) const CONCEPT: &str = "valueCodeableConcept";

/// A member that refers to a resource elsewhere, by a reference of the form `Type/id`.
#[inline(never)]
pub(super) fn reference(name: &str, to: &str, json: &mut Json) {
    json.object(name, |json| json.text("reference", to));
}

/// The members of a reference to a resource of the same Bundle.
#[inline(never)]
pub(super) fn link(to: &Link, json: &mut Json) {
    json.text("reference", &to.urn);
    json.text("type", to.kind);
}

/// A list of references to resources of the same Bundle.
#[inline(never)]
pub(super) fn links(name: &str, to: &[Link], json: &mut Json) {
    json.list(name, |json| {
        for each in to {
            json.entry(|json| link(each, json));
        }
    });
}

/// A component of an Observation: what was asked, and the member that answers it.
pub(super) fn component(code: &Concept<'_>, json: &mut Json, value: impl FnOnce(&mut Json)) {
    json.entry(|json| {
        code.put("code", json);
        value(json);
    });
}

/// An extension that holds further ones; one that holds a value has no others (rule ext-1).
pub(super) fn extension(url: &str, json: &mut Json, parts: impl FnOnce(&mut Json)) {
    json.entry(|json| {
        json.list("extension", parts);
        json.text("url", url);
    });
}

/// An extension that holds a text: a `valueString`, a `valueCode`.
#[inline(never)]
pub(super) fn text_extension(url: &str, kind: &str, value: &str, json: &mut Json) {
    json.entry(|json| {
        json.text("url", url);
        json.text(kind, value);
    });
}

/// An extension that holds a whole number.
#[inline(never)]
pub(super) fn whole_extension(url: &str, value: i32, json: &mut Json) {
    json.entry(|json| {
        json.text("url", url);
        json.whole("valueInteger", value);
    });
}

/// A length or a pressure, in a unit of UCUM.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quantity {
    pub(super) value: i32,
    pub(super) unit: &'static str,
    pub(super) code: &'static str,
}

impl Quantity {
    /// The members of a `Quantity`.
    pub(super) fn write(&self, json: &mut Json) {
        json.whole("value", self.value);
        json.text("unit", self.unit);
        json.text("system", super::codes::UCUM);
        json.text("code", self.code);
    }
}
