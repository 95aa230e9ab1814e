//! The FHIR types that we write, as far as we write them; R4 and R5 differ in a few members only.

use super::json::{Members, Write, objects};

objects! {
    /// A set of resources.
    #[derive(Debug)]
    Bundle {
        resource_type: &'static str = "resourceType",
        id: String = "id",
        identifier: Identifier = "identifier",
        kind: &'static str = "type",
        entry: Vec<Entry> = "entry",
    }

    #[derive(Debug)]
    Identifier {
        system: &'static str = "system",
        value: String = "value",
    }

    #[derive(Debug)]
    Entry {
        full_url: String = "fullUrl",
        resource: Resource = "resource",
        request: Option<Request> = "request",
    }

    /// What a server is asked to do with an entry of a transaction.
    #[derive(Debug)]
    Request {
        method: &'static str = "method",
        url: &'static str = "url",
    }

    #[derive(Debug)]
    Observation {
        id: String = "id",
        meta: Option<Meta> = "meta",
        extension: Vec<Extension> = "extension",
        status: &'static str = "status",
        category: Vec<CodeableConcept> = "category",
        code: CodeableConcept = "code",
        subject: Reference = "subject",
        effective_date_time: String = "effectiveDateTime",
        performer: Vec<Reference> = "performer",
        value: Option<Value> = "value",
        note: Vec<Annotation> = "note",
        body_site: Option<CodeableConcept> = "bodySite",
        /// R5 alone, and never beside `body_site` (rule obs-8).
        body_structure: Option<Reference> = "bodyStructure",
        has_member: Vec<Reference> = "hasMember",
        derived_from: Vec<Reference> = "derivedFrom",
        component: Vec<Component> = "component",
    }

    #[derive(Debug)]
    Meta {
        profile: Vec<&'static str> = "profile",
    }

    #[derive(Debug)]
    Component {
        extension: Vec<Extension> = "extension",
        code: CodeableConcept = "code",
        value: Value = "value",
    }

    #[derive(Debug)]
    Annotation {
        text: String = "text",
    }

    /// R5 alone: R4's has no landmarks.
    #[derive(Debug)]
    BodyStructure {
        id: String = "id",
        included_structure: [IncludedStructure; 1] = "includedStructure",
        description: String = "description",
        patient: Reference = "patient",
    }

    #[derive(Debug)]
    IncludedStructure {
        structure: CodeableConcept = "structure",
        laterality: Option<CodeableConcept> = "laterality",
        body_landmark_orientation: Vec<LandmarkOrientation> = "bodyLandmarkOrientation",
    }

    #[derive(Debug)]
    LandmarkOrientation {
        landmark_description: [CodeableConcept; 1] = "landmarkDescription",
        distance_from_landmark: [LandmarkDistance; 1] = "distanceFromLandmark",
        surface_orientation: Vec<CodeableConcept> = "surfaceOrientation",
    }

    #[derive(Debug)]
    LandmarkDistance {
        value: [Quantity; 1] = "value",
    }

    #[derive(Debug)]
    DocumentReference {
        id: String = "id",
        status: &'static str = "status",
        kind: CodeableConcept = "type",
        subject: Reference = "subject",
        date: String = "date",
        content: [Content; 1] = "content",
    }

    #[derive(Debug)]
    Content {
        attachment: Attachment = "attachment",
    }

    #[derive(Debug)]
    Attachment {
        content_type: &'static str = "contentType",
        data: String = "data",
        title: String = "title",
    }

    #[derive(Debug)]
    QuestionnaireResponse {
        id: String = "id",
        questionnaire: String = "questionnaire",
        status: &'static str = "status",
        subject: Reference = "subject",
        authored: String = "authored",
        author: Reference = "author",
        source: Reference = "source",
        item: Vec<Item> = "item",
    }

    #[derive(Debug)]
    Item {
        link_id: &'static str = "linkId",
        text: &'static str = "text",
        answer: Vec<ItemAnswer> = "answer",
        item: Vec<Item> = "item",
    }

    #[derive(Debug)]
    ItemAnswer {
        value: Value = "value",
        item: Vec<Item> = "item",
    }

    /// An extension: a value, or further extensions, never both (rule ext-1).
    #[derive(Debug, Clone)]
    Extension {
        extension: Vec<Extension> = "extension",
        url: String = "url",
        value: Option<Value> = "value",
    }

    #[derive(Debug, Clone)]
    CodeableConcept {
        extension: Vec<Extension> = "extension",
        coding: Vec<Coding> = "coding",
        text: String = "text",
    }

    #[derive(Debug, Clone)]
    Coding {
        system: String = "system",
        code: String = "code",
        /// What people read, where no concept stands round the coding to say it.
        display: Option<&'static str> = "display",
    }

    #[derive(Debug, Clone)]
    Quantity {
        value: i32 = "value",
        unit: &'static str = "unit",
        system: &'static str = "system",
        code: &'static str = "code",
    }

    #[derive(Debug, Clone)]
    Reference {
        reference: String = "reference",
        /// Of what type the resource is, where the reference itself doesn't say it.
        kind: Option<&'static str> = "type",
    }
}

/// A resource; its type is its first member.
#[derive(Debug)]
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

impl Write for Resource {
    fn write(&self, text: &mut String) {
        let mut members = Members::of(text);
        self.type_name().put("resourceType", &mut members);
        match self {
            Self::Observation(resource) => resource.put_all(&mut members),
            Self::BodyStructure(resource) => resource.put_all(&mut members),
            Self::DocumentReference(resource) => resource.put_all(&mut members),
            Self::QuestionnaireResponse(resource) => resource.put_all(&mut members),
        }
        members.end();
    }
}

impl Component {
    pub(super) const fn new(code: CodeableConcept, value: Value) -> Self {
        Self { extension: Vec::new(), code, value }
    }
}

/// What we put where FHIR has `value[x]`: the member's name ends in the type.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Boolean(bool),
    Integer(i32),
    Text(String),
    Code(&'static str),
    DateTime(String),
    Coding(Coding),
    Concept(CodeableConcept),
    Quantity(Quantity),
}

impl Write for Value {
    fn write(&self, text: &mut String) {
        match self {
            Self::Boolean(value) => value.write(text),
            Self::Integer(value) => value.write(text),
            Self::Text(value) | Self::DateTime(value) => value.write(text),
            Self::Code(value) => value.write(text),
            Self::Coding(value) => value.write(text),
            Self::Concept(value) => value.write(text),
            Self::Quantity(value) => value.write(text),
        }
    }

    fn put(&self, _name: &'static str, members: &mut Members<'_>) {
        self.write(members.begin(match self {
            Self::Boolean(_) => "valueBoolean",
            Self::Integer(_) => "valueInteger",
            Self::Text(_) => "valueString",
            Self::Code(_) => "valueCode",
            Self::DateTime(_) => "valueDateTime",
            Self::Coding(_) => "valueCoding",
            Self::Concept(_) => "valueCodeableConcept",
            Self::Quantity(_) => "valueQuantity",
        }));
    }
}

impl Extension {
    pub(super) fn simple(url: &str, value: Value) -> Self {
        Self { extension: Vec::new(), url: url.to_owned(), value: Some(value) }
    }

    pub(super) fn complex(url: &str, extension: Vec<Self>) -> Self {
        Self { extension, url: url.to_owned(), value: None }
    }
}

impl CodeableConcept {
    pub(super) fn new(coding: impl Into<Vec<Coding>>, text: impl Into<String>) -> Self {
        Self { extension: Vec::new(), coding: coding.into(), text: text.into() }
    }
}

impl Reference {
    /// A reference of the form `Type/id`.
    pub(super) fn to(reference: &str) -> Self {
        Self { reference: reference.to_owned(), kind: None }
    }
}
