//! Packs the muscles of a view into bytes, as `painmap`'s `muscle/unpack.rs` reads them. The neutral
//! figure has edges, shapes, spots and areas; another one the grid that carries them, and what its edges
//! have otherwise. A list comes after its length, a place is told from the one before it, and from the third one of a
//! line on what the step is more than the step before.

use super::draw::{Drawing, DrawnArea, DrawnBundle, DrawnShape, DrawnSpot};
use super::facts::Facts;
use super::source::Part;
use crate::more::{packed, rest};
use crate::pack::put;
use crate::source::At;
use anyhow::{Context, Result, bail};

/// The packs of a view: the figure's name and the bytes.
pub(crate) fn packs<'a>(facts: &Facts, drawings: &'a [Drawing]) -> Result<Vec<(&'a str, Vec<u8>)>> {
    let [neutral, feminine, masculine] = drawings else { bail!("there are three figures") };
    let (less, more) = (more(feminine, neutral)?, more(masculine, neutral)?);
    Ok(vec![
        (neutral.figure.as_str(), base(facts, neutral)?),
        (feminine.figure.as_str(), packed(&less)),
        (masculine.figure.as_str(), packed(&rest(&less, &more))),
    ])
}

/// The neutral figure.
fn base(facts: &Facts, drawing: &Drawing) -> Result<Vec<u8>> {
    let mut pack = Pack { bytes: Vec::new(), last: [0, 0] };
    pack.count(drawing.edges.len())?;
    for edge in &drawing.edges {
        pack.points(edge, 1)?;
    }
    pack.count(drawing.shapes.len())?;
    for DrawnShape { muscle, contour, bundles } in facts.sorted(&drawing.shapes, |shape| &shape.muscle)? {
        pack.count(facts.index(muscle)?)?;
        pack.count(contour.len())?;
        for number in contour {
            put(&mut pack.bytes, *number);
        }
        pack.count(bundles.len())?;
        for DrawnBundle { count, bow, from, to } in bundles {
            put(&mut pack.bytes, (*count).into());
            put(&mut pack.bytes, (*bow).into());
            pack.points(from, TENS)?;
            pack.points(to, TENS)?;
        }
    }
    pack.count(drawing.spots.len())?;
    for DrawnSpot { muscle, index, at } in facts.sorted(&drawing.spots, |spot| &spot.muscle)? {
        pack.count(facts.index(muscle)?)?;
        pack.count(*index)?;
        pack.push(*at, 1, &mut [0, 0]);
    }
    pack.count(drawing.areas.len())?;
    // The essential ones come first, and of each muscle then too: the sort is stable.
    let mut areas: Vec<&DrawnArea> = drawing.areas.iter().collect();
    areas.sort_by_key(|area| area.part == Part::Spillover);
    for DrawnArea { muscle, part, spots, outline } in facts.sorted(areas, |area| &area.muscle)? {
        pack.count(facts.index(muscle)?)?;
        put(&mut pack.bytes, i32::from(*part == Part::Spillover));
        put(&mut pack.bytes, i32::try_from(*spots)?);
        pack.points(outline, TENS)?;
    }
    Ok(pack.bytes)
}

/// Fibres and areas are told in tens of body units: they are no more exact than that.
pub(crate) const TENS: i32 = 10;

/// What another figure is more than the neutral one.
fn more(drawing: &Drawing, neutral: &Drawing) -> Result<Vec<i32>> {
    let grid = drawing.grid.as_ref().context("a figure without a grid")?;
    let mut numbers: Vec<i32> = grid.surprises().flatten().collect();
    for (own, base) in drawing.edges.iter().flatten().zip(neutral.edges.iter().flatten()) {
        let carried = grid.carried(*base);
        numbers.extend([own[0] - carried[0], own[1] - carried[1]]);
    }
    Ok(numbers)
}

struct Pack {
    bytes: Vec<u8>,
    last: At,
}

impl Pack {
    fn count(&mut self, count: usize) -> Result<()> {
        put(&mut self.bytes, i32::try_from(count)?);
        Ok(())
    }

    fn points(&mut self, points: &[At], unit: i32) -> Result<()> {
        self.count(points.len())?;
        let mut step = [0, 0];
        for (index, at) in points.iter().enumerate() {
            if index == 1 {
                // The way to the first one says nothing about the line.
                step = [0, 0];
            }
            self.push(*at, unit, &mut step);
        }
        Ok(())
    }

    /// A place from the last one, in units that are so large: what the step is more than the one before, since
    /// a line seldom turns much. What a unit cannot tell goes to the next place, so that no error adds up.
    fn push(&mut self, at: At, unit: i32, step: &mut At) {
        for ((to, last), step) in at.into_iter().zip(&mut self.last).zip(step) {
            let units = (to - *last + unit / 2).div_euclid(unit);
            put(&mut self.bytes, units - *step);
            *last += units * unit;
            *step = units;
        }
    }
}
