//! Values for REDCap's data import: a row for the record, and one for each of its marks.

use super::dictionary::{Field, FieldKind, code, fields};
use super::{MARK_INSTRUMENT, RECORD_ID};
use crate::PainMap;
use crate::exchange::table::{Cell, EMPTY_LIST, Origin, Row, Subject, rows};

/// The names of the values' columns: a checkbox has one for each choice, `field___choice`.
///
/// ```
/// let header = painmap::exchange::redcap::values_header();
/// assert_eq!(header[..3], ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance"]);
/// assert!(header.contains(&"pm_qualities___burning".to_owned()));
/// ```
#[must_use]
pub fn values_header() -> Vec<String> {
    let mut header =
        [RECORD_ID, "redcap_repeat_instrument", "redcap_repeat_instance"].map(str::to_owned).to_vec();
    for field in fields().skip(1) {
        if field.kind() == FieldKind::Checkbox {
            header.extend(field.choices().map(|choice| format!("{}___{}", field.name(), code(choice))));
        } else {
            header.push(field.name());
        }
    }
    header
}

/// The rows of a record, in the order of [`values_header`]: the first of the record itself, then one a
/// mark. Texts are [guarded](crate::exchange::table::guard()) like those of the table.
///
/// ```
/// use painmap::PainMap;
/// use painmap::exchange::{redcap::values, table::Origin};
/// let map = PainMap::from_json(r#"{ "format": "painmap/1", "marks": [
///     { "id": "m1", "kind": "spot", "view": "posterior", "at": [-600, 1790], "intensity": 7 }] }"#)?;
/// let rows = values(&map, Origin { record: "17", file: None, line: None });
/// assert_eq!(rows[0][..3], ["17", "", ""]);
/// assert_eq!(rows[1][..3], ["17", "painmap_mark", "1"]);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn values(map: &PainMap, origin: Origin<'_>) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for row in rows(map, origin) {
        if lines.is_empty() {
            lines.push(line(&row, Subject::Record, ["", ""]));
        }
        if let Some(number) = row.mark_number() {
            lines.push(line(&row, Subject::Mark, [MARK_INSTRUMENT, &number.to_string()]));
        }
    }
    lines
}

/// What a row says of the record or of the mark; fields of the other one stay empty.
fn line(row: &Row<'_>, subject: Subject, repeat: [&str; 2]) -> Vec<String> {
    let mut line = vec![Cell::Text(row.record().into()).to_text().into_owned()];
    line.extend(repeat.map(str::to_owned));
    for field in fields().skip(1) {
        let Some(column) = field.column() else { continue };
        let cell = if column.subject() == subject { row.cell(column) } else { Cell::Absent };
        push(&field, &cell, &mut line);
    }
    line
}

fn push(field: &Field, cell: &Cell<'_>, line: &mut Vec<String>) {
    match (field.kind(), cell) {
        (FieldKind::Checkbox, Cell::List(chosen)) => {
            let is_chosen = |choice: &str| {
                chosen.iter().any(|word| word == choice) || (chosen.is_empty() && choice == EMPTY_LIST)
            };
            let flags = field.choices().map(|choice| if is_chosen(choice) { "1" } else { "0" });
            line.extend(flags.map(str::to_owned));
        }
        (FieldKind::Checkbox, _) => line.extend(field.choices().map(|_| String::new())),
        (FieldKind::Radio, Cell::Text(word)) => line.push(code(word)),
        (FieldKind::YesNo, Cell::Flag(yes)) => line.push(if *yes { "1" } else { "0" }.to_owned()),
        _ => line.push(cell.to_text().into_owned()),
    }
}
