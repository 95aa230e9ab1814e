//! The widget: its state, what the element's class may ask of it, and the way from a command to
//! the screen.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::describe::{Wording, place, sentence, sentences};
use painmap::edit::{Command, EditError, Editor};
use painmap::record::{Author, Mark, MarkId, Moment, Provocation, Quality, Radius};
use painmap::scene::Picture;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::dom::{Result, set_flag};
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
/// The map wants the focus.
pub(crate) const FOCUS: u32 = 8;

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
    pub(crate) locked: bool,
    /// The figure of a record that is begun.
    pub(crate) figure: Figure,
    /// The views that the page offers.
    pub(crate) views: Vec<View>,
    /// What is to be seen; it may still be on its way.
    pub(crate) picture: Picture,
    /// All that was drawn so far of this record.
    pub(crate) seen: Vec<Picture>,
}

#[wasm_bindgen]
impl Widget {
    /// Builds the widget in `root`, an element of a shadow root. What it shows is what is built in,
    /// until [`Widget::show`] asks for something else.
    #[wasm_bindgen(constructor)]
    pub fn new(root: &Element) -> Result<Self> {
        root.set_text_content(None);
        let (figure, picture) = (Figure::Neutral, Picture::default());
        let skeleton = Skeleton::build(root)?;
        let drawing = Drawing::new(skeleton.surface.clone(), figure, picture)?;
        let (frame, panel) = (Frame::new(&skeleton), Panel::new(&skeleton)?);
        Ok(Self {
            editor: Editor::new(PainMap::new(figure), Author::Patient),
            frame,
            drawing,
            panel,
            gesture: None,
            spreading: false,
            cursor: Point::new(0, 0),
            locked: false,
            figure,
            views: Vec::new(),
            picture,
            seen: Vec::new(),
        })
    }

    /// The record as canonical JSON.
    #[wasm_bindgen(getter)]
    pub fn value(&self) -> String {
        self.editor.map().to_json()
    }

    /// Takes a record in place of the one that is there, with nothing to undo; an empty text gives an
    /// untouched one. Answers with nothing, or where the text is refused with the place and, after a
    /// line break, the reason; the record then stays.
    pub fn load(&mut self, text: &str) -> Result<String> {
        let map = if text.is_empty() {
            PainMap::new(self.figure)
        } else {
            let read = PainMap::from_json(text);
            // Who only looks may look at a clinician's record.
            let by = if self.locked { Author::Clinician } else { Author::Patient };
            match read.and_then(|map| map.check_by(by).map(|()| map)) {
                Ok(map) => map,
                Err(error) => return Ok([error.pointer(), "\n", &error.to_string()].concat()),
            }
        };
        self.cancel()?;
        self.editor = Editor::new(map, Author::Patient);
        self.spreading = false;
        // Another record, perhaps of another person: nothing was shown of it yet.
        self.seen.clear();
        let view = if text.is_empty() { self.first_view() } else { self.view_of_marks() };
        self.turn(Picture { view, ..self.picture })?;
        Ok(String::new())
    }

    /// Sets the moment of the record, in RFC 3339 form; another text is passed over.
    pub fn stamp(&mut self, now: &str) {
        if let Some(moment) = Moment::new(now) {
            self.editor.stamp(moment);
        }
    }

    /// Locks the widget: it shows the record and takes no change.
    pub fn lock(&mut self, locked: bool) -> Result {
        self.locked = locked;
        self.cancel()?;
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
        sentences(self.editor.map(), Wording::Plain).join("\n")
    }

    /// Puts the selected mark and its questions away.
    #[wasm_bindgen(js_name = putAway)]
    pub fn put_away(&mut self) -> Result<u32> {
        self.select(None)
    }

    /// Takes the last step back; what that changed, in bits.
    pub fn undo(&mut self) -> Result<u32> {
        self.back_or_forth(Editor::undo, words::UNDONE)
    }

    /// Does the last undone step again; what that changed, in bits.
    pub fn redo(&mut self) -> Result<u32> {
        self.back_or_forth(Editor::redo, words::REDONE)
    }

    /// Takes all marks and "no pain" away, as one step of undo.
    pub fn clear(&mut self) -> Result<u32> {
        self.apply(Command::Clear, words::CLEARED)
    }

    /// Does what a control asks for: its action, its value, and whether it is on. Says in bits what
    /// that changed.
    pub fn act(&mut self, action: &str, value: &str, on: bool) -> Result<u32> {
        if self.locked && action != "view" {
            return Ok(0);
        }
        let id = self.editor.selected().map(|mark| mark.id().clone());
        match (action, id) {
            // A button that has nothing more to do is disabled and can't keep the focus.
            ("undo", _) => Ok(self.undo()? | if self.editor.can_undo() { 0 } else { FOCUS }),
            ("redo", _) => Ok(self.redo()? | if self.editor.can_redo() { 0 } else { FOCUS }),
            ("clear", _) => Ok(self.clear()? | FOCUS),
            ("no-pain", _) => self.apply(Command::SetNoPain(on), ""),
            ("view", _) => {
                // Questions and keys are about a mark that is seen, but for where its pain spreads.
                let outcome = if self.spreading { 0 } else { self.select(None)? };
                self.turn(Picture { view: word(value, self.picture.view), ..self.picture })?;
                Ok(outcome)
            }
            ("select", _) => self.select(MarkId::new(value).as_ref()),
            ("done", _) => Ok(self.select(None)? | FOCUS),
            ("delete", _) => Ok(self.delete_selected()? | FOCUS),
            ("spread", _) => {
                self.set_spreading(!self.spreading)?;
                Ok(if self.spreading { FOCUS } else { 0 })
            }
            ("note", Some(id)) => self.apply(Command::SetNote { id, note: value.to_owned() }, ""),
            ("unspread", Some(id)) => {
                let index = value.parse().unwrap_or(usize::MAX);
                Ok(self.apply(Command::DeleteRadiation { id, index }, "")? | FOCUS)
            }
            ("choose", Some(id)) => self.choose(id, value, on),
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
        for seen in &self.seen {
            self.editor.offer(seen.view, seen.crop);
        }
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
        let near = self.drawing.tap();
        if mark.view() == self.drawing.picture.view && mark.anchor().distance_squared(*end) <= near * near {
            self.frame.announce(words::PROMPT_SPREAD);
            return Ok(0);
        }
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
        self.follow()?;
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
        set_flag(&self.drawing.surface, "data-spreading", spreading)?;
        let waits = self.waits();
        self.drawing.surface.set_attribute("aria-busy", if waits { "true" } else { "false" })?;
        self.drawing.sync(self.editor.map(), selected.map(Mark::id), waits)?;
        self.panel.sync(self.editor.map(), selected, spreading)?;
        self.frame.sync(&self.editor, spreading, self.locked)?;
        self.frame.sync_view(self.picture.view)
    }

    fn back_or_forth(&mut self, step: fn(&mut Editor) -> bool, said: &str) -> Result<u32> {
        let before = self.selected();
        if !step(&mut self.editor) {
            return Ok(0);
        }
        self.spreading = false;
        self.follow()?;
        self.frame.announce(said);
        Ok(CHANGED | if self.selected() == before { 0 } else { SELECTED })
    }

    fn choose(&mut self, id: MarkId, value: &str, on: bool) -> Result<u32> {
        let choice = value.parse().ok().and_then(|index| self.panel.choice(index));
        let (Some(choice), Some(mark)) = (choice, self.editor.selected()) else { return Ok(0) };
        // A radio button that is on is taken back by choosing it again: an answer can be unsaid.
        let again = choice.is_said_of(mark);
        let command = match choice {
            Choice::Intensity(intensity) => {
                Command::SetIntensity { id, intensity: (!again).then_some(intensity) }
            }
            Choice::Quality(quality) => {
                let said =
                    |&each: &Quality| if each == quality { on } else { mark.qualities.contains(&each) };
                Command::SetQualities { id, qualities: Quality::ALL.iter().copied().filter(said).collect() }
            }
            Choice::ProvokedBy(way) => {
                let said =
                    |&each: &Provocation| if each == way { on } else { mark.provoked_by.contains(&each) };
                let provoked_by = Provocation::ALL.iter().copied().filter(said).collect();
                Command::SetProvokedBy { id, provoked_by }
            }
            Choice::Depth(depth) => Command::SetDepth { id, depth: (!again).then_some(depth) },
            Choice::Size(size) => {
                Command::Resize { id, radius: if again { None } else { Radius::new(size) } }
            }
        };
        self.apply(command, "")
    }

    pub(crate) fn delete_selected(&mut self) -> Result<u32> {
        match self.editor.selected().map(|mark| mark.id().clone()) {
            Some(id) => self.apply(Command::Delete { id }, words::DELETED),
            None => Ok(0),
        }
    }
}

/// How far off the body a tap may be and still count, in bu.
pub(crate) const SNAP: i32 = 150;

pub(crate) fn word<T: std::str::FromStr>(text: &str, otherwise: T) -> T {
    text.parse().unwrap_or(otherwise)
}
