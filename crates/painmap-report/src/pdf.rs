//! A document as a PDF file with tags: a reader is told headings, paragraphs, drawings and the table in order.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{Point, Size};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::Outline;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, TextDirection as Direction};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::{Options, Tree};

use crate::page::{Cell, Look, Page, Piece, Role};
use crate::{Document, Fault, Fonts};

impl Document {
    /// A PDF file, tagged after PDF/UA-1. The same document always gives the same bytes: no clock is asked.
    ///
    /// # Errors
    /// [`Fault::NotWritten`] where the PDF library refuses, such as for a font that may not be embedded.
    ///
    /// ```
    /// use painmap::{PainMap, describe::Locale};
    /// use painmap_report::{Fonts, Report};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","noPain":true}"#)?;
    /// let fonts = Fonts::bundled();
    /// let pdf = Report::of(&map).document(Locale::english(), &fonts)?.to_pdf(&fonts)?;
    /// assert!(pdf.starts_with(b"%PDF-1.7"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_pdf(&self, fonts: &Fonts) -> Result<Vec<u8>, Fault> {
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
        let configuration =
            configuration.finish().map_err(|error| Fault::NotWritten(format!("{error:?}")))?;
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut file = krilla::Document::new_with(settings);
        let is_from_right = self.language == "ar";
        let direction = if is_from_right { TextDirection::RightToLeft } else { TextDirection::LeftToRight };
        file.set_metadata(
            Metadata::new()
                .title(self.title.clone())
                .language(self.language.clone())
                .text_direction(direction)
                .creator("painmap".to_owned()),
        );
        file.set_outline(Outline::new());
        let mut tags = Tags::default();
        let mut pens = Pens { fonts, options: fonts.options(), opened: BTreeMap::new() };
        for page in &self.pages {
            self.write_page(page, &mut file, &mut tags, &mut pens)?;
        }
        file.set_tag_tree(tags.tree());
        file.finish().map_err(|error| Fault::NotWritten(format!("{error:?}")))
    }

    fn write_page(
        &self,
        page: &Page,
        file: &mut krilla::Document,
        tags: &mut Tags,
        pens: &mut Pens<'_>,
    ) -> Result<(), Fault> {
        let size = Size::from_wh(page.width, page.height).ok_or_else(|| not_written("no size"))?;
        let mut sheet = file.start_page_with(PageSettings::new(size));
        let mut surface = sheet.surface();
        for piece in page.pieces.iter().filter(|piece| !piece.shapes.is_empty() || !piece.words.is_empty()) {
            let tag = match piece.role {
                Role::Decoration => ContentTag::Artifact(Artifact::new(ArtifactType::Other, None)),
                Role::Figure(_) => ContentTag::Other,
                _ => ContentTag::Span(SpanTag::empty()),
            };
            let identifier = surface.start_tagged(tag);
            let written = write_piece(piece, page, size, &mut surface, pens);
            surface.end_tagged();
            written?;
            tags.add(&piece.role, identifier);
        }
        surface.finish();
        sheet.finish();
        Ok(())
    }
}

fn write_piece(
    piece: &Piece,
    page: &Page,
    size: Size,
    surface: &mut Surface<'_>,
    pens: &mut Pens<'_>,
) -> Result<(), Fault> {
    if !piece.shapes.is_empty() {
        let tree = Tree::from_str(&page.with_only(&piece.shapes), &pens.options);
        let tree = tree.map_err(|error| not_written(&error.to_string()))?;
        // A drawing's words are told by the words that stand for it.
        let settings = SvgSettings { embed_text: false, ..SvgSettings::default() };
        surface.draw_svg(&tree, size, settings).ok_or_else(|| not_written("a drawing"))?;
    }
    for written in &piece.words {
        let Look { size, bold, colour } = written.look;
        let font = pens.font(&written.run.family, bold)?;
        let fill = Fill { paint: colour_of(colour).into(), ..Fill::default() };
        surface.set_fill(Some(fill));
        surface.set_stroke(None);
        let direction =
            if written.run.is_from_right { Direction::RightToLeft } else { Direction::LeftToRight };
        let start = Point::from_xy(written.left, written.y);
        surface.draw_text(start, font, size, &written.run.words, false, direction);
    }
    Ok(())
}

/// The colour that is written as `#rrggbb`.
fn colour_of(hexadecimal: &str) -> rgb::Color {
    let part = |from: usize| {
        hexadecimal.get(from..from + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0)
    };
    rgb::Color::new(part(1), part(3), part(5))
}

fn not_written(reason: &str) -> Fault {
    Fault::NotWritten(reason.to_owned())
}

/// What writes: the fonts, each opened once.
struct Pens<'f> {
    fonts: &'f Fonts,
    options: Options<'static>,
    opened: BTreeMap<(String, bool), Font>,
}

impl Pens<'_> {
    fn font(&mut self, family: &str, bold: bool) -> Result<Font, Fault> {
        let key = (family.to_owned(), bold);
        if let Some(font) = self.opened.get(&key) {
            return Ok(font.clone());
        }
        let (bytes, index) = self.fonts.file(family, bold).ok_or_else(|| not_written("a font is missing"))?;
        let font = Font::new(bytes.into(), index).ok_or_else(|| not_written("a font can't be embedded"))?;
        self.opened.insert(key, font.clone());
        Ok(font)
    }
}

/// What the file is made of, in reading order.
#[derive(Default)]
struct Tags {
    before: Vec<TagGroup>,
    /// The table's cells; a cell that goes over the page has several parts.
    cells: BTreeMap<Cell, Vec<Identifier>>,
    after: Vec<TagGroup>,
}

impl Tags {
    fn add(&mut self, role: &Role, identifier: Identifier) {
        let mut group = match role {
            Role::Decoration => return,
            Role::Cell(cell) => return self.cells.entry(*cell).or_default().push(identifier),
            Role::Heading { is_title, words } => {
                let level = if *is_title { NonZeroU16::MIN } else { NonZeroU16::MIN.saturating_add(1) };
                TagGroup::new(Tag::Hn(level, Some(words.clone())))
            }
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Figure(said) => TagGroup::new(Tag::Figure(Some(said.clone()))),
        };
        group.push(identifier);
        if self.cells.is_empty() { self.before.push(group) } else { self.after.push(group) }
    }

    fn tree(self) -> TagTree {
        let mut tree = TagTree::new();
        self.before.into_iter().for_each(|group| tree.push(group));
        let mut rows: BTreeMap<usize, TagGroup> = BTreeMap::new();
        for (cell, parts) in self.cells {
            let mut group = if cell.row == 0 {
                TagGroup::new(Tag::TH(TableHeaderScope::Column))
            } else {
                TagGroup::new(Tag::TD)
            };
            parts.into_iter().for_each(|part| group.push(part));
            rows.entry(cell.row).or_insert_with(|| TagGroup::new(Tag::TR)).push(group);
        }
        if !rows.is_empty() {
            let mut table = TagGroup::new(Tag::Table);
            rows.into_values().for_each(|row| table.push(row));
            tree.push(table);
        }
        self.after.into_iter().for_each(|group| tree.push(group));
        tree
    }
}
