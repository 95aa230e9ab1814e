//! One drawing of a record as a document of its own.

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::scene::{Picture, drawing};

use crate::page::{Look, PALE, Page, Piece, Role};
use crate::sheet::{Anchor, Sheet, nested};
use crate::{Document, Fault, Fonts};

/// How wide the drawing is in points where nobody says so; as wide as the widget on a telephone.
const WIDTH: u16 = 330;

/// The record's marks on the body, in one view. The page is as large as the drawing.
///
/// # Errors
/// [`Fault::NoDrawing`] where the atlas has none, and [`Fault::NoLetters`] where the language's letters are in
/// none of the fonts.
///
/// ```
/// use painmap::{PainMap, describe::Locale, scene::Picture};
/// use painmap_report::{Fonts, picture};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let document = picture(&map, &Picture::of(&map), Locale::english(), &Fonts::bundled())?;
/// assert_eq!(document.pages(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn picture(map: &PainMap, picture: &Picture, locale: &Locale, fonts: &Fonts) -> Result<Document, Fault> {
    let drawn = drawing(map, picture, WIDTH, locale)?;
    let width = f32::from(WIDTH);
    let height = (width * drawn.frame.height() as f32 / drawn.frame.width() as f32).round();
    let mut sheet = Sheet::new(width, height, locale, fonts);
    let title = locale.text(&["picture.", picture.view.as_str()].concat()).to_owned();
    let description = sentences(map, Wording::Clinical, locale).join(" ");
    let said = format!("{title}. {description}");
    let mut pieces = vec![Piece::of_shapes(Role::Figure(said), nested(&drawn, 0.0, 0.0, width, height))];
    let words =
        sheet.sides(picture.view, Look::of(13.0).bold().in_colour(PALE), locale, 6.0, 22.0, width - 12.0);
    pieces.push(Piece::of_words(Role::Paragraph, words));
    if !drawn.elsewhere.is_empty() {
        let numbers = drawn.elsewhere.join(locale.text("say.comma"));
        let words = locale.fill("picture.elsewhere", &[("numbers", &numbers)]);
        let words = sheet.drawable(&words);
        let markup = sheet.line(&words, Look::of(13.0).in_colour(PALE), Anchor::Start, 6.0, height - 8.0);
        pieces.push(Piece::of_words(Role::Paragraph, markup));
    }
    let pages = vec![Page { width, height, pieces }];
    sheet.finished(title, description, pages)
}
