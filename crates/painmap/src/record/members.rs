//! Taking an object of the record apart, member by member.

use super::error::{ReadError, Reason};
use super::json::{Json, Place, UnknownMembers};
use crate::UnknownWord;
use crate::words::Word;

/// The members of one object that have not been taken yet.
#[derive(Debug)]
pub(super) struct Members<'p> {
    pub(super) place: &'p Place<'p>,
    left: Vec<(String, Json)>,
}

/// What a member that is one plain value may be. Reading them all by one function, told by this,
/// keeps the wasm a tenth smaller than a function for each type.
#[derive(Debug, Clone, Copy)]
enum Plain {
    Boolean,
    Whole { least: i64, most: i64 },
    Word(&'static [&'static str]),
}

impl<'p> Members<'p> {
    pub(super) fn of(json: Json, place: &'p Place<'p>) -> Result<Self, ReadError> {
        match json {
            Json::Members(left) => Ok(Self { place, left }),
            _ => place.fail(Reason::Expected("an object")),
        }
    }

    /// Takes the member and reads it, where it is there.
    pub(super) fn optional<T>(&mut self, name: &str, read: impl Read<T>) -> Result<Option<T>, ReadError> {
        match self.take(name) {
            None => Ok(None),
            Some(json) => read(json, &Place::Member(self.place, name)).map(Some),
        }
    }

    /// Takes the member and reads it; it must be there.
    pub(super) fn required<T>(&mut self, name: &str, read: impl Read<T>) -> Result<T, ReadError> {
        match self.optional(name, read)? {
            Some(value) => Ok(value),
            None => self.fail_at(name, Reason::Missing),
        }
    }

    /// Takes a member that is true or false.
    pub(super) fn boolean(&mut self, name: &str) -> Result<Option<bool>, ReadError> {
        Ok(self.plain(name, Plain::Boolean)?.map(|value| value != 0))
    }

    /// Takes a whole number from `least` to `most`.
    pub(super) fn whole(&mut self, name: &str, least: i64, most: i64) -> Result<Option<i64>, ReadError> {
        self.plain(name, Plain::Whole { least, most })
    }

    /// Takes a word of an enumeration.
    pub(super) fn word<T: Word>(&mut self, name: &str) -> Result<Option<T>, ReadError> {
        let index = self.plain(name, Plain::Word(T::WORDS))?;
        Ok(index.and_then(|index| usize::try_from(index).ok()).map(T::member))
    }

    /// Takes a text of at most `most` characters.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str, most: usize) -> Result<Option<String>, ReadError> {
        self.optional(name, |json, place| text(json, place, most))
    }

    #[inline(never)]
    fn plain(&mut self, name: &str, plain: Plain) -> Result<Option<i64>, ReadError> {
        self.optional(name, |json, place| read_plain(json, place, plain))
    }

    #[inline(never)]
    fn take(&mut self, name: &str) -> Option<Json> {
        let index = self.left.iter().position(|(known, _)| known == name)?;
        Some(self.left.swap_remove(index).1)
    }

    /// Drops the member unread.
    pub(super) fn ignore(&mut self, name: &str) {
        self.take(name);
    }

    /// Refuses the object because of this member.
    pub(super) fn fail_at<T>(&self, name: &str, reason: Reason) -> Result<T, ReadError> {
        Place::Member(self.place, name).fail(reason)
    }

    /// What nobody took.
    #[inline(never)]
    pub(super) fn rest(self) -> UnknownMembers {
        let mut rest = Json::Members(self.left);
        rest.sort();
        match rest {
            Json::Members(members) => UnknownMembers(members),
            _ => UnknownMembers::default(),
        }
    }
}

/// Reads a value that stands at a place.
pub(super) trait Read<T>: FnOnce(Json, &Place<'_>) -> Result<T, ReadError> {}
impl<T, F: FnOnce(Json, &Place<'_>) -> Result<T, ReadError>> Read<T> for F {}

/// A text of at most `most` characters.
#[inline(never)]
pub(super) fn text(json: Json, place: &Place<'_>, most: usize) -> Result<String, ReadError> {
    match json {
        Json::Text(text) if text.chars().nth(most).is_some() => place.fail(Reason::TooLong(most)),
        Json::Text(text) => Ok(text),
        _ => place.fail(Reason::Expected("a text")),
    }
}

/// A whole number from `least` to `most`. `7.0` and `70e-1` are 7; `6.5` and `1e999` are refused.
pub(super) fn whole(json: Json, place: &Place<'_>, least: i64, most: i64) -> Result<i64, ReadError> {
    read_plain(json, place, Plain::Whole { least, most })
}

/// A word of an enumeration.
pub(super) fn word<T: Word>(json: Json, place: &Place<'_>) -> Result<T, ReadError> {
    let index = read_plain(json, place, Plain::Word(T::WORDS))?;
    Ok(T::member(usize::try_from(index).unwrap_or_default()))
}

#[inline(never)]
fn read_plain(json: Json, place: &Place<'_>, plain: Plain) -> Result<i64, ReadError> {
    match (plain, json) {
        (Plain::Boolean, Json::Bool(value)) => Ok(i64::from(value)),
        (Plain::Boolean, _) => place.fail(Reason::Expected("true or false")),
        (Plain::Whole { least, most }, Json::Number(text)) => match whole_value(&text) {
            Some(value) if (least..=most).contains(&value) => Ok(value),
            _ => place.fail(Reason::OutOfRange { least, most }),
        },
        (Plain::Whole { .. }, _) => place.fail(Reason::Expected("a number")),
        (Plain::Word(known), Json::Text(text)) => match (0..).zip(known).find(|(_, word)| **word == text) {
            Some((index, _)) => Ok(index),
            None => place.fail(Reason::UnknownWord(UnknownWord { known })),
        },
        (Plain::Word(_), _) => place.fail(Reason::Expected("a text")),
    }
}

/// The entries of a list of `least` to `most`.
#[inline(never)]
fn entries(json: Json, place: &Place<'_>, least: usize, most: usize) -> Result<Vec<Json>, ReadError> {
    match json {
        Json::List(entries) if entries.len() < least => place.fail(Reason::TooFew(least)),
        Json::List(entries) if entries.len() > most => place.fail(Reason::TooMany(most)),
        Json::List(entries) => Ok(entries),
        _ => place.fail(Reason::Expected("a list")),
    }
}

/// A list of `least` to `most` entries.
pub(super) fn list<T>(
    least: usize,
    most: usize,
    read: impl Fn(Json, &Place<'_>) -> Result<T, ReadError>,
) -> impl FnOnce(Json, &Place<'_>) -> Result<Vec<T>, ReadError> {
    move |json, place| {
        let entries = entries(json, place, least, most)?;
        let mut values = Vec::with_capacity(entries.len());
        for (index, entry) in entries.into_iter().enumerate() {
            values.push(read(entry, &Place::Entry(place, index))?);
        }
        Ok(values)
    }
}

/// A list of words, each at most once.
pub(super) fn words<T: Word>(json: Json, place: &Place<'_>) -> Result<Vec<T>, ReadError> {
    distinct(json, place, T::WORDS).map(|indices| indices.into_iter().map(T::member).collect())
}

#[inline(never)]
fn distinct(json: Json, place: &Place<'_>, known: &'static [&'static str]) -> Result<Vec<usize>, ReadError> {
    let mut indices = Vec::new();
    for (index, entry) in entries(json, place, 0, super::limits::MAX_ENTRIES)?.into_iter().enumerate() {
        let place = Place::Entry(place, index);
        let word = usize::try_from(read_plain(entry, &place, Plain::Word(known))?).unwrap_or_default();
        if indices.contains(&word) {
            return place.fail(Reason::DuplicateEntry);
        }
        indices.push(word);
    }
    Ok(indices)
}

/// The whole number that a JSON number stands for, where it is whole and fits.
fn whole_value(text: &str) -> Option<i64> {
    if let Ok(value) = text.parse() {
        return Some(value);
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let fraction = fraction.trim_end_matches('0');
    let digits = format!("{whole}{fraction}");
    let mut value: i64 = digits.parse().ok()?;
    let mut power = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
    while power > 0 && value != 0 {
        value = value.checked_mul(10)?;
        power -= 1;
    }
    while power < 0 && value != 0 {
        if value % 10 != 0 {
            return None;
        }
        value /= 10;
        power += 1;
    }
    Some(value)
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
