//! `painmap locate`: what lies at a point of the body.

mod found;
mod muscles;

use std::io;

use painmap::anatomy::{Figure, Point, View};
use painmap::describe::Stature;
use painmap::record::limits::MAX_BYTES;

use crate::choice::one_of;
use crate::input::Lines;
use crate::output::{Output, OutputArgs};
use crate::status::{Stop, Verdict, say};

use found::{Body, Found};

/// Far beyond every view (bu).
const FARTHEST: i32 = 1_000_000;

const EXAMPLE: &str = "\
Points are in body units: the stature is 10000, y is 0 at the top of the head and grows downwards,
and in the posterior and anterior views x > 0 is the person's left.

Examples:
  painmap locate --view posterior -- -600 1790
  echo posterior -600 1790 | painmap locate --json";

/// Says what lies at a point: the region, the side, the vertebral level, the nearest landmarks, the
/// zones, the muscles under it by layer, the published patterns that cover it and the nearest usual
/// spot. It names no cause.
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
    /// How tall the person is, in centimetres: lengths are then told in centimetres too.
    #[arg(long, value_name = "CENTIMETRES", value_parser = stature)]
    stature: Option<Stature>,
    /// Write a JSON object for each point, one a line.
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    output: OutputArgs,
}

impl Args {
    /// The body that is asked about, in a view.
    fn body(&self, view: View) -> Body {
        Body { view, figure: self.figure, stature: self.stature }
    }
}

fn coordinate() -> clap::builder::RangedI64ValueParser<i32> {
    clap::value_parser!(i32).range(-i64::from(FARTHEST)..=i64::from(FARTHEST))
}

fn stature(text: &str) -> Result<Stature, String> {
    let range = Stature::RANGE;
    let wrong = || format!("must be whole centimetres from {} to {}", range.start(), range.end());
    text.parse().ok().and_then(Stature::centimetres).ok_or_else(wrong)
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let verdict = match (args.x, args.y) {
        (Some(x), Some(y)) => {
            let view = args.view.unwrap_or(View::Posterior);
            let found = Found::at(args.body(view), Point::new(x, y));
            let found = found.map_err(|error| Stop::WrongCall(error.to_string()))?;
            if args.json {
                output.json(&found)?;
            } else {
                output.text(found.in_full(args.output.paint()))?;
            }
            Verdict::Good
        }
        _ => each_line(args, &mut output)?,
    };
    output.finish()?;
    Ok(verdict)
}

/// A bad line is told, and the rest goes on.
fn each_line(args: &Args, output: &mut Output<'_>) -> Result<Verdict, Stop> {
    let unreadable = |error: io::Error| Stop::WrongCall(format!("cannot read standard input: {error}"));
    let mut verdict = Verdict::Good;
    let mut lines = Lines::new(io::stdin().lock(), MAX_BYTES);
    while let Some(line) = lines.next().map_err(unreadable)? {
        match found_on_line(&line.bytes, args) {
            Ok(found) if args.json => output.json(&found)?,
            Ok(found) => output.line(found)?,
            Err(reason) => {
                verdict = Verdict::Bad;
                say(format_args!("standard input, line {}: {reason}", line.number));
            }
        }
    }
    Ok(verdict)
}

fn found_on_line(line: &[u8], args: &Args) -> Result<Found, String> {
    const FORM: &str = "must be `view x y`, like `posterior -600 1790`";
    let line = std::str::from_utf8(line).map_err(|_| FORM)?;
    let words: Vec<&str> = line.split_whitespace().collect();
    let [view, x, y] = words.as_slice() else { return Err(FORM.to_owned()) };
    let view = view.parse::<View>().map_err(|error| format!("the view {error}"))?;
    let coordinate = |text: &str| {
        let value = text.parse::<i32>().ok().filter(|value| value.unsigned_abs() <= FARTHEST.unsigned_abs());
        value.ok_or_else(|| format!("x and y must be whole numbers from -{FARTHEST} to {FARTHEST}"))
    };
    Found::at(args.body(view), Point::new(coordinate(x)?, coordinate(y)?)).map_err(|error| error.to_string())
}
