//! `painmap export --to parquet` and `painmap aggregate --parquet`: what a Parquet reader finds in the file.

use std::fs::File;
use std::path::PathBuf;

use parquet::basic::{LogicalType, Type as Physical};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Map, Value};

use crate::command::painmap;
use crate::export::RECORDS;

fn export(name: &str, input: &str, files: &[&str]) -> SerializedFileReader<File> {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let call = [&["export", "--to", "parquet", "-o", path.to_str().unwrap()], files].concat();
    assert_eq!(painmap(&call, input).good(), "");
    SerializedFileReader::new(File::open(path).unwrap()).unwrap()
}

/// The rows as the NDJSON has them: what is null is left out.
fn rows(reader: &SerializedFileReader<File>) -> Vec<Value> {
    let row = |row: parquet::record::Row| {
        let cells = row.get_column_iter().map(|(name, field)| (name.clone(), value(field)));
        Value::Object(cells.filter(|(_, value)| !value.is_null()).collect::<Map<_, _>>())
    };
    reader.get_row_iter(None).unwrap().map(|read| row(read.unwrap())).collect()
}

fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(yes) => Value::from(*yes),
        Field::Long(number) => Value::from(*number),
        Field::Str(text) => Value::from(text.as_str()),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => panic!("{other:?} is of no kind of ours"),
    }
}

fn ndjson(input: &str, files: &[&str]) -> Vec<Value> {
    let out = painmap(&[&["export", "--to", "ndjson"], files].concat(), input).good();
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn what_is_read_back_is_what_was_written() {
    assert_eq!(rows(&export("records.parquet", "", &[RECORDS])), ndjson("", &[RECORDS]));
    let made = painmap(&["generate", "--seed", "11", "--count", "150", "--clinician"], "").good();
    assert_eq!(rows(&export("made.parquet", &made, &[])), ndjson(&made, &[]));
}

#[test]
fn the_schema_is_typed() {
    let reader = export("schema.parquet", "", &[RECORDS]);
    let schema = reader.metadata().file_metadata().schema_descr();
    let column = |path: &str| {
        let known = schema.columns().iter().find(|column| column.path().string() == path);
        known.unwrap_or_else(|| panic!("{path} is missing"))
    };
    assert_eq!(column("intensity").physical_type(), Physical::INT64);
    assert_eq!(column("taut_band").physical_type(), Physical::BOOLEAN);
    assert_eq!(column("note").logical_type_ref(), Some(&LogicalType::String));
    assert_eq!(column("qualities.list.element").max_rep_level(), 1);
    let told = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let table = told.iter().find(|told| told.key == "painmap.table").unwrap();
    assert_eq!(table.value.as_deref(), Some("painmap-table/1"));
}

#[test]
fn many_rows_are_many_groups() {
    let records = "{\"format\":\"painmap/1\"}\n".repeat(17_000);
    let reader = export("many.parquet", &records, &[]);
    assert_eq!(reader.num_row_groups(), 2);
    let numbers =
        rows(&reader).iter().map(|row| row["record"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert!(
        numbers.iter().map(String::as_str).eq((1..=17_000)
            .map(|number| number.to_string())
            .collect::<Vec<_>>()
            .iter()
            .map(String::as_str))
    );
}

#[test]
fn no_records_are_a_table_without_rows() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nothing.ndjson");
    std::fs::write(&path, "").unwrap();
    let reader = export("nothing.parquet", "", &[path.to_str().unwrap()]);
    assert_eq!((reader.num_row_groups(), rows(&reader).len()), (0, 0));
}

#[test]
fn a_bad_record_does_not_spoil_the_file() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bad.parquet");
    let stream = "{\"format\":\"painmap/1\"}\nnope\n{\"format\":\"painmap/1\"}\n";
    painmap(&["export", "--to", "parquet", "-o", path.to_str().unwrap()], stream)
        .bad("painmap: standard input, line 2: not JSON from column 2 on");
    let reader = SerializedFileReader::new(File::open(path).unwrap()).unwrap();
    let lines: Vec<_> = rows(&reader).iter().map(|row| row["line"].clone()).collect();
    assert_eq!(lines, [1, 3]);
}

fn told(reader: &SerializedFileReader<File>, key: &str) -> String {
    let told = reader.metadata().file_metadata().key_value_metadata().unwrap();
    told.iter().find(|told| told.key == key).unwrap().value.clone().unwrap()
}

fn aggregated(name: &str, arguments: &[&str], input: &str) -> (Value, SerializedFileReader<File>) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let call = [&["aggregate", "--json", "--parquet", path.to_str().unwrap()], arguments].concat();
    let json = painmap(&call, input).good();
    (serde_json::from_str(&json).unwrap(), SerializedFileReader::new(File::open(path).unwrap()).unwrap())
}

/// The long table has each number of the JSON, and no other.
#[test]
fn an_aggregate_is_one_long_table() {
    let (json, reader) = aggregated("aggregate.parquet", &[RECORDS], "");
    let count = |what: &str, records: &Value, marks: Option<&Value>| {
        let mut row = serde_json::json!({ "what": what, "records": records });
        if let Some(marks) = marks {
            row["marks"] = marks.clone();
        }
        row
    };
    let rated = |mut row: Value, of: &Value| {
        (row["rated"], row["ratings"]) = (of["rated"].clone(), of["ratings"].clone());
        row
    };
    let mut expected = vec![
        rated(count("total", &json["records"], Some(&json["marks"])), &json),
        count("no-pain", &json["noPain"], None),
        count("unanswered", &json["unanswered"], None),
        count("refused", &json["refused"], None),
        serde_json::json!({ "what": "off-body", "marks": json["offBody"] }),
    ];
    for (figure, records) in json["figures"].as_object().unwrap() {
        let mut row = count("figure", records, None);
        row["figure"] = figure.as_str().into();
        expected.push(row);
    }
    for site in json["sites"].as_array().unwrap() {
        let mut row = rated(count("region", &site["records"], Some(&site["marks"])), site);
        (row["region"], row["side"]) = (site["region"].clone(), site["side"].clone());
        expected.push(row);
    }
    for view in json["views"].as_array().unwrap() {
        let of_view = |what, records: &Value| {
            let mut row = count(what, records, None);
            row["view"] = view["view"].clone();
            row
        };
        expected.push(of_view("view", &view["asked"]));
        for crop in ["whole", "back", "neck", "shoulders"] {
            if let Some(records) = view["shown"].get(crop) {
                let mut row = of_view("crop", records);
                row["crop"] = crop.into();
                expected.push(row);
            }
        }
        let min = painmap::anatomy::View::ALL
            .iter()
            .find(|known| view["view"] == known.as_str())
            .unwrap()
            .bounds()
            .min;
        for cell in view["cells"].as_array().unwrap() {
            let mut row = of_view("cell", &cell[2]);
            row["x"] = (i64::from(min.x) + 100 * cell[0].as_i64().unwrap()).into();
            row["y"] = (i64::from(min.y) + 100 * cell[1].as_i64().unwrap()).into();
            (row["rated"], row["ratings"]) = (cell[3].clone(), cell[4].clone());
            expected.push(row);
        }
    }
    assert!(expected.len() > 100);
    // JSON has the figures in another order.
    let sorted = |rows: Vec<Value>| {
        let mut rows: Vec<String> = rows.iter().map(Value::to_string).collect();
        rows.sort();
        rows
    };
    for (is, should) in sorted(rows(&reader)).iter().zip(&sorted(expected.clone())) {
        assert_eq!(is, should);
    }
    assert_eq!(rows(&reader).len(), expected.len());
    assert_eq!(told(&reader, "painmap.table"), "painmap-aggregate-table/1");
    assert_eq!(
        (told(&reader, "painmap.cell").as_str(), told(&reader, "painmap.whose").as_str()),
        ("100", "patient")
    );
}

#[test]
fn the_document_lists_the_columns_of_an_aggregate() {
    let (_, reader) = aggregated("columns.parquet", &["--by", "both"], "{\"format\":\"painmap/1\"}");
    assert_eq!(told(&reader, "painmap.whose"), "both");
    let meanings: Map<String, Value> = serde_json::from_str(&told(&reader, "painmap.columns")).unwrap();
    let schema = reader.metadata().file_metadata().schema_descr();
    let mut table = String::from("| column | holds | meaning |\n| --- | --- | --- |\n");
    for column in schema.columns() {
        let holds = if column.physical_type() == Physical::INT64 { "whole number" } else { "text" };
        table +=
            &format!("| `{}` | {holds} | {} |\n", column.name(), meanings[column.name()].as_str().unwrap());
    }
    assert_eq!(meanings.len(), schema.columns().len());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/tables.md");
    let document = std::fs::read_to_string(path).unwrap();
    assert!(document.contains(&format!("\n{table}\n")), "docs/tables.md should hold:\n{table}");
}

#[test]
fn an_aggregate_of_nothing_and_a_joined_one_are_tables_too() {
    let nothing = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("nothing-to-add.ndjson");
    std::fs::write(&nothing, "").unwrap();
    let (_, reader) = aggregated("none.parquet", &[nothing.to_str().unwrap()], "");
    let none = rows(&reader);
    assert_eq!((none.len(), &none[0]["what"], &none[0]["records"]), (5, &"total".into(), &0.into()));
    let part = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden/measures/aggregate.json");
    let (json, reader) = aggregated("joined.parquet", &["--merge", part.to_str().unwrap()], "");
    assert_eq!(rows(&reader)[0]["records"], json["records"]);
    let folder = env!("CARGO_TARGET_TMPDIR");
    let ran = painmap(&["aggregate", "--parquet", folder], "{\"format\":\"painmap/1\"}");
    assert!(ran.status == 2 && ran.err.contains("cannot write ") && ran.err.contains(folder), "{ran:?}");
}
