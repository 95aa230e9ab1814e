//! A record as an SVG file.

use super::ink::Ink;
use super::markup::Element;
use super::page::{NoDrawing, Words, element, page};
use super::picture::{Form, Item, Picture};
use super::{BodyScene, body, mark};
use crate::anatomy::{Figure, Point, View};
use crate::describe::{Locale, Wording, numbered, sentence, sentences};
use crate::numbers::whole_text;
use crate::record::PainMap;

/// The record as an SVG picture: numbered marks on the body, with a title and a description that
/// say all of it in words.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the record's figure in the picture's view.
///
/// ```
/// use painmap::{PainMap, describe::Locale, scene::{Picture, to_svg}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let svg = to_svg(&map, &Picture::of(&map), Locale::english())?;
/// assert!(svg.contains("Right suprascapular region"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_svg(map: &PainMap, picture: &Picture, locale: &Locale) -> Result<String, NoDrawing> {
    let view = picture.view;
    let scene = body(map.figure, *picture, locale).ok_or(NoDrawing { figure: map.figure, view })?;
    let frame = scene.frame;
    let clip = clip_id(map.figure, view);
    let (mut marks, elsewhere) = marks(map, view, &scene, locale);
    // A picture must not pass for all of the record.
    if !elsewhere.is_empty() {
        let corner = Point::new(frame.min.x + scene.unit.pixels(6), frame.max.y - scene.unit.pixels(8));
        let numbers = elsewhere.join(locale.text("say.comma"));
        let words = locale.fill("picture.elsewhere", &[("numbers", &numbers)]);
        let item = Item {
            ink: Ink::SideLeft,
            form: Form::Text { at: corner, size: scene.unit.pixels(13), text: words },
        };
        marks.append(element(&item, scene.unit));
    }

    let words = Words {
        language: locale.language(),
        title: locale.word("picture.", view.as_str()),
        description: &sentences(map, Wording::Clinical, locale).join(" "),
    };
    let inside = scene.inside.iter().map(|item| element(item, scene.unit));
    Ok(page(&scene, &clip, words, inside, [marks]))
}

/// What the outline is called by which a view is clipped.
pub(super) fn clip_id(figure: Figure, view: View) -> String {
    ["painmap-", figure.as_str(), "-", view.as_str()].concat()
}

/// The marks in a view, each with its sentence, and the numbers of those that lie elsewhere.
pub(super) fn marks(map: &PainMap, view: View, scene: &BodyScene, locale: &Locale) -> (Element, Vec<String>) {
    let mut marks = Element::group();
    let mut elsewhere = Vec::new();
    for (number, each) in (1..).zip(map.marks()) {
        let drawn = mark(each, number, view, scene.unit);
        if each.view() != view || !scene.frame.contains(view.to_screen(each.anchor())) {
            elsewhere.push(whole_text(i64::try_from(number).unwrap_or(i64::MAX)));
        }
        if drawn.items.is_empty() {
            continue;
        }
        let title = numbered(number, &sentence(map, each, Wording::Clinical, locale), locale);
        let mut group = Element::group().add(Element::of_text("title", &title));
        for item in &drawn.items {
            group.append(element(item, scene.unit));
        }
        marks.append(group);
    }
    (marks, elsewhere)
}
