//! Texts of strangers in every verb that prints: markup, control characters, changes of writing direction,
//! formulas, notes as long as they may be. They come out as text, and nothing of them acts.

use serde_json::{Value, json};

use crate::command::{Ran, file, painmap};

/// What a stranger may write, each with a name for the test's own words.
fn texts() -> Vec<(&'static str, String)> {
    let mut texts = vec![
        ("markup", "<script>alert(1)</script><img src=x onerror=alert(1)> ]]> &lt; --> <!--".to_owned()),
        ("attribute", "\" onload=\"alert(1)\" x='".to_owned()),
        ("markdown", "[a](javascript:alert(1)) ![](http://x) `b` **c** <http://x>".to_owned()),
        ("terminal", "a\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{90}q\u{9c}\u{7f}\u{8}".to_owned()),
        ("lines", "one\ntwo\r\nthree\u{85}four\u{2028}five\u{2029}six\tseven\u{b}\u{c}".to_owned()),
        ("nul", "a\0b\u{1}\u{1f}".to_owned()),
        ("direction", "\u{202e}evil\u{202c}\u{2066}x\u{2069}\u{200f}\u{200e}\u{61c}\u{202a}\u{202b}\u{202d}\u{2067}\u{2068}".to_owned()),
        ("no characters", "\u{fffe}\u{ffff}\u{feff}\u{fdd0}\u{10ffff}".to_owned()),
        ("quotes", "\"a\",\"b\";'c'|d\\n\\u202e\\".to_owned()),
        ("wide at the limit", "漢".repeat(4_000)),
        ("astral at the limit", "𠀀".repeat(4_000)),
        ("right to left at the limit", "ألم ".repeat(1_000)),
        ("escapes at the limit", "\u{202e}".repeat(4_000)),
        ("quotes at the limit", "\"".repeat(4_000)),
    ];
    let formulas = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "\"=1",
        "＝1",
        "a;=cmd|'/c calc'!A0",
        "'=1",
        "\n-2+3",
    ];
    texts.extend(formulas.map(|formula| ("formula", formula.to_owned())));
    texts
}

/// A record with the text wherever a text may stand.
fn record(text: &str) -> String {
    let short: String = text.chars().take(64).collect();
    let spot = json!({ "id": "-1.e5", "by": "patient", "kind": "spot", "view": "posterior", "at": [-600, 1790],
        "radius": 120, "intensity": 7, "note": text, "findings": { "tautBand": true, (short.clone()): text } });
    let area = json!({ "id": "m2", "kind": "area", "view": "posterior", "note": text, "intensity": 3,
        "outline": [[200, 2400], [500, 2400], [500, 2700]], (short.clone()): { (short.clone()): [text] } });
    let record = json!({ "format": "painmap/1", "atlas": short, "recorded": "2026-11-22T09:30:00Z", "note": text,
        "shown": [{ "view": "posterior", "crop": "back" }], "marks": [spot, area], "history": { (short.clone()): text },
        (short): text });
    record.to_string()
}

fn acts(letter: char) -> bool {
    (letter.is_control() && letter != '\n')
        || matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Nothing that the command said acts.
#[track_caller]
fn assert_harmless(ran: &Ran, what: &str) {
    for said in [&ran.out, &ran.err] {
        let found: Vec<_> = said.chars().filter(|&letter| acts(letter)).take(5).collect();
        assert!(found.is_empty(), "{what}: {found:?}");
    }
}

/// All records, one a line.
fn stream() -> String {
    texts().iter().map(|(_, text)| record(text) + "\n").collect()
}

const FHIR: [&str; 5] = ["--subject", "Patient/17", "--performer", "Patient/17", "--no-pictures"];

#[test]
fn no_verb_lets_a_text_act() {
    let stream = stream();
    let records = texts().len();
    let mut calls: Vec<Vec<&str>> = vec![
        vec!["check"],
        vec!["check", "--json"],
        vec!["check", "--by", "patient"],
        vec!["check", "--by", "patient", "--json"],
        vec!["describe"],
        vec!["describe", "--json"],
        vec!["describe", "--patterns"],
        vec!["measure"],
        vec!["measure", "--json"],
        vec!["aggregate"],
        vec!["aggregate", "--json"],
        vec!["export", "--to", "csv"],
        vec!["export", "--to", "ndjson"],
        vec!["export", "--to", "redcap"],
        [&["export", "--to", "fhir-r4"], &FHIR[..]].concat(),
        [&["export", "--to", "fhir-r5"], &FHIR[..]].concat(),
    ];
    for language in ["ar", "de", "es", "fr", "pt", "zh"] {
        calls.push(vec!["describe", "--language", language]);
    }
    for call in calls {
        let ran = painmap(&call, &stream);
        let is_refused = call.contains(&"patient");
        assert_eq!(ran.status, i32::from(is_refused), "{call:?}: {}", ran.err);
        assert!(
            ran.out.lines().count()
                >= if call.contains(&"--json") && call[0] != "aggregate" { records } else { 1 }
        );
        assert_harmless(&ran, &call.join(" "));
    }
}

#[test]
fn tables_and_bundles_give_the_texts_back() {
    let stream = stream();
    let ran = painmap(&["export", "--to", "ndjson"], &stream);
    let notes: Vec<Value> = ran
        .out
        .lines()
        .step_by(2)
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["note"].clone())
        .collect();
    let written: Vec<Value> = texts().into_iter().map(|(_, text)| text.into()).collect();
    assert_eq!(notes, written);

    // A cell begins with no formula, however a program splits the line.
    for to in ["csv", "redcap"] {
        for line in painmap(&["export", "--to", to], &stream).good().lines() {
            for piece in line.split([',', ';']) {
                let seen = piece.trim_start_matches(|letter: char| {
                    letter.is_whitespace() || matches!(letter, '"' | '\u{feff}')
                });
                let is_number = seen.parse::<i64>().is_ok();
                assert!(
                    is_number || !seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']),
                    "{to}: {piece:.40}"
                );
            }
        }
    }

    for to in ["fhir-r4", "fhir-r5"] {
        let bundles = painmap(&[&["export", "--to", to], &FHIR[..]].concat(), &stream).good();
        let back = painmap(&["import"], &bundles);
        assert_harmless(&back, to);
        for (line, (name, text)) in back.out.lines().zip(texts()) {
            let map: Value = serde_json::from_str(line).unwrap();
            assert_eq!(
                (&map["note"], &map["marks"][1]["note"]),
                (&json!(text), &json!(text)),
                "{to}: {name}"
            );
        }
        // Without the attached record: what is lost is told, and that is no louder.
        let stripped: String = bundles.lines().map(|line| without_documents(line) + "\n").collect();
        let back = painmap(&["import"], stripped);
        assert_eq!((back.status, back.out.lines().count()), (0, texts().len()), "{}", back.err);
        assert!(back.err.contains("lost "), "{}", back.err);
        assert_harmless(&back, to);
    }
}

fn without_documents(bundle: &str) -> String {
    let mut bundle: Value = serde_json::from_str(bundle).unwrap();
    let entries = bundle["entry"].as_array_mut().unwrap();
    entries.retain(|entry| entry["resource"]["resourceType"] != "DocumentReference");
    bundle.to_string()
}

#[test]
fn pictures_and_comparisons_hold_them_as_text() {
    for (name, text) in texts() {
        let record = record(&text);
        let ran = painmap(&["render"], &record);
        assert_harmless(&ran, name);
        let svg = ran.good();
        let document = roxmltree::Document::parse(&svg).unwrap_or_else(|error| panic!("{name}: {error}"));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            let tag = node.tag_name().name();
            let known = ["svg", "title", "desc", "defs", "clipPath", "path", "rect", "g", "text", "circle"];
            assert!(known.contains(&tag), "{name}: {tag}");
            for attribute in node.attributes() {
                let plain =
                    !attribute.name().starts_with("on") && !["href", "style"].contains(&attribute.name());
                assert!(plain && !attribute.value().contains("://"), "{name}: {}", attribute.name());
            }
        }
        let said =
            document.descendants().find(|node| node.has_tag_name("desc") || node.tag_name().name() == "desc");
        if name.ends_with("wide at the limit") {
            assert!(said.is_some_and(|said| said.text().is_some_and(|said| said.contains(&text))), "{name}");
        }
    }
    let texts = texts();
    let earlier = file("hostile-earlier.json", record(&texts[3].1));
    let later = file("hostile-later.json", record(&texts[6].1).replace("-600,1790", "-400,1790"));
    let (earlier, later) = (earlier.to_str().unwrap(), later.to_str().unwrap());
    for call in [&["compare", earlier, later][..], &["compare", "--json", earlier, later]] {
        let ran = painmap(call, "");
        assert_harmless(&ran, "compare");
        assert!(!ran.good().is_empty());
    }
}

/// Names of members that make a record bad stand in the error's place.
#[test]
fn error_lines_are_harmless() {
    // An error's line is no cell of a spreadsheet.
    for (name, text) in texts().into_iter().filter(|(name, _)| *name != "formula") {
        let short: String = text.chars().take(64).collect();
        let twice = format!("{{\"format\":\"painmap/1\",{0}:{{{0}:1,{0}:2}}}}", json!(short));
        let broken = format!("{{\"format\":\"painmap/1\",{}", json!(text));
        let wrong =
            json!({ "format": text, "marks": [{ "id": text, "kind": text, "view": text, "at": text }] })
                .to_string();
        for bad in [&twice, &broken, &wrong] {
            for call in [
                &["check"][..],
                &["check", "--json"],
                &["describe"],
                &["measure"],
                &["export", "--to", "csv"],
                &["import"],
                &["render"],
                &["aggregate"],
            ] {
                let ran = painmap(call, bad);
                assert_eq!(ran.status, 1, "{name}, {call:?}: {}", ran.err);
                assert_eq!(ran.err.lines().count(), 1, "{name}: {}", ran.err);
                assert_harmless(&ran, name);
            }
        }
    }
}

#[test]
fn lines_and_arguments_are_harmless() {
    let lines: String =
        texts().iter().map(|(_, text)| format!("{} 1 2\n", text.replace('\n', " "))).collect();
    let ran = painmap(&["locate"], lines);
    assert_eq!(ran.status, 1);
    assert_harmless(&ran, "locate");
    let ran = painmap(&["aggregate", "--merge"], format!("{{\"format\":{}}}", json!("\u{1b}[2J\u{202e}")));
    assert_eq!(ran.status, 1);
    assert_harmless(&ran, "aggregate --merge");
    // What the call itself names, down to what is no option.
    let name = "x\u{1b}[2J\u{9b}31m\u{202e}y";
    let option = format!("--{name}");
    let folder = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    let missing = format!("{folder}/none.json");
    let unwritable = format!("{folder}/none/out");
    for call in [
        &["check", &option][..],
        &[name],
        &["check", &missing],
        &["describe", &missing],
        &["measure", &missing],
        &["aggregate", &missing],
        &["aggregate", "--merge", &missing],
        &["compare", &missing, &missing],
        &["import", &missing],
        &["render", &missing],
        &["describe", "--language", name],
        &["export", "--to", name],
        &["export", "--to", "fhir-r4", "--subject", name],
        &["locate", name, "1"],
        &["generate", "--seed", name],
        &["atlas", "--view", name],
        &["schema", "--for", name],
        &["schema", "-o", &unwritable],
    ] {
        let ran = painmap(call, "");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{call:?}: {}", ran.err);
        assert!(ran.err.contains('x') && ran.err.contains('y'), "{call:?}: {}", ran.err);
        assert_harmless(&ran, &call.join(" "));
    }
}

#[cfg(unix)]
#[test]
fn names_of_files_are_harmless_wherever_they_are_said() {
    let name = "hostile\u{1b}[2J\u{9b}\u{202e}=1+1\n.json";
    let good = file(name, record("=1"));
    let other = file("hostile-other.json", record("a"));
    let (good, other) = (good.to_str().unwrap(), other.to_str().unwrap());
    for call in [
        &["check", good][..],
        &["check", "--json", good],
        &["describe", good, other],
        &["measure", good, other],
        &["measure", "--json", good],
        &["compare", good, other],
        &["aggregate", good],
        &["export", "--to", "csv", good],
        &["export", "--to", "ndjson", good],
        &["export", "--to", "redcap", good],
        &["check", "--by", "patient", good],
        &["render", good, other],
    ] {
        let ran = painmap(call, "");
        assert!(!ran.out.is_empty() || !ran.err.is_empty());
        assert_harmless(&ran, &call.join(" "));
    }
}
