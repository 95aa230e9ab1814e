//! A page: pieces of SVG in reading order, each with the part it plays.

use svg::node::element::Element;
use svg::node::{Node, Text};

use crate::runs::Run;

/// The colour of words.
pub(crate) const DARK: &str = "#2b1a12";
/// The colour of what is less important.
pub(crate) const PALE: &str = "#6a564a";
/// What a viewer takes that lacks the family.
const FAMILIES: &str = "system-ui, Liberation Sans, Arial, sans-serif";

/// The part that a piece plays on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// The title of all, or a heading below it.
    Heading { is_title: bool, words: String },
    /// A paragraph.
    Paragraph,
    /// A drawing, with words that say what is in it.
    Figure(String),
    /// A cell of the table, or a part of one that goes over the page.
    Cell(Cell),
    /// What tells nothing that isn't told elsewhere.
    Decoration,
}

/// Where a cell is; row 0 holds the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Cell {
    pub(crate) row: usize,
    pub(crate) column: usize,
}

/// A part of a page: shapes, and words over them.
#[derive(Debug, Clone)]
pub(crate) struct Piece {
    pub(crate) role: Role,
    /// SVG elements, in points from the page's upper left corner.
    pub(crate) shapes: String,
    pub(crate) words: Vec<Written>,
}

impl Piece {
    /// A piece of words alone.
    pub(crate) fn of_words(role: Role, words: Vec<Written>) -> Self {
        Self { role, shapes: String::new(), words }
    }

    /// A piece of shapes alone.
    pub(crate) fn of_shapes(role: Role, shapes: String) -> Self {
        Self { role, shapes, words: Vec::new() }
    }

    /// All of it as SVG elements.
    pub(crate) fn markup(&self) -> String {
        let words: String = self.words.iter().map(Written::markup).collect();
        self.shapes.clone() + &words
    }
}

/// A run of letters at its place, in points from the page's upper left corner.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub(crate) run: Run,
    pub(crate) look: Look,
    /// Where it begins on the left.
    pub(crate) left: f32,
    /// Its baseline.
    pub(crate) y: f32,
}

impl Written {
    fn markup(&self) -> String {
        let Look { size, bold, colour } = self.look;
        let families = format!("{}, {FAMILIES}", self.run.family);
        // The crate's own element for texts would put line breaks round the words, which would be blanks.
        let mut text = Element::new("text");
        text.append(Text::new(self.run.words.as_str()));
        text.assign("x", points(self.left));
        text.assign("y", points(self.y));
        text.assign("font-family", families);
        text.assign("font-size", points(size));
        text.assign("fill", colour);
        // A viewer with other fonts makes the words as wide as they were measured.
        text.assign("textLength", points(self.run.width * size));
        text.assign("lengthAdjust", "spacingAndGlyphs");
        // Blanks at the edges of a run are a part of the line.
        text.assign("xml:space", "preserve");
        if bold {
            text.assign("font-weight", "bold");
        }
        text.to_string()
    }
}

/// How words look.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    pub(crate) colour: &'static str,
}

impl Look {
    /// Plain dark words.
    pub(crate) const fn of(size: f32) -> Self {
        Self { size, bold: false, colour: DARK }
    }

    pub(crate) const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) const fn in_colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }
}

/// A page, in points.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) pieces: Vec<Piece>,
}

impl Page {
    /// An SVG file of the page's size with these shapes.
    pub(crate) fn with_only(&self, shapes: &str) -> String {
        let Self { width, height, .. } = self;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">{shapes}</svg>"#
        )
    }
}

/// Hundredths of a point are fine enough, and the same on every machine.
pub(crate) fn points(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
