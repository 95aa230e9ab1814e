//! What is loaded right after the first paint: records that come and go, answers, sentences.

use painmap::PainMap;
use painmap::describe::{history, joined, sentence, sentences, side_and_region};
use painmap::edit::{Command, Editor};
use painmap::record::{Author, Intensity, Mark, Whereabouts};

use crate::dom::Result;
use crate::widget::Widget;

/// What can be asked.
pub(crate) enum Asked<'t> {
    /// To take a record.
    Load(&'t str),
    /// What in the record the widget's hand may not change.
    Foreign,
    /// To take over last visit's record.
    Adopt(&'t str),
    /// To set a member of the selected mark.
    Answer { member: &'t str, json: &'t str },
    /// To set the history.
    History(&'t str),
    /// To rate a path of the selected mark.
    RateSpread(&'t str),
    /// The record in sentences.
    Record,
    /// The history in sentences.
    Past,
    /// A mark in a sentence.
    Mark(usize),
    /// Where a mark's pain spreads to.
    End { mark: usize, spread: usize },
}

/// What is answered: what changed, in bits, or a text.
#[derive(Default)]
pub(crate) struct Told {
    pub(crate) changed: u32,
    pub(crate) text: String,
}

impl From<u32> for Told {
    fn from(changed: u32) -> Self {
        Self { changed, text: String::new() }
    }
}

impl From<String> for Told {
    fn from(text: String) -> Self {
        Self { changed: 0, text }
    }
}

/// Answers.
pub(crate) fn answer(widget: &mut Widget, asked: Asked<'_>) -> Result<Told> {
    let map = widget.editor.map();
    let said = match asked {
        Asked::Load(text) => load(widget, text)?,
        Asked::Foreign => {
            map.check_by(widget.author).err().map_or_else(String::new, |error| error.to_string())
        }
        Asked::Adopt(text) => return Ok(adopt(widget, text)?.into()),
        Asked::Answer { member, json } => return Ok(set(widget, member, json)?.into()),
        Asked::History(json) => {
            let command = Command::history(json);
            return Ok(command.map_or(Ok(0), |command| apply(widget, command, ""))?.into());
        }
        Asked::RateSpread(value) => return Ok(rate_spread(widget, value)?.into()),
        Asked::Record => joined(&sentences(map, widget.wording(), &widget.locale), "\n"),
        Asked::Past => {
            map.history.as_ref().map_or_else(String::new, |told| joined(&history(told, &widget.locale), "\n"))
        }
        Asked::Mark(index) => {
            let said = |mark: &Mark| sentence(map, mark, widget.wording(), &widget.locale);
            map.marks().nth(index).map_or_else(String::new, said)
        }
        Asked::End { mark, spread } => end(widget, mark, spread),
    };
    Ok(said.into())
}

/// Takes a record; where the text is refused answers with the place and, after a line break, the reason.
fn load(widget: &mut Widget, text: &str) -> Result<String> {
    let read = PainMap::from_json(text);
    // Who only looks may look at a clinician's record.
    let by = if widget.locked { Author::Clinician } else { widget.author };
    let map = match read.and_then(|map| map.check_by(by).map(|()| map)) {
        Ok(map) => map,
        Err(error) => return Ok(joined(&[error.pointer(), "\n", &error.to_string()], "")),
    };
    widget.needs_all = true;
    widget.put(map)?;
    widget.turn_to_marks()?;
    Ok(String::new())
}

fn adopt(widget: &mut Widget, text: &str) -> Result<u32> {
    widget.needs_all = true;
    let outcome = match PainMap::from_json(text) {
        Ok(map) => apply(widget, Command::Adopt(Box::new(map)), "said.previous")?,
        Err(_) => widget.tell("error.notRecord"),
    };
    widget.turn_to_marks()?;
    Ok(outcome)
}

fn set(widget: &mut Widget, member: &str, json: &str) -> Result<u32> {
    let Some(id) = widget.own_selected() else { return Ok(0) };
    match Command::answer(id, member, json) {
        Ok(command) => apply(widget, command, ""),
        Err(_) => Ok(widget.tell("said.full")),
    }
}

fn rate_spread(widget: &mut Widget, value: &str) -> Result<u32> {
    let Some(id) = widget.own_selected() else { return Ok(0) };
    let (spread, rating) = value.split_once(' ').unwrap_or_default();
    let intensity = rating.parse().ok().and_then(Intensity::new);
    let index = spread.parse().unwrap_or(usize::MAX);
    apply(widget, Command::SetRadiationIntensity { id, index, intensity }, "")
}

fn end(widget: &Widget, mark: usize, spread: usize) -> String {
    let map = widget.editor.map();
    let radiation = map.marks().nth(mark).and_then(|mark| mark.radiation().get(spread));
    let Some((view, &end)) = radiation.and_then(|path| Some((path.view(), path.path().last()?))) else {
        return String::new();
    };
    let place = Whereabouts::of_point(view, map.figure, end);
    side_and_region(view, &place, widget.wording(), &widget.locale)
}

fn apply(widget: &mut Widget, command: Command, said: &'static str) -> Result<u32> {
    widget.apply_by(Editor::apply_answer, command, said)
}
