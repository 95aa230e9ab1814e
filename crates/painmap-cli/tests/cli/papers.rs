//! `painmap render` on paper: PNG, PDF, reports, timelines, fonts.

use std::path::PathBuf;

use crate::command::{example, file, one_line, painmap};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn written(name: &str, options: &[&str], record: &str) -> Vec<u8> {
    let output = path(name);
    let mut call = vec!["render", "-o", output.to_str().unwrap()];
    call.extend(options);
    assert_eq!(painmap(&call, record).good(), "");
    std::fs::read(output).unwrap()
}

#[test]
fn the_name_of_the_file_says_the_format() {
    let record = &example("shoulders");
    let png = written("paper.png", &["--width", "321"], record);
    assert!(png.starts_with(b"\x89PNG") && png[16..20] == 321_u32.to_be_bytes());
    assert!(written("paper.PDF", &[], record).starts_with(b"%PDF-1.7"));
    assert!(written("paper.svg", &[], record).starts_with(b"<svg"));
    assert!(written("paper.out", &["--format", "png"], record).starts_with(b"\x89PNG"));
}

#[test]
fn a_report_holds_the_header_and_what_describe_says() {
    let svg = written("report.svg", &["--layout", "report", "--header", "Elm & Oak"], &example("shoulders"));
    let svg = String::from_utf8(svg).unwrap();
    assert!(svg.contains("Elm &amp; Oak") && svg.contains("Pain map"), "{svg}");
    let french = written("fr.svg", &["--layout", "report", "--language", "fr"], &example("shoulders"));
    assert!(String::from_utf8(french).unwrap().contains("Carte de la douleur"));
}

#[test]
fn a_timeline_takes_several_records_and_a_picture_one() {
    let visits = [example("shoulders"), example("area")].map(|text| one_line(&text)).join("\n");
    let svg = written("visits.svg", &["--layout", "timeline"], &visits);
    assert_eq!(String::from_utf8(svg).unwrap().matches("viewBox").count(), 3, "a page and two bodies");
    painmap(&["render"], &visits).wrong("--layout timeline draws several");
    painmap(&["render", "--layout", "report"], &visits).wrong("render draws one record");
    let many = vec![one_line(&example("no-pain")); 121].join("\n");
    painmap(&["render", "--layout", "timeline"], &many).wrong("at most 120 records");
}

#[test]
fn letters_that_no_font_has_are_named() {
    let record = &example("shoulders");
    let output = path("zh.pdf");
    let call = ["render", "--language", "zh", "-o", output.to_str().unwrap()];
    painmap(&call, record).wrong("疼");
    painmap(&call, record).wrong("--font FILE");
    assert!(!output.exists(), "nothing was written");
    let no_font = file("no-font.ttf", "no font");
    let font = no_font.to_str().unwrap();
    painmap(&["render", "--layout", "report", "--font", font], record).wrong("no TrueType or OpenType font");
    painmap(&["render", "--layout", "report", "--font", "/nowhere.ttf"], record).wrong("/nowhere.ttf: ");
}

#[test]
fn an_option_that_would_do_nothing_is_refused() {
    let record = &example("shoulders");
    for (options, said) in [
        (vec!["--width", "300"], "--width does nothing here: it is for PNG"),
        (vec!["--header", "x"], "--header does nothing here: a picture has none"),
        (vec!["--paper", "a4"], "--paper does nothing here: it is for a report"),
        (vec!["--layout", "report", "--view", "left"], "--view does nothing here"),
        (vec!["--layout", "timeline", "--crop", "neck"], "--crop does nothing here"),
        (vec!["--format", "png", "--width", "0"], "too many pixels"),
        (vec!["--format", "png", "--width", "20001"], "too many pixels"),
    ] {
        painmap(&[&["render"], options.as_slice()].concat(), record).wrong(said);
    }
}
