//! A line in runs of one font and one direction each, in the order in which they are seen.
//!
//! Drawing libraries shape a run of one font well, and mix up the letters of two.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_bidi_mirroring::get_mirrored;

use crate::fonts::Letters;

/// A run, at a size of 1.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    pub(crate) words: String,
    pub(crate) family: String,
    pub(crate) width: f32,
    pub(crate) is_from_right: bool,
}

/// The runs of a line, from left to right; `from_right` where its language is written from the right.
pub(crate) fn runs(line: &str, from_right: bool, bold: bool, letters: &Letters<'_>) -> Vec<Run> {
    let base = if from_right { Level::rtl() } else { Level::ltr() };
    let info = BidiInfo::new(line, Some(base));
    let mut runs = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, ranges) = info.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let words = line.get(range.clone()).unwrap_or_default();
            let parts = letters.by_family(words);
            if levels.get(range.start).is_some_and(|level| level.is_rtl()) {
                for (family, words) in parts.into_iter().rev() {
                    let (before, core, after) = parted(words);
                    let each = [(as_seen(after), false), (core.to_owned(), true), (as_seen(before), false)];
                    let each = each.into_iter().filter(|(words, _)| !words.is_empty());
                    runs.extend(
                        each.map(|(words, from_right)| run(words, family, from_right, bold, letters)),
                    );
                }
            } else {
                let run = |(family, words): (&str, &str)| run(words.to_owned(), family, false, bold, letters);
                runs.extend(parts.into_iter().map(run));
            }
        }
    }
    runs
}

fn run(words: String, family: &str, is_from_right: bool, bold: bool, letters: &Letters<'_>) -> Run {
    let shaped = letters.shaped(&words, family, bold, is_from_right);
    let width = shaped.map_or(0.0, |shaped| shaped.width());
    Run { words, family: family.to_owned(), width, is_from_right }
}

/// What stands before the first and after the last letter of a right-to-left run: blanks and signs, which a
/// drawing library would take for ones from left to right.
fn parted(words: &str) -> (&str, &str, &str) {
    let is_strong =
        |letter: char| matches!(bidi_class(letter), BidiClass::R | BidiClass::AL | BidiClass::NSM);
    let start = words.find(is_strong).unwrap_or(words.len());
    let end = words.rfind(is_strong).map_or(start, |last| {
        last + words.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    });
    (&words[..start], &words[start..end], &words[end..])
}

/// Signs from right to left, as they are seen from left to right.
fn as_seen(signs: &str) -> String {
    signs.chars().rev().map(|sign| get_mirrored(sign).unwrap_or(sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Fonts;

    fn words(line: &str, from_right: bool) -> Vec<String> {
        let fonts = Fonts::bundled();
        let runs = runs(line, from_right, false, &fonts.letters("en"));
        runs.into_iter().map(|run| run.words).collect()
    }

    #[test]
    fn a_latin_line_is_one_run() {
        assert_eq!(words("7 of 10; aching (deep)", false), ["7 of 10; aching (deep)"]);
        assert!(words("", false).is_empty());
    }

    #[test]
    fn runs_stand_as_they_are_seen() {
        assert_eq!(words("note: ألم شديد!", false), ["note: ", "ألم شديد", "!"]);
        // From the right: the number stands to the left of the word before it.
        assert_eq!(words("ألم 7 من 10", true), ["10", " ", "من", " ", "7", " ", "ألم"]);
    }

    #[test]
    fn brackets_at_the_edge_turn_round() {
        assert_eq!(words("(ألم) شديد.", true), [".", "شديد", " (", "ألم", ")"]);
    }

    #[test]
    fn letters_that_join_take_less_room_than_one_by_one() {
        let fonts = Fonts::bundled();
        let letters = fonts.letters("ar");
        let word = "المنطقة";
        let [run] = runs(word, true, false, &letters).try_into().unwrap();
        assert!(run.width > 1.0 && run.width < letters.width(word, false), "{run:?}");
        assert_eq!(run.family, "Noto Sans Arabic");
    }
}
