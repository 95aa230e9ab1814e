//! The body as nodes: what the widget's map and the atlas's plate have in common.

use painmap::anatomy::Bounds;
use painmap::describe::joined;
use painmap::scene::{BodyScene, Form, Ink, Item, Unit};
use web_sys::Element;

use crate::dom::{Result, draw, ink, number, svg};

const OUTLINE: (&str, &str) = ("href", "#outline");

/// Draws a body into `surface`, which is emptied first.
pub(crate) fn canvas(surface: &Element, scene: &BodyScene) -> Result<Element> {
    surface.set_text_content(None);
    let BodyScene { frame, unit, .. } = *scene;
    let view_box = view_box(frame);
    let canvas = svg(
        surface,
        "svg",
        &[("viewBox", &view_box), ("class", "canvas"), ("part", "canvas"), ("role", "presentation")],
    )?;

    let definitions = svg(&canvas, "defs", &[])?;
    svg(&definitions, "path", &[("d", &scene.outline), ("id", "outline")])?;
    let clip = svg(&definitions, "clipPath", &[("id", "body")])?;
    svg(&clip, "use", &[OUTLINE])?;
    // The outline is the longest path by far: it is read once.
    let draw = |parent: &Element, item: &Item| match &item.form {
        Form::Path(data) if *data == scene.outline => ink(svg(parent, "use", &[OUTLINE])?, item, unit),
        _ => draw(parent, item, unit),
    };
    let inside = svg(&canvas, "g", &[("clip-path", "url(#body)"), ("aria-hidden", "true")])?;
    for item in &scene.inside {
        draw(&inside, item)?;
    }
    let over = svg(&canvas, "g", &[("aria-hidden", "true")])?;
    for item in &scene.over {
        draw(&over, item)?;
    }
    Ok(canvas)
}

/// What an SVG shows, as its attribute.
pub(crate) fn view_box(seen: Bounds) -> String {
    joined(&[seen.min.x, seen.min.y, seen.width(), seen.height()].map(number), " ")
}

/// Two crossed lines that a transform moves to their place.
pub(crate) fn crosshair(canvas: &Element, unit: Unit) -> Result<Element> {
    let cursor = svg(canvas, "g", &[("class", "cursor"), ("aria-hidden", "true")])?;
    for (class, ink) in [("cursor-casing", Ink::ArrowCasing), ("cursor-line", Ink::Arrow)] {
        let arm = unit.pixels(14);
        let (start, along) = (number(-arm), number(2 * arm));
        let data = joined(&["M", &start, " 0h", &along, "M0 ", &start, "v", &along], "");
        let width = number(unit.half_pixels(ink.half_pixels()));
        svg(&cursor, "path", &[("d", &data), ("class", class), ("stroke-width", &width)])?;
    }
    Ok(cursor)
}
