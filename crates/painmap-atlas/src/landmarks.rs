//! Writes the landmarks of a drawn view, and its bony lines, as Rust tables.

use crate::curve::{Whole, whole};
use crate::drawn::{Drawn, DrawnFigure};
use crate::more::{difference, packed, rest};
use crate::source::{At, Landmark, View};
use crate::text::{HEADER, lines, list};
use anyhow::{Context, Result, bail, ensure};

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
    let mut figures = Vec::new();
    for figure in &drawn.figures {
        figures.push(numbers(view, figure).context(figure.name.to_owned())?);
    }
    let [neutral, feminine, masculine] = figures.as_slice() else { bail!("there are three figures") };
    let [feminine, masculine] = [feminine, masculine].map(|own| difference(own, neutral));
    let others =
        [packed(&feminine), packed(&rest(&feminine, &masculine))].map(|bytes| format!("&{}", list(bytes)));
    Ok(format!(
        "//! The landmarks of one view. {HEADER}\n\nuse super::{{LandmarkRow, LandmarkTable}};\n\n#[rustfmt::skip]\n\
         pub(in crate::anatomy) static {constant}: LandmarkTable = LandmarkTable {{\n\
         names: &[\n{}],\nlevels: &[\n{}],\nbones: &[\n{}],\nneutral: &{},\nothers: [\n{}],\n}};\n",
        lines(names),
        lines(levels),
        lines(bones),
        list(packed(neutral)),
        lines(others),
    ))
}

/// Where the landmarks of a figure are, then its bones; as many numbers in every figure.
fn numbers(view: &View, figure: &DrawnFigure<'_>) -> Result<Vec<i32>> {
    let mut numbers = Vec::new();
    for landmark in &view.landmarks {
        numbers.extend(place(landmark, view, figure).with_context(|| format!("landmark {}", landmark.name))?);
    }
    for bone in &figure.bones {
        push(&mut numbers, bone);
    }
    Ok(numbers)
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
