//! Reading and writing: nothing is lost, and the same record always has the same bytes.

use painmap::PainMap;
use painmap::record::Whereabouts;
use proptest::prelude::*;

use crate::generate::{self, Oddity};
use crate::json::{Json, hostile_text, quoted, unknown_members, value};

proptest! {
    #[test]
    fn what_is_written_is_what_was_read(text in generate::text(Oddity::Any)) {
        let map = PainMap::from_json(&text)?;
        let written = map.to_json();
        let again = PainMap::from_json(&written)?;
        prop_assert_eq!(&again, &map);
        prop_assert_eq!(again.to_json(), written);
    }

    #[test]
    fn serde_reads_the_same(text in generate::text(Oddity::Any)) {
        let map = PainMap::from_json(&text)?;
        prop_assert_eq!(&serde_json::from_str::<PainMap>(&text).unwrap(), &map);
        prop_assert_eq!(&serde_json::from_slice::<PainMap>(text.as_bytes()).unwrap(), &map);
        prop_assert_eq!(serde_json::to_string(&map).unwrap(), map.to_json());
    }

    #[test]
    fn unknown_members_stay_as_they_stood(members in unknown_members(value().boxed())) {
        let place = |text: String| text.replacen('{', "{\"format\":\"painmap/1\",", 1).replace(",}", "}");
        let members = Json::Members(members);
        let map = PainMap::from_json(&place(members.to_text(false)))?;
        let Json::Members(members) = members else { unreachable!() };
        prop_assert!(map.unknown.names().eq(members.keys()));
        for (name, value) in &members {
            prop_assert_eq!(map.unknown.get(name), Some(value.to_text(true)));
        }
    }

    #[test]
    fn a_place_in_the_input_means_nothing(junk in value(), x in -900..900, y in 0..9000) {
        let text = |place: &str| format!(
            r#"{{"format":"painmap/1","marks":[{{{place}"id":"m1","kind":"spot","view":"posterior","at":[{x},{y}]}}]}}"#
        );
        let map = PainMap::from_json(&text(&format!("\"place\":{},", junk.to_text(false))))?;
        prop_assert_eq!(&map, &PainMap::from_json(&text(""))?);
        let mark = map.marks().next().unwrap();
        let whereabouts = Whereabouts::of(mark, map.figure);
        let written: serde_json::Value = serde_json::from_str(&map.to_json()).unwrap();
        let place = &written["marks"][0]["place"];
        prop_assert_eq!(place["side"].as_str().unwrap(), whereabouts.side.as_str());
        let regions: Vec<_> = whereabouts.regions.iter().map(|region| region.as_str()).collect();
        prop_assert_eq!(place["regions"].as_array().unwrap(), &regions);
    }

    #[test]
    fn texts_come_back_letter_by_letter(note in hostile_text()) {
        let map = PainMap::from_json(&format!(r#"{{"format":"painmap/1","note":{}}}"#, quoted(&note)))?;
        prop_assert_eq!(map.note(), Some(note.as_str()));
        let again = PainMap::from_json(&map.to_json())?;
        prop_assert_eq!(again.note(), Some(note.as_str()));
    }
}

#[test]
fn members_are_written_in_one_order_and_derived_ones_anew() {
    let text = r#"{ "x": {"b": 1.10, "a": [1e2, -0]}, "marks": [{
        "place": {"side": "left"}, "at": [-600, 1790.0], "view": "posterior", "kind": "spot", "id": "m1",
        "intensity": 70e-1, "zz": 12345678901234567890123 }], "format": "painmap/1" }"#;
    let written = PainMap::from_json(text).unwrap().to_json();
    let expected = concat!(
        r#"{"format":"painmap/1","figure":"neutral","marks":[{"id":"m1","kind":"spot","view":"posterior","#,
        r#""at":[-600,1790],"intensity":7,"place":{"side":"right","regions":["suprascapular"]},"#,
        r#""zz":12345678901234567890123}],"x":{"a":[1e2,-0],"b":1.10}}"#
    );
    assert_eq!(written, expected);
}

#[test]
fn what_could_not_be_read_again_once_written_is_refused() {
    // Spots add more by their places than they weigh; the notes bring the text near the limit.
    let note = "x".repeat(3_990);
    let mark = |id| {
        let note = if id < 120 { note.as_str() } else { "" };
        let ring: Vec<_> =
            (0..40).map(|point| format!("[{},{}]", 40 * point, 9 * point * (40 - point))).collect();
        let outline = ring.join(",");
        format!(r#"{{"id":"m{id}","kind":"area","view":"posterior","outline":[{outline}],"note":"{note}"}}"#)
    };
    let text_of = |filler: usize| {
        let marks: Vec<_> = (0..200).map(mark).collect();
        format!(r#"{{"format":"painmap/1","x":"{}","marks":[{}]}}"#, "y".repeat(filler), marks.join(","))
    };
    let bare = text_of(0).len();
    let text = text_of(painmap::record::limits::MAX_BYTES - bare);
    assert_eq!(text.len(), painmap::record::limits::MAX_BYTES);
    let error = PainMap::from_json(&text).unwrap_err();
    assert_eq!(*error.reason(), painmap::record::Reason::TooLarge);

    let smaller = PainMap::from_json(&text_of(200_000)).unwrap();
    assert_eq!(PainMap::from_json(&smaller.to_json()).unwrap(), smaller);
}
