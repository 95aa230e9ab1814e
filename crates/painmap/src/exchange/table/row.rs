//! Rows: from a record to one row a mark.

use super::cell::Cell;
use super::column::{Column, columns};
use crate::PainMap;
use crate::anatomy::Figure;
use crate::record::{Mark, Whereabouts};

/// Where a record comes from, as the table tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin<'r> {
    /// What names the record within the table: most simply its number.
    pub record: &'r str,
    /// The file that it stood in; none for standard input.
    pub file: Option<&'r str>,
    /// Its line in the file, from 1, where the file holds many records.
    pub line: Option<usize>,
}

/// One row of the table.
#[derive(Debug)]
pub struct Row<'r> {
    pub(super) origin: Origin<'r>,
    pub(super) map: &'r PainMap,
    marked: Option<Marked<'r>>,
}

/// The mark of a row.
#[derive(Debug)]
pub(super) struct Marked<'r> {
    /// From 1, in the order of the record.
    pub(super) number: usize,
    pub(super) mark: &'r Mark,
    pub(super) figure: Figure,
    pub(super) whereabouts: Whereabouts,
}

/// The rows of a record: one a mark, or one that has none.
///
/// ```
/// use painmap::PainMap;
/// use painmap::exchange::table::{Origin, json_line, rows};
/// let map = PainMap::from_json(r#"{ "format": "painmap/1", "noPain": true }"#)?;
/// let origin = Origin { record: "1", file: None, line: None };
/// let lines: Vec<_> = rows(&map, origin).map(|row| json_line(&row)).collect();
/// assert_eq!(lines, [r#"{"record":"1","figure":"neutral","no_pain":true,"marks":0}"#]);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
pub fn rows<'r>(map: &'r PainMap, origin: Origin<'r>) -> impl Iterator<Item = Row<'r>> {
    let bare = (map.marks().len() == 0).then_some(Row { origin, map, marked: None });
    let marked = map.marks().enumerate().map(move |(index, mark)| {
        let whereabouts = Whereabouts::of(mark, map.figure);
        let marked = Marked { number: index + 1, mark, figure: map.figure, whereabouts };
        Row { origin, map, marked: Some(marked) }
    });
    bare.into_iter().chain(marked)
}

impl Row<'_> {
    /// The row's cell in this column.
    ///
    /// ```
    /// use painmap::PainMap;
    /// use painmap::exchange::table::{Cell, Origin, columns, rows};
    /// let map = PainMap::from_json(r#"{ "format": "painmap/1",
    ///     "marks": [{ "id": "m1", "kind": "spot", "view": "posterior", "at": [-600, 1790] }] }"#)?;
    /// let row = rows(&map, Origin { record: "1", file: None, line: None }).next().ok_or("no row")?;
    /// let side = columns().find(|column| column.name() == "side").ok_or("no such column")?;
    /// assert_eq!(row.cell(side), Cell::Text("right".into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn cell(&self, column: &Column) -> Cell<'_> {
        column.cell(self)
    }

    /// Its cells in the order of [`columns`].
    pub fn cells(&self) -> impl Iterator<Item = Cell<'_>> {
        columns().map(|column| column.cell(self))
    }

    /// What names its record within the table.
    #[must_use]
    pub fn record(&self) -> &str {
        self.origin.record
    }

    /// The number of its mark, from 1; none where the record has no marks.
    #[must_use]
    pub fn mark_number(&self) -> Option<usize> {
        self.marked.as_ref().map(|marked| marked.number)
    }

    pub(super) fn marked(&self) -> Option<&Marked<'_>> {
        self.marked.as_ref()
    }
}
