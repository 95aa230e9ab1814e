//! Every format that was ever published: a file of each that is never changed, its schema, and that it is read.

use painmap::PainMap;
use painmap::record::{FORMAT, Format, Intensity, schema_of};
use serde_json::Value;
use uuid::Uuid;

use crate::golden::{assert_golden, folder};

/// The name of the kept file, by which a file that was changed is known. A new format gets a file and a name of
/// its own; the older ones stay for ever.
fn name_of_kept(format: Format) -> Uuid {
    Uuid::from_u128(match format {
        Format::V1 => 0xb606_4263_b4c0_50e9_9784_f0ae_2bee_d87a,
    })
}

/// `painmap-1` of `painmap/1`.
fn stem(format: Format) -> String {
    format.as_str().replace('/', "-")
}

fn kept(format: Format) -> String {
    let path = folder().join(format!("formats/{}.json", stem(format)));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn formats_are_numbered_without_gaps_and_the_last_is_written() {
    for (number, &format) in (1..).zip(Format::ALL) {
        assert_eq!(format.as_str(), format!("painmap/{number}"));
        assert_eq!(Format::numbered(number), Some(format));
    }
    assert_eq!(Format::ALL.last(), Some(&Format::LATEST));
    assert_eq!(Format::numbered(Format::ALL.len() + 1), None);
    assert!(PainMap::new(painmap::anatomy::Figure::Neutral).to_json().contains(&format!("\"{FORMAT}\"")));
}

#[test]
fn a_kept_file_is_never_changed() {
    for &format in Format::ALL {
        let text = kept(format);
        assert!(text.contains(&format!("\"format\": \"{format}\"")), "{format}");
        let name = Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes());
        assert_eq!(name, name_of_kept(format), "the file of {format} is not the one that was kept");
    }
}

#[test]
fn a_record_of_each_format_is_read_to_an_equal_one() {
    for &format in Format::ALL {
        let map = PainMap::from_json(&kept(format)).unwrap();
        // Said by hand, so that no reader can forget a member and its golden file with it.
        assert_eq!(map.marks().len(), 2, "{format}");
        let mark = map.marks().next().unwrap();
        assert_eq!(mark.intensity.map(Intensity::get), Some(7), "{format}");
        assert_eq!((mark.qualities.len(), mark.radiation().len()), (2, 1), "{format}");
        assert!(mark.findings.is_some() && map.history.is_some() && map.note().is_some(), "{format}");
        // What it is read as, in the format of today.
        let written = map.to_json();
        assert_golden(&format!("formats/{}.read.json", stem(format)), &format!("{written}\n"));
        assert_eq!(PainMap::from_json(&written).unwrap(), map);
    }
}

#[test]
fn each_format_has_a_published_schema_that_takes_its_file() {
    for &format in Format::ALL {
        let published = format!("../../crates/painmap/schema/{}.schema.json", stem(format));
        assert_golden(&published, &schema_of(format));
        let schema: Value = serde_json::from_str(&schema_of(format)).unwrap();
        assert_eq!(schema["properties"]["format"]["const"], format.as_str());
        assert_eq!(schema["title"], format!("painmap record, {format}"));
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let record: Value = serde_json::from_str(&kept(format)).unwrap();
        assert!(validator.is_valid(&record), "{format}");
    }
}

#[test]
fn a_format_that_is_not_known_is_refused() {
    for other in ["painmap/0", "painmap/2", "painmap/1.0", "painmap", "painmap/1 ", "PAINMAP/1"] {
        let error = PainMap::from_json(&format!(r#"{{"format":"{other}"}}"#)).unwrap_err();
        assert_eq!(error.pointer(), "/format", "{other}");
    }
}
