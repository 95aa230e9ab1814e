//! Reads JSON text (RFC 8259) into a tree: strict, bounded, and exact about where a fault is.
//!
//! It takes what `serde_json` takes, but for duplicate members, lone surrogates and deep nesting; a
//! property test holds the two against each other. Going over the text once, and without `serde_json`'s
//! parser in the wasm, is worth these lines.

use std::collections::BinaryHeap;

use super::error::{ReadError, Reason};
use super::json::{Json, Place};
use super::limits::MAX_DEPTH;

/// Reads a whole text.
#[cfg(any(test, feature = "exchange"))]
pub(crate) fn scan(text: &str) -> Result<Json, ReadError> {
    scan_at(text, &Place::Root, 0)
}

/// Reads a whole text of which the value is to stand at a place, in so many lists and objects.
pub(super) fn scan_at(text: &str, place: &Place<'_>, depth: usize) -> Result<Json, ReadError> {
    let mut scanner = Scanner { text, at: 0 };
    let value = scanner.value(place, depth + 1)?;
    match scanner.next() {
        None => Ok(value),
        Some(_) => scanner.unexpected(),
    }
}

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
                let mut entries = Vec::new();
                while self.another(b']', entries.is_empty())? {
                    entries.push(self.value(&Place::Entry(place, entries.len()), depth + 1)?);
                }
                Ok(Json::List(entries))
            }
            Some(b'"') => self.string(place).map(Json::Text),
            Some(b't') => self.expect("true").map(|()| Json::Bool(true)),
            Some(b'f') => self.expect("false").map(|()| Json::Bool(false)),
            Some(b'n') => self.expect("null").map(|()| Json::Null),
            _ => self.number(),
        }
    }

    fn members(&mut self, place: &Place<'_>, depth: usize) -> Result<Json, ReadError> {
        let mut members = Vec::new();
        while self.another(b'}', members.is_empty())? {
            self.next();
            let name = self.string(place)?;
            self.next();
            self.expect(":")?;
            let value = self.value(&Place::Member(place, &name), depth + 1)?;
            members.push((name, value));
        }
        Ok(Json::Members(in_order(members, place)?))
    }

    /// Whether another entry stands before the end of a list or object; goes past the opening bracket
    /// or the comma before it, or past the end.
    fn another(&mut self, end: u8, first: bool) -> Result<bool, ReadError> {
        if first {
            self.at += 1;
        }
        match self.next() {
            Some(byte) if byte == end => {
                self.at += 1;
                Ok(false)
            }
            Some(_) if first => Ok(true),
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            _ => self.unexpected(),
        }
    }

    /// The number as it stands.
    fn number(&mut self) -> Result<Json, ReadError> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits()?;
        }
        if self.skip(b'.') {
            self.digits()?;
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'+') {
                self.skip(b'-');
            }
            self.digits()?;
        }
        Ok(Json::Number(self.since(start).into()))
    }

    fn digits(&mut self) -> Result<(), ReadError> {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        if self.at > start { Ok(()) } else { self.unexpected() }
    }

    fn string(&mut self, place: &Place<'_>) -> Result<String, ReadError> {
        self.expect("\"")?;
        let mut string = String::new();
        loop {
            let start = self.at;
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f));
            string.push_str(self.since(start));
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => string.push(self.escaped(place)?),
                _ => return self.unexpected(),
            }
        }
        self.at += 1;
        Ok(string)
    }

    /// The character that a backslash and what follows it stand for.
    fn escaped(&mut self, place: &Place<'_>) -> Result<char, ReadError> {
        self.at += 1;
        let character = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code(place),
            _ => return self.unexpected(),
        };
        self.at += 1;
        Ok(character)
    }

    /// The character of a `\u` escape, which may be a pair of two.
    fn code(&mut self, place: &Place<'_>) -> Result<char, ReadError> {
        let mut code = self.hexadecimal()?;
        if (0xd800..0xdc00).contains(&code) && self.skip(b'\\') {
            let low = if self.byte() == Some(b'u') { self.hexadecimal()? } else { 0 };
            if (0xdc00..0xe000).contains(&low) {
                code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            }
        }
        // What is still half of a pair is no character.
        char::from_u32(code).map_or_else(|| place.fail(Reason::BadText), Ok)
    }

    /// The four digits after a `u`.
    fn hexadecimal(&mut self) -> Result<u32, ReadError> {
        let mut value = 0;
        for _ in 0..4 {
            self.at += 1;
            match self.byte().and_then(|byte| char::from(byte).to_digit(16)) {
                Some(digit) => value = value * 16 + digit,
                None => return self.unexpected(),
            }
        }
        self.at += 1;
        Ok(value)
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        self.skip_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
        self.byte()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// What was gone past since `start`.
    fn since(&self, start: usize) -> &str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let there = self.byte() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn skip_while(&mut self, skipped: impl Fn(u8) -> bool) {
        while self.byte().is_some_and(&skipped) {
            self.at += 1;
        }
    }

    fn expect(&mut self, word: &str) -> Result<(), ReadError> {
        for byte in word.bytes() {
            if !self.skip(byte) {
                return self.unexpected();
            }
        }
        Ok(())
    }

    /// Refuses the text from here on.
    fn unexpected<T>(&self) -> Result<T, ReadError> {
        if self.at >= self.text.len() {
            return Place::Root.fail(Reason::Truncated);
        }
        let (mut line, mut column) = (1, 1);
        for byte in self.text.bytes().take(self.at) {
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
            column += 1;
        }
        Place::Root.fail(Reason::NotJson { line, column })
    }
}

/// The members sorted by name, each name once.
fn in_order(members: Vec<(String, Json)>, place: &Place<'_>) -> Result<Vec<(String, Json)>, ReadError> {
    let names = sorted(members.iter().map(|(name, _)| name.as_str()));
    if let Some((twice, _)) = first_twice(&names) {
        return Place::Member(place, twice).fail(Reason::DuplicateMember);
    }
    let order: Vec<usize> = names.into_iter().map(|(_, index)| index).collect();
    let mut members: Vec<_> = members.into_iter().map(Some).collect();
    let mut ordered = Vec::new();
    for index in order {
        ordered.extend(members[index].take());
    }
    Ok(ordered)
}

/// The names in order, each with its index. By a heap: `sort` is several times its code, and every
/// further element type would put another copy into the wasm.
pub(super) fn sorted<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut numbered = Vec::new();
    for name in names {
        numbered.push((name, numbered.len()));
    }
    BinaryHeap::from(numbered).into_sorted_vec()
}

/// The first name that stands twice among sorted ones, with the index of its second standing.
pub(super) fn first_twice<'a>(sorted: &[(&'a str, usize)]) -> Option<(&'a str, usize)> {
    sorted.windows(2).find(|pair| pair[0].0 == pair[1].0).map(|pair| pair[1])
}

#[cfg(test)]
mod tests;
