//! `painmap atlas`: a plate of the body atlas as a picture.

use painmap::anatomy::{Crop, Figure, View};
use painmap::scene::{Picture, Plate, atlas_to_svg};

use crate::choice::one_of;
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Examples:
  painmap atlas --landmarks -o back.svg --crop back
  painmap atlas --view left --figure feminine --regions > side.svg";

/// Draws the body atlas as an SVG picture: the body alone, or with its landmarks or regions.
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
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let picture = Picture { view: args.view, crop: args.crop };
    let plate = Plate { landmarks: args.landmarks, regions: args.regions };
    let svg =
        atlas_to_svg(args.figure, picture, plate).map_err(|error| Stop::WrongCall(error.to_string()))?;
    let mut output = args.output.open();
    output.line(svg)?;
    output.finish()?;
    Ok(Verdict::Good)
}
