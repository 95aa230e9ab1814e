//! The widget: its state, what the element's class may ask of it, and the way from a command to the
//! drawing. What stands round the map is the page's; it asks here what to show.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::describe::{Locale, Wording, joined, place};
use painmap::edit::{Command, EditError, Editor};
use painmap::record::{Author, Mark, MarkId, Moment};
use painmap::scene::Picture;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use crate::asking::Asked;
use crate::dom::{Result, count, number};
use crate::drawing::Drawing;
use crate::gesture::Gesture;
use crate::later::{self, ask_more};
use crate::mode::{Mode, Stroke};

/// What an event changed; the bits are added.
pub(crate) const CHANGED: u32 = 1;
pub(crate) const SELECTED: u32 = 2;
/// The event is dealt with: the page's default action must not happen.
pub(crate) const HANDLED: u32 = 4;
/// The map wants the focus.
pub(crate) const FOCUS: u32 = 8;

/// What carries a command out.
pub(crate) type CarryOut = fn(&mut Editor, Command) -> std::result::Result<bool, EditError>;

/// The widget in one element's shadow root.
#[wasm_bindgen]
#[expect(
    missing_debug_implementations,
    reason = "nobody prints a widget, and DOM nodes print nothing useful"
)]
pub struct Widget {
    pub(crate) editor: Editor,
    pub(crate) author: Author,
    pub(crate) drawing: Drawing,
    pub(crate) locale: Locale,
    pub(crate) gesture: Option<Gesture>,
    /// What a tap does.
    pub(crate) mode: Mode,
    /// The brush's radius, in bu.
    pub(crate) brush: u16,
    /// What was drawn before the brush had come.
    pub(crate) strokes: Vec<Stroke>,
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
    /// All views are to be fetched, as those of a record that the page brought: which drawings are asked
    /// for must not tell where its marks are.
    pub(crate) needs_all: bool,
    /// What keys and screen readers reach is there.
    pub(crate) furnished: bool,
    /// The key of the text that tells the last act.
    pub(crate) said: &'static str,
}

#[wasm_bindgen]
impl Widget {
    /// Builds the map in `surface`, an element of a shadow root, with the texts of a locale file. What
    /// it shows is what is built in, until [`Widget::show`] asks for something else.
    #[wasm_bindgen(constructor)]
    pub fn new(surface: &Element, texts: &str) -> Result<Self> {
        let (figure, picture) = (Figure::Neutral, Picture::default());
        let locale = locale(texts)?;
        Ok(Self {
            editor: Editor::new(PainMap::new(figure), Author::Patient),
            author: Author::Patient,
            drawing: Drawing::new(surface.clone(), figure, picture, &locale)?,
            locale,
            gesture: None,
            mode: Mode::Spot,
            brush: 160,
            strokes: Vec::new(),
            cursor: Point::new(0, 0),
            locked: false,
            figure,
            views: Vec::new(),
            picture,
            seen: Vec::new(),
            needs_all: false,
            furnished: false,
            said: "",
        })
    }

    /// Speaks with these texts from here on; `anew` where the names of places are others.
    pub fn speak(&mut self, texts: &str, anew: bool) -> Result {
        self.locale = locale(texts)?;
        self.redraw(anew)
    }

    /// The record as canonical JSON.
    #[wasm_bindgen(getter)]
    pub fn value(&self) -> String {
        self.editor.map().to_json()
    }

    /// What the parts round the map must know, a line each: what a tap does, the brush's radius, view,
    /// crop, zoom in percent, whether there is something to undo and to redo, the id of the selected mark.
    #[wasm_bindgen(getter)]
    pub fn state(&self) -> String {
        let yes = |yes| if yes { "true" } else { "false" };
        let state = [
            self.mode.as_str(),
            &number(self.brush.into()),
            self.picture.view.as_str(),
            self.picture.crop.as_str(),
            &number(self.drawing.zoom),
            yes(self.editor.can_undo()),
            yes(self.editor.can_redo()),
            &self.selected(),
        ];
        joined(&state, "\n")
    }

    /// The key of the text that tells the last act, once; empty where there is nothing to tell.
    #[wasm_bindgen(getter)]
    pub fn said(&mut self) -> String {
        std::mem::take(&mut self.said).to_owned()
    }

    /// Takes a record in place of the one that is there, with nothing to undo; an empty text gives an
    /// untouched one. Answers with nothing, or where the text is refused with the place and, after a
    /// line break, the reason; the record then stays.
    pub fn load(&mut self, text: &str) -> Result<String> {
        if !text.is_empty() {
            return Ok(ask_more(self, Asked::Load(text))?.text);
        }
        self.put(PainMap::new(self.figure))?;
        self.turn(Picture { view: self.first_view(), ..self.picture })?;
        Ok(String::new())
    }

    /// Gives the record into the hand of a patient or a clinician, with nothing to undo; not empty where
    /// it holds what that hand may not change, and is then only to be shown.
    pub fn by(&mut self, mode: &str) -> Result<String> {
        let author = word(mode, Author::Patient);
        if author != self.author {
            self.author = author;
            self.editor = Editor::new(self.editor.map().clone(), author);
            self.mode = Mode::Spot;
            self.sync()?;
        }
        Ok(ask_more(self, Asked::Foreign)?.text)
    }

    /// Sets the moment of the record, in RFC 3339 form; another text is passed over.
    pub fn stamp(&mut self, now: &str) {
        if let Some(moment) = Moment::new(now) {
            self.editor.stamp(moment);
        }
    }

    /// Locks the widget: it shows the record and takes no change.
    pub fn lock(&mut self, locked: bool) -> Result {
        // What a hand has begun goes on.
        if locked == self.locked {
            return Ok(());
        }
        self.locked = locked;
        self.cancel()?;
        self.mode = Mode::Spot;
        if locked {
            self.editor.select(None);
        }
        self.sync()
    }

    /// The record in sentences, a line each.
    #[wasm_bindgen(js_name = toText)]
    pub fn to_text(&mut self) -> Result<String> {
        Ok(ask_more(self, Asked::Record)?.text)
    }

    /// The history in sentences, a line each.
    pub fn history(&mut self) -> Result<String> {
        Ok(ask_more(self, Asked::Past)?.text)
    }

    /// All that is said of the mark that stands at `index`.
    pub fn sentence(&mut self, index: usize) -> Result<String> {
        Ok(ask_more(self, Asked::Mark(index))?.text)
    }

    /// Where the mark that stands at `index` is.
    pub fn place(&self, index: usize) -> String {
        let map = self.editor.map();
        let said = |mark: &Mark| place(map.figure, mark, self.wording(), &self.locale);
        map.marks().nth(index).map_or_else(String::new, said)
    }

    /// Where a mark's pain spreads to by the path that stands at `spread`.
    pub fn end(&mut self, index: usize, spread: usize) -> Result<String> {
        Ok(ask_more(self, Asked::End { mark: index, spread })?.text)
    }

    /// The names of the places that are shown, a line each; none while another drawing is on its way.
    #[wasm_bindgen(getter)]
    pub fn places(&self) -> String {
        let mut names = Vec::new();
        if self.waits() {
            return String::new();
        }
        names.extend(self.drawing.places.iter().map(|place| place.name.as_str()));
        joined(&names, "\n")
    }

    /// Sets a member of the selected mark to a JSON value; `null` takes it back.
    pub fn answer(&mut self, member: &str, json: &str) -> Result<u32> {
        Ok(ask_more(self, Asked::Answer { member, json })?.changed)
    }

    /// Does what a control asks for, with its value. Says in bits what that changed.
    pub fn act(&mut self, action: &str, value: &str) -> Result<u32> {
        let index = || value.parse().unwrap_or(usize::MAX);
        match action {
            // Questions and keys are about a mark that is seen, but for where its pain goes.
            "view" => {
                let outcome = if self.mode.is_about_a_mark() || self.author == Author::Clinician {
                    0
                } else {
                    self.select(None)?
                };
                self.turn(Picture { view: word(value, self.picture.view), ..self.picture })?;
                return Ok(outcome);
            }
            "crop" => {
                self.turn(Picture { crop: word(value, self.picture.crop), ..self.picture })?;
                return Ok(0);
            }
            _ if self.locked => return Ok(0),
            // A button that has nothing more to do is disabled and can't keep the focus.
            "undo" => {
                let outcome = self.back_or_forth(Editor::undo, "said.undone")?;
                return Ok(outcome | if self.editor.can_undo() { 0 } else { FOCUS });
            }
            "redo" => {
                let outcome = self.back_or_forth(Editor::redo, "said.redone")?;
                return Ok(outcome | if self.editor.can_redo() { 0 } else { FOCUS });
            }
            "clear" => return Ok(self.apply(Command::Clear, "said.cleared")? | FOCUS),
            "no-pain" => {
                let said = if self.editor.map().marks().len() == 0 { "" } else { "said.cleared" };
                return self.apply(Command::SetNoPain(value == "true"), said);
            }
            "select" => return self.select(MarkId::new(value).as_ref()),
            "put-away" => return self.select(None),
            "done" => return Ok(self.select(None)? | FOCUS),
            "place" => {
                let place = self.drawing.places.get(index()).map(|place| place.label);
                return place.filter(|_| !self.waits()).map_or(Ok(0), |place| self.choose_at(place));
            }
            "walk" => return self.walk(value == "1"),
            "tool" => return self.begin(word(value, Mode::Spot)),
            "brush" => {
                self.brush = value.parse().unwrap_or(self.brush);
                self.sync()?;
                return Ok(0);
            }
            "history" => return Ok(ask_more(self, Asked::History(value))?.changed),
            "adopt" => return Ok(ask_more(self, Asked::Adopt(value))?.changed | FOCUS),
            "rate-spread" => return Ok(ask_more(self, Asked::RateSpread(value))?.changed),
            "delete" => {
                let id = MarkId::new(value).or_else(|| self.own_selected());
                let Some(id) = id else { return Ok(0) };
                return Ok(self.apply(Command::Delete { id }, "said.deleted")? | FOCUS);
            }
            _ => {}
        }
        let Some(id) = self.own_selected() else { return Ok(0) };
        match action {
            "spread" | "move" if !self.may_reshape() => Ok(self.tell("said.notYours")),
            "spread" | "move" => self.begin(word(action, Mode::Spot)),
            "unspread" => Ok(self.apply(Command::DeleteRadiation { id, index: index() }, "")? | FOCUS),
            _ => Ok(0),
        }
    }
}

impl Widget {
    /// Takes a record with nothing to undo.
    pub(crate) fn put(&mut self, map: PainMap) -> Result {
        self.cancel()?;
        self.editor = Editor::new(map, self.author);
        self.mode = Mode::Spot;
        self.strokes.clear();
        // Another record, perhaps of another person: nothing was shown of it yet.
        self.seen.clear();
        Ok(())
    }

    /// Carries out what a tap or a key gives, and shows the change.
    pub(crate) fn apply(&mut self, command: Command, said: &'static str) -> Result<u32> {
        self.apply_by(Editor::apply_tap, command, said)
    }

    /// Carries a command out and shows the change.
    pub(crate) fn apply_by(
        &mut self,
        carry_out: CarryOut,
        command: Command,
        said: &'static str,
    ) -> Result<u32> {
        let before = self.selected();
        match carry_out(&mut self.editor, command) {
            Ok(false) => return Ok(0),
            Ok(true) => self.said = said,
            Err(error) => {
                return Ok(self.tell(match error {
                    EditError::NotYours => "said.notYours",
                    EditError::BadShape => "said.offBody",
                    EditError::NotAnArea => "said.noArea",
                    _ => "said.full",
                }));
            }
        }
        for seen in &self.seen {
            self.editor.offer(seen.view, seen.crop);
        }
        if self.mode.is_about_a_mark() {
            self.mode = Mode::Spot;
        }
        self.sync()?;
        Ok(CHANGED | if self.selected() == before { 0 } else { SELECTED })
    }

    /// Selects a mark, or none.
    pub(crate) fn select(&mut self, id: Option<&MarkId>) -> Result<u32> {
        let before = self.selected();
        self.editor.select(id);
        if self.mode.is_about_a_mark() {
            self.mode = Mode::Spot;
        }
        self.follow()?;
        Ok(if self.selected() == before { 0 } else { SELECTED })
    }

    pub(crate) fn tell(&mut self, said: &'static str) -> u32 {
        self.said = said;
        0
    }

    pub(crate) fn move_cursor(&mut self, to: Point) -> Result {
        self.cursor = to;
        self.drawing.set_cursor(to)
    }

    /// The id of the selected mark; empty where none is.
    pub(crate) fn selected(&self) -> String {
        self.editor.selected().map_or_else(String::new, |mark| mark.id().as_str().to_owned())
    }

    pub(crate) fn own_selected(&self) -> Option<MarkId> {
        self.editor.selected().filter(|_| !self.locked).map(|mark| mark.id().clone())
    }

    /// Whether the selected mark is this hand's own: a clinician adds to a patient's, and leaves it as it is.
    fn may_reshape(&self) -> bool {
        let by = self.editor.selected().map(|mark| mark.by.unwrap_or(Author::Patient));
        by == Some(self.author)
    }

    pub(crate) fn sync(&mut self) -> Result {
        let waits = self.waits();
        let busy = waits || self.mode.is_brush() && !later::paints();
        let surface = &self.drawing.surface;
        for (name, value) in
            [("data-mode", self.mode.as_str()), ("aria-busy", if busy { "true" } else { "false" })]
        {
            if surface.get_attribute(name).as_deref() != Some(value) {
                surface.set_attribute(name, value)?;
            }
        }
        let selected = self.editor.selected().map(Mark::id);
        let (map, wording, locale) = (self.editor.map(), self.wording(), &self.locale);
        let name = |index: usize, mark: &Mark| {
            let rating = mark.intensity.map_or_else(String::new, |now| {
                locale.fill("map.rating", &[("intensity", &number(now.get().into()))])
            });
            joined(&[&count(index), ". ", &place(map.figure, mark, wording, locale), &rating], "")
        };
        self.drawing.sync(map, selected, waits, name)
    }

    /// A clinician reads the clinic's words.
    pub(crate) fn wording(&self) -> Wording {
        match self.author {
            Author::Patient => Wording::Plain,
            Author::Clinician => Wording::Clinical,
        }
    }

    fn back_or_forth(&mut self, step: fn(&mut Editor) -> bool, said: &'static str) -> Result<u32> {
        let before = self.selected();
        if !step(&mut self.editor) {
            return Ok(0);
        }
        if self.mode.is_about_a_mark() {
            self.mode = Mode::Spot;
        }
        self.follow()?;
        self.said = said;
        Ok(CHANGED | if self.selected() == before { 0 } else { SELECTED })
    }
}

fn locale(texts: &str) -> Result<Locale> {
    Locale::from_json(texts).map_err(|error| wasm_bindgen::JsValue::from_str(error.pointer()))
}

pub(crate) fn word<T: std::str::FromStr>(text: &str, otherwise: T) -> T {
    text.parse().unwrap_or(otherwise)
}
