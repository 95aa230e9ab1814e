//! What a tap on the map does, and doing it: by a finger, a key or the name of a place alike.

use painmap::anatomy::{Point, View};
use painmap::edit::Command;
use painmap::record::{Mark, MarkId};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::Result;
use crate::later;
use crate::widget::{FOCUS, Widget};

/// How far off the body a tap may be and still count, in bu.
const SNAP: i32 = 150;

/// How far from a place a mark lies that is there, in bu: half of a small step.
const HERE: i64 = 25;

/// What a tap does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It adds a spot.
    Spot,
    /// It adds to an area.
    Area,
    /// It takes away from an area.
    Eraser,
    /// It says where the selected mark's pain spreads to.
    Spread,
    /// It moves the selected mark.
    Move,
}

/// What the brush or the eraser goes over.
pub(crate) struct Stroke {
    pub(crate) mode: Mode,
    pub(crate) view: View,
    /// The brush's, in bu.
    pub(crate) radius: u16,
    pub(crate) way: Vec<Point>,
}

const MODES: [(Mode, &str); 5] = [
    (Mode::Spot, "spot"),
    (Mode::Area, "area"),
    (Mode::Eraser, "eraser"),
    (Mode::Spread, "spread"),
    (Mode::Move, "move"),
];

impl Mode {
    pub(crate) fn as_str(self) -> &'static str {
        MODES.iter().find(|(mode, _)| *mode == self).map_or("", |(_, word)| word)
    }

    /// Whether it ends with the tap.
    pub(crate) fn is_about_a_mark(self) -> bool {
        matches!(self, Self::Spread | Self::Move)
    }

    pub(crate) fn is_brush(self) -> bool {
        matches!(self, Self::Area | Self::Eraser)
    }
}

impl std::str::FromStr for Mode {
    type Err = ();

    fn from_str(word: &str) -> std::result::Result<Self, ()> {
        MODES.iter().find(|(_, known)| *known == word).map(|(mode, _)| *mode).ok_or(())
    }
}

impl Widget {
    /// Begins what a tap shall do from here on; what is under way already ends. The map takes the focus
    /// where a mark waits for its tap.
    pub(crate) fn begin(&mut self, mode: Mode) -> Result<u32> {
        self.mode = if self.mode == mode { Mode::Spot } else { mode };
        self.cancel()?;
        self.sync()?;
        if !self.mode.is_about_a_mark() {
            return Ok(0);
        }
        self.said = if self.mode == Mode::Move { "prompt.move" } else { "prompt.spread" };
        Ok(FOCUS)
    }

    /// Does at a point what a tap there does.
    pub(crate) fn mark_at(&mut self, at: Point) -> Result<u32> {
        match self.mode {
            Mode::Spot => self.add_spot(at),
            Mode::Spread => self.add_spread(&[at]),
            Mode::Move => self.move_selected(at),
            Mode::Area | Mode::Eraser => self.paint(vec![at]),
        }
    }

    /// Chooses the mark that lies at a point, or does there what a tap does.
    pub(crate) fn choose_at(&mut self, at: Point) -> Result<u32> {
        let there = self.mark_here(at).filter(|_| self.mode == Mode::Spot);
        if there.is_some() { self.select(there.as_ref()) } else { self.mark_at(at) }
    }

    fn mark_here(&self, at: Point) -> Option<MarkId> {
        let view = self.drawing.picture.view;
        let is_here = |mark: &&Mark| mark.view() == view && mark.anchor().distance_squared(at) <= HERE * HERE;
        self.editor.map().marks().find(is_here).map(|mark| mark.id().clone())
    }

    /// Adds a spot where the body is.
    fn add_spot(&mut self, at: Point) -> Result<u32> {
        let Some(at) = self.drawing.chart.snap(at, SNAP) else { return Ok(self.tell("said.offBody")) };
        self.apply(Command::AddSpot { view: self.drawing.picture.view, at }, "said.added")
    }

    fn move_selected(&mut self, to: Point) -> Result<u32> {
        let id = self.own_selected();
        match (id, self.drawing.chart.snap(to, SNAP)) {
            (Some(id), Some(to)) => self.apply(Command::Move { id, to }, "said.moved"),
            _ => Ok(self.tell("said.offBody")),
        }
    }

    /// Moves a mark by as much as a finger did.
    pub(crate) fn move_by(&mut self, offset: Point) -> Result<u32> {
        let anchor = self.editor.selected().map(Mark::anchor);
        anchor.map_or(Ok(0), |from| self.move_selected(Point::new(from.x + offset.x, from.y + offset.y)))
    }

    /// Ends the path along which the selected mark's pain spreads.
    pub(crate) fn add_spread(&mut self, way: &[Point]) -> Result<u32> {
        let Some((mark, end)) = self.editor.selected().zip(way.last()) else { return Ok(0) };
        let view = self.drawing.picture.view;
        let near = self.drawing.tap();
        if mark.view() == view && mark.anchor().distance_squared(*end) <= near * near {
            return Ok(self.tell("prompt.spread"));
        }
        let (id, from) = (mark.id().clone(), (mark.view() == view).then(|| mark.anchor()));
        let Some(end) = self.drawing.chart.snap(*end, SNAP) else { return Ok(self.tell("said.offBody")) };
        let mut path = Vec::with_capacity(way.len() + 1);
        path.extend(from);
        path.extend_from_slice(&way[..way.len() - 1]);
        path.push(end);
        self.apply(Command::AddRadiation { id, view, path }, "sentence")
    }

    /// Paints with the brush along a stroke, or erases; if need be once the brush has come.
    pub(crate) fn paint(&mut self, way: Vec<Point>) -> Result<u32> {
        let stroke = Stroke { mode: self.mode, view: self.drawing.picture.view, radius: self.brush, way };
        if later::paints() {
            return later::paint(self, stroke);
        }
        self.strokes.push(stroke);
        Ok(0)
    }
}

#[wasm_bindgen]
impl Widget {
    /// The brush has come: paints what was drawn meanwhile. Says in bits what that changed.
    #[wasm_bindgen(js_name = brushArrived)]
    pub fn brush_arrived(&mut self) -> Result<u32> {
        let mut outcome = 0;
        for stroke in std::mem::take(&mut self.strokes) {
            outcome |= later::paint(self, stroke)?;
        }
        self.sync()?;
        Ok(outcome)
    }
}
