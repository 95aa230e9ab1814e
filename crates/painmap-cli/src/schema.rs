//! `painmap schema`: the JSON Schema of a record.

use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Example:
  painmap schema -o painmap.schema.json";

/// Writes the JSON Schema (2020-12) of a record.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    output.text(painmap::record::schema())?;
    output.finish()?;
    Ok(Verdict::Good)
}
