//! Which part of the body is shown: the views that the page offers, the switch between them, and the
//! drawings that are still on their way.

use painmap::PainMap;
use painmap::anatomy::{self, Chart, Crop, Figure, Point, View};
use painmap::edit::Editor;
use painmap::record::{Author, Mark};
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
        self.frame.offer_views(&self.views)?;
        self.turn(Picture { view, crop: word(crop, Crop::Whole) })
    }

    /// A file of the atlas that is needed and not there yet; empty where none is.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> String {
        let map = self.editor.map();
        // The places of all marks are told, also of those in views that are not shown.
        for view in [self.picture.view].into_iter().chain(map.marks().map(Mark::view)) {
            if let Some(file) = anatomy::missing(view, map.figure) {
                return file.to_owned();
            }
        }
        String::new()
    }

    /// A drawing has come: shows what can be shown.
    pub fn arrived(&mut self) -> Result {
        self.redraw()
    }

    /// What is missing will not come: what was drawn stays. An error where that is another body than
    /// the record's.
    #[wasm_bindgen(js_name = giveUp)]
    pub fn give_up(&mut self) -> Result {
        if self.drawing.chart.figure() != self.editor.map().figure {
            return Err("no drawing".into());
        }
        self.picture = self.drawing.picture;
        self.redraw()
    }
}

impl Widget {
    /// Shows another part of the body, at once or as soon as its drawing is there.
    pub(crate) fn turn(&mut self, picture: Picture) -> Result {
        self.picture = picture;
        let map = self.editor.map();
        let begun = !map.is_untouched() || self.editor.can_undo() || self.editor.can_redo();
        if !begun && map.figure != self.figure {
            self.editor = Editor::new(PainMap::new(self.figure), Author::Patient);
        }
        self.redraw()
    }

    /// Turns to the view of the selected mark, if there is one.
    pub(crate) fn follow(&mut self) -> Result {
        let view = self.editor.selected().map_or(self.picture.view, Mark::view);
        self.turn(Picture { view, ..self.picture })
    }

    /// The view that a new record begins with.
    pub(crate) fn first_view(&self) -> View {
        self.views.first().copied().unwrap_or(View::Posterior)
    }

    /// The view that is shown if a mark lies in it, else that of the first mark: marks must not hide in
    /// a view that nobody sees.
    pub(crate) fn view_of_marks(&self) -> View {
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

    fn redraw(&mut self) -> Result {
        let figure = self.editor.map().figure;
        if self.waits() && Chart::of(self.picture.view, figure).is_some() {
            self.cancel()?;
            self.drawing = Drawing::new(self.drawing.surface.clone(), figure, self.picture)?;
            let cursor = self.drawing.places.first().map_or(Point::new(0, 0), |place| place.label);
            self.move_cursor(cursor)?;
        }
        // Only what is drawn was shown.
        if !self.waits() {
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
