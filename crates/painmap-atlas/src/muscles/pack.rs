//! Packs the muscles of a view into bytes, as `painmap`'s `muscle/unpack.rs` reads them: edges, shapes,
//! spots, areas. A list comes after its length.

use super::draw::{Drawing, DrawnArea, DrawnBundle, DrawnShape, DrawnSpot};
use super::facts::Facts;
use super::source::Part;
use crate::pack::{Number, count, push, streams};
use crate::source::At;
use anyhow::Result;

/// The packs of a view: the figure's name and the bytes.
pub(crate) fn packs<'a>(facts: &Facts, drawings: &'a [Drawing]) -> Result<Vec<(&'a str, Vec<u8>)>> {
    let numbers = drawings.iter().map(|drawing| numbers(facts, drawing)).collect::<Result<Vec<_>>>()?;
    let names = drawings.iter().map(|drawing| drawing.figure.as_str());
    Ok(names.zip(streams(&numbers)?).collect())
}

fn numbers(facts: &Facts, drawing: &Drawing) -> Result<Vec<Number>> {
    let mut numbers = vec![count(drawing.edges.len())];
    let mut last = [0, 0];
    for edge in &drawing.edges {
        points(&mut numbers, edge, &mut last);
    }
    numbers.push(count(drawing.shapes.len()));
    for DrawnShape { muscle, contour, bundles } in &drawing.shapes {
        numbers.extend([count(facts.index(muscle)?), count(contour.len())]);
        numbers.extend(contour.iter().copied().map(Number::Map));
        numbers.push(count(bundles.len()));
        for DrawnBundle { count, bow, from, to } in bundles {
            numbers.extend([Number::Map((*count).into()), Number::Map((*bow).into())]);
            points(&mut numbers, from, &mut last);
            points(&mut numbers, to, &mut last);
        }
    }
    numbers.push(count(drawing.spots.len()));
    for DrawnSpot { muscle, index, at } in &drawing.spots {
        numbers.extend([count(facts.index(muscle)?), count(*index)]);
        push(&mut numbers, *at, &mut last);
    }
    numbers.push(count(drawing.areas.len()));
    for DrawnArea { muscle, part, spots, outline } in &drawing.areas {
        let part = Number::Map(i32::from(*part == Part::Spillover));
        numbers.extend([count(facts.index(muscle)?), part, Number::Map(i32::try_from(*spots)?)]);
        points(&mut numbers, outline, &mut last);
    }
    Ok(numbers)
}

fn points(numbers: &mut Vec<Number>, points: &[At], last: &mut At) {
    numbers.push(count(points.len()));
    for at in points {
        push(numbers, *at, last);
    }
}
