//! Elements by the `svg` crate.
//!
//! It escapes texts and values of attributes but lets control characters through and does not check names:
//! names here are constants, numbers are whole, and texts are cleaned first.

use svg::node::element::Element as Node;
use svg::node::{Node as _, Text, Value};

use super::clean;

/// An element that is being written: its attributes in the order of their names, then what is in it.
#[derive(Debug)]
pub(in crate::scene) struct Element(Node);

impl Element {
    pub(in crate::scene) fn new(name: &'static str) -> Self {
        Self(Node::new(name))
    }

    /// A group.
    pub(in crate::scene) fn group() -> Self {
        Self::new("g")
    }

    /// The outermost element of a file.
    pub(in crate::scene) fn document() -> Self {
        Self::new("svg").set("xmlns", "http://www.w3.org/2000/svg")
    }

    /// An element with a text in it.
    pub(in crate::scene) fn of_text(name: &'static str, text: &str) -> Self {
        let mut element = Self::new(name);
        element.0.append(Text::new(clean(text)));
        element
    }

    /// With an attribute, in place of one of that name.
    pub(in crate::scene) fn set(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.assign(name, value);
        self
    }

    /// Sets an attribute, in place of one of that name.
    pub(in crate::scene) fn assign(&mut self, name: &'static str, value: impl Into<Value>) {
        self.0.assign(name, value);
    }

    /// With a child at its end.
    pub(in crate::scene) fn add(mut self, child: Self) -> Self {
        self.append(child);
        self
    }

    /// Puts a child at its end.
    pub(in crate::scene) fn append(&mut self, child: Self) {
        self.0.append(child.0);
    }

    /// The element as text.
    pub(in crate::scene) fn to_text(&self) -> String {
        self.0.to_string()
    }
}
