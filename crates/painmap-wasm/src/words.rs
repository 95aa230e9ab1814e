//! Every text of the widget that a person reads or hears, in English.

use painmap::record::{Depth, Provocation, Quality};

pub(crate) const NOTICE: &str = "This form may not be read right away. For chest pain, numbness between the legs, \
     new weakness, or loss of bladder or bowel control, seek urgent care now.";
pub(crate) const MAP: &str = "Your body, seen from behind";
pub(crate) const MAP_KEYS: &str =
    "Arrow keys go from place to place, with Shift in small steps. Enter marks the place.";
pub(crate) const PROMPT_START: &str = "Tap where it hurts.";
pub(crate) const PROMPT_MORE: &str = "Tap the next sore spot, or a mark to change it.";
pub(crate) const PROMPT_SPREAD: &str = "Now tap where the pain spreads to.";
pub(crate) const PROMPT_READ_ONLY: &str = "This is what was marked.";
pub(crate) const OFF_THE_BODY: &str = "That is beside the body. Tap on the drawing.";

pub(crate) const UNDO: &str = "Undo";
pub(crate) const REDO: &str = "Redo";
pub(crate) const CLEAR: &str = "Clear all";
pub(crate) const NO_PAIN: &str = "No pain today";

pub(crate) const INTENSITY: &str = "How strong is it now?";
pub(crate) const INTENSITY_LEAST: &str = "0 is no pain";
pub(crate) const INTENSITY_MOST: &str = "10 is the worst you can imagine";
pub(crate) const QUALITIES: &str = "What does it feel like?";
pub(crate) const PROVOKED_BY: &str = "When does it hurt?";
pub(crate) const DEPTH: &str = "How deep is it?";
pub(crate) const SIZE: &str = "How big is it?";
pub(crate) const SPREADS: &str = "Does it spread?";
pub(crate) const ADD_SPREAD: &str = "Show where it spreads";
pub(crate) const CANCEL_SPREAD: &str = "It does not spread";
pub(crate) const NOTE: &str = "Anything to add?";
pub(crate) const DELETE: &str = "Delete this mark";
pub(crate) const DONE: &str = "Done";
pub(crate) const REMOVE: &str = "Remove";

pub(crate) const LIST: &str = "Your marks";
pub(crate) const LIST_EMPTY: &str = "Nothing is marked yet.";

/// The sizes of a spot that a patient can choose: words and radius in body units.
pub(crate) const SIZES: [(&str, u16); 3] = [("a fingertip", 60), ("a coin", 120), ("a palm", 260)];

pub(crate) const fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Aching => "aching",
        Quality::Dull => "dull",
        Quality::Sharp => "sharp",
        Quality::Burning => "burning",
        Quality::Stabbing => "stabbing",
        Quality::Throbbing => "throbbing",
        Quality::Cramping => "cramping",
        Quality::Tight => "tight",
        Quality::Sore => "sore",
        Quality::Tingling => "tingling",
        Quality::Numb => "numb",
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
    format!("Mark {number} added: {place}.")
}

pub(crate) fn mark_title(number: usize, place: &str) -> String {
    format!("Mark {number}: {place}")
}

pub(crate) fn spreads_to(place: &str) -> String {
    format!("Spreads to: {place}")
}

pub(crate) fn remove(what: &str) -> String {
    format!("Remove: {what}")
}

pub(crate) fn change(number: usize) -> String {
    format!("Change mark {number}")
}

pub(crate) const DELETED: &str = "Mark deleted. Undo brings it back.";
pub(crate) const CLEARED: &str = "All marks cleared. Undo brings them back.";
pub(crate) const UNDONE: &str = "Undone.";
pub(crate) const REDONE: &str = "Done again.";
pub(crate) const FULL: &str = "There is no room for more.";
pub(crate) const NOT_YOURS: &str = "That mark was made by someone else and stays.";
