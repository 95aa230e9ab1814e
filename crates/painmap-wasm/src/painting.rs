//! What is loaded once somebody takes the brush or the eraser.

use painmap::edit::{Command, Editor};

use crate::dom::Result;
use crate::mode::{Mode, Stroke};
use crate::widget::{CHANGED, Widget};

/// Paints or erases along a stroke; answers what changed, in bits.
pub(crate) fn paint(widget: &mut Widget, Stroke { mode, view, radius, way: stroke }: Stroke) -> Result<u32> {
    let id = widget.own_selected();
    if mode == Mode::Area {
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
