//! The table as CSV (RFC 4180), with texts guarded against being taken for formulas.

use ::csv::WriterBuilder;
use painmap::PainMap;
use painmap::exchange::table::{Origin, Row, columns, rows};

use super::{Args, numbered};
use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict};

/// How much of a row is held while it is written, to begin with.
const ROW: usize = 1024;

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let names: Vec<&str> = columns().map(|column| column.name()).collect();
    let mut file = CsvFile::open(&args.output, &names)?;
    let cells = |origin: Origin<'_>, map: &PainMap| {
        let texts = |row: &Row<'_>| row.cells().map(|cell| cell.to_text().into_owned()).collect::<Vec<_>>();
        lines(rows(map, origin).map(|row| texts(&row)))
    };
    let verdict = numbered::each(args, cells, |rows| file.add(&rows?))?;
    file.finish(verdict)
}

/// Rows as lines of comma-separated values; lines end in a line feed.
pub(super) fn lines<R>(rows: impl IntoIterator<Item = R>) -> Result<Vec<u8>, Stop>
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let fault = |error: &dyn std::error::Error| Stop::WrongCall(format!("cannot write the table: {error}"));
    let mut writer = WriterBuilder::new().buffer_capacity(ROW).from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).map_err(|error| fault(&error))?;
    }
    writer.into_inner().map_err(|error| fault(&error))
}

/// A file of such lines.
pub(super) struct CsvFile<'a> {
    output: Output<'a>,
    /// The names of the columns until they are written, with the first row: a call that fails before leaves
    /// an older file as it was.
    header: Option<Vec<u8>>,
}

impl<'a> CsvFile<'a> {
    pub(super) fn open(args: &'a OutputArgs, header: &[impl AsRef<[u8]>]) -> Result<Self, Stop> {
        Ok(Self { output: args.open(), header: Some(lines([header])?) })
    }

    /// Adds rows, as lines.
    pub(super) fn add(&mut self, lines: &[u8]) -> Result<(), Stop> {
        self.begin()?;
        self.output.bytes(lines)
    }

    /// Ends the file; a table without rows has its header, unless there were none but bad records.
    pub(super) fn finish(mut self, verdict: Verdict) -> Result<Verdict, Stop> {
        if verdict == Verdict::Good {
            self.begin()?;
        }
        self.output.finish()?;
        Ok(verdict)
    }

    fn begin(&mut self) -> Result<(), Stop> {
        self.header.take().map_or(Ok(()), |header| self.output.bytes(&header))
    }
}
