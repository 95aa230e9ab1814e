//! One sentence a mark, and where a mark is in words.

use super::english;
use super::harmless;
use crate::anatomy::{Chart, Figure, Point, RegionId, View};
use crate::record::{Laterality, Mark, PainMap, Whereabouts};

/// For whom the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Everyday words, for the person who feels the pain: "shoulder blade".
    Plain,
    /// The clinic's words: "scapular region, near T6".
    Clinical,
}

/// One numbered sentence a mark, in the clinic's words; one sentence that says so where nothing
/// hurts or nothing was marked.
///
/// ```
/// use painmap::{PainMap, describe::sentences};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching"],
///     "provokedBy":["spontaneous","pressure"]}]}"#)?;
/// assert_eq!(sentences(&map), [
///     "1. Right suprascapular region, near T3; 7 of 10; aching; hurts by itself and when pressed."
/// ]);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn sentences(map: &PainMap) -> Vec<String> {
    if map.no_pain() {
        return vec!["No pain today.".to_owned()];
    }
    if map.marks().len() == 0 {
        return vec!["Nothing was marked.".to_owned()];
    }
    let numbered = |(number, mark)| format!("{number}. {}", sentence(map, mark, Wording::Clinical));
    (1..).zip(map.marks()).map(numbered).collect()
}

/// All of it in one line: how many marks, the note, or that nothing hurts.
#[must_use]
pub fn summary(map: &PainMap) -> String {
    match map.marks().len() {
        0 => sentences(map).join(" "),
        1 => "1 place marked.".to_owned(),
        count => format!("{count} places marked."),
    }
}

/// One sentence for one mark of the record, without its number.
#[must_use]
pub fn sentence(map: &PainMap, mark: &Mark, wording: Wording) -> String {
    let mut parts = vec![capitalised(&place(map.figure, mark, wording))];
    match (mark.intensity, mark.worst_intensity) {
        (Some(now), Some(worst)) => parts.push(format!("{} of 10, at worst {}", now.get(), worst.get())),
        (Some(now), None) => parts.push(format!("{} of 10", now.get())),
        (None, Some(worst)) => parts.push(format!("at worst {} of 10", worst.get())),
        (None, None) => {}
    }
    if !mark.qualities.is_empty() {
        parts.push(mark.qualities.iter().copied().map(english::quality).collect::<Vec<_>>().join(", "));
    }
    parts.extend(mark.depth.map(|depth| english::depth(depth).to_owned()));
    if !mark.provoked_by.is_empty() {
        let ways: Vec<_> = mark.provoked_by.iter().copied().map(english::provocation).collect();
        parts.push(format!("hurts {}", english::and(&ways)));
    }
    parts.extend(mark.course.map(|course| english::course(course).to_owned()));
    parts.extend(mark.since.as_ref().map(|since| format!("since {}", since.as_str())));
    for radiation in mark.radiation() {
        let Some(&end) = radiation.path().last() else { continue };
        let mut words = format!("spreads to {}", spread(radiation.view(), map.figure, end, wording));
        if let Some(intensity) = radiation.intensity {
            words.push_str(&format!(" ({} of 10)", intensity.get()));
        }
        parts.push(words);
    }
    if let Some(note) = mark.note().filter(|note| !note.trim().is_empty()) {
        parts.push(format!("in their own words: “{}”", harmless(note)));
    }
    parts.join("; ") + "."
}

/// Where a mark is: side and region, and in the clinic's words the vertebral level.
#[must_use]
pub fn place(figure: Figure, mark: &Mark, wording: Wording) -> String {
    let whereabouts = Whereabouts::of(mark, figure);
    let mut words = side_and_region(mark.view(), &whereabouts, wording);
    if wording == Wording::Clinical {
        let level = Chart::of(mark.view(), figure).and_then(|chart| chart.level(mark.anchor()));
        words.extend(level.map(|level| format!(", near {}", level.name())));
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
    let names: Vec<_> = whereabouts.regions.iter().copied().map(name).collect();
    let side_words = english::side(side);
    if names.is_empty() {
        let region = match view {
            View::Posterior => "a place beside the body, seen from behind",
            View::Anterior => "a place on the front of the body",
            View::Left | View::Right => "a place on the side of the body",
        };
        return format!("{region}, {side_words}");
    }
    let regions = english::and(&names);
    match (side, wording) {
        (Laterality::Left | Laterality::Right, Wording::Plain) => format!("{regions}, {side_words} side"),
        (Laterality::Left | Laterality::Right, Wording::Clinical) => format!("{side_words} {regions}"),
        (Laterality::Midline | Laterality::Bilateral, _) => format!("{regions}, {side_words}"),
    }
}

fn spread(view: View, figure: Figure, end: Point, wording: Wording) -> String {
    let whereabouts = Whereabouts::of_point(view, figure, end);
    let article = if whereabouts.regions.is_empty() { "" } else { "the " };
    format!("{article}{}", side_and_region(view, &whereabouts, wording))
}

/// Our own words begin with plain letters, so no table of all the world's capitals is needed.
fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}
