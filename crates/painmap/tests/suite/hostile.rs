//! Whatever comes from the network: an error or a record, never a panic.

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::record::Author;
use painmap::scene::{Picture, to_svg};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::generate::{self, Oddity};
use crate::json::value;

/// Reads the text, and does all that can be done with a record if it is one.
fn survive(text: &str) -> Result<(), TestCaseError> {
    match PainMap::from_json(text) {
        Err(error) => {
            prop_assert!(error.pointer().is_empty() || error.pointer().starts_with('/'));
            prop_assert!(!error.to_string().chars().any(|character| character.is_control()));
            prop_assert!(serde_json::from_str::<PainMap>(text).is_err());
        }
        Ok(map) => {
            prop_assert_eq!(&PainMap::from_json(&map.to_json())?, &map);
            prop_assert!(!sentences(&map, Wording::Clinical, Locale::english()).is_empty());
            let _ = map.check_by(Author::Patient);
            let _ = to_svg(&map, &Picture::of(&map), Locale::english());
        }
    }
    Ok(())
}

/// Changes one byte, takes some away or puts one in.
pub(crate) fn mutate(bytes: &mut Vec<u8>, at: Index, byte: u8, way: u8) {
    let at = at.index(bytes.len().max(1));
    match way {
        0 => bytes.truncate(at),
        1 => bytes.insert(at.min(bytes.len()), byte),
        2 => {
            bytes.drain(at..(at + usize::from(byte)).min(bytes.len()));
        }
        3 => bytes.extend_from_within(at..),
        _ => {
            if let Some(old) = bytes.get_mut(at) {
                *old = byte;
            }
        }
    }
}

proptest! {
    #[test]
    fn a_damaged_record(
        text in generate::text(Oddity::Any),
        changes in prop::collection::vec((any::<Index>(), prop_oneof![any::<u8>(), 32..127_u8], 0..12_u8), 1..4),
    ) {
        let mut bytes = text.into_bytes();
        for (at, byte, way) in changes {
            mutate(&mut bytes, at, byte, way);
        }
        survive(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn a_record_with_a_strange_member(
        text in generate::text(Oddity::Plain), strange in value(), at in any::<Index>()
    ) {
        // Every value stands after a colon: put the strange one before what was there.
        let colons: Vec<_> = text.match_indices(':').map(|(index, _)| index + 1).collect();
        let at = colons[at.index(colons.len())];
        survive(&format!("{}{}", &text[..at], strange.to_text(false)))?;
        let end = text[at..].find([',', '}']).map_or(text.len(), |end| at + end);
        survive(&format!("{}{}{}", &text[..at], strange.to_text(false), &text[end..]))?;
    }

    #[test]
    fn any_json(json in value()) {
        survive(&json.to_text(false))?;
        survive(&format!(r#"{{"format":"painmap/1","marks":{}}}"#, json.to_text(false)))?;
        survive(&format!(r#"{{"format":"painmap/1","marks":[{}]}}"#, json.to_text(false)))?;
        survive(&format!(r#"{{"format":"painmap/1","history":{}}}"#, json.to_text(false)))?;
    }

    #[test]
    fn any_text(text in any::<String>()) {
        survive(&text)?;
        survive(&format!("{{{text}"))?;
        survive(&format!("\"{text}\""))?;
    }
}

#[test]
fn nesting_without_end() {
    for opening in ["[", "{\"a\":", "[{\"a\":"] {
        for levels in [10, 33, 5_000, 60_000] {
            let text = opening.repeat(levels);
            assert!(PainMap::from_json(&text).is_err());
            let text =
                format!("{{\"format\":\"painmap/1\",\"x\":{}}}", "[".repeat(levels) + &"]".repeat(levels));
            assert_eq!(PainMap::from_json(&text).is_ok(), levels == 10);
        }
    }
}
