//! Touch, pen and mouse on the map: tap to add, tap to select, drag to move, draw where it spreads.

use painmap::anatomy::Point;
use painmap::edit::Command;
use painmap::record::MarkId;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::{Result, translate};
use crate::gesture::Gesture;
use crate::widget::{HANDLED, SNAP, Widget};

/// Places are in units of the drawing, whole; what each call changed comes back in bits.
#[wasm_bindgen]
impl Widget {
    /// A primary pointer comes down, on the mark of this id where it is not empty.
    pub fn down(&mut self, pointer: i32, x: i32, y: i32, mark: &str) -> Result<u32> {
        // What an interrupted press left behind ends here.
        self.cancel()?;
        let on = if self.spreading { None } else { MarkId::new(mark) };
        if !self.locked && !self.waits() {
            self.gesture = Some(Gesture::new(pointer, on, self.drawing.point_at(x, y)));
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
        if self.spreading {
            let view = self.drawing.picture.view;
            let from =
                self.editor.selected().filter(|mark| mark.view() == view).map(painmap::record::Mark::anchor);
            let trace: Vec<Point> = from.into_iter().chain(gesture.path.iter().copied()).collect();
            self.drawing.set_trace(&trace)?;
        } else if let Some(group) = gesture.on.as_ref().and_then(|id| self.drawing.group(id)) {
            // The group is in screen coordinates; an offset mirrors like a point.
            let offset = self.drawing.picture.view.to_screen(gesture.offset(point));
            group.set_attribute("transform", &translate(offset))?;
        }
        Ok(HANDLED)
    }

    /// A pointer is lifted: only now something happens to the record.
    pub fn up(&mut self, pointer: i32, x: i32, y: i32) -> Result<u32> {
        let point = self.drawing.point_at(x, y);
        let Some(gesture) = self.gesture.take_if(|gesture| gesture.pointer == pointer) else { return Ok(0) };
        self.drawing.set_trace(&[])?;
        match gesture.on.clone() {
            Some(id) if gesture.moved => {
                if let Some(group) = self.drawing.group(&id) {
                    group.remove_attribute("transform")?;
                }
                let offset = gesture.offset(point);
                let anchor = self.editor.map().mark(&id).map(painmap::record::Mark::anchor);
                let to = anchor.map(|from| Point::new(from.x + offset.x, from.y + offset.y));
                match to.and_then(|to| self.drawing.chart.snap(to, SNAP)) {
                    Some(to) => self.apply(Command::Move { id, to }, ""),
                    None => Ok(0),
                }
            }
            Some(id) => self.select(Some(&id)),
            None if self.spreading && gesture.moved => {
                let mut way = gesture.path;
                if way.last() != Some(&point) {
                    way.push(point);
                }
                self.add_spread(&way)
            }
            None if self.spreading => self.add_spread(&[point]),
            // A drag that began on no mark is a scroll that went nowhere.
            None if gesture.moved || !self.drawing.shows(point) => Ok(0),
            None => self.add_spot(point),
        }
    }

    /// The pointer is taken away, or a second one comes: the record is as it was.
    pub fn cancel(&mut self) -> Result<u32> {
        if let Some(gesture) = self.gesture.take() {
            self.drawing.set_trace(&[])?;
            if let Some(group) = gesture.on.as_ref().and_then(|id| self.drawing.group(id)) {
                group.remove_attribute("transform")?;
            }
        }
        Ok(0)
    }
}
