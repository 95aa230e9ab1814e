//! `painmap measure`: the measures of records.

mod said;

use painmap::PainMap;
use painmap::measure::{Measures, Whose};
use serde::Serialize;

use crate::choice::one_of;
use crate::heading::Headings;
use crate::input::{InputArgs, Origin};
use crate::output::{OutputArgs, json};
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
    let (by, is_json, paint) = (args.by, args.json, args.output.paint());
    let measured = move |origin: &Origin, map: PainMap| {
        let measures = Measures::of(&map, by);
        if is_json {
            let (file, line) = (origin.file.as_str(), origin.line);
            return json(&Measured { file, line, measures: &measures }).map(|line| line + "\n");
        }
        Ok(said::in_full(&map, &measures, paint))
    };
    let mut output = args.output.open();
    let mut headings = Headings::default();
    let verdict = args.input.each_good_made(measured, |origin, said| {
        if !args.json {
            output.text(headings.of(&origin, paint))?;
        }
        output.text(said?)
    })?;
    output.finish()?;
    Ok(verdict)
}
