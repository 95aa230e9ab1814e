//! The fonts of a document, and what letters they have: the same on every machine, so none of the machine's.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, FaceInfo, Source, Weight};
use resvg::usvg::{ImageHrefResolver, Options};
use rustybuzz::{Direction, GlyphBuffer, UnicodeBuffer};
use ttf_parser::Face;

use painmap::describe::harmless;

use crate::Fault;

/// The family in which all is written; others stand in for letters that it lacks.
const FAMILY: &str = "Noto Sans";
const BUNDLED: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
];
/// How many missing letters an error lists.
const MOST_LISTED: usize = 12;
/// What is drawn in place of a sign that no font has.
const STAND_IN: char = '\u{fffd}';

/// What a font file holds.
pub(crate) type Bytes = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Fonts, in the order in which they are asked for a letter.
#[derive(Debug, Clone)]
pub struct Fonts {
    database: Arc<Database>,
}

impl Fonts {
    /// Noto Sans in Latin, Greek, Cyrillic and Arabic letters, which are a part of this crate.
    #[must_use]
    pub fn bundled() -> Self {
        let mut database = Database::new();
        for bytes in BUNDLED {
            database.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        database.set_sans_serif_family(FAMILY);
        Self { database: Arc::new(database) }
    }

    /// Adds a font, or a collection of fonts, for the letters that those before it lack: what a file `.ttf`,
    /// `.otf` or `.ttc` holds.
    ///
    /// # Errors
    /// [`Fault::NoFont`] where the bytes hold none.
    ///
    /// ```
    /// use painmap_report::{Fault, Fonts};
    /// assert_eq!(Fonts::bundled().add(b"no font".to_vec()), Err(Fault::NoFont));
    /// ```
    pub fn add(&mut self, bytes: Vec<u8>) -> Result<(), Fault> {
        let database = Arc::make_mut(&mut self.database);
        let added = database.load_font_source(Source::Binary(Arc::new(bytes)));
        if added.is_empty() { Err(Fault::NoFont) } else { Ok(()) }
    }

    /// What the drawing libraries are to know: these fonts, and that nothing comes from elsewhere.
    pub(crate) fn options(&self) -> Options<'static> {
        Options {
            font_family: FAMILY.to_owned(),
            fontdb: self.database.clone(),
            image_href_resolver: ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        }
    }

    /// The font file of a family, and which of its fonts: the one nearest in weight.
    pub(crate) fn file(&self, family: &str, bold: bool) -> Option<(Bytes, u32)> {
        let weight = if bold { Weight::BOLD } else { Weight::NORMAL };
        let is_of = |face: &&FaceInfo| face.families.first().is_some_and(|(known, _)| known == family);
        let face = self.database.faces().filter(is_of).min_by_key(|face| face.weight.0.abs_diff(weight.0))?;
        let Source::Binary(bytes) = &face.source else { return None };
        Some((bytes.clone(), face.index))
    }

    /// What measures the letters of a document in a language.
    pub(crate) fn letters(&self, language: &str) -> Letters<'_> {
        let mut faces: Vec<Opened<'_>> = self.database.faces().filter_map(Opened::of).collect();
        faces.sort_by_key(|face| is_of_another(face.family, language));
        Letters { faces, advances: RefCell::default() }
    }
}

/// Whether a family draws letters of Chinese as another language does: a collection of Chinese, Japanese and Korean
/// fonts has all of them.
fn is_of_another(family: &str, language: &str) -> bool {
    let is_one_of_several = ["CJK", "Source Han"].iter().any(|part| family.contains(part));
    let is_simplified = ["SC", "CN"].iter().any(|end| family.ends_with(end));
    language.starts_with("zh") && is_one_of_several && !is_simplified
}

/// A face that can be asked for letters.
struct Opened<'f> {
    face: Face<'f>,
    family: &'f str,
    is_bold: bool,
}

impl<'f> Opened<'f> {
    fn of(info: &'f FaceInfo) -> Option<Self> {
        let Source::Binary(bytes) = &info.source else { return None };
        let face = Face::parse(bytes.as_ref().as_ref(), info.index).ok()?;
        let (family, _) = info.families.first()?;
        Some(Self { face, family, is_bold: info.weight >= Weight::BOLD })
    }

    fn has(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }
}

/// The letters of some fonts: whether there are some, and how wide.
pub(crate) struct Letters<'f> {
    faces: Vec<Opened<'f>>,
    /// What was measured before, thin and bold; none where no font has the letter.
    advances: RefCell<HashMap<(char, bool), Option<f32>>>,
}

impl Letters<'_> {
    /// The text in parts, each with the family that has its letters. A sign or a blank stays in the family of
    /// what stands before it where that has it too, so that words are drawn as one.
    pub(crate) fn by_family<'t>(&self, text: &'t str) -> Vec<(&str, &'t str)> {
        let mut parts: Vec<(&str, &str)> = Vec::new();
        let mut start = 0;
        for (index, letter) in text.char_indices() {
            let before = parts.last().map(|(family, _)| *family).filter(|_| !letter.is_alphabetic());
            let first = || self.faces.iter().find(|face| face.has(letter)).map(|face| face.family);
            let family = before.filter(|family| self.family_has(family, letter)).or_else(first);
            let end = index + letter.len_utf8();
            match parts.last_mut() {
                Some((known, words)) if family.is_none_or(|family| family == *known) => {
                    *words = &text[start..end];
                }
                _ => {
                    start = index;
                    parts.push((family.unwrap_or(FAMILY), &text[start..end]));
                }
            }
        }
        parts
    }

    /// Letters of one family and one direction, joined as they are drawn; none where there is no such family.
    pub(crate) fn shaped(
        &self,
        words: &str,
        family: &str,
        bold: bool,
        from_right: bool,
    ) -> Option<Shaped<'_>> {
        let faces = self.faces.iter().filter(|face| face.family == family);
        let Opened { face, .. } = faces.min_by_key(|face| face.is_bold != bold)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(words);
        buffer.set_direction(if from_right { Direction::RightToLeft } else { Direction::LeftToRight });
        let glyphs = rustybuzz::shape(&rustybuzz::Face::from_face(face.clone()), &[], buffer);
        Some(Shaped { face, glyphs })
    }

    /// Whether a family has a letter.
    pub(crate) fn family_has(&self, family: &str, letter: char) -> bool {
        self.faces.iter().any(|face| face.family == family && face.has(letter))
    }

    /// How wide a text is at a size of 1. Letters that join, as Arabic ones do, take less.
    pub(crate) fn width(&self, text: &str, bold: bool) -> f32 {
        text.chars().filter_map(|letter| self.advance(letter, bold)).sum()
    }

    /// How wide a letter is, by the first font that has it.
    fn advance(&self, letter: char, bold: bool) -> Option<f32> {
        *self.advances.borrow_mut().entry((letter, bold)).or_insert_with(|| {
            let with = self.faces.iter().filter(|face| face.has(letter));
            let Opened { face, .. } = with.min_by_key(|face| face.is_bold != bold)?;
            let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f32::from(advance) / f32::from(face.units_per_em()))
        })
    }

    fn has(&self, letter: char) -> bool {
        self.advance(letter, false).is_some()
    }

    /// The text as it can be drawn: white space becomes blanks, a sign that no font has, such as an emoji, is
    /// drawn as a stand-in, and what is not seen goes. Letters and digits that no font has are added to
    /// `missing`.
    pub(crate) fn drawable(&self, text: &str, missing: &mut BTreeSet<char>) -> String {
        let mut drawable = String::new();
        for letter in text.chars() {
            match letter {
                // Our own words have it before a date, which would be turned round otherwise.
                '\u{200e}' => drawable.push(letter),
                _ if harmless(letter.encode_utf8(&mut [0; 4])) == " " => drawable.push(' '),
                _ if letter.is_whitespace() => drawable.push(if letter == '\u{a0}' { letter } else { ' ' }),
                _ if self.has(letter) => drawable.push(letter),
                // Joiners and selectors of what would stand before them.
                '\u{200b}'..='\u{200d}'
                | '\u{2060}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{e0000}'..='\u{e01ef}' => {}
                _ => {
                    if letter.is_alphanumeric() && missing.len() < MOST_LISTED {
                        missing.insert(letter);
                    }
                    drawable.push(STAND_IN);
                }
            }
        }
        drawable
    }
}

/// Letters that are joined.
pub(crate) struct Shaped<'f> {
    pub(crate) face: &'f Face<'f>,
    pub(crate) glyphs: GlyphBuffer,
}

impl Shaped<'_> {
    /// How wide they are at a size of 1.
    pub(crate) fn width(&self) -> f32 {
        let advance: i32 = self.glyphs.glyph_positions().iter().map(|position| position.x_advance).sum();
        advance as f32 / f32::from(self.face.units_per_em())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_in_any_language_but_chinese_has_its_letters() {
        let fonts = Fonts::bundled();
        let letters = fonts.letters("en");
        for language in painmap::describe::Locale::languages() {
            let text = std::fs::read_to_string(format!("../painmap/locales/{language}.json")).unwrap();
            let mut missing = BTreeSet::new();
            letters.drawable(&text, &mut missing);
            assert_eq!(missing.is_empty(), language != "zh", "{language}: {missing:?}");
        }
    }

    #[test]
    fn what_no_font_has_is_told_or_stood_in_for() {
        let fonts = Fonts::bundled();
        let mut missing = BTreeSet::new();
        let drawable = fonts.letters("en").drawable("a\u{3000}b👍\u{fe0f}\u{202e}c\u{7}痛", &mut missing);
        assert_eq!(drawable, "a b\u{fffd} c \u{fffd}");
        assert_eq!(missing, BTreeSet::from(['痛']));
    }

    #[test]
    fn bold_letters_are_wider() {
        let fonts = Fonts::bundled();
        let letters = fonts.letters("en");
        let (thin, bold) = (letters.width("shoulder", false), letters.width("shoulder", true));
        assert!(thin > 3.0 && bold > thin && bold < 6.0, "{thin} {bold}");
        assert!(letters.width("كتف", false) > 1.0);
    }
}
