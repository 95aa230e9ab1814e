//! JSON as it stood: a tree that keeps numbers as text, refuses duplicate members and deep
//! nesting, and knows the place of a fault.
//!
//! The texts are scanned by `serde_json`. Its own `Value` would forget duplicates and rewrite
//! numbers, and its `arbitrary_precision` feature would change `serde_json` for every other crate
//! of the program, so the tree is built from raw slices.

use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::error::{ReadError, Reason};
use super::limits::{MAX_BYTES, MAX_DEPTH};

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// The number as it was written.
    Number(Box<str>),
    Text(String),
    List(Vec<Json>),
    Members(Vec<(String, Json)>),
}

/// Where a value stands, as a chain to the root.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    Root,
    Member(&'a Place<'a>, &'a str),
    Entry(&'a Place<'a>, usize),
}

impl Place<'_> {
    pub(crate) fn fail<T>(&self, reason: Reason) -> Result<T, ReadError> {
        let mut pointer = String::new();
        self.write(&mut pointer);
        Err(ReadError::new(pointer, reason))
    }

    fn write(&self, pointer: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(parent, name) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            }
            Self::Entry(parent, index) => {
                parent.write(pointer);
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
        }
    }
}

impl Json {
    /// Reads a whole text.
    pub(crate) fn parse(text: &str) -> Result<Self, ReadError> {
        if text.len() > MAX_BYTES {
            return Place::Root.fail(Reason::TooLarge);
        }
        match serde_json::from_str::<&RawValue>(text) {
            Ok(raw) => Self::from_raw(raw.get(), &Place::Root, 1),
            Err(error) if error.is_eof() => Place::Root.fail(Reason::Truncated),
            Err(error) => Place::Root.fail(Reason::NotJson { line: error.line(), column: error.column() }),
        }
    }

    /// `raw` is one value that has been scanned before: its grammar holds.
    fn from_raw(raw: &str, place: &Place<'_>, depth: usize) -> Result<Self, ReadError> {
        Ok(match raw.as_bytes().first() {
            Some(b'{' | b'[') if depth > MAX_DEPTH => return place.fail(Reason::TooDeep),
            Some(b'{') => {
                let RawMembers(members) = scan(raw, place)?;
                let mut names: Vec<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
                names.sort_unstable();
                if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
                    return Place::Member(place, twice[0]).fail(Reason::DuplicateMember);
                }
                let mut read = Vec::with_capacity(members.len());
                for (name, raw) in members {
                    let value = Self::from_raw(raw.get(), &Place::Member(place, &name), depth + 1)?;
                    read.push((name, value));
                }
                Self::Members(read)
            }
            Some(b'[') => {
                let RawEntries(entries) = scan(raw, place)?;
                let read = |(index, raw): (usize, &&RawValue)| {
                    Self::from_raw(raw.get(), &Place::Entry(place, index), depth + 1)
                };
                Self::List(entries.iter().enumerate().map(read).collect::<Result<_, _>>()?)
            }
            Some(b'"') => Self::Text(scan(raw, place)?),
            Some(b't') => Self::Bool(true),
            Some(b'f') => Self::Bool(false),
            Some(b'n') => Self::Null,
            _ => Self::Number(raw.into()),
        })
    }

    /// Sorts the members of every object in this value by name.
    pub(crate) fn sort(&mut self) {
        match self {
            Self::List(entries) => entries.iter_mut().for_each(Self::sort),
            Self::Members(members) => {
                members.sort_by(|a, b| a.0.cmp(&b.0));
                members.iter_mut().for_each(|(_, value)| value.sort());
            }
            _ => {}
        }
    }
}

fn scan<'a, T: Deserialize<'a>>(raw: &'a str, place: &Place<'_>) -> Result<T, ReadError> {
    serde_json::from_str(raw).or_else(|_| place.fail(Reason::BadText))
}

struct RawMembers<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for RawMembers<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = RawMembers<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(RawMembers(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

struct RawEntries<'a>(Vec<&'a RawValue>);

impl<'de> Deserialize<'de> for RawEntries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = RawEntries<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = list.next_element()? {
                    entries.push(entry);
                }
                Ok(RawEntries(entries))
            }
        }
        deserializer.deserialize_seq(Collect)
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(text) => match RawValue::from_string(text.to_string()) {
                Ok(raw) => raw.serialize(serializer),
                Err(error) => Err(serde::ser::Error::custom(error)),
            },
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => {
                let mut list = serializer.serialize_seq(Some(entries.len()))?;
                for entry in entries {
                    list.serialize_element(entry)?;
                }
                list.end()
            }
            Self::Members(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Members that this version doesn't know, kept through a round trip: sorted by name, numbers as
/// they stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnknownMembers(pub(crate) Vec<(String, Json)>);

impl UnknownMembers {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members' names, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    /// The member's value as JSON text.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        serde_json::to_string(value).ok()
    }
}
