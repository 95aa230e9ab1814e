//! The keyboard on the map: one tab stop, arrows from region to region, Enter to mark, and from mark to
//! mark.

use painmap::anatomy::Point;
use painmap::record::Mark;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::Result;
use crate::mode::Mode;
use crate::widget::{FOCUS, HANDLED, Widget};

/// How far a small step goes, in bu.
const SMALL_STEP: i32 = 50;

#[wasm_bindgen]
impl Widget {
    /// A key on the map, by its name in the DOM; says in bits what it changed.
    pub fn press(&mut self, key: &str, small: bool) -> Result<u32> {
        if self.waits() {
            return Ok(0);
        }
        // Who may only look can walk all the same.
        let (dx, dy) = match key {
            "ArrowLeft" => (-1, 0),
            "ArrowRight" => (1, 0),
            "ArrowUp" => (0, -1),
            "ArrowDown" => (0, 1),
            _ if self.locked => return Ok(0),
            "Enter" | " " => return Ok(self.choose_at(self.cursor)? | HANDLED),
            "Delete" | "Backspace" => return Ok(self.act("delete", "")? | HANDLED),
            _ => return Ok(0),
        };
        let to = if small {
            // The arrows are the screen's; the cursor is the body's.
            let step = self.drawing.point_at(dx * SMALL_STEP, dy * SMALL_STEP);
            let to = Point::new(self.cursor.x + step.x, self.cursor.y + step.y);
            self.drawing.chart.locate(to).and(self.drawing.frames(to).then_some(to))
        } else {
            self.drawing.next_place(self.cursor, (dx, dy))
        };
        if let Some(to) = to {
            self.move_cursor(to)?;
            self.drawing.reveal(to)?;
        }
        Ok(HANDLED)
    }

    /// Ends what is under way, else puts the selected mark away.
    pub fn escape(&mut self) -> Result<u32> {
        if self.gesture.is_some() {
            return Ok(self.cancel()? | HANDLED);
        }
        if self.mode != Mode::Spot {
            return Ok(self.begin(Mode::Spot)? | HANDLED);
        }
        if self.editor.selected().is_some() {
            return Ok(self.select(None)? | HANDLED | FOCUS);
        }
        Ok(0)
    }
}

impl Widget {
    /// Selects the next mark, or the one before; after the last comes the first.
    pub(crate) fn walk(&mut self, onwards: bool) -> Result<u32> {
        let map = self.editor.map();
        let count = map.marks().len();
        let at = self
            .editor
            .selected()
            .and_then(|selected| map.marks().position(|mark| mark.id() == selected.id()));
        let next = match at {
            _ if count == 0 => return Ok(self.tell("list.empty")),
            Some(index) => index + if onwards { 1 } else { count - 1 },
            None => {
                if onwards {
                    0
                } else {
                    count - 1
                }
            }
        };
        let id = map.marks().nth(next % count).map(|mark| mark.id().clone());
        let outcome = self.select(id.as_ref())?;
        if let Some(at) = self.editor.selected().map(Mark::anchor) {
            self.move_cursor(at)?;
        }
        self.said = "sentence";
        Ok(outcome)
    }
}
