//! Bundles from the network and records with hostile texts: an error or a record, and nothing that
//! could act.

use painmap::PainMap;
use painmap::exchange::fhir::{ImportReason, MAX_BUNDLE_BYTES, Release, from_bundle, to_bundle};
use painmap::record::limits::{MAX_BYTES, MAX_MARKS};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::{bundle, each_object, submission, without_documents};
use crate::generate;
use crate::json::value;

/// Reads the text; what comes of it is a record that can be read again, or an error with a place.
fn survive(text: &str) -> Result<(), TestCaseError> {
    match from_bundle(text) {
        Ok(imported) => prop_assert_eq!(&PainMap::from_json(&imported.map.to_json())?, &imported.map),
        Err(error) => {
            prop_assert!(error.pointer().is_empty() || error.pointer().starts_with('/'));
            prop_assert!(!error.to_string().chars().any(char::is_control));
        }
    }
    Ok(())
}

/// Every place in a tree, as JSON Pointers.
fn places(value: &Value, here: &str, places: &mut Vec<String>) {
    places.push(here.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                self::places(
                    member,
                    &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")),
                    places,
                );
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                self::places(entry, &format!("{here}/{index}"), places);
            }
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn a_strange_value_anywhere(map in generate::map(), strange in value(), at in prop::collection::vec(any::<Index>(), 1..4)) {
        // Without the attachment, or the rest would not be read.
        let mut bundle: Value = serde_json::from_str(&without_documents(&bundle(&map, Release::R4))).unwrap();
        for at in at {
            let mut all = Vec::new();
            places(&bundle, "", &mut all);
            let place = &all[at.index(all.len())];
            *bundle.pointer_mut(place).unwrap() =
                serde_json::from_str(&strange.to_text(false)).unwrap_or(Value::Null);
            survive(&bundle.to_string())?;
        }
    }

    #[test]
    fn a_part_that_stands_twice_or_is_gone(map in generate::map(), at in any::<Index>(), twice in any::<bool>()) {
        let mut bundle: Value = serde_json::from_str(&without_documents(&bundle(&map, Release::R5))).unwrap();
        let mut all = Vec::new();
        places(&bundle, "", &mut all);
        all.retain(|place| place.ends_with(|last: char| last.is_ascii_digit()));
        let place = &all[at.index(all.len())];
        let (list, index) = place.rsplit_once('/').unwrap();
        if let Some(Value::Array(entries)) = bundle.pointer_mut(list) {
            let index: usize = index.parse().unwrap();
            let entry = entries.remove(index);
            if twice {
                entries.extend([entry.clone(), entry]);
            }
        }
        survive(&bundle.to_string())?;
    }

    #[test]
    fn any_text_and_any_json(text in any::<String>(), json in value()) {
        survive(&text)?;
        survive(&json.to_text(false))?;
        survive(&format!(r#"{{"resourceType":"Bundle","entry":{}}}"#, json.to_text(false)))?;
        survive(&format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{}}}]}}"#, json.to_text(false)))?;
    }

    #[test]
    fn no_text_of_a_stranger_can_act(map in generate::map()) {
        for &release in Release::ALL {
            each_object(&bundle(&map, release), &mut |members| {
                for (name, member) in members {
                    let Value::String(text) = member else { continue };
                    let bare = text.replace("\\<", "").replace("\\[", "");
                    assert!(!bare.contains(['<', '[']), "{name}: {text}");
                    let lines = name == "text";
                    for character in text.chars() {
                        let break_or_tab = matches!(character, '\n' | '\r' | '\t');
                        assert!(!character.is_control() || (lines && break_or_tab), "{name}: {text:?}");
                        assert!(!matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}'));
                    }
                }
            });
        }
    }
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Value), place: &str, reason: &str) {
    let text = r#"{"format":"painmap/1","recorded":"2026-11-22T09:30:00Z","marks":[
        {"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching"],
         "radiation":[{"view":"posterior","path":[[-600,1790],[-310,1290]]}],"findings":{"tautBand":true}},
        {"id":"m2","kind":"spot","view":"posterior","at":[600,1790]}],"history":{"treatments":["massage"]}}"#;
    let map = PainMap::from_json(text).unwrap();
    let mut bundle: Value = serde_json::from_str(&without_documents(&bundle(&map, Release::R4))).unwrap();
    change(&mut bundle);
    let error = from_bundle(&bundle.to_string()).unwrap_err();
    assert_eq!((error.pointer(), error.reason().to_string().as_str()), (place, reason));
}

/// The value of the member of this name in a complex extension.
fn part<'v>(extension: &'v mut Value, name: &str) -> &'v mut Value {
    let parts = extension["extension"].as_array_mut().unwrap();
    let part = parts.iter_mut().find(|part| part["url"] == name).unwrap().as_object_mut().unwrap();
    part.iter_mut().find(|(name, _)| name.starts_with("value")).unwrap().1
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let coordinates = "must be a mark with its id, view and coordinates near the body";
    let mark = |bundle: &mut Value, name: &str, value: Value| {
        *part(&mut bundle["entry"][1]["resource"]["extension"][0], name) = value;
    };
    for (name, value) in
        [("x", json!(9000)), ("y", json!(1.5)), ("view", json!("above")), ("id", json!("<m1>"))]
    {
        refused(|bundle| mark(bundle, name, value), "/entry/1/resource/extension", coordinates);
    }
    refused(|bundle| mark(bundle, "id", json!("m2")), "/entry/3/resource", "another mark has the id");
    refused(
        |bundle| bundle["entry"][1]["resource"]["component"][2]["valueInteger"] = json!(11),
        "/entry/1/resource/component/2",
        "must be a whole number from 0 to 10",
    );
    refused(
        |bundle| bundle["entry"][2]["resource"]["component"][0]["valueBoolean"] = json!("yes"),
        "/entry/2/resource/component/0",
        "must be true or false",
    );
    refused(
        |bundle| {
            bundle["entry"][4]["resource"]["item"][0]["answer"][0]["valueCoding"]["code"] = json!("magic");
        },
        "/entry/4/resource/item/0",
        "must be an answer that painmap knows",
    );
    refused(
        |bundle| {
            let components = bundle["entry"][1]["resource"]["component"].as_array_mut().unwrap();
            let path =
                components.iter_mut().find(|component| component["extension"][0]["extension"].is_array());
            *part(&mut path.unwrap()["extension"][0], "path") = json!("1,2 x");
        },
        "/entry/1/resource/component/4",
        "must be a path near the body",
    );
    refused(
        |bundle| bundle["entry"] = json!([]),
        "/entry",
        "holds no panel of painmap's (an Observation with LOINC 97339-6)",
    );
    refused(
        |bundle| {
            let panel = bundle["entry"][0].clone();
            bundle["entry"].as_array_mut().unwrap().push(panel);
        },
        "/entry/5/resource",
        "holds two panels",
    );
    refused(
        |bundle| *part(&mut bundle["entry"][0]["resource"]["extension"][0], "format") = json!("painmap/2"),
        "/entry/0/resource/extension",
        "must be of the format \"painmap/1\"",
    );
    refused(|bundle| *bundle = json!([]), "", "must be an object");
    let again = |bundle: &mut Value, list: &str, index: usize, times: usize| {
        let members = bundle["entry"][0]["resource"][list].as_array_mut().unwrap();
        let member = members[index].clone();
        members.extend(std::iter::repeat_n(member, times));
    };
    // What would have to be read over and over is refused at once.
    refused(|bundle| again(bundle, "hasMember", 0, 1), "/entry/1/resource", "another mark has the id");
    refused(|bundle| again(bundle, "hasMember", 1, 1), "/entry/2/resource", "holds two findings at one mark");
    refused(
        |bundle| again(bundle, "hasMember", 1, 500),
        "/entry/0/resource/hasMember",
        "must be a list of 401 members at most",
    );
    refused(|bundle| again(bundle, "derivedFrom", 0, 1), "/entry/4/resource", "holds two histories");
}

#[test]
fn an_attached_record_is_checked_like_any_other() {
    let document = |data: &str| {
        json!({ "resourceType": "Bundle", "entry": [{ "resource": {
            "resourceType": "DocumentReference",
            "type": { "coding": [{ "system": "http://painmap.invalid/fhir/CodeSystem/document", "code": "record" }] },
            "content": [{ "attachment": { "contentType": "application/json", "data": data } }]
        } }] })
        .to_string()
    };
    let place = "/entry/0/resource/content/0/attachment/data";
    for (data, reason) in [
        ("***", "must be base64".to_owned()),
        ("/w==", "must be a text in UTF-8".to_owned()),
        ("e30=", "the attached record is bad: at /format: is missing".to_owned()),
        (&"A".repeat(2 * MAX_BYTES), "makes a record that is too large".to_owned()),
    ] {
        let error = from_bundle(&document(data)).unwrap_err();
        assert_eq!((error.pointer(), error.reason().to_string()), (place, reason));
    }
}

#[test]
fn nesting_without_end() {
    for opening in ["[", "{\"a\":"] {
        assert!(from_bundle(&opening.repeat(100_000)).is_err());
    }
    let deep = format!("{{\"resourceType\":\"Bundle\",\"x\":{}1{}}}", "[".repeat(200), "]".repeat(200));
    assert!(matches!(from_bundle(&deep).unwrap_err().reason(), ImportReason::Json(_)));
}

#[test]
fn the_largest_record_at_its_worst_still_comes_back() {
    // An ampersand takes five letters in SVG, and each of four pictures says all notes.
    let views = ["posterior", "anterior", "left", "right"];
    let mark = |index: usize| {
        let note = "&".repeat(4_000);
        format!(
            r#"{{"id":"m{index}","kind":"spot","view":"{}","at":[0,3000],"note":"{note}"}}"#,
            views[index % 4]
        )
    };
    let marks: Vec<_> = (0..MAX_MARKS).map(mark).collect();
    let text = format!(r#"{{"format":"painmap/1","marks":[{}]}}"#, marks.join(","));
    let map = PainMap::from_json(&text).unwrap();
    assert!(map.to_json().len() > MAX_BYTES * 8 / 10);
    let bundle = to_bundle(&map, &submission(), Release::R5).unwrap();
    assert!(bundle.len() < MAX_BUNDLE_BYTES, "{}", bundle.len());
    assert_eq!(from_bundle(&bundle).unwrap().map, map);
}
