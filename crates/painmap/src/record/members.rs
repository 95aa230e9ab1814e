//! Taking an object of the record apart, member by member.
//!
//! Nothing here fails: what is wrong is refused at its place, which tells the record's reader, and
//! something of the kind that was wanted stands in for it.

use super::error::Reason;
use super::json::{Json, Place, UnknownMembers};
use super::limits::{MAX_ENTRIES, characters};
use super::values::Intensity;
use super::whole::whole_value;
use crate::UnknownWord;
use crate::words::Word;

/// The members of one object that have not been taken yet.
#[derive(Debug)]
pub(crate) struct Members<'j> {
    place: &'j Place<'j>,
    left: Vec<&'j (String, Json)>,
}

/// What a member that is one plain value may be. Reading them all by one function, told by this,
/// keeps the wasm smaller than a function for each type.
#[derive(Debug, Clone, Copy)]
enum Plain {
    Boolean,
    Whole { least: i64, most: i64 },
    Word(&'static [&'static str]),
}

impl<'j> Members<'j> {
    #[inline(never)]
    pub(crate) fn of(json: &'j Json, place: &'j Place<'j>) -> Self {
        let mut left = Vec::new();
        match json {
            Json::Members(members) => left.extend(members),
            _ => place.refuse(Reason::Expected("an object")),
        }
        Self { place, left }
    }

    /// Takes the member and reads it, where it is there.
    pub(crate) fn optional<T>(&mut self, name: &str, read: impl FnOnce(&Json, &Place<'_>) -> T) -> Option<T> {
        let json = self.take(name)?;
        Some(read(json, &Place::Member(self.place, name)))
    }

    /// Takes the member and reads it; it must be there.
    pub(super) fn required<T>(
        &mut self,
        name: &str,
        otherwise: T,
        read: impl FnOnce(&Json, &Place<'_>) -> T,
    ) -> T {
        match self.optional(name, read) {
            Some(value) => value,
            None => {
                self.refuse(name, Reason::Missing);
                otherwise
            }
        }
    }

    /// Takes a word of an enumeration; it must be there.
    pub(super) fn required_word<T: Word>(&mut self, name: &str) -> T {
        self.required(name, T::FIRST, word)
    }

    /// Takes a list of at most `most` entries; an absent one is empty.
    pub(super) fn list<T>(&mut self, name: &str, most: usize, read: fn(&Json, &Place<'_>) -> T) -> Vec<T> {
        self.optional(name, |json, place| list(json, place, 0, most, read)).unwrap_or_default()
    }

    /// Takes a member that is true or false.
    pub(super) fn boolean(&mut self, name: &str) -> Option<bool> {
        self.plain(name, Plain::Boolean).map(|value| value != 0)
    }

    /// Takes a whole number from `least` to `most`.
    pub(crate) fn whole(&mut self, name: &str, least: i64, most: i64) -> Option<i64> {
        self.plain(name, Plain::Whole { least, most })
    }

    /// Takes a rating from 0 to 10.
    #[inline(never)]
    pub(crate) fn intensity(&mut self, name: &str) -> Option<Intensity> {
        let rating = self.whole(name, 0, i64::from(Intensity::MAX))?;
        Intensity::new(u8::try_from(rating).ok()?)
    }

    /// Takes a word of an enumeration.
    pub(crate) fn word<T: Word>(&mut self, name: &str) -> Option<T> {
        T::member(usize::try_from(self.plain(name, Plain::Word(T::WORDS))?).ok()?)
    }

    /// Takes a list of words, each at most once; an absent one is empty.
    pub(crate) fn words<T: Word>(&mut self, name: &str) -> Vec<T> {
        self.optional(name, words).unwrap_or_default()
    }

    /// Takes a text of at most `most` characters.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str, most: usize) -> Option<&'j str> {
        let json = self.take(name)?;
        text(json, &Place::Member(self.place, name), most)
    }

    /// The same, to keep.
    #[inline(never)]
    pub(crate) fn owned_text(&mut self, name: &str, most: usize) -> Option<String> {
        self.text(name, most).map(str::to_owned)
    }

    #[inline(never)]
    fn plain(&mut self, name: &str, plain: Plain) -> Option<i64> {
        let json = self.take(name)?;
        read_plain(json, &Place::Member(self.place, name), plain)
    }

    #[inline(never)]
    fn take(&mut self, name: &str) -> Option<&'j Json> {
        let index = self.left.iter().position(|(known, _)| known == name)?;
        Some(&self.left.remove(index).1)
    }

    /// Drops the member unread.
    pub(super) fn ignore(&mut self, name: &str) {
        self.take(name);
    }

    /// Refuses the object because of this member.
    #[inline(never)]
    pub(super) fn refuse(&self, name: &str, reason: Reason) {
        Place::Member(self.place, name).refuse(reason);
    }

    /// What nobody took.
    #[inline(never)]
    pub(crate) fn rest(self) -> UnknownMembers {
        let mut rest = Vec::new();
        rest.extend(self.left.into_iter().cloned());
        UnknownMembers(rest)
    }
}

/// A text of at most `most` characters.
#[inline(never)]
pub(super) fn text<'j>(json: &'j Json, place: &Place<'_>, most: usize) -> Option<&'j str> {
    place.refuse(match json {
        Json::Text(text) if characters(text) > most => Reason::TooLong(most),
        Json::Text(text) => return Some(text),
        _ => Reason::Expected("a text"),
    });
    None
}

/// A whole number from `least` to `most`. `7.0` and `70e-1` are 7; `6.5` and `1e999` are refused.
pub(super) fn whole(json: &Json, place: &Place<'_>, least: i64, most: i64) -> i64 {
    read_plain(json, place, Plain::Whole { least, most }).unwrap_or(least)
}

/// A word of an enumeration.
pub(super) fn word<T: Word>(json: &Json, place: &Place<'_>) -> T {
    let index = read_plain(json, place, Plain::Word(T::WORDS)).unwrap_or_default();
    usize::try_from(index).ok().and_then(T::member).unwrap_or(T::FIRST)
}

#[inline(never)]
fn read_plain(json: &Json, place: &Place<'_>, plain: Plain) -> Option<i64> {
    place.refuse(match (plain, json) {
        (Plain::Boolean, Json::Bool(value)) => return Some(i64::from(*value)),
        (Plain::Boolean, _) => Reason::Expected("true or false"),
        (Plain::Whole { least, most }, Json::Number(text)) => match whole_value(text) {
            Some(value) if least <= value && value <= most => return Some(value),
            _ => Reason::OutOfRange { least, most },
        },
        (Plain::Whole { .. }, _) => Reason::Expected("a number"),
        (Plain::Word(known), Json::Text(text)) => match (0..).zip(known).find(|(_, word)| **word == text) {
            Some((index, _)) => return Some(index),
            None => Reason::UnknownWord(UnknownWord { known }),
        },
        (Plain::Word(_), _) => Reason::Expected("a text"),
    });
    None
}

/// The entries of a list of `least` to `most`.
#[inline(never)]
fn entries<'j>(json: &'j Json, place: &Place<'_>, least: usize, most: usize) -> &'j [Json] {
    place.refuse(match json {
        Json::List(entries) if entries.len() < least => Reason::TooFew(least),
        Json::List(entries) if entries.len() > most => Reason::TooMany(most),
        Json::List(entries) => return entries,
        _ => Reason::Expected("a list"),
    });
    &[]
}

/// A list of `least` to `most` entries.
pub(super) fn list<T>(
    json: &Json,
    place: &Place<'_>,
    least: usize,
    most: usize,
    read: impl Fn(&Json, &Place<'_>) -> T,
) -> Vec<T> {
    let mut values = Vec::new();
    for (index, entry) in entries(json, place, least, most).iter().enumerate() {
        values.push(read(entry, &Place::Entry(place, index)));
    }
    values
}

/// A list of words, each at most once.
pub(super) fn words<T: Word>(json: &Json, place: &Place<'_>) -> Vec<T> {
    let mut words = Vec::new();
    for index in distinct(json, place, T::WORDS) {
        words.extend(T::member(index));
    }
    words
}

/// The index of each word of a list.
#[inline(never)]
fn distinct(json: &Json, place: &Place<'_>, known: &'static [&'static str]) -> Vec<usize> {
    let mut taken = Vec::new();
    for (index, entry) in entries(json, place, 0, MAX_ENTRIES).iter().enumerate() {
        let place = Place::Entry(place, index);
        let word = read_plain(entry, &place, Plain::Word(known)).unwrap_or_default();
        let word = usize::try_from(word).unwrap_or_default();
        if taken.contains(&word) {
            place.refuse(Reason::DuplicateEntry);
        }
        taken.push(word);
    }
    taken
}
