//! `painmap locate`: what lies at a point of the body.

use std::fmt;
use std::io::{self, BufReader, Cursor};

use painmap::anatomy::{Chart, Figure, Point, Side, View};
use painmap::scene::NoDrawing;
use serde::Serialize;

use crate::choice::one_of;
use crate::input::Lines;
use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict, say};

/// How far off the body the nearest point of it is still told, in bu: as far as a tap snaps.
const NEAR: i32 = 150;
/// No view is larger, whatever the figure (bu).
const FARTHEST: i64 = 1_000_000;

const EXAMPLE: &str = "\
Points are in body units: the stature is 10000, y is 0 at the top of the head and grows downwards,
and in the posterior and anterior views x > 0 is the person's left.

Examples:
  painmap locate --view posterior -- -600 1790
  echo posterior -600 1790 | painmap locate --json";

/// Says what lies at a point: the region, the side and the vertebral level.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// Body units from the midline, the person's left being positive. Without a point, lines of
    /// `view x y` are read from standard input.
    #[arg(allow_negative_numbers = true, requires = "y", value_parser = coordinate())]
    x: Option<i32>,
    /// Body units down from the top of the head.
    #[arg(allow_negative_numbers = true, value_parser = coordinate())]
    y: Option<i32>,
    /// The view on which the point lies [default: posterior].
    #[arg(long, requires = "x", value_parser = one_of(View::ALL))]
    view: Option<View>,
    /// The figure on which it lies.
    #[arg(long, default_value = "neutral", value_parser = one_of(Figure::ALL))]
    figure: Figure,
    /// Write a JSON object for each point, one a line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    output: OutputArgs,
}

fn coordinate() -> clap::builder::RangedI64ValueParser<i32> {
    clap::value_parser!(i32).range(-FARTHEST..=FARTHEST)
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let verdict = match (args.x, args.y) {
        (Some(x), Some(y)) => {
            let view = args.view.unwrap_or(View::Posterior);
            let found = Found::at(view, args.figure, Point::new(x, y));
            let found = found.map_err(|error| Stop::WrongCall(error.to_string()))?;
            if args.json { output.json(&found)? } else { output.text(found.in_full())? }
            Verdict::Good
        }
        _ => each_line(args, &mut output)?,
    };
    output.finish()?;
    Ok(verdict)
}
