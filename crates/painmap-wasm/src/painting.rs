//! What is loaded once somebody takes the brush or the eraser.

use painmap::anatomy::Point;
use painmap::edit::{Command, Editor};

use crate::dom::Result;
use crate::mode::Mode;
use crate::widget::{CHANGED, Widget};

/// Paints or erases along a stroke; answers what changed, in bits.
pub(crate) fn paint(widget: &mut Widget, stroke: Vec<Point>) -> Result<u32> {
    let (view, radius) = (widget.drawing.picture.view, widget.brush);
    let id = widget.own_selected();
    if widget.mode == Mode::Area {
        let command = Command::Paint { view, stroke, radius, onto: id };
        return widget.apply_by(Editor::apply_stroke, command, "sentence");
    }
    let Some(id) = id else { return Ok(widget.tell("said.noArea")) };
    let outcome = widget.apply_by(Editor::apply_stroke, Command::Erase { id, stroke, radius }, "sentence")?;
    if outcome & CHANGED != 0 && widget.editor.selected().is_none() {
        widget.tell("said.erased");
    }
    Ok(outcome)
}
