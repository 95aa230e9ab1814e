//! The widget: its state, what the element's class may ask of it, and the way from a command to
//! the screen.

use painmap::PainMap;
use painmap::anatomy::{Crop, Figure, Point, View};
use painmap::describe::{Wording, place, sentence, sentences};
use painmap::edit::{Command, EditError, Editor};
use painmap::record::{Author, Mark, MarkId, Moment, Provocation, Quality, Radius, ReadError, Shown};
use painmap::scene::Picture;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, PointerEvent};

use crate::dom::Result;
use crate::drawing::Drawing;
use crate::frame::Frame;
use crate::gesture::Gesture;
use crate::panel::{Choice, Panel};
use crate::skeleton::Skeleton;
use crate::words;

/// What an event changed; the bits are added.
pub(crate) const CHANGED: u32 = 1;
pub(crate) const SELECTED: u32 = 2;
/// The event is dealt with: the page's default action must not happen.
pub(crate) const HANDLED: u32 = 4;

/// The widget in one element's shadow root.
#[wasm_bindgen]
#[expect(
    missing_debug_implementations,
    reason = "nobody prints a widget, and DOM nodes print nothing useful"
)]
pub struct Widget {
    pub(crate) editor: Editor,
    pub(crate) frame: Frame,
    pub(crate) drawing: Drawing,
    pub(crate) panel: Panel,
    pub(crate) gesture: Option<Gesture>,
    /// The next tap is where the selected mark's pain spreads to.
    pub(crate) spreading: bool,
    /// Where the keyboard's cursor is.
    pub(crate) cursor: Point,
    locked: bool,
}

#[wasm_bindgen]
impl Widget {
    /// Builds the widget in `root`, an element of a shadow root.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &Element, figure: &str, crop: &str) -> Result<Self> {
        root.set_text_content(None);
        let (figure, crop) = (word(figure, Figure::Neutral), word(crop, Crop::Whole));
        let picture = Picture { view: View::Posterior, crop };
        let skeleton = Skeleton::build(root)?;
        let drawing = Drawing::new(skeleton.surface.clone(), figure, picture)?;
        let (frame, panel) = (Frame::new(&skeleton), Panel::new(&skeleton)?);
        let editor = Editor::new(untouched(figure, picture), Author::Patient);
        let cursor = drawing.places.first().map_or(Point::new(0, 0), |place| place.label);
        let mut widget =
            Self { editor, frame, drawing, panel, gesture: None, spreading: false, cursor, locked: false };
        widget.move_cursor(cursor)?;
        widget.sync()?;
        Ok(widget)
    }

    /// The record as canonical JSON.
    #[wasm_bindgen(getter)]
    pub fn value(&self) -> String {
        self.editor.map().to_json()
    }

    /// Takes a record in place of the one that is there, with nothing to undo; an empty text gives an
    /// untouched one. On an error the record stays.
    pub fn load(&mut self, text: &str) -> Result {
        let map = if text.trim().is_empty() {
            untouched(self.editor.map().figure, self.drawing.picture)
        } else {
            let read = |text| -> std::result::Result<PainMap, ReadError> {
                let map = PainMap::from_json(text)?;
                map.check_by(Author::Patient)?;
                Ok(map)
            };
            read(text).map_err(|error| fault(&error.to_string(), error.pointer()))?
        };
        if map.figure != self.drawing.chart.figure() {
            self.drawing = Drawing::new(self.drawing.surface.clone(), map.figure, self.drawing.picture)
                .map_err(|_| fault("at /figure: the atlas has no drawing of this figure yet", "/figure"))?;
        }
        self.editor = Editor::new(map, Author::Patient);
        self.gesture = None;
        self.spreading = false;
        self.sync()
    }

    /// Shows another part of the body.
    pub fn show(&mut self, crop: &str) -> Result {
        let picture = Picture { crop: word(crop, Crop::Whole), ..self.drawing.picture };
        if picture == self.drawing.picture {
            return Ok(());
        }
        let figure = self.editor.map().figure;
        self.drawing = Drawing::new(self.drawing.surface.clone(), figure, picture)?;
        if self.editor.map().is_untouched() && !self.editor.can_undo() {
            self.editor = Editor::new(untouched(figure, picture), Author::Patient);
        }
        let cursor = self.drawing.places.first().map_or(self.cursor, |place| place.label);
        self.move_cursor(cursor)?;
        self.sync()
    }

    /// Locks the widget: it shows the record and takes no change.
    pub fn lock(&mut self, locked: bool) -> Result {
        self.locked = locked;
        self.gesture = None;
        self.spreading = false;
        if locked {
            self.editor.select(None);
        }
        self.sync()
    }

    /// Whether anything was answered.
    #[wasm_bindgen(getter, js_name = isAnswered)]
    pub fn is_answered(&self) -> bool {
        self.editor.map().marks().len() > 0 || self.editor.map().no_pain()
    }

    /// How many marks there are.
    #[wasm_bindgen(getter, js_name = markCount)]
    pub fn mark_count(&self) -> usize {
        self.editor.map().marks().len()
    }

    /// The id of the selected mark; empty where none is.
    #[wasm_bindgen(getter)]
    pub fn selected(&self) -> String {
        self.editor.selected().map_or_else(String::new, |mark| mark.id().as_str().to_owned())
    }

    /// The record in sentences, a line each.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&self) -> String {
        sentences(self.editor.map()).join("\n")
    }

    /// Puts the selected mark and its questions away.
    #[wasm_bindgen(js_name = putAway)]
    pub fn put_away(&mut self) -> Result<u32> {
        self.select(None)
    }

    /// Makes a text that was typed into the fallback the record's note.
    pub fn adopt(&mut self, note: &str) -> Result {
        self.apply(Command::SetRecordNote(note.to_owned()), "")?;
        Ok(())
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> Result<u32> {
        self.back_or_forth(Editor::undo, words::UNDONE)
    }

    /// Does the last undone step again; whether there was one.
    pub fn redo(&mut self) -> Result<u32> {
        self.back_or_forth(Editor::redo, words::REDONE)
    }

    /// Takes all marks and "no pain" away, as one step of undo.
    pub fn clear(&mut self) -> Result<u32> {
        self.apply(Command::Clear, words::CLEARED)
    }

    /// Deals with an event of the shadow root; says in bits what it changed.
    pub fn handle(&mut self, event: &Event) -> Result<u32> {
        if self.locked {
            return Ok(0);
        }
        match event.type_().as_str() {
            "pointerdown" | "pointermove" | "pointerup" | "pointercancel" => {
                self.point(event.unchecked_ref::<PointerEvent>())
            }
            "keydown" => self.press(event.unchecked_ref::<KeyboardEvent>()),
            "click" | "change" | "input" => self.act(event),
            _ => Ok(0),
        }
    }
}

impl Widget {
    /// Carries a command out, stamps the record and shows the change.
    pub(crate) fn apply(&mut self, command: Command, said: &str) -> Result<u32> {
        let before = self.selected();
        let words = match self.editor.apply(command) {
            Ok(false) => return Ok(0),
            Ok(true) => said,
            Err(error) => {
                self.frame.announce(match error {
                    EditError::NotYours => words::NOT_YOURS,
                    EditError::BadShape => words::OFF_THE_BODY,
                    _ => words::FULL,
                });
                return Ok(0);
            }
        };
        self.stamp();
        self.spreading = false;
        self.sync()?;
        if !words.is_empty() {
            self.frame.announce(words);
        }
        Ok(CHANGED | if self.selected() == before { 0 } else { SELECTED })
    }

    /// Adds a spot where the body is, and says where it is.
    pub(crate) fn add_spot(&mut self, at: Point) -> Result<u32> {
        let Some(at) = self.drawing.chart.snap(at, SNAP) else {
            self.frame.announce(words::OFF_THE_BODY);
            return Ok(0);
        };
        let outcome = self.apply(Command::AddSpot { view: self.drawing.picture.view, at }, "")?;
        if let (CHANGED.., Some(mark)) = (outcome, self.editor.selected()) {
            let where_it_is = place(self.editor.map().figure, mark, Wording::Plain);
            self.frame.announce(&words::marked(self.mark_count(), &where_it_is));
        }
        Ok(outcome)
    }

    /// Ends the path along which the selected mark's pain spreads.
    pub(crate) fn add_spread(&mut self, way: &[Point]) -> Result<u32> {
        let Some((mark, end)) = self.editor.selected().zip(way.last()) else { return Ok(0) };
        let Some(end) = self.drawing.chart.snap(*end, SNAP) else {
            self.frame.announce(words::OFF_THE_BODY);
            return Ok(0);
        };
        let id = mark.id().clone();
        let view = self.drawing.picture.view;
        let mut path = Vec::with_capacity(way.len() + 1);
        if mark.view() == view {
            path.push(mark.anchor());
        }
        path.extend_from_slice(&way[..way.len() - 1]);
        path.push(end);
        let outcome = self.apply(Command::AddRadiation { id, view, path }, "")?;
        if let (CHANGED.., Some(mark)) = (outcome, self.editor.selected()) {
            self.frame.announce(&sentence(self.editor.map(), mark, Wording::Plain));
        }
        Ok(outcome)
    }

    /// Selects a mark, or none.
    pub(crate) fn select(&mut self, id: Option<&MarkId>) -> Result<u32> {
        let before = self.selected();
        self.editor.select(id);
        self.spreading = false;
        self.sync()?;
        Ok(if self.selected() == before { 0 } else { SELECTED })
    }

    pub(crate) fn move_cursor(&mut self, to: Point) -> Result {
        self.cursor = to;
        self.drawing.set_cursor(to)
    }

    /// Begins or ends waiting for the place that the pain spreads to.
    pub(crate) fn set_spreading(&mut self, spreading: bool) -> Result {
        self.spreading = spreading && self.editor.selected().is_some();
        self.sync()?;
        if self.spreading {
            self.frame.announce(words::PROMPT_SPREAD);
        }
        Ok(())
    }

    pub(crate) fn sync(&mut self) -> Result {
        let selected = self.editor.selected();
        let spreading = self.spreading;
        self.drawing.surface.class_list().toggle_with_force("spreading", spreading)?;
        self.drawing.sync(self.editor.map(), selected.map(Mark::id))?;
        self.panel.sync(self.editor.map(), selected, spreading)?;
        self.frame.sync(&self.editor, spreading, self.locked)
    }

    fn back_or_forth(&mut self, step: fn(&mut Editor) -> bool, said: &str) -> Result<u32> {
        if !step(&mut self.editor) {
            return Ok(0);
        }
        self.stamp();
        self.spreading = false;
        self.sync()?;
        self.frame.announce(said);
        Ok(CHANGED | SELECTED)
    }

    /// A click, a choice or a typed letter, told by the control's `data-do` or `data-choice`.
    fn act(&mut self, event: &Event) -> Result<u32> {
        let Some(control) =
            target(event).and_then(|target| target.closest("[data-do],[data-choice]").ok()?)
        else {
            return Ok(0);
        };
        let kind = event.type_();
        if kind == "change" {
            if let Some((choice, on)) = self.panel.choice(&control) {
                return self.choose(choice, on);
            }
        }
        let action = control.get_attribute("data-do").unwrap_or_default();
        match (kind.as_str(), action.as_str()) {
            ("change", "no-pain") => self.apply(Command::SetNoPain(self.frame.no_pain()), ""),
            ("input", "note") => match self.editor.selected().map(|mark| mark.id().clone()) {
                Some(id) => self.apply(Command::SetNote { id, note: self.panel.note() }, ""),
                None => Ok(0),
            },
            ("click", "undo") => self.undo(),
            ("click", "redo") => self.redo(),
            ("click", "clear") => self.clear(),
            ("click", "done") => {
                let outcome = self.select(None)?;
                self.focus_map()?;
                Ok(outcome)
            }
            ("click", "delete") => {
                let outcome = self.delete_selected()?;
                self.focus_map()?;
                Ok(outcome)
            }
            ("click", "select") => {
                let id = control.get_attribute("data-id").and_then(|id| MarkId::new(&id));
                self.select(id.as_ref())
            }
            ("click", "spread") => {
                self.set_spreading(!self.spreading)?;
                if self.spreading {
                    self.focus_map()?;
                }
                Ok(0)
            }
            ("click", "unspread") => {
                let index = control.get_attribute("data-index").and_then(|index| index.parse().ok());
                match (self.editor.selected().map(|mark| mark.id().clone()), index) {
                    (Some(id), Some(index)) => self.apply(Command::DeleteRadiation { id, index }, ""),
                    _ => Ok(0),
                }
            }
            _ => Ok(0),
        }
    }

    fn choose(&mut self, choice: Choice, on: bool) -> Result<u32> {
        let Some(mark) = self.editor.selected() else { return Ok(0) };
        let id = mark.id().clone();
        self.apply(
            match choice {
                Choice::Intensity(intensity) => Command::SetIntensity { id, intensity: Some(intensity) },
                Choice::Quality(quality) => {
                    let said =
                        |&each: &Quality| if each == quality { on } else { mark.qualities.contains(&each) };
                    Command::SetQualities {
                        id,
                        qualities: Quality::ALL.iter().copied().filter(said).collect(),
                    }
                }
                Choice::ProvokedBy(way) => {
                    let said = |&each: &Provocation| {
                        if each == way { on } else { mark.provoked_by.contains(&each) }
                    };
                    let provoked_by = Provocation::ALL.iter().copied().filter(said).collect();
                    Command::SetProvokedBy { id, provoked_by }
                }
                Choice::Depth(depth) => Command::SetDepth { id, depth: Some(depth) },
                Choice::Size(size) => Command::Resize { id, radius: Radius::new(size) },
            },
            "",
        )
    }

    pub(crate) fn delete_selected(&mut self) -> Result<u32> {
        match self.editor.selected().map(|mark| mark.id().clone()) {
            Some(id) => self.apply(Command::Delete { id }, words::DELETED),
            None => Ok(0),
        }
    }

    fn focus_map(&self) -> Result {
        self.drawing.surface.unchecked_ref::<HtmlElement>().focus()
    }

    fn stamp(&mut self) {
        let now = String::from(js_sys::Date::new_0().to_iso_string());
        // Whole seconds: 2026-11-22T09:30:00.123Z without its fraction.
        let seconds = now.split('.').next().unwrap_or_default();
        if let Some(moment) = Moment::new(&format!("{seconds}Z")) {
            self.editor.stamp(moment);
        }
    }
}

/// How far off the body a tap may be and still count, in bu.
pub(crate) const SNAP: i32 = 150;

/// The innermost element that an event is about.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn word<T: std::str::FromStr>(text: &str, otherwise: T) -> T {
    text.parse().unwrap_or(otherwise)
}

fn untouched(figure: Figure, picture: Picture) -> PainMap {
    let mut map = PainMap::new(figure);
    map.shown.push(Shown::new(picture.view, picture.crop));
    map
}

/// An error for the page: the reason as its message, the place as its `pointer`.
fn fault(message: &str, pointer: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // Setting a property of a fresh object can't fail.
    let _ = js_sys::Reflect::set(&error, &"pointer".into(), &pointer.into());
    error.into()
}
