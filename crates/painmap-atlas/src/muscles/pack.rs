//! Packs the muscles of a view into bytes, as `painmap`'s `muscle/unpack.rs` reads them. The neutral
//! figure has edges, shapes, spots and areas; another one the grid that carries them, and what its edges
//! have otherwise. A list comes after its length, and a place is told from the one before it.

use super::draw::{Drawing, DrawnArea, DrawnBundle, DrawnShape, DrawnSpot};
use super::facts::Facts;
use super::grid::Grid;
use super::source::Part;
use crate::pack::put;
use crate::source::At;
use anyhow::{Context, Result};

/// The packs of a view: the figure's name and the bytes.
pub(crate) fn packs<'a>(facts: &Facts, drawings: &'a [Drawing]) -> Result<Vec<(&'a str, Vec<u8>)>> {
    let neutral = drawings.first().context("no figure")?;
    let mut packs = Vec::new();
    for drawing in drawings {
        let bytes = match &drawing.grid {
            None => base(facts, drawing)?,
            Some(grid) => more(drawing, grid, neutral),
        };
        packs.push((drawing.figure.as_str(), bytes));
    }
    Ok(packs)
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
        pack.push(*at, 1);
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

/// Another figure.
fn more(drawing: &Drawing, grid: &Grid, neutral: &Drawing) -> Vec<u8> {
    let mut bytes = Vec::new();
    for [x, y] in grid.surprises() {
        put(&mut bytes, x);
        put(&mut bytes, y);
    }
    for (own, base) in drawing.edges.iter().flatten().zip(neutral.edges.iter().flatten()) {
        let carried = grid.carried(*base);
        put(&mut bytes, own[0] - carried[0]);
        put(&mut bytes, own[1] - carried[1]);
    }
    bytes
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
        for at in points {
            self.push(*at, unit);
        }
        Ok(())
    }

    /// A place from the last one, in units that are so large. What a unit cannot tell goes to the next
    /// place, so that no error adds up.
    fn push(&mut self, at: At, unit: i32) {
        for (to, last) in at.into_iter().zip(&mut self.last) {
            let steps = (to - *last + unit / 2).div_euclid(unit);
            put(&mut self.bytes, steps);
            *last += steps * unit;
        }
    }
}
