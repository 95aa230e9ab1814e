//! What pages load later: a record as a file for others, the body atlas, the muscles.
//!
//! Questions, and what stands on the lines of their texts:
//!
//! | question | text | answer |
//! | --- | --- | --- |
//! | `english` | English as its locale file has it | nothing; comes before all others |
//! | `missing` | a figure, then views | the drawings that must be loaded first, a line each |
//! | `svg` | see [`record::svg`] | the picture |
//! | `fhir` | see [`record::fhir`] | the Bundle |
//! | `mark` | the id of a mark, the record | see [`under_mark`] |
//! | `place` | view, figure, x, y | see [`place`] |
//! | `snap` | view, figure, x, y, distance | the nearest point of the body, if it is no further |
//! | `carry` | view, figure, x, y, another figure | the same point of the other figure |
//! | `plate` | see [`plate::draw`] | nothing; draws the body |
//! | `muscles` | see [`muscles::draw`] | nothing; draws muscles |
//! | `names`, `facts`, `concepts`, `views`, `under`, `covering` | see [`muscles`] | a line each |
//!
//! The parts of a line stand between tabs; x and y are in body units.

mod muscles;
mod place;
mod plate;
mod record;
mod under_mark;

use painmap::anatomy::{self, Chart, Figure, Point, View};
use painmap::describe::Locale;
use painmap::record::ReadError;
use web_sys::Element;

use crate::dom::number;

/// An answer, or a fault: of a record its place, and after a line break the reason; of the call on one line.
pub(crate) type Answer = Result<String, String>;

const NOT_LOADED: &str = "the drawing is not loaded";

/// Answers a question.
pub(crate) fn answer(question: &str, text: &str, into: Option<Element>) -> Answer {
    let mut lines = Lines(text);
    Ok(match (question, into) {
        ("english", _) => {
            Locale::load_english(Locale::from_json(text).map_err(|error| fault(&error))?);
            String::new()
        }
        ("missing", _) => missing(lines.word(Figure::Neutral), lines.rest()),
        ("svg", _) => return record::svg(&mut lines),
        ("fhir", _) => return record::fhir(&mut lines),
        ("mark", _) => return under_mark::under_mark(&mut lines),
        ("place", _) => place::place(lines.chart()?, lines.point()),
        ("snap", _) => {
            let (chart, point) = (lines.chart()?, lines.point());
            chart.snap(point, lines.number()).map_or_else(String::new, point_text)
        }
        ("carry", _) => {
            let (chart, point) = (lines.chart()?, lines.point());
            chart.carry(point, lines.word(Figure::Neutral)).map_or_else(String::new, point_text)
        }
        ("plate", Some(surface)) => {
            plate::draw(&surface, &mut lines).map_err(|_| NOT_LOADED)?;
            String::new()
        }
        ("muscles", Some(group)) => {
            muscles::draw(&group, &mut lines).map_err(|_| "the muscles can't be drawn")?;
            String::new()
        }
        _ => muscles::tell(question, &mut lines).ok_or("nobody knows this question")?,
    })
}

/// The lines of a question's text, from the first on.
pub(crate) struct Lines<'t>(&'t str);

impl<'t> Lines<'t> {
    pub(crate) fn next(&mut self) -> &'t str {
        let (line, rest) = self.0.split_once('\n').unwrap_or((self.0, ""));
        self.0 = rest;
        line
    }

    /// All that is left.
    pub(crate) fn rest(&mut self) -> &'t str {
        std::mem::take(&mut self.0)
    }

    pub(crate) fn word<T: std::str::FromStr>(&mut self, otherwise: T) -> T {
        self.next().parse().unwrap_or(otherwise)
    }

    fn number(&mut self) -> i32 {
        self.word(0)
    }

    /// A point, or a width and a height.
    pub(crate) fn point(&mut self) -> Point {
        let x = self.number();
        Point::new(x, self.number())
    }

    /// A view and a figure.
    pub(crate) fn chart(&mut self) -> Result<&'static Chart, String> {
        let view = self.word(View::Posterior);
        Chart::of(view, self.word(Figure::Neutral)).ok_or_else(|| NOT_LOADED.to_owned())
    }
}

fn missing(figure: Figure, views: &str) -> String {
    let mut files: Vec<&str> = Vec::new();
    for view in views.split('\n').filter_map(|view| view.parse().ok()) {
        if let Some(file) = anatomy::missing(view, figure)
            && !files.contains(&file)
        {
            files.push(file);
        }
    }
    files.join("\n")
}

fn point_text(point: Point) -> String {
    [&number(point.x), "\t", &number(point.y)].concat()
}

/// What is wrong with a text, and where.
fn fault(error: &ReadError) -> String {
    [error.pointer(), "\n", &error.to_string()].concat()
}
