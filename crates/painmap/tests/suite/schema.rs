//! The JSON Schema: up to date, valid itself, and of one mind with the reader.

use std::sync::LazyLock;

use painmap::PainMap;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate::{self, Oddity};

fn schema() -> Value {
    serde_json::from_str(&painmap::record::schema()).unwrap()
}

fn validator() -> &'static jsonschema::Validator {
    static VALIDATOR: LazyLock<jsonschema::Validator> = LazyLock::new(build);
    &VALIDATOR
}

fn build() -> jsonschema::Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema()).unwrap()
}

#[test]
fn it_is_a_schema_of_2020_12() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}

/// Calls `visit` with every schema within this one, and where it stands.
fn each_schema(place: &str, schema: &Value, visit: &mut impl FnMut(&str, &Value)) {
    visit(place, schema);
    for keyword in ["properties", "$defs"] {
        for (name, inner) in schema[keyword].as_object().into_iter().flatten() {
            each_schema(&format!("{place}/{name}"), inner, visit);
        }
    }
    for keyword in ["oneOf", "anyOf", "prefixItems"] {
        for inner in schema[keyword].as_array().into_iter().flatten() {
            each_schema(&format!("{place}/{keyword}"), inner, visit);
        }
    }
    if schema["items"].is_object() {
        each_schema(&format!("{place}/items"), &schema["items"], visit);
    }
}

#[test]
fn every_member_is_described_and_none_may_be_null() {
    let schema = schema();
    let mut members = 0;
    each_schema("", &schema, &mut |place, schema| {
        for (name, member) in schema["properties"].as_object().into_iter().flatten() {
            members += 1;
            // The kind of a shape is its own word.
            let described = member["description"].is_string() || name == "kind";
            assert!(described, "{place}/{name} is not described");
        }
        assert!(!schema.to_string().contains("\"null\""), "{place}");
        if let Some(description) = schema["description"].as_str() {
            assert!(!description.contains(['`', '\n']), "{place}: {description}");
        }
    });
    assert!(members > 40, "{members} members");
}

/// Every member that is ever written is in the schema, so that none is missing there.
#[test]
fn no_member_is_missing() {
    let text = std::fs::read_to_string(crate::golden::folder().join("records/everything.json")).unwrap();
    let record: Value = serde_json::from_str(&PainMap::from_json(&text).unwrap().to_json()).unwrap();
    let mut known = std::collections::BTreeSet::new();
    each_schema("", &schema(), &mut |_, schema| {
        known.extend(schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
    });
    fn each_name(value: &Value, visit: &mut impl FnMut(&str)) {
        for (name, inner) in value.as_object().into_iter().flatten() {
            visit(name);
            each_name(inner, visit);
        }
        value.as_array().into_iter().flatten().for_each(|inner| each_name(inner, visit));
    }
    let mut seen = std::collections::BTreeSet::new();
    each_name(&record, &mut |name| {
        assert!(known.contains(name), "{name} is not in the schema");
        seen.insert(name.to_owned());
    });
    let unseen: Vec<_> = known.difference(&seen).collect();
    assert_eq!(unseen, ["noPain"], "the example lacks members");
}

proptest! {
    #[test]
    fn it_takes_what_the_reader_takes(text in generate::text(Oddity::Plain)) {
        let map = PainMap::from_json(&text)?;
        let validator = validator();
        for text in [text, map.to_json()] {
            let value: Value = serde_json::from_str(&text).unwrap();
            let errors: Vec<_> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            prop_assert!(errors.is_empty(), "{errors:?}");
        }
    }
}

#[test]
fn it_refuses_what_the_reader_refuses() {
    let validator = validator();
    let mark = json!({ "id": "m1", "kind": "spot", "view": "posterior", "at": [-600, 1790] });
    let record = json!({ "format": "painmap/1", "marks": [mark] });
    assert!(validator.is_valid(&record));
    let area =
        |outline: Value| json!([{ "id": "m1", "kind": "area", "view": "posterior", "outline": outline }]);
    for (pointer, name, value) in [
        ("/marks/0", "intensity", json!(11)),
        ("/marks/0", "intensity", json!(6.5)),
        ("/marks/0", "intensity", json!("7")),
        ("/marks/0", "intensity", json!(null)),
        ("/marks/0", "worstIntensity", json!(-1)),
        ("/marks/0", "view", json!("sideways")),
        ("/marks/0", "qualities", json!(["itchy"])),
        ("/marks/0", "qualities", json!(["dull", "dull"])),
        ("/marks/0", "provokedBy", json!(["pressure", "pressure"])),
        ("/marks/0", "id", json!("")),
        ("/marks/0", "id", json!("<m1>")),
        ("/marks/0", "kind", json!("line")),
        ("/marks/0", "at", json!([1])),
        ("/marks/0", "at", json!([1, 2, 3])),
        ("/marks/0", "at", json!([99_999, 2])),
        ("/marks/0", "radius", json!(0)),
        ("/marks/0", "since", json!("2026-13")),
        ("/marks/0", "note", json!("x".repeat(4001))),
        ("/marks/0", "findings", json!({ "tautBand": "yes" })),
        ("/marks/0", "findings", json!({ "pressurePainThresholdKpa": 5001 })),
        ("/marks/0", "radiation", json!([{ "view": "posterior", "path": [] }])),
        ("", "marks", json!({})),
        ("", "marks", area(json!([[0, 0], [1, 1]]))),
        ("", "format", json!("painmap/2")),
        ("", "figure", json!(null)),
        ("", "noPain", json!(true)),
        ("", "recorded", json!("yesterday")),
        ("", "shown", json!([{ "view": "posterior" }])),
        ("", "history", json!({ "signs": { "worsening": "maybe" } })),
        ("", "history", json!({ "aggravators": ["posture", "posture"] })),
        ("", "history", json!({ "relief": [{ "helped": "some" }] })),
    ] {
        let mut bad = record.clone();
        bad.pointer_mut(pointer).unwrap()[name] = value;
        assert!(PainMap::from_json(&bad.to_string()).is_err(), "{bad}");
        assert!(!validator.is_valid(&bad), "{bad}");
    }
    for (pointer, name) in
        [("", "format"), ("/marks/0", "id"), ("/marks/0", "kind"), ("/marks/0", "view"), ("/marks/0", "at")]
    {
        let mut bad = record.clone();
        bad.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(name);
        assert!(PainMap::from_json(&bad.to_string()).is_err(), "{bad}");
        assert!(!validator.is_valid(&bad), "{bad}");
    }
}
