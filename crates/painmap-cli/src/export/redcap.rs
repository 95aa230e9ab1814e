//! REDCap: the data dictionary, and values for the data import.

use painmap::PainMap;
use painmap::exchange::redcap::{DICTIONARY_HEADER, fields, values, values_header};
use painmap::exchange::table::Origin;

use super::csv::{CsvFile, lines};
use super::{Args, numbered};
use crate::status::{Stop, Verdict};

pub(super) fn dictionary(args: &Args) -> Result<Verdict, Stop> {
    let mut file = CsvFile::open(&args.output, &DICTIONARY_HEADER)?;
    for field in fields() {
        file.add(&lines([field.dictionary_row()])?)?;
    }
    file.finish(Verdict::Good)
}

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut file = CsvFile::open(&args.output, &values_header())?;
    let rows = |origin: Origin<'_>, map: &PainMap| lines(values(map, origin));
    let verdict = numbered::each(args, rows, |rows| file.add(&rows?))?;
    file.finish(verdict)
}
