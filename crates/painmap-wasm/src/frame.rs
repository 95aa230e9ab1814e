//! Prompt, tools, the list of marks and the announcements: what follows the record round the map.

use painmap::PainMap;
use painmap::anatomy::View;
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
    views: Element,
    turns: Vec<(View, Element)>,
    map_name: Element,
    tools: Element,
    undo: Element,
    redo: Element,
    clear: Element,
    no_pain: HtmlInputElement,
    list: Element,
    empty: Element,
    record_note: Element,
    status: Element,
    rows: Vec<Row>,
}

/// A mark in the list.
struct Row {
    element: Element,
    words: Element,
    button: Element,
}

impl Frame {
    pub(crate) fn new(skeleton: &Skeleton) -> Self {
        Self {
            prompt: skeleton.prompt.clone(),
            views: skeleton.views.clone(),
            turns: Vec::new(),
            map_name: skeleton.map_name.clone(),
            tools: skeleton.tools.clone(),
            undo: skeleton.undo.clone(),
            redo: skeleton.redo.clone(),
            clear: skeleton.clear.clone(),
            no_pain: skeleton.no_pain.clone().unchecked_into(),
            list: skeleton.list.clone(),
            empty: skeleton.empty.clone(),
            record_note: skeleton.record_note.clone(),
            status: skeleton.status.clone(),
            rows: Vec::new(),
        }
    }

    pub(crate) fn sync(&mut self, editor: &Editor, spreading: bool, locked: bool) -> Result {
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
        show(&self.record_note, map.note().is_some())?;
        set_text(&self.record_note, &words::record_note(map.note().unwrap_or_default()));
        self.sync_list(map, selected, locked)
    }

    /// Makes the switch between the views; one alone needs none.
    pub(crate) fn offer_views(&mut self, views: &[View]) -> Result {
        self.views.set_text_content(None);
        self.turns.clear();
        show(&self.views, views.len() > 1)?;
        for &view in views {
            let turn = button(&self.views, "view")?;
            turn.set_attribute("data-value", view.as_str())?;
            set_text(&turn, words::view(view));
            self.turns.push((view, turn));
        }
        Ok(())
    }

    /// Tells which view is shown.
    pub(crate) fn sync_view(&self, shown: View) -> Result {
        set_text(&self.map_name, words::map(shown));
        for (view, turn) in &self.turns {
            turn.set_attribute("aria-pressed", if *view == shown { "true" } else { "false" })?;
        }
        Ok(())
    }

    /// Rows are kept in place, so that a focused one keeps its focus.
    fn sync_list(&mut self, map: &PainMap, selected: Option<&MarkId>, locked: bool) -> Result {
        let count = map.marks().len();
        for row in self.rows.drain(count.min(self.rows.len())..) {
            row.element.remove();
        }
        while self.rows.len() < count {
            let element = html(&self.list, "li", &[])?;
            let words = html(&element, "span", &[])?;
            let button = button(&element, "select")?;
            self.rows.push(Row { element, words, button });
        }
        for (index, (row, mark)) in self.rows.iter().zip(map.marks()).enumerate() {
            set_text(&row.words, &sentence(map, mark, Wording::Plain));
            set_text(&row.button, &words::change(index + 1));
            show(&row.button, !locked)?;
            row.button.set_attribute("data-value", mark.id().as_str())?;
            let pressed = if selected == Some(mark.id()) { "true" } else { "false" };
            row.button.set_attribute("aria-pressed", pressed)?;
        }
        Ok(())
    }

    /// Tells assistive technology; the sighted see it happen.
    pub(crate) fn announce(&self, text: &str) {
        self.status.set_text_content(Some(text));
    }
}
