//! The brush: areas that are painted, made larger and erased, stroke by stroke, in whole numbers.

mod contour;
mod mask;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use self::contour::{Part, parts};
use self::mask::{AREA, BODY, EARLIER, Mask, POINTED, STROKE, prints};
use super::Editor;
use super::change::reshape;
use super::error::EditError;
use crate::anatomy::{Chart, Point, View};
use crate::record::limits::MAX_PATH_POINTS;
use crate::record::{MIN_OUTLINE_POINTS, Mark, Path, Shape, UnknownMembers, near};

/// The radius of the thinnest brush, in bu: 3.4 mm of a person 1.70 m tall.
pub const MIN_BRUSH: u16 = 20;
/// The radius of the widest brush, in bu: about 10 cm.
pub const MAX_BRUSH: u16 = 600;

/// How much narrower than its cells an outline is all round, on the average, in bu.
const TAKEN_BY_STRING: i32 = 5;

/// Prints that a stroke takes at most: it may be fifty times as long as the body.
const MOST_PRINTS: i32 = 50_000;

impl Editor {
    /// Paints a stroke onto the area that stands there, where it meets it, or else as a new area.
    pub(super) fn paint(
        &mut self,
        index: Option<usize>,
        view: View,
        stroke: &[Point],
        radius: u16,
    ) -> Result<bool, EditError> {
        let mark = index.map(|index| &*self.map.marks[index]).filter(|mark| mark.view == view);
        let area = mark.map_or(&[][..], outline);
        let mut mask = mask(view, area, stroke, radius)?;
        match Chart::of(view, self.map.figure) {
            Some(chart) => {
                for polygon in &chart.outline_polygons {
                    mask.fill(polygon, BODY);
                }
            }
            None => {
                mask.each(|cell| cell | BODY);
            }
        }
        if !area.is_empty() && !mask.any(AREA | STROKE | BODY) {
            return self.paint(None, view, stroke, radius);
        }
        mask.each(|cell| if cell & AREA == 0 { cell } else { cell | EARLIER });
        let painted = |cell: u8| if cell & (STROKE | BODY) == STROKE | BODY { cell | AREA } else { cell };
        if mask.each(painted) {
            let index = index.filter(|_| !area.is_empty());
            self.put(index, view, parts(&mut mask))
        } else if area.is_empty() {
            // The stroke met the body nowhere.
            Err(EditError::BadShape)
        } else {
            Ok(false)
        }
    }

    /// Erases a stroke from an area.
    pub(super) fn erase(&mut self, index: usize, stroke: &[Point], radius: u16) -> Result<bool, EditError> {
        let mark = &self.map.marks[index];
        let (view, area) = (mark.view, outline(mark));
        if area.is_empty() {
            return Err(EditError::NotAnArea);
        }
        let mut mask = mask(view, area, stroke, radius)?;
        let erased = |cell: u8| if cell & STROKE == 0 { cell } else { cell & !AREA };
        if !mask.each(erased) {
            return Ok(false);
        }
        self.put(Some(index), view, parts(&mut mask))
    }

    /// Puts parts in the place of an area, or as a new one. The first is the mark, which goes where there
    /// is none; the others become marks with the same answers.
    fn put(&mut self, index: Option<usize>, view: View, parts: Vec<Part>) -> Result<bool, EditError> {
        let mut highest = self.highest_id();
        let (mut answers, mut changed) = (None, true);
        for (_, outline) in parts {
            // Only a very jagged area takes so many points.
            let outline = Path::new(view, MIN_OUTLINE_POINTS, outline).ok_or(EditError::Full)?;
            let shape = Shape::Area { outline };
            match (&answers, index) {
                (None, None) => {
                    self.add(view, Some(shape))?;
                    answers = self.map.marks.last().cloned();
                }
                (None, Some(index)) => {
                    let mut mark = Mark::clone(&self.map.marks[index]);
                    // A hole in the middle is filled again.
                    changed = mark.shape != shape;
                    reshape(&mut mark, shape)?;
                    let mark = Arc::new(mark);
                    self.map.marks[index] = mark.clone();
                    answers = Some(mark);
                }
                (Some(answers), _) => {
                    let mut mark = Mark::clone(answers);
                    mark.id = self.free_id(&mut highest)?;
                    mark.shape = shape;
                    // These were said or found of one place.
                    mark.radiation.clear();
                    mark.findings = None;
                    mark.unknown = UnknownMembers::default();
                    self.push(mark)?;
                    changed = true;
                }
            }
        }
        if let (None, Some(index)) = (answers, index) {
            self.map.marks.remove(index);
            self.drop_stale_selection();
        }
        Ok(changed)
    }
}

/// The outline of an area; a spot has none.
fn outline(mark: &Mark) -> &[Point] {
    match &mark.shape {
        Shape::Area { outline } => outline.points(),
        Shape::Spot { .. } => &[],
    }
}

/// The cells round an area and a stroke, with what these two cover.
fn mask(view: View, area: &[Point], stroke: &[Point], radius: u16) -> Result<Mask, EditError> {
    let most = 1..=MAX_PATH_POINTS;
    if !most.contains(&stroke.len()) || !stroke.iter().all(|&point| near(view, point)) {
        return Err(EditError::BadShape);
    }
    let all: i32 = stroke.windows(2).map(|pair| prints(pair[0], pair[1])).sum();
    if all > MOST_PRINTS {
        return Err(EditError::BadShape);
    }
    let radius = i32::from(radius.clamp(MIN_BRUSH, MAX_BRUSH));
    let mut mask = Mask::round(view, [area, stroke], radius + TAKEN_BY_STRING);
    mask.fill(area, AREA);
    if !mask.any(AREA) {
        // Thinner than a cell: the cells that it meets stand for it.
        mask.brush(area, POINTED, AREA);
    }
    mask.brush(stroke, radius + TAKEN_BY_STRING, STROKE);
    Ok(mask)
}
