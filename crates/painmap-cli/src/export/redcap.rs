//! REDCap: the data dictionary, and values for the data import.

use painmap::exchange::redcap::{DICTIONARY_HEADER, fields, values, values_header};

use super::csv::CsvFile;
use super::{Args, numbered};
use crate::status::{Stop, Verdict};

pub(super) fn dictionary(args: &Args) -> Result<Verdict, Stop> {
    let mut file = CsvFile::open(&args.output, DICTIONARY_HEADER.to_vec());
    for field in fields() {
        file.row(field.dictionary_row().iter())?;
    }
    file.finish(Verdict::Good)
}

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut file = CsvFile::open(&args.output, values_header());
    let verdict = numbered::each(args, |origin, map| {
        values(map, origin).iter().try_for_each(|row| file.row(row.iter()))
    })?;
    file.finish(verdict)
}
