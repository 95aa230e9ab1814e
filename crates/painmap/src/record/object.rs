//! Writing an object of the record, member by member, in the order in which they are put.

use super::json::{Json, UnknownMembers, write_text};
use crate::numbers::push_whole;
use crate::words::Word;

/// A value that knows how to write itself as JSON text.
pub(super) trait Write {
    fn write(&self, text: &mut String);
}

/// An object that is being written.
pub(super) struct Object<'t> {
    text: &'t mut String,
    empty: bool,
}

impl<'t> Object<'t> {
    pub(super) fn begin(text: &'t mut String) -> Self {
        text.push('{');
        Self { text, empty: true }
    }

    /// Writes the member's name, one of ours; what is appended to the text then is its value.
    #[inline(never)]
    pub(super) fn member(&mut self, name: &str) -> &mut String {
        self.part();
        self.text.push('"');
        self.text.push_str(name);
        self.text.push_str("\":");
        self.text
    }

    fn part(&mut self) {
        if !self.empty {
            self.text.push(',');
        }
        self.empty = false;
    }

    pub(super) fn put(&mut self, name: &str, value: &impl Write) {
        value.write(self.member(name));
    }

    pub(super) fn put_some(&mut self, name: &str, value: Option<&impl Write>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    #[inline(never)]
    pub(super) fn put_text(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            write_text(value, self.member(name));
        }
    }

    #[inline(never)]
    pub(super) fn put_whole(&mut self, name: &str, value: Option<i64>) {
        if let Some(value) = value {
            push_whole(value, self.member(name));
        }
    }

    #[inline(never)]
    pub(super) fn put_boolean(&mut self, name: &str, value: Option<bool>) {
        if let Some(value) = value {
            Json::Bool(value).write(self.member(name));
        }
    }

    pub(super) fn put_list<T: Write>(&mut self, name: &str, entries: impl IntoIterator<Item = T>) {
        write_list(entries, self.member(name));
    }

    /// Writes a list of words, where there is any.
    pub(super) fn put_words<T: Word>(&mut self, name: &str, words: &[T]) {
        if !words.is_empty() {
            write_words(words, self.member(name));
        }
    }

    /// Writes the members that this version doesn't know, and ends the object.
    #[inline(never)]
    pub(super) fn finish(mut self, unknown: &UnknownMembers) {
        for (name, value) in &unknown.0 {
            self.part();
            write_text(name, self.text);
            self.text.push(':');
            value.write(self.text);
        }
        self.text.push('}');
    }
}

/// Writes words between brackets; they are ours and need no escape.
pub(super) fn write_words<T: Word>(words: &[T], text: &mut String) {
    text.push('[');
    for (index, word) in words.iter().enumerate() {
        text.push_str(if index > 0 { ",\"" } else { "\"" });
        text.push_str(word.word());
        text.push('"');
    }
    text.push(']');
}

/// Writes entries between brackets.
pub(super) fn write_list<T: Write>(entries: impl IntoIterator<Item = T>, text: &mut String) {
    text.push('[');
    for (index, entry) in entries.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        entry.write(text);
    }
    text.push(']');
}

impl<T: Write> Write for &T {
    fn write(&self, text: &mut String) {
        T::write(self, text);
    }
}
