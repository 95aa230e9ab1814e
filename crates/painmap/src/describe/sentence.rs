//! One sentence a mark, and where a mark is in words.

use super::english;
use super::harmless;
use crate::anatomy::{Chart, Figure, Point, RegionId, View};
use crate::numbers::whole_text;
use crate::record::{Author, Intensity, Laterality, Mark, PainMap, Whereabouts};

/// For whom the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Everyday words, for the person who feels the pain: "shoulder blade".
    Plain,
    /// The clinic's words: "scapular region, near T6".
    Clinical,
}

/// One numbered sentence a mark, or one that says that nothing hurts or that
/// nothing was marked; then the note on the whole.
///
/// ```
/// use painmap::{PainMap, describe::{Wording, sentences}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching"],
///     "provokedBy":["spontaneous","pressure"]}]}"#)?;
/// assert_eq!(sentences(&map, Wording::Clinical), [
///     "1. Right suprascapular region, near T3; 7 of 10; aching; hurts by itself and when pressed."
/// ]);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn sentences(map: &PainMap, wording: Wording) -> Vec<String> {
    let mut sentences = Vec::new();
    if map.no_pain() {
        sentences.push("No pain today.".to_owned());
    } else if map.marks().len() == 0 {
        sentences.push("Nothing was marked.".to_owned());
    }
    for (number, mark) in (1..).zip(map.marks()) {
        sentences.push([&whole_text(number), ". ", &sentence(map, mark, wording)].concat());
    }
    if let Some(note) = map.note().filter(|note| !note.trim().is_empty()) {
        sentences.push(["In their own words: “", &harmless(note), "”."].concat());
    }
    sentences
}

/// One sentence for one mark of the record, without its number.
#[must_use]
pub fn sentence(map: &PainMap, mark: &Mark, wording: Wording) -> String {
    let mut words = capitalised(place(map.figure, mark, wording));
    // Pushes instead of `format!`, here and below: it is the lighter by far in the wasm.
    let mut part = |lead: &str, said: &str, tail: &str| {
        for piece in ["; ", lead, said, tail] {
            words.push_str(piece);
        }
    };
    match (mark.intensity, mark.worst_intensity) {
        (Some(now), Some(worst)) => part(&rating(now), ", at worst ", &number(worst)),
        (Some(now), None) => part(&rating(now), "", ""),
        (None, Some(worst)) => part("at worst ", &rating(worst), ""),
        (None, None) => {}
    }
    if !mark.qualities.is_empty() {
        let mut qualities = Vec::new();
        qualities.extend(mark.qualities.iter().map(|&quality| english::quality(quality)));
        part("", &qualities.join(", "), "");
    }
    if let Some(depth) = mark.depth {
        part("", english::depth(depth), "");
    }
    if !mark.provoked_by.is_empty() {
        let mut ways = Vec::new();
        ways.extend(mark.provoked_by.iter().map(|&way| english::provocation(way)));
        part("hurts ", &english::and(&ways), "");
    }
    if let Some(course) = mark.course {
        part("", english::course(course), "");
    }
    if let Some(since) = &mark.since {
        part("since ", since.as_str(), "");
    }
    for radiation in mark.radiation() {
        let Some(&end) = radiation.path().last() else { continue };
        let intensity = radiation
            .intensity
            .map_or_else(String::new, |intensity| [" (", &rating(intensity), ")"].concat());
        part(
            if wording == Wording::Plain { "spreads to: " } else { "spreads to " },
            &spread(radiation.view(), map.figure, end, wording),
            &intensity,
        );
    }
    if mark.by == Some(Author::Clinician) {
        part("", "marked by the clinician", "");
    }
    if let Some(note) = mark.note().filter(|note| !note.trim().is_empty()) {
        part("in their own words: “", &harmless(note), "”");
    }
    words.push('.');
    words
}

/// "7 of 10".
fn rating(intensity: Intensity) -> String {
    number(intensity) + " of 10"
}

fn number(intensity: Intensity) -> String {
    whole_text(intensity.get().into())
}

/// Where a mark is: side and region, and in the clinic's words the vertebral level.
#[must_use]
pub fn place(figure: Figure, mark: &Mark, wording: Wording) -> String {
    let whereabouts = Whereabouts::of(mark, figure);
    let mut words = side_and_region(mark.view(), &whereabouts, wording);
    if wording == Wording::Clinical {
        let level = Chart::of(mark.view(), figure).and_then(|chart| chart.level(mark.anchor()));
        if let Some(level) = level {
            words.push_str(", near ");
            words.push_str(level.name());
        }
    }
    words
}

/// "right suprascapular region", or in plain words "above the shoulder blade, right side".
#[must_use]
pub fn side_and_region(view: View, whereabouts: &Whereabouts, wording: Wording) -> String {
    let side = whereabouts.side;
    let name = |region: RegionId| match wording {
        Wording::Plain => region.name(),
        Wording::Clinical => region.clinical_name(),
    };
    let mut names = Vec::new();
    names.extend(whereabouts.regions.iter().map(|&region| name(region)));
    let regions = match (view, names.as_slice()) {
        (View::Posterior, []) => "a place beside the body, seen from behind".to_owned(),
        (View::Anterior, []) => "a place on the front of the body".to_owned(),
        (View::Left | View::Right, []) => "a place on the side of the body".to_owned(),
        (_, names) => english::and(names),
    };
    let side_words = english::side(side);
    let sided = matches!(side, Laterality::Left | Laterality::Right) && !names.is_empty();
    let pieces = match (sided, wording) {
        (true, Wording::Clinical) => [side_words, " ", &regions, ""],
        (true, Wording::Plain) => [&regions, ", ", side_words, " side"],
        (false, _) => [&regions, ", ", side_words, ""],
    };
    pieces.concat()
}

fn spread(view: View, figure: Figure, end: Point, wording: Wording) -> String {
    let whereabouts = Whereabouts::of_point(view, figure, end);
    // Everyday names such as "between the shoulder blade and the spine" take no article.
    let bare = whereabouts.regions.is_empty() || wording == Wording::Plain;
    let article = if bare { "" } else { "the " };
    [article, &side_and_region(view, &whereabouts, wording)].concat()
}

/// Our own words begin with plain letters, so no table of all the world's capitals is needed.
fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
