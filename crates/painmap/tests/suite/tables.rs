//! Tables and REDCap: what the columns promise holds for any record, and the documents say the same.

use painmap::PainMap;
use painmap::exchange::redcap::{DICTIONARY_HEADER, Field, FieldKind, fields, values, values_header};
use painmap::exchange::table::{
    Cell, Column, Kind, Origin, Subject, columns, guard, json_line, rows, unguard,
};
use painmap::generate::{Cluster, Complaint};
use painmap::record::PREFER_NOT_TO_SAY;
use proptest::prelude::*;
use serde_json::Value;

use crate::generate;
use crate::golden::assert_section;
use crate::json::hostile_text;

const ORIGIN: Origin<'_> = Origin { record: "1", file: Some("=a.json"), line: Some(3) };

/// Texts in which formulas begin, wherever a spreadsheet may see a cell begin.
fn formula_text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "＝",
        "'",
        "\"",
        ";",
        ",",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\\",
        "\\n",
        "\\u",
        "|",
        "\u{feff}",
        "\u{202e}",
        "\u{1b}",
        "a",
        "1+1",
        "HYPERLINK(\"x\")",
    ]);
    prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())
}

fn check_cell(column: &Column, cell: &Cell<'_>) -> Result<(), TestCaseError> {
    let name = column.name();
    let known = |word: &str| {
        let own = column.words().contains(&word) || column.words().is_empty();
        own || (column.is_declinable() && word == PREFER_NOT_TO_SAY)
    };
    match (cell, column.kind()) {
        (Cell::Absent, _) | (Cell::Flag(_), Kind::Flag) => {}
        (Cell::Text(text), Kind::Text) => prop_assert!(known(text), "{name}: {text}"),
        (Cell::Whole(number), Kind::Whole) => {
            let within = column.range().is_none_or(|(least, most)| (least..=most).contains(number));
            prop_assert!(within, "{name}: {number}");
        }
        (Cell::List(words), Kind::List) => {
            for word in words {
                prop_assert!(known(word) && !word.contains('|') && guard(word) == *word, "{name}: {word}");
            }
        }
        (cell, kind) => prop_assert!(false, "{name} is {kind:?}, not {cell:?}"),
    }
    Ok(())
}

/// What the JSON says in the place of a cell.
fn as_json(cell: &Cell<'_>) -> Value {
    match cell {
        Cell::Absent => Value::Null,
        Cell::Text(text) => Value::from(&**text),
        Cell::Whole(number) => Value::from(*number),
        Cell::Flag(yes) => Value::from(*yes),
        Cell::List(words) => words.iter().map(|word| Value::from(&**word)).collect(),
    }
}

proptest! {
    #[test]
    fn a_guarded_text_begins_no_formula_and_comes_back(text in prop_oneof![formula_text(), hostile_text()]) {
        let guarded = guard(&text);
        let back = unguard(&guarded);
        prop_assert_eq!(back.as_deref(), Some(text.as_str()));
        // However a program splits it, no piece begins a formula, and there is nothing that acts.
        for piece in guarded.split(';') {
            let seen = piece.trim_start_matches(|letter: char| {
                letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '\u{feff}')
            });
            prop_assert!(!seen.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{guarded:?}");
        }
        let acts = |letter: char| letter.is_control() || matches!(letter, '\u{200f}' | '\u{2028}' | '\u{202e}' | '\u{2066}');
        prop_assert!(!guarded.contains(acts), "{guarded:?}");
    }

    #[test]
    fn rows_hold_what_their_columns_say(map in generate::map()) {
        let rows: Vec<_> = rows(&map, ORIGIN).collect();
        prop_assert_eq!(rows.len(), map.marks().len().max(1));
        for (index, row) in rows.iter().enumerate() {
            prop_assert_eq!(row.mark_number(), (map.marks().len() > 0).then_some(index + 1));
            let json = json_line(row);
            prop_assert!(!json.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{}", json);
            let json: Value = serde_json::from_str(&json).unwrap();
            let members = json.as_object().unwrap();
            prop_assert_eq!(members.len(), row.cells().filter(|cell| !cell.is_absent()).count());
            for (column, cell) in columns().zip(row.cells()) {
                check_cell(column, &cell)?;
                prop_assert_eq!(&row.cell(column), &cell);
                prop_assert_eq!(&json[column.name()], &as_json(&cell));
                let is_bare = row.mark_number().is_none() && column.subject() == Subject::Mark;
                prop_assert!(!is_bare || cell.is_absent(), "{}", column.name());
            }
        }
    }

    #[test]
    fn redcap_values_fit_the_dictionary(map in generate::map()) {
        let header = values_header();
        let rows = values(&map, ORIGIN);
        prop_assert_eq!(rows.len(), map.marks().len() + 1);
        for (number, row) in rows.iter().enumerate() {
            prop_assert_eq!(row.len(), header.len());
            let repeat = if number == 0 { [String::new(), String::new()] } else { ["painmap_mark".to_owned(), number.to_string()] };
            prop_assert_eq!(&row[..3], &["1".to_owned(), repeat[0].clone(), repeat[1].clone()]);
            for (name, value) in header.iter().zip(row).skip(3) {
                let field = fields().find(|field| name.split("___").next() == Some(&field.name())).unwrap();
                let of_record = field.dictionary_row()[1] == "painmap_record";
                prop_assert!(value.is_empty() || of_record == (number == 0), "{name} of another instrument");
                prop_assert!(value.is_empty() || admits(&field, name, value), "{name}: {value}");
            }
        }
    }
}

/// Whether REDCap would take the value, by the field's row in the dictionary.
fn admits(field: &Field, name: &str, value: &str) -> bool {
    let row = field.dictionary_row();
    let codes: Vec<_> = row[5].split(" | ").filter_map(|choice| choice.split(", ").next()).collect();
    match (row[3].as_str(), row[7].as_str()) {
        ("yesno", _) => ["0", "1"].contains(&value),
        ("radio", _) => codes.contains(&value),
        ("checkbox", _) => {
            ["0", "1"].contains(&value) && codes.iter().any(|code| name.ends_with(&format!("___{code}")))
        }
        ("text", "integer") => value.parse::<i64>().is_ok_and(|number| {
            let beyond = |limit: &str, is_beyond: fn(i64, i64) -> bool| {
                limit.parse().is_ok_and(|limit| is_beyond(number, limit))
            };
            !beyond(&row[8], |number, least| number < least) && !beyond(&row[9], |number, most| number > most)
        }),
        (kind, "") => kind == "text" || kind == "notes",
        _ => false,
    }
}

#[test]
fn the_dictionary_keeps_redcaps_rules() {
    let mut forms: Vec<String> = Vec::new();
    let mut names = Vec::new();
    for field in fields() {
        let row = field.dictionary_row();
        assert_eq!(row.len(), DICTIONARY_HEADER.len());
        let name = row[0].clone();
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        assert!(name.bytes().all(plain) && name.as_bytes()[0].is_ascii_lowercase(), "{name}");
        assert!(name.len() <= 26 && !name.contains("__") && !name.ends_with('_'), "{name}");
        assert!(!names.contains(&name), "{name} stands twice");
        names.push(name.clone());
        // The fields of an instrument stand together.
        if forms.last() != Some(&row[1]) {
            assert!(!forms.contains(&row[1]), "{} is broken up", row[1]);
            forms.push(row[1].clone());
        }
        assert!(!row[4].is_empty() && !row[4].contains(['<', '\n', '`']), "{name} has no plain label");
        let choices: Vec<_> = row[5].split(" | ").filter_map(|choice| choice.split_once(", ")).collect();
        let choosing = matches!(field.kind(), FieldKind::Radio | FieldKind::Checkbox);
        assert_eq!(choices.len() > 1, choosing, "{name}");
        for (index, (code, label)) in choices.iter().enumerate() {
            assert!(code.bytes().all(plain) && !label.contains([',', '|']), "{name}: {code}");
            assert!(!choices[..index].iter().any(|(other, _)| other == code), "{name}: {code} twice");
        }
        assert!(row[7].is_empty() || row[3] == "text", "{name}");
    }
    assert_eq!(names[0], "record_id");
    assert_eq!(forms, ["painmap_record", "painmap_mark"]);
}

#[test]
fn an_empty_list_is_told_from_none() {
    let with = |history: &str| {
        PainMap::from_json(&format!(r#"{{"format":"painmap/1","history":{history}}}"#)).unwrap()
    };
    let column = columns().find(|column| column.name() == "aggravators").unwrap();
    let header = values_header();
    for (history, text, none, declined) in [
        ("{}", "", "", ""),
        (r#"{"aggravators":[]}"#, "none", "1", "0"),
        (r#"{"aggravators":"prefer-not-to-say"}"#, "prefer-not-to-say", "0", "1"),
        (r#"{"aggravators":["diet"]}"#, "diet", "0", "0"),
    ] {
        let map = with(history);
        let row = rows(&map, ORIGIN).next().unwrap();
        assert_eq!(row.cell(column).to_text(), text);
        let values = &values(&map, ORIGIN)[0];
        let value = |name: &str| &values[header.iter().position(|known| known == name).unwrap()];
        assert_eq!(value("pm_aggravators___none"), none);
        assert_eq!(value("pm_aggravators___prefer_not_to_say"), declined);
    }
}

/// One test for both parts, which are written to the same file.
#[test]
fn the_document_lists_columns_and_clusters() {
    assert_section("docs/tables.md", "columns", &columns_table());
    assert_section("docs/tables.md", "clusters", &clusters_table());
}

fn columns_table() -> String {
    let mut text = String::from("| column | holds | meaning |\n| --- | --- | --- |\n");
    for column in columns() {
        let kind = match column.kind() {
            Kind::Text => "text",
            Kind::Whole => "whole number",
            Kind::Flag => "yes or no",
            Kind::List => "list",
        };
        let mut holds = kind.to_owned();
        if let Some((least, most)) = column.range() {
            holds += &format!(", {least} to {most}");
        }
        if let Some(unit) = column.unit() {
            holds += &format!(", {unit}");
        }
        let words = column.words().iter().copied();
        let words: Vec<_> = words
            .chain(column.is_declinable().then_some(PREFER_NOT_TO_SAY))
            .map(|word| format!("`{word}`"))
            .collect();
        if !words.is_empty() {
            holds += &format!(": {}", words.join(", "));
        }
        text += &format!("| `{}` | {holds} | {} |\n", column.name(), column.meaning());
    }
    text
}

fn clusters_table() -> String {
    let mut text = String::from("| cluster | among patients with | share |\n| --- | --- | --- |\n");
    for cluster in Cluster::ALL {
        let whom = match cluster.complaint() {
            Complaint::LowBack => "low back pain",
            Complaint::NeckMidBack => "pain of the neck or middle back",
        };
        let share = cluster.of_1000();
        text += &format!("| `{cluster}` | {whom} | {}.{} % |\n", share / 10, share % 10);
    }
    text
}
