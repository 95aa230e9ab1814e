//! Answers as JSON: what a record may hold of a mark, a command takes, and nothing else.

use std::collections::BTreeMap;

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::edit::{Command, Editor};
use painmap::record::{Author, MarkId, Reason};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::value::RawValue;

use crate::generate;
use crate::json::{hostile_text, quoted, value};

const ANSWERS: [&str; 10] = [
    "intensity",
    "worstIntensity",
    "qualities",
    "provokedBy",
    "depth",
    "course",
    "since",
    "note",
    "radius",
    "findings",
];

/// An object of which the values are left as they stand: `serde_json` can't hold every number.
type Members<'a> = BTreeMap<String, &'a RawValue>;

fn id() -> MarkId {
    MarkId::new("m1").unwrap()
}

/// An editor of a record with one spot of its own hand.
fn with_a_spot(author: Author) -> Editor {
    let mut editor = Editor::new(PainMap::new(Figure::Neutral), author);
    editor.apply(Command::AddSpot { view: View::Posterior, at: Point::new(-600, 1790) }).unwrap();
    editor
}

/// Answers that are good, nearly good, and of another kind.
fn answer() -> impl Strategy<Value = String> {
    let near = select(vec![
        "0",
        "7",
        "7.0",
        "70e-1",
        "10",
        "11",
        "-1",
        "6.5",
        "2000",
        "2001",
        "\"deep\"",
        "\"constant\"",
        "\"2026-10\"",
        "\"2026-13\"",
        "[\"aching\"]",
        "[\"aching\",\"dull\"]",
        "[\"aching\",\"aching\"]",
        "[\"pressure\"]",
        "[]",
        "[null]",
        "{}",
        "{\"tautBand\":true}",
        "{\"tautBand\":1}",
        "{\"pressurePainThresholdKpa\":5001}",
        " 7 ",
        "7 7",
        "7,\"by\":\"clinician\"",
        "[",
    ]);
    // As deep as a mark's member may nest, and one deeper.
    let deep =
        (27..31_usize).prop_map(|depth| format!("{{\"x\":{}{}}}", "[".repeat(depth), "]".repeat(depth)));
    prop_oneof![
        6 => near.prop_map(str::to_owned),
        2 => value().prop_map(|value| value.to_text(true)),
        1 => hostile_text().prop_map(|text| quoted(&text)),
        1 => hostile_text(),
        1 => deep,
        1 => (3999..4002_usize).prop_map(|length| quoted(&"é".repeat(length))),
    ]
}

proptest! {
    /// The command and the record take the same, refuse the same, and for the same reason.
    #[test]
    fn an_answer_is_taken_as_the_record_would_read_it(member in select(&ANSWERS[..]), json in answer()) {
        prop_assume!(!matches!(json.trim(), "" | "null" | "\"\""));
        let mut text = r#"{"format":"painmap/1","marks":[{"id":"m1","by":"clinician","kind":"spot","#.to_owned();
        text.push_str(&format!(r#""view":"posterior","at":[-600,1790],"{member}":{json}}}]}}"#));
        let command = Command::answer(id(), member, &json);
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok();
        match (PainMap::from_json(&text), command) {
            (Ok(read), Ok(command)) => {
                let mut editor = with_a_spot(Author::Clinician);
                editor.apply(command)?;
                // What says nothing is as good as absent.
                let mut read = read.marks().next().unwrap().clone();
                read.findings = read.findings.filter(|findings| *findings != painmap::record::Findings::default());
                prop_assert_eq!(editor.map().marks().next(), Some(&read));
            }
            (Err(of_record), Err(of_answer)) if is_json => {
                prop_assert_eq!(of_record.reason(), of_answer.reason());
                prop_assert_eq!(of_record.pointer(), format!("/marks/0{}", of_answer.pointer()));
            }
            // A text that is no JSON by itself might pass as several members.
            (_, Err(_)) => prop_assert!(!is_json, "{json} is refused"),
            (Err(error), Ok(command)) => prop_assert!(false, "{command:?} is taken in spite of {error}"),
        }
    }

    #[test]
    fn a_history_is_taken_as_the_record_would_read_it(start in generate::map()) {
        let text = start.to_json();
        let members: Members<'_> = serde_json::from_str(&text).unwrap();
        let json = members.get("history").map_or("null", |history| history.get());
        prop_assert_eq!(Command::history(json)?, Command::SetHistory(start.history));
    }

    #[test]
    fn nothing_takes_an_answer_back(
        start in generate::map(),
        member in select(&ANSWERS[..]),
        nothing in select(vec!["null", " null\n", "\"\"", ""]),
    ) {
        let mut editor = Editor::new(start, Author::Clinician);
        let own = editor.map().marks().find(|mark| mark.by == Some(Author::Clinician)).cloned();
        let Some(own) = own else { return Ok(()) };
        let command = Command::answer(own.id().clone(), member, nothing)?;
        if editor.apply(command).is_ok() {
            let text = editor.map().to_json();
            let members: Members<'_> = serde_json::from_str(&text).unwrap();
            let marks: Vec<Members<'_>> = serde_json::from_str(members["marks"].get()).unwrap();
            let id = quoted(own.id().as_str());
            let mark = marks.iter().find(|mark| mark["id"].get() == id).unwrap();
            prop_assert!(!mark.contains_key(member));
        }
    }
}

#[test]
fn what_is_no_answer_is_refused_by_its_name() {
    for member in
        ["id", "by", "kind", "at", "outline", "radiation", "place", "Intensity", "", "a/b", "\u{202e}"]
    {
        let error = Command::answer(id(), member, "7").unwrap_err();
        assert!(matches!(error.reason(), Reason::UnknownWord(_)), "{member}: {error}");
        assert!(!error.to_string().contains('\u{202e}'));
    }
    let error = Command::answer(id(), "size", "7").unwrap_err();
    assert_eq!(
        error.to_string(),
        "at /size: must be one of intensity, worstIntensity, qualities, provokedBy, depth, course, since, \
         note, radius, findings"
    );
}

#[test]
fn an_area_has_no_radius_by_json_either() {
    let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    let outline = [(300, 3600), (700, 3600), (500, 4000)].map(|(x, y)| Point::new(x, y)).to_vec();
    editor.apply(Command::AddArea { view: View::Posterior, outline }).unwrap();
    let command = Command::answer(id(), "radius", "90").unwrap();
    assert_eq!(editor.apply(command), Err(painmap::edit::EditError::NotASpot));
}
