//! The FHIR types that we write, as far as we write them; R4 and R5 differ in a few members only.

use serde::Serialize;

/// A set of resources.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bundle {
    pub(super) resource_type: &'static str,
    pub(super) id: String,
    pub(super) identifier: Identifier,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) entry: Vec<Entry>,
}

#[derive(Debug, Serialize)]
pub(super) struct Identifier {
    pub(super) system: &'static str,
    pub(super) value: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry {
    pub(super) full_url: String,
    pub(super) resource: Resource,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) request: Option<Request>,
}

/// What a server is asked to do with an entry of a transaction.
#[derive(Debug, Serialize)]
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) url: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(tag = "resourceType")]
pub(super) enum Resource {
    Observation(Box<Observation>),
    BodyStructure(BodyStructure),
    DocumentReference(DocumentReference),
    QuestionnaireResponse(QuestionnaireResponse),
}

impl From<Observation> for Resource {
    fn from(observation: Observation) -> Self {
        Self::Observation(Box::new(observation))
    }
}

impl Resource {
    pub(super) const fn type_name(&self) -> &'static str {
        match self {
            Self::Observation(_) => "Observation",
            Self::BodyStructure(_) => "BodyStructure",
            Self::DocumentReference(_) => "DocumentReference",
            Self::QuestionnaireResponse(_) => "QuestionnaireResponse",
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Observation {
    pub(super) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meta: Option<Meta>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Extension>,
    pub(super) status: &'static str,
    pub(super) category: Vec<CodeableConcept>,
    pub(super) code: CodeableConcept,
    pub(super) subject: Reference,
    pub(super) effective_date_time: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) performer: Vec<Reference>,
    #[serde(flatten)]
    pub(super) value: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) note: Vec<Annotation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body_site: Option<CodeableConcept>,
    /// R5 alone, and never beside `body_site` (rule obs-8).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) body_structure: Option<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) has_member: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) derived_from: Vec<Reference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) component: Vec<Component>,
}

#[derive(Debug, Serialize)]
pub(super) struct Meta {
    pub(super) profile: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
pub(super) struct Component {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Extension>,
    pub(super) code: CodeableConcept,
    #[serde(flatten)]
    pub(super) value: Value,
}

impl Component {
    pub(super) const fn new(code: CodeableConcept, value: Value) -> Self {
        Self { extension: Vec::new(), code, value }
    }
}

#[derive(Debug, Serialize)]
pub(super) struct Annotation {
    pub(super) text: String,
}

/// R5 alone: R4's has no landmarks.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BodyStructure {
    pub(super) id: String,
    pub(super) included_structure: [IncludedStructure; 1],
    pub(super) description: String,
    pub(super) patient: Reference,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IncludedStructure {
    pub(super) structure: CodeableConcept,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) laterality: Option<CodeableConcept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) body_landmark_orientation: Vec<LandmarkOrientation>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LandmarkOrientation {
    pub(super) landmark_description: [CodeableConcept; 1],
    pub(super) distance_from_landmark: [LandmarkDistance; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) surface_orientation: Vec<CodeableConcept>,
}

#[derive(Debug, Serialize)]
pub(super) struct LandmarkDistance {
    pub(super) value: [Quantity; 1],
}

#[derive(Debug, Serialize)]
pub(super) struct DocumentReference {
    pub(super) id: String,
    pub(super) status: &'static str,
    #[serde(rename = "type")]
    pub(super) kind: CodeableConcept,
    pub(super) subject: Reference,
    pub(super) date: String,
    pub(super) content: [Content; 1],
}

#[derive(Debug, Serialize)]
pub(super) struct Content {
    pub(super) attachment: Attachment,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attachment {
    pub(super) content_type: &'static str,
    pub(super) data: String,
    pub(super) title: String,
}

#[derive(Debug, Serialize)]
pub(super) struct QuestionnaireResponse {
    pub(super) id: String,
    pub(super) questionnaire: String,
    pub(super) status: &'static str,
    pub(super) subject: Reference,
    pub(super) authored: String,
    pub(super) author: Reference,
    pub(super) source: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item: Vec<Item>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    pub(super) link_id: &'static str,
    pub(super) text: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) answer: Vec<ItemAnswer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item: Vec<Self>,
}

#[derive(Debug, Serialize)]
pub(super) struct ItemAnswer {
    #[serde(flatten)]
    pub(super) value: Value,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) item: Vec<Item>,
}

/// What we put where FHIR has `value[x]`.
#[derive(Debug, Clone, Serialize)]
pub(super) enum Value {
    #[serde(rename = "valueBoolean")]
    Boolean(bool),
    #[serde(rename = "valueInteger")]
    Integer(i32),
    #[serde(rename = "valueString")]
    Text(String),
    #[serde(rename = "valueCode")]
    Code(&'static str),
    #[serde(rename = "valueDateTime")]
    DateTime(String),
    #[serde(rename = "valueCoding")]
    Coding(Coding),
    #[serde(rename = "valueCodeableConcept")]
    Concept(CodeableConcept),
    #[serde(rename = "valueQuantity")]
    Quantity(Quantity),
}

/// An extension: a value, or further extensions, never both (rule ext-1).
#[derive(Debug, Clone, Serialize)]
pub(super) struct Extension {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Self>,
    pub(super) url: String,
    #[serde(flatten)]
    pub(super) value: Option<Value>,
}

impl Extension {
    pub(super) fn simple(url: &str, value: Value) -> Self {
        Self { extension: Vec::new(), url: url.to_owned(), value: Some(value) }
    }

    pub(super) fn complex(url: &str, extension: Vec<Self>) -> Self {
        Self { extension, url: url.to_owned(), value: None }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct CodeableConcept {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) extension: Vec<Extension>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) coding: Vec<Coding>,
    pub(super) text: String,
}

impl CodeableConcept {
    pub(super) fn new(coding: impl Into<Vec<Coding>>, text: impl Into<String>) -> Self {
        Self { extension: Vec::new(), coding: coding.into(), text: text.into() }
    }
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Coding {
    pub(super) system: String,
    pub(super) code: String,
    /// What people read, where no concept stands round the coding to say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) display: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Quantity {
    pub(super) value: i32,
    pub(super) unit: &'static str,
    pub(super) system: &'static str,
    pub(super) code: &'static str,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Reference {
    pub(super) reference: String,
    /// Of what type the resource is, where the reference itself doesn't say it.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<&'static str>,
}

impl Reference {
    /// A reference of the form `Type/id`.
    pub(super) fn to(reference: &str) -> Self {
        Self { reference: reference.to_owned(), kind: None }
    }
}
