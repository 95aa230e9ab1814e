//! Every code and address that we write, each with where it was read. A code that nobody verified is
//! not here: the words stand alone then.
//!
//! Codes of others carry no display: their wording is their owners', and the concept's text says it.

use super::elements::{Coding, Concept, System, concept};
use super::json::Json;
use crate::anatomy::{CodeSystem, RegionId, Side};
use crate::record::{Laterality, Quality};

/// Before the names of painmap's own extensions, code systems and questionnaires. It is a name and not
/// an address: nobody can own a domain that ends in `.invalid` (RFC 6761), so nothing is ever served there.
pub const BASE: &str = "http://painmap.invalid/fhir";

const LOINC: &str = "http://loinc.org";
const SNOMED: &str = "http://snomed.info/sct";
/// Units, as FHIR wants them.
pub(super) const UCUM: &str = "http://unitsofmeasure.org";
/// Identifiers that are addresses by themselves.
pub(super) const URI: &str = "urn:ietf:rfc:3986";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const ABSENT_REASON: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

// The HL7 Symptoms guide 1.0.0 (http://hl7.org/fhir/uv/symptoms, CC0).
pub(super) const SYMPTOM_PROFILE: &str =
    "http://hl7.org/fhir/uv/symptoms/StructureDefinition/SymptomObservation";
pub(super) const SYMPTOM_ABSENT_PROFILE: &str =
    "http://hl7.org/fhir/uv/symptoms/StructureDefinition/SymptomAbsentObservation";
pub(super) const LOCATION_QUALIFIER: &str =
    "http://hl7.org/fhir/uv/symptoms/StructureDefinition/LocationQualifier";
pub(super) const ASSESSMENT_SCALE: &str =
    "http://hl7.org/fhir/uv/symptoms/StructureDefinition/AssessmentScaleInformation";
const SYMPTOM_TEMPORARY: &str = "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary";

/// LOINC: the panel of pain severity and body site.
pub(super) const PANEL: &str = "97339-6";
/// LOINC: a symptom, the code of the guide's `SymptomObservation`.
pub(super) const SYMPTOM: &str = "75325-1";
/// LOINC: the code of the guide's `SymptomAbsentObservation`.
pub(super) const SYMPTOM_ABSENT: &str = "111551-8";
/// LOINC: pain severity, the 0 to 10 verbal numeric rating.
pub(super) const RATING: &str = "72514-3";
/// LOINC: quality, severity, clinical course and exacerbating factors, as the guide's components have them.
pub(super) const QUALITY: &str = "56823-8";
pub(super) const SEVERITY: &str = "64750-3";
pub(super) const COURSE: &str = "89261-2";
pub(super) const EXACERBATING: &str = "100752-5";
/// LOINC 2.82: the pain's body location qualifier; we put the side there.
pub(super) const SITE_QUALIFIER: &str = "111795-1";

/// The address of one of our extensions.
pub(super) fn extension_url(name: &str) -> String {
    [BASE, "/StructureDefinition/", name].concat()
}

/// The system of one of our lists of words.
pub(super) fn own_system(name: &str) -> String {
    [BASE, "/CodeSystem/", name].concat()
}

/// The form of the history.
pub(super) fn questionnaire() -> String {
    [BASE, "/Questionnaire/history"].concat()
}

pub(super) const fn loinc<'a>(code: &'a str, text: &'a str) -> Concept<'a> {
    Concept { coding: Coding { system: System::Published(LOINC), code }, text }
}

pub(super) const fn snomed(code: &str) -> Coding<'_> {
    Coding { system: System::Published(SNOMED), code }
}

/// A word of one of our lists.
pub(super) const fn own<'a>(list: &'a str, word: &'a str) -> Coding<'a> {
    Coding { system: System::Own(list), code: word }
}

/// One of our own questions, where LOINC has none that was verified.
pub(super) const fn question<'a>(word: &'a str, text: &'a str) -> Concept<'a> {
    Concept { coding: own("question", word), text }
}

/// Whether a coding of a read Bundle is this LOINC code.
pub(super) fn is_loinc(system: &str, code: &str, wanted: &str) -> bool {
    system == LOINC && code == wanted
}

pub(super) fn is_asked_but_declined(system: &str, code: &str) -> bool {
    system == ABSENT_REASON && code == "asked-declined"
}

/// The source was asked and declined to answer (HL7 `data-absent-reason`).
pub(super) const ASKED_BUT_DECLINED: Concept<'static> = Concept {
    coding: Coding { system: System::Published(ABSENT_REASON), code: "asked-declined" },
    text: "Asked But Declined",
};

/// The guide's category of all symptoms.
pub(super) const SYMPTOM_CATEGORY: Concept<'static> = Concept {
    coding: Coding { system: System::Published(SYMPTOM_TEMPORARY), code: "symptom" },
    text: "Symptom",
};

/// HL7's category of what was asked.
pub(super) const SURVEY_CATEGORY: Concept<'static> =
    Concept { coding: Coding { system: System::Published(CATEGORY), code: "survey" }, text: "Survey" };

/// HL7's category of what was examined.
pub(super) const EXAM_CATEGORY: Concept<'static> =
    Concept { coding: Coding { system: System::Published(CATEGORY), code: "exam" }, text: "Exam" };

/// SNOMED CT (Global Patient Set): pain.
pub(super) const PAIN: Concept<'static> = Concept { coding: snomed("22253000"), text: "Pain" };

/// The SNOMED CT code of a quality, where the Global Patient Set has one.
pub(super) const fn quality_code(quality: Quality) -> Option<&'static str> {
    match quality {
        Quality::Aching => Some("27635008"),
        Quality::Burning => Some("36349006"),
        Quality::Cramping => Some("55300003"),
        Quality::Sore => Some("71393004"),
        Quality::Tingling => Some("274676007"),
        Quality::Numb => Some("44077006"),
        Quality::Dull | Quality::Sharp | Quality::Stabbing | Quality::Throbbing | Quality::Tight => None,
    }
}

/// The words for a side.
pub(super) const fn side_text(side: Laterality) -> &'static str {
    match side {
        Laterality::Left => "Left",
        Laterality::Right => "Right",
        Laterality::Bilateral => "Both sides",
        Laterality::Midline => "On the midline",
    }
}

/// A side as a member; the midline has no verified code.
pub(super) fn put_side(name: &str, side: Laterality, json: &mut Json) {
    let published = match side {
        Laterality::Left => "7771000",
        Laterality::Right => "24028007",
        Laterality::Bilateral => "51440002",
        Laterality::Midline => "",
    };
    let codings = [snomed(published), own("laterality", side.as_str())];
    concept(name, &codings[usize::from(published.is_empty())..], side_text(side), json);
}

/// Which way a place lies from a landmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Superior,
    Inferior,
    Medial,
    Lateral,
    Anterior,
    Posterior,
    Left,
    Right,
}

pub(super) const fn direction(direction: Direction) -> Concept<'static> {
    let (code, text) = match direction {
        Direction::Superior => ("264217000", "Superior"),
        Direction::Inferior => ("261089000", "Inferior"),
        Direction::Medial => ("255561001", "Medial"),
        Direction::Lateral => ("49370004", "Lateral"),
        Direction::Anterior => ("255549009", "Anterior"),
        Direction::Posterior => ("255551008", "Posterior"),
        Direction::Left => ("7771000", "Left"),
        Direction::Right => ("24028007", "Right"),
    };
    Concept { coding: snomed(code), text }
}

/// The codes of the regions that a mark touches: of one region the published ones and our own; of
/// several only what all of them lie in, since a concept's codings must mean the same.
pub(super) fn sites(regions: &[RegionId]) -> Vec<Coding<'static>> {
    let mut concepts = regions.iter().map(|region| region.concept());
    let first = concepts.next().flatten();
    let shared =
        first.filter(|first| concepts.all(|other| other.is_some_and(|other| other.name == first.name)));
    let mut codings = Vec::new();
    for system in [CodeSystem::Snomed, CodeSystem::Uberon, CodeSystem::Fma] {
        if let Some(code) = shared.and_then(|concept| concept.code(system)) {
            codings.push(Coding { system: System::Published(system.uri()), code });
        }
    }
    if let [region] = regions {
        codings.push(own("region", region.as_str()));
    }
    codings
}

/// The side of a landmark, where it has one.
pub(super) const fn landmark_side(side: Side) -> &'static str {
    match side {
        Side::Left => "left ",
        Side::Right => "right ",
        Side::Midline => "",
    }
}
