//! What a command does to the one mark that it is about.

use super::Command;
use super::editor::some_text;
use super::error::EditError;
use crate::anatomy::Point;
use crate::record::limits::{MAX_NOTE_CHARACTERS, MAX_RADIATIONS};
use crate::record::{Distinct, MIN_OUTLINE_POINTS, MIN_PATH_POINTS, Mark, Path, Radiation, Shape, near};

/// Carries out a command that is about this mark, other than taking it away; says whether it changed
/// anything. Every arm checks before it changes, so that an error leaves the mark as it was.
pub(super) fn change(mark: &mut Mark, command: Command) -> Result<bool, EditError> {
    Ok(match command {
        Command::Move { to, .. } => return move_mark(mark, to),
        Command::Resize { radius, .. } => match &mut mark.shape {
            Shape::Spot { radius: size, .. } => set(size, radius),
            Shape::Area { .. } => return Err(EditError::NotASpot),
        },
        Command::SetIntensity { intensity, .. } => set(&mut mark.intensity, intensity),
        Command::SetWorstIntensity { intensity, .. } => set(&mut mark.worst_intensity, intensity),
        Command::SetQualities { qualities, .. } => set(&mut mark.qualities, distinct(qualities)?),
        Command::SetProvokedBy { provoked_by, .. } => set(&mut mark.provoked_by, distinct(provoked_by)?),
        Command::SetDepth { depth, .. } => set(&mut mark.depth, depth),
        Command::SetCourse { course, .. } => set(&mut mark.course, course),
        Command::SetSince { since, .. } => set(&mut mark.since, since),
        Command::SetNote { note, .. } => {
            if note.chars().count() > MAX_NOTE_CHARACTERS {
                return Err(EditError::Full);
            }
            set(&mut mark.note, some_text(note))
        }
        Command::AddRadiation { view, path, .. } => {
            let radiation = Radiation::new(view, path).ok_or(EditError::BadShape)?;
            if mark.radiation.len() >= MAX_RADIATIONS {
                return Err(EditError::Full);
            }
            mark.radiation.push(radiation);
            true
        }
        Command::DeleteRadiation { index, .. } => {
            if index >= mark.radiation.len() {
                return Err(EditError::NotFound);
            }
            mark.radiation.remove(index);
            true
        }
        // The others are about the record.
        _ => false,
    })
}

/// Puts the value there; whether it is another.
pub(super) fn set<T: PartialEq>(place: &mut T, value: T) -> bool {
    let changed = *place != value;
    *place = value;
    changed
}

fn move_mark(mark: &mut Mark, to: Point) -> Result<bool, EditError> {
    let from = mark.anchor();
    let view = mark.view;
    if !near(view, to) {
        return Err(EditError::BadShape);
    }
    let moved = |point: Point| Point::new(point.x + to.x - from.x, point.y + to.y - from.y);
    let shape = match &mark.shape {
        Shape::Spot { radius, .. } => Shape::Spot { at: to, radius: *radius },
        Shape::Area { outline } => {
            let points = outline.points().iter().copied().map(moved).collect();
            Shape::Area { outline: Path::new(view, MIN_OUTLINE_POINTS, points).ok_or(EditError::BadShape)? }
        }
    };
    for radiation in &mut mark.radiation {
        if radiation.view == view && radiation.path().first() == Some(&from) {
            let mut points = radiation.path().to_vec();
            points[0] = to;
            radiation.path = Path::new(view, MIN_PATH_POINTS, points).ok_or(EditError::BadShape)?;
        }
    }
    mark.shape = shape;
    Ok(to != from)
}

fn distinct<T: PartialEq>(words: Vec<T>) -> Result<Distinct<T>, EditError> {
    Distinct::new(words).ok_or(EditError::Duplicate)
}
