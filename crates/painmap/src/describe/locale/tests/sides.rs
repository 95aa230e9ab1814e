//! Left stays left: what each language says of a side names that side and never the other.

use crate::anatomy::{RegionId, View};
use crate::describe::locale::Locale;
use crate::describe::{Wording, side_and_region};
use crate::record::{Laterality, Whereabouts};

/// How the words for left and for right begin in each language, articles left out.
const STEMS: [(&str, &[&str], &[&str]); 7] = [
    ("ar", &["يسر", "أيسر", "يسار"], &["يمن", "أيمن", "يمين"]),
    ("de", &["link"], &["recht"]),
    ("en", &["left"], &["right"]),
    ("es", &["izquierd"], &["derech"]),
    ("fr", &["gauch"], &["droit"]),
    ("pt", &["esquerd"], &["direit"]),
    ("zh", &["左"], &["右"]),
];

/// The keys of texts about the left, each with its like for the right.
const PAIRS: [(&str, &str); 6] = [
    ("map.left", "map.right"),
    ("map.yourLeft", "map.yourRight"),
    ("map.yourLeftSide", "map.yourRightSide"),
    ("view.left", "view.right"),
    ("picture.left", "picture.right"),
    ("say.side.left", "say.side.right"),
];

/// Whether the text speaks of the left, and whether of the right.
fn sides_in(language: &str, text: &str) -> (bool, bool) {
    let (_, left, right) = STEMS.iter().find(|(known, ..)| *known == language).unwrap();
    let text = text.to_lowercase();
    let speaks = |stems: &[&str]| {
        let mut words = text.split(|letter: char| !letter.is_alphabetic());
        words.any(|word| match language {
            // No blanks stand between words.
            "zh" => stems.iter().any(|stem| word.contains(stem)),
            "ar" => stems.iter().any(|stem| word.trim_start_matches("ال").starts_with(stem)),
            _ => stems.iter().any(|stem| word.starts_with(stem)),
        })
    };
    (speaks(left), speaks(right))
}

/// What a person's side must be called by.
fn expected(side: Laterality) -> (bool, bool) {
    (side == Laterality::Left, side == Laterality::Right)
}

#[test]
fn a_place_is_on_the_side_that_it_is_said_to_be_on() {
    let regions: Vec<_> = RegionId::all().collect();
    for language in Locale::languages() {
        let locale = Locale::of(language).unwrap();
        for wording in [Wording::Plain, Wording::Clinical] {
            for &side in Laterality::ALL {
                let check = |view: View, regions: &[RegionId]| {
                    let whereabouts = Whereabouts { side, regions: regions.to_vec() };
                    let words = side_and_region(view, &whereabouts, wording, locale);
                    assert_eq!(sides_in(language, &words), expected(side), "{language}, {side}: {words}");
                };
                for &view in View::ALL {
                    check(view, &[]);
                }
                // Of two, each may hold the side or both may share it.
                for pair in regions.windows(2) {
                    check(View::Posterior, &pair[..1]);
                    check(View::Posterior, pair);
                }
                check(View::Posterior, &regions[regions.len() - 1..]);
            }
        }
    }
}

#[test]
fn each_text_about_a_side_names_it() {
    for language in Locale::languages() {
        let locale = Locale::of(language).unwrap();
        for (left, right) in PAIRS {
            for (key, side) in [(left, Laterality::Left), (right, Laterality::Right)] {
                let text = locale.text(key);
                assert_eq!(sides_in(language, text), expected(side), "{language}: {key} is {text}");
            }
        }
    }
}

#[test]
fn every_text_about_the_left_is_looked_at() {
    let english = include_str!("../../../../locales/en.json");
    let keys = english.lines().filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\": "));
    let about: Vec<_> = keys.map(|(key, _)| key).filter(|key| key.to_lowercase().contains("left")).collect();
    assert_eq!(about, PAIRS.map(|(left, _)| left));
}
