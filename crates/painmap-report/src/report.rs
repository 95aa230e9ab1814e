//! A record on a page: its views, its marks in a table, the history, the note.

mod flow;
mod table;
mod views;

use painmap::PainMap;
use painmap::describe::{Locale, Wording, harmless, history, sentences, summary};
use painmap::record::{Moment, Shown};

use crate::page::{Look, PALE, Piece, Role};
use crate::sheet::Anchor;
use crate::{Document, Fault, Fonts, Paper};
use flow::{Flow, MARGIN};

/// The sizes of the letters, in points: the largest in which all fits on one page is taken, and where it fits in
/// none the first, over as many pages as it takes.
const SIZES: [f32; 3] = [9.5, 8.5, 7.5];

/// What a report is to be like.
///
/// ```
/// use painmap::{PainMap, describe::Locale};
/// use painmap_report::{Fonts, Paper, Report};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let report = Report { header: "Elm Street Clinic", paper: Paper::Letter, ..Report::of(&map) };
/// let svg = report.document(Locale::english(), &Fonts::bundled())?.to_svg();
/// assert!(svg.contains("Elm Street Clinic") && svg.contains("Right suprascapular region, near T3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// The record.
    pub map: &'r PainMap,
    /// A line above all: the clinic's name, say, or the patient's. Empty for none.
    pub header: &'r str,
    /// The paper.
    pub paper: Paper,
    /// For whom the words are; a clinician, unless said otherwise.
    pub wording: Wording,
}

impl<'r> Report<'r> {
    /// A report for a clinician, on A4, without a header.
    #[must_use]
    pub fn of(map: &'r PainMap) -> Self {
        Self { map, header: "", paper: Paper::A4, wording: Wording::Clinical }
    }

    /// Lays the report out: on one page, or where all of it would not fit there in letters that can be read, on
    /// as many as it takes.
    ///
    /// # Errors
    /// [`Fault::NoDrawing`] where the atlas has none of the figure, and [`Fault::NoLetters`] where letters of the
    /// language, of the header or of what was typed are in none of the fonts. Signs that are no letters, such as
    /// an emoji, have a stand-in.
    pub fn document(&self, locale: &Locale, fonts: &Fonts) -> Result<Document, Fault> {
        let [first, smaller @ ..] = SIZES;
        let document = self.in_size(first, locale, fonts)?;
        // The smallest letters take two thirds of the room.
        if document.pages() == 2 {
            for size in smaller {
                let document = self.in_size(size, locale, fonts)?;
                if document.pages() == 1 {
                    return Ok(document);
                }
            }
        }
        Ok(document)
    }

    fn in_size(&self, size: f32, locale: &Locale, fonts: &Fonts) -> Result<Document, Fault> {
        let map = self.map;
        let mut flow = Flow::new(self.paper, locale, fonts, size);
        self.head(&mut flow, locale);
        views::add(&mut flow, map, self.wording, locale)?;
        if map.marks().len() > 0 {
            flow.gap(0.4);
            flow.paragraph(&summary(map, locale), Look::of(size).bold());
            table::add(&mut flow, map, self.wording, locale);
        } else {
            let key = if map.no_pain() { "say.noPain" } else { "say.nothing" };
            flow.gap(0.5);
            flow.paragraph(locale.text(key), Look::of(size + 1.5).bold());
        }
        let told = map.history.as_ref().map(|told| history(told, locale)).unwrap_or_default();
        if !told.is_empty() {
            flow.gap(0.6);
            flow.heading(locale.text("report.history"));
            for sentence in &told {
                flow.paragraph(sentence, Look::of(size));
            }
        }
        if let Some(note) = map.note().filter(|note| !note.trim().is_empty()) {
            flow.gap(0.4);
            flow.paragraph(&locale.fill("say.recordNote", &[("note", &harmless(note))]), Look::of(size));
        }
        let title = match &map.recorded {
            Some(recorded) => format!("{}, {}", locale.text("report.title"), date(recorded)),
            None => locale.text("report.title").to_owned(),
        };
        let description = sentences(map, self.wording, locale).join(" ");
        flow.finished(title, description, locale)
    }

    /// Header, title, date, and what the person was shown.
    fn head(&self, flow: &mut Flow<'_>, locale: &Locale) {
        if !self.header.trim().is_empty() {
            flow.paragraph(self.header, Look::of(9.0).in_colour(PALE));
        }
        let date = match &self.map.recorded {
            Some(recorded) => locale.fill("report.recorded", &[("date", &date(recorded))]),
            None => locale.text("report.noDate").to_owned(),
        };
        let date = flow.sheet.drawable(&date);
        let right = flow.width() + MARGIN;
        flow.down(20.0);
        let title = flow.sheet.drawable(locale.text("report.title"));
        let look = Look::of(18.0).bold();
        let markup = flow.sheet.line(&title, look, Anchor::Start, MARGIN, flow.y);
        flow.put(Piece::of_words(Role::Heading { is_title: true, words: title }, markup));
        let markup = flow.sheet.line(&date, Look::of(9.5), Anchor::End, right, flow.y);
        flow.put(Piece::of_words(Role::Paragraph, markup));
        flow.down(6.0);
        let shown: Vec<String> = self.map.shown().iter().map(|shown| said(shown, locale)).collect();
        if !shown.is_empty() {
            let list = shown.join(locale.text("say.comma"));
            flow.paragraph(&locale.fill("report.shown", &[("list", &list)]), Look::of(8.5).in_colour(PALE));
        }
    }
}

/// "Back (Whole body)".
fn said(shown: &Shown, locale: &Locale) -> String {
    let view = locale.text(&["view.", shown.view.as_str()].concat());
    let crop = locale.text(&["crop.", shown.crop.as_str()].concat());
    locale.fill("say.history.asked", &[("what", view), ("answer", crop)])
}

/// "2026-11-22, 09:30 UTC": in the order that is read alike everywhere, and at the place where it was written
/// down.
pub(crate) fn date(moment: &Moment) -> String {
    let text = moment.as_str();
    let (Some(date), Some(time), Some(rest)) = (text.get(..10), text.get(11..16), text.get(19..)) else {
        return text.to_owned();
    };
    let zone = rest.trim_start_matches(|letter: char| letter == '.' || letter.is_ascii_digit());
    let zone = if zone == "Z" { "UTC" } else { zone };
    format!("{date}, {time} {zone}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_one_of_its_place() {
        for (moment, said) in [
            ("2026-11-22T09:30:00Z", "2026-11-22, 09:30 UTC"),
            ("2026-11-22T09:30:59.123-05:00", "2026-11-22, 09:30 -05:00"),
        ] {
            assert_eq!(date(&Moment::new(moment).unwrap()), said);
        }
    }
}
