//! A row group: the rows that are held until they are written, column by column.

use std::borrow::Cow;
use std::io::Write;

use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int64Type};
use ::parquet::errors::Result;
use ::parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use painmap::exchange::table::{Cell, Kind};

/// Rows of a group at most.
const MOST_ROWS: usize = 16_384;
/// Bytes of texts that are held at most, but for one row: outlines and notes may be long.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// How deep a list is when it is absent, empty, or has an entry.
const LIST_LEVELS: [i16; 3] = [0, 1, 2];

/// Rows, as columns.
pub(super) struct Group {
    columns: Vec<Held>,
    rows: usize,
    bytes: usize,
}

/// The cells of a column: for each of them its level, and the values that there are.
struct Held {
    values: Values,
    /// Whether there is a value here, or how much of a list.
    definitions: Vec<i16>,
    /// For a list: whether the entry goes on with the list before it.
    repetitions: Vec<i16>,
}

enum Values {
    Text(Vec<ByteArray>),
    Whole(Vec<i64>),
    Flag(Vec<bool>),
    List(Vec<ByteArray>),
}

impl Group {
    /// Of columns of these kinds.
    pub(super) fn new(kinds: impl Iterator<Item = Kind>) -> Self {
        Self { columns: kinds.map(Held::new).collect(), rows: 0, bytes: 0 }
    }

    /// Adds a row: a cell for each column.
    pub(super) fn push<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) {
        for (held, cell) in self.columns.iter_mut().zip(cells) {
            self.bytes += held.push(cell);
        }
        self.rows += 1;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rows == 0
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows >= MOST_ROWS || self.bytes >= MOST_BYTES
    }

    /// Writes the rows to the file, and forgets them.
    pub(super) fn write<W: Write + Send>(&mut self, file: &mut SerializedFileWriter<W>) -> Result<()> {
        let mut group = file.next_row_group()?;
        let mut held = self.columns.iter_mut();
        while let (Some(mut writer), Some(held)) = (group.next_column()?, held.next()) {
            held.write(&mut writer)?;
            writer.close()?;
        }
        group.close()?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }
}

impl Held {
    fn new(kind: Kind) -> Self {
        let values = match kind {
            Kind::Text => Values::Text(Vec::new()),
            Kind::Whole => Values::Whole(Vec::new()),
            Kind::Flag => Values::Flag(Vec::new()),
            Kind::List => Values::List(Vec::new()),
        };
        Self { values, definitions: Vec::new(), repetitions: Vec::new() }
    }

    /// Takes a cell, and says how many bytes of text it holds.
    fn push(&mut self, cell: Cell<'_>) -> usize {
        let [absent, empty, entry] = LIST_LEVELS;
        match (&mut self.values, cell) {
            (Values::Text(values), Cell::Text(text)) => {
                self.definitions.push(1);
                push_text(values, text)
            }
            (Values::Whole(values), Cell::Whole(number)) => {
                self.definitions.push(1);
                values.push(number);
                0
            }
            (Values::Flag(values), Cell::Flag(yes)) => {
                self.definitions.push(1);
                values.push(yes);
                0
            }
            (Values::List(_), Cell::List(words)) if words.is_empty() => {
                self.definitions.push(empty);
                self.repetitions.push(0);
                0
            }
            (Values::List(values), Cell::List(words)) => {
                let mut bytes = 0;
                for (index, word) in words.into_iter().enumerate() {
                    self.definitions.push(entry);
                    self.repetitions.push(i16::from(index > 0));
                    bytes += push_text(values, word);
                }
                bytes
            }
            (Values::List(_), _) => {
                self.definitions.push(absent);
                self.repetitions.push(0);
                0
            }
            // Absent; a cell is always of its column's kind.
            _ => {
                self.definitions.push(0);
                0
            }
        }
    }

    fn write(&mut self, writer: &mut SerializedColumnWriter<'_>) -> Result<()> {
        let definitions = Some(self.definitions.as_slice());
        match &mut self.values {
            Values::Text(values) => {
                writer.typed::<ByteArrayType>().write_batch(values, definitions, None)?;
                values.clear();
            }
            Values::Whole(values) => {
                writer.typed::<Int64Type>().write_batch(values, definitions, None)?;
                values.clear();
            }
            Values::Flag(values) => {
                writer.typed::<BoolType>().write_batch(values, definitions, None)?;
                values.clear();
            }
            Values::List(values) => {
                let repetitions = Some(self.repetitions.as_slice());
                writer.typed::<ByteArrayType>().write_batch(values, definitions, repetitions)?;
                values.clear();
            }
        }
        self.definitions.clear();
        self.repetitions.clear();
        Ok(())
    }
}

fn push_text(values: &mut Vec<ByteArray>, text: Cow<'_, str>) -> usize {
    let bytes = text.len();
    values.push(text.into_owned().into_bytes().into());
    bytes
}
