//! `painmap import`: records back from FHIR bundles.

use painmap::exchange::fhir::{ImportReason, Imported, MAX_BUNDLE_BYTES, from_bundle};
use painmap::exchange::harmless_json;

use crate::input::{Fault, InputArgs, Origin, Piece};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say_of};

const EXAMPLE: &str = "\
Examples:
  painmap import bundle.json -o record.json
  painmap import < bundles.ndjson > records.ndjson

A bundle that painmap exported holds the record itself, and gives it back as it was. Where that is
gone, the record is put together from the other resources, and what they can't carry is told on
standard error.";

/// Reads records back from FHIR bundles (R4 or R5) that painmap exported.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let verdict = args.input.each_good_of(MAX_BUNDLE_BYTES, read, |origin, imported| {
        for loss in &imported.losses {
            say_of(&origin, format_args!("lost {loss}"));
        }
        output.line(harmless_json(&imported.map.to_json()))
    })?;
    output.finish()?;
    Ok(verdict)
}

fn read(_: &Origin, piece: Piece<'_>) -> Result<Imported, Fault> {
    from_bundle(piece.text).map_err(|error| match error.reason() {
        ImportReason::Json(json) => piece.fault(json),
        reason => Fault { pointer: error.pointer().to_owned(), reason: reason.to_string() },
    })
}
