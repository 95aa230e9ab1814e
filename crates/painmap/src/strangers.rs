//! Texts that strangers wrote: what of them must not reach a terminal, a log or a page.

#[cfg(feature = "exchange")]
use std::borrow::Cow;

/// The text with a space for each control character, line break and change of writing direction:
/// none of them can then hide, move or recolour what stands beside it.
///
/// ```
/// assert_eq!(painmap::describe::harmless("a\u{1b}[2Jb\u{202e}c\n"), "a [2Jb c ");
/// ```
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars().map(|character| if is_hostile(character) { ' ' } else { character }).collect()
}

/// JSON on one line with an escape such as `\\u202e` for each of those characters: a reader of JSON gets the same
/// as before.
///
/// ```
/// use painmap::exchange::harmless_json;
/// assert_eq!(harmless_json("{\"note\":\"a\u{202e}b\u{9b}\"}"), r#"{"note":"a\u202eb\u009b"}"#);
/// ```
#[cfg(feature = "exchange")]
#[must_use]
pub fn harmless_json(line: &str) -> Cow<'_, str> {
    if !line.contains(is_hostile) {
        return Cow::Borrowed(line);
    }
    let mut escaped = String::with_capacity(line.len() + 32);
    for character in line.chars() {
        if is_hostile(character) {
            push_json_escape(character, &mut escaped);
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}

/// Appends the character as JSON escapes it; all that are hostile have four digits.
#[cfg(feature = "exchange")]
pub(crate) fn push_json_escape(character: char, text: &mut String) {
    text.push_str("\\u");
    for shift in [12, 8, 4, 0] {
        text.extend(char::from_digit((u32::from(character) >> shift) & 15, 16));
    }
}

pub(crate) fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
