//! Touch, pen and mouse on the map: tap to add, tap to select, drag to move, draw where it spreads,
//! paint, and zoom.

use painmap::anatomy::Point;
use painmap::record::{Mark, MarkId};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::{Result, translate};
use crate::gesture::Gesture;
use crate::mode::Mode;
use crate::widget::{HANDLED, Widget};

/// Places are in units of the drawing, whole; what each call changed comes back in bits.
#[wasm_bindgen]
impl Widget {
    /// A primary pointer comes down, on the mark of this id where it is not empty.
    pub fn down(&mut self, pointer: i32, x: i32, y: i32, mark: &str) -> Result<u32> {
        // What an interrupted press left behind ends here.
        self.cancel()?;
        let on = if self.mode == Mode::Spot { MarkId::new(mark) } else { None };
        if !self.locked && !self.waits() {
            let start = self.drawing.point_at(x, y);
            self.gesture = Some(Gesture::new(pointer, on, start, self.mode.is_brush()));
        }
        Ok(0)
    }

    /// A pointer moves.
    pub fn drag(&mut self, pointer: i32, x: i32, y: i32) -> Result<u32> {
        let (point, tap) = (self.drawing.point_at(x, y), self.drawing.tap());
        let shown = self.drawing.shows(point);
        let Some(gesture) = self.gesture.as_mut().filter(|gesture| gesture.pointer == pointer) else {
            return Ok(0);
        };
        if !gesture.follow(point, tap, shown) {
            return Ok(0);
        }
        // The groups and the window are in screen coordinates; an offset mirrors like a point.
        let offset = self.drawing.picture.view.to_screen(gesture.offset(point));
        match self.mode {
            Mode::Spread => {
                let view = self.drawing.picture.view;
                let from = self.editor.selected().filter(|mark| mark.view() == view).map(Mark::anchor);
                let trace: Vec<Point> = from.into_iter().chain(gesture.path.iter().copied()).collect();
                self.drawing.set_trace(&trace, 0)?;
            }
            mode if mode.is_brush() => self.drawing.set_trace(&gesture.path, self.brush.into())?,
            _ => match gesture.on.as_ref().map(|id| self.drawing.group(id)) {
                Some(Some(group)) => group.set_attribute("transform", &translate(offset))?,
                Some(None) => {}
                // The point under the finger stays under it.
                None => self.drawing.pan(Point::new(-offset.x, -offset.y))?,
            },
        }
        Ok(HANDLED)
    }

    /// A pointer is lifted: only now something happens to the record.
    pub fn up(&mut self, pointer: i32, x: i32, y: i32) -> Result<u32> {
        let point = self.drawing.point_at(x, y);
        let Some(gesture) = self.gesture.take_if(|gesture| gesture.pointer == pointer) else { return Ok(0) };
        self.drawing.set_trace(&[], 0)?;
        let shown = self.drawing.shows(point);
        if let Some(id) = &gesture.on {
            if !gesture.moved {
                return self.select(Some(id));
            }
            if let Some(group) = self.drawing.group(id) {
                group.remove_attribute("transform")?;
            }
            let offset = gesture.offset(point);
            return Ok(self.select(Some(id))? | self.move_by(offset)?);
        }
        if !gesture.moved {
            return if shown { self.mark_at(point) } else { Ok(0) };
        }
        let mut way = gesture.path;
        if shown && way.last() != Some(&point) {
            way.push(point);
        }
        match self.mode {
            Mode::Spread => self.add_spread(&way),
            mode if mode.is_brush() && !way.is_empty() => self.paint(way),
            // A drag that began on no mark moved what is seen, or scrolled the page.
            _ => Ok(0),
        }
    }

    /// The pointer is taken away, or a second one comes: the record is as it was.
    pub fn cancel(&mut self) -> Result<u32> {
        if let Some(gesture) = self.gesture.take() {
            self.drawing.set_trace(&[], 0)?;
            if let Some(group) = gesture.on.as_ref().and_then(|id| self.drawing.group(id)) {
                group.remove_attribute("transform")?;
            }
        }
        Ok(0)
    }

    /// How much larger than at first the drawing is, in percent.
    #[wasm_bindgen(getter)]
    pub fn zoom(&self) -> i32 {
        self.drawing.zoom
    }

    /// Zooms to `percent` about a place, which stays where it is.
    #[wasm_bindgen(js_name = zoomAt)]
    pub fn zoom_at(&mut self, percent: i32, x: i32, y: i32) -> Result {
        self.drawing.zoom_at(percent, Point::new(x, y))?;
        self.sync()
    }

    /// Moves what is seen.
    pub fn pan(&mut self, x: i32, y: i32) -> Result {
        self.drawing.pan(Point::new(x, y))
    }
}
