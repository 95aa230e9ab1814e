//! Reads JSON text (RFC 8259) into a tree: strict, bounded, and exact about where a fault is.
//!
//! It takes what `serde_json` takes, but for duplicate members, lone surrogates and deep nesting; a
//! property test holds the two against each other. Going over the text once, and without `serde_json`'s
//! parser in the wasm, is worth these lines.

#[cfg(any(feature = "exchange", test))]
use super::error::ReadError;
use super::error::Reason;
#[cfg(any(feature = "exchange", test))]
use super::json::Faults;
use super::json::{Json, Place};
use super::limits::MAX_DEPTH;

/// Reads a whole text of any size.
#[cfg(any(feature = "exchange", test))]
pub(crate) fn scan(text: &str) -> Result<Json, ReadError> {
    Faults::watch(|root| scan_at(text, root, 0, root))
}

/// Reads a whole text of which the value is to stand at a place, in so many lists and objects.
pub(super) fn scan_at(text: &str, place: &Place<'_>, depth: usize, root: &Place<'_>) -> Json {
    let mut scanner = Scanner { text, at: 0, root };
    let value = scanner.value(place, depth + 1);
    if scanner.next().is_some() {
        scanner.unexpected();
    }
    value
}

/// After a fault it stands at the end, where nothing is left to be read.
struct Scanner<'a> {
    text: &'a str,
    at: usize,
    root: &'a Place<'a>,
}

impl Scanner<'_> {
    fn value(&mut self, place: &Place<'_>, depth: usize) -> Json {
        match self.next() {
            Some(b'{' | b'[') if depth > MAX_DEPTH => {
                self.refuse(place, Reason::TooDeep);
                Json::Null
            }
            Some(b'{') => self.members(place, depth),
            Some(b'[') => {
                let mut entries = Vec::new();
                while self.another(b']', entries.is_empty()) {
                    entries.push(self.value(&Place::Entry(place, entries.len()), depth + 1));
                }
                Json::List(entries)
            }
            Some(b'"') => Json::Text(self.string(place)),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn members(&mut self, place: &Place<'_>, depth: usize) -> Json {
        let mut members = Vec::new();
        while self.another(b'}', members.is_empty()) {
            self.next();
            let name = self.string(place);
            self.next();
            self.expect(":");
            let value = self.value(&Place::Member(place, &name), depth + 1);
            members.push((name, value));
        }
        sort(&mut members);
        if let Some([twice, _]) = members.array_windows().find(|[one, other]| one.0 == other.0) {
            self.refuse(&Place::Member(place, &twice.0), Reason::DuplicateMember);
        }
        Json::Members(members)
    }

    /// Whether another entry stands before the end of a list or object; goes past the opening bracket
    /// or the comma before it, or past the end.
    fn another(&mut self, end: u8, first: bool) -> bool {
        if first {
            self.at += 1;
        }
        match self.next() {
            Some(byte) if byte == end => {
                self.at += 1;
                false
            }
            Some(_) if first => true,
            Some(b',') => {
                self.at += 1;
                true
            }
            _ => {
                self.unexpected();
                false
            }
        }
    }

    /// The number as it stands.
    fn number(&mut self) -> Json {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') {
            self.digits();
        }
        if self.skip(b'.') {
            self.digits();
        }
        if self.skip(b'e') || self.skip(b'E') {
            if !self.skip(b'+') {
                self.skip(b'-');
            }
            self.digits();
        }
        Json::Number(self.since(start).to_owned())
    }

    fn digits(&mut self) {
        let start = self.at;
        self.skip_while(|byte| byte.is_ascii_digit());
        if self.at == start {
            self.unexpected();
        }
    }

    fn string(&mut self, place: &Place<'_>) -> String {
        self.expect("\"");
        let mut string = String::new();
        loop {
            let start = self.at;
            self.skip_while(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f));
            string.push_str(self.since(start));
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return string;
                }
                Some(b'\\') => string.extend(self.escaped(place)),
                _ => {
                    self.unexpected();
                    return string;
                }
            }
        }
    }

    /// The character that a backslash and what follows it stand for.
    fn escaped(&mut self, place: &Place<'_>) -> Option<char> {
        self.at += 1;
        let character = match self.byte() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.code(place),
            _ => {
                self.unexpected();
                return None;
            }
        };
        self.at += 1;
        Some(character)
    }

    /// The character of a `\u` escape, which may be a pair of two.
    fn code(&mut self, place: &Place<'_>) -> Option<char> {
        let mut code = self.hexadecimal();
        if (0xd800..0xdc00).contains(&code) && self.skip(b'\\') {
            let low = if self.byte() == Some(b'u') { self.hexadecimal() } else { 0 };
            if (0xdc00..0xe000).contains(&low) {
                code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
            }
        }
        // What is still half of a pair is no character.
        let character = char::from_u32(code);
        if character.is_none() {
            self.refuse(place, Reason::BadText);
        }
        character
    }

    /// The four digits after a `u`.
    fn hexadecimal(&mut self) -> u32 {
        let mut value = 0;
        for _ in 0..4 {
            self.at += 1;
            match self.byte().and_then(|byte| char::from(byte).to_digit(16)) {
                Some(digit) => value = value * 16 + digit,
                None => {
                    self.unexpected();
                    return 0;
                }
            }
        }
        self.at += 1;
        value
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

    fn word(&mut self, word: &str, value: Json) -> Json {
        self.expect(word);
        value
    }

    fn expect(&mut self, word: &str) {
        for byte in word.bytes() {
            if !self.skip(byte) {
                return self.unexpected();
            }
        }
    }

    fn refuse(&mut self, place: &Place<'_>, reason: Reason) {
        place.refuse(reason);
        self.at = self.text.len();
    }

    /// Refuses the text from here on.
    #[inline(never)]
    fn unexpected(&mut self) {
        let (mut line, mut column) = (1, 1);
        for byte in self.text.bytes().take(self.at) {
            if byte == b'\n' {
                (line, column) = (line + 1, 0);
            }
            column += 1;
        }
        let ended = self.at >= self.text.len();
        let reason = if ended { Reason::Truncated } else { Reason::NotJson { line, column } };
        self.refuse(self.root, reason);
    }
}

/// Sorts members by name, on a heap: the standard library's `sort` is several times its code.
fn sort(members: &mut [(String, Json)]) {
    let (mut heaped, mut sorted) = (members.len() / 2, members.len());
    loop {
        if heaped > 0 {
            heaped -= 1;
        } else if sorted > 1 {
            sorted -= 1;
            members.swap(0, sorted);
        } else {
            return;
        }
        let mut parent = heaped;
        loop {
            let mut child = 2 * parent + 1;
            if child + 1 < sorted && members[child].0 < members[child + 1].0 {
                child += 1;
            }
            if child >= sorted || members[child].0 <= members[parent].0 {
                break;
            }
            members.swap(parent, child);
            parent = child;
        }
    }
}

#[cfg(test)]
mod tests;
