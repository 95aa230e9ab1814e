//! The widget's own texts that a person reads or hears, in English. Places and marks are said by
//! the core's `describe`.

use painmap::anatomy::View;
use painmap::record::{Depth, Provocation};

use crate::dom::count;

/// The text of an element of the skeleton; empty where there is none of that key.
pub(crate) fn text(key: &str) -> &'static str {
    TEXTS.iter().find(|(known, _)| *known == key).map_or("", |(_, text)| text)
}

static TEXTS: &[(&str, &str)] = &[
    (
        "notice",
        "This form may not be read right away. For chest pain, numbness between the legs, new weakness, or \
         loss of bladder or bowel control, seek urgent care now.",
    ),
    ("map-keys", "Arrow keys go from place to place, with Shift in small steps. Enter marks the place."),
    ("undo", "Undo"),
    ("redo", "Redo"),
    ("clear", "Clear all"),
    ("no-pain", "No pain today"),
    ("list", "Your marks"),
    ("done", "Done"),
    ("intensity", "How strong is it now?"),
    ("intensity-ends", "0 is no pain, 10 the worst you can imagine."),
    ("spreads", "Does it spread?"),
    ("qualities", "What does it feel like?"),
    ("provoked-by", "When does it hurt?"),
    ("depth", "How deep is it?"),
    ("size", "How big is it?"),
    ("note", "Anything to add?"),
    ("delete", "Delete this mark"),
];

pub(crate) const PROMPT_START: &str = "Tap where it hurts.";
pub(crate) const PROMPT_MORE: &str = "Tap another spot, or a mark.";
pub(crate) const PROMPT_SPREAD: &str = "Tap where it spreads to.";
pub(crate) const PROMPT_NO_PAIN: &str = "No pain today. Tap the body if that changes.";
pub(crate) const PROMPT_READ_ONLY: &str = "This is what was marked.";
pub(crate) const OFF_THE_BODY: &str = "That is beside the body. Tap on the drawing.";
pub(crate) const ADD_SPREAD: &str = "Show where it spreads";
pub(crate) const CANCEL_SPREAD: &str = "It does not spread";
pub(crate) const REMOVE: &str = "Remove";
pub(crate) const LIST_EMPTY: &str = "Nothing is marked yet.";
pub(crate) const LIST_NO_PAIN: &str = "No pain today.";

/// The sizes of a spot that a patient can choose: words and radius in body units.
pub(crate) const SIZES: [(&str, u16); 3] = [("a fingertip", 60), ("a coin", 120), ("a palm", 260)];

/// What the map shows.
pub(crate) const fn map(view: View) -> &'static str {
    match view {
        View::Posterior => "Your body, seen from behind",
        View::Anterior => "Your body, seen from the front",
        View::Left => "Your body, seen from your left",
        View::Right => "Your body, seen from your right",
    }
}

/// The button that turns to a view.
pub(crate) const fn view(view: View) -> &'static str {
    match view {
        View::Posterior => "Back",
        View::Anterior => "Front",
        View::Left => "Left side",
        View::Right => "Right side",
    }
}

pub(crate) const fn provocation(provocation: Provocation) -> &'static str {
    match provocation {
        Provocation::Spontaneous => "by itself",
        Provocation::Pressure => "when pressed",
        Provocation::Movement => "when I move",
    }
}

pub(crate) const fn depth(depth: Depth) -> &'static str {
    match depth {
        Depth::Superficial => "near the surface",
        Depth::Deep => "deep inside",
        Depth::Unsure => "not sure",
    }
}

pub(crate) fn marked(number: usize, place: &str) -> String {
    ["Mark ", &count(number), " added: ", place, "."].concat()
}

pub(crate) fn mark_title(number: usize, place: &str) -> String {
    ["Mark ", &count(number), ": ", place].concat()
}

pub(crate) fn record_note(note: &str) -> String {
    ["Your note: ", note].concat()
}

pub(crate) fn spreads_to(place: &str) -> String {
    ["Spreads to: ", place].concat()
}

pub(crate) fn remove(what: &str) -> String {
    ["Remove: ", what].concat()
}

pub(crate) fn change(number: usize) -> String {
    ["Change mark ", &count(number)].concat()
}

pub(crate) const DELETED: &str = "Mark deleted. Undo brings it back.";
pub(crate) const CLEARED: &str = "All marks cleared. Undo brings them back.";
pub(crate) const UNDONE: &str = "Undone.";
pub(crate) const REDONE: &str = "Done again.";
pub(crate) const FULL: &str = "There is no room for more.";
pub(crate) const NOT_YOURS: &str = "That mark was made by someone else and stays.";
