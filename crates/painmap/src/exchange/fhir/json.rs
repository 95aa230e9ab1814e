//! JSON text, written part by part in the order in which FHIR lists the members.
//!
//! By hand and straight into the text, since the browser carries it: trees of resources that serde writes cost it
//! many thousand bytes more.

use crate::numbers::push_whole;
use crate::record::write_text;

/// JSON that is being written. Texts stand between quotation marks, so a bracket or a colon at its end says that
/// the next part is the first one there, and no comma comes before it.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    /// What was written.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// An object, as an entry of a list or by itself.
    pub(super) fn entry(&mut self, inside: impl FnOnce(&mut Self)) {
        self.open("{");
        inside(self);
        self.close_object();
    }

    /// A member that is an object.
    pub(super) fn object(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.open_member(name, "{");
        inside(self);
        self.close_object();
    }

    /// A member that is a list; an empty one is no member at all.
    pub(super) fn list(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        let before = self.open_member(name, "[");
        inside(self);
        self.close_list(before);
    }

    /// A member that is a text.
    #[inline(never)]
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.open_member(name, "");
        write_text(value, &mut self.text);
    }

    /// A member that is a whole number.
    #[inline(never)]
    pub(super) fn whole(&mut self, name: &str, value: i32) {
        self.open_member(name, "");
        push_whole(value.into(), &mut self.text);
    }

    /// A member that is true or false.
    #[inline(never)]
    pub(super) fn boolean(&mut self, name: &str, value: bool) {
        self.open_member(name, "");
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// A text as an entry of a list.
    pub(super) fn text_entry(&mut self, value: &str) {
        self.open("");
        write_text(value, &mut self.text);
    }

    /// Entries of a list that were written apart.
    pub(super) fn append(&mut self, entries: &Self) {
        self.open(&entries.text);
    }

    /// Begins a member: what is written next is in its value. Gives how much was written before.
    #[inline(never)]
    pub(super) fn open_member(&mut self, name: &str, beginning: &str) -> usize {
        let before = self.text.len();
        self.open("\"");
        for part in [name, "\":", beginning] {
            self.text.push_str(part);
        }
        before
    }

    /// Writes the beginning of a part, after a comma where another part stands before it.
    #[inline(never)]
    pub(super) fn open(&mut self, beginning: &str) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
        self.text.push_str(beginning);
    }

    #[inline(never)]
    pub(super) fn close_object(&mut self) {
        self.text.push('}');
    }

    /// Ends a list that is a member, of which nothing stays where it is empty.
    #[inline(never)]
    fn close_list(&mut self, before: usize) {
        if self.text.ends_with('[') {
            self.text.truncate(before);
        } else {
            self.text.push(']');
        }
    }
}

/// Bytes as text of the 64 letters of RFC 4648, as FHIR wants attachments.
pub(super) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut bits = 0;
        for at in 0..3 {
            bits = bits << 8 | usize::from(three.get(at).copied().unwrap_or(0));
        }
        for letter in 0..4 {
            let is_filled = letter <= three.len();
            let letter = LETTERS[bits >> (18 - 6 * letter) & 63];
            text.push(if is_filled { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    #[test]
    fn members_stand_in_order_and_empty_lists_are_left_out() {
        let mut json = Json::default();
        json.entry(|json| {
            json.list("none", |_| {});
            json.text("name", "a\"\u{1}é{");
            json.list("parts", |json| {
                json.text_entry("[");
                json.entry(|json| json.whole("whole", -1));
                json.entry(|json| json.list("none", |_| {}));
            });
            json.object("thing", |json| json.boolean("is", true));
        });
        let expected = r#"{"name":"a\"\u0001é{","parts":["[",{"whole":-1},{}],"thing":{"is":true}}"#;
        assert_eq!(json.into_text(), expected);
    }

    #[test]
    fn what_was_written_apart_follows_after_a_comma() {
        let mut apart = Json::default();
        apart.text_entry("b");
        apart.text_entry("c");
        let mut json = Json::default();
        json.entry(|json| {
            json.list("all", |json| {
                json.text_entry("a");
                json.append(&apart);
            });
        });
        assert_eq!(json.into_text(), r#"{"all":["a","b","c"]}"#);
    }

    #[test]
    fn bytes_are_written_as_the_crate_does_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        for end in 0..=bytes.len() {
            assert_eq!(base64(&bytes[..end]), STANDARD.encode(&bytes[..end]));
        }
    }
}
