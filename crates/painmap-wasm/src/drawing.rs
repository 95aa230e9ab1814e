//! The map: the body, its regions as what keys and screen readers reach, the marks, the cursor.

use painmap::PainMap;
use painmap::anatomy::{Chart, Figure, Point, Side, View};
use painmap::describe::{Locale, Wording, joined, side_and_region};
use painmap::record::{Mark, MarkId, Whereabouts};
use painmap::scene::{BodyScene, Ink, Item, MarkScene, Picture, Unit, body, mark};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::canvas::{canvas, crosshair, view_box};
use crate::dom::{Result, count, draw, number, set_flag, svg, translate};
use crate::window::Window;

/// How far a pointer may wander and still be a tap, in pixels of a telephone.
const TAP: i32 = 8;

pub(crate) struct Drawing {
    pub(crate) surface: Element,
    pub(crate) picture: Picture,
    pub(crate) chart: &'static Chart,
    pub(crate) places: Vec<Place>,
    pub(crate) zoom: i32,
    pub(crate) window: Window,
    canvas: Element,
    /// The unit of the drawing as it is zoomed: marks keep their size on the screen.
    pub(crate) unit: Unit,
    whole_unit: Unit,
    scene: BodyScene,
    regions: Element,
    marks: Element,
    drawn: Vec<Drawn>,
    cursor: Element,
    trace: Element,
}

/// A mark as it is drawn.
struct Drawn {
    scene: MarkScene,
    group: Element,
    selected: bool,
}

/// A region of one side that lies in the picture.
pub(crate) struct Place {
    pub(crate) label: Point,
    pub(crate) name: String,
    option: Element,
    /// Whether a mark lies in it.
    marked: bool,
}

impl Drawing {
    /// Draws the body into `surface`, which is emptied first.
    pub(crate) fn new(surface: Element, figure: Figure, picture: Picture, locale: &Locale) -> Result<Self> {
        let missing = || JsValue::from_str("the atlas has no drawing of this figure and view");
        let chart = Chart::of(picture.view, figure).ok_or_else(missing)?;
        let scene = body(figure, picture, locale).ok_or_else(missing)?;
        let canvas = canvas(&surface, &scene)?;
        let (frame, unit) = (scene.frame, scene.unit);
        let group = |key| svg(&canvas, "g", &[("role", "group"), ("aria-label", locale.text(key))]);
        let regions = group("map.regions")?;
        let marks = group("map.marks")?;
        let trace = draw(
            &svg(&canvas, "g", &[("aria-hidden", "true")])?,
            &Item { ink: Ink::Arrow, form: painmap::scene::Form::Path(String::new()) },
            unit,
        )?;
        let cursor = crosshair(&canvas, unit)?;
        Ok(Self {
            surface,
            picture,
            chart,
            zoom: 100,
            window: Window::of(frame),
            canvas,
            unit,
            whole_unit: unit,
            scene,
            regions,
            places: Vec::new(),
            marks,
            drawn: Vec::new(),
            cursor,
            trace,
        })
    }

    /// Makes the regions that keys and screen readers reach: they are many, nobody sees them, and the body
    /// is drawn sooner without them.
    pub(crate) fn furnish(&mut self, locale: &Locale) -> Result {
        let view = self.picture.view;
        if !self.places.is_empty() {
            return Ok(());
        }
        for (index, patch) in self.scene.patches.iter().enumerate() {
            if !self.scene.frame.contains(view.to_screen(patch.label)) {
                continue;
            }
            let side = patch.side.unwrap_or(Side::Midline);
            let whereabouts = Whereabouts { side: side.into(), regions: vec![patch.region] };
            let name = side_and_region(view, &whereabouts, Wording::Plain, locale);
            let id = joined(&["place-", &count(index)], "");
            let option = svg(
                &self.regions,
                "path",
                &[
                    ("d", &patch.outline),
                    ("class", "place"),
                    ("role", "option"),
                    ("id", &id),
                    ("aria-label", &name),
                    ("aria-selected", "false"),
                ],
            )?;
            self.places.push(Place { label: patch.label, name, option, marked: false });
        }
        Ok(())
    }

    /// Draws what changed of the marks and leaves the rest; marks belong on their own body alone, so
    /// that there are none while it is on its way. `name` tells a mark for those who do not see it.
    pub(crate) fn sync(
        &mut self,
        map: &PainMap,
        selected: Option<&MarkId>,
        waits: bool,
        name: impl Fn(usize, &Mark) -> String,
    ) -> Result {
        let mut kept = std::mem::take(&mut self.drawn);
        let mut marked = vec![false; self.places.len()];
        for (number, each) in (1..).zip(map.marks()) {
            if waits {
                break;
            }
            let scene = mark(each, number, self.picture.view, self.unit);
            let is_selected = selected == Some(each.id());
            let old = kept.iter().position(|old| old.scene.id == scene.id).map(|index| kept.remove(index));
            let was_selected = old.as_ref().is_some_and(|old| old.selected);
            let group = match old {
                Some(old) if old.scene == scene => old.group,
                old => self.draw_mark(&scene, old.map(|old| old.group), || name(number, each))?,
            };
            if is_selected != was_selected {
                set_flag(&group, "data-selected", is_selected)?;
                if let Some(disc) = group.query_selector(".disc")? {
                    disc.set_attribute("aria-selected", if is_selected { "true" } else { "false" })?;
                }
            }
            if each.view() == self.picture.view
                && let Some(patch) = self.chart.locate(each.anchor())
                && let Some(at) = self.places.iter().position(|place| place.label == patch.label())
                && let Some(marked) = marked.get_mut(at)
            {
                *marked = true;
            }
            self.drawn.push(Drawn { scene, group, selected: is_selected });
        }
        for old in kept {
            old.group.remove();
        }
        for (place, marked) in self.places.iter_mut().zip(marked) {
            if place.marked != marked {
                place.marked = marked;
                place.option.set_attribute("aria-selected", if marked { "true" } else { "false" })?;
            }
        }
        Ok(())
    }

    /// Draws a mark anew, into the group that it had. Its disc is what assistive technology reaches.
    fn draw_mark(
        &self,
        scene: &MarkScene,
        group: Option<Element>,
        name: impl FnOnce() -> String,
    ) -> Result<Element> {
        let group = match group {
            Some(group) => group,
            None => svg(
                &self.marks,
                "g",
                &[
                    ("class", "mark"),
                    ("part", "mark"),
                    ("role", "presentation"),
                    ("data-mark", scene.id.as_str()),
                ],
            )?,
        };
        group.set_text_content(None);
        let mut disc = None;
        for item in &scene.items {
            let drawn = draw(&group, item, self.unit)?;
            if let Ink::Disc(_) = item.ink {
                disc = Some(drawn);
            } else {
                drawn.set_attribute("aria-hidden", "true")?;
            }
        }
        if let Some(disc) = disc {
            let selected = if group.has_attribute("data-selected") { "true" } else { "false" };
            for (attribute, value) in
                [("role", "option"), ("aria-selected", selected), ("aria-label", &name())]
            {
                disc.set_attribute(attribute, value)?;
            }
        }
        Ok(group)
    }

    /// The group of a mark, so that it can follow a finger before the record changes.
    pub(crate) fn group(&self, id: &MarkId) -> Option<&Element> {
        self.drawn.iter().find(|drawn| drawn.scene.id == *id).map(|drawn| &drawn.group)
    }

    /// The body point at a place of the drawing.
    pub(crate) fn point_at(&self, x: i32, y: i32) -> Point {
        self.picture.view.to_screen(Point::new(x, y))
    }

    /// How far a pointer may wander in the drawing and still be a tap, in bu.
    pub(crate) fn tap(&self) -> i64 {
        i64::from(self.unit.pixels(TAP))
    }

    /// Whether the body point is in the picture, as it is zoomed.
    pub(crate) fn shows(&self, point: Point) -> bool {
        self.window.seen().contains(self.picture.view.to_screen(point))
    }

    /// Whether the body point is in the picture as a whole.
    pub(crate) fn frames(&self, point: Point) -> bool {
        self.window.frame.contains(self.picture.view.to_screen(point))
    }

    /// Zooms to `percent` about a place of the drawing, which stays where it is.
    pub(crate) fn zoom_at(&mut self, percent: i32, about: Point) -> Result {
        self.zoom = self.window.zoom(percent, about);
        self.unit = self.whole_unit.zoomed(self.zoom);
        self.cursor.remove();
        self.cursor = crosshair(&self.canvas, self.unit)?;
        self.look()
    }

    /// Moves what is seen, as far as the picture goes.
    pub(crate) fn pan(&mut self, by: Point) -> Result {
        self.window.pan(by);
        self.look()
    }

    /// Moves what is seen where the body point is out of sight.
    pub(crate) fn reveal(&mut self, point: Point) -> Result {
        if self.shows(point) {
            return Ok(());
        }
        let (to, seen) = (self.picture.view.to_screen(point), self.window.seen());
        self.pan(Point::new(to.x - (seen.min.x + seen.max.x) / 2, to.y - (seen.min.y + seen.max.y) / 2))
    }

    fn look(&self) -> Result {
        self.canvas.set_attribute("viewBox", &view_box(self.window.seen()))?;
        set_flag(&self.surface, "data-zoomed", self.zoom > 100)
    }

    /// Puts the keyboard's cursor on a point, and tells assistive technology which region it is.
    pub(crate) fn set_cursor(&self, point: Point) -> Result {
        let at = self.picture.view.to_screen(point);
        self.cursor.set_attribute("transform", &translate(at))?;
        let label = self.chart.locate(point).map(painmap::anatomy::Patch::label);
        for place in &self.places {
            let active = Some(place.label) == label;
            set_flag(&place.option, "data-active", active)?;
            if active {
                self.surface.set_attribute("aria-activedescendant", &place.option.id())?;
            }
        }
        Ok(())
    }

    /// Draws the path that a finger is drawing, as wide as a brush of this radius where it is one; no
    /// points take it away.
    pub(crate) fn set_trace(&self, points: &[Point], radius: i32) -> Result {
        if points.is_empty() {
            return self.trace.remove_attribute("d");
        }
        let width = if radius > 0 { 2 * radius } else { self.unit.pixels(3) };
        self.trace.set_attribute("stroke-width", &number(width))?;
        set_flag(&self.trace, "data-brush", radius > 0)?;
        let mut data = String::new();
        for (index, &point) in points.iter().enumerate() {
            let at = self.picture.view.to_screen(point);
            for part in [if index == 0 { "M" } else { "L" }, &number(at.x), " ", &number(at.y)] {
                data.push_str(part);
            }
        }
        self.trace.set_attribute("d", &data)
    }

    /// The region label next to `from` in a direction of the screen: the way off the axis counts half as
    /// much again, so that arrows feel straight and yet reach every label.
    pub(crate) fn next_place(&self, from: Point, (dx, dy): (i32, i32)) -> Option<Point> {
        let view: View = self.picture.view;
        let from = view.to_screen(from);
        let cost = |label: Point| {
            let to = view.to_screen(label);
            let (x, y) = (to.x - from.x, to.y - from.y);
            let along = x * dx + y * dy;
            let aside = (x * dy).abs() + (y * dx).abs();
            (along > 0 && along * 2 >= aside).then_some(2 * along + 3 * aside)
        };
        let near = self.places.iter().filter_map(|place| Some((cost(place.label)?, place.label)));
        near.min_by_key(|(cost, _)| *cost).map(|(_, label)| label)
    }
}
