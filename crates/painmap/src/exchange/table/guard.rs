//! Texts in cells: made harmless for spreadsheets and terminals, in a way that can be taken back.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and one that splits
//! lines at semicolons may find such a cell in the middle of ours (OWASP, "CSV Injection").

use std::borrow::Cow;

use crate::strangers::{is_hostile, push_json_escape};

/// Stands before what would be read as a formula.
const APOSTROPHE: char = '\'';

/// The text as it may stand in a cell.
///
/// - A backslash is doubled, and control characters, line breaks, changes of writing direction and what XML has
///   no place for become escapes as in JSON (`\n`, `\t`, `\u202e`): a row is always one line.
/// - Where the text begins, and after each semicolon in it, an apostrophe is put before what would begin
///   a formula, and before an apostrophe that stood there.
///
/// [`unguard`] takes all of it back. A text without any of these stays as it is.
///
/// ```
/// use painmap::exchange::table::guard;
/// assert_eq!(guard("worse after desk work"), "worse after desk work");
/// assert_eq!(guard("=HYPERLINK(\"http://example.org\")"), "'=HYPERLINK(\"http://example.org\")");
/// assert_eq!(guard("left; -right\n"), r"left;' -right\n");
/// ```
#[must_use]
pub fn guard(text: &str) -> Cow<'_, str> {
    let starts_cell = |start: usize| begins_formula(&text[start..]);
    let after_semicolons = text.match_indices(';').map(|(index, _)| index + 1);
    let mut starts =
        std::iter::once(0).chain(after_semicolons).filter(|&start| starts_cell(start)).peekable();
    if starts.peek().is_none() && !text.contains(needs_escape) {
        return Cow::Borrowed(text);
    }
    let mut guarded = String::with_capacity(text.len() + 8);
    for (index, character) in text.char_indices() {
        if starts.next_if_eq(&index).is_some() {
            guarded.push(APOSTROPHE);
        }
        escape(character, &mut guarded);
    }
    Cow::Owned(guarded)
}

/// The text that [`guard`] was given; none for a text that it never gives.
///
/// ```
/// use painmap::exchange::table::{guard, unguard};
/// let note = "'tis; =1+1\u{202e}";
/// assert_eq!(unguard(&guard(note)).as_deref(), Some(note));
/// assert_eq!(unguard(r"\x"), None);
/// ```
#[must_use]
pub fn unguard(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut starts_cell = true;
    loop {
        if starts_cell {
            characters.next_if_eq(&APOSTROPHE);
        }
        let Some(character) = characters.next() else { return Some(plain) };
        starts_cell = character == ';';
        plain.push(if character == '\\' { unescape(&mut characters)? } else { character });
    }
}

/// Whether a program that starts a cell here may take it for a formula, or for one of our apostrophes.
fn begins_formula(text: &str) -> bool {
    // What a spreadsheet may pass over before it looks.
    let passed_over =
        |letter: char| letter.is_whitespace() || letter == '"' || letter == '\u{feff}' || is_hostile(letter);
    // The wide forms are taken for the others in some languages.
    let formula = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    text.starts_with(APOSTROPHE) || text.trim_start_matches(passed_over).starts_with(formula)
}

fn needs_escape(character: char) -> bool {
    character == '\\' || is_hostile(character) || is_unwritable(character)
}

/// Characters that XML has no place for: a workbook that a spreadsheet saves with one is broken.
fn is_unwritable(character: char) -> bool {
    matches!(character, '\u{fffe}' | '\u{ffff}')
}

fn escape(character: char, text: &mut String) {
    match character {
        '\\' => text.push_str("\\\\"),
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        _ if needs_escape(character) => push_json_escape(character, text),
        _ => text.push(character),
    }
}

fn unescape(characters: &mut impl Iterator<Item = char>) -> Option<char> {
    match characters.next()? {
        '\\' => Some('\\'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'u' => {
            let mut code = 0;
            for _ in 0..4 {
                code = code * 16 + characters.next()?.to_digit(16)?;
            }
            char::from_u32(code)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_a_formula_gets_an_apostrophe() {
        for (text, guarded) in [
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("-5 today", "'-5 today"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            (" \t=1", r"' \t=1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("\"=1\"", "'\"=1\""),
            ("'quoted'", "''quoted'"),
            ("a;=1;b;\"=2", "a;'=1;b;'\"=2"),
            ("\n=1", r"'\n=1"),
            ("\u{1b}[2J", r"\u001b[2J"),
            ("a\\b", r"a\\b"),
            ("a\u{fffe}\u{ffff}", r"a\ufffe\uffff"),
        ] {
            assert_eq!(guard(text), guarded, "{text:?}");
            assert_eq!(unguard(guarded).as_deref(), Some(text));
        }
        for plain in ["", "a=b", "worse, - much", "5-6", "it's", "漢字", "a; b"] {
            assert!(matches!(guard(plain), Cow::Borrowed(same) if same == plain), "{plain}");
        }
    }
}
