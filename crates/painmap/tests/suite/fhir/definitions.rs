//! Our own names in FHIR: whatever a bundle holds of them is defined, with the type and the words that it has there.

use std::collections::{BTreeMap, BTreeSet};

use painmap::PainMap;
use painmap::exchange::fhir::{BASE, Release, definitions, to_bundle};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::{bundle, each_object, resources, submission};
use crate::generate;
use crate::golden::{assert_golden, examples};

/// The definitions of a release, by their addresses.
struct Defined {
    by_url: BTreeMap<String, Value>,
}

impl Defined {
    fn of(release: Release) -> Self {
        let bundle: Value = serde_json::from_str(&definitions(release)).unwrap();
        let by_url = resources(&bundle).map(|each| (each["url"].as_str().unwrap().to_owned(), each.clone()));
        Self { by_url: by_url.collect() }
    }

    fn get(&self, url: &str, kind: &str) -> Result<&Value, String> {
        let found = self.by_url.get(url).ok_or_else(|| format!("{url} is not defined"))?;
        if found["resourceType"] == kind { Ok(found) } else { Err(format!("{url} is no {kind}")) }
    }

    /// What a code says to people.
    fn display(&self, system: &str, code: &str) -> Result<&str, String> {
        let concepts = self.get(system, "CodeSystem")?["concept"].as_array().unwrap();
        let found = concepts.iter().find(|concept| concept["code"] == code);
        found.and_then(|concept| concept["display"].as_str()).ok_or_else(|| format!("{system} has no {code}"))
    }

    /// Whether the code is in the value set.
    fn holds(&self, value_set: &str, code: &str) -> Result<(), String> {
        let system = &self.get(value_set, "ValueSet")?["compose"]["include"][0]["system"];
        self.display(system.as_str().unwrap(), code).map(drop)
    }

    /// Whether an extension of ours is as its definition has it; `on` says on which element it stands.
    fn check_extension(&self, extension: &Value, on: &str) -> Result<(), String> {
        let url = extension["url"].as_str().unwrap();
        let definition = self.get(url, "StructureDefinition")?;
        if definition["context"][0]["expression"] != on {
            return Err(format!("{url} stands on {on}"));
        }
        let elements = definition["differential"]["element"].as_array().unwrap();
        self.check_members(extension, "Extension", elements)
    }

    fn check_members(&self, extension: &Value, id: &str, elements: &[Value]) -> Result<(), String> {
        let element = |id: &str| elements.iter().find(|element| element["id"] == id);
        let members = extension["extension"].as_array().ok_or_else(|| format!("{id} has no members"))?;
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for member in members {
            let name = member["url"].as_str().unwrap();
            *counts.entry(name).or_default() += 1;
            let place = format!("{id}.extension:{name}");
            element(&place).ok_or_else(|| format!("{place} is not defined"))?;
            let value = element(&format!("{place}.value[x]")).unwrap();
            if value["max"] == "0" {
                self.check_members(member, &place, elements)?;
                continue;
            }
            let kind = value["type"][0]["code"].as_str().unwrap();
            let held = format!("value{}{}", kind[..1].to_uppercase(), &kind[1..]);
            let names: BTreeSet<_> = member.as_object().unwrap().keys().map(String::as_str).collect();
            if names != BTreeSet::from(["url", &held]) {
                return Err(format!("{place} has {names:?} and not {held}"));
            }
            if let Some(value_set) = value["binding"]["valueSet"].as_str() {
                self.holds(value_set, member[&held].as_str().unwrap())?;
            }
        }
        // How often each stands there.
        let start = format!("{id}.extension:");
        for defined in elements {
            let slice = defined["id"].as_str().and_then(|id| id.strip_prefix(&start));
            let Some(name) = slice.filter(|name| !name.contains('.')) else { continue };
            let count = counts.get(name).copied().unwrap_or(0);
            let most = defined["max"].as_str().unwrap().parse().unwrap_or(u64::MAX);
            if count < defined["min"].as_u64().unwrap() || count > most {
                return Err(format!("{start}{name} stands there {count} times"));
            }
        }
        Ok(())
    }

    /// Whether everything of ours in the object itself is defined.
    fn check_object(&self, members: &Map<String, Value>) -> Result<usize, String> {
        let mut found = 0;
        for extension in members.get("extension").and_then(Value::as_array).into_iter().flatten() {
            if extension["url"].as_str().is_some_and(|url| url.starts_with(BASE)) {
                let on = if members.contains_key("resourceType") {
                    members["resourceType"].as_str().unwrap()
                } else {
                    "Observation.component"
                };
                self.check_extension(extension, on)?;
                found += 1;
            }
        }
        let text = |name| members.get(name).and_then(Value::as_str);
        if let (Some(system), Some(code)) = (text("system"), text("code"))
            && system.starts_with(BASE)
        {
            let display = self.display(system, code)?;
            if text("display").is_some_and(|said| said != display) {
                return Err(format!("{system} {code} is {display}, not {:?}", text("display")));
            }
            found += 1;
        }
        // Of a concept whose only code is a word of ours, the words are those of the definition, but for places,
        // which have a side there.
        if let [Value::Object(coding)] =
            members.get("coding").and_then(Value::as_array).map_or(&[][..], |all| all)
            && let Some(list) = coding["system"].as_str().and_then(|system| system.strip_prefix(BASE))
            && !["/CodeSystem/region", "/CodeSystem/landmark"].contains(&list)
        {
            let display =
                self.display(coding["system"].as_str().unwrap(), coding["code"].as_str().unwrap())?;
            if text("text") != Some(display) {
                return Err(format!("{list} says {display}, not {:?}", text("text")));
            }
        }
        Ok(found)
    }

    fn check(&self, bundle: &Value) -> Result<usize, String> {
        let mut result = Ok(0);
        each_object(bundle, &mut |members| {
            if let Ok(found) = result.clone() {
                result = self.check_object(members).map(|more| found + more);
            }
        });
        result
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn whatever_is_ours_in_a_bundle_is_defined(map in generate::map()) {
        for &release in Release::ALL {
            let found = Defined::of(release).check(&bundle(&map, release));
            prop_assert!(found.is_ok(), "{found:?}");
        }
    }
}

#[test]
fn the_examples_hold_definitions_of_every_kind() {
    for &release in Release::ALL {
        let defined = Defined::of(release);
        let mut seen = String::new();
        for (name, map) in examples() {
            let bundle = to_bundle(&map, &submission(), release).unwrap();
            let found = defined.check(&serde_json::from_str(&bundle).unwrap());
            assert!(found.is_ok_and(|found| found > 0), "{name}");
            seen += &bundle;
        }
        for (url, definition) in &defined.by_url {
            let used = definition["resourceType"] == "ValueSet"
                || definition["id"].as_str().is_some_and(|id| IN_EXTENSIONS.contains(&id))
                || seen.contains(&format!("\"{url}\""));
            // R4 has no BodyStructure with a landmark, and the examples have no word beside a published code there.
            assert!(used || (release == Release::R4 && url.ends_with("/landmark")), "{url} is in no example");
        }
    }
}

/// Lists of words that extensions hold, without their systems.
const IN_EXTENSIONS: [&str; 5] = ["view", "crop", "figure", "author", "not-carried"];

#[test]
fn a_fault_would_be_noticed() {
    let map = PainMap::from_json(
        r#"{"format":"painmap/1","recorded":"2026-11-22T09:30:00Z","shown":[{"view":"posterior","crop":"back"}],
        "marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"depth":"deep"}]}"#,
    )
    .unwrap();
    let defined = Defined::of(Release::R4);
    let good = bundle(&map, Release::R4).to_string();
    assert!(defined.check(&serde_json::from_str(&good).unwrap()).is_ok());
    for (was, is) in [
        (r#""url":"x","valueInteger":-600"#, r#""url":"x","valueString":"-600""#),
        (r#""url":"x","valueInteger":-600"#, r#""url":"z","valueInteger":-600"#),
        (r#""url":"view","valueCode":"posterior""#, r#""url":"view","valueCode":"above""#),
        (r#""code":"deep""#, r#""code":"deeper""#),
        ("Deep inside", "Within"),
        ("StructureDefinition/mark", "StructureDefinition/spot"),
    ] {
        // Members are sorted in this text, as serde_json writes a tree.
        let sorted = |text: &str| text.split(',').rev().collect::<Vec<_>>().join(",");
        let bad =
            if good.contains(was) { good.replace(was, is) } else { good.replace(&sorted(was), &sorted(is)) };
        assert_ne!(bad, good, "{was}");
        assert!(defined.check(&serde_json::from_str(&bad).unwrap()).is_err(), "{is}");
    }
}

/// Every name with what it says, to be read when it changes.
#[test]
fn the_names_are_the_kept_ones() {
    let mut lines = String::new();
    for (url, definition) in &Defined::of(Release::R4).by_url {
        lines +=
            &format!("{}: {}\n", url.trim_start_matches(BASE), definition["description"].as_str().unwrap());
        for concept in definition["concept"].as_array().into_iter().flatten() {
            let of = |member: &str| concept[member].as_str().unwrap().to_owned();
            lines += &format!("  {}  {}\n", of("code"), of("display"));
        }
        for element in definition["differential"]["element"].as_array().into_iter().flatten() {
            if let Some(kind) = element["type"][0]["code"].as_str() {
                lines += &format!("  {}  {kind}\n", element["id"].as_str().unwrap());
            }
        }
    }
    assert_golden("fhir/definitions.txt", &lines);
}
