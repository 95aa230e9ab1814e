//! Texts in lines of a width, broken where their language allows it.

use textwrap::WordSeparator;
use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;

/// A word, or a part of one, with the blanks after it; widths are those at the text's size.
#[derive(Debug, Clone, Copy)]
struct Measured<'t> {
    letters: &'t str,
    width: f32,
    blank: f32,
}

impl Fragment for Measured<'_> {
    fn width(&self) -> f64 {
        self.width.into()
    }

    fn whitespace_width(&self) -> f64 {
        self.blank.into()
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The lines of a text, none wider than `most` where `width` tells the width of a piece of it. A word that is
/// wider by itself is broken between letters. An empty text has no lines.
pub(crate) fn lines(text: &str, most: f32, width: impl Fn(&str) -> f32) -> Vec<String> {
    let mut words = Vec::new();
    for word in WordSeparator::UnicodeBreakProperties.find_words(text.trim()) {
        let Word { word: letters, whitespace, .. } = word;
        let pieces = pieces(letters, most, &width);
        let last = pieces.len().saturating_sub(1);
        for (index, letters) in pieces.into_iter().enumerate() {
            let blank = if index == last { width(whitespace) } else { 0.0 };
            words.push(Measured { letters, width: width(letters), blank });
        }
    }
    let lines = wrap_first_fit(&words, &[most.into()]);
    lines.into_iter().filter(|line| !line.is_empty()).map(joined).collect()
}

fn joined(words: &[Measured<'_>]) -> String {
    let mut line = String::new();
    for word in words {
        line.push_str(word.letters);
        if word.blank > 0.0 {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

/// The word in pieces that fit.
fn pieces<'t>(word: &'t str, most: f32, width: &impl Fn(&str) -> f32) -> Vec<&'t str> {
    if width(word) <= most {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut start, mut wide) = (0, 0.0);
    for (index, letter) in word.char_indices() {
        let own = width(&word[index..index + letter.len_utf8()]);
        // What has no width of its own stays with what it stands on.
        if wide + own > most && own > 0.0 && index > start {
            pieces.push(&word[start..index]);
            (start, wide) = (index, 0.0);
        }
        wide += own;
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_width(text: &str, most: u8) -> Vec<String> {
        lines(text, most.into(), |text| {
            text.chars().map(|letter| if letter == '\u{301}' { 0.0 } else { 1.0 }).sum()
        })
    }

    #[test]
    fn lines_break_at_blanks_and_long_words_between_letters() {
        assert_eq!(of_width("aching and  dull", 10), ["aching and", "dull"]);
        assert_eq!(of_width("", 10), [""; 0]);
        assert_eq!(of_width("   ", 10), [""; 0]);
        assert_eq!(of_width("abcdefgh i", 3), ["abc", "def", "gh", "i"]);
        assert_eq!(of_width("aaa\u{301}bb", 3), ["aaa\u{301}", "bb"]);
        assert_eq!(of_width("背部肌肉疼痛", 4), ["背部肌肉", "疼痛"]);
    }

    #[test]
    fn nothing_is_lost_however_narrow() {
        for most in 1..12 {
            let text = "spreads to the right lower lateral cervical region";
            let kept: String = of_width(text, most).concat();
            assert_eq!(kept.replace(' ', ""), text.replace(' ', ""));
        }
    }
}
