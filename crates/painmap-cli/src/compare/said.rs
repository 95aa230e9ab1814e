//! A comparison in words.

use std::fmt::Write as _;

use painmap::PainMap;
use painmap::anatomy::{RegionId, View};
use painmap::describe::{Locale, Wording};
use painmap::measure::{Answer, AreaChange, Comparison, LEAST_CHANGE, Lone, Pair, RETEST};
use painmap::record::{Laterality, Mark, MarkId, Whereabouts};

use crate::colour::Paint;
use crate::measure::seen;

/// The comparison as lines of text.
pub(super) fn in_full(earlier: &PainMap, later: &PainMap, comparison: &Comparison, paint: Paint) -> String {
    let mut said = String::new();
    if comparison.carried {
        let (from, to) = (earlier.figure, later.figure);
        let _ = writeln!(said, "The earlier marks were carried from the {from} to the {to} figure.");
    }
    for (which, answer) in [("earlier", comparison.earlier_answer), ("later", comparison.later_answer)] {
        match answer {
            Answer::Marks => {}
            Answer::NoPain => {
                let _ = writeln!(said, "The {which} record says that there is no pain.");
            }
            Answer::Nothing => {
                let _ = writeln!(said, "The {which} record has no mark and does not say \"no pain\".");
            }
        }
    }
    for pair in &comparison.pairs {
        let _ = writeln!(said, "{:10} {}", paint.name(word(pair)), told(earlier, later, pair));
    }
    for (which, lone, map, other) in
        [("new", &comparison.new, later, "then"), ("gone", &comparison.gone, earlier, "later")]
    {
        for mark in lone {
            let _ = writeln!(said, "{:10} {}", paint.name(which), told_alone(map, mark, other));
        }
    }
    if comparison.is_unchanged() {
        said.push_str("Nothing changed.\n");
    }
    for view in &comparison.views {
        areas(&mut said, paint, seen(view.view), &view.areas);
    }
    if let Some(both) = &comparison.front_and_back {
        areas(&mut said, paint, "front and back together", both);
    }
    let is_rated = comparison.pairs.iter().any(|pair| pair.by.is_some());
    let has_areas = comparison.views.iter().any(|view| view.areas.overlap.jaccard().is_some());
    for retest in RETEST {
        if if retest.measure == "intensity" { is_rated } else { has_areas } {
            let _ = writeln!(
                said,
                "{:10} {}: {} ({})",
                paint.name("known"),
                retest.measure,
                retest.found,
                retest.source
            );
        }
    }
    said
}

/// What happened to a mark, in a word.
fn word(pair: &Pair) -> &'static str {
    match (pair.change.map(|change| change.as_str()), pair.moved) {
        (Some(word @ ("stronger" | "weaker")), _) => word,
        (_, true) => "moved",
        _ => "same",
    }
}

fn told(earlier: &PainMap, later: &PainMap, pair: &Pair) -> String {
    let mut said = place(later, &pair.later);
    let rating = |map: &PainMap, id: &MarkId| map.mark(id).and_then(|mark| mark.intensity);
    match (rating(earlier, &pair.earlier), rating(later, &pair.later)) {
        (Some(before), Some(after)) if before == after => {
            let _ = write!(said, ", {} of 10 as before", after.get());
        }
        (Some(before), Some(after)) => {
            let _ = write!(said, ", from {} to {} of 10", before.get(), after.get());
        }
        (Some(before), None) => {
            let _ = write!(said, ", {} of 10 before and not rated now", before.get());
        }
        (None, Some(after)) => {
            let _ = write!(said, ", not rated before and {} of 10 now", after.get());
        }
        (None, None) => {}
    }
    if pair.within_noise == Some(true) {
        let _ = write!(said, " (less than {LEAST_CHANGE} points: within retest noise)");
    }
    if pair.moved {
        let _ = write!(said, "; moved by {} bu from {}", pair.distance, place(earlier, &pair.earlier));
    }
    said
}

fn told_alone(map: &PainMap, lone: &Lone, other: &str) -> String {
    let mut said = place(map, &lone.id);
    if let Some(rating) = map.mark(&lone.id).and_then(|mark| mark.intensity) {
        let _ = write!(said, ", {} of 10", rating.get());
    }
    if lone.other_showed_it == Some(false) {
        let _ = write!(said, " (this place was not shown {other})");
    }
    said
}

/// The mark's number and where it lies, as its own record has it.
fn place(map: &PainMap, id: &MarkId) -> String {
    let Some((number, mark)) = (1..).zip(map.marks()).find(|(_, mark)| mark.id() == id) else {
        return id.to_string();
    };
    format!("{number}. {}", region(map, mark))
}

fn region(map: &PainMap, mark: &Mark) -> String {
    let whereabouts = Whereabouts::of(mark, map.figure);
    let side = match whereabouts.side {
        Laterality::Midline => String::new(),
        Laterality::Bilateral => "both sides, ".to_owned(),
        side => format!("{side} "),
    };
    match whereabouts.regions.as_slice() {
        [] => format!("{side}beside the body"),
        [first] => format!("{side}{}", clinical(*first)),
        [first, rest @ ..] => format!("{side}{} and {} more", clinical(*first), rest.len()),
    }
}

fn clinical(region: RegionId) -> String {
    Locale::english().region(region, Wording::Clinical)
}

fn areas(said: &mut String, paint: Paint, name: &str, areas: &AreaChange) {
    let name = if name == seen(View::Left) || name == seen(View::Right) {
        name.replace(" (the same skin again)", "")
    } else {
        name.to_owned()
    };
    let (before, after) = (areas.earlier.percent(), areas.later.percent());
    let _ = write!(said, "{:10} {name} from {before} to {after} % of the drawing", paint.name("extent"));
    let _ = write!(said, " ({:+} percentage points)", areas.change);
    if let (Some(jaccard), Some(dice)) = (areas.overlap.jaccard(), areas.overlap.dice()) {
        let _ = write!(said, "; overlap Jaccard {jaccard}, Dice {dice}");
    }
    said.push('\n');
}
