//! The scanner against `serde_json`: the same texts, the same values.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use super::{Json, scan};
use crate::record::error::Reason;
use crate::record::json::write_text;

/// Whether the scanner and `serde_json` agree on a text, our own limits aside.
fn agree(text: &str) -> Result<(), TestCaseError> {
    // Numbers out of `f64`'s range and lone surrogates are grammar to the one and errors to the other.
    let grammatical = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    match scan(text) {
        Ok(json) => {
            prop_assert!(grammatical, "{text:?}");
            if let Ok(value) = serde_json::from_str(text) {
                prop_assert!(same(&json, &value), "{text:?}: {json:?}");
            }
            // What is written is read as the same.
            let mut written = String::new();
            json.write(&mut written);
            prop_assert_eq!(scan(&written).ok(), Some(json));
        }
        Err(error) => {
            let ours = matches!(error.reason(), Reason::BadText | Reason::TooDeep | Reason::DuplicateMember);
            prop_assert!(ours || !grammatical, "{text:?}: {error}");
        }
    }
    Ok(())
}

fn same(json: &Json, value: &Value) -> bool {
    match (json, value) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Number(ours), Value::Number(theirs)) => ours.parse::<f64>().ok() == theirs.as_f64(),
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (Json::Members(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, ours)| theirs.get(name).is_some_and(|theirs| same(ours, theirs)))
        }
        _ => false,
    }
}

/// Pieces that JSON is made of, and nearly so.
fn piece() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\"a\"",
            "\"b\":",
            "\\u00e9",
            "\\ud83d",
            "\\ude00",
            "\\uD83D\\uDE00",
            "\\n",
            "\\x",
            "\\/",
            "0",
            "-",
            "+",
            ".",
            "e",
            "E",
            "1",
            "09",
            "12.50",
            "-0",
            "1e9",
            "1e-3",
            "1E+400",
            "true",
            "false",
            "null",
            "nul",
            " ",
            "\n",
            "\t",
            "\r",
            "\u{b}",
            "\u{0}",
            "\u{1f}",
            "\u{7f}",
            "é",
            "\u{feff}",
            "\u{10ffff}",
        ][..],
    )
}

/// A text that is JSON.
fn valid() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        select(&["null", "true", " false ", "0", "-0.0", "12e3", "1.5E-7"][..]).prop_map(str::to_owned),
        any::<String>().prop_map(|text| Value::String(text).to_string()),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let members = prop::collection::btree_map(any::<String>(), inner.clone(), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|entries| format!("[ {} ]", entries.join(" ,"))),
            members.prop_map(|members| {
                let member = |(name, value)| format!("{}: {value}", Value::String(name));
                format!("{{{}}}", members.into_iter().map(member).collect::<Vec<_>>().join(",\n"))
            }),
        ]
    })
}

proptest! {
    #[test]
    fn pieces_of_json(pieces in prop::collection::vec(piece(), 0..12)) {
        agree(&pieces.concat())?;
    }

    #[test]
    fn json(text in valid()) {
        prop_assert!(scan(&text).is_ok());
        agree(&text)?;
    }

    #[test]
    fn json_with_one_fault(text in valid(), at in any::<Index>(), cut in 0..3_usize, put in piece()) {
        let characters: Vec<char> = text.chars().collect();
        let (before, after) = characters.split_at(at.index(characters.len() + 1));
        let after = after.iter().skip(cut);
        agree(&before.iter().copied().chain(put.chars()).chain(after.copied()).collect::<String>())?;
    }

    #[test]
    fn texts_are_written_alike(text in any::<String>()) {
        let mut written = String::new();
        write_text(&text, &mut written);
        prop_assert_eq!(written, Value::String(text).to_string());
    }
}
