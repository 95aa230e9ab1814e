//! Elements by hand, for the browser: there the crate, with its tree of nodes and tables of attributes, costs
//! 6,000 bytes (brotli) more.

use super::clean;
use crate::numbers::push_whole;

/// An element that is being written: its attributes in the order of their names, then what is in it.
#[derive(Debug)]
pub(in crate::scene) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: String,
    ends_in_text: bool,
}

/// The value of an attribute.
pub(in crate::scene) trait Value {
    /// Appends the value, escaped.
    fn push_to(&self, text: &mut String);
}

impl Element {
    pub(in crate::scene) const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), inside: String::new(), ends_in_text: false }
    }

    /// A group.
    pub(in crate::scene) const fn group() -> Self {
        Self::new("g")
    }

    /// The outermost element of a file.
    pub(in crate::scene) fn document() -> Self {
        Self::new("svg").set("xmlns", "http://www.w3.org/2000/svg")
    }

    /// An element with a text in it.
    pub(in crate::scene) fn of_text(name: &'static str, text: &str) -> Self {
        let mut element = Self::new(name);
        push_escaped(&clean(text), false, &mut element.inside);
        element.ends_in_text = true;
        element
    }

    /// With an attribute, in place of one of that name.
    pub(in crate::scene) fn set(mut self, name: &'static str, value: impl Value) -> Self {
        self.assign(name, value);
        self
    }

    /// Sets an attribute, in place of one of that name.
    #[inline(never)]
    pub(in crate::scene) fn assign(&mut self, name: &'static str, value: impl Value) {
        value.push_to(self.attribute(name));
    }

    /// With a child at its end.
    pub(in crate::scene) fn add(mut self, child: Self) -> Self {
        self.append(child);
        self
    }

    /// Puts a child at its end.
    #[inline(never)]
    pub(in crate::scene) fn append(&mut self, child: Self) {
        self.inside.push('\n');
        child.push_to(&mut self.inside);
        self.ends_in_text = false;
    }

    /// The element as text.
    pub(in crate::scene) fn to_text(&self) -> String {
        let mut text = String::new();
        self.push_to(&mut text);
        text
    }

    /// The empty text of an attribute.
    #[inline(never)]
    fn attribute(&mut self, name: &'static str) -> &mut String {
        let at = self.attributes.iter().position(|(known, _)| *known >= name);
        let at = at.unwrap_or(self.attributes.len());
        match self.attributes.get_mut(at) {
            Some((known, value)) if *known == name => value.clear(),
            _ => self.attributes.insert(at, (name, String::new())),
        }
        &mut self.attributes[at].1
    }

    #[inline(never)]
    fn push_to(&self, text: &mut String) {
        let mut push = |parts: &[&str]| text.extend(parts.iter().copied());
        push(&["<", self.name]);
        for (name, value) in &self.attributes {
            push(&[" ", name, "=\"", value, "\""]);
        }
        if self.inside.is_empty() && !self.ends_in_text {
            return push(&["/>"]);
        }
        push(&[">", &self.inside, if self.ends_in_text { "" } else { "\n" }, "</", self.name, ">"]);
    }
}

impl Value for &str {
    fn push_to(&self, text: &mut String) {
        push_escaped(self, true, text);
    }
}

impl Value for String {
    fn push_to(&self, text: &mut String) {
        self.as_str().push_to(text);
    }
}

impl Value for i32 {
    fn push_to(&self, text: &mut String) {
        push_whole((*self).into(), text);
    }
}

/// Numbers with spaces between them.
impl Value for (i32, i32, i32, i32) {
    fn push_to(&self, text: &mut String) {
        for (index, number) in [self.0, self.1, self.2, self.3].into_iter().enumerate() {
            if index > 0 {
                text.push(' ');
            }
            number.push_to(text);
        }
    }
}

/// What would be markup, and in the value of an attribute also what would end it, as entities.
#[inline(never)]
fn push_escaped(from: &str, quotes: bool, text: &mut String) {
    for character in from.chars() {
        match character {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '"' if quotes => text.push_str("&quot;"),
            '\'' if quotes => text.push_str("&apos;"),
            _ => text.push(character),
        }
    }
}
