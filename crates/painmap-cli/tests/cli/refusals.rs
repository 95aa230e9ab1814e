//! Bad records: each is refused with its place and the reason, and none makes the command panic.

use crate::command::{file, painmap};

fn record(members: &str) -> String {
    format!(r#"{{"format":"painmap/1",{members}}}"#)
}

fn mark(members: &str) -> String {
    record(&format!(r#""marks":[{{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],{members}}}]"#))
}

#[test]
fn bad_records_are_refused_by_each_verb_that_reads_them() {
    let spot = |x: &str| format!(r#"{{"id":"m1","kind":"spot","view":"posterior","at":[{x},1790]}}"#);
    let marks = |marks: &[String]| record(&format!("\"marks\":[{}]", marks.join(",")));
    let table = [
        (String::new(), "the text ends before the record does"),
        ("no record".into(), "not JSON from line 1, column 2 on"),
        (mark("\"intensity\":7").trim_end_matches('}').into(), "the text ends before the record does"),
        ("\u{feff}{\"format\":\"painmap/1\"}".into(), "not JSON from line 1, column 1 on"),
        (mark("\"intensity\":11"), "at /marks/0/intensity: must be a whole number from 0 to 10"),
        (mark("\"intensity\":6.5"), "at /marks/0/intensity: must be a whole number from 0 to 10"),
        (mark("\"intensity\":null"), "at /marks/0/intensity: must be a number"),
        (record("\"note\":null"), "at /note: must be a text"),
        (marks(&[spot("1e999")]), "at /marks/0/at/0: must be a whole number from -1000000 to 1000000"),
        (marks(&[spot("90000")]), "at /marks/0/at: lies further than 200 body units outside the view"),
        (
            marks(&[spot("0").replace("posterior", "upside-down")]),
            "at /marks/0/view: must be one of posterior, anterior, left, right",
        ),
        (marks(&[spot("0"), spot("5")]), "at /marks/1/id: is the id of another mark"),
        (record("\"note\":\"\",\"note\":\"\""), "at /note: stands twice"),
        (
            record(&format!("\"noPain\":true,\"marks\":[{}]", spot("0"))),
            "at /noPain: \"no pain\" cannot stand beside marks",
        ),
        (record(&format!("\"x\":{}1{}", "[".repeat(40), "]".repeat(40))), TOO_DEEP),
        (record("\"\\u001b]0;x\\u0007\\u202e\":{\"a\":1,\"a\":2}"), "at / ]0;x  /a: stands twice"),
        ("[".repeat(10_000_000), "larger than 1000000 bytes"),
        (format!("{{\n{}", "{\"a\":\n".repeat(1_600_000)), "larger than 1000000 bytes"),
    ];
    for (text, reason) in &table {
        for verb in ["check", "render", "describe", "measure"] {
            let ran = painmap(&[verb], text);
            assert!(verb == "check" || ran.out.is_empty(), "{}", ran.out);
            ran.bad(&format!("painmap: standard input: {reason}"));
        }
    }
}

const TOO_DEEP: &str = concat!(
    "at /x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0: ",
    "nested deeper than 32 levels"
);

#[test]
fn bytes_that_are_no_text_are_refused() {
    painmap(&["check"], b"\xff\xfe{\0").bad("painmap: standard input: not UTF-8 from byte 1 on");
    let mut text = record("\"note\":\"").into_bytes();
    text.extend(b"\xc3\x28\"}");
    painmap(&["describe"], &text).bad("painmap: standard input: not UTF-8 from byte 32 on");
}

#[test]
fn a_large_file_that_ends_within_a_letter_is_large_and_not_bad_text() {
    let text = format!("{{\n\"note\":\"{}", "é".repeat(600_000));
    painmap(&["check"], text).bad("painmap: standard input: larger than 1000000 bytes");
}

#[test]
fn a_script_in_a_note_comes_out_as_text() {
    let record = mark(r#""note":"<script>alert('x')</script> \u001b[31m \u202e""#);
    let svg = painmap(&["render"], &record).good();
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"), "{svg}");
    let document = roxmltree::Document::parse(&svg).unwrap();
    assert!(
        document
            .descendants()
            .any(|node| node.text().is_some_and(|text| text.contains("<script>alert('x')")))
    );
    let said = painmap(&["describe"], &record).good();
    assert!(said.contains("<script>alert('x')</script>"));
    assert!(!said.contains(['\u{1b}', '\u{202e}']));
}

#[cfg(unix)]
#[test]
fn a_files_name_cannot_disturb_a_terminal() {
    let path = file("a\u{1b}[2J\u{202e}b.json", "{}");
    let ran = painmap(&["check", path.to_str().unwrap()], "");
    assert!(
        !ran.err.contains(['\u{1b}', '\u{202e}']) && !ran.out.contains(['\u{1b}', '\u{202e}']),
        "{ran:?}"
    );
    assert!(ran.err.contains("a [2J b.json: at /format: is missing"), "{ran:?}");
    assert_eq!(ran.status, 1);
}
