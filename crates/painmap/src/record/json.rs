//! JSON as it stood: a tree that keeps numbers as text, and the places in it.
//!
//! `serde_json::Value` would forget duplicates and rewrite numbers, and its `arbitrary_precision`
//! feature would change `serde_json` for every other crate of the program.

use std::cell::OnceCell;

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
    Number(String),
    Text(String),
    List(Vec<Self>),
    /// Sorted by name, each name once.
    Members(Vec<(String, Self)>),
}

/// The first thing that is wrong with what is read.
///
/// It is told at the end, and until then reading goes on with whatever stands in for a wrong value: looking
/// at the outcome of each reader, and tidying up behind it, would be a tenth of the wasm.
#[derive(Debug, Default)]
pub(crate) struct Faults(OnceCell<ReadError>);

impl Faults {
    /// What is read, or the first fault in it.
    pub(super) fn watch<T>(read: impl FnOnce(&Place<'_>) -> T) -> Result<T, ReadError> {
        let faults = Self::default();
        let value = read(&Place::Root(&faults));
        faults.0.into_inner().map_or(Ok(value), Err)
    }
}

/// Where a value stands, as a chain to the root.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    Root(&'a Faults),
    Member(&'a Self, &'a str),
    Entry(&'a Self, usize),
}

impl<'a> Place<'a> {
    /// Refuses what stands here, unless something before it was refused.
    #[inline(never)]
    pub(crate) fn refuse(&self, reason: Reason) {
        let mut pointer = String::new();
        let Faults(first) = self.write(&mut pointer);
        first.get_or_init(|| ReadError::new(pointer, reason));
    }

    /// Appends the place as a JSON Pointer.
    fn write(&self, pointer: &mut String) -> &'a Faults {
        match self {
            Self::Root(faults) => faults,
            Self::Member(parent, name) => {
                let faults = parent.write(pointer);
                pointer.push('/');
                for character in name.chars() {
                    match character {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(character),
                    }
                }
                faults
            }
            Self::Entry(parent, index) => {
                let faults = parent.write(pointer);
                pointer.push('/');
                push_whole(i64::try_from(*index).unwrap_or(i64::MAX), pointer);
                faults
            }
        }
    }
}

impl Json {
    /// Reads the text of a record, or of a member of it that stands in so many lists and objects.
    pub(crate) fn read<T>(
        text: &str,
        member: Option<&str>,
        depth: usize,
        read: impl FnOnce(Self, &Place<'_>) -> T,
    ) -> Result<T, ReadError> {
        Faults::watch(|root| read(Self::parse(text, member, depth, root), root))
    }

    #[inline(never)]
    fn parse(text: &str, member: Option<&str>, depth: usize, root: &Place<'_>) -> Self {
        let place = member.map_or(*root, |name| Place::Member(root, name));
        if text.len() > MAX_BYTES {
            place.refuse(Reason::TooLarge);
            return Self::Null;
        }
        scan_at(text, &place, depth, root)
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
