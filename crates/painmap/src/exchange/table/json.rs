//! A row as one line of JSON.

use super::cell::Cell;
use super::column::columns;
use super::row::Row;
use crate::numbers::push_whole;
use crate::strangers::{is_hostile, push_json_escape};

/// The row as a JSON object on one line, without a line break: its cells by the names of their columns,
/// absent ones left out. Control characters and changes of writing direction are escaped, so that the
/// line is harmless on a terminal; a reader of JSON gets the texts as they were.
///
/// ```
/// use painmap::PainMap;
/// use painmap::exchange::table::{Origin, json_line, rows};
/// let map = PainMap::from_json(r#"{ "format": "painmap/1", "note": "a\u001b[2J" }"#)?;
/// let row = rows(&map, Origin { record: "1", file: None, line: Some(3) }).next().ok_or("no row")?;
/// let line = r#"{"record":"1","line":3,"figure":"neutral","marks":0,"record_note":"a\u001b[2J"}"#;
/// assert_eq!(json_line(&row), line);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn json_line(row: &Row<'_>) -> String {
    let mut line = String::from("{");
    for (column, cell) in columns().zip(row.cells()) {
        if cell.is_absent() {
            continue;
        }
        if line.len() > 1 {
            line.push(',');
        }
        push_text(column.name(), &mut line);
        line.push(':');
        push_cell(&cell, &mut line);
    }
    line.push('}');
    line
}

fn push_cell(cell: &Cell<'_>, line: &mut String) {
    match cell {
        Cell::Absent => line.push_str("null"),
        Cell::Text(text) => push_text(text, line),
        Cell::Whole(number) => push_whole(*number, line),
        Cell::Flag(yes) => line.push_str(if *yes { "true" } else { "false" }),
        Cell::List(words) => {
            line.push('[');
            for (index, word) in words.iter().enumerate() {
                if index > 0 {
                    line.push(',');
                }
                push_text(word, line);
            }
            line.push(']');
        }
    }
}

fn push_text(text: &str, line: &mut String) {
    line.push('"');
    for character in text.chars() {
        match character {
            '"' => line.push_str("\\\""),
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            _ if is_hostile(character) => push_json_escape(character, line),
            _ => line.push(character),
        }
    }
    line.push('"');
}
