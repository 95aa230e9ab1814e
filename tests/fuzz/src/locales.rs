//! The texts of a language, which a page may hand in.

use std::sync::LazyLock;

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::scene::{Picture, to_svg};

/// Any bytes are a locale or an error with a place, and any locale says any record and titles its picture.
pub fn locales(bytes: &[u8]) {
    static RECORDS: LazyLock<Vec<PainMap>> = LazyLock::new(|| {
        let texts = crate::seeds::records();
        texts.iter().filter_map(|text| PainMap::from_json(&crate::text(text)).ok()).take(12).collect()
    });
    let locale = match Locale::from_json(&crate::text(bytes)) {
        Ok(locale) => locale,
        Err(error) => {
            let place = error.pointer();
            assert!(place.is_empty() || place.starts_with('/'), "{place:?} is no JSON Pointer");
            return crate::reading::harmless(&error.to_string());
        }
    };
    for (index, record) in RECORDS.iter().enumerate() {
        for wording in [Wording::Plain, Wording::Clinical] {
            let _ = sentences(record, wording, &locale);
        }
        // Drawing takes its time, and the texts are the same for all.
        if index == bytes.len() % RECORDS.len()
            && let Ok(svg) = to_svg(record, &Picture::of(record), &locale)
            && let Err(error) = roxmltree::Document::parse(&svg)
        {
            panic!("the picture is no XML: {error}");
        }
    }
}
