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
        self.views.extend(views.split(' ').filter_map(|view| view.parse::<View>().ok()));
        let first = self.views.first().copied().unwrap_or(View::Posterior);
        let view = if self.views.contains(&self.picture.view) { self.picture.view } else { first };
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

    /// What was missing has come, or will not: shows what can be shown.
    pub fn arrived(&mut self) -> Result {
        if Chart::of(self.picture.view, self.editor.map().figure).is_none() {
            self.picture = self.drawing.picture;
        }
        self.redraw()
    }
}

impl Widget {
    /// Shows another part of the body, at once or as soon as its drawing is there.
    pub(crate) fn turn(&mut self, picture: Picture) -> Result {
        self.picture = picture;
        if !self.seen.contains(&picture) {
            self.seen.push(picture);
        }
        if self.editor.map().is_untouched() && !self.editor.can_undo() {
            self.editor = Editor::new(self.untouched(), Author::Patient);
        }
        self.redraw()
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

    /// A record that says nothing yet but what was shown.
    pub(crate) fn untouched(&self) -> PainMap {
        let mut map = PainMap::new(self.figure);
        for seen in &self.seen {
            map.offer(seen.view, seen.crop);
        }
        map
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
        self.sync()
    }
}
