//! FHIR: what the bundles hold, by golden files and by the rules of the profile, and the way back.

mod definitions;
mod files;
mod golden;
mod hostile;
mod profile;
mod round_trip;
mod vocabulary;

use painmap::PainMap;
use painmap::describe::Stature;
use painmap::exchange::fhir::{Release, Submission, to_bundle};
use painmap::record::Moment;
use proptest::prelude::ProptestConfig;
use serde_json::Value;

/// A quarter of the usual cases: a bundle takes its time to make, and is made for both releases.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.div_ceil(4), ..usual }
}

/// A submission with everything given.
fn submission() -> Submission {
    let mut submission = Submission::new("Patient/17".parse().unwrap(), "RelatedPerson/4".parse().unwrap());
    submission.examiner = Some("Practitioner/9".parse().unwrap());
    submission.recorded = Moment::new("2026-01-01T00:00:00Z");
    submission.stature = Stature::centimetres(170);
    submission
}

/// The bundle without pictures: they take the time, and other tests look at them.
fn bundle(map: &PainMap, release: Release) -> Value {
    let mut submission = submission();
    submission.pictures = false;
    serde_json::from_str(&to_bundle(map, &submission, release).unwrap()).unwrap()
}

/// The resources of a bundle.
fn resources(bundle: &Value) -> impl Iterator<Item = &Value> {
    bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"])
}

/// The Observations with this code.
fn with_code<'b>(bundle: &'b Value, code: &'b str) -> impl Iterator<Item = &'b Value> {
    resources(bundle).filter(move |resource| resource["code"]["coding"][0]["code"] == code)
}

/// The bundle without the attached record, the pictures and whatever else is a document.
fn without_documents(bundle: &Value) -> String {
    let mut bundle = bundle.clone();
    let entries = bundle["entry"].as_array_mut().unwrap();
    entries.retain(|entry| entry["resource"]["resourceType"] != "DocumentReference");
    bundle.to_string()
}

/// Hands over each object of a tree.
fn each_object(value: &Value, visit: &mut impl FnMut(&serde_json::Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            visit(members);
            members.values().for_each(|member| each_object(member, visit));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| each_object(entry, visit)),
        _ => {}
    }
}
