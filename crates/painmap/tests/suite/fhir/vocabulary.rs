//! The words of others: only codes that were verified, each listed here by hand from its source.

use std::collections::BTreeSet;

use painmap::anatomy::{CodeSystem, RegionId};
use painmap::exchange::fhir::{BASE, Release};
use proptest::prelude::*;

use super::{bundle, each_object};
use crate::generate;

/// LOINC, read in LOINC's own pages or in the HL7 Symptoms guide.
const LOINC: [&str; 9] =
    ["97339-6", "75325-1", "111551-8", "72514-3", "56823-8", "64750-3", "89261-2", "100752-5", "111795-1"];
/// The SNOMED CT Global Patient Set (September 2020): pain, qualities, sides, directions.
const SNOMED: [&str; 16] = [
    "22253000",
    "27635008",
    "36349006",
    "55300003",
    "71393004",
    "274676007",
    "44077006",
    "7771000",
    "24028007",
    "51440002",
    "264217000",
    "261089000",
    "255561001",
    "49370004",
    "255549009",
    "255551008",
];

fn is_known(system: &str, code: &str) -> bool {
    let of_a_region = |wanted: CodeSystem| {
        system == wanted.uri()
            && RegionId::all().filter_map(RegionId::concept).any(|concept| concept.code(wanted) == Some(code))
    };
    match system {
        "http://loinc.org" => LOINC.contains(&code),
        "http://snomed.info/sct" => SNOMED.contains(&code) || of_a_region(CodeSystem::Snomed),
        "http://terminology.hl7.org/CodeSystem/observation-category" => ["survey", "exam"].contains(&code),
        "http://terminology.hl7.org/CodeSystem/data-absent-reason" => code == "asked-declined",
        "http://hl7.org/fhir/uv/symptoms/CodeSystem/SymptomTemporary" => code == "symptom",
        _ => of_a_region(CodeSystem::Uberon) || of_a_region(CodeSystem::Fma) || system.starts_with(BASE),
    }
}

proptest! {
    #![proptest_config(super::cases())]

    #[test]
    fn no_code_is_made_up(map in generate::map()) {
        for &release in Release::ALL {
            let mut unknown = BTreeSet::new();
            each_object(&bundle(&map, release), &mut |members| {
                let text = |name| members.get(name).and_then(serde_json::Value::as_str);
                if let (Some(system), Some(code), None) = (text("system"), text("code"), text("unit"))
                    && !is_known(system, code)
                {
                    unknown.insert((system.to_owned(), code.to_owned()));
                }
            });
            prop_assert!(unknown.is_empty(), "{unknown:?}");
        }
    }
}
