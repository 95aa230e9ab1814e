//! `painmap measure`: the measures of records.

mod said;

use painmap::measure::{Measures, Whose};
use serde::Serialize;

use crate::choice::one_of;
use crate::input::InputArgs;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};
pub(crate) use said::seen;

const EXAMPLE: &str = "\
Extent comes from drawn areas and from spots with a size; it is an area of the drawing, not of skin. What
was not shown or not answered is told as not known. docs/measures.md defines each measure.

Examples:
  painmap measure record.json
  painmap measure --json < records.ndjson";

/// Measures records: marks, sites, sides, intensity, extent, zones, and the widespread pain index where the
/// whole body was shown.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Whose marks to measure.
    #[arg(long, value_name = "WHO", default_value = "patient", value_parser = one_of(Whose::ALL))]
    by: Whose,
    /// Write a JSON object for each record, one a line.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Measured<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(flatten)]
    measures: &'a Measures,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let mut first = true;
    let verdict = args.input.each_good(|origin, map| {
        let measures = Measures::of(&map, args.by);
        if args.json {
            let (file, line) = (origin.file.as_str(), origin.line);
            return output.json(&Measured { file, line, measures: &measures });
        }
        // Where there are many records, each says which one it is.
        if origin.is_one_of_many {
            let gap = if first { "" } else { "\n" };
            output.line(format_args!("{gap}{origin}"))?;
        }
        first = false;
        output.text(said::in_full(&map, &measures))
    })?;
    output.finish()?;
    Ok(verdict)
}
