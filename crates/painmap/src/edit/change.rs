//! What a command does to the one mark that it is about.

use super::Command;
use super::error::EditError;
use crate::anatomy::Point;
use crate::record::limits::{MAX_NOTE_CHARACTERS, MAX_RADIATIONS, characters};
use crate::record::{
    Distinct, Findings, MIN_OUTLINE_POINTS, MIN_PATH_POINTS, Mark, Path, Radiation, Shape, near,
};

/// Carries out a command that says where this mark lies or spreads to; says whether it changed anything.
/// Every arm checks before it changes, so that an error leaves the mark as it was.
pub(super) fn reach(mark: &mut Mark, command: Command) -> Result<bool, EditError> {
    Ok(match command {
        Command::Move { to, .. } => return move_mark(mark, to),
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
        _ => return Err(EditError::NotPermitted),
    })
}

/// Carries out a command that answers a question about this mark, likewise.
pub(super) fn answer(mark: &mut Mark, command: Command) -> Result<bool, EditError> {
    Ok(match command {
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
            if characters(&note) > MAX_NOTE_CHARACTERS {
                return Err(EditError::Full);
            }
            set(&mut mark.note, some_text(note))
        }
        Command::SetRadiationIntensity { index, intensity, .. } => {
            set(&mut mark.radiation.get_mut(index).ok_or(EditError::NotFound)?.intensity, intensity)
        }
        Command::SetFindings { findings, .. } => {
            // By their text, which is there anyway: comparing them would be more code in the wasm.
            let found = |findings: &Option<Findings>| findings.as_ref().map(Findings::to_json);
            let findings = findings.filter(|findings| findings.to_json() != NOTHING);
            let changed = found(&mark.findings) != found(&findings);
            mark.findings = findings;
            changed
        }
        _ => return Err(EditError::NotPermitted),
    })
}

/// What an object without members is written as.
pub(super) const NOTHING: &str = "{}";

pub(super) fn some_text(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
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
    reshape(mark, shape)?;
    Ok(to != from)
}

/// Gives the mark another shape. The first point of a path that began at its anchor goes with it.
pub(super) fn reshape(mark: &mut Mark, shape: Shape) -> Result<(), EditError> {
    let from = mark.anchor();
    mark.shape = shape;
    let (view, to) = (mark.view, mark.anchor());
    for radiation in &mut mark.radiation {
        if radiation.view == view && radiation.path().first() == Some(&from) {
            let mut points = radiation.path().to_vec();
            points[0] = to;
            radiation.path = Path::new(view, MIN_PATH_POINTS, points).ok_or(EditError::BadShape)?;
        }
    }
    Ok(())
}

fn distinct<T: PartialEq>(words: Vec<T>) -> Result<Distinct<T>, EditError> {
    Distinct::new(words).ok_or(EditError::Duplicate)
}
