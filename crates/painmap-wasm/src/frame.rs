//! What stands round the map and the panel: notice, prompt, tools, the list of marks, announcements.

use painmap::PainMap;
use painmap::describe::{Wording, sentence};
use painmap::edit::Editor;
use painmap::record::MarkId;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::dom::{Result, html, html_text, set_flag, set_text, show};
use crate::words;

pub(crate) struct Frame {
    /// Where the map is drawn: the one tab stop of it.
    pub(crate) surface: Element,
    /// Where the panel goes.
    pub(crate) side: Element,
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
    pub(crate) fn new(root: &Element) -> Result<Self> {
        let notice = html(root, "p", &[("class", "notice"), ("part", "notice")])?;
        html_text(&notice, "slot", &[("name", "notice")], words::NOTICE)?;
        let work = html(root, "div", &[("class", "work")])?;
        let stage = html(&work, "div", &[("class", "stage")])?;
        let prompt = html(&stage, "p", &[("class", "prompt"), ("part", "prompt")])?;
        let surface = html(
            &stage,
            "div",
            &[
                ("class", "surface"),
                ("part", "map"),
                ("tabindex", "0"),
                ("role", "listbox"),
                ("aria-multiselectable", "true"),
                ("aria-label", words::MAP),
                ("aria-describedby", "keys"),
            ],
        )?;
        html_text(&stage, "p", &[("class", "spoken"), ("id", "keys")], words::MAP_KEYS)?;

        let side = html(&work, "div", &[("class", "side-column")])?;
        let tools = html(&stage, "div", &[("class", "tools"), ("part", "tools")])?;
        let button = |action: &str, text: &str| {
            html_text(&tools, "button", &[("type", "button"), ("part", "button"), ("data-do", action)], text)
        };
        let (undo, redo) = (button("undo", words::UNDO)?, button("redo", words::REDO)?);
        let clear = button("clear", words::CLEAR)?;
        let label = html(&tools, "label", &[("class", "no-pain")])?;
        let no_pain = html(&label, "input", &[("type", "checkbox"), ("data-do", "no-pain")])?;
        html_text(&label, "span", &[], words::NO_PAIN)?;

        let section =
            html(root, "section", &[("class", "list"), ("part", "list"), ("aria-labelledby", "list-title")])?;
        html_text(&section, "h2", &[("class", "title"), ("id", "list-title")], words::LIST)?;
        let empty = html_text(&section, "p", &[("class", "empty")], words::LIST_EMPTY)?;
        let list = html(&section, "ol", &[])?;
        let status = html(root, "p", &[("class", "spoken"), ("role", "status")])?;
        Ok(Self {
            surface,
            side,
            prompt,
            tools,
            undo,
            redo,
            clear,
            no_pain: no_pain.unchecked_into(),
            list,
            empty,
            status,
        })
    }

    pub(crate) fn sync(&self, editor: &Editor, spreading: bool, locked: bool) -> Result {
        let map = editor.map();
        let selected = editor.selected().map(|mark| mark.id());
        set_text(
            &self.prompt,
            match () {
                () if locked => words::PROMPT_READ_ONLY,
                () if spreading => words::PROMPT_SPREAD,
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
        set_text(&self.empty, if map.no_pain() { words::NO_PAIN } else { words::LIST_EMPTY });
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
                    html(&row, "button", &[("type", "button"), ("part", "button"), ("data-do", "select")])?;
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
