//! Several records side by side: the same view of each, its date, and its marks in short.

use painmap::PainMap;
use painmap::anatomy::{Crop, View};
use painmap::describe::{Locale, Wording, capitalised, place, sentences};
use painmap::record::Mark;
use painmap::scene::{Drawing, Picture, drawing};

use crate::page::{Look, PALE, Page, Piece, Role};
use crate::report::date;
use crate::sheet::{Anchor, LEADING, Sheet};
use crate::{Document, Fault, Fonts};

const MARGIN: f32 = 28.0;
/// The width of a record, in points.
const WIDTH: f32 = 170.0;
const GAP: f32 = 16.0;
/// How many records stand in a strip; more go below, on a page of their own.
const MOST_IN_A_STRIP: usize = 6;
const PIXELS_PER_POINT: f32 = 1.45;
const TEXT: Look = Look::of(8.5);

/// Several records of one person, side by side in the order given.
///
/// ```
/// use painmap::{PainMap, describe::Locale};
/// use painmap_report::{Fonts, Timeline};
/// let visit = |day: u8, intensity: u8| PainMap::from_json(&format!(
///     r#"{{"format":"painmap/1","recorded":"2026-11-{day}T09:30:00Z","marks":[{{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":{intensity}}}]}}"#));
/// let visits = [visit(10, 7)?, visit(24, 4)?];
/// let svg = Timeline::of(&visits).document(Locale::english(), &Fonts::bundled())?.to_svg();
/// assert!(svg.contains("2026-11-10") && svg.contains("4 of 10"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Timeline<'r> {
    /// The records.
    pub maps: &'r [PainMap],
    /// The view of all; the one with the most marks, unless said otherwise.
    pub view: View,
    /// A line above all. Empty for none.
    pub header: &'r str,
}

impl<'r> Timeline<'r> {
    /// These records, in the view that holds most of their marks.
    #[must_use]
    pub fn of(maps: &'r [PainMap]) -> Self {
        let marks =
            |view: View| maps.iter().flat_map(PainMap::marks).filter(|mark| mark.view() == view).count();
        let mut most = View::Posterior;
        for &view in View::ALL {
            if marks(view) > marks(most) {
                most = view;
            }
        }
        Self { maps, view: most, header: "" }
    }

    /// Lays the strip out: six records side by side, more of them on further pages.
    ///
    /// # Errors
    /// [`Fault::NoRecord`] where there is none, [`Fault::NoDrawing`] where the atlas has none of a figure, and
    /// [`Fault::NoLetters`] where letters are in none of the fonts.
    pub fn document(&self, locale: &Locale, fonts: &Fonts) -> Result<Document, Fault> {
        if self.maps.is_empty() {
            return Err(Fault::NoRecord);
        }
        let crop = self.crop();
        let columns = self.maps.len().min(MOST_IN_A_STRIP) as f32;
        let width = 2.0 * MARGIN + columns * (WIDTH + GAP) - GAP;
        let mut sheet = Sheet::new(width, 0.0, locale, fonts);
        let mut pages = Vec::new();
        for strip in self.maps.chunks(MOST_IN_A_STRIP) {
            let mut page = sheet.page();
            let mut top = MARGIN;
            if pages.is_empty() {
                top = self.head(&mut sheet, &mut page, locale);
            }
            let mut bottom = top;
            for (index, map) in strip.iter().enumerate() {
                let x = MARGIN + index as f32 * (WIDTH + GAP);
                let picture = Picture { view: self.view, crop };
                let end = column(&mut sheet, &mut page, map, &picture, (x, top), locale)?;
                bottom = bottom.max(end);
            }
            page.height = (bottom + MARGIN).ceil();
            pages.push(page);
        }
        let dated = |map: &PainMap| {
            let words = sentences(map, Wording::Clinical, locale).join(" ");
            [said_date(map, locale), words].join(": ")
        };
        let description: Vec<String> = self.maps.iter().map(dated).collect();
        sheet.finished(locale.text("report.timeline").to_owned(), description.join(" "), pages)
    }

    /// The part of the body that all records are seen in: the one that suits each, else all of it.
    fn crop(&self) -> Crop {
        let mut crops = self.maps.iter().map(|map| Picture::in_view(map, self.view).crop);
        let first = crops.next().unwrap_or(Crop::Whole);
        if crops.all(|crop| crop == first) { first } else { Crop::Whole }
    }

    /// The header and the title; tells where the strip begins.
    fn head(&self, sheet: &mut Sheet<'_>, page: &mut Page, locale: &Locale) -> f32 {
        let mut y = MARGIN;
        if !self.header.trim().is_empty() {
            let words = sheet.drawable(self.header);
            let markup = sheet.line(&words, Look::of(9.0).in_colour(PALE), Anchor::Start, MARGIN, y);
            page.pieces.push(Piece::of_words(Role::Paragraph, markup));
            y += 10.0;
        }
        let title = sheet.drawable(locale.text("report.timeline"));
        let markup = sheet.line(&title, Look::of(16.0).bold(), Anchor::Start, MARGIN, y + 12.0);
        page.pieces.push(Piece::of_words(Role::Heading { is_title: true, words: title }, markup));
        y + 26.0
    }
}

/// One record: date, drawing, marks. Tells where it ends.
fn column(
    sheet: &mut Sheet<'_>,
    page: &mut Page,
    map: &PainMap,
    picture: &Picture,
    (x, top): (f32, f32),
    locale: &Locale,
) -> Result<f32, Fault> {
    let date = sheet.drawable(&said_date(map, locale));
    let middle = x + WIDTH / 2.0;
    let markup = sheet.line(&date, Look::of(10.0).bold(), Anchor::Middle, middle, top + 10.0);
    page.pieces.push(Piece::of_words(Role::Heading { is_title: false, words: date }, markup));
    let drawn: Drawing = drawing(map, picture, (WIDTH * PIXELS_PER_POINT) as u16, locale)?;
    let height = WIDTH * drawn.frame.height() as f32 / drawn.frame.width() as f32;
    let said = [&said_date(map, locale), locale.text(&["picture.", picture.view.as_str()].concat())]
        .map(String::from);
    let look = Look::of(8.0).bold().in_colour(PALE);
    let words = sheet.sides(picture.view, look, locale, x, top + 23.0, WIDTH);
    page.pieces.push(Piece::of_words(Role::Paragraph, words));
    let markup = sheet.drawing(&drawn, x, top + 27.0, WIDTH, height);
    page.pieces.push(Piece::of_shapes(Role::Figure(said.join(": ")), markup));
    let mut y = top + 27.0 + height + 4.0;
    let mut told: Vec<String> = Vec::new();
    if map.no_pain() {
        told.push(locale.text("say.noPain").to_owned());
    } else if map.marks().len() == 0 {
        told.push(locale.text("say.nothing").to_owned());
    }
    told.extend((1_usize..).zip(map.marks()).map(|(number, mark)| short(map, number, mark, locale)));
    if !drawn.elsewhere.is_empty() {
        let numbers = drawn.elsewhere.join(locale.text("say.comma"));
        told.push(locale.fill("picture.elsewhere", &[("numbers", &numbers)]));
    }
    for words in told {
        let lines = sheet.lines(&words, TEXT, WIDTH);
        let markup = sheet.block(&lines, TEXT, x, y + TEXT.size * LEADING);
        page.pieces.push(Piece::of_words(Role::Paragraph, markup));
        y += TEXT.size * LEADING * lines.len() as f32 + 1.5;
    }
    Ok(y)
}

fn said_date(map: &PainMap, locale: &Locale) -> String {
    map.recorded.as_ref().map_or_else(|| locale.text("report.noDate").to_owned(), date)
}

/// "1. Right suprascapular region, near T3; 7 of 10."
fn short(map: &PainMap, number: usize, mark: &Mark, locale: &Locale) -> String {
    let mut parts = vec![capitalised(place(map.figure, mark, Wording::Clinical, locale))];
    if let Some(intensity) = mark.intensity {
        parts.push(locale.fill("say.rating", &[("intensity", &intensity.get().to_string())]));
    }
    let sentence = parts.join(locale.text("say.separator")) + locale.text("say.end");
    locale.fill("say.numbered", &[("number", &number.to_string()), ("sentence", &sentence)])
}
