//! SVG files, written with the `svg` crate: the page round a scene, and the forms on it.
//!
//! The crate escapes texts and attribute values but lets control characters through and does not
//! check names: names here are constants, numbers are whole, and texts are cleaned first.

use svg::Document;
use svg::Node as _;
use svg::node::element::{ClipPath, Definitions, Description, Element, Group, Path, Rectangle, Title};

use super::body::BodyScene;
use super::ink::{Colours, Ink};
use super::muscles::MuscleItem;
use super::picture::{Form, Item, Unit};
use crate::anatomy::{Figure, View};

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

/// A page with a body on it: what is drawn `inside` is clipped by the outline, the layers lie over it.
pub(super) fn page(
    scene: &BodyScene,
    (clip, title, description): (&str, &str, &str),
    inside: impl IntoIterator<Item = Element>,
    layers: impl IntoIterator<Item = Group>,
) -> String {
    let frame = scene.frame;
    let clipped = Group::new().set("clip-path", format!("url(#{clip})"));
    let inside = inside.into_iter().fold(clipped, Group::add);
    let document = Document::new()
        .set("viewBox", (frame.min.x, frame.min.y, frame.width(), frame.height()))
        .set("width", frame.width() / 10)
        .set("height", frame.height() / 10)
        .set("role", "img")
        .add(Title::new(title))
        .add(Description::new().add(svg::node::Text::new(clean(description))))
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
        .add(group(&scene.over, scene.unit));
    layers.into_iter().fold(document, Document::add).to_string()
}

/// How a view is called in a title.
pub(super) const fn seen(view: View) -> &'static str {
    match view {
        View::Posterior => "the body seen from behind",
        View::Anterior => "the body seen from the front",
        View::Left => "the body seen from its left",
        View::Right => "the body seen from its right",
    }
}

/// Items in one group.
pub(super) fn group(items: &[Item], unit: Unit) -> Group {
    let mut group = Group::new();
    for item in items {
        group.append(element(item, unit));
    }
    group
}

/// One form.
pub(super) fn element(item: &Item, unit: Unit) -> Element {
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
            if item.ink.is_bold() {
                letters.assign("font-weight", "bold");
            }
            letters.assign("font-family", "system-ui, Liberation Sans, Arial, sans-serif");
            letters.assign("text-anchor", item.ink.text_anchor());
            letters
        }
    };
    paint(&mut node, item.ink.colours(), unit.half_pixels(item.ink.half_pixels()));
    if matches!(item.ink, Ink::Rating | Ink::LandmarkName { .. } | Ink::RegionName) {
        node.assign("paint-order", "stroke");
    }
    node
}

/// One form of the muscles.
pub(super) fn muscle_element(item: &MuscleItem, unit: Unit) -> Element {
    let mut node = Element::new("path");
    node.assign("d", item.path.as_str());
    paint(&mut node, item.ink.colours(), unit.half_pixels(item.ink.half_pixels()));
    let dash = unit.half_pixels(item.ink.dash());
    if dash > 0 {
        node.assign("stroke-dasharray", dash);
    }
    node
}

/// Fill and line.
fn paint(node: &mut Element, colours: Colours, width: i32) {
    node.assign("fill", colours.fill);
    if colours.fill_opacity < 100 {
        node.assign("fill-opacity", hundredths(colours.fill_opacity));
    }
    if colours.stroke != "none" {
        node.assign("stroke", colours.stroke);
        node.assign("stroke-width", width);
        node.assign("stroke-linejoin", "round");
        node.assign("stroke-linecap", "round");
        if colours.stroke_opacity < 100 {
            node.assign("stroke-opacity", hundredths(colours.stroke_opacity));
        }
    }
}

fn hundredths(value: u8) -> String {
    format!("0.{value:02}")
}

/// The text without what XML 1.0 forbids even when escaped; line breaks and tabs become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' | '\n' | '\r' => ' ',
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}
