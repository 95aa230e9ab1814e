//! Documents from outside: what is on their pages, in every format, for records of every kind.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;

use painmap::PainMap;
use painmap::describe::Locale;
use painmap::generate::Generator;
use painmap_report::{Document, Fault, Fonts, MAX_WIDTH, Paper, Report, Timeline};
use roxmltree::Document as Xml;

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

fn record(name: &str) -> PainMap {
    PainMap::from_json(&fs::read_to_string(golden(&format!("records/{name}.json"))).unwrap()).unwrap()
}

/// Compares with a file that somebody has looked at; `UPDATE=1` writes it.
fn assert_golden(name: &str, text: &str) {
    let path = golden(&format!("report/{name}"));
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == text, "{} has changed: look at it, then run with UPDATE=1", path.display());
}

fn english(map: &PainMap) -> Document {
    Report::of(map).document(Locale::english(), &Fonts::bundled()).unwrap()
}

fn generated(seed: u64, count: u64) -> impl Iterator<Item = PainMap> {
    let generator = Generator::new(seed).with_clinician(true);
    (1..=count).map(move |number| generator.record(number))
}

/// The words that are seen, blanks and line breaks left out.
fn seen(document: &Document) -> String {
    let svg = document.to_svg();
    let xml = Xml::parse(&svg).unwrap();
    let texts = xml.descendants().filter(|node| node.has_tag_name("text"));
    texts.flat_map(|node| node.text()).flat_map(str::chars).filter(|letter| *letter != ' ').collect()
}

#[test]
fn the_report_is_as_somebody_has_seen_it() {
    let map = record("everything");
    let fonts = Fonts::bundled();
    for language in ["en", "ar"] {
        let report = Report { header: "Elm Street Clinic", ..Report::of(&map) };
        let document = report.document(Locale::of(language).unwrap(), &fonts).unwrap();
        assert_golden(&format!("report.{language}.svg"), &document.to_svg());
    }
}

#[test]
fn the_report_of_the_readme_is_that_of_its_record() {
    let text = fs::read_to_string(golden("../../docs/record.json")).unwrap();
    let map = PainMap::from_json(&text).unwrap();
    let report = Report { header: "Elm Street Clinic", ..Report::of(&map) };
    let document = report.document(Locale::english(), &Fonts::bundled()).unwrap();
    assert_golden("../../../docs/report.svg", &document.to_svg());
}

#[test]
fn the_timeline_is_as_somebody_has_seen_it() {
    let visits = ["earlier", "later"].map(|name| {
        PainMap::from_json(&fs::read_to_string(golden(&format!("visits/{name}.json"))).unwrap()).unwrap()
    });
    let document = Timeline::of(&visits).document(Locale::of("fr").unwrap(), &Fonts::bundled()).unwrap();
    assert_golden("timeline.fr.svg", &document.to_svg());
}

#[test]
fn every_record_has_a_report_with_all_its_marks() {
    let fonts = Fonts::bundled();
    for map in generated(11, 40) {
        let document = english(&map);
        let seen = seen(&document);
        for (number, mark) in (1..).zip(map.marks()) {
            let sentence = painmap::describe::place(
                map.figure,
                mark,
                painmap::describe::Wording::Clinical,
                Locale::english(),
            );
            let place = painmap::describe::capitalised(sentence).replace(' ', "");
            assert!(seen.contains(&place), "mark {number}: {place} is not in {seen}");
        }
        let pdf = document.to_pdf(&fonts).unwrap();
        assert!(pdf.starts_with(b"%PDF-1.7") && pdf.ends_with(b"%%EOF"), "no PDF");
        assert_eq!(pdf, english(&map).to_pdf(&fonts).unwrap(), "another time, other bytes");
    }
}

#[test]
fn every_language_has_its_report_and_its_pdf() {
    let map = record("everything");
    let fonts = Fonts::bundled();
    for language in Locale::languages() {
        let locale = Locale::of(language).unwrap();
        let documents = [
            Report::of(&map).document(locale, &fonts),
            Timeline::of(std::slice::from_ref(&map)).document(locale, &fonts),
        ];
        for document in documents {
            if language == "zh" {
                assert!(matches!(document, Err(Fault::NoLetters(letters)) if letters.contains('疼')));
            } else {
                document.unwrap().to_pdf(&fonts).unwrap();
            }
        }
    }
}

#[test]
fn no_pain_and_nothing_marked_are_said() {
    let said = |json: &str| seen(&english(&PainMap::from_json(json).unwrap()));
    assert!(said(r#"{"format":"painmap/1","noPain":true}"#).contains("Nopaintoday."));
    let nothing = said(r#"{"format":"painmap/1","shown":[{"view":"anterior","crop":"whole"}]}"#);
    assert!(nothing.contains("Nothingwasmarked.") && nothing.contains("Shown:Front(Wholebody)"), "{nothing}");
    assert!(nothing.contains("Nodate"), "{nothing}");
}

/// A record at its limits goes over as many pages as it takes, and loses nothing.
#[test]
fn a_record_at_its_limits_loses_nothing() {
    let notes: Vec<String> =
        (0..200).map(|number| format!("note{number}-{}", "x".repeat(number * 2))).collect();
    let long = format!("{} {}", "يؤلم ".repeat(300), "w".repeat(2000));
    let mark = |(number, note): (usize, &String)| {
        let note = if number == 7 { &long } else { note };
        format!(
            r#"{{"id":"m{number}","kind":"spot","view":"posterior","at":[{},{}],"intensity":{},"note":{note:?}}}"#,
            i64::try_from(number % 20).unwrap() * 50 - 500,
            1500 + number * 10,
            number % 11
        )
    };
    let marks: Vec<String> = notes.iter().enumerate().map(mark).collect();
    let text = format!(r#"{{"format":"painmap/1","marks":[{}]}}"#, marks.join(","));
    let document = english(&PainMap::from_json(&text).unwrap());
    let seen = seen(&document);
    assert!(document.pages() > 5, "{} pages", document.pages());
    for note in notes.iter().enumerate().filter(|(number, _)| *number != 7).map(|(_, note)| note) {
        assert!(seen.contains(note.as_str()), "{note} is not there");
    }
    assert!(seen.matches('w').count() >= 2000);
    assert!(seen.matches("يؤلم").count() >= 295, "{}", seen.matches("يؤلم").count());
    let pdf = document.to_pdf(&Fonts::bundled()).unwrap();
    assert!(pdf.len() < 5_000_000, "{} bytes", pdf.len());
}

#[test]
fn what_strangers_wrote_does_no_harm() {
    let note = "</text><script>alert(1)</script>\u{202e}gnirts\u{7}&amp;<a href='javascript:x'>\u{1b}[31m 👍";
    let map = PainMap::from_json(&format!(
        r#"{{"format":"painmap/1","marks":[{{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],
            "note":{}}}],"note":{}}}"#,
        serde_json::to_string(note).unwrap(),
        serde_json::to_string(note).unwrap()
    ))
    .unwrap();
    let fonts = Fonts::bundled();
    let report = Report { header: note, ..Report::of(&map) };
    let document = report.document(Locale::english(), &fonts).unwrap();
    let svg = document.to_svg();
    let xml = Xml::parse(&svg).unwrap();
    for node in xml.descendants().filter(|node| node.is_element()) {
        assert!(!["script", "a", "image", "foreignObject", "use"].contains(&node.tag_name().name()));
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && !attribute.name().ends_with("href"));
        }
    }
    assert!(svg.chars().all(|letter| letter == '\n' || !letter.is_control()));
    assert!(!svg.contains('\u{202e}'));
    document.to_png(300, &fonts).unwrap();
    let pdf = document.to_pdf(&fonts).unwrap();
    for action in [&b"/JavaScript"[..], b"/JS", b"/Launch", b"/URI", b"/EmbeddedFile"] {
        assert!(!pdf.windows(action.len()).any(|part| part == action), "{}", String::from_utf8_lossy(action));
    }
}

#[test]
fn a_picture_of_dots_has_the_size_that_is_asked_for() {
    let document = english(&record("everything"));
    let fonts = Fonts::bundled();
    let png = document.to_png(400, &fonts).unwrap();
    let size = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
    assert_eq!((size(16), size(20)), (400, 567));
    for width in [0, MAX_WIDTH + 1, 10_000] {
        assert_eq!(document.to_png(width, &fonts), Err(Fault::TooLarge), "{width}");
    }
}

#[test]
fn a_timeline_of_many_goes_on_below() {
    let maps: Vec<PainMap> = generated(5, 14).collect();
    let document = Timeline::of(&maps).document(Locale::english(), &Fonts::bundled()).unwrap();
    assert_eq!(document.pages(), 3);
    assert_eq!(
        Timeline::of(&[]).document(Locale::english(), &Fonts::bundled()).unwrap_err(),
        Fault::NoRecord
    );
}

#[test]
fn paper_has_the_size_that_its_name_says() {
    let map = record("everything");
    for (paper, size) in
        [(Paper::A4, r#"viewBox="0 0 595 842""#), (Paper::Letter, r#"viewBox="0 0 612 792""#)]
    {
        let report = Report { paper, ..Report::of(&map) };
        let svg = report.document(Locale::english(), &Fonts::bundled()).unwrap().to_svg();
        assert!(svg.contains(size), "{size}");
    }
}
