//! The table as an Apache Parquet file: typed columns, compressed, a row group at a time.

mod group;
mod schema;

use std::sync::Arc;

use ::parquet::basic::Compression;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use group::Group;
use painmap::anatomy::ATLAS_VERSION;
use painmap::exchange::table::{TABLE, rows};

use super::{Args, numbered};
use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict};

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    if args.output.is_terminal() {
        return Err(Stop::WrongCall("a Parquet file is not for the terminal: name one with -o".to_owned()));
    }
    let mut file = ParquetFile { args: &args.output, writer: None };
    let mut group = Group::new();
    let verdict = numbered::each(args, |origin, map| {
        for row in rows(map, origin) {
            group.push(&row);
            if group.is_full() {
                file.write(&mut group)?;
            }
        }
        Ok(())
    })?;
    // A table without rows is a file too, unless there were none but bad records.
    if !group.is_empty() || verdict == Verdict::Good {
        file.write(&mut group)?;
    }
    file.finish()?;
    Ok(verdict)
}

/// The file, which is made only when there is something to write: a call that fails before leaves an
/// older one as it was.
struct ParquetFile<'a> {
    args: &'a OutputArgs,
    writer: Option<SerializedFileWriter<Output<'a>>>,
}

impl ParquetFile<'_> {
    /// Writes the rows of the group, if it has any.
    fn write(&mut self, group: &mut Group) -> Result<(), Stop> {
        let stop = |error| stop(self.args, error);
        let writer = match &mut self.writer {
            Some(writer) => writer,
            none => none.insert(open(self.args).map_err(stop)?),
        };
        if group.is_empty() { Ok(()) } else { group.write(writer).map_err(stop) }
    }

    /// Writes the footer.
    fn finish(self) -> Result<(), Stop> {
        let Some(writer) = self.writer else { return Ok(()) };
        writer.into_inner().map_err(|error| stop(self.args, error))?.finish()
    }
}

fn open(output: &OutputArgs) -> Result<SerializedFileWriter<Output<'_>>, ParquetError> {
    let told = [("painmap.table", TABLE), ("painmap.atlas", ATLAS_VERSION)];
    let told = told.map(|(name, value)| KeyValue::new(name.to_owned(), value.to_owned()));
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_key_value_metadata(Some(told.to_vec()))
        .build();
    SerializedFileWriter::new(output.open(), Arc::new(schema::schema()?), Arc::new(properties))
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
