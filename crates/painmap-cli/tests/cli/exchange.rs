//! Export and import: there and back at the command line.

use serde_json::Value;

use crate::command::{example, file, one_line, painmap};

const SUBJECT: [&str; 4] = ["--subject", "Patient/17", "--performer", "Patient/17"];

fn export(to: &str, more: &[&str], record: &str) -> String {
    painmap(&[&["export", "--to", to], &SUBJECT[..], more].concat(), record).good()
}

/// The record as `painmap` writes it.
fn canonical(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/golden/canonical");
    std::fs::read_to_string(format!("{folder}/{name}.json")).unwrap()
}

#[test]
fn a_record_goes_there_and_back() {
    for to in ["fhir-r4", "fhir-r5"] {
        let bundle = export(to, &["--examiner", "PractitionerRole/9"], &example("clinician"));
        assert_eq!(bundle.lines().count(), 1);
        assert!(bundle.contains("PractitionerRole/9"));
        assert_eq!(painmap(&["import"], &bundle).good(), canonical("clinician"));
        // A bundle that a person laid out over many lines is one bundle.
        let laid_out: Value = serde_json::from_str(&bundle).unwrap();
        let path = file(&format!("{to}.json"), serde_json::to_string_pretty(&laid_out).unwrap());
        assert_eq!(painmap(&["import", path.to_str().unwrap()], "").good(), canonical("clinician"));
    }
}

#[test]
fn options_of_fhir_reach_the_bundle() {
    let bundle = export("fhir-r5", &["--stature", "170", "--bundle", "transaction"], &example("area"));
    assert!(bundle.contains(r#""unit":"mm""#) && bundle.contains(r#""type":"transaction""#));
    assert!(bundle.contains("image/svg+xml"));
    let bundle = export("fhir-r5", &["--no-pictures"], &example("area"));
    assert!(bundle.contains("10*-4{stature}") && !bundle.contains("image/svg+xml"));
}

#[test]
fn many_records_are_many_lines_and_a_bad_one_is_told() {
    let records = format!("{}\n{{}}\n{}\n", one_line(&example("area")), one_line(&example("no-pain")));
    let ran = painmap(&[&["export", "--to", "fhir-r4"], &SUBJECT[..]].concat(), records);
    assert_eq!(ran.out.lines().count(), 2);
    let bundles = ran.out.replacen('\n', "\n[]\n", 1);
    ran.bad("painmap: standard input, line 2: at /format: is missing");
    let ran = painmap(&["import"], bundles);
    assert_eq!(ran.out, canonical("area") + &canonical("no-pain"));
    ran.bad("painmap: standard input, line 2: must be an object");
}

#[test]
fn a_record_without_a_time_asks_for_one() {
    let record = r#"{"format":"painmap/1","noPain":true}"#;
    let call = [&["export", "--to", "fhir-r4"], &SUBJECT[..]].concat();
    painmap(&call, record).bad(
        "painmap: standard input: the record has no time that FHIR can write, and none was given for it: give \
         it with --recorded",
    );
    let bundle = export("fhir-r4", &["--recorded", "2026-11-22T09:30:00Z"], record);
    assert!(bundle.contains("2026-11-22T09:30:00Z"));
    let back = painmap(&["import"], bundle).good();
    assert!(!back.contains("recorded"), "{back}");
}

#[test]
fn what_the_resources_cannot_carry_is_told() {
    let bundle = export("fhir-r4", &["--recorded", "2026-11-22T09:30:00Z"], &example("unknown-members"));
    let mut bundle: Value = serde_json::from_str(&bundle).unwrap();
    let entries = bundle["entry"].as_array_mut().unwrap();
    entries.retain(|entry| entry["resource"]["resourceType"] != "DocumentReference");
    let ran = painmap(&["import"], bundle.to_string());
    assert_eq!(ran.status, 0);
    let lost = "\
painmap: standard input: lost the record: members that painmap doesn't know
painmap: standard input: lost /marks/0: members that painmap doesn't know
painmap: standard input: lost /marks/0/radiation/0: members that painmap doesn't know
painmap: standard input: lost /history: members that painmap doesn't know
";
    assert_eq!(ran.err, lost);
    assert!(ran.out.contains(r#""id":"left_elbow.1""#) && !ran.out.contains("temperature"));
}

#[test]
fn wrong_calls_are_told() {
    let record = example("area");
    painmap(&["export"], &record).wrong("--to");
    painmap(&["export", "--to", "fhir-r3"], &record).wrong("possible values: fhir-r4, fhir-r5");
    painmap(&["export", "--to", "fhir-r4"], &record).wrong("FHIR needs --subject");
    let call = |subject, performer| {
        painmap(&["export", "--to", "fhir-r4", "--subject", subject, "--performer", performer], &record)
    };
    call("Group/1", "Patient/1").wrong("must be Patient/ID, or the address of one");
    call("Patient/1", "Practitioner/1")
        .wrong("must be Patient/ID or RelatedPerson/ID, or the address of one");
    call("Patient/1\u{1b}[2J", "Patient/1").wrong("must be Patient/ID");
    let with = |option, value| {
        painmap(&[&["export", "--to", "fhir-r4", option, value], &SUBJECT[..]].concat(), &record)
    };
    with("--recorded", "yesterday").wrong("must be a date and time like 2026-11-22T09:30:00Z");
    with("--stature", "17").wrong("must be a whole number of centimetres from 40 to 280");
    with("--bundle", "message").wrong("possible values: collection, transaction");
}

#[test]
fn what_is_no_bundle_is_told_with_its_place() {
    let bad = |bundle: &str, reason: &str| {
        painmap(&["import"], bundle).bad(&format!("painmap: standard input: {reason}"));
    };
    bad("{", "the text ends before the record does");
    bad("{}", "at /resourceType: must be \"Bundle\"");
    bad(&example("area"), "at /resourceType: must be \"Bundle\"");
    bad(
        r#"{"resourceType":"Bundle"}"#,
        "at /entry: holds no panel of painmap's (an Observation with LOINC 97339-6)",
    );
    bad("{\"resourceType\":\"Bundle\",\"a\u{202e}\":[1,]}", "not JSON from line 1, column 36 on");
    painmap(&["import", "no-such-file.json"], "").wrong("cannot read no-such-file.json");
}
