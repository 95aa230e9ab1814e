//! The value of a number by its spelling.

/// The whole number that a JSON number stands for, where it is whole and fits.
pub(super) fn whole_value(text: &str) -> Option<i64> {
    // The value is `value` times ten to the power `power + zeros`; its last digit is no zero.
    let (mut value, mut zeros, mut power) = (0_i64, 0_u32, 0_i64);
    let (mantissa, exponent) = match text.bytes().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(index) => (text.get(..index)?, text.get(index + 1..)?),
        None => (text, ""),
    };
    let mut in_fraction = false;
    for byte in mantissa.bytes() {
        match byte {
            b'.' => in_fraction = true,
            b'0' => zeros += 1,
            b'1'..=b'9' => {
                value = shifted(value, i64::from(zeros) + 1)?.checked_add(i64::from(byte - b'0'))?;
                zeros = 0;
            }
            _ => {}
        }
        power -= i64::from(in_fraction && byte != b'.');
    }
    let mut stated = 0_i64;
    for digit in exponent.bytes().filter(u8::is_ascii_digit) {
        stated = stated.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    }
    power += i64::from(zeros);
    power = power.saturating_add(if exponent.starts_with('-') { -stated } else { stated });
    let value = shifted(value, power)?;
    Some(if text.starts_with('-') { -value } else { value })
}

/// `value`, which does not end with a zero, times ten to the power `power`, where that is whole and fits.
fn shifted(value: i64, power: i64) -> Option<i64> {
    match (value, power) {
        (0, _) => Some(0),
        (_, ..0) => None,
        // More would not fit.
        (_, 19..) => None,
        _ => value.checked_mul(10_i64.pow(u32::try_from(power).ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::whole_value;

    #[test]
    fn a_number_is_whole_by_its_value_not_by_its_spelling() {
        for (text, value) in [
            ("7", Some(7)),
            ("-0", Some(0)),
            ("7.0", Some(7)),
            ("70e-1", Some(7)),
            ("0.7e1", Some(7)),
            ("7.00000000000000000000000", Some(7)),
            ("1E3", Some(1000)),
            ("0e999999999", Some(0)),
            ("6.5", None),
            ("1e999", None),
            ("1e-1", None),
            ("99999999999999999999", None),
            ("1e99999999999", None),
        ] {
            assert_eq!(whole_value(text), value, "{text}");
        }
    }
}
