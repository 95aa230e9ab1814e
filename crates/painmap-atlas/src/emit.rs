//! Writes the compiled atlas as Rust tables.

use crate::curve::{Whole, whole};
use crate::figures::{self, Figure, Figures};
use crate::map::{Half, Kind, detail};
use crate::catalogue::Region;
use crate::source::{At, Drawing, View};
use crate::text::{HEADER, lines, list};
use crate::warp::Warp;
use crate::{faces, source};
use anyhow::{Context, Result, ensure};
use std::fmt::Write;

const CROPS: [&str; 4] = ["whole", "back", "neck", "shoulders"];

/// The tables of one view.
pub(crate) fn view(constant: &str, regions: &[Region], view: &View, figures: &Figures) -> Result<String> {
    let mut topology: Option<String> = None;
    let (mut rows, mut landmarks, mut landmark_names) = (Vec::new(), Vec::new(), String::new());
    let neutral = figures.get("neutral").context("no neutral figure")?;
    for name in &view.figures {
        let figure = figures.get(name).with_context(|| format!("no figure {name}"))?;
        let warped = || Warp::of(view, neutral, figure).map(|warp| warp.drawing(&view.neutral));
        let (variant, drawing) = match name.as_str() {
            "feminine" => ("Feminine", warped()?.changed(&view.feminine)?),
            "masculine" => ("Masculine", warped()?.changed(&view.masculine)?),
            _ => ("Neutral", view.neutral.clone()),
        };
        let drawing = &drawing;
        let half = Half::of(view, drawing, figure).context(name.clone())?;
        let found = faces::walk(view, drawing, &half).context(name.clone())?;
        let text = self::topology(regions, view, drawing, figure, &found)?;
        ensure!(topology.as_ref().is_none_or(|other| *other == text), "the map of {name} differs");
        topology = Some(text);
        rows.push(self::figure(variant, regions, view, drawing, figure, &half)?);
        landmarks.push(landmark_places(variant, view, drawing, figure)?);
        landmark_names = self::landmark_names(view, figure);
    }
    let topology = topology.context("no drawing")?;
    let (rows, landmarks) = (lines(rows), lines(landmarks));
    Ok(format!(
        "//! The map of one view. {HEADER}\n\nuse super::{{FigureTable, LandmarkTable, ViewTable}};\nuse crate::anatomy::Figure;\n\n\
         #[rustfmt::skip]\npub(in crate::anatomy) static {constant}: ViewTable = ViewTable {{\n{topology}\
         figures: &[\n{rows}],\n}};\n\n\
         #[rustfmt::skip]\npub(in crate::anatomy) static {constant}_LANDMARKS: LandmarkTable = LandmarkTable {{\n\
         {landmark_names}figures: &[\n{landmarks}],\n}};\n"
    ))
}

/// What all figures share.
fn topology(
    regions: &[Region],
    view: &View,
    drawing: &Drawing,
    figure: &Figure,
    found: &faces::Faces,
) -> Result<String> {
    let mut text = String::new();
    let mut loops = Vec::new();
    for (index, Region { id, .. }) in shown(regions, drawing) {
        let numbers = found.regions.get(id).with_context(|| format!("no face for {id}"))?;
        loops.push(format!("({index}, {}, &{numbers:?})", !view.unpaired.contains(id)));
    }
    ensure!(loops.len() == drawing.seeds.len(), "a seed is of no region in regions.toml");
    writeln!(text, "loops: &[\n{}],", lines(loops))?;
    writeln!(text, "outline: &[\n{}],", lines(found.outline.iter().map(|numbers| format!("&{numbers:?}"))))?;
    let mut details = Vec::new();
    for (name, weight) in &view.details {
        let curve = drawing.details.get(name).with_context(|| format!("no points for detail {name}"))?;
        details.push(format!("({}, {weight})", detail(curve).segments.len()));
    }
    writeln!(text, "details: &{},", list(details))?;
    let levels = levels(figure).into_iter().map(|(name, _)| format!("{name:?}"));
    writeln!(text, "levels: &{},", list(levels))?;
    Ok(text)
}

/// The names of the landmarks, which all figures share.
fn landmark_names(view: &View, figure: &Figure) -> String {
    let names = view.landmarks.iter().map(|landmark| format!("({:?}, {})", landmark.name, landmark.estimate));
    let levels = levels(figure)
        .into_iter()
        .map(|(name, _)| format!("{:?}", format!("{}-spinous-process", name.to_lowercase())));
    format!("names: &[\n{}],\nlevels: &[\n{}],\n", lines(names), lines(levels))
}

/// Where the landmarks of one figure are.
fn landmark_places(variant: &str, view: &View, drawing: &Drawing, figure: &Figure) -> Result<String> {
    let mut places = Vec::new();
    for landmark in &view.landmarks {
        let [x, y] =
            place(landmark, drawing, figure).with_context(|| format!("landmark {}", landmark.name))?;
        places.push(format!("[{x}, {y}]"));
    }
    Ok(format!("(Figure::{variant}, &{})", list(places)))
}

/// The numbers of one figure.
fn figure(
    variant: &str,
    regions: &[Region],
    view: &View,
    drawing: &Drawing,
    figure: &Figure,
    half: &Half,
) -> Result<String> {
    // The outlines of two figures need not have the same number of segments.
    let arcs = half.arcs.iter().map(|arc| {
        let count = arc.curve.segments.len();
        if arc.kind == Kind::Outline { format!("-{count}") } else { count.to_string() }
    });
    let mut numbers = Vec::new();
    for arc in &half.arcs {
        push(&mut numbers, &arc.curve);
    }
    for name in view.details.keys() {
        push(&mut numbers, &detail(&drawing.details[name]));
    }
    ensure!(numbers.iter().all(|number| i16::try_from(*number).is_ok()), "a coordinate is too large");
    let labels = shown(regions, drawing).map(|(_, region)| format!("{:?}", drawing.seeds[&region.id]));
    let levels = levels(figure).into_iter().map(|(_, y)| y);
    let mut crops = Vec::new();
    for name in CROPS {
        crops.push(format!("{:?}", drawing.crops.get(name).with_context(|| format!("no crop {name}"))?));
    }
    Ok(format!(
        "FigureTable {{\nfigure: Figure::{variant},\nlabels: &{},\nlevels: &{},\ncrops: {},\narcs: &{},\ncurves: &{},\n}}",
        list(labels),
        list(levels),
        list(crops),
        list(arcs),
        list(numbers)
    ))
}

/// The regions that the view shows, in the order of the list, with their places in it.
fn shown<'a>(regions: &'a [Region], drawing: &'a Drawing) -> impl Iterator<Item = (usize, &'a Region)> {
    regions.iter().enumerate().filter(|(_, region)| drawing.seeds.contains_key(&region.id))
}

/// Start, then each control point less the one before it.
fn push(numbers: &mut Vec<i32>, curve: &Whole) {
    let mut from = [0, 0];
    for at in std::iter::once(&curve.start).chain(curve.segments.iter().flatten()) {
        numbers.extend([at[0] - from[0], at[1] - from[1]]);
        from = *at;
    }
}

fn place(landmark: &source::Landmark, drawing: &Drawing, figure: &Figure) -> Result<At> {
    let Some(from) = &landmark.from else {
        return drawing.landmarks.get(&landmark.name).copied().context("is neither measured nor drawn");
    };
    let measured = figure.landmarks.get(from).with_context(|| format!("{from} was not measured"))?;
    Ok(whole(figures::point(measured.at)))
}

/// The spinous processes from above: name and height.
fn levels(figure: &Figure) -> Vec<(&str, i32)> {
    let mut levels: Vec<_> =
        figure.spine.iter().map(|(name, y)| (name.as_str(), whole(figures::point([0.0, *y]))[1])).collect();
    levels.sort_by_key(|(_, y)| *y);
    levels
}
