//! Prompt, tools, the list of marks and the announcements: what follows the record round the map.

use painmap::PainMap;
use painmap::describe::{Wording, sentence};
use painmap::edit::Editor;
use painmap::record::MarkId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::dom::{Result, button, html, set_flag, set_text, show};
use crate::skeleton::Skeleton;
use crate::words;

pub(crate) struct Frame {
    prompt: Element,
    tools: Element,
    undo: Element,
    redo: Element,
    clear: Element,
    no_pain: HtmlInputElement,
    list: Element,
    empty: Element,
    status: Element,
}

impl Frame {
    pub(crate) fn new(skeleton: &Skeleton) -> Self {
        Self {
            prompt: skeleton.prompt.clone(),
            tools: skeleton.tools.clone(),
            undo: skeleton.undo.clone(),
            redo: skeleton.redo.clone(),
            clear: skeleton.clear.clone(),
            no_pain: skeleton.no_pain.clone().unchecked_into(),
            list: skeleton.list.clone(),
            empty: skeleton.empty.clone(),
            status: skeleton.status.clone(),
        }
    }

    pub(crate) fn sync(&self, editor: &Editor, spreading: bool, locked: bool) -> Result {
        let map = editor.map();
        let selected = editor.selected().map(|mark| mark.id());
        set_text(
            &self.prompt,
            match () {
                () if locked => words::PROMPT_READ_ONLY,
                () if spreading => words::PROMPT_SPREAD,
                () if map.no_pain() => words::PROMPT_NO_PAIN,
            () if map.marks().len() == 0 => words::PROMPT_START,
                () => words::PROMPT_MORE,
            },
        );
        show(&self.tools, !locked)?;
        set_flag(&self.undo, "disabled", !editor.can_undo())?;
        set_flag(&self.redo, "disabled", !editor.can_redo())?;
        set_flag(&self.clear, "disabled", map.marks().len() == 0)?;
        self.no_pain.set_checked(map.no_pain());
        show(&self.empty, map.marks().len() == 0)?;
        set_text(&self.empty, if map.no_pain() { words::LIST_NO_PAIN } else { words::LIST_EMPTY });
        self.sync_list(map, selected, locked)
    }

    /// Rows are kept in place, so that a focused one keeps its focus.
    fn sync_list(&self, map: &PainMap, selected: Option<&MarkId>, locked: bool) -> Result {
        let rows = self.list.children();
        for (index, mark) in map.marks().enumerate() {
            let words = sentence(map, mark, Wording::Plain);
            let row = match rows.item(u32::try_from(index).unwrap_or(u32::MAX)) {
                Some(row) => row,
                None => {
                    let row = html(&self.list, "li", &[])?;
                    html(&row, "span", &[])?;
                    button(&row, "select")?;
                    row
                }
            };
            let (Some(text), Some(button)) = (row.first_element_child(), row.last_element_child()) else {
                continue;
            };
            set_text(&text, &words);
            set_text(&button, &words::change(index + 1));
            show(&button, !locked)?;
            button.set_attribute("data-id", mark.id().as_str())?;
            button
                .set_attribute("aria-pressed", if selected == Some(mark.id()) { "true" } else { "false" })?;
        }
        while let Some(surplus) = rows.item(u32::try_from(map.marks().len()).unwrap_or(u32::MAX)) {
            surplus.remove();
        }
        Ok(())
    }

    /// Tells assistive technology; the sighted see it happen.
    pub(crate) fn announce(&self, text: &str) {
        self.status.set_text_content(Some(text));
    }

    pub(crate) fn no_pain(&self) -> bool {
        self.no_pain.checked()
    }
}
