//! Writes the landmarks of a drawn view, and its bony lines, as Rust tables.

use crate::curve::{Whole, whole};
use crate::drawn::{Drawn, DrawnFigure};
use crate::source::{At, Landmark, View};
use crate::text::{HEADER, lines, list};
use anyhow::{Context, Result, ensure};

/// The table of a view.
pub(crate) fn table(constant: &str, drawn: &Drawn<'_>) -> Result<String> {
    let view = drawn.view;
    let first = drawn.figures.first().context("no figure")?;
    let mut names = Vec::new();
    for landmark in &view.landmarks {
        let Landmark { name, estimate, .. } = landmark;
        let midline = if view.lateral {
            landmark.midline
        } else {
            ensure!(!landmark.midline, "landmark {name}: its place says whether it is on the midline");
            place(landmark, view, first).with_context(|| format!("landmark {name}"))?[0] == 0
        };
        names.push(format!("LandmarkRow {{ name: {name:?}, midline: {midline}, estimate: {estimate} }}"));
    }
    let levels = drawn.levels()?.into_iter().map(|level| {
        // The atlas has a tubercle in the stead of a spinous process.
        let part = if level.name == "C1" { "posterior-tubercle" } else { "spinous-process" };
        format!("\"{}-{part}\"", level.name.to_lowercase())
    });
    let bones = first.drawing.bones.keys().zip(&first.bones);
    let bones = bones.map(|(name, curve)| format!("({name:?}, {})", curve.segments.len()));
    let mut places = Vec::new();
    for figure in &drawn.figures {
        places.push(self::places(view, figure).context(figure.name.to_owned())?);
    }
    Ok(format!(
        "//! The landmarks of one view. {HEADER}\n\nuse super::{{LandmarkPlaces, LandmarkRow, LandmarkTable}};\n\
         use crate::anatomy::Figure;\n\n#[rustfmt::skip]\n\
         pub(in crate::anatomy) static {constant}: LandmarkTable = LandmarkTable {{\n\
         names: &[\n{}],\nlevels: &[\n{}],\nbones: &[\n{}],\nfigures: &[\n{}],\n}};\n",
        lines(names),
        lines(levels),
        lines(bones),
        lines(places),
    ))
}

/// Where the landmarks of one figure are.
fn places(view: &View, figure: &DrawnFigure<'_>) -> Result<String> {
    let mut places = Vec::new();
    for landmark in &view.landmarks {
        let [x, y] = place(landmark, view, figure).with_context(|| format!("landmark {}", landmark.name))?;
        places.push(format!("[{x}, {y}]"));
    }
    let mut numbers = Vec::new();
    for bone in &figure.bones {
        push(&mut numbers, bone);
    }
    let variant = match figure.name {
        "feminine" => "Feminine",
        "masculine" => "Masculine",
        _ => "Neutral",
    };
    Ok(format!(
        "LandmarkPlaces {{\nfigure: Figure::{variant},\nplaces: &{},\nbones: &{},\n}}",
        list(places),
        list(numbers)
    ))
}

/// Where a landmark is on a figure.
pub(crate) fn place(landmark: &Landmark, view: &View, figure: &DrawnFigure<'_>) -> Result<At> {
    let Some(from) = &landmark.from else {
        return figure
            .drawing
            .landmarks
            .get(&landmark.name)
            .copied()
            .context("is neither measured nor drawn");
    };
    let measured = figure.measured.landmarks.get(from).and_then(|measured| measured.place(view.lateral));
    Ok(whole(measured.with_context(|| format!("{from} was not measured"))?))
}

/// Start, then each control point less the one before it.
fn push(numbers: &mut Vec<i32>, curve: &Whole) {
    let mut from = [0, 0];
    for at in std::iter::once(&curve.start).chain(curve.segments.iter().flatten()) {
        numbers.extend([at[0] - from[0], at[1] - from[1]]);
        from = *at;
    }
}
