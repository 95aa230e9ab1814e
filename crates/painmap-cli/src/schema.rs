//! `painmap schema`: what a record holds, and what our names in FHIR mean, for programs.

use painmap::exchange::fhir::{Release, definitions};
use painmap::record::{Format, schema_of};

use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Examples:
  painmap schema -o painmap.schema.json
  painmap schema --for fhir-r4 -o definitions.json

docs/record-format.md tells what may change in a format. docs/fhir.md tells where the names stand.";

/// Writes the JSON Schema (2020-12) of a record, or the definitions of painmap's own names in FHIR.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// Which version of the record's format [default: the one that is written].
    #[arg(long, value_name = "N", conflicts_with = "subject")]
    format_version: Option<usize>,
    /// In place of the record's schema: our extensions, code systems and value sets as a FHIR bundle.
    #[arg(long = "for", value_name = "WHAT", id = "subject")]
    subject: Option<Subject>,
    #[command(flatten)]
    output: OutputArgs,
}

/// What else there are definitions of.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Subject {
    /// FHIR R4.
    FhirR4,
    /// FHIR R5.
    FhirR5,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let text = match args.subject {
        Some(Subject::FhirR4) => definitions(Release::R4) + "\n",
        Some(Subject::FhirR5) => definitions(Release::R5) + "\n",
        None => schema_of(format(args.format_version)?),
    };
    let mut output = args.output.open();
    output.text(text)?;
    output.finish()?;
    Ok(Verdict::Good)
}

fn format(number: Option<usize>) -> Result<Format, Stop> {
    let there_are = || format!("there are the format versions 1 to {}", Format::ALL.len());
    number.map_or(Ok(Format::LATEST), |number| {
        Format::numbered(number).ok_or_else(|| Stop::WrongCall(there_are()))
    })
}
