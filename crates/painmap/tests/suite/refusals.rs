//! Bad records: each is refused with the place and the reason, to the word.

use std::collections::BTreeSet;

use painmap::PainMap;
use painmap::record::limits::MAX_BYTES;
use painmap::record::{Author, ReadError};

/// A record with these members in its only mark.
fn mark(members: &str) -> String {
    record(&format!(r#""marks":[{{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790]{members}}}]"#))
}

fn record(members: &str) -> String {
    format!(r#"{{"format":"painmap/1",{members}}}"#)
}

fn error(text: &str) -> ReadError {
    PainMap::from_json(text).and_then(|map| map.check_by(Author::Patient)).expect_err(text)
}

const WHOLE_RATING: &str = "must be a whole number from 0 to 10";

#[test]
fn every_refusal_names_its_place_and_reason() {
    let spot = r#"{"id":"m1","kind":"spot","view":"posterior","at":[0,3000]}"#;
    let many = |entry: &str, count| vec![entry; count].join(",");
    let table = [
        ("".to_owned(), "the text ends before the record does"),
        (r#"{"format":"painmap/1""#.into(), "the text ends before the record does"),
        ("nope".into(), "not JSON from line 1, column 2 on"),
        ("{\n  \"format\": painmap\n}".into(), "not JSON from line 2, column 13 on"),
        ("\u{feff}{}".into(), "not JSON from line 1, column 1 on"),
        ("{}{}".into(), "not JSON from line 1, column 3 on"),
        ("[]".into(), "must be an object"),
        ("null".into(), "must be an object"),
        ("{}".into(), "at /format: is missing"),
        (r#"{"format":"painmap/2"}"#.into(), "at /format: must be \"painmap/1\""),
        (r#"{"format":1}"#.into(), "at /format: must be a text"),
        (record(r#""format":"painmap/1""#), "at /format: stands twice"),
        (record(r#""x":{"y":[{"~":1,"~":2}]}"#), "at /x/y/0/~0: stands twice"),
        (record(r#""a/b":{"c~d":[],"c~d":[]}"#), "at /a~1b/c~0d: stands twice"),
        (record("\"\\u001b[2J\\u202e\":{\"a\":1,\"a\":1}"), "at /\\u{1b}[2J\\u{202e}/a: stands twice"),
        (record(r#""x":"\ud800""#), "at /x: a text that cannot be read"),
        (record(&format!("\"x\":{}1{}", "[".repeat(32), "]".repeat(32))), TOO_DEEP),
        (" ".repeat(MAX_BYTES + 1), "larger than 1000000 bytes"),
        (record(r#""atlas":null"#), "at /atlas: must be a text"),
        (record(&format!(r#""atlas":"{}""#, "1".repeat(65))), "at /atlas: is longer than 64 characters"),
        (record(r#""figure":"tall""#), "at /figure: must be one of neutral, feminine, masculine"),
        (
            record(r#""recorded":"2026-11-22""#),
            "at /recorded: must be a date and time like 2026-11-22T09:30:00Z",
        ),
        (record(r#""shown":[{"view":"posterior"}]"#), "at /shown/0/crop: is missing"),
        (record(&format!(r#""shown":[{}]"#, many("{}", 51))), "at /shown: has more than 50 entries"),
        (record(r#""noPain":"yes""#), "at /noPain: must be true or false"),
        (
            record(&format!(r#""noPain":true,"marks":[{spot}]"#)),
            "at /noPain: \"no pain\" cannot stand beside marks",
        ),
        (record(r#""note":null"#), "at /note: must be a text"),
        (record(r#""marks":{}"#), "at /marks: must be a list"),
        (record(&format!(r#""marks":[{}]"#, many("{}", 201))), "at /marks: has more than 200 entries"),
        (record(&format!(r#""marks":[{}]"#, many(spot, 2))), "at /marks/1/id: is the id of another mark"),
        (record(r#""marks":[3]"#), "at /marks/0: must be an object"),
        (record(r#""marks":[{}]"#), "at /marks/0/id: is missing"),
        (record(r#""marks":[{"id":"m1"}]"#), "at /marks/0/view: is missing"),
        (record(r#""marks":[{"id":"m1","view":"posterior"}]"#), "at /marks/0/kind: is missing"),
        (record(r#""marks":[{"id":"m1","view":"posterior","kind":"spot"}]"#), "at /marks/0/at: is missing"),
        (
            record(r#""marks":[{"id":"m1","view":"posterior","kind":"area"}]"#),
            "at /marks/0/outline: is missing",
        ),
        (
            record(r#""marks":[{"id":"m1","view":"posterior","kind":"area","outline":[[0,0],[1,1]]}]"#),
            "at /marks/0/outline: has fewer than 3 entries",
        ),
        (
            record(r#""marks":[{"id":"m1","view":"posterior","kind":"line"}]"#),
            "at /marks/0/kind: must be \"spot\" or \"area\"",
        ),
        (
            record(r#""marks":[{"id":"m1","view":"sideways"}]"#),
            "at /marks/0/view: must be one of posterior, anterior, left, right",
        ),
        (
            record(r#""marks":[{"id":"<m1>"}]"#),
            "at /marks/0/id: must be 1 to 64 letters, digits, dots, underscores or hyphens",
        ),
        (
            record(r#""marks":[{"id":"m1","kind":"spot","view":"posterior","at":[0,1e999]}]"#),
            "at /marks/0/at/1: must be a whole number from -1000000 to 1000000",
        ),
        (
            record(r#""marks":[{"id":"m1","kind":"spot","view":"posterior","at":[9999,0]}]"#),
            "at /marks/0/at: lies further than 200 body units outside the view",
        ),
        (
            record(r#""marks":[{"id":"m1","kind":"spot","view":"posterior","at":[0]}]"#),
            "at /marks/0/at: must be two whole numbers, x and y in body units",
        ),
        (mark(r#","intensity":11"#), &format!("at /marks/0/intensity: {WHOLE_RATING}")),
        (mark(r#","intensity":6.5"#), &format!("at /marks/0/intensity: {WHOLE_RATING}")),
        (mark(r#","worstIntensity":-1"#), &format!("at /marks/0/worstIntensity: {WHOLE_RATING}")),
        (mark(r#","intensity":null"#), "at /marks/0/intensity: must be a number"),
        (mark(r#","intensity":"7""#), "at /marks/0/intensity: must be a number"),
        (mark(r#","radius":0"#), "at /marks/0/radius: must be a whole number from 1 to 2000"),
        (mark(r#","by":"nurse""#), "at /marks/0/by: must be one of patient, clinician"),
        (
            mark(r#","qualities":["dull","sharp","dull"]"#),
            "at /marks/0/qualities/2: stands twice in its list",
        ),
        (mark(r#","depth":"skin""#), "at /marks/0/depth: must be one of superficial, deep, unsure"),
        (
            mark(r#","since":"last week""#),
            "at /marks/0/since: must be a date like 2026, 2026-10 or 2026-10-05",
        ),
        (
            mark(&format!(r#","note":"{}""#, "é".repeat(4001))),
            "at /marks/0/note: is longer than 4000 characters",
        ),
        (
            mark(r#","radiation":[{"view":"posterior","path":[]}]"#),
            "at /marks/0/radiation/0/path: has fewer than 1 entries",
        ),
        (
            mark(r#","radiation":[{"view":"left","path":[[0,0],[-2000,0]]}]"#),
            "at /marks/0/radiation/0/path/1: lies further than 200 body units outside the view",
        ),
        (mark(r#","findings":{"tautBand":null}"#), "at /marks/0/findings/tautBand: must be true or false"),
        (
            mark(r#","findings":{"pressurePainThresholdKpa":5001}"#),
            "at /marks/0/findings/pressurePainThresholdKpa: must be a whole number from 0 to 5000",
        ),
        (
            record(r#""history":{"signs":{"worsening":"maybe"}}"#),
            "at /history/signs/worsening: must be true, false or \"prefer-not-to-say\"",
        ),
        (
            record(r#""history":{"aggravators":["weather"]}"#),
            "at /history/aggravators/0: must be one of posture, overuse, inactivity, diet",
        ),
        (record(r#""history":{"relief":[{"helped":"no"}]}"#), "at /history/relief/0/what: is missing"),
        (
            mark(r#","findings":{}"#),
            "at /marks/0/findings: findings are an examiner's and cannot come from a patient",
        ),
        (mark(r#","by":"clinician""#), "at /marks/0/by: a clinician's mark cannot come from a patient"),
    ];
    let mut reasons = BTreeSet::new();
    for (text, expected) in table {
        let error = error(&text);
        assert_eq!(error.to_string(), expected, "for {}", &text[..text.len().min(200)]);
        let reason = format!("{:?}", error.reason());
        reasons.insert(reason.split([' ', '(', '{']).next().unwrap().to_owned());
    }
    assert_eq!(reasons.len(), REASONS, "a reason is not in the table: {reasons:?}");
}

const TOO_DEEP: &str = concat!(
    "at /x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: ",
    "nested deeper than 32 levels"
);
/// How many reasons there are.
const REASONS: usize = 19;

#[test]
fn the_largest_and_deepest_that_may_be_are_read() {
    let deep = record(&format!("\"x\":{}1{}", "[".repeat(31), "]".repeat(31)));
    assert!(PainMap::from_json(&deep).is_ok());
    // What counts is also the text that painmap itself writes of the record.
    let shell = PainMap::from_json(&record("\"x\":\"\"")).unwrap().to_json().len();
    let with = |filler: usize| PainMap::from_json(&record(&format!("\"x\":\"{}\"", "x".repeat(filler))));
    assert_eq!(with(MAX_BYTES - shell).unwrap().to_json().len(), MAX_BYTES);
    assert!(with(MAX_BYTES - shell + 1).is_err());
    assert!(PainMap::from_json(&" ".repeat(MAX_BYTES + 1)).is_err());
}

#[test]
fn a_clinician_may_send_findings() {
    let map = PainMap::from_json(&mark(r#","by":"clinician","findings":{}"#)).unwrap();
    assert!(map.check_by(Author::Clinician).is_ok());
    assert!(map.check_by(Author::Patient).is_err());
}
