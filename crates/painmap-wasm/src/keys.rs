//! The keyboard on the map: one tab stop, arrows from region to region, Enter to mark.

use painmap::anatomy::Point;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::Result;
use crate::widget::{FOCUS, HANDLED, Widget};

/// How far a small step goes, in bu.
const SMALL_STEP: i32 = 50;

#[wasm_bindgen]
impl Widget {
    /// A key on the map, by its name in the DOM; says in bits what it changed.
    pub fn press(&mut self, key: &str, small: bool) -> Result<u32> {
        if self.locked || self.waits() {
            return Ok(0);
        }
        let (dx, dy) = match key {
            "ArrowLeft" => (-1, 0),
            "ArrowRight" => (1, 0),
            "ArrowUp" => (0, -1),
            "ArrowDown" => (0, 1),
            "Enter" | " " => {
                let outcome = if self.spreading {
                    self.add_spread(&[self.cursor])?
                } else {
                    self.add_spot(self.cursor)?
                };
                return Ok(outcome | HANDLED);
            }
            "Delete" | "Backspace" => return Ok(self.delete_selected()? | HANDLED),
            _ => return Ok(0),
        };
        let to = if small {
            // The arrows are the screen's; the cursor is the body's.
            let step = self.drawing.point_at(dx * SMALL_STEP, dy * SMALL_STEP);
            let to = Point::new(self.cursor.x + step.x, self.cursor.y + step.y);
            self.drawing.chart.locate(to).and(self.drawing.shows(to).then_some(to))
        } else {
            self.drawing.next_place(self.cursor, (dx, dy))
        };
        if let Some(to) = to {
            self.move_cursor(to)?;
        }
        Ok(HANDLED)
    }

    /// Ends what is under way, else puts the selected mark away.
    pub fn escape(&mut self) -> Result<u32> {
        if self.gesture.is_some() {
            return Ok(self.cancel()? | HANDLED);
        }
        if self.spreading {
            self.set_spreading(false)?;
            return Ok(HANDLED);
        }
        if self.editor.selected().is_some() {
            return Ok(self.select(None)? | HANDLED | FOCUS);
        }
        Ok(0)
    }
}
