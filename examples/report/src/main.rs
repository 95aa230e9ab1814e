//! Checks a record that a patient has sent, and makes the report for the clinician: a PDF for the file, and a
//! few lines for the letter.
//!
//! `cargo run -p report -- record.json report.pdf [last-visit.json]`

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::measure::{Comparison, Whose};
use painmap::record::Author;
use painmap_report::{Fonts, Report};

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let (record, pdf, earlier) = match arguments.as_slice() {
        [record, pdf] => (record, pdf, None),
        [record, pdf, earlier] => (record, pdf, Some(earlier)),
        _ => bail!("usage: report RECORD.json REPORT.pdf [LAST-VISIT.json]"),
    };
    let map = submitted(&fs::read_to_string(record).with_context(|| format!("cannot read {record}"))?)?;
    fs::write(pdf, report(&map)?).with_context(|| format!("cannot write {pdf}"))?;
    for line in letter(&map) {
        println!("{line}");
    }
    if let Some(earlier) = earlier {
        println!("{}", since(&map, Path::new(earlier))?);
    }
    Ok(())
}

/// What came from the network is checked before anything is done with it: a patient adds no findings.
fn submitted(json: &str) -> Result<PainMap> {
    let map = PainMap::from_json(json).context("this is no good record")?;
    map.check_by(Author::Patient).context("a patient could not have sent this")?;
    Ok(map)
}

/// The page for the file.
fn report(map: &PainMap) -> Result<Vec<u8>> {
    let fonts = Fonts::bundled();
    let report = Report { header: "Elm Street Clinic", ..Report::of(map) };
    Ok(report.document(Locale::english(), &fonts)?.to_pdf(&fonts)?)
}

/// The lines for the letter.
fn letter(map: &PainMap) -> Vec<String> {
    sentences(map, Wording::Clinical, Locale::english())
}

/// What changed since the last visit, in numbers.
fn since(map: &PainMap, earlier: &Path) -> Result<String> {
    let text = fs::read_to_string(earlier).with_context(|| format!("cannot read {}", earlier.display()))?;
    let earlier = PainMap::from_json(&text).context("the earlier record is no good one")?;
    let compared = Comparison::of(&earlier, map, Whose::Patient);
    let (same, new, gone) = (compared.pairs.len(), compared.new.len(), compared.gone.len());
    Ok(format!("Since last time: {same} marks are still there, {new} new, {gone} gone."))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_good_record_becomes_a_pdf_and_a_letter() {
        let map = submitted(include_str!("../../../docs/record.json")).unwrap();
        assert!(report(&map).unwrap().starts_with(b"%PDF"));
        assert!(letter(&map)[0].starts_with("1. Right suprascapular region, near T3; 7 of 10"));
    }

    #[test]
    fn a_bad_record_is_refused_with_the_place() {
        let bad = include_str!("../../../docs/record.json").replace("\"intensity\": 7", "\"intensity\": 11");
        let said = format!("{:#}", submitted(&bad).unwrap_err());
        assert!(said.contains("/marks/0/intensity"), "{said}");
        let examined = r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","view":"posterior",
            "at":[-600,1790],"findings":{"tautBand":true}}]}"#;
        assert!(submitted(examined).is_err());
    }
}
