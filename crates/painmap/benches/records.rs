//! How long it takes to check a record, beside `serde_json` on the same bytes, and to make something of one:
//! `cargo bench -p painmap --bench records`. `cargo xtask bench core` writes the figures into the docs.

use std::fmt;

use divan::{Bencher, black_box, black_box_drop};
use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::exchange::fhir::{Release, Submission, to_bundle};
use painmap::exchange::table::{Origin, rows};
use painmap::generate::Generator;
use painmap::measure::{Aggregate, Comparison, Measures, Whose};
use painmap::record::limits::MAX_MARKS;
use painmap::scene::{Picture, to_svg};
use serde_json::Value;

fn main() {
    divan::main();
}

const SEED: u64 = 7;
/// So many records, of which none is like the one before.
const RECORDS: u64 = 100;

fn records() -> Vec<PainMap> {
    let generator = Generator::new(SEED);
    (1..=RECORDS).map(|number| generator.record(number)).collect()
}

/// The text of a record, with a name for the table.
struct Text {
    name: &'static str,
    text: String,
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} of {} bytes", self.name, self.text.len())
    }
}

/// Records from the smallest to one near the limit.
fn texts() -> Vec<Text> {
    let generator = Generator::new(SEED);
    let mut generated: Vec<_> = (1..=RECORDS).map(|number| generator.record(number).to_json()).collect();
    generated.sort_by_key(String::len);
    let typical = generated.swap_remove(generated.len() / 2);
    let mut marks = Vec::new();
    for number in 1.. {
        let record: Value = serde_json::from_str(&generator.record(number).to_json()).expect("good JSON");
        marks.extend(record["marks"].as_array().cloned().unwrap_or_default());
        if marks.len() >= MAX_MARKS {
            break;
        }
    }
    marks.truncate(MAX_MARKS);
    for (number, mark) in (1..).zip(&mut marks) {
        mark["id"] = format!("m{number}").into();
    }
    let full = format!(r#"{{"format":"painmap/1","marks":{}}}"#, Value::from(marks));
    let point = |index: i32| format!("[{},{}]", -600 + index % 37, 1_790 + index % 91);
    let outline = (0..2_000).map(point).collect::<Vec<_>>().join(",");
    let area = |number: usize| {
        format!(r#"{{"id":"m{number}","kind":"area","view":"posterior","outline":[{outline}]}}"#)
    };
    let areas = (1..=30).map(area).collect::<Vec<_>>().join(",");
    vec![
        Text { name: "an untouched record", text: r#"{"format":"painmap/1"}"#.to_owned() },
        Text { name: "a typical record", text: typical },
        Text { name: "a record with 200 marks", text: full },
        Text {
            name: "a record with 30 long outlines",
            text: format!(r#"{{"format":"painmap/1","marks":[{areas}]}}"#),
        },
    ]
}

/// The two of them on the same bytes.
mod check {
    use super::*;

    #[divan::bench(args = texts())]
    fn painmap(bencher: Bencher<'_, '_>, text: &Text) {
        bencher.bench(|| PainMap::from_json(black_box(&text.text)).expect("a good record"));
    }

    #[divan::bench(args = texts())]
    fn serde_json(bencher: Bencher<'_, '_>, text: &Text) {
        bencher
            .bench(|| serde_json::from_slice::<Value>(black_box(text.text.as_bytes())).expect("good JSON"));
    }
}

/// What is made of a hundred records, one after the other.
mod a_hundred {
    use super::*;

    #[divan::bench]
    fn records_checked(bencher: Bencher<'_, '_>) {
        let texts: Vec<_> = records().iter().map(PainMap::to_json).collect();
        bencher.bench(|| texts.iter().for_each(|text| black_box_drop(PainMap::from_json(text))));
    }

    #[divan::bench]
    fn records_written(bencher: Bencher<'_, '_>) {
        each(bencher, PainMap::to_json);
    }

    #[divan::bench]
    fn records_described(bencher: Bencher<'_, '_>) {
        each(bencher, |map| sentences(map, Wording::Clinical, Locale::english()));
    }

    #[divan::bench]
    fn records_measured(bencher: Bencher<'_, '_>) {
        each(bencher, |map| Measures::of(map, Whose::Patient));
    }

    #[divan::bench]
    fn records_compared_with_the_one_before(bencher: Bencher<'_, '_>) {
        let records = records();
        let compare = |pair: &[PainMap]| black_box_drop(Comparison::of(&pair[0], &pair[1], Whose::Patient));
        bencher.bench(|| records.windows(2).for_each(compare));
    }

    #[divan::bench]
    fn records_added_to_an_aggregate(bencher: Bencher<'_, '_>) {
        let records = records();
        bencher.with_inputs(|| Aggregate::new(Whose::Patient)).bench_values(|mut aggregate| {
            records.iter().for_each(|map| aggregate.add(map));
            aggregate
        });
    }

    #[divan::bench]
    fn records_as_rows_of_text(bencher: Bencher<'_, '_>) {
        let origin = Origin { record: "1", file: None, line: None };
        let text = |map: &PainMap| {
            let row = |row: painmap::exchange::table::Row<'_>| {
                row.cells().map(|cell| cell.to_text().len()).sum::<usize>()
            };
            rows(map, origin).map(row).sum::<usize>()
        };
        each(bencher, text);
    }

    #[divan::bench]
    fn records_as_svg(bencher: Bencher<'_, '_>) {
        each(bencher, |map| to_svg(map, &Picture::of(map), Locale::english()));
    }

    #[divan::bench]
    fn records_as_fhir_r4(bencher: Bencher<'_, '_>) {
        each(bencher, |map| to_bundle(map, &submission(false), Release::R4));
    }

    #[divan::bench]
    fn records_as_fhir_r4_with_pictures(bencher: Bencher<'_, '_>) {
        each(bencher, |map| to_bundle(map, &submission(true), Release::R4));
    }

    fn each<T>(bencher: Bencher<'_, '_>, make: impl Fn(&PainMap) -> T + Sync) {
        let records = records();
        bencher.bench(|| records.iter().for_each(|map| black_box_drop(make(black_box(map)))));
    }

    fn submission(pictures: bool) -> Submission {
        let patient = "Patient/17";
        let mut submission =
            Submission::new(patient.parse().expect("a reference"), patient.parse().expect("a reference"));
        submission.pictures = pictures;
        submission
    }
}
