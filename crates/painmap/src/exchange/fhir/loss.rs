//! What a Bundle's resources can't carry of a record, told as a list.

use std::fmt;

use crate::numbers::whole_text;
use crate::record::{Answer, History, Mark, PainMap, Relief};
use crate::words::words;

use super::text::{is_fhir_time, is_version, markdown, plain};

words! {
    /// What kind of thing was lost.
    pub enum LossKind {
        /// Members that painmap doesn't know.
        UnknownMembers = "unknown-members",
        /// An answer without content: a blank note, findings of which none was examined.
        Blank = "blank",
        /// Characters of a text that must not travel: control characters, changes of writing direction, and in
        /// a version whatever is no part of such a name.
        Characters = "characters",
        /// A moment or a date that FHIR can't write.
        Time = "time",
        /// A mark without its coordinates, or of which the Bundle holds no more than the name.
        Mark = "mark",
        /// An answered questionnaire that the Bundle names and doesn't hold.
        History = "history",
    }
}

/// Something of a record that did not come back from a Bundle without its JSON attachment.
///
/// ```
/// use painmap::exchange::fhir::{Loss, LossKind};
/// let loss = Loss { place: "/marks/0".into(), kind: LossKind::UnknownMembers };
/// assert_eq!(loss.to_string(), "/marks/0: members that painmap doesn't know");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// Where it was: a JSON Pointer into the record, or into the Bundle for what only the Bundle could
    /// tell; empty for the record as a whole.
    pub place: String,
    /// What it was.
    pub kind: LossKind,
}

impl fmt::Display for Loss {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.place.is_empty() { "the record" } else { &self.place };
        let what = match self.kind {
            LossKind::UnknownMembers => "members that painmap doesn't know",
            LossKind::Blank => "an answer without content",
            LossKind::Characters => "characters that must not travel",
            LossKind::Time => "a time that FHIR can't write",
            LossKind::Mark => "a mark without its coordinates",
            LossKind::History => "the history, which the bundle names and doesn't hold",
        };
        write!(formatter, "{place}: {what}")
    }
}

/// What the resources made of a record will not carry.
pub(super) fn losses(map: &PainMap) -> Vec<Loss> {
    let mut losses = Losses(Vec::new());
    losses.unknown("", map.unknown.is_empty());
    losses.time("/recorded", map.recorded.as_ref().map(|moment| moment.as_str()));
    match map.atlas() {
        Some("") => losses.add("/atlas", LossKind::Blank),
        Some(atlas) if !is_version(atlas) => losses.add("/atlas", LossKind::Characters),
        _ => {}
    }
    for (index, shown) in (0..).zip(map.shown()) {
        losses.unknown(&numbered("/shown/", index), shown.unknown.is_empty());
    }
    for (index, mark) in (0..).zip(map.marks()) {
        losses.mark(&numbered("/marks/", index), mark);
    }
    if let Some(history) = &map.history {
        losses.history(history);
    }
    losses.note("/note", map.note());
    losses.0
}

struct Losses(Vec<Loss>);

impl Losses {
    fn add(&mut self, place: &str, kind: LossKind) {
        self.0.push(Loss { place: place.to_owned(), kind });
    }

    fn unknown(&mut self, place: &str, none: bool) {
        if !none {
            self.add(place, LossKind::UnknownMembers);
        }
    }

    fn time(&mut self, place: &str, time: Option<&str>) {
        if time.is_some_and(|time| !is_fhir_time(time)) {
            self.add(place, LossKind::Time);
        }
    }

    fn note(&mut self, place: &str, note: Option<&str>) {
        let Some(note) = note else { return };
        match markdown(note) {
            None => self.add(place, LossKind::Blank),
            Some(written) if plain(&written) != note => self.add(place, LossKind::Characters),
            Some(_) => {}
        }
    }

    fn mark(&mut self, place: &str, mark: &Mark) {
        self.unknown(place, mark.unknown.is_empty());
        let member = |name: &str| [place, name].concat();
        self.time(&member("/since"), mark.since.as_ref().map(|since| since.as_str()));
        for (index, radiation) in (0..).zip(mark.radiation()) {
            self.unknown(&numbered(&member("/radiation/"), index), radiation.unknown.is_empty());
        }
        self.note(&member("/note"), mark.note());
        if let Some(findings) = &mark.findings {
            let place = member("/findings");
            self.unknown(&place, findings.unknown.is_empty());
            if super::findings::are_blank(findings) {
                self.add(&place, LossKind::Blank);
            }
        }
    }

    fn history(&mut self, history: &History) {
        self.unknown("/history", history.unknown.is_empty());
        if let Some(signs) = &history.signs {
            self.unknown("/history/signs", signs.unknown.is_empty());
        }
        if let Some(Answer::Given(relief)) = &history.relief {
            for (index, Relief { unknown, .. }) in (0..).zip(relief) {
                self.unknown(&numbered("/history/relief/", index), unknown.is_empty());
            }
        }
    }
}

/// The place of an entry of a list.
fn numbered(list: &str, index: i64) -> String {
    list.to_owned() + &whole_text(index)
}
