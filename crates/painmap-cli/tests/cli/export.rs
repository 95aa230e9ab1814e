//! `painmap export` to CSV, NDJSON and REDCap: golden tables, hostile texts, bad records, folders.

use painmap::exchange::table::unguard;

use crate::command::{Ran, assert_golden, example, file, folder, one_line, painmap};

/// The example records, as seen from the folder in which the tests run.
pub(crate) const RECORDS: &str = "../../tests/golden/records";

fn export(to: &str, more: &[&str], input: impl AsRef<[u8]>) -> Ran {
    painmap(&[&["export", "--to", to], more].concat(), input)
}

/// The table as its header and its rows.
fn table(csv: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().from_reader(csv.as_bytes());
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = owned(reader.headers().unwrap());
    let rows = reader.records().map(|record| owned(&record.unwrap())).collect();
    (header, rows)
}

#[test]
fn the_example_records_as_tables() {
    assert_golden("tables/records.csv", &export("csv", &[RECORDS], "").good());
    assert_golden("tables/records.ndjson", &export("ndjson", &[RECORDS], "").good());
    assert_golden("tables/redcap-values.csv", &export("redcap", &[RECORDS], "").good());
    assert_golden("tables/redcap-dictionary.csv", &export("redcap", &["--dictionary"], "").good());
}

#[test]
fn csv_and_ndjson_say_the_same() {
    let (header, rows) = table(&export("csv", &[RECORDS], "").good());
    let lines = export("ndjson", &[RECORDS], "").good();
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), rows.len());
    for (line, row) in lines.iter().zip(&rows) {
        for (name, cell) in header.iter().zip(row) {
            let said = match &line[name] {
                serde_json::Value::Null => String::new(),
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(words) if words.is_empty() => "none".to_owned(),
                serde_json::Value::Array(words) => {
                    words.iter().map(|word| word.as_str().unwrap()).collect::<Vec<_>>().join("|")
                }
                other => other.to_string(),
            };
            assert_eq!(unguard(cell).unwrap(), said, "{name}");
        }
    }
}

#[test]
fn hostile_texts_are_harmless_and_can_be_had_back() {
    let notes = [
        "=HYPERLINK(\"http://example.org\",\"a\")",
        "+1",
        "-1+cmd|' /C calc'!A0",
        "@SUM(1)",
        " \t=1",
        "\r\n=1",
        "a;=1;\"=2\"",
        "\"\n=1\n\"",
        "'",
        "\u{1b}]0;x\u{7}\u{202e}",
        "<script>alert(1)</script>",
        "a,b,\"c\"",
        "\\n",
        "\u{9b}2J\0",
    ];
    let record = |(number, note): (usize, &&str)| {
        let note = serde_json::to_string(note).unwrap();
        format!(
            r#"{{"format":"painmap/1","atlas":{note},"note":{note},"marks":[{{"id":"-{number}","kind":"spot","view":"posterior","at":[-600,1790],"note":{note}}}]}}"#
        )
    };
    let stream: Vec<_> = notes.iter().enumerate().map(record).collect();
    let stream = stream.join("\n");
    for to in ["csv", "redcap", "ndjson"] {
        let out = export(to, &[], &stream).good();
        let acts = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
        assert!(!out.contains(acts), "{to}: {out:?}");
    }
    // One line a row, and a heading.
    let csv = export("csv", &[], &stream).good();
    assert_eq!(csv.lines().count(), notes.len() + 1);
    let (header, rows) = table(&csv);
    let column = |name: &str| header.iter().position(|known| known == name).unwrap();
    for (number, (row, note)) in rows.iter().zip(notes).enumerate() {
        for name in ["note", "record_note", "atlas", "mark_id"] {
            let cell = &row[column(name)];
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
            let text = if name == "mark_id" { format!("-{number}") } else { note.to_owned() };
            assert_eq!(unguard(cell).unwrap(), text);
        }
        assert_eq!(row[column("x")], "-600", "a number is no formula");
    }
    let lines = export("ndjson", &[], &stream).good();
    for (line, note) in lines.lines().zip(notes) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(line["note"], note);
    }
}

#[test]
fn a_bad_record_is_told_and_the_rest_goes_on() {
    let good = one_line(&example("area"));
    let stream = format!("{good}\n{{\"format\":\"painmap/1\",\"marks\":[{{}}]}}\n{good}\n");
    for (to, lines) in [("csv", 5), ("ndjson", 4), ("redcap", 7)] {
        let ran = export(to, &["-"], &stream);
        assert_eq!(ran.out.lines().count(), lines, "{to}");
        // The bad record keeps its number.
        assert!(ran.out.contains("\n3,") || ran.out.contains("{\"record\":\"3\",\"line\":3,"), "{}", ran.out);
        ran.bad("painmap: standard input, line 2: at /marks/0/id: is missing");
    }
}

#[test]
fn numbers_may_go_on_from_another_table() {
    let stream = "{\"format\":\"painmap/1\"}\n".repeat(2);
    for to in ["csv", "redcap"] {
        let (_, rows) = table(&export(to, &["--first", "17"], &stream).good());
        assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["17", "18"]);
    }
    export("csv", &["--first", "0"], "").wrong("invalid value");
}

#[test]
fn a_folder_stands_for_its_record_files() {
    let (one, many) = (example("no-pain"), "{\"format\":\"painmap/1\"}\n{\"format\":\"painmap/1\"}\n");
    let path = folder("export-folder", &[("b.json", &one), ("a.ndjson", many), ("c.txt", "not one")]);
    std::fs::create_dir_all(format!("{path}/inner.json")).unwrap();
    let (header, rows) = table(&export("csv", &[&path], "").good());
    assert_eq!(header[..3], ["record", "file", "line"]);
    let told: Vec<_> = rows.iter().map(|row| (row[1].rsplit('/').next().unwrap(), row[2].as_str())).collect();
    assert_eq!(told, [("a.ndjson", "1"), ("a.ndjson", "2"), ("b.json", "")]);
    let empty = folder("export-empty", &[("c.txt", "")]);
    export("csv", &[&empty], "").wrong("holds no file that ends in .json, .ndjson or .jsonl");
}

#[test]
fn an_older_file_stays_when_there_is_nothing_to_write() {
    for to in ["csv", "ndjson", "parquet", "redcap"] {
        let path = file(&format!("older.{to}"), "older");
        let path = path.to_str().unwrap();
        export(to, &["-o", path], "nope").bad("painmap: standard input: not JSON from line 1, column 2 on");
        export(to, &["-o", path, "no/such.json"], "").wrong("cannot read no/such.json");
        assert_eq!(std::fs::read_to_string(path).unwrap(), "older", "{to}");
    }
}

#[test]
fn wrong_calls_are_told() {
    painmap(&["export", RECORDS], "").wrong("--to <FORMAT>");
    export("excel", &[], "").wrong("possible values: fhir-r4, fhir-r5, csv, ndjson, parquet, redcap");
    export("csv", &["--subject", "Patient/17", RECORDS], "")
        .wrong("the options for FHIR go with --to fhir-r4");
    export("fhir-r4", &["--first", "2", RECORDS], "").wrong("--first goes with tables alone");
    export("csv", &["--dictionary"], "").wrong("--dictionary goes with --to redcap alone");
    export("redcap", &["--dictionary", RECORDS], "").wrong("cannot be used with");
    export("csv", &["no/such.json"], "").wrong("cannot read no/such.json");
    export("parquet", &["-o", "no/such/folder.parquet", RECORDS], "")
        .wrong("cannot write no/such/folder.parquet");
}
