//! Example records and what comes of them, to the byte. `UPDATE=1` writes the files anew.

use std::path::{Path, PathBuf};

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::scene::{Picture, to_svg};

/// The folder of the golden files.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden")
}

/// The file holds this text; with `UPDATE=1` in the environment it is written instead.
#[track_caller]
pub(crate) fn assert_golden(name: &str, text: &str) {
    let path = folder().join(name);
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if golden != text {
        let line = golden.lines().zip(text.lines()).take_while(|(golden, text)| golden == text).count();
        let shorten = |line: Option<&str>| line.unwrap_or("(no line)").chars().take(300).collect::<String>();
        panic!(
            "{name} differs from line {}: run the tests with UPDATE=1 if that is meant\n  was {}\n  is  {}",
            line + 1,
            shorten(golden.lines().nth(line)),
            shorten(text.lines().nth(line)),
        );
    }
}

/// The part of a document between `<!-- name: … -->` and `<!-- end -->` is this text; with `UPDATE=1` in the
/// environment it is written instead.
#[track_caller]
pub(crate) fn assert_section(document: &str, name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(document);
    let whole = std::fs::read_to_string(&path).unwrap();
    let opening = whole.find(&format!("<!-- {name}: ")).unwrap();
    let start = opening + whole[opening..].find("-->\n").unwrap() + "-->\n".len();
    let end = start + whole[start..].find("<!-- end -->").unwrap();
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&path, format!("{}\n{text}\n{}", &whole[..start], &whole[end..])).unwrap();
    } else {
        assert_eq!(whole[start..end].trim(), text.trim(), "{document}: run the tests with UPDATE=1");
    }
}

/// The example records with their names, sorted.
pub(crate) fn examples() -> Vec<(String, PainMap)> {
    let mut examples: Vec<_> = std::fs::read_dir(folder().join("records"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let map = PainMap::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, map)
        })
        .collect();
    examples.sort_by(|a, b| a.0.cmp(&b.0));
    examples
}

#[test]
fn there_are_examples() {
    let names: Vec<_> = examples().into_iter().map(|(name, _)| name).collect();
    for name in
        ["area", "clinician", "everything", "midline", "no-pain", "shoulders", "unknown-members", "untouched"]
    {
        assert!(names.iter().any(|known| known == name), "{name} is missing");
    }
}

#[test]
fn records_as_they_are_written() {
    for (name, map) in examples() {
        assert_golden(&format!("canonical/{name}.json"), &(map.to_json() + "\n"));
    }
}

#[test]
fn records_in_sentences() {
    for (name, map) in examples() {
        let lines = sentences(&map, Wording::Clinical, Locale::english());
        assert_golden(&format!("sentences/{name}.txt"), &(lines.join("\n") + "\n"));
    }
}

#[test]
fn records_as_pictures() {
    for (name, map) in examples() {
        let svg = to_svg(&map, &Picture::of(&map), Locale::english()).unwrap();
        assert_golden(&format!("svg/{name}.svg"), &(svg.trim_end().to_owned() + "\n"));
    }
}
