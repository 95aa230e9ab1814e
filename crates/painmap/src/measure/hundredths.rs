//! Numbers with two decimals that are the same to the byte everywhere: they are whole hundredths.

use std::fmt;

use serde::{Serialize, Serializer};

/// A number in hundredths: a percentage, a mean or a share, rounded to two decimals. In JSON it is a
/// plain number.
///
/// ```
/// use painmap::measure::Hundredths;
/// let third = Hundredths::of(1, 3).unwrap();
/// assert_eq!((third.get(), third.to_string().as_str()), (33, "0.33"));
/// assert_eq!(Hundredths::of(1, 0), None);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(i64);

impl Hundredths {
    /// The quotient of two whole numbers, halves rounded up; none of nothing.
    #[must_use]
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let rounded = (200 * part + whole).checked_div(2 * whole)?;
        i64::try_from(rounded).ok().map(Self)
    }

    /// The percentage that a part is of a whole; none of nothing.
    #[must_use]
    pub fn percent(part: u64, whole: u64) -> Option<Self> {
        Self::of(part.saturating_mul(100), whole)
    }

    /// The number of hundredths.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// By how much it is more than `earlier`; negative where it is less.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Self {
        Self(self.0.saturating_sub(earlier.0))
    }
}

impl fmt::Display for Hundredths {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = match self.0 {
            ..0 => "-",
            _ if formatter.sign_plus() && self.0 > 0 => "+",
            _ => "",
        };
        let value = self.0.unsigned_abs();
        formatter.pad(&format!("{sign}{}.{:02}", value / 100, value % 100))
    }
}

impl Serialize for Hundredths {
    #[expect(
        clippy::cast_precision_loss,
        reason = "far below 2^53 in practice, and rounded alike everywhere"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0 as f64 / 100.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_up_and_signs_are_kept() {
        assert_eq!(Hundredths::of(1, 200).unwrap().get(), 1);
        assert_eq!(Hundredths::percent(1, 3).unwrap().to_string(), "33.33");
        let (less, more) = (Hundredths(105), Hundredths(230));
        assert_eq!(less.since(more).to_string(), "-1.25");
        assert_eq!(format!("{:+}", more.since(less)), "+1.25");
        assert_eq!(format!("{:+}", less.since(less)), "0.00");
    }

    #[test]
    fn json_has_two_decimals_at_most() {
        assert_eq!(serde_json::to_string(&Hundredths(712)).unwrap(), "7.12");
        assert_eq!(serde_json::to_string(&Hundredths(700)).unwrap(), "7.0");
    }
}
