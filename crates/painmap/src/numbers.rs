//! Whole numbers as text.

/// Appends a whole number. By hand: the record and the drawing are full of them, and the formatting
/// machinery is several times as much code in the wasm for each type of number.
pub(crate) fn push_whole(value: i64, text: &mut String) {
    if value < 0 {
        text.push('-');
    }
    let value = value.unsigned_abs();
    let mut unit = 1;
    while value / unit >= 10 {
        unit *= 10;
    }
    while unit > 0 {
        text.extend(char::from_digit((value / unit % 10) as u32, 10));
        unit /= 10;
    }
}

/// A whole number as text, as `to_string` writes it.
///
/// ```
/// assert_eq!(painmap::scene::whole_text(-4205), "-4205");
/// ```
#[must_use]
pub fn whole_text(value: i64) -> String {
    let mut text = String::new();
    push_whole(value, &mut text);
    text
}

#[cfg(test)]
mod tests {
    use super::whole_text;

    #[test]
    fn numbers_are_written_as_display_does_it() {
        for value in [0, 7, -7, 10, 99, 100, -4205, 1_000_000, i64::MAX, i64::MIN] {
            assert_eq!(whole_text(value), value.to_string());
        }
    }
}
