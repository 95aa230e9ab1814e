//! A plate of the body atlas: a body with its bones, landmarks and regions, and what lies at a place of it.

use painmap::anatomy::{self, Chart, Crop, Figure, Point, View};
use painmap::scene::{Picture, Plate, body};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::dom::{Result, number};
use crate::drawn::Drawn;
use crate::found::Found;

/// How far off the body a place may be and still count as its nearest point, in bu.
const SNAP: i32 = 150;
/// The same for the middle of the drawing, where the crosshair begins.
const FAR: i32 = 5_000;
/// Into how many steps the longer side of the drawing is cut.
const STEPS: i32 = 240;

/// A plate in one element of a page.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "nobody prints a plate, and DOM nodes print nothing useful")]
pub struct AtlasPlate {
    surface: Element,
    wanted: (View, Figure),
    drawn: Option<Drawn>,
    found: Found,
    /// The body's point that was last looked at.
    looked_at: Option<Point>,
    /// Where the crosshair is.
    pinned: Option<Point>,
}

#[wasm_bindgen]
impl AtlasPlate {
    /// A plate that draws into `surface`, once [`AtlasPlate::show`] says what.
    #[wasm_bindgen(constructor)]
    pub fn new(surface: &Element) -> Self {
        Self {
            surface: surface.clone(),
            wanted: (View::Posterior, Figure::Neutral),
            drawn: None,
            found: Found::default(),
            looked_at: None,
            pinned: None,
        }
    }

    /// Shows a part of the body; words that are none ask for the whole neutral figure from behind. While
    /// a drawing is missing, the last one stays and the answer is false.
    pub fn show(&mut self, view: &str, figure: &str, crop: &str, bones: bool, tints: bool) -> Result<bool> {
        let view = view.parse().unwrap_or(View::Posterior);
        let figure = figure.parse().unwrap_or(Figure::Neutral);
        let picture = Picture { view, crop: crop.parse().unwrap_or(Crop::Whole) };
        self.wanted = (view, figure);
        let (Some(chart), Some(scene)) = (Chart::of(view, figure), body(figure, picture)) else {
            return Ok(false);
        };
        let plate = Plate { landmarks: bones, regions: tints };
        let before = self.drawn.replace(Drawn::draw(&self.surface, chart, scene, picture, plate)?);
        // The crosshair stays at its place of the body, where that can be seen.
        let carried = |(before, at): (Drawn, Point)| before.chart.carry(at, figure);
        let kept = before.filter(|before| before.chart.view() == view).zip(self.pinned).and_then(carried);
        self.pinned = kept.filter(|&at| self.shows(at));
        self.leave()?;
        Ok(true)
    }

    /// A file of the atlas that is needed and not there yet; empty where none is.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> String {
        let (view, figure) = self.wanted;
        anatomy::missing(view, figure).unwrap_or_default().to_owned()
    }

    /// Looks at a place of the drawing, lights its region, and answers whether it is on the body.
    pub fn at(&mut self, x: i32, y: i32) -> Result<bool> {
        let point = self.drawn.as_ref().map(|drawn| drawn.body_point(x, y));
        self.look(point)
    }

    /// Puts the crosshair on a place of the drawing and looks there; a place just off the body counts.
    pub fn pin(&mut self, x: i32, y: i32) -> Result<bool> {
        let Some(drawn) = &self.drawn else { return Ok(false) };
        let point = drawn.body_point(x, y);
        let point = drawn.chart.snap(point, SNAP).unwrap_or(point);
        self.set_pin(point)
    }

    /// Puts the crosshair on a point of the body, in body units.
    #[wasm_bindgen(js_name = pinBody)]
    pub fn pin_body(&mut self, x: i32, y: i32) -> Result<bool> {
        let point = Point::new(x, y);
        if self.shows(point) { self.set_pin(point) } else { Ok(false) }
    }

    /// Moves the crosshair by steps of the screen, as far as the drawing goes. It begins on the body
    /// near to the middle.
    pub fn step(&mut self, across: i32, down: i32) -> Result<bool> {
        let Some(drawn) = &self.drawn else { return Ok(false) };
        let (view, frame) = (drawn.chart.view(), drawn.scene.frame);
        let to = match self.pinned {
            Some(from) => {
                let from = view.to_screen(from);
                let step = frame.width().max(frame.height()) / STEPS;
                let x = from.x.saturating_add(across.saturating_mul(step));
                let y = from.y.saturating_add(down.saturating_mul(step));
                Point::new(x.clamp(frame.min.x, frame.max.x), y.clamp(frame.min.y, frame.max.y))
            }
            None => {
                let (x, y) = (frame.min.x + frame.width() / 2, frame.min.y + frame.height() / 2);
                let middle = drawn.body_point(x, y);
                view.to_screen(drawn.chart.snap(middle, FAR).unwrap_or(middle))
            }
        };
        let to = drawn.body_point(to.x, to.y);
        self.set_pin(to)
    }

    /// Takes the crosshair away.
    pub fn unpin(&mut self) -> Result {
        self.pinned = None;
        self.leave()
    }

    /// Looks back at the crosshair, or at nothing where there is none.
    pub fn leave(&mut self) -> Result {
        self.look_at_pin().map(drop)
    }

    /// Where the crosshair is on the body, as `x,y` in body units; empty where there is none.
    #[wasm_bindgen(getter)]
    pub fn pinned(&self) -> String {
        text(self.pinned)
    }

    /// The place that was last looked at, as `x,y` in body units; empty where there is none.
    #[wasm_bindgen(getter)]
    pub fn place(&self) -> String {
        text(self.looked_at)
    }

    /// The region and its side in everyday words; empty off the body, like all that follows.
    #[wasm_bindgen(getter)]
    pub fn name(&self) -> String {
        self.found.name.clone()
    }

    /// The region and its side in the clinic's words.
    #[wasm_bindgen(getter, js_name = clinicalName)]
    pub fn clinical_name(&self) -> String {
        self.found.clinical_name.clone()
    }

    /// The side of the person: left, right or midline.
    #[wasm_bindgen(getter)]
    pub fn side(&self) -> String {
        self.found.side.to_owned()
    }

    /// The nearest vertebra, where that says something.
    #[wasm_bindgen(getter)]
    pub fn level(&self) -> String {
        self.found.level.to_owned()
    }

    /// Where the place is by what can be felt.
    #[wasm_bindgen(getter)]
    pub fn position(&self) -> String {
        self.found.position.clone()
    }

    /// The nearest landmarks, each with its distance after a tab.
    #[wasm_bindgen(getter)]
    pub fn landmarks(&self) -> Vec<String> {
        self.found.landmarks.clone()
    }

    /// The agreed areas that hold the place, each with its definition and whose that is after tabs.
    #[wasm_bindgen(getter)]
    pub fn zones(&self) -> Vec<String> {
        self.found.zones.clone()
    }

    /// The published concept that the region is, or lies in.
    #[wasm_bindgen(getter)]
    pub fn concept(&self) -> String {
        self.found.concept.to_owned()
    }

    /// Whether the region is the concept; else it lies in it.
    #[wasm_bindgen(getter, js_name = isExact)]
    pub fn is_exact(&self) -> bool {
        self.found.is_exact
    }

    /// The concept's codes: system and code with a tab between them.
    #[wasm_bindgen(getter)]
    pub fn codes(&self) -> Vec<String> {
        self.found.codes.clone()
    }
}

impl AtlasPlate {
    fn look(&mut self, point: Option<Point>) -> Result<bool> {
        let Some(drawn) = &self.drawn else { return Ok(false) };
        self.looked_at = point;
        self.found = point.map_or_else(Found::default, |point| Found::at(drawn.chart, point));
        drawn.light(point)
    }

    fn set_pin(&mut self, at: Point) -> Result<bool> {
        self.pinned = Some(at);
        self.look_at_pin()
    }

    fn look_at_pin(&mut self) -> Result<bool> {
        if let Some(drawn) = &self.drawn {
            drawn.set_crosshair(self.pinned)?;
        }
        self.look(self.pinned)
    }

    /// Whether a point of the body is in the drawing.
    fn shows(&self, point: Point) -> bool {
        self.drawn.as_ref().is_some_and(|drawn| drawn.shows(point))
    }
}

/// A point as text.
fn text(point: Option<Point>) -> String {
    point.map_or_else(String::new, |point| [&number(point.x), ",", &number(point.y)].concat())
}
