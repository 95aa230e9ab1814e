//! JSON as it stood: a tree that keeps numbers as text, refuses duplicate members and deep
//! nesting, and knows the place of a fault.
//!
//! `serde_json` decides what is JSON. Its `Value` would forget duplicates and rewrite numbers, and
//! its `arbitrary_precision` feature would change `serde_json` for every other crate of the
//! program; so the tree is built here, in one pass over text whose grammar is known to hold.

use serde::de::IgnoredAny;

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
    List(Vec<Self>),
    Members(Vec<(String, Self)>),
}

/// Where a value stands, as a chain to the root.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    Root,
    Member(&'a Self, &'a str),
    Entry(&'a Self, usize),
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
        match serde_json::from_str::<IgnoredAny>(text) {
            Ok(IgnoredAny) => Scanner { text, at: 0 }.value(&Place::Root, 1),
            Err(error) if error.is_eof() => Place::Root.fail(Reason::Truncated),
            Err(error) => Place::Root.fail(Reason::NotJson { line: error.line(), column: error.column() }),
        }
    }

    /// Appends the value as compact JSON text.
    pub(crate) fn write(&self, text: &mut String) {
        match self {
            Self::Null => text.push_str("null"),
            Self::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
            Self::Number(number) => text.push_str(number),
            Self::Text(value) => write_text(value, text),
            Self::List(entries) => {
                text.push('[');
                for (index, entry) in entries.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    entry.write(text);
                }
                text.push(']');
            }
            Self::Members(members) => {
                text.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        text.push(',');
                    }
                    write_text(name, text);
                    text.push(':');
                    value.write(text);
                }
                text.push('}');
            }
        }
    }

    /// Sorts the members of every object in this value by name.
    pub(crate) fn sort(&mut self) {
        match self {
            Self::List(entries) => entries.iter_mut().for_each(Self::sort),
            Self::Members(members) => {
                let mut unsorted: Vec<_> = std::mem::take(members).into_iter().map(Some).collect();
                let order: Vec<usize> = {
                    let names = unsorted.iter().flatten().map(|(name, _)| name.as_str());
                    sorted(names).into_iter().map(|(_, index)| index).collect()
                };
                for index in order {
                    if let Some((name, mut value)) = unsorted[index].take() {
                        value.sort();
                        members.push((name, value));
                    }
                }
            }
            _ => {}
        }
    }
}

/// Appends a text between quotation marks, escaped.
#[inline(never)]
pub(super) fn write_text(value: &str, text: &mut String) {
    // Writing a text to memory can't fail.
    text.push_str(&serde_json::to_string(value).unwrap_or_default());
}

/// Builds the tree from a text that `serde_json` took. What it meets that grammar rules out, it
/// refuses all the same.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl Scanner<'_> {
    fn value(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, ReadError> {
        match self.next() {
            Some(b'{' | b'[') if depth > MAX_DEPTH => place.fail(Reason::TooDeep),
            Some(b'{') => self.members(place, depth),
            Some(b'[') => {
                self.at += 1;
                let mut entries = Vec::new();
                while self.next() != Some(b']') {
                    entries.push(self.value(&Place::Entry(place, entries.len()), depth + 1)?);
                }
                self.at += 1;
                Ok(Json::List(entries))
            }
            Some(b'"') => self.string(place).map(Json::Text),
            Some(_) => {
                let start = self.at;
                self.skip_while(|byte| !matches!(byte, b',' | b']' | b'}' | b' ' | b'\t' | b'\n' | b'\r'));
                match self.text.get(start..self.at).unwrap_or_default() {
                    "true" => Ok(Json::Bool(true)),
                    "false" => Ok(Json::Bool(false)),
                    "null" => Ok(Json::Null),
                    "" => place.fail(Reason::Truncated),
                    number => Ok(Json::Number(number.into())),
                }
            }
            None => place.fail(Reason::Truncated),
        }
    }

    fn members(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, ReadError> {
        self.at += 1;
        let mut members = Vec::new();
        while self.next() != Some(b'}') {
            let name = self.string(place)?;
            let value = self.value(&Place::Member(place, &name), depth + 1)?;
            members.push((name, value));
        }
        self.at += 1;
        let names = sorted(members.iter().map(|(name, _)| name.as_str()));
        match first_twice(&names) {
            Some((twice, _)) => Place::Member(place, twice).fail(Reason::DuplicateMember),
            None => Ok(Json::Members(members)),
        }
    }

    /// The next byte that means something; in valid JSON, commas and colons only part values.
    fn next(&mut self) -> Option<u8> {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':'));
        self.byte()
    }

    fn string(&mut self, place: &Place<'_>) -> Result<String, ReadError> {
        let mut string = String::new();
        // The opening quotation mark.
        self.at += 1;
        loop {
            let start = self.at;
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\'));
            string.push_str(self.text.get(start..self.at).unwrap_or_default());
            let mark = self.byte();
            self.at += 1;
            let escaped = match mark {
                Some(b'"') => return Ok(string),
                Some(_) => self.escaped(),
                None => return place.fail(Reason::Truncated),
            };
            match escaped {
                Some(character) => string.push(character),
                None => return place.fail(Reason::BadText),
            }
        }
    }

    /// The character after a backslash; none for half of a surrogate pair.
    fn escaped(&mut self) -> Option<char> {
        let letter = self.byte()?;
        self.at += 1;
        Some(match letter {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.hexadecimal()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                let rest = self.text.get(self.at..)?;
                rest.strip_prefix("\\u")?;
                self.at += 2;
                let second = self.hexadecimal().filter(|second| (0xdc00..0xe000).contains(second))?;
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            other => char::from(other),
        })
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_while(&mut self, skipped: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&skipped) {
            self.at += 1;
        }
    }
}

/// The names in order, each with its index. The one sort of the record: every further element type
/// would put another copy of the sort into the wasm.
pub(super) fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut names: Vec<_> = names.zip(0..).collect();
    names.sort_unstable();
    names
}

/// The first name that stands twice among sorted ones, with the index of its second standing.
pub(super) fn first_twice<'a>(sorted: &[(&'a str, usize)]) -> Option<(&'a str, usize)> {
    sorted.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1])
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
        let mut text = String::new();
        value.write(&mut text);
        Some(text)
    }
}
