//! A plate of the body atlas: the body with its bones, landmarks and regions.

use painmap::anatomy::{Chart, Crop};
use painmap::describe::Locale;
use painmap::scene::{Ink, Layers, Picture, Plate, body, layers};
use wasm_bindgen::JsValue;
use web_sys::Element;

use super::{Lines, NOT_LOADED};
use crate::canvas::{canvas, crosshair};
use crate::dom::{Result, draw as draw_item, number, svg};

/// Draws a part of the body into `surface`, which is emptied first. The lines: view, figure, crop, `1` for
/// bones and landmarks, `1` for regions; words that are none ask for the whole neutral figure from behind.
/// For the page stand there an empty path of class `light`, for the region that is looked at, and a group of
/// class `cursor` with a crosshair.
pub(super) fn draw(surface: &Element, lines: &mut Lines<'_>) -> Result {
    let missing = || JsValue::from_str(NOT_LOADED);
    let chart: &Chart = lines.chart()?;
    let (view, figure) = (chart.view(), chart.figure());
    let picture = Picture { view, crop: lines.word(Crop::Whole) };
    let plate = Plate { landmarks: lines.next() == "1", regions: lines.next() == "1" };
    let locale = Locale::english();
    let scene = body(figure, picture, locale).ok_or_else(missing)?;
    let unit = scene.unit;
    let Layers { under: tints, over } = layers(figure, picture, plate, locale).ok_or_else(missing)?;

    let canvas = canvas(surface, &scene)?;
    // Tints and the light lie on the skin, under the lines.
    let under = svg(&canvas, "g", &[])?;
    for item in &tints {
        let drawn = draw_item(&under, item, unit)?;
        if let Ink::Tint(tint) = item.ink {
            drawn.set_attribute("data-tint", &number(tint.into()))?;
        }
    }
    svg(&under, "path", &[("class", "light")])?;
    let borders = canvas.query_selector(".border")?.ok_or_else(missing)?;
    if let Some(inside) = borders.parent_node() {
        inside.insert_before(&under, Some(&borders))?;
    }
    let layer = svg(&canvas, "g", &[("aria-hidden", "true")])?;
    for item in &over {
        draw_item(&layer, item, unit)?;
    }
    crosshair(&canvas, unit).map(drop)
}
