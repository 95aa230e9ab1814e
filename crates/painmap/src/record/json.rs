//! JSON as it stood: a tree that keeps numbers as text, and the places in it.
//!
//! `serde_json::Value` would forget duplicates and rewrite numbers, and its `arbitrary_precision`
//! feature would change `serde_json` for every other crate of the program.

use super::error::{ReadError, Reason};
use super::limits::MAX_BYTES;
use super::scan::scan_at;
use crate::numbers::push_whole;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    /// The number as it was written.
    Number(Box<str>),
    Text(String),
    List(Vec<Self>),
    /// Sorted by name, each name once.
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
                for character in name.chars() {
                    match character {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(character),
                    }
                }
            }
            Self::Entry(parent, index) => {
                parent.write(pointer);
                pointer.push('/');
                push_whole(i64::try_from(*index).unwrap_or(i64::MAX), pointer);
            }
        }
    }
}

impl Json {
    /// Reads the text of a record, or of a part of one that stands at a place, in so many lists and
    /// objects.
    pub(crate) fn parse(text: &str, place: &Place<'_>, depth: usize) -> Result<Self, ReadError> {
        if text.len() > MAX_BYTES {
            return place.fail(Reason::TooLarge);
        }
        scan_at(text, place, depth)
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
}

/// Appends a text between quotation marks, escaped as `serde_json` does it.
#[inline(never)]
pub(crate) fn write_text(value: &str, text: &mut String) {
    text.push('"');
    for character in value.chars() {
        let letter = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\0'..='\u{1f}' => 'u',
            _ => {
                text.push(character);
                continue;
            }
        };
        text.push('\\');
        text.push(letter);
        if letter == 'u' {
            // What is left below a space has two digits, the first of them 0 or 1.
            text.push_str(if character < '\u{10}' { "000" } else { "001" });
            text.extend(char::from_digit(u32::from(character) % 16, 16));
        }
    }
    text.push('"');
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
