//! What a plate of the atlas shows: the body, its layers, the light on a region, the crosshair.

use painmap::anatomy::{Chart, Patch, Point};
use painmap::scene::{BodyScene, Ink, Layers, Picture, Plate, layers};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::canvas::{canvas, crosshair};
use crate::dom::{Result, draw, number, set_flag, svg, translate};

/// What is on the screen.
pub(crate) struct Drawn {
    pub(crate) chart: &'static Chart,
    pub(crate) scene: BodyScene,
    light: Element,
    crosshair: Element,
}

impl Drawn {
    /// Draws the body, and over it the bones with the landmarks and the regions, if they are asked for.
    pub(crate) fn draw(
        surface: &Element,
        chart: &'static Chart,
        scene: BodyScene,
        picture: Picture,
        plate: Plate,
    ) -> Result<Self> {
        let canvas = canvas(surface, &scene)?;
        let unit = scene.unit;
        let Layers { under: tints, over } = layers(chart.figure(), picture, plate).unwrap_or_default();

        // Tints and the light lie on the skin, under the lines.
        let under = svg(&canvas, "g", &[])?;
        for item in &tints {
            let drawn = draw(&under, item, unit)?;
            if let Ink::Tint(tint) = item.ink {
                drawn.set_attribute("data-tint", &number(tint.into()))?;
            }
        }
        let light = svg(&under, "path", &[("class", "light")])?;
        let lines = canvas.query_selector(".border")?;
        let lines = lines.ok_or_else(|| JsValue::from_str("the drawing has no lines"))?;
        if let Some(inside) = lines.parent_node() {
            inside.insert_before(&under, Some(&lines))?;
        }
        let layer = svg(&canvas, "g", &[("aria-hidden", "true")])?;
        for item in &over {
            draw(&layer, item, unit)?;
        }
        let crosshair = crosshair(&canvas, unit)?;
        Ok(Self { chart, scene, light, crosshair })
    }

    /// The body's point at a place of the drawing.
    pub(crate) fn body_point(&self, x: i32, y: i32) -> Point {
        self.chart.view().to_screen(Point::new(x, y))
    }

    /// Whether a point of the body is in the drawing.
    pub(crate) fn shows(&self, point: Point) -> bool {
        self.scene.frame.contains(self.chart.view().to_screen(point))
    }

    /// Lights the region of a point of the body, and answers whether there is one.
    pub(crate) fn light(&self, point: Option<Point>) -> Result<bool> {
        let label = point.and_then(|point| self.chart.locate(point)).map(Patch::label);
        let patch = self.scene.patches.iter().find(|patch| Some(patch.label) == label);
        self.light.set_attribute("d", patch.map_or("", |patch| &patch.outline))?;
        Ok(patch.is_some())
    }

    /// Puts the crosshair on a point of the body, or takes it away.
    pub(crate) fn set_crosshair(&self, at: Option<Point>) -> Result {
        set_flag(&self.crosshair, "data-pinned", at.is_some())?;
        match at {
            Some(at) => {
                self.crosshair.set_attribute("transform", &translate(self.chart.view().to_screen(at)))
            }
            None => Ok(()),
        }
    }
}
