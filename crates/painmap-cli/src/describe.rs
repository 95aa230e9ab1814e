//! `painmap describe`: records in sentences.

use painmap::describe::{Wording, sentences};
use serde::Serialize;

use crate::input::InputArgs;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Examples:
  painmap describe record.json
  painmap describe --json < records.ndjson | head";

/// Says records in sentences: one numbered sentence for each mark.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Write a JSON object for each record, one a line: {"sentences": [...]}.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Described {
    sentences: Vec<String>,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let mut first = true;
    let verdict = args.input.each_good(|origin, map| {
        let sentences = sentences(&map, Wording::Clinical);
        if args.json {
            return output.json(&Described { sentences });
        }
        // Where there are many records, each says which one it is.
        if origin.is_one_of_many {
            let gap = if first { "" } else { "\n" };
            output.line(format_args!("{gap}{origin}"))?;
        }
        first = false;
        sentences.iter().try_for_each(|sentence| output.line(sentence))
    })?;
    output.finish()?;
    Ok(verdict)
}
