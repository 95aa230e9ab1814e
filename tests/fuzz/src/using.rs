//! What is done with a record once it was read: words, pictures, measures, tables.

use painmap::PainMap;
use painmap::describe::{Locale, Wording, published_patterns, sentences};
use painmap::exchange::redcap::{values, values_header};
use painmap::exchange::table::{Origin, columns, guard, json_line, rows, unguard};
use painmap::measure::{Comparison, Measures, Whose};
use painmap::record::Mark;
use painmap::scene::{Picture, to_svg};
use serde::de::IgnoredAny;

use crate::bundles;

/// Whatever is read can be said, drawn, measured, compared with itself without a difference, and put into
/// tables and bundles.
pub fn using(bytes: &[u8]) {
    let Ok(map) = PainMap::from_json(&crate::text(bytes)) else { return };
    // Paths of thousands of points say no more than those of dozens, and take their time to draw.
    if bytes.len() > 50_000 {
        return;
    }
    is_said(&map);
    is_drawn(&map);
    is_measured(&map);
    is_in_tables(&map);
    bundles::come_back(&map);
}

fn is_said(map: &PainMap) {
    for locale in Locale::languages().filter_map(Locale::of) {
        for wording in [Wording::Plain, Wording::Clinical] {
            for line in sentences(map, wording, locale) {
                assert!(!line.is_empty() && !line.contains('\n'), "{line:?}");
            }
        }
    }
    for mark in map.marks() {
        assert!(
            published_patterns(map, mark)
                .iter()
                .all(|coverage| coverage.essential <= 100 && coverage.spillover <= 100)
        );
    }
}

fn is_drawn(map: &PainMap) {
    let Ok(svg) = to_svg(map, &Picture::of(map), Locale::english()) else {
        panic!("the atlas has every view of every figure");
    };
    if let Err(error) = roxmltree::Document::parse(&svg) {
        panic!("the picture is no XML: {error}");
    }
}

fn is_measured(map: &PainMap) {
    for &whose in Whose::ALL {
        let measures = Measures::of(map, whose);
        assert_eq!(measures.marks, map.marks().filter(|mark| whose.has(mark)).count());
        let comparison = Comparison::of(map, map, whose);
        assert!(comparison.is_unchanged(), "a record differs from itself: {comparison:?}");
    }
}

fn is_in_tables(map: &PainMap) {
    let origin = Origin { record: "1", file: None, line: None };
    let mut lines = 0;
    for row in rows(map, origin) {
        lines += 1;
        let line = json_line(&row);
        assert!(serde_json::from_str::<IgnoredAny>(&line).is_ok(), "{line}");
        assert!(!line.contains('\n'), "{line:?}");
        assert_eq!(row.cells().count(), columns().count());
        assert!(row.cells().all(|cell| !cell.to_text().contains(['\n', '\r'])));
    }
    assert_eq!(lines, map.marks().len().max(1));
    let header = values_header();
    assert!(values(map, origin).iter().all(|row| row.len() == header.len()));
    for note in map.marks().filter_map(Mark::note).chain(map.note()) {
        let guarded = guard(note);
        assert!(!guarded.starts_with(['=', '+', '-', '@']), "{guarded:?} is a formula");
        assert_eq!(unguard(&guarded).as_deref(), Some(note));
    }
}
