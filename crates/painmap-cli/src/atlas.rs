//! `painmap atlas`: a plate of the body atlas as a picture.

use painmap::anatomy::{Crop, Figure, Layer, MuscleChart, MuscleId, Side, View};
use painmap::scene::{AtlasPicture, MusclePlate, Picture, Plate, atlas_to_svg};

use crate::choice::one_of;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Examples:
  painmap atlas --landmarks -o back.svg --crop back
  painmap atlas --view left --figure feminine --regions > side.svg
  painmap atlas --crop back --layer superficial,intermediate -o muscles.svg
  painmap atlas --muscle levator-scapulae --layer deep -o levator.svg
  painmap atlas --pattern infraspinatus --view anterior --side right -o pattern.svg

Patterns are published referral patterns: individual pain varies. `painmap atlas --list` names all muscles.";

/// Draws the body atlas as an SVG picture: the body alone, or with its landmarks, regions, muscles, or
/// a published pattern.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// The direction from which the body is seen.
    #[arg(long, default_value = "posterior", value_parser = one_of(View::ALL))]
    view: View,
    /// The part of it that is drawn large.
    #[arg(long, default_value = "whole", value_parser = one_of(Crop::ALL))]
    crop: Crop,
    /// The figure that is drawn.
    #[arg(long, default_value = "neutral", value_parser = one_of(Figure::ALL))]
    figure: Figure,
    /// Draw the bones under the skin and the landmarks, named where there is room.
    #[arg(long)]
    landmarks: bool,
    /// Tint the regions, named where there is room.
    #[arg(long)]
    regions: bool,
    /// Draw the muscles of these layers, the superficial one on top.
    #[arg(long, value_name = "LAYER", value_delimiter = ',', value_parser = one_of(Layer::ALL))]
    layer: Vec<Layer>,
    /// Light one muscle; those of the layers stand back.
    #[arg(long, value_name = "MUSCLE", value_parser = muscle)]
    muscle: Option<MuscleId>,
    /// Draw the published pattern of a muscle: essential areas filled, spillover dotted, usual spots
    /// as crosses.
    #[arg(long, value_name = "MUSCLE", value_parser = muscle)]
    pattern: Option<MuscleId>,
    /// The side of the lit muscle and of the pattern [default: both].
    #[arg(long, value_parser = one_of(&[Side::Left, Side::Right]))]
    side: Option<Side>,
    /// Name the muscles instead, from the surface down: id, layer, name.
    #[arg(long, conflicts_with_all = ["view", "crop", "figure", "landmarks", "regions", "layer", "muscle", "pattern", "side"])]
    list: bool,
    #[command(flatten)]
    output: OutputArgs,
}

/// A picture that would show nothing of what it is asked for is refused.
fn check_shown(muscle: MuscleId, is_pattern: bool, args: &Args) -> Result<(), Stop> {
    let shows = |view: View| {
        let chart = MuscleChart::of(view, args.figure);
        let sides = [Side::Left, Side::Right].into_iter();
        sides.filter(|side| args.side.is_none_or(|only| only == *side)).any(|side| match is_pattern {
            true => chart.pattern(muscle, side, None).next().is_some(),
            false => chart.shape(muscle, side).is_some(),
        })
    };
    if shows(args.view) {
        return Ok(());
    }
    let views: Vec<&str> = View::ALL.iter().filter(|view| shows(**view)).map(|view| view.as_str()).collect();
    let what = if is_pattern { "the pattern of " } else { "" };
    let (name, view) = (muscle.name(), args.view);
    Err(Stop::WrongCall(format!(
        "{what}{name} is not seen in the {view} view; it is in {}",
        views.join(", ")
    )))
}

fn muscle(text: &str) -> Result<MuscleId, String> {
    text.parse().map_err(|_| "is no muscle of the atlas: `painmap atlas --list` names them".to_owned())
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    if args.list {
        for muscle in MuscleId::all() {
            output.line(format!(
                "{:<31}{:<14}{}",
                muscle.as_str(),
                muscle.layer().as_str(),
                muscle.name()
            ))?;
        }
        output.finish()?;
        return Ok(Verdict::Good);
    }
    let picture = Picture { view: args.view, crop: args.crop };
    let plate = Plate { landmarks: args.landmarks, regions: args.regions };
    for (muscle, is_pattern) in [(args.muscle, false), (args.pattern, true)] {
        if let Some(muscle) = muscle {
            check_shown(muscle, is_pattern, args)?;
        }
    }
    let muscles =
        MusclePlate { layers: args.layer.clone(), lit: args.muscle, pattern: args.pattern, side: args.side };
    let svg = atlas_to_svg(&AtlasPicture { figure: args.figure, picture, window: None, plate, muscles });
    let svg = svg.map_err(|error| Stop::WrongCall(error.to_string()))?;
    output.line(svg)?;
    output.finish()?;
    Ok(Verdict::Good)
}
