//! Texts with placeholders: `{name}` stands for a value.

use crate::describe::joined;

/// The text with a value in the place of each `{name}`; a placeholder without a value stays.
///
/// By hand: the formatting machinery would not take a pattern from a file.
pub(in crate::describe) fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = pattern;
    while let Some((before, name, after)) = placeholder(rest) {
        filled.push_str(before);
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => filled.push_str(value),
            None => {
                for piece in ["{", name, "}"] {
                    filled.push_str(piece);
                }
            }
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// What stands before the first placeholder, its name, and what stands after it.
pub(in crate::describe) fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// The text with a capital at its start.
///
/// The tables of all the world's capitals are too much for the wasm: these are the letters with which
/// names begin in the languages that there are, and a test holds them against the standard library's.
///
/// ```
/// assert_eq!(painmap::describe::capitalised("épaule".to_owned()), "Épaule");
/// ```
#[must_use]
pub fn capitalised(text: String) -> String {
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return text };
    let capital = match first {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from_u32(u32::from(first) - 0x20),
        'œ' => Some('Œ'),
        _ => None,
    };
    match capital {
        Some(capital) => joined(&[capital.encode_utf8(&mut [0; 4]), letters.as_str()], ""),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_placeholder_gets_its_value_and_no_value_is_read_again() {
        for (pattern, filled) in [
            ("{place}, near {level}", "{level}, near T4"),
            ("{level}{level}", "T4T4"),
            ("no placeholder", "no placeholder"),
            ("", ""),
            ("{other} {", "{other} {"),
            ("} {level", "} {level"),
            ("{{level}}", "{{level}}"),
        ] {
            assert_eq!(fill(pattern, &[("place", "{level}"), ("level", "T4")]), filled);
        }
    }

    #[test]
    fn a_capital_is_the_one_of_the_standard_library() {
        for first in ('\u{20}'..'\u{ff}').filter(|first| !matches!(first, 'µ' | 'ß')).chain(['œ', '背', 'ك'])
        {
            let expected: String = first.to_uppercase().chain("x".chars()).collect();
            assert_eq!(capitalised(format!("{first}x")), expected);
        }
        assert_eq!(capitalised(String::new()), "");
    }
}
