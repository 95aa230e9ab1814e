//! The rules of the HL7 Symptoms guide's profiles and of FHIR itself, held against any record's bundle.
//!
//! The constraints are those of `SymptomObservation` and `SymptomAbsentObservation` in the guide's
//! source (github.com/HL7/fhir-symptoms-ig, input/fsh, CC0).

use std::collections::HashSet;

use painmap::exchange::fhir::Release;
use painmap::record::Author;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{bundle, each_object, resources, with_code};
use crate::generate;

const SYMPTOM: &str = "http://hl7.org/fhir/uv/symptoms/StructureDefinition/SymptomObservation";
const ABSENT: &str = "http://hl7.org/fhir/uv/symptoms/StructureDefinition/SymptomAbsentObservation";
/// Components that the profile allows once at most: quality (by its ballot), severity, clinical course,
/// trend, frequency, speed of onset.
const ONCE: [&str; 6] = ["56823-8", "64750-3", "89261-2", "89253-9", "104156-5", "99495-4"];
/// Components whose value the profile wants as a concept.
const CONCEPTS: [&str; 4] = ["56823-8", "64750-3", "89261-2", "100752-5"];

fn claims(resource: &Value, profile: &str) -> bool {
    resource["meta"]["profile"]
        .as_array()
        .is_some_and(|profiles| profiles.iter().any(|known| known == profile))
}

/// What both profiles want.
fn assert_reported(observation: &Value, code: &str) {
    assert_eq!(observation["status"], "final");
    assert_eq!(observation["code"]["coding"], json!([{ "system": "http://loinc.org", "code": code }]));
    assert_eq!(observation["subject"]["reference"], "Patient/17");
    assert!(observation["effectiveDateTime"].is_string());
    // Exactly one, a Patient or a RelatedPerson.
    assert_eq!(observation["performer"], json!([{ "reference": "RelatedPerson/4" }]));
    let finding = &observation["valueCodeableConcept"]["coding"][0];
    assert_eq!(*finding, json!({ "system": "http://snomed.info/sct", "code": "22253000" }));
    for absent in ["dataAbsentReason", "interpretation", "specimen", "device", "referenceRange"] {
        assert!(observation[absent].is_null(), "{absent}");
    }
}

fn assert_symptom(observation: &Value) {
    assert_reported(observation, "75325-1");
    let category = json!({
        "system": "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary", "code": "symptom"
    });
    let categories = observation["category"].as_array().unwrap();
    assert_eq!(categories.iter().filter(|known| known["coding"][0] == category).count(), 1);
    let qualifiers = observation["bodySite"]["extension"].as_array().unwrap();
    assert_eq!(qualifiers.len(), 1);
    assert!(qualifiers[0]["valueString"].as_str().is_some_and(|text| !text.is_empty()));
    let mut codes = Vec::new();
    for component in observation["component"].as_array().unwrap() {
        let codings = component["code"]["coding"].as_array().unwrap();
        assert_eq!(codings.len(), 1);
        let code = codings[0]["code"].as_str().unwrap();
        let values = component.as_object().unwrap().keys().filter(|name| name.starts_with("value"));
        assert_eq!(values.count(), 1, "a component has one value");
        assert!(!CONCEPTS.contains(&code) || component["valueCodeableConcept"].is_object(), "{code}");
        for absent in ["dataAbsentReason", "interpretation", "referenceRange"] {
            assert!(component[absent].is_null(), "{absent}");
        }
        codes.push(code);
    }
    for code in ONCE {
        assert!(codes.iter().filter(|known| **known == code).count() <= 1, "{code}");
    }
    assert_eq!(
        codes.contains(&"64750-3"),
        codes.contains(&"72514-3"),
        "the severity says the rating in words"
    );
}

/// What FHIR wants of any bundle: names that differ, references that hold, no empty values.
fn assert_whole(bundle: &Value) {
    let entries = bundle["entry"].as_array().unwrap();
    let urls: HashSet<&str> = entries.iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    assert_eq!(urls.len(), entries.len());
    each_object(bundle, &mut |members| {
        assert!(!members.is_empty(), "an empty object");
        for (name, value) in members {
            match value {
                Value::Null => panic!("{name} is null"),
                Value::String(text) => assert!(!text.trim().is_empty(), "{name} is blank"),
                Value::Array(entries) => assert!(!entries.is_empty(), "{name} is an empty list"),
                _ => {}
            }
        }
        if let Some(reference) = members.get("reference").and_then(Value::as_str)
            && reference.starts_with("urn:")
        {
            assert!(urls.contains(reference), "{reference}");
        }
        if members.contains_key("url") && members.contains_key("extension") {
            assert!(!members.keys().any(|name| name.starts_with("value")), "rule ext-1");
        }
    });
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn every_bundle_keeps_the_rules(map in generate::map()) {
        let clinicians = map.marks().filter(|mark| mark.by == Some(Author::Clinician)).count();
        let reported = map.marks().len() - clinicians;
        for &release in Release::ALL {
            let bundle = bundle(&map, release);
            assert_whole(&bundle);
            let symptoms: Vec<_> = with_code(&bundle, "75325-1").collect();
            prop_assert_eq!(symptoms.len(), reported);
            let absent: Vec<_> = with_code(&bundle, "111551-8").collect();
            prop_assert_eq!(absent.len(), usize::from(map.no_pain()));
            match release {
                Release::R4 => {
                    for symptom in &symptoms {
                        prop_assert!(claims(symptom, SYMPTOM));
                        assert_symptom(symptom);
                    }
                    for absent in &absent {
                        prop_assert!(claims(absent, ABSENT));
                        assert_reported(absent, "111551-8");
                    }
                    let profiled = resources(&bundle).filter(|resource| !resource["meta"].is_null()).count();
                    prop_assert_eq!(profiled, symptoms.len() + absent.len());
                    prop_assert!(resources(&bundle).all(|resource| resource["resourceType"] != "BodyStructure"));
                }
                Release::R5 => {
                    prop_assert!(resources(&bundle).all(|resource| resource["meta"].is_null()));
                    let structures =
                        resources(&bundle).filter(|resource| resource["resourceType"] == "BodyStructure").count();
                    prop_assert_eq!(structures, map.marks().len());
                    // Rule obs-8: a site or a structure, not both.
                    prop_assert!(resources(&bundle).all(|resource| resource["bodySite"].is_null()));
                }
            }
        }
    }

    #[test]
    fn the_two_hands_stay_apart(map in generate::map()) {
        let bundle = bundle(&map, Release::R4);
        for resource in resources(&bundle).filter(|resource| resource["resourceType"] == "Observation") {
            let examined = resource["category"][0]["coding"][0]["code"] == "exam";
            let performer = resource["performer"][0]["reference"].as_str();
            prop_assert_eq!(performer, Some(if examined { "Practitioner/9" } else { "RelatedPerson/4" }));
            prop_assert!(!examined || resource["meta"].is_null(), "findings stand outside of the profile");
            prop_assert!(examined || !resource.to_string().contains("taut-band"));
        }
    }
}
