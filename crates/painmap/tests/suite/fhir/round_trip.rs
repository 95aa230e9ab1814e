//! There and back: equal with the record attached, and without it all that FHIR can carry.

use painmap::PainMap;
use painmap::exchange::fhir::{LossKind, Release, Submission, from_bundle, to_bundle};
use painmap::record::{Answer, Findings, History, UnknownMembers};
use proptest::prelude::*;
use serde_json::Value;

use super::{bundle, without_documents};
use crate::generate;
use crate::golden::examples;

fn known(mut findings: Findings) -> Option<Findings> {
    findings.unknown = UnknownMembers::default();
    (findings != Findings::default()).then_some(findings)
}

fn known_history(mut history: History) -> History {
    history.unknown = UnknownMembers::default();
    if let Some(signs) = &mut history.signs {
        signs.unknown = UnknownMembers::default();
    }
    if let Some(Answer::Given(relief)) = &mut history.relief {
        relief.iter_mut().for_each(|relief| relief.unknown = UnknownMembers::default());
    }
    history
}

/// All but unknown members and texts is the same.
fn assert_carried(back: &PainMap, map: &PainMap) {
    assert_eq!((back.figure, back.no_pain(), &back.recorded), (map.figure, map.no_pain(), &map.recorded));
    let shown = |map: &PainMap| map.shown().iter().map(|shown| (shown.view, shown.crop)).collect::<Vec<_>>();
    assert_eq!(shown(back), shown(map));
    assert_eq!(back.history, map.history.clone().map(known_history));
    assert_eq!(back.marks().len(), map.marks().len());
    for (back, mark) in back.marks().zip(map.marks()) {
        assert_eq!(
            (back.id(), back.by, back.view(), back.shape()),
            (mark.id(), mark.by, mark.view(), mark.shape())
        );
        assert_eq!((back.intensity, back.worst_intensity), (mark.intensity, mark.worst_intensity));
        assert_eq!((&back.qualities, back.depth, back.course), (&mark.qualities, mark.depth, mark.course));
        assert_eq!((&back.provoked_by, &back.since), (&mark.provoked_by, &mark.since));
        let paths = |mark: &painmap::record::Mark| {
            let paths = mark.radiation().iter();
            paths.map(|path| (path.view(), path.path().to_vec(), path.intensity)).collect::<Vec<_>>()
        };
        assert_eq!(paths(back), paths(mark));
        assert_eq!(back.findings, mark.findings.clone().and_then(known));
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn with_the_record_attached_it_comes_back_equal(map in generate::map()) {
        for &release in Release::ALL {
            let imported = from_bundle(&bundle(&map, release).to_string())?;
            prop_assert!(imported.attached && imported.losses.is_empty());
            prop_assert_eq!(&imported.map, &map);
        }
    }

    #[test]
    fn without_it_all_but_the_listed_losses_comes_back(map in generate::map()) {
        for &release in Release::ALL {
            let imported = from_bundle(&without_documents(&bundle(&map, release)))?;
            prop_assert!(!imported.attached);
            assert_carried(&imported.map, &map);
            // Nothing is lost unsaid, and nothing is said to be lost that isn't.
            prop_assert_eq!(imported.losses.is_empty(), imported.map == map, "{:?}", imported.losses);
            // What came back is carried whole from then on.
            let again = from_bundle(&without_documents(&bundle(&imported.map, release)))?;
            prop_assert_eq!(&again.losses, &[]);
            prop_assert_eq!(&again.map, &imported.map);
        }
    }

    #[test]
    fn a_server_may_rename_and_reorder(map in generate::map(), seed in any::<u64>()) {
        let stored = stored_by_a_server(&bundle(&map, Release::R4), seed);
        prop_assert_eq!(&from_bundle(&stored.to_string())?.map, &map);
        let bare = from_bundle(&without_documents(&stored))?;
        assert_carried(&bare.map, &map);
    }
}

/// The bundle as a search at a server would give it: other ids, other order, notes of its own.
fn stored_by_a_server(bundle: &Value, seed: u64) -> Value {
    let mut text = bundle.to_string();
    let entries = bundle["entry"].as_array().unwrap();
    for (index, entry) in entries.iter().enumerate() {
        let kind = entry["resource"]["resourceType"].as_str().unwrap();
        let url = entry["fullUrl"].as_str().unwrap();
        text = text
            .replace(url, &format!("{kind}/{index}"))
            .replace(&url["urn:uuid:".len()..], &index.to_string());
    }
    let mut stored: Value = serde_json::from_str(&text).unwrap();
    stored["type"] = "searchset".into();
    let entries = stored["entry"].as_array_mut().unwrap();
    for entry in entries.iter_mut() {
        let id = entry["fullUrl"].as_str().unwrap().to_owned();
        entry["fullUrl"] = format!("https://ehr.example/r4/{id}").into();
        entry["resource"]["meta"]["versionId"] = "1".into();
        entry["resource"]["text"] = serde_json::json!({ "status": "generated", "div": "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>" });
    }
    let shift = usize::try_from(seed % 1_000).unwrap() % entries.len();
    entries.rotate_left(shift);
    entries.push(serde_json::json!({ "resource": { "resourceType": "Patient", "id": "17" } }));
    stored
}

#[test]
fn the_examples_lose_what_is_listed_and_no_more() {
    let losses = |name: &str| {
        let (_, map) = examples().into_iter().find(|(known, _)| known == name).unwrap();
        let imported = from_bundle(&without_documents(&bundle(&map, Release::R5))).unwrap();
        imported.losses.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(losses("shoulders"), [""; 0]);
    assert_eq!(losses("clinician"), [""; 0]);
    assert_eq!(losses("no-pain"), [""; 0]);
    assert_eq!(losses("everything"), ["/note: an answer without content"]);
    assert_eq!(
        losses("unknown-members"),
        [
            "the record: members that painmap doesn't know",
            "/marks/0: members that painmap doesn't know",
            "/marks/0/radiation/0: members that painmap doesn't know",
            "/history: members that painmap doesn't know",
        ]
    );
}

#[test]
fn what_a_server_dropped_is_told() {
    let (_, map) = examples().into_iter().find(|(name, _)| name == "everything").unwrap();
    let mut bundle = bundle(&map, Release::R4);
    let entries = bundle["entry"].as_array_mut().unwrap();
    entries.retain(|entry| {
        !["DocumentReference", "QuestionnaireResponse"]
            .contains(&entry["resource"]["resourceType"].as_str().unwrap())
    });
    entries.retain(|entry| entry["resource"]["extension"][0]["extension"][0]["valueString"] != "m2");
    let imported = from_bundle(&bundle.to_string()).unwrap();
    assert_eq!(imported.map.marks().len(), 1);
    let kinds: Vec<_> = imported.losses.iter().map(|loss| loss.kind).collect();
    assert_eq!(kinds, [LossKind::Blank, LossKind::Mark, LossKind::History]);
}

#[test]
fn a_record_without_a_time_needs_one_and_does_not_keep_it() {
    let map = PainMap::from_json(r#"{"format":"painmap/1","recorded":"0000-01-01T00:00:00Z"}"#).unwrap();
    let bare = Submission::new("Patient/17".parse().unwrap(), "Patient/17".parse().unwrap());
    let error = to_bundle(&map, &bare, Release::R4).unwrap_err();
    assert_eq!(error.to_string(), "the record has no time that FHIR can write, and none was given for it");
    let bundle = bundle(&map, Release::R4);
    let panel = super::with_code(&bundle, "97339-6").next().unwrap();
    assert_eq!(panel["effectiveDateTime"], "2026-01-01T00:00:00Z");
    let imported = from_bundle(&without_documents(&bundle)).unwrap();
    assert_eq!(imported.map.recorded, None);
    assert_eq!(imported.losses[0].to_string(), "/recorded: a time that FHIR can't write");
}
