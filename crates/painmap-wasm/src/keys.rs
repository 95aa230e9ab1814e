//! The keyboard on the map: one tab stop, arrows from region to region, Enter to mark.

use painmap::anatomy::Point;
use web_sys::KeyboardEvent;

use crate::dom::Result;
use crate::widget::{HANDLED, Widget, target};

/// How far a small step goes, in bu.
const SMALL_STEP: i32 = 50;

impl Widget {
    pub(crate) fn press(&mut self, event: &KeyboardEvent) -> Result<u32> {
        if event.ctrl_key() || event.meta_key() {
            return self.press_with_control(event);
        }
        if event.key() == "Escape" {
            return self.escape();
        }
        if !target(event).is_some_and(|target| target == self.drawing.surface) || event.alt_key() {
            return Ok(0);
        }
        let (dx, dy) = match event.key().as_str() {
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
        let to = if event.shift_key() {
            // The arrows are the screen's; the cursor is the body's.
            let step = self.drawing.picture.view.to_screen(Point::new(dx * SMALL_STEP, dy * SMALL_STEP));
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

    /// Undo and redo; in a text field they are the field's own.
    fn press_with_control(&mut self, event: &KeyboardEvent) -> Result<u32> {
        let typing = target(event).is_some_and(|target| target.tag_name() == "TEXTAREA");
        match event.key().as_str() {
            _ if typing => Ok(0),
            "z" => Ok(self.undo()? | HANDLED),
            "y" | "Z" => Ok(self.redo()? | HANDLED),
            _ => Ok(0),
        }
    }

    /// Ends what is under way, else puts the selected mark away.
    fn escape(&mut self) -> Result<u32> {
        if self.gesture.is_some() {
            return Ok(self.cancel()? | HANDLED);
        }
        if self.spreading {
            self.set_spreading(false)?;
            return Ok(HANDLED);
        }
        if self.editor.selected().is_some() {
            return Ok(self.select(None)? | HANDLED);
        }
        Ok(0)
    }
}
