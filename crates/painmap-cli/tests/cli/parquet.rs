//! `painmap export --to parquet`: what a Parquet reader finds in the file.

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
