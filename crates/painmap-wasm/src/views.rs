//! Which part of the body is shown: the views that the page offers, the switch between them, and the
//! drawings that are still on their way.

use painmap::PainMap;
use painmap::anatomy::{self, Chart, Crop, Figure, Point, View};
use painmap::edit::Editor;
use painmap::record::Mark;
use painmap::scene::Picture;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::dom::Result;
use crate::drawing::Drawing;
use crate::widget::{Widget, word};

#[wasm_bindgen]
impl Widget {
    /// Shows a part of the body, with a switch between these views (words with spaces between them).
    /// The figure is that of a record that is begun; one that is there keeps its own.
    pub fn show(&mut self, figure: &str, views: &str, crop: &str) -> Result {
        self.views.clear();
        for view in views.split_ascii_whitespace().filter_map(|view| view.parse().ok()) {
            if !self.views.contains(&view) {
                self.views.push(view);
            }
        }
        let view =
            if self.views.contains(&self.picture.view) { self.picture.view } else { self.first_view() };
        self.figure = word(figure, Figure::Neutral);
        self.turn(Picture { view, crop: word(crop, Crop::Whole) })
    }

    /// A file of the atlas that is needed and not there yet; empty where none is. Of a record that the page
    /// brought every view is needed: which files are asked for must not tell where its marks are.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> String {
        let figure = self.editor.map().figure;
        let others = if self.needs_all { View::ALL } else { &[] };
        let mut views = [self.picture.view].into_iter().chain(others.iter().copied());
        views.find_map(|view| anatomy::missing(view, figure)).unwrap_or_default().to_owned()
    }

    /// From here on every view is needed.
    #[wasm_bindgen(js_name = needAll)]
    pub fn need_all(&mut self) {
        self.needs_all = true;
    }

    /// Makes what keys and screen readers reach of the map: once after the first paint, from then on with
    /// the drawing.
    pub fn furnish(&mut self) -> Result {
        self.furnished = true;
        self.drawing.furnish(&self.locale)?;
        let cursor = self.drawing.places.first().map_or(Point::new(0, 0), |place| place.label);
        self.move_cursor(cursor)?;
        self.sync()
    }

    /// A drawing has come: shows what can be shown.
    pub fn arrived(&mut self) -> Result {
        self.redraw(false)
    }

    /// What is missing will not come: what was drawn stays. An error where that is another body than
    /// the record's.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&mut self) -> Result {
        if self.drawing.chart.figure() != self.editor.map().figure {
            return Err("no drawing".into());
        }
        self.picture = self.drawing.picture;
        self.needs_all = false;
        self.redraw(false)
    }
}

impl Widget {
    /// Shows another part of the body, at once or as soon as its drawing is there.
    pub(crate) fn turn(&mut self, picture: Picture) -> Result {
        self.picture = picture;
        let map = self.editor.map();
        let begun = !map.is_untouched() || self.editor.can_undo() || self.editor.can_redo();
        if !begun && map.figure != self.figure {
            self.editor = Editor::new(PainMap::new(self.figure), self.author);
        }
        self.redraw(false)
    }

    /// Turns to the view of the selected mark, if there is one.
    pub(crate) fn follow(&mut self) -> Result {
        let view = self.editor.selected().map_or(self.picture.view, Mark::view);
        self.turn(Picture { view, ..self.picture })
    }

    /// Turns to a view in which a mark lies.
    pub(crate) fn turn_to_marks(&mut self) -> Result {
        self.turn(Picture { view: self.view_of_marks(), ..self.picture })
    }

    /// The view that a new record begins with.
    pub(crate) fn first_view(&self) -> View {
        self.views.first().copied().unwrap_or(View::Posterior)
    }

    /// The view that is shown if a mark lies in it, else that of the first mark: marks must not hide in
    /// a view that nobody sees.
    fn view_of_marks(&self) -> View {
        let mut first = None;
        for view in self.editor.map().marks().map(Mark::view) {
            if view == self.picture.view {
                return view;
            }
            first = first.or(Some(view));
        }
        first.unwrap_or(self.picture.view)
    }

    /// Whether the drawing is not that of the record and of the view that is asked for.
    pub(crate) fn waits(&self) -> bool {
        self.drawing.picture != self.picture || self.drawing.chart.figure() != self.editor.map().figure
    }

    /// Draws the body where it is another one than is to be seen, or anew.
    pub(crate) fn redraw(&mut self, anew: bool) -> Result {
        let figure = self.editor.map().figure;
        if (anew || self.waits()) && Chart::of(self.picture.view, figure).is_some() {
            let seen =
                if self.waits() { None } else { Some((self.drawing.zoom, self.drawing.window.seen())) };
            if seen.is_none() {
                self.cancel()?;
            }
            self.drawing = Drawing::new(self.drawing.surface.clone(), figure, self.picture, &self.locale)?;
            // The same drawing in other words: what is under way goes on.
            if let Some((zoom, seen)) = seen {
                self.drawing.zoom_at(zoom, seen.min)?;
                let now = self.drawing.window.seen().min;
                self.drawing.pan(Point::new(seen.min.x - now.x, seen.min.y - now.y))?;
            }
            if self.furnished {
                self.furnish()?;
            }
        }
        // Only what is drawn was shown, and to a record that is only looked at nothing is added.
        if !self.waits() && !self.locked {
            if !self.seen.contains(&self.picture) {
                self.seen.push(self.picture);
            }
            if self.editor.map().is_untouched() {
                self.editor.offer(self.picture.view, self.picture.crop);
            }
        }
        self.sync()
    }
}
