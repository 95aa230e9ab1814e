//! One thing below the other, over as many pages as it takes.

use painmap::describe::Locale;

use crate::page::{Look, PALE, Page, Piece, Role};
use crate::sheet::{Anchor, LEADING, Sheet};
use crate::{Document, Fault, Fonts, Paper};

/// The empty edge of a page, in points.
pub(super) const MARGIN: f32 = 40.0;
/// The room at the foot, below which nothing but the number of the page stands.
const FOOT: f32 = 48.0;

/// Pages that are being filled from above.
pub(super) struct Flow<'f> {
    pub(super) sheet: Sheet<'f>,
    /// The size of plain letters.
    pub(super) size: f32,
    /// How far the page is filled.
    pub(super) y: f32,
    paper: Paper,
    pages: Vec<Page>,
    /// The page that is being filled.
    page: Page,
}

impl<'f> Flow<'f> {
    pub(super) fn new(paper: Paper, locale: &Locale, fonts: &'f Fonts, size: f32) -> Self {
        let (width, height) = paper.points();
        let sheet = Sheet::new(width, height, locale, fonts);
        let page = sheet.page();
        Self { sheet, size, y: MARGIN - 8.0, paper, pages: Vec::new(), page }
    }

    /// The width between the edges.
    pub(super) fn width(&self) -> f32 {
        self.paper.points().0 - 2.0 * MARGIN
    }

    pub(super) fn put(&mut self, piece: Piece) {
        self.page.pieces.push(piece);
    }

    /// Goes down.
    pub(super) fn down(&mut self, points: f32) {
        self.y += points;
    }

    /// Goes down by so many lines of plain letters.
    pub(super) fn gap(&mut self, lines: f32) {
        self.y += self.size * LEADING * lines;
    }

    /// Whether there is room for so much on this page.
    pub(super) fn has_room(&self, height: f32) -> bool {
        self.y + height <= self.paper.points().1 - FOOT
    }

    pub(super) fn next_page(&mut self) {
        let next = self.sheet.page();
        self.pages.push(std::mem::replace(&mut self.page, next));
        self.y = MARGIN;
    }

    /// A heading, with room for something below it.
    pub(super) fn heading(&mut self, words: &str) {
        let look = Look::of(self.size + 2.0).bold();
        if !self.has_room(4.0 * look.size * LEADING) {
            self.next_page();
        }
        self.down(look.size * LEADING);
        let words = self.sheet.drawable(words);
        let markup = self.sheet.line(&words, look, Anchor::Start, MARGIN, self.y);
        self.put(Piece::of_words(Role::Heading { is_title: false, words }, markup));
        self.down(2.0);
    }

    /// Words in lines of the page's width.
    pub(super) fn paragraph(&mut self, words: &str, look: Look) {
        let lines = self.sheet.lines(words, look, self.width());
        let mut rest = lines.as_slice();
        let leading = look.size * LEADING;
        while !rest.is_empty() {
            if !self.has_room(leading) {
                self.next_page();
            }
            let mut here = 1;
            while here < rest.len() && self.has_room(leading * (here + 1) as f32) {
                here += 1;
            }
            let (these, later) = rest.split_at(here);
            let markup = self.sheet.block(these, look, MARGIN, self.y + leading);
            self.put(Piece::of_words(Role::Paragraph, markup));
            self.down(leading * here as f32);
            rest = later;
        }
    }

    /// The document, with a number on each page where there are several.
    pub(super) fn finished(
        self,
        title: String,
        description: String,
        locale: &Locale,
    ) -> Result<Document, Fault> {
        let Self { mut sheet, mut pages, page, paper, .. } = self;
        pages.push(page);
        let count = pages.len();
        let (width, height) = paper.points();
        for (number, page) in (1..).zip(&mut pages).filter(|_| count > 1) {
            let words = locale
                .fill("report.page", &[("page", &i32::to_string(&number)), ("pages", &count.to_string())]);
            let words = sheet.drawable(&words);
            let look = Look::of(8.0).in_colour(PALE);
            let markup = sheet.line(&words, look, Anchor::Middle, width / 2.0, height - MARGIN + 12.0);
            page.pieces.push(Piece::of_words(Role::Decoration, markup));
        }
        sheet.finished(title, description, pages)
    }
}
