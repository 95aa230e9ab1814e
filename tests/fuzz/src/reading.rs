//! Reading a record.

use painmap::PainMap;
use painmap::record::{Author, ReadError};
use serde::de::IgnoredAny;

/// Any bytes are a record or an error with a place. What is read is written and read again to an equal
/// record, and from then on the bytes stay the same.
pub fn reading(bytes: &[u8]) {
    let text = crate::text(bytes);
    let map = match PainMap::from_json(&text) {
        Ok(map) => map,
        Err(error) => return tells_a_place(&error),
    };
    assert!(serde_json::from_str::<IgnoredAny>(&text).is_ok(), "a record is JSON to others too");
    read_again(&map);
    for &author in Author::ALL {
        if let Err(error) = map.check_by(author) {
            tells_a_place(&error);
        }
    }
}

/// The record as it is written is read as an equal one, and written to the same bytes.
pub(crate) fn read_again(map: &PainMap) {
    let written = map.to_json();
    match PainMap::from_json(&written) {
        Ok(again) => {
            assert_eq!(&again, map, "what is written is read as an equal record");
            assert_eq!(again.to_json(), written, "the same record gives the same bytes");
        }
        Err(error) => panic!("what is written can't be read: {error}"),
    }
}

fn tells_a_place(error: &ReadError) {
    let place = error.pointer();
    assert!(place.is_empty() || place.starts_with('/'), "{place:?} is no JSON Pointer");
    harmless(&error.to_string());
}

/// A message has something to say, and nothing that acts on a terminal.
pub(crate) fn harmless(message: &str) {
    assert!(!message.is_empty() && !message.chars().any(char::is_control), "{message:?}");
}
