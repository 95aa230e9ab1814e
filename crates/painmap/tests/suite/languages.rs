//! Records in every language, and locale files that nobody should trust.

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::scene::{Picture, to_svg};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::generate;
use crate::golden::{assert_golden, examples};
use crate::hostile::mutate;
use crate::json::{quoted, value};

const ENGLISH: &str = include_str!("../../locales/en.json");

/// For a reader of the language: every example in everyday words and in the clinic's.
#[test]
fn records_in_every_language() {
    for language in Locale::languages() {
        let locale = Locale::of(language).unwrap();
        let mut text = String::new();
        for (name, map) in examples() {
            for wording in [Wording::Plain, Wording::Clinical] {
                text +=
                    &format!("# {name}, {wording:?}\n{}\n\n", sentences(&map, wording, locale).join("\n"));
            }
        }
        assert_golden(&format!("languages/{language}.txt"), &format!("{}\n", text.trim_end()));
    }
}

#[test]
fn a_picture_says_its_language() {
    for language in Locale::languages() {
        let locale = Locale::of(language).unwrap();
        for (name, map) in examples() {
            let svg = to_svg(&map, &Picture::of(&map), locale).unwrap();
            let document = roxmltree::Document::parse(&svg).unwrap();
            let lang = document.root_element().attribute("lang");
            assert_eq!(lang.unwrap_or("en"), language, "{name}");
            let title = document.root_element().first_element_child().unwrap().text();
            assert_eq!(title, Some(locale.text(&format!("picture.{}", Picture::of(&map).view))), "{name}");
        }
    }
}

/// Says and draws a record in the language, if the text is of one.
fn survive(text: &str, map: &PainMap) -> Result<(), TestCaseError> {
    match Locale::from_json(text) {
        Err(error) => {
            prop_assert!(error.pointer().is_empty() || error.pointer().starts_with('/'));
            prop_assert!(!error.to_string().chars().any(|character| character.is_control()));
        }
        Ok(locale) => {
            for wording in [Wording::Plain, Wording::Clinical] {
                let _ = sentences(map, wording, &locale);
            }
            let picture = Picture::of(map);
            if let Ok(svg) = to_svg(map, &picture, &locale) {
                prop_assert!(roxmltree::Document::parse(&svg).is_ok(), "{}", svg);
            }
        }
    }
    Ok(())
}

/// What a text with placeholders is made of, and what may hurt where it is shown.
fn text() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{", "}", "{}", "side", "{side}", "{side.", ".f}", "{place}", "{note}", " ", ", ", "é", "ß", "ǆ",
        "背", "\u{202e}", "\u{0}", "<b>", "&", "\"", "]]>",
    ];
    prop::collection::vec(select(pieces), 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_damaged_locale_file(
        map in generate::map(),
        changes in prop::collection::vec((any::<Index>(), prop_oneof![any::<u8>(), 32..127_u8], 0..12_u8), 1..4),
    ) {
        let mut bytes = ENGLISH.as_bytes().to_vec();
        for (at, byte, way) in changes {
            mutate(&mut bytes, at, byte, way);
        }
        survive(&String::from_utf8_lossy(&bytes), &map)?;
    }

    #[test]
    fn any_texts_under_the_keys_that_there_are(
        map in generate::map(),
        texts in prop::collection::vec((text(), 0..4_u8), 800),
    ) {
        let english: serde_json::Map<String, serde_json::Value> = serde_json::from_str(ENGLISH).unwrap();
        prop_assert!(english.len() <= texts.len());
        let texts = english.into_iter().zip(texts).filter_map(|((key, english), (text, kept))| {
            // Some texts stay, and some keys are missing.
            let text = match kept {
                0 => english.to_string(),
                1 => return None,
                _ if english.is_object() => format!("{{\"one\":{text},\"other\":{text}}}", text = quoted(&text)),
                _ => quoted(&text),
            };
            Some(format!("{}:{text}", quoted(&key)))
        });
        let texts = format!("{{{}}}", texts.collect::<Vec<_>>().join(","));
        prop_assert!(Locale::from_json(&texts).is_ok(), "{:?}", Locale::from_json(&texts));
        survive(&texts, &map)?;
    }

    #[test]
    fn any_json_as_a_locale(map in generate::map(), json in value(), text in any::<String>()) {
        survive(&json.to_text(false), &map)?;
        survive(&format!("{{\"say.rating\":{}}}", json.to_text(false)), &map)?;
        survive(&text, &map)?;
    }
}
