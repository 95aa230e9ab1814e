//! Small values that can't be wrong: intensity, radius, ids, moments, paths.

use std::fmt;

use super::error::Reason;
use super::json::{Json, Place};
use super::limits::{MAX_OUTSIDE, MAX_PATH_POINTS, MAX_RADIUS, MAX_SHORT_CHARACTERS};
use super::members::{Members, list, text, whole};
use super::object::{Write, write_list};
use crate::anatomy::{Point, View};
use crate::numbers::push_whole;

/// A pain intensity on the numeric rating scale: whole, 0 (no pain) to 10 (worst imaginable).
///
/// ```
/// use painmap::record::Intensity;
/// assert_eq!(Intensity::new(7).unwrap().get(), 7);
/// assert!(Intensity::new(11).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Intensity(u8);

impl Intensity {
    /// The top of the scale.
    pub const MAX: u8 = 10;

    /// The rating, where it is on the scale.
    #[must_use]
    pub const fn new(rating: u8) -> Option<Self> {
        if rating <= Self::MAX { Some(Self(rating)) } else { None }
    }

    /// The rating, 0 to 10.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// The radius of a spot that the patient sized, in bu: 1 to [`MAX_RADIUS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Radius(u16);

impl Radius {
    /// The radius, where it is in range.
    ///
    /// ```
    /// use painmap::record::Radius;
    /// assert_eq!(Radius::new(90).unwrap().get(), 90);
    /// assert!(Radius::new(0).is_none() && Radius::new(2001).is_none());
    /// ```
    #[must_use]
    pub const fn new(radius: u16) -> Option<Self> {
        if radius >= 1 && radius as i64 <= MAX_RADIUS { Some(Self(radius)) } else { None }
    }

    /// The radius in bu.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The radius of a whole number, where it is in range.
    pub(crate) fn of(radius: i64) -> Option<Self> {
        Self::new(u16::try_from(radius).ok()?)
    }
}

/// A mark's id: 1 to 64 letters, digits, `.`, `_` or `-`, unique in its record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MarkId(String);

impl MarkId {
    const KIND: &'static str = "1 to 64 letters, digits, dots, underscores or hyphens";

    /// The id, where the text may be one.
    ///
    /// ```
    /// use painmap::record::MarkId;
    /// assert_eq!(MarkId::new("m1").unwrap().as_str(), "m1");
    /// assert!(MarkId::new("<m1>").is_none());
    /// ```
    #[must_use]
    pub fn new(id: &str) -> Option<Self> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
        ((1..=MAX_SHORT_CHARACTERS).contains(&id.len()) && id.bytes().all(allowed))
            .then(|| Self(id.to_owned()))
    }

    /// The id's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands in for one that is missing.
    pub(super) const fn missing() -> Self {
        Self(String::new())
    }

    pub(super) fn read(json: &Json, place: &Place<'_>) -> Self {
        let read = text(json, place, usize::MAX).map(Self::new);
        read.flatten().unwrap_or_else(|| {
            place.refuse(Reason::Expected(Self::KIND));
            Self::missing()
        })
    }
}

impl fmt::Display for MarkId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The points of a path or an outline: bounded in number, each near its view's box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path(Vec<Point>);

impl Path {
    /// The points in order.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.0
    }

    /// A path of at least `least` points on `view`, where all of them are near its box.
    pub(crate) fn new(view: View, least: usize, points: Vec<Point>) -> Option<Self> {
        ((least..=MAX_PATH_POINTS).contains(&points.len()) && points.iter().all(|&point| near(view, point)))
            .then_some(Self(points))
    }

    /// The member of this name; it must be there.
    pub(super) fn required(members: &mut Members<'_>, name: &str, view: View, least: usize) -> Self {
        Self(members.required(name, Vec::new(), |json, place| {
            list(json, place, least, MAX_PATH_POINTS, |json, place| read_point(json, place, view))
        }))
    }
}

impl Write for Path {
    fn write(&self, text: &mut String) {
        write_list(&self.0, text);
    }
}

impl Write for Point {
    fn write(&self, text: &mut String) {
        text.push('[');
        push_whole(self.x.into(), text);
        text.push(',');
        push_whole(self.y.into(), text);
        text.push(']');
    }
}

/// Whether a record may hold this point of this view.
pub(crate) fn near(view: View, point: Point) -> bool {
    view.bounds().grown(MAX_OUTSIDE).contains(point)
}

#[inline(never)]
pub(super) fn read_point(json: &Json, place: &Place<'_>, view: View) -> Point {
    let pair = if let Json::List(pair) = json { pair.as_slice() } else { &[] };
    let [x, y] = pair else {
        place.refuse(Reason::Expected("two whole numbers, x and y in body units"));
        return Point::new(0, 0);
    };
    let point = Point::new(read_coordinate(x, place, 0), read_coordinate(y, place, 1));
    if !near(view, point) {
        place.refuse(Reason::OffTheView);
    }
    point
}

fn read_coordinate(json: &Json, place: &Place<'_>, index: usize) -> i32 {
    // Wide enough for every view: what is whole but far away is told as off the view.
    let coordinate = whole(json, &Place::Entry(place, index), -1_000_000, 1_000_000);
    i32::try_from(coordinate).unwrap_or(i32::MAX)
}

/// A moment in RFC 3339 form with seconds and an offset, such as `2026-11-22T09:30:00Z`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment(String);

impl Moment {
    /// The moment, where the text is one.
    ///
    /// ```
    /// use painmap::record::Moment;
    /// assert!(Moment::new("2026-11-22T09:30:00Z").is_some());
    /// assert!(Moment::new("2026-02-30T09:30:00Z").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let (date, time) = text.as_bytes().split_at_checked("2026-11-22".len())?;
        // A fraction of a second has any number of digits; what is too long could not be read back.
        let fits = text.len() <= MAX_SHORT_CHARACTERS;
        let [b'T', time @ ..] = time else { return None };
        (fits && is_date(date) && is_time(time)).then(|| Self(text.to_owned()))
    }

    /// The moment's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(super) fn read(json: &Json, place: &Place<'_>) -> Option<Self> {
        let moment = text(json, place, MAX_SHORT_CHARACTERS).and_then(Self::new);
        if moment.is_none() {
            place.refuse(Reason::Expected("a date and time like 2026-11-22T09:30:00Z"));
        }
        moment
    }
}

/// A date as exact as it is known: `2026`, `2026-10` or `2026-10-05`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartialDate(String);

impl PartialDate {
    /// The date, where the text is one.
    ///
    /// ```
    /// use painmap::record::PartialDate;
    /// assert!(PartialDate::new("2026-10").is_some());
    /// assert!(PartialDate::new("last week").is_none());
    /// ```
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        is_date(text.as_bytes()).then(|| Self(text.to_owned()))
    }

    /// The date's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn read(json: &Json, place: &Place<'_>) -> Option<Self> {
        let date = text(json, place, MAX_SHORT_CHARACTERS).and_then(Self::new);
        if date.is_none() {
            place.refuse(Reason::Expected("a date like 2026, 2026-10 or 2026-10-05"));
        }
        date
    }
}

/// The value of a run of two or four ASCII digits.
fn number(digits: &[u8]) -> Option<u32> {
    let mut value = 0;
    for digit in digits {
        value = value * 10 + char::from(*digit).to_digit(10)?;
    }
    Some(value)
}

fn is_date(text: &[u8]) -> bool {
    let (year, month, day) = match *text {
        [a, b, c, d] => (number(&[a, b, c, d]), Some(1), Some(1)),
        [a, b, c, d, b'-', e, f] => (number(&[a, b, c, d]), number(&[e, f]), Some(1)),
        [a, b, c, d, b'-', e, f, b'-', g, h] => (number(&[a, b, c, d]), number(&[e, f]), number(&[g, h])),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { return false };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    1 <= day && day <= last
}

/// `HH:MM:SS`, a fraction where there is one, and `Z` or an offset.
fn is_time(text: &[u8]) -> bool {
    let up_to = |most: u32, digits: [u8; 2]| number(&digits).is_some_and(|value| value <= most);
    let [a, b, b':', c, d, b':', e, f, rest @ ..] = text else { return false };
    let zone = match rest {
        [b'.', fraction @ ..] => {
            let end = fraction.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(0);
            if end > 0 { &fraction[end..] } else { &[] }
        }
        _ => rest,
    };
    let zoned = match *zone {
        [b'Z'] => true,
        [b'+' | b'-', a, b, b':', c, d] => up_to(23, [a, b]) && up_to(59, [c, d]),
        _ => false,
    };
    zoned && up_to(23, [*a, *b]) && up_to(59, [*c, *d]) && up_to(60, [*e, *f])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_dates_are_real_ones() {
        for good in ["2026-11-22T09:30:00Z", "2024-02-29T23:59:60.5+05:30", "2000-02-29T00:00:00-08:00"] {
            assert!(Moment::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "2026-11-22",
            "2026-11-22T09:30Z",
            "2026-11-22T24:00:00Z",
            "2026-13-01T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "2026-11-22T09:30:00",
            "2026-11-22T09:30:00.Z",
            "2026-11T09:30:00Z",
            "2026-11-22T09:30:00+5:00",
            "２026-11-22T09:30:00Z",
            "2026-11-22Té9:30:00Z",
        ] {
            assert!(Moment::new(bad).is_none(), "{bad}");
        }
        for bad in ["", "26", "2026-00", "2026-04-31", "2026-1-1", "2026-10-05-01", "1900-02-29"] {
            assert!(PartialDate::new(bad).is_none(), "{bad}");
        }
    }
}
