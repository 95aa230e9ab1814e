//! Resources as JSON, member by member in the order of their fields.
//!
//! By hand, since the browser carries it: what serde derives for the same types costs it 5,000 bytes (brotli) more.

use crate::numbers::push_whole;
use crate::record::write_text;

/// What is written as JSON. An absent value and an empty list are no member at all.
pub(super) trait Write {
    fn write(&self, text: &mut String);

    /// Puts itself among the members of an object.
    fn put(&self, name: &'static str, members: &mut Members<'_>) {
        self.write(members.begin(name));
    }
}

/// The members of an object that is being written.
pub(super) struct Members<'t> {
    text: &'t mut String,
    empty: bool,
}

impl<'t> Members<'t> {
    pub(super) fn of(text: &'t mut String) -> Self {
        text.push('{');
        Self { text, empty: true }
    }

    /// Begins a member: what is appended to the text then is its value.
    #[inline(never)]
    pub(super) fn begin(&mut self, name: &'static str) -> &mut String {
        for part in [if self.empty { "\"" } else { ",\"" }, name, "\":"] {
            self.text.push_str(part);
        }
        self.empty = false;
        self.text
    }

    pub(super) fn end(self) {
        self.text.push('}');
    }
}

/// Declares types of objects: what each member is called stands beside its field.
macro_rules! objects {
    ($($(#[$meta:meta])* $name:ident {
        $($(#[$field_meta:meta])* $field:ident: $kind:ty = $member:literal,)*
    })+) => {
        $($(#[$meta])*
        pub(super) struct $name {
            $($(#[$field_meta])* pub(super) $field: $kind,)*
        }

        impl $name {
            pub(super) fn put_all(&self, members: &mut $crate::exchange::fhir::json::Members<'_>) {
                use $crate::exchange::fhir::json::Write as _;
                $(self.$field.put($member, members);)*
            }
        }

        impl $crate::exchange::fhir::json::Write for $name {
            fn write(&self, text: &mut String) {
                let mut members = $crate::exchange::fhir::json::Members::of(text);
                self.put_all(&mut members);
                members.end();
            }
        })+
    };
}
pub(super) use objects;

impl Write for &'static str {
    fn write(&self, text: &mut String) {
        write_text(self, text);
    }
}

impl Write for String {
    fn write(&self, text: &mut String) {
        write_text(self, text);
    }
}

impl Write for i32 {
    fn write(&self, text: &mut String) {
        push_whole((*self).into(), text);
    }
}

impl Write for bool {
    fn write(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }
}

impl<T: Write> Write for Option<T> {
    fn write(&self, text: &mut String) {
        if let Some(value) = self {
            value.write(text);
        }
    }

    fn put(&self, name: &'static str, members: &mut Members<'_>) {
        if let Some(value) = self {
            value.put(name, members);
        }
    }
}

impl<T: Write> Write for [T] {
    fn write(&self, text: &mut String) {
        text.push('[');
        for (index, entry) in self.iter().enumerate() {
            if index > 0 {
                text.push(',');
            }
            entry.write(text);
        }
        text.push(']');
    }

    fn put(&self, name: &'static str, members: &mut Members<'_>) {
        if !self.is_empty() {
            self.write(members.begin(name));
        }
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self, text: &mut String) {
        self.as_slice().write(text);
    }

    fn put(&self, name: &'static str, members: &mut Members<'_>) {
        self.as_slice().put(name, members);
    }
}

impl<T: Write> Write for [T; 1] {
    fn write(&self, text: &mut String) {
        self.as_slice().write(text);
    }
}

impl<T: Write> Write for Box<T> {
    fn write(&self, text: &mut String) {
        T::write(self, text);
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

    objects! {
        Thing {
            name: String = "name",
            kind: Option<&'static str> = "type",
            parts: Vec<i32> = "parts",
            first: [bool; 1] = "first",
        }
    }

    fn written(thing: &Thing) -> String {
        let mut text = String::new();
        thing.write(&mut text);
        text
    }

    #[test]
    fn members_stand_in_order_and_absent_ones_are_left_out() {
        let mut thing = Thing { name: "a\"\u{1}é".into(), kind: None, parts: Vec::new(), first: [true] };
        assert_eq!(written(&thing), r#"{"name":"a\"\u0001é","first":[true]}"#);
        thing.kind = Some("k");
        thing.parts = vec![-1, 20];
        assert_eq!(written(&thing), r#"{"name":"a\"\u0001é","type":"k","parts":[-1,20],"first":[true]}"#);
    }

    #[test]
    fn bytes_are_written_as_the_crate_does_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        for end in 0..=bytes.len() {
            assert_eq!(base64(&bytes[..end]), STANDARD.encode(&bytes[..end]));
        }
    }
}
