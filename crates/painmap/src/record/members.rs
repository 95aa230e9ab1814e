//! Taking an object of the record apart, member by member.

use super::error::{ReadError, Reason};
use super::json::{Json, Place, UnknownMembers};
use super::limits::MAX_ENTRIES;
use super::values::Intensity;
use super::whole::whole_value;
use crate::UnknownWord;
use crate::words::Word;

/// The members of one object that have not been taken yet.
///
/// The first fault is kept and told at the end, by `rest`; until then every member reads as absent.
/// A reader that had to look at each outcome would be a fifth of the wasm.
#[derive(Debug)]
pub(crate) struct Members<'j> {
    place: &'j Place<'j>,
    left: Vec<&'j (String, Json)>,
    fault: Option<ReadError>,
}

/// Reads a value that stands at a place.
pub(super) type Read<T> = fn(&Json, &Place<'_>) -> Result<T, ReadError>;

/// What a member that is one plain value may be. Reading them all by one function, told by this,
/// keeps the wasm smaller than a function for each type.
#[derive(Debug, Clone, Copy)]
enum Plain {
    Boolean,
    Whole { least: i64, most: i64 },
    Word(&'static [&'static str]),
}

impl<'j> Members<'j> {
    pub(crate) fn of(json: &'j Json, place: &'j Place<'j>) -> Result<Self, ReadError> {
        match json {
            Json::Members(members) => Ok(Self { place, left: members.iter().collect(), fault: None }),
            _ => place.fail(Reason::Expected("an object")),
        }
    }

    /// Takes the member and reads it, where it is there.
    pub(crate) fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&Json, &Place<'_>) -> Result<T, ReadError>,
    ) -> Option<T> {
        let json = self.take(name)?;
        match read(json, &Place::Member(self.place, name)) {
            Ok(value) => Some(value),
            Err(fault) => self.keep(fault),
        }
    }

    #[inline(never)]
    fn keep<T>(&mut self, fault: ReadError) -> Option<T> {
        self.fault = Some(fault);
        None
    }

    /// Takes a word of an enumeration; it must be there.
    pub(super) fn required_word<T: Word>(&mut self, name: &str) -> Result<T, ReadError> {
        match self.word(name) {
            Some(word) => Ok(word),
            None => self.fail_at(name, Reason::Missing),
        }
    }

    /// Takes the member and reads it; it must be there.
    pub(super) fn required<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&Json, &Place<'_>) -> Result<T, ReadError>,
    ) -> Result<T, ReadError> {
        match self.optional(name, read) {
            Some(value) => Ok(value),
            None => self.fail_at(name, Reason::Missing),
        }
    }

    /// Takes a list of at most `most` entries; an absent one is empty.
    pub(super) fn list<T>(&mut self, name: &str, most: usize, read: Read<T>) -> Vec<T> {
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
        match text(json, &Place::Member(self.place, name), most) {
            Ok(text) => Some(text),
            Err(fault) => self.keep(fault),
        }
    }

    /// The same, to keep.
    #[inline(never)]
    pub(crate) fn owned_text(&mut self, name: &str, most: usize) -> Option<String> {
        self.text(name, most).map(str::to_owned)
    }

    #[inline(never)]
    fn plain(&mut self, name: &str, plain: Plain) -> Option<i64> {
        self.optional(name, |json, place| read_plain(json, place, plain))
    }

    #[inline(never)]
    fn take(&mut self, name: &str) -> Option<&'j Json> {
        if self.fault.is_some() {
            return None;
        }
        let index = self.left.iter().position(|(known, _)| known == name)?;
        Some(&self.left.remove(index).1)
    }

    /// Drops the member unread.
    pub(super) fn ignore(&mut self, name: &str) {
        self.take(name);
    }

    /// Refuses the object: because of an earlier fault, else because of this member.
    pub(super) fn fail_at<T>(&mut self, name: &str, reason: Reason) -> Result<T, ReadError> {
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => Place::Member(self.place, name).fail(reason),
        }
    }

    /// What nobody took, or the first fault.
    #[inline(never)]
    pub(crate) fn rest(self) -> Result<UnknownMembers, ReadError> {
        match self.fault {
            Some(fault) => Err(fault),
            None => Ok(UnknownMembers(self.left.into_iter().cloned().collect())),
        }
    }
}

/// A text of at most `most` characters.
#[inline(never)]
pub(super) fn text<'j>(json: &'j Json, place: &Place<'_>, most: usize) -> Result<&'j str, ReadError> {
    match json {
        Json::Text(text) if text.chars().count() > most => place.fail(Reason::TooLong(most)),
        Json::Text(text) => Ok(text),
        _ => place.fail(Reason::Expected("a text")),
    }
}

/// A whole number from `least` to `most`. `7.0` and `70e-1` are 7; `6.5` and `1e999` are refused.
pub(super) fn whole(json: &Json, place: &Place<'_>, least: i64, most: i64) -> Result<i64, ReadError> {
    read_plain(json, place, Plain::Whole { least, most })
}

/// A word of an enumeration.
pub(super) fn word<T: Word>(json: &Json, place: &Place<'_>) -> Result<T, ReadError> {
    let index = read_plain(json, place, Plain::Word(T::WORDS))?;
    match usize::try_from(index).ok().and_then(T::member) {
        Some(word) => Ok(word),
        None => place.fail(Reason::UnknownWord(UnknownWord { known: T::WORDS })),
    }
}

#[inline(never)]
fn read_plain(json: &Json, place: &Place<'_>, plain: Plain) -> Result<i64, ReadError> {
    place.fail(match (plain, json) {
        (Plain::Boolean, Json::Bool(value)) => return Ok(i64::from(*value)),
        (Plain::Boolean, _) => Reason::Expected("true or false"),
        (Plain::Whole { least, most }, Json::Number(text)) => match whole_value(text) {
            Some(value) if least <= value && value <= most => return Ok(value),
            _ => Reason::OutOfRange { least, most },
        },
        (Plain::Whole { .. }, _) => Reason::Expected("a number"),
        (Plain::Word(known), Json::Text(text)) => match (0..).zip(known).find(|(_, word)| **word == text) {
            Some((index, _)) => return Ok(index),
            None => Reason::UnknownWord(UnknownWord { known }),
        },
        (Plain::Word(_), _) => Reason::Expected("a text"),
    })
}

/// The entries of a list of `least` to `most`.
#[inline(never)]
fn entries<'j>(
    json: &'j Json,
    place: &Place<'_>,
    least: usize,
    most: usize,
) -> Result<&'j [Json], ReadError> {
    match json {
        Json::List(entries) if entries.len() < least => place.fail(Reason::TooFew(least)),
        Json::List(entries) if entries.len() > most => place.fail(Reason::TooMany(most)),
        Json::List(entries) => Ok(entries),
        _ => place.fail(Reason::Expected("a list")),
    }
}

/// A list of `least` to `most` entries.
pub(super) fn list<T>(
    json: &Json,
    place: &Place<'_>,
    least: usize,
    most: usize,
    read: impl Fn(&Json, &Place<'_>) -> Result<T, ReadError>,
) -> Result<Vec<T>, ReadError> {
    let mut values = Vec::new();
    for (index, entry) in entries(json, place, least, most)?.iter().enumerate() {
        values.push(read(entry, &Place::Entry(place, index))?);
    }
    Ok(values)
}

/// A list of words, each at most once.
pub(super) fn words<T: Word>(json: &Json, place: &Place<'_>) -> Result<Vec<T>, ReadError> {
    let mut words = Vec::new();
    distinct(json, place, T::WORDS, &mut |index| words.extend(T::member(index)))?;
    Ok(words)
}

/// Gives the index of each word of a list to `take`.
#[inline(never)]
fn distinct(
    json: &Json,
    place: &Place<'_>,
    known: &'static [&'static str],
    take: &mut dyn FnMut(usize),
) -> Result<(), ReadError> {
    let mut taken = vec![false; known.len()];
    for (index, entry) in entries(json, place, 0, MAX_ENTRIES)?.iter().enumerate() {
        let place = Place::Entry(place, index);
        let word = usize::try_from(read_plain(entry, &place, Plain::Word(known))?).unwrap_or_default();
        match taken.get_mut(word) {
            Some(taken) if !*taken => *taken = true,
            _ => return place.fail(Reason::DuplicateEntry),
        }
        take(word);
    }
    Ok(())
}
