//! `painmap compare`: what changed between two records of one person.

mod said;

use std::path::PathBuf;

use painmap::PainMap;
use painmap::measure::{Comparison, RETEST, Retest, Whose};
use serde::Serialize;

use crate::choice::one_of;
use crate::input::InputArgs;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Marks are taken for the same where they lie in the same view, not on opposite sides, and within 300 body
units (5 cm of a person 1.70 m tall). What was published of the noise of drawing again stands beside the
numbers. docs/measures.md defines each measure.

Examples:
  painmap compare march.json june.json
  painmap compare --json march.json june.json";

/// Compares an earlier record with a later one: marks that are new, gone, moved, stronger or weaker, and
/// how much the areas overlap.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// The file with the earlier record; `-` for standard input.
    #[arg(value_name = "EARLIER")]
    earlier: PathBuf,
    /// The file with the later record; `-` for standard input.
    #[arg(value_name = "LATER")]
    later: PathBuf,
    #[command(flatten)]
    output: OutputArgs,
    /// Whose marks to compare.
    #[arg(long, value_name = "WHO", default_value = "patient", value_parser = one_of(Whose::ALL))]
    by: Whose,
    /// Write a JSON object.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Compared<'a> {
    #[serde(flatten)]
    comparison: &'a Comparison,
    retest: &'a [Retest],
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut maps = Vec::new();
    let input = InputArgs::of(vec![args.earlier.clone(), args.later.clone()]);
    let mut files = Vec::new();
    let verdict = input.each_good(|origin, map| {
        if files.contains(&origin.file) && origin.line.is_some() {
            return Err(Stop::WrongCall(format!(
                "compare takes one record a file, and {} has more",
                origin.file
            )));
        }
        files.push(origin.file);
        maps.push(map);
        Ok(())
    })?;
    let [earlier, later]: &[PainMap; 2] = match maps.as_slice().try_into() {
        Ok(both) => both,
        Err(_) if verdict == Verdict::Bad => return Ok(verdict),
        Err(_) => return Err(Stop::WrongCall("compare needs a record in each of the two files".to_owned())),
    };
    let comparison = Comparison::of(earlier, later, args.by);
    let mut output = args.output.open();
    if args.json {
        output.json(&Compared { comparison: &comparison, retest: &RETEST })?;
    } else {
        output.text(said::in_full(earlier, later, &comparison, args.output.paint()))?;
    }
    output.finish()?;
    Ok(verdict)
}
