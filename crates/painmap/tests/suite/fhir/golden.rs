//! Bundles of the example records, to the letter but for the attachments' bytes.

use painmap::exchange::fhir::{Release, to_bundle};
use serde_json::Value;

use super::{bundle, resources, submission};
use crate::golden::{assert_golden, examples};

#[test]
fn bundles_of_the_examples() {
    for (name, map) in examples() {
        for &release in Release::ALL {
            let text = to_bundle(&map, &submission(), release).unwrap();
            let mut bundle: Value = serde_json::from_str(&text).unwrap();
            // The pictures have golden files of their own, and base64 tells a reviewer nothing.
            for entry in bundle["entry"].as_array_mut().unwrap() {
                if let Some(data) = entry.pointer_mut("/resource/content/0/attachment/data") {
                    *data = Value::from("(base64)");
                }
            }
            let text = serde_json::to_string_pretty(&bundle).unwrap() + "\n";
            assert_golden(&format!("fhir/{name}.{release}.json"), &text);
        }
    }
}

#[test]
fn the_same_record_gives_the_same_bytes_and_another_other_ids() {
    let (_, map) = examples().into_iter().find(|(name, _)| name == "shoulders").unwrap();
    let write = |map, release| to_bundle(map, &submission(), release).unwrap();
    assert_eq!(write(&map, Release::R4), write(&map.clone(), Release::R4));
    let mut other = map.clone();
    other.figure = painmap::anatomy::Figure::Feminine;
    let ids = |map, release| {
        let bundle = bundle(map, release);
        let mut ids: Vec<String> = resources(&bundle).map(|resource| resource["id"].to_string()).collect();
        ids.push(bundle["id"].to_string());
        ids
    };
    let all = [ids(&map, Release::R4), ids(&other, Release::R4), ids(&map, Release::R5)].concat();
    let distinct: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(distinct.len(), all.len());
}

#[test]
fn a_transaction_tells_a_server_what_to_do() {
    let (_, map) = examples().into_iter().find(|(name, _)| name == "everything").unwrap();
    let mut submission = submission();
    submission.kind = painmap::exchange::fhir::BundleKind::Transaction;
    let text = to_bundle(&map, &submission, Release::R5).unwrap();
    let bundle: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(bundle["type"], "transaction");
    for entry in bundle["entry"].as_array().unwrap() {
        assert_eq!(entry["request"]["method"], "POST");
        assert_eq!(entry["request"]["url"], entry["resource"]["resourceType"]);
    }
    assert_eq!(painmap::exchange::fhir::from_bundle(&text).unwrap().map, map);
}
