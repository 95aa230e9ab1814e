//! Apache Parquet files: typed columns, compressed, a row group at a time.

mod group;
mod schema;

use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use group::Group;
use painmap::exchange::table::{Cell, Kind};

use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict};

/// What a file holds.
pub(crate) struct Table {
    /// The name of its schema.
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<(&'static str, Kind)>,
    /// What its metadata tells.
    pub(crate) told: Vec<(&'static str, String)>,
}

/// The file, which is made only when there is something to write: a call that fails before leaves an
/// older one as it was.
pub(crate) struct ParquetFile<'a> {
    args: &'a OutputArgs,
    table: Table,
    group: Group,
    writer: Option<SerializedFileWriter<Output<'a>>>,
}

impl<'a> ParquetFile<'a> {
    pub(crate) fn new(args: &'a OutputArgs, table: Table) -> Result<Self, Stop> {
        if args.is_terminal() {
            let told = "a Parquet file is not for the terminal: name one with -o";
            return Err(Stop::WrongCall(told.to_owned()));
        }
        let group = Group::new(table.columns.iter().map(|&(_, kind)| kind));
        Ok(Self { args, table, group, writer: None })
    }

    /// Adds a row: a cell for each column.
    pub(crate) fn push<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), Stop> {
        self.group.push(cells);
        if self.group.is_full() { self.write() } else { Ok(()) }
    }

    /// Ends the file. A table without rows is a file too, unless there were none but bad records.
    pub(crate) fn finish(mut self, verdict: Verdict) -> Result<Verdict, Stop> {
        if !self.group.is_empty() || verdict == Verdict::Good {
            self.write()?;
        }
        if let Some(writer) = self.writer {
            writer.into_inner().map_err(|error| stop(self.args, error))?.finish()?;
        }
        Ok(verdict)
    }

    /// Writes the rows of the group, if it has any.
    fn write(&mut self) -> Result<(), Stop> {
        let stop = |error| stop(self.args, error);
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => none.insert(open(self.args, &self.table).map_err(stop)?),
        };
        if self.group.is_empty() { Ok(()) } else { self.group.write(writer).map_err(stop) }
    }
}

fn open<'a>(args: &'a OutputArgs, table: &Table) -> Result<SerializedFileWriter<Output<'a>>, ParquetError> {
    let told = table.told.iter().map(|(name, value)| KeyValue::new((*name).to_owned(), value.clone()));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(told.collect()))
        .build();
    SerializedFileWriter::new(args.open(), Arc::new(schema::schema(table)?), Arc::new(properties))
}

fn stop(output: &OutputArgs, error: ParquetError) -> Stop {
    match error {
        ParquetError::External(cause) => match cause.downcast::<std::io::Error>() {
            Ok(error) => output.stop(&error),
            Err(cause) => Stop::WrongCall(format!("cannot write the table: {cause}")),
        },
        error => Stop::WrongCall(format!("cannot write the table: {error}")),
    }
}
