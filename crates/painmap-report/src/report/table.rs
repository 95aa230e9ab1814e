//! The marks of a report as a table: number, place, ratings, and what else was said.

use painmap::PainMap;
use painmap::describe::{Locale, Wording, answers, capitalised, findings, place};
use painmap::record::{Intensity, Mark};
use painmap::scene::{INTENSITY_COLOURS, UNRATED_COLOUR};

use super::flow::{Flow, MARGIN};
use crate::page::{Cell, DARK, Look, Piece, Role};
use crate::sheet::{Anchor, LEADING};

/// The widths of all columns but the last, in points.
const WIDTHS: [f32; 4] = [34.0, 150.0, 46.0, 60.0];
const HEADINGS: [&str; 5] = ["report.number", "report.place", "report.now", "report.worst", "report.answers"];
/// Between two columns.
const GUTTER: f32 = 8.0;
/// Above and below the words of a row.
const PAD: f32 = 3.0;
/// From this rating on a disc is so dark that its number is white.
const WHITE_FROM: usize = 7;
/// What stands for an answer that was not given.
const NOT_SAID: &str = "–";

/// Where a column begins, and how wide it is.
#[derive(Debug, Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

/// Puts the table below what is there.
pub(super) fn add(flow: &mut Flow<'_>, map: &PainMap, wording: Wording, locale: &Locale) {
    let columns = columns(flow.width());
    flow.gap(0.6);
    let look = Look::of(flow.size - 1.0).bold();
    let headings: Vec<Vec<String>> = HEADINGS
        .iter()
        .zip(columns)
        .map(|(key, column)| flow.sheet.lines(locale.text(key), look, column.width))
        .collect();
    let head = Row { number: 0, look, texts: headings, disc: None };
    head.put(flow, columns, None);
    for (number, mark) in (1..).zip(map.marks()) {
        let look = Look::of(flow.size);
        let told = told(map, mark, wording, locale);
        let texts = [
            usize::to_string(&number),
            capitalised(place(map.figure, mark, wording, locale)),
            rating(mark.intensity),
            rating(mark.worst_intensity),
            told,
        ];
        let texts =
            texts.iter().zip(columns).map(|(text, column)| flow.sheet.lines(text, look, column.width));
        let texts = texts.collect();
        Row { number, look, texts, disc: Some(mark.intensity) }.put(flow, columns, Some(&head));
    }
}

fn columns(width: f32) -> [Column; 5] {
    let mut x = MARGIN;
    let mut column = |width: f32| {
        let column = Column { x, width: width - GUTTER };
        x += width;
        column
    };
    let [number, place, now, worst] = WIDTHS.map(&mut column);
    let rest = width - WIDTHS.iter().sum::<f32>();
    [number, place, now, worst, Column { width: rest, ..column(rest) }]
}

fn rating(intensity: Option<Intensity>) -> String {
    intensity.map_or(NOT_SAID.to_owned(), |intensity| intensity.get().to_string())
}

/// What else was said of a mark, and what an examiner found.
fn told(map: &PainMap, mark: &Mark, wording: Wording, locale: &Locale) -> String {
    let said = capitalised(answers(map, mark, wording, locale).join(locale.text("say.separator")));
    let found = mark.findings.as_ref().and_then(|found| findings(found, locale)).unwrap_or_default();
    // A full stop of Chinese takes no blank after it.
    let gap = if locale.text("say.end").is_ascii() { " " } else { "" };
    let sentences = [said, found].into_iter().filter(|words| !words.is_empty());
    let sentences: Vec<String> = sentences.map(|words| words + locale.text("say.end")).collect();
    if sentences.is_empty() { NOT_SAID.to_owned() } else { sentences.join(gap) }
}

/// The texts of a row in lines, a list for each column.
struct Row {
    /// 0 for the headings.
    number: usize,
    look: Look,
    texts: Vec<Vec<String>>,
    /// The rating whose colour the number has behind it.
    disc: Option<Option<Intensity>>,
}

impl Row {
    /// Puts the row on the page, and what has no room there on the next, below the headings.
    fn put(&self, flow: &mut Flow<'_>, columns: [Column; 5], head: Option<&Self>) {
        let leading = self.look.size * LEADING;
        let lines = self.texts.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut from = 0;
        while from < lines {
            // A row of a few lines stays whole.
            let together = if lines - from > 12 { 3 } else { lines - from };
            if !flow.has_room(leading * together as f32 + 2.0 * PAD) {
                flow.next_page();
                if let Some(head) = head {
                    head.put_lines(flow, columns, 0..usize::MAX, true);
                }
            }
            let mut to = from + 1;
            while to < lines && flow.has_room(leading * (to + 1 - from) as f32 + 2.0 * PAD) {
                to += 1;
            }
            self.put_lines(flow, columns, from..to, false);
            from = to;
        }
    }

    fn put_lines(
        &self,
        flow: &mut Flow<'_>,
        columns: [Column; 5],
        range: std::ops::Range<usize>,
        again: bool,
    ) {
        let leading = self.look.size * LEADING;
        let base = flow.y + PAD + leading * 0.8;
        let mut most = 1;
        for (index, (texts, column)) in self.texts.iter().zip(columns).enumerate() {
            let here = texts.get(range.start..range.end.min(texts.len())).unwrap_or_default();
            most = most.max(here.len());
            let role =
                if again { Role::Decoration } else { Role::Cell(Cell { row: self.number, column: index }) };
            let piece = match (index, self.disc) {
                (0, Some(intensity)) if range.start == 0 => self.number(flow, role, column, base, intensity),
                _ => Piece::of_words(role, flow.sheet.block(here, self.look, column.x, base)),
            };
            flow.put(piece);
        }
        flow.down(2.0 * PAD + leading * most as f32);
        let markup = flow.sheet.rule(MARGIN, MARGIN + flow.width(), flow.y);
        flow.put(Piece::of_shapes(Role::Decoration, markup));
    }

    /// The number on a disc, as the drawing has it.
    fn number(
        &self,
        flow: &Flow<'_>,
        role: Role,
        column: Column,
        base: f32,
        intensity: Option<Intensity>,
    ) -> Piece {
        let rating = intensity.map(|intensity| usize::from(intensity.get()));
        let fill = rating.and_then(|rating| INTENSITY_COLOURS.get(rating)).copied().unwrap_or(UNRATED_COLOUR);
        let colour = if rating.is_some_and(|rating| rating >= WHITE_FROM) { "#ffffff" } else { DARK };
        let size = self.look.size;
        let middle = column.x + size * 0.8;
        let words: String = self.texts.first().map(|lines| lines.concat()).unwrap_or_default();
        let look = Look::of(size * 0.95).bold().in_colour(colour);
        let shapes = flow.sheet.disc(middle, base - size * 0.34, size * 0.78, fill);
        Piece { role, shapes, words: flow.sheet.line(&words, look, Anchor::Middle, middle, base) }
    }
}
