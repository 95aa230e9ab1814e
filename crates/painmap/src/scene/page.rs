//! SVG files: the page round a scene, and the forms on it.

use super::body::BodyScene;
use super::ink::{Colours, Ink};
use super::markup::{Element, clean};
use super::muscles::MuscleItem;
use super::picture::{Form, Item, Unit};
use crate::anatomy::{Figure, Point, View};
use crate::numbers::whole_text;

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
        let (figure, view) = (self.figure.as_str(), self.view.as_str());
        let parts = ["the atlas has no drawing of the ", figure, " figure in the ", view, " view"];
        parts.into_iter().try_for_each(|part| formatter.write_str(part))
    }
}

impl std::error::Error for NoDrawing {}

/// What a page says of itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'w> {
    /// The language of its texts, as a BCP 47 tag.
    pub(super) language: &'w str,
    pub(super) title: &'w str,
    pub(super) description: &'w str,
}

/// A page with a body on it: what is drawn `inside` is clipped by the outline, the layers lie over it.
pub(super) fn page(
    scene: &BodyScene,
    clip: &str,
    words: Words<'_>,
    inside: impl IntoIterator<Item = Element>,
    layers: impl IntoIterator<Item = Element>,
) -> String {
    let frame = scene.frame;
    let mut clipped = Element::group().set("clip-path", ["url(#", clip, ")"].concat());
    for item in inside {
        clipped.append(item);
    }
    let mut document = Element::document();
    // A page without the attribute is in English.
    if words.language != "en" {
        document.assign("lang", clean(words.language));
    }
    let (width, height) = (frame.width(), frame.height());
    let mut document = document
        .set("viewBox", (frame.min.x, frame.min.y, width, height))
        .set("width", width / 10)
        .set("height", height / 10)
        .set("role", "img")
        .add(Element::of_text("title", words.title))
        .add(Element::of_text("desc", words.description))
        .add(Element::new("defs").add(clip_path(clip, &scene.outline)))
        .add(rectangle(frame.min, width, height, "#ffffff"))
        .add(clipped)
        .add(group(&scene.over, scene.unit));
    for layer in layers {
        document.append(layer);
    }
    document.to_text()
}

/// What clips by an outline.
pub(super) fn clip_path(id: &str, outline: &str) -> Element {
    Element::new("clipPath").set("id", id).add(Element::new("path").set("d", outline))
}

/// A filled rectangle without a line.
pub(super) fn rectangle(at: Point, width: i32, height: i32, fill: &str) -> Element {
    let rectangle = Element::new("rect").set("x", at.x).set("y", at.y);
    rectangle.set("width", width).set("height", height).set("fill", fill)
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
pub(super) fn group(items: &[Item], unit: Unit) -> Element {
    let mut group = Element::group();
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
            let mut letters = Element::of_text("text", text);
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
    [if value < 10 { "0.0" } else { "0." }, &whole_text(value.into())].concat()
}
