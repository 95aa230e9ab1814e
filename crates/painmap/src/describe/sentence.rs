//! One sentence a mark, and a record in sentences.

use super::findings::findings;
use super::locale::capitalised;
use super::{Locale, Wording, harmless, history, joined, place, side_and_region};
use crate::anatomy::Figure;
use crate::numbers::whole_text;
use crate::record::{Author, Intensity, Mark, PainMap, Radiation, Radius, Shape, Whereabouts};

/// The sizes of a spot that have a name in everyday words (`size.small` and so on), with their radius in
/// body units.
pub const SIZES: [(&str, u16); 3] = [("small", 60), ("medium", 120), ("large", 260)];

/// One numbered sentence a mark, or one that says that nothing hurts or that nothing was marked; then
/// the [`history`](super::history), and the note on the whole.
///
/// ```
/// use painmap::{PainMap, describe::{Locale, Wording, sentences}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching"],
///     "provokedBy":["spontaneous","pressure"]}]}"#)?;
/// assert_eq!(sentences(&map, Wording::Clinical, Locale::english()), [
///     "1. Right suprascapular region, near T3; 7 of 10; aching; hurts by itself and when pressed."
/// ]);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn sentences(map: &PainMap, wording: Wording, locale: &Locale) -> Vec<String> {
    let mut sentences = Vec::new();
    if map.no_pain() {
        sentences.push(locale.text("say.noPain").to_owned());
    } else if map.marks().len() == 0 {
        sentences.push(locale.text("say.nothing").to_owned());
    }
    for (number, mark) in (1..).zip(map.marks()) {
        sentences.push(numbered(number, &sentence(map, mark, wording, locale), locale));
    }
    if let Some(told) = &map.history {
        sentences.extend(history(told, locale));
    }
    if let Some(note) = noted(map.note()) {
        sentences.push(locale.fill("say.recordNote", &[("note", &note)]));
    }
    sentences
}

/// A sentence with its mark's number.
pub(crate) fn numbered(number: usize, sentence: &str, locale: &Locale) -> String {
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    locale.fill("say.numbered", &[("number", &whole_text(number)), ("sentence", sentence)])
}

/// One sentence for one mark of the record, without its number; an examiner's findings in a second one.
///
/// ```
/// use painmap::{PainMap, describe::{Locale, Wording, sentence}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","radius":120,
///     "view":"posterior","at":[-600,1790],"findings":{"tautBand":true,"nodule":false}}]}"#)?;
/// let mark = map.marks().next().ok_or("no mark")?;
/// assert_eq!(
///     sentence(&map, mark, Wording::Plain, Locale::english()),
///     "Above the shoulder blade, right side; size: a coin. Findings: taut band, no nodule."
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn sentence(map: &PainMap, mark: &Mark, wording: Wording, locale: &Locale) -> String {
    let mut parts = vec![capitalised(place(map.figure, mark, wording, locale))];
    match (mark.intensity.map(number), mark.worst_intensity.map(number)) {
        (Some(now), Some(worst)) => {
            parts.push(locale.fill("say.ratingAndWorst", &[("intensity", &now), ("worst", &worst)]));
        }
        (Some(now), None) => parts.push(locale.fill("say.rating", &[("intensity", &now)])),
        (None, Some(worst)) => parts.push(locale.fill("say.worst", &[("intensity", &worst)])),
        (None, None) => {}
    }
    parts.extend(answers(map, mark, wording, locale));
    let end = locale.text("say.end");
    let mut words = joined(&parts, locale.text("say.separator")) + end;
    if let Some(found) = mark.findings.as_ref().and_then(|found| findings(found, locale)) {
        // A full stop of Chinese is as wide as a letter and takes no blank after it.
        let gap = if end.is_ascii() { " " } else { "" };
        for piece in [gap, &found, end] {
            words.push_str(piece);
        }
    }
    words
}

/// What is said of a mark beside its place and its ratings, in order: qualities, depth, size, what brings it
/// on, course, since when, where it spreads to, whose mark it is, and the note. Only what was given.
///
/// ```
/// use painmap::{PainMap, describe::{Locale, Wording, answers}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching","dull"],"depth":"deep"}]}"#)?;
/// let mark = map.marks().next().ok_or("no mark")?;
/// assert_eq!(answers(&map, mark, Wording::Clinical, Locale::english()), ["aching, dull", "deep"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn answers(map: &PainMap, mark: &Mark, wording: Wording, locale: &Locale) -> Vec<String> {
    let mut parts = Vec::new();
    if !mark.qualities.is_empty() {
        let mut qualities = Vec::new();
        qualities.extend(mark.qualities.iter().map(|word| locale.word("quality.", word.as_str())));
        parts.push(joined(&qualities, locale.text("say.comma")));
    }
    if let Some(depth) = mark.depth {
        parts.push(locale.word("say.depth.", depth.as_str()).to_owned());
    }
    if let Shape::Spot { radius: Some(radius), .. } = mark.shape() {
        parts.push(size(*radius, wording, locale));
    }
    if !mark.provoked_by.is_empty() {
        let mut ways = Vec::new();
        for way in mark.provoked_by.iter() {
            ways.push(locale.word("say.provokedBy.", way.as_str()).to_owned());
        }
        parts.push(locale.fill("say.hurts", &[("ways", &locale.and(ways))]));
    }
    if let Some(course) = mark.course {
        parts.push(locale.word("say.course.", course.as_str()).to_owned());
    }
    if let Some(since) = &mark.since {
        parts.push(locale.fill("say.since", &[("date", since.as_str())]));
    }
    for radiation in mark.radiation() {
        parts.extend(spread(radiation, map.figure, wording, locale));
    }
    if mark.by == Some(Author::Clinician) {
        parts.push(locale.text("say.byClinician").to_owned());
    }
    if let Some(note) = noted(mark.note()) {
        parts.push(locale.fill("say.note", &[("note", &note)]));
    }
    parts
}

fn number(intensity: Intensity) -> String {
    whole_text(intensity.get().into())
}

/// The size of a spot, for the patient by the name under which it was chosen.
fn size(radius: Radius, wording: Wording, locale: &Locale) -> String {
    let radius = radius.get();
    match SIZES.iter().find(|(_, size)| wording == Wording::Plain && *size == radius) {
        Some((name, _)) => locale.fill("say.size", &[("size", locale.word("size.", name))]),
        None => locale.fill("say.radius", &[("bu", &whole_text(radius.into()))]),
    }
}

/// Where the pain spreads, and how strong it is there.
fn spread(radiation: &Radiation, figure: Figure, wording: Wording, locale: &Locale) -> Option<String> {
    let end = *radiation.path().last()?;
    let whereabouts = Whereabouts::of_point(radiation.view(), figure, end);
    let key = match wording {
        Wording::Plain => "say.spreads.plain",
        Wording::Clinical if whereabouts.regions.is_empty() => "say.spreads.beside",
        Wording::Clinical => "say.spreads.clinical",
    };
    let place = side_and_region(radiation.view(), &whereabouts, wording, locale);
    let spreads = locale.fill(key, &[("place", &place)]);
    let Some(intensity) = radiation.intensity else { return Some(spreads) };
    let rating = locale.fill("say.rating", &[("intensity", &number(intensity))]);
    Some(locale.fill("say.withRating", &[("what", &spreads), ("rating", &rating)]))
}

/// A note that says something, safe to show.
fn noted(note: Option<&str>) -> Option<String> {
    note.filter(|note| !note.chars().all(char::is_whitespace)).map(harmless)
}
