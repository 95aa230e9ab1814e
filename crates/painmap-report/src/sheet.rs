//! What pages are written with: words and lines, in points, from the side where the language begins.

use std::collections::BTreeSet;

use painmap::anatomy::View;
use painmap::describe::{Locale, capitalised};
use painmap::scene::{Drawing, sides};
use svg::node::Blob;
use svg::node::element::{Circle, Line, Rectangle, SVG};

use crate::fonts::Letters;
use crate::lines::lines;
use crate::page::{DARK, Look, PALE, Page, Written, points};
use crate::runs::runs;
use crate::{Document, Fault, Fonts};

/// The colour of thin lines.
const RULE: &str = "#d9cfc8";
/// From one line to the next, in sizes of the letters.
pub(crate) const LEADING: f32 = 1.35;

/// Which point of the words is meant by a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Writes in one language on pages of one width. Distances across are from the side where a line begins, which
/// is the right one in Arabic.
pub(crate) struct Sheet<'f> {
    letters: Letters<'f>,
    missing: BTreeSet<char>,
    language: String,
    is_from_right: bool,
    width: f32,
    height: f32,
}

impl<'f> Sheet<'f> {
    pub(crate) fn new(width: f32, height: f32, locale: &Locale, fonts: &'f Fonts) -> Self {
        let is_from_right = locale.text("direction") == "rtl";
        let language = locale.language().to_owned();
        Self {
            letters: fonts.letters(&language),
            missing: BTreeSet::new(),
            language,
            is_from_right,
            width,
            height,
        }
    }

    /// A page without anything on it.
    pub(crate) fn page(&self) -> Page {
        Page { width: self.width, height: self.height, pieces: Vec::new() }
    }

    /// The words as the fonts can draw them; what they lack is told in the end.
    pub(crate) fn drawable(&mut self, words: &str) -> String {
        self.letters.drawable(words, &mut self.missing)
    }

    /// The words in lines of a width.
    pub(crate) fn lines(&mut self, words: &str, look: Look, width: f32) -> Vec<String> {
        let words = self.drawable(words);
        lines(&words, width, |piece| self.letters.width(piece, look.bold) * look.size)
    }

    /// One line of words that are drawable, at their baseline.
    pub(crate) fn line(&self, words: &str, look: Look, anchor: Anchor, x: f32, y: f32) -> Vec<Written> {
        let runs = runs(words, self.is_from_right, look.bold, &self.letters);
        let width: f32 = runs.iter().map(|run| run.width * look.size).sum();
        let x = self.across(x);
        let mut left = match (anchor, self.is_from_right) {
            (Anchor::Middle, _) => x - width / 2.0,
            (Anchor::Start, false) | (Anchor::End, true) => x,
            (Anchor::Start, true) | (Anchor::End, false) => x - width,
        };
        let mut written = Vec::new();
        for run in runs {
            let next = left + run.width * look.size;
            written.push(Written { run, look, left, y });
            left = next;
        }
        written
    }

    /// Several lines, the first one's baseline at `y`.
    pub(crate) fn block(&self, lines: &[String], look: Look, x: f32, y: f32) -> Vec<Written> {
        let line = |(index, words): (usize, &String)| {
            self.line(words, look, Anchor::Start, x, y + index as f32 * look.size * LEADING)
        };
        lines.iter().enumerate().flat_map(line).collect()
    }

    /// A thin line across the page.
    pub(crate) fn rule(&self, from: f32, to: f32, y: f32) -> String {
        let line = Line::new().set("x1", points(from)).set("x2", points(to));
        let line = line.set("y1", points(y)).set("y2", points(y));
        line.set("stroke", RULE).set("stroke-width", 0.75).to_string()
    }

    /// A disc about a point.
    pub(crate) fn disc(&self, x: f32, y: f32, radius: f32, fill: &str) -> String {
        let disc =
            Circle::new().set("cx", points(self.across(x))).set("cy", points(y)).set("r", points(radius));
        disc.set("fill", fill).set("stroke", DARK).set("stroke-width", 0.6).to_string()
    }

    /// A box with a thin line round it.
    pub(crate) fn framed(&self, x: f32, y: f32, width: f32, height: f32, fill: &str) -> String {
        let left = if self.is_from_right { self.width - x - width } else { x };
        let shape = Rectangle::new().set("x", points(left)).set("y", points(y));
        let shape = shape.set("width", points(width)).set("height", points(height));
        shape.set("fill", fill).set("stroke", PALE).set("stroke-width", 0.4).to_string()
    }

    /// What the sides of the body are called, at the edges of a drawing that begins at `x`: the words are as
    /// large as `look` has them, or as there is room for.
    pub(crate) fn sides(
        &mut self,
        view: View,
        look: Look,
        locale: &Locale,
        x: f32,
        y: f32,
        width: f32,
    ) -> Vec<Written> {
        let names = sides(view).map(|key| self.drawable(&capitalised(locale.text(key).to_owned())));
        let wide: f32 = names.iter().map(|name| self.letters.width(name, look.bold)).sum();
        let size = look.size.min((width - 6.0) / wide.max(1.0));
        let look = Look { size, ..look };
        let [left, right] = names;
        // The body is never mirrored: its left edge is where a line ends that begins at the right.
        let (at_left, at_right) = (Anchor::Start, Anchor::End);
        let [(left, a), (right, b)] = if self.is_from_right {
            [(right, at_left), (left, at_right)]
        } else {
            [(left, at_left), (right, at_right)]
        };
        let mut written = self.line(&left, look, a, x, y);
        written.extend(self.line(&right, look, b, x + width, y));
        written
    }

    /// A drawing whose upper corner at the beginning of the line is at a point. The body is never mirrored.
    pub(crate) fn drawing(&self, drawing: &Drawing, x: f32, y: f32, width: f32, height: f32) -> String {
        let left = if self.is_from_right { self.width - x - width } else { x };
        nested(drawing, left, y, width, height)
    }

    /// The document, where the fonts had all letters.
    pub(crate) fn finished(
        self,
        title: String,
        description: String,
        pages: Vec<Page>,
    ) -> Result<Document, Fault> {
        if !self.missing.is_empty() {
            return Err(Fault::NoLetters(self.missing.into_iter().collect()));
        }
        Ok(Document { title, description, language: self.language, pages })
    }

    fn across(&self, x: f32) -> f32 {
        if self.is_from_right { self.width - x } else { x }
    }
}

/// A drawing in a box of the page, in points from its left.
pub(crate) fn nested(drawing: &Drawing, x: f32, y: f32, width: f32, height: f32) -> String {
    let frame = drawing.frame;
    let nested = SVG::new().set("viewBox", (frame.min.x, frame.min.y, frame.width(), frame.height()));
    let nested = nested.set("x", points(x)).set("y", points(y));
    let nested = nested.set("width", points(width)).set("height", points(height));
    nested.add(Blob::new(drawing.markup.as_str())).to_string()
}
