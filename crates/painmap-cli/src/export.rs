//! `painmap export`: records in other systems' formats. Each format has a file of its own in `export/`.

mod csv;
mod fhir;
mod ndjson;
mod numbered;
mod parquet;
mod redcap;

use clap::ValueEnum;
use painmap::exchange::fhir::Release;

use crate::input::InputArgs;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLES: &str = "\
Examples:
  painmap export --to fhir-r4 --subject Patient/17 --performer Patient/17 record.json
  painmap export --to fhir-r5 --subject Patient/17 --performer RelatedPerson/4 \\
      --examiner Practitioner/9 --stature 170 -o bundle.json record.json
  painmap export --to csv record.json
  painmap export --to parquet -o marks.parquet records.ndjson
  painmap export --to redcap --dictionary -o dictionary.csv
  painmap export --to redcap -o values.csv submissions/

A FHIR bundle stands on one line; many records give many lines (NDJSON). docs/fhir.md tells what
stands where in it, and each code with its source. The tables have a row for each mark, and one for a
record without marks. Their columns, and how to take back what is done to texts that a spreadsheet
would take for formulas, are in docs/tables.md.";

/// Writes records in other systems' formats.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// The format.
    #[arg(long, value_name = "FORMAT")]
    to: Format,
    /// The number of the first record, for tables that are to be put behind others.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    first: u64,
    /// With `--to redcap`: write the data dictionary in place of the values; no record is read.
    #[arg(long, conflicts_with = "files")]
    dictionary: bool,
    #[command(flatten)]
    fhir: fhir::FhirArgs,
}

/// A format of the outside world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A FHIR R4 bundle after the HL7 Symptoms guide 1.0.0.
    FhirR4,
    /// A FHIR R5 bundle.
    FhirR5,
    /// A table as comma-separated values, safe to open in a spreadsheet.
    Csv,
    /// A table as one JSON object a row.
    Ndjson,
    /// A table as an Apache Parquet file with typed columns.
    Parquet,
    /// Values for REDCap's data import, as comma-separated values.
    Redcap,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    if args.dictionary && args.to != Format::Redcap {
        return Err(Stop::WrongCall("--dictionary goes with --to redcap alone".to_owned()));
    }
    // What a format has no use for is a mistake, and would pass for done.
    let is_fhir = matches!(args.to, Format::FhirR4 | Format::FhirR5);
    if !is_fhir && args.fhir.is_given() {
        return Err(Stop::WrongCall(
            "the options for FHIR go with --to fhir-r4 and fhir-r5 alone".to_owned(),
        ));
    }
    if is_fhir && args.first != 1 {
        return Err(Stop::WrongCall("--first goes with tables alone".to_owned()));
    }
    match args.to {
        Format::FhirR4 => fhir::run(&args.input, &args.output, &args.fhir, Release::R4),
        Format::FhirR5 => fhir::run(&args.input, &args.output, &args.fhir, Release::R5),
        Format::Csv => csv::run(args),
        Format::Ndjson => ndjson::run(args),
        Format::Parquet => parquet::run(args),
        Format::Redcap if args.dictionary => redcap::dictionary(args),
        Format::Redcap => redcap::run(args),
    }
}
