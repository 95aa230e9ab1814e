//! The table as CSV (RFC 4180), with texts guarded against being taken for formulas.

use ::csv::{Writer, WriterBuilder};
use painmap::exchange::table::{columns, rows};

use super::{Args, numbered};
use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict};

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut file = CsvFile::open(&args.output, columns().map(|column| column.name()).collect());
    let verdict = numbered::each(args, |origin, map| {
        rows(map, origin).try_for_each(|row| file.row(row.cells().map(|cell| cell.to_text().into_owned())))
    })?;
    file.finish(verdict)
}

/// A file of comma-separated values; lines end in a line feed.
pub(super) struct CsvFile<'a, H> {
    args: &'a OutputArgs,
    writer: Writer<Output<'a>>,
    /// The names of the columns until they are written, with the first row: a call that fails before leaves
    /// an older file as it was.
    header: Option<Vec<H>>,
}

impl<'a, H: AsRef<[u8]>> CsvFile<'a, H> {
    pub(super) fn open(args: &'a OutputArgs, header: Vec<H>) -> Self {
        Self { args, writer: WriterBuilder::new().from_writer(args.open()), header: Some(header) }
    }

    pub(super) fn row(&mut self, fields: impl Iterator<Item = impl AsRef<[u8]>>) -> Result<(), Stop> {
        self.begin()?;
        self.writer.write_record(fields).map_err(|error| stop(self.args, error))
    }

    /// Ends the file; a table without rows has its header, unless there were none but bad records.
    pub(super) fn finish(mut self, verdict: Verdict) -> Result<Verdict, Stop> {
        if verdict == Verdict::Good {
            self.begin()?;
        }
        let args = self.args;
        self.writer.into_inner().map_err(|error| args.stop(error.error()))?.finish()?;
        Ok(verdict)
    }

    fn begin(&mut self) -> Result<(), Stop> {
        let Some(header) = self.header.take() else { return Ok(()) };
        self.writer.write_record(header).map_err(|error| stop(self.args, error))
    }
}

fn stop(args: &OutputArgs, error: ::csv::Error) -> Stop {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => args.stop(&error),
        other => Stop::WrongCall(format!("cannot write the table: {other:?}")),
    }
}
