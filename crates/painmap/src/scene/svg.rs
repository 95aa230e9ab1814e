//! A scene as an SVG file, written with the `svg` crate.
//!
//! The crate escapes texts and attribute values but lets control characters through and does not
//! check names: names here are constants, numbers are whole, and texts are cleaned first.

use svg::Document;
use svg::Node as _;
use svg::node::element::{ClipPath, Definitions, Description, Element, Group, Path, Rectangle, Title};

use super::ink::Ink;
use super::picture::{Form, Item, Picture, Unit};
use super::{body, mark};
use crate::anatomy::{Figure, Point, View};
use crate::describe::{Wording, sentence, sentences};
use crate::record::PainMap;

/// The atlas has no drawing of this figure in this view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDrawing {
    /// The figure.
    pub figure: Figure,
    /// The view.
    pub view: View,
}

impl std::fmt::Display for NoDrawing {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "the atlas has no drawing of the {} figure in the {} view", self.figure, self.view)
    }
}

impl std::error::Error for NoDrawing {}

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

    let mut inside = Group::new().set("clip-path", format!("url(#{clip})"));
    for item in &scene.inside {
        inside.append(element(item, scene.unit));
    }
    let mut over = Group::new();
    for item in &scene.over {
        over.append(element(item, scene.unit));
    }
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

    let description = sentences(map, Wording::Clinical).join(" ");
    let document = Document::new()
        .set("viewBox", (frame.min.x, frame.min.y, frame.width(), frame.height()))
        .set("width", frame.width() / 10)
        .set("height", frame.height() / 10)
        .set("role", "img")
        .add(Title::new(title(view)))
        .add(Description::new().add(svg::node::Text::new(clean(&description))))
        .add(
            Definitions::new()
                .add(ClipPath::new().set("id", clip).add(Path::new().set("d", scene.outline.as_str()))),
        )
        .add(
            Rectangle::new()
                .set("x", frame.min.x)
                .set("y", frame.min.y)
                .set("width", frame.width())
                .set("height", frame.height())
                .set("fill", "#ffffff"),
        )
        .add(inside)
        .add(over)
        .add(marks);
    Ok(document.to_string())
}

fn title(view: View) -> &'static str {
    match view {
        View::Posterior => "Pain map, the body seen from behind",
        View::Anterior => "Pain map, the body seen from the front",
        View::Left => "Pain map, the body seen from its left",
        View::Right => "Pain map, the body seen from its right",
    }
}

fn element(item: &Item, unit: Unit) -> Element {
    let mut node = match &item.form {
        Form::Path(data) => {
            let mut path = Element::new("path");
            path.assign("d", data.as_str());
            path
        }
        Form::Circle { centre, radius } => {
            let mut circle = Element::new("circle");
            circle.assign("cx", centre.x);
            circle.assign("cy", centre.y);
            circle.assign("r", *radius);
            circle
        }
        Form::Text { at, size, text } => {
            let mut letters = Element::new("text");
            letters.append(svg::node::Text::new(clean(text)));
            letters.assign("x", at.x);
            letters.assign("y", at.y + item.ink.baseline(*size));
            letters.assign("font-size", *size);
            letters.assign("font-weight", "bold");
            letters.assign("font-family", "system-ui, Liberation Sans, Arial, sans-serif");
            letters.assign("text-anchor", item.ink.text_anchor());
            letters
        }
    };
    let colours = item.ink.colours();
    node.assign("fill", colours.fill);
    if colours.fill_opacity < 100 {
        node.assign("fill-opacity", hundredths(colours.fill_opacity));
    }
    if colours.stroke != "none" {
        node.assign("stroke", colours.stroke);
        node.assign("stroke-width", unit.half_pixels(item.ink.half_pixels()));
        node.assign("stroke-linejoin", "round");
        node.assign("stroke-linecap", "round");
        if colours.stroke_opacity < 100 {
            node.assign("stroke-opacity", hundredths(colours.stroke_opacity));
        }
    }
    if item.ink == Ink::Rating {
        node.assign("paint-order", "stroke");
    }
    node
}

fn hundredths(value: u8) -> String {
    format!("0.{value:02}")
}

/// The text without what XML 1.0 forbids even when escaped; line breaks and tabs become spaces.
fn clean(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' | '\n' | '\r' => ' ',
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}
