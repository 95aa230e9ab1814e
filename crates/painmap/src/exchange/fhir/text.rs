//! Texts and times in FHIR's clothes: harmless on the way out, as they were on the way back.

use crate::strangers::is_hostile;

/// What FHIR takes at most behind a second's point (R5 `dateTime`).
const MOST_FRACTION_DIGITS: usize = 9;
/// Characters that Markdown could turn into markup, a link or a picture, and the one that
/// takes that power from them.
const ESCAPED: [char; 3] = ['\\', '<', '['];

/// Whether a text has nothing but what names of versions are made of.
pub(super) fn is_version(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    !text.is_empty() && text.bytes().all(plain)
}

/// A text of several lines (FHIR `markdown`) that says no more than its letters; none where it is
/// blank.
pub(super) fn markdown(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return None;
    }
    let mut written = String::new();
    for character in text.chars() {
        let kept =
            matches!(character, '\n' | '\r' | '\t') || !(is_hostile(character) || is_unwritable(character));
        if ESCAPED.contains(&character) {
            written.push('\\');
        }
        written.push(if kept { character } else { ' ' });
    }
    (!written.trim().is_empty()).then_some(written)
}

/// The text that [`markdown`] wrote.
pub(super) fn plain(markdown: &str) -> String {
    let mut text = String::new();
    let mut characters = markdown.chars().peekable();
    while let Some(character) = characters.next() {
        let escape = character == '\\' && characters.peek().is_some_and(|next| ESCAPED.contains(next));
        text.extend(if escape { characters.next() } else { Some(character) });
    }
    text
}

/// Characters that XML, FHIR's other form, has no place for, and the mark of byte order.
fn is_unwritable(character: char) -> bool {
    matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a moment or a date of a record is a FHIR `dateTime` too: there is no year 0, no offset
/// beyond 14 hours, and no more than nine digits of a second's fraction.
pub(super) fn is_fhir_time(text: &str) -> bool {
    let fraction = text.split_once('.').map_or("", |(_, rest)| rest);
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
    let time = text.split_once('T').map_or("", |(_, time)| time);
    let offset = time.rsplit_once(['+', '-']).map_or("00:00", |(_, offset)| offset);
    !text.starts_with("0000") && digits <= MOST_FRACTION_DIGITS && offset <= "14:00"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_has_no_power_and_comes_back() {
        for text in
            ["<script>alert(1)</script>", "[x](javascript:x)", "![](x)", "\\<", "a\\b", "a\nb\tc\r\n", "  x"]
        {
            let written = markdown(text).unwrap();
            assert_eq!(plain(&written), text);
            for (at, _) in written.match_indices(['<', '[']) {
                assert!(written[..at].ends_with('\\'), "{written}");
            }
        }
        assert_eq!(markdown(" \n"), None);
        assert_eq!(markdown("\u{202e}\0"), None);
        assert_eq!(markdown("a\u{202e}b\u{1b}c\u{fffe}").as_deref(), Some("a b c "));
    }

    #[test]
    fn a_version_has_no_letters_that_could_act() {
        assert!(is_version("1.4-beta"));
        for other in ["", " ", "1.0 ", "<b>", "=1+1", "\u{202e}1", "é"] {
            assert!(!is_version(other), "{other}");
        }
    }

    #[test]
    fn times_are_told_from_those_that_fhir_has_not() {
        for good in [
            "2026",
            "2026-10-05",
            "2026-11-22T09:30:00Z",
            "2026-11-22T09:30:00.123456789-13:59",
            "2026-11-22T09:30:00+14:00",
        ] {
            assert!(is_fhir_time(good), "{good}");
        }
        for bad in [
            "0000",
            "0000-01-01T00:00:00Z",
            "2026-11-22T09:30:00+14:01",
            "2026-11-22T09:30:00-23:00",
            "2026-11-22T09:30:00.1234567890Z",
        ] {
            assert!(!is_fhir_time(bad), "{bad}");
        }
    }
}
