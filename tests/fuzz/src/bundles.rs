//! A record as FHIR Bundles, there and back.

use painmap::PainMap;
use painmap::exchange::fhir::{Imported, Release, Submission, from_bundle, to_bundle};
use painmap::record::Moment;
use serde_json::Value;

/// The record comes back from bundles of both releases: whole where it is attached; without that, as what
/// FHIR can carry, which then stays the same.
pub(crate) fn come_back(map: &PainMap) {
    for &release in Release::ALL {
        let bundle = written(map, release);
        assert_eq!(&read(&bundle).map, map, "an attached record comes back as it was");
        let carried = read(&without_documents(&bundle));
        assert!(!carried.attached);
        crate::reading::read_again(&carried.map);
        let again = read(&without_documents(&written(&carried.map, release)));
        assert_eq!(again.map, carried.map, "what FHIR can carry is carried a second time");
    }
}

/// The bundle of a record that may not say when it was made. Pictures make up most of a bundle, and no
/// reader of ours looks at them.
pub(crate) fn written(map: &PainMap, release: Release) -> String {
    let reference = "Patient/17";
    let (Ok(subject), Ok(performer)) = (reference.parse(), reference.parse()) else {
        panic!("{reference} is a reference");
    };
    let mut submission = Submission::new(subject, performer);
    submission.recorded = Moment::new("2026-01-01T00:00:00Z");
    submission.pictures = false;
    match to_bundle(map, &submission, release) {
        Ok(bundle) => bundle,
        Err(error) => panic!("a record can't be exported: {error}"),
    }
}

fn read(bundle: &str) -> Imported {
    match from_bundle(bundle) {
        Ok(imported) => imported,
        Err(error) => panic!("our own bundle can't be imported: {error}"),
    }
}

/// The bundle without the attached record.
pub(crate) fn without_documents(bundle: &str) -> String {
    let Ok(mut bundle) = serde_json::from_str::<Value>(bundle) else { panic!("a bundle is no JSON") };
    if let Some(entries) = bundle.get_mut("entry").and_then(Value::as_array_mut) {
        let kind = |entry: &Value| entry.pointer("/resource/resourceType").cloned();
        entries.retain(|entry| kind(entry).is_none_or(|kind| kind != "DocumentReference"));
    }
    bundle.to_string()
}
