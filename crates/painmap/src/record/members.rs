//! Taking an object of the record apart, member by member, and putting it together again.

use std::str::FromStr;

use super::error::{ReadError, Reason};
use super::json::{Json, Place, UnknownMembers};
use crate::UnknownWord;

/// The members of one object that have not been taken yet.
#[derive(Debug)]
pub(super) struct Members<'p> {
    pub(super) place: &'p Place<'p>,
    left: Vec<(String, Json)>,
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
        match self.left.iter().position(|(known, _)| known == name) {
            None => Ok(None),
            Some(index) => {
                let (_, json) = self.left.swap_remove(index);
                read(json, &Place::Member(self.place, name)).map(Some)
            }
        }
    }

    /// Takes the member and reads it; it must be there.
    pub(super) fn required<T>(&mut self, name: &str, read: impl Read<T>) -> Result<T, ReadError> {
        match self.optional(name, read)? {
            Some(value) => Ok(value),
            None => self.fail_at(name, Reason::Missing),
        }
    }

    /// Drops the member unread.
    pub(super) fn ignore(&mut self, name: &str) {
        self.left.retain(|(known, _)| known != name);
    }

    /// Refuses the object because of this member.
    pub(super) fn fail_at<T>(&self, name: &str, reason: Reason) -> Result<T, ReadError> {
        Place::Member(self.place, name).fail(reason)
    }

    /// What nobody took.
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

pub(super) fn boolean(json: Json, place: &Place<'_>) -> Result<bool, ReadError> {
    match json {
        Json::Bool(value) => Ok(value),
        _ => place.fail(Reason::Expected("true or false")),
    }
}

/// A text of at most `most` characters.
pub(super) fn text(most: usize) -> impl Fn(Json, &Place<'_>) -> Result<String, ReadError> {
    move |json, place| match json {
        Json::Text(text) if text.chars().nth(most).is_some() => place.fail(Reason::TooLong(most)),
        Json::Text(text) => Ok(text),
        _ => place.fail(Reason::Expected("a text")),
    }
}

/// A whole number from `least` to `most`. `7.0` and `70e-1` are 7; `6.5` and `1e999` are refused.
pub(super) fn whole(least: i64, most: i64) -> impl Fn(Json, &Place<'_>) -> Result<i64, ReadError> {
    move |json, place| match json {
        Json::Number(text) => match whole_value(&text) {
            Some(value) if (least..=most).contains(&value) => Ok(value),
            _ => place.fail(Reason::OutOfRange { least, most }),
        },
        _ => place.fail(Reason::Expected("a number")),
    }
}

/// A word of an enumeration.
pub(super) fn word<T: FromStr<Err = UnknownWord>>(json: Json, place: &Place<'_>) -> Result<T, ReadError> {
    match json {
        Json::Text(text) => text.parse().or_else(|unknown| place.fail(Reason::UnknownWord(unknown))),
        _ => place.fail(Reason::Expected("a text")),
    }
}

/// A list of `least` to `most` entries.
pub(super) fn list<T>(
    least: usize,
    most: usize,
    read: impl Fn(Json, &Place<'_>) -> Result<T, ReadError>,
) -> impl FnOnce(Json, &Place<'_>) -> Result<Vec<T>, ReadError> {
    move |json, place| {
        let Json::List(entries) = json else { return place.fail(Reason::Expected("a list")) };
        if entries.len() < least {
            return place.fail(Reason::TooFew(least));
        }
        if entries.len() > most {
            return place.fail(Reason::TooMany(most));
        }
        entries.into_iter().enumerate().map(|(index, entry)| read(entry, &Place::Entry(place, index))).collect()
    }
}

/// A list of words, each at most once.
pub(super) fn words<T>(json: Json, place: &Place<'_>) -> Result<Vec<T>, ReadError>
where
    T: FromStr<Err = UnknownWord> + PartialEq,
{
    let words: Vec<T> = list(0, super::limits::MAX_ENTRIES, word)(json, place)?;
    match (1..words.len()).find(|&index| words[..index].contains(&words[index])) {
        Some(index) => Place::Entry(place, index).fail(Reason::DuplicateEntry),
        None => Ok(words),
    }
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

/// An object under construction, in the order in which its members are put.
#[derive(Debug, Default)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    pub(super) fn put(&mut self, name: &str, value: impl Into<Json>) {
        self.0.push((name.to_owned(), value.into()));
    }

    pub(super) fn put_some(&mut self, name: &str, value: Option<impl Into<Json>>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    pub(super) fn put_words<T: Copy + Into<&'static str>>(&mut self, name: &str, words: &[T]) {
        if !words.is_empty() {
            self.put(name, Json::List(words.iter().map(|&word| Json::from(word.into())).collect()));
        }
    }

    pub(super) fn finish(mut self, unknown: &UnknownMembers) -> Json {
        self.0.extend(unknown.0.iter().cloned());
        Json::Members(self.0)
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<i64> for Json {
    fn from(value: i64) -> Self {
        Self::Number(value.to_string().into())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
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
