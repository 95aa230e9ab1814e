//! A column: its name, its kind, what it may hold and what it means.

use super::cell::Cell;
use super::mark_columns::{FINDINGS, MARK};
use super::record_columns::{HISTORY, RECORD};
use super::row::{Marked, Row};

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number.
    Whole,
    /// Yes or no.
    Flag,
    /// A list of texts.
    List,
}

/// What a column speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The whole record: each of its rows says the same.
    Record,
    /// One mark; absent in the row of a record without marks.
    Mark,
}

/// A column of the table.
///
/// ```
/// use painmap::exchange::table::{Kind, columns};
/// let intensity = columns().find(|column| column.name() == "intensity").ok_or("no such column")?;
/// assert_eq!((intensity.kind(), intensity.range()), (Kind::Whole, Some((0, 10))));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Column {
    name: &'static str,
    kind: Kind,
    meaning: &'static str,
    unit: Option<&'static str>,
    range: Option<(i64, i64)>,
    words: &'static [&'static str],
    is_declinable: bool,
    is_free_text: bool,
    is_of_the_run: bool,
    derive: Derive,
}

/// How a cell of the column comes from a row.
#[derive(Debug, Clone, Copy)]
enum Derive {
    Record(OfRecord),
    Mark(OfMark),
}

pub(super) type OfRecord = for<'a> fn(&'a Row<'a>) -> Cell<'a>;
pub(super) type OfMark = for<'a> fn(&'a Marked<'a>) -> Cell<'a>;

/// The columns in order: the record, the mark, the findings on it, the history.
pub fn columns() -> impl Iterator<Item = &'static Column> + Clone {
    RECORD.iter().chain(MARK).chain(FINDINGS).chain(HISTORY)
}

impl Column {
    /// The column's name: lower-case letters and underscores.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What its cells are.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// What it says, in English: a sentence or two.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// The unit of its numbers.
    #[must_use]
    pub const fn unit(&self) -> Option<&'static str> {
        self.unit
    }

    /// The least and the greatest number that it may hold, where that is agreed.
    #[must_use]
    pub const fn range(&self) -> Option<(i64, i64)> {
        self.range
    }

    /// The words that it may hold; empty where any text may stand.
    #[must_use]
    pub const fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether it may also hold [`PREFER_NOT_TO_SAY`](crate::record::PREFER_NOT_TO_SAY).
    #[must_use]
    pub const fn is_declinable(&self) -> bool {
        self.is_declinable
    }

    /// Whether it holds what a person typed, which may name someone.
    #[must_use]
    pub const fn is_free_text(&self) -> bool {
        self.is_free_text
    }

    /// Whether it says where a row came from in this run, and nothing of the record.
    #[must_use]
    pub const fn is_of_the_run(&self) -> bool {
        self.is_of_the_run
    }

    /// What it speaks of.
    #[must_use]
    pub const fn subject(&self) -> Subject {
        match self.derive {
            Derive::Record(_) => Subject::Record,
            Derive::Mark(_) => Subject::Mark,
        }
    }

    pub(super) fn cell<'a>(&self, row: &'a Row<'a>) -> Cell<'a> {
        match self.derive {
            Derive::Record(derive) => derive(row),
            Derive::Mark(derive) => row.marked().map_or(Cell::Absent, derive),
        }
    }

    pub(super) const fn of_record(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        derive: OfRecord,
    ) -> Self {
        Self::new(name, kind, meaning, Derive::Record(derive))
    }

    pub(super) const fn of_mark(
        name: &'static str,
        kind: Kind,
        meaning: &'static str,
        derive: OfMark,
    ) -> Self {
        Self::new(name, kind, meaning, Derive::Mark(derive))
    }

    const fn new(name: &'static str, kind: Kind, meaning: &'static str, derive: Derive) -> Self {
        Self {
            name,
            kind,
            meaning,
            unit: None,
            range: None,
            words: &[],
            is_declinable: false,
            is_free_text: false,
            is_of_the_run: false,
            derive,
        }
    }

    pub(super) const fn in_unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    pub(super) const fn within(mut self, least: i64, most: i64) -> Self {
        self.range = Some((least, most));
        self
    }

    pub(super) const fn one_of(mut self, words: &'static [&'static str]) -> Self {
        self.words = words;
        self
    }

    pub(super) const fn declinable(mut self) -> Self {
        self.is_declinable = true;
        self
    }

    pub(super) const fn free_text(mut self) -> Self {
        self.is_free_text = true;
        self
    }

    pub(super) const fn of_the_run(mut self) -> Self {
        self.is_of_the_run = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_stands_once_and_is_fit_for_any_program() {
        let names: Vec<_> = columns().map(Column::name).collect();
        for (index, name) in names.iter().enumerate() {
            assert!(name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{name}");
            assert!(!names[..index].contains(name), "{name} stands twice");
        }
    }

    #[test]
    fn no_word_holds_what_stands_between_words() {
        for word in columns().flat_map(Column::words) {
            assert!(!word.contains([super::super::SEPARATOR, ':', ' ']), "{word}");
            assert_ne!(*word, super::super::EMPTY_LIST);
        }
    }
}
