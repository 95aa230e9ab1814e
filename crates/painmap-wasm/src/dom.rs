//! Building DOM nodes: created one by one, never from markup, so that the element lives under
//! Trusted Types and a strict content security policy.

use painmap::anatomy::Point;
use painmap::describe::joined;
use painmap::scene::{Form, Item, Unit, whole_text};
use wasm_bindgen::JsValue;
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Fails only where the document is gone or a name is no name; the constants here are names.
pub(crate) type Result<T = ()> = std::result::Result<T, JsValue>;

/// An SVG element with attributes, at the end of `parent`.
pub(crate) fn svg(parent: &Element, name: &str, attributes: &[(&str, &str)]) -> Result<Element> {
    let element = document(parent)?.create_element_ns(Some(SVG), name)?;
    place(parent, element, attributes)
}

/// A form of the scene, at the end of `parent`: the ink is its class.
pub(crate) fn draw(parent: &Element, item: &Item, unit: Unit) -> Result<Element> {
    let element = match &item.form {
        Form::Path(data) => svg(parent, "path", &[("d", data)])?,
        Form::Circle { centre, radius } => {
            let [x, y, r] = [centre.x, centre.y, *radius].map(number);
            svg(parent, "circle", &[("cx", &x), ("cy", &y), ("r", &r)])?
        }
        Form::Text { at, size, text } => {
            let numbers = [at.x, at.y + item.ink.baseline(*size), *size];
            let [x, y, size] = numbers.map(number);
            let anchor = item.ink.text_anchor();
            let letters =
                svg(parent, "text", &[("x", &x), ("y", &y), ("font-size", &size), ("text-anchor", anchor)])?;
            letters.set_text_content(Some(text));
            letters
        }
    };
    ink(element, item, unit)
}

/// Draws an element with an item's ink.
pub(crate) fn ink(element: Element, item: &Item, unit: Unit) -> Result<Element> {
    element.set_attribute("class", item.ink.class())?;
    let width = unit.half_pixels(item.ink.half_pixels());
    if width > 0 {
        element.set_attribute("stroke-width", &number(width))?;
    }
    if let Some(intensity) = item.ink.intensity() {
        element.set_attribute("data-intensity", &number(intensity.get().into()))?;
    }
    Ok(element)
}

/// A number as text: `to_string` and `format!` would each bring their machinery into the wasm.
pub(crate) fn number(value: i32) -> String {
    whole_text(value.into())
}

/// An index or a count as text.
pub(crate) fn count(value: usize) -> String {
    whole_text(i64::try_from(value).unwrap_or(i64::MAX))
}

/// The transform that moves a group of the drawing.
pub(crate) fn translate(to: Point) -> String {
    joined(&["translate(", &number(to.x), " ", &number(to.y), ")"], "")
}

/// Sets or takes away an attribute without a value.
pub(crate) fn set_flag(element: &Element, name: &str, on: bool) -> Result {
    if on { element.set_attribute(name, "") } else { element.remove_attribute(name) }
}

fn document(near: &Element) -> Result<Document> {
    near.owner_document().ok_or_else(|| JsValue::from_str("the element has no document"))
}

fn place(parent: &Element, element: Element, attributes: &[(&str, &str)]) -> Result<Element> {
    for (name, value) in attributes {
        element.set_attribute(name, value)?;
    }
    parent.append_child(&element)?;
    Ok(element)
}
