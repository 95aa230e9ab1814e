//! Texts that strangers wrote: what of them must not reach a terminal, a log or a page.

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

pub(crate) fn is_hostile(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
