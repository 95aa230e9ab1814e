//! `painmap render`: a record as a picture.

use painmap::anatomy::{Chart, Crop, View};
use painmap::describe::Locale;
use painmap::scene::{Picture, to_svg};
use painmap::{PainMap, record::Mark};

use crate::choice::one_of;
use crate::input::InputArgs;
use crate::language::{help, language};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say};

const EXAMPLE: &str = "\
Examples:
  painmap render record.json -o map.svg
  painmap render --crop back - < record.json > back.svg";

/// Draws one record as an SVG picture: the body with numbered marks.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// The view to draw; by default the one that suits the record.
    #[arg(long, value_parser = one_of(View::ALL))]
    view: Option<View>,
    /// The part of the view to draw; by default what was shown and holds all marks.
    #[arg(long, value_parser = one_of(Crop::ALL))]
    crop: Option<Crop>,
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    #[arg(help = help("the words in the picture, its title and its description"))]
    language: &'static Locale,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut one = None;
    let verdict = args.input.each_good(|_, map| match one.replace(map) {
        None => Ok(()),
        Some(_) => Err(Stop::WrongCall("render draws one record, and there are more".to_owned())),
    })?;
    let Some(map) = one else { return Ok(verdict) };
    let picture = choose(args, &map);
    let svg = to_svg(&map, &picture, args.language).map_err(|error| Stop::WrongCall(error.to_string()))?;
    warn_of_unseen(&map, picture);
    let mut output = args.output.open();
    output.line(svg)?;
    output.finish()?;
    Ok(verdict)
}

fn choose(args: &Args, map: &PainMap) -> Picture {
    let suited = Picture::of(map);
    match args.view {
        // What suits another view says nothing about this one.
        Some(view) if view != suited.view => Picture { view, crop: args.crop.unwrap_or(Crop::Whole) },
        _ => Picture { view: suited.view, crop: args.crop.unwrap_or(suited.crop) },
    }
}

/// A picture without some of the marks must not pass for all of the record.
fn warn_of_unseen(map: &PainMap, picture: Picture) {
    for (number, mark) in (1..).zip(map.marks()) {
        let id = mark.id();
        if mark.view() != picture.view {
            say(format_args!(
                "mark {number} ({id}) is not in the picture: it lies in the {} view",
                mark.view()
            ));
        } else if !is_within(mark, map, picture) {
            say(format_args!(
                "mark {number} ({id}) is not in the picture: it lies outside of the {} crop",
                picture.crop
            ));
        }
    }
}

fn is_within(mark: &Mark, map: &PainMap, picture: Picture) -> bool {
    Chart::of(picture.view, map.figure).is_none_or(|chart| chart.crop(picture.crop).contains(mark.anchor()))
}
