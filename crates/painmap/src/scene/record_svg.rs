//! A record as an SVG file.

use svg::Node as _;
use svg::node::element::{Group, Title};

use super::ink::Ink;
use super::page::{NoDrawing, clean, element, page, seen};
use super::picture::{Form, Item, Picture};
use super::{body, mark};
use crate::anatomy::Point;
use crate::describe::{Wording, sentence, sentences};
use crate::record::PainMap;

/// The record as an SVG picture: numbered marks on the body, with a title and a description that
/// say all of it in words.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the record's figure in the picture's view.
///
/// ```
/// use painmap::{PainMap, scene::{Picture, to_svg}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let svg = to_svg(&map, &Picture::of(&map))?;
/// assert!(svg.contains("Right suprascapular region"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_svg(map: &PainMap, picture: &Picture) -> Result<String, NoDrawing> {
    let view = picture.view;
    let scene = body(map.figure, *picture).ok_or(NoDrawing { figure: map.figure, view })?;
    let frame = scene.frame;
    let clip = format!("painmap-{}-{}", map.figure, view);

    let mut marks = Group::new();
    let mut elsewhere = Vec::new();
    for (number, each) in (1..).zip(map.marks()) {
        let drawn = mark(each, number, view, scene.unit);
        if each.view() != view || !frame.contains(view.to_screen(each.anchor())) {
            elsewhere.push(number.to_string());
        }
        if drawn.items.is_empty() {
            continue;
        }
        let title = format!("{number}. {}", sentence(map, each, Wording::Clinical));
        let mut group = Group::new().add(Title::new(clean(&title)));
        for item in &drawn.items {
            group.append(element(item, scene.unit));
        }
        marks.append(group);
    }
    // A picture must not pass for all of the record.
    if !elsewhere.is_empty() {
        let corner = Point::new(frame.min.x + scene.unit.pixels(6), frame.max.y - scene.unit.pixels(8));
        let words = format!("Not in this picture: {}", elsewhere.join(", "));
        let item = Item {
            ink: Ink::SideLeft,
            form: Form::Text { at: corner, size: scene.unit.pixels(13), text: words },
        };
        marks.append(element(&item, scene.unit));
    }

    let title = ["Pain map, ", seen(view)].concat();
    let description = sentences(map, Wording::Clinical).join(" ");
    let inside = scene.inside.iter().map(|item| element(item, scene.unit));
    Ok(page(&scene, (&clip, &title, &description), inside, [marks]))
}
