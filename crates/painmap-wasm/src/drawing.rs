//! The map: the body, its regions as what keys and screen readers reach, the marks, the cursor.

use painmap::PainMap;
use painmap::anatomy::{Bounds, Chart, Figure, Point, Side, View};
use painmap::describe::{Wording, side_and_region};
use painmap::record::{MarkId, Whereabouts};
use painmap::scene::{BodyScene, Ink, Item, MarkScene, Picture, Unit, body, mark};
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::canvas::{canvas, crosshair};
use crate::dom::{Result, count, draw, number, set_flag, svg, translate};

/// How far a pointer may wander and still be a tap, in pixels of a telephone.
const TAP: i32 = 8;

pub(crate) struct Drawing {
    pub(crate) surface: Element,
    pub(crate) picture: Picture,
    pub(crate) chart: &'static Chart,
    pub(crate) places: Vec<Place>,
    frame: Bounds,
    unit: Unit,
    marks: Element,
    drawn: Vec<(MarkScene, Element)>,
    cursor: Element,
    trace: Element,
}

/// A region of one side that lies in the picture.
pub(crate) struct Place {
    pub(crate) label: Point,
    option: Element,
}

impl Drawing {
    /// Draws the body into `surface`, which is emptied first.
    pub(crate) fn new(surface: Element, figure: Figure, picture: Picture) -> Result<Self> {
        let missing = || JsValue::from_str("the atlas has no drawing of this figure and view");
        let chart = Chart::of(picture.view, figure).ok_or_else(missing)?;
        let scene = body(figure, picture).ok_or_else(missing)?;
        let canvas = canvas(&surface, &scene)?;
        let BodyScene { frame, unit, .. } = scene;
        let regions = svg(&canvas, "g", &[("role", "presentation")])?;
        let mut places = Vec::new();
        for (index, patch) in scene.patches.iter().enumerate() {
            if !frame.contains(picture.view.to_screen(patch.label)) {
                continue;
            }
            let side = patch.side.unwrap_or(Side::Midline);
            let whereabouts = Whereabouts { side: side.into(), regions: vec![patch.region] };
            let name = side_and_region(picture.view, &whereabouts, Wording::Plain);
            let id = ["place-", &count(index)].concat();
            let option = svg(
                &regions,
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
            places.push(Place { label: patch.label, option });
        }
        let hidden = [("aria-hidden", "true")];
        let marks = svg(&canvas, "g", &hidden)?;
        let trace = draw(
            &svg(&canvas, "g", &hidden)?,
            &Item { ink: Ink::Arrow, form: painmap::scene::Form::Path(String::new()) },
            unit,
        )?;
        let cursor = crosshair(&canvas, unit)?;
        Ok(Self { surface, picture, chart, frame, unit, places, marks, drawn: Vec::new(), cursor, trace })
    }

    /// Draws what changed of the marks and leaves the rest; marks belong on their own body alone, so
    /// that there are none while it is on its way.
    pub(crate) fn sync(&mut self, map: &PainMap, selected: Option<&MarkId>, waits: bool) -> Result {
        let mut kept = std::mem::take(&mut self.drawn);
        for (number, each) in (1..).zip(map.marks()) {
            if waits {
                break;
            }
            let scene = mark(each, number, self.picture.view, self.unit);
            let old = kept.iter().position(|(old, _)| old.id == scene.id).map(|index| kept.remove(index));
            let group = match old {
                Some((old, group)) if old == scene => group,
                old => self.draw_mark(&scene, old.map(|(_, group)| group))?,
            };
            set_flag(&group, "data-selected", selected == Some(each.id()))?;
            self.drawn.push((scene, group));
        }
        for (_, group) in kept {
            group.remove();
        }
        for place in &self.places {
            let here = map.marks().any(|mark| {
                mark.view() == self.picture.view
                    && self.chart.locate(mark.anchor()).is_some_and(|patch| patch.label() == place.label)
            });
            place.option.set_attribute("aria-selected", if here { "true" } else { "false" })?;
        }
        Ok(())
    }

    /// Draws a mark anew, into the group that it had.
    fn draw_mark(&self, scene: &MarkScene, group: Option<Element>) -> Result<Element> {
        let group = match group {
            Some(group) => group,
            None => svg(
                &self.marks,
                "g",
                &[("class", "mark"), ("part", "mark"), ("data-mark", scene.id.as_str())],
            )?,
        };
        group.set_text_content(None);
        for item in &scene.items {
            draw(&group, item, self.unit)?;
        }
        Ok(group)
    }

    /// The group of a mark, so that it can follow a finger before the record changes.
    pub(crate) fn group(&self, id: &MarkId) -> Option<&Element> {
        self.drawn.iter().find(|(scene, _)| scene.id == *id).map(|(_, group)| group)
    }

    /// The body point at a place of the drawing.
    pub(crate) fn point_at(&self, x: i32, y: i32) -> Point {
        self.picture.view.to_screen(Point::new(x, y))
    }

    /// How far a pointer may wander in the drawing and still be a tap, in bu.
    pub(crate) fn tap(&self) -> i64 {
        i64::from(self.unit.pixels(TAP))
    }

    /// Whether the body point is in the picture.
    pub(crate) fn shows(&self, point: Point) -> bool {
        self.frame.contains(self.picture.view.to_screen(point))
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

    /// Draws the path that a finger is drawing; none takes it away.
    pub(crate) fn set_trace(&self, points: &[Point]) -> Result {
        let mut data = String::new();
        for (index, &point) in points.iter().enumerate() {
            let at = self.picture.view.to_screen(point);
            for part in [if index == 0 { "M" } else { "L" }, &number(at.x), " ", &number(at.y)] {
                data.push_str(part);
            }
        }
        self.trace.set_attribute("d", &data)
    }

    /// The region label next to `from` in a direction of the screen: the least way off the axis
    /// counts double, so that arrows feel straight.
    pub(crate) fn next_place(&self, from: Point, (dx, dy): (i32, i32)) -> Option<Point> {
        let view: View = self.picture.view;
        let from = view.to_screen(from);
        let cost = |label: Point| {
            let to = view.to_screen(label);
            let (x, y) = (to.x - from.x, to.y - from.y);
            let along = x * dx + y * dy;
            let aside = (x * dy).abs() + (y * dx).abs();
            (along > 0 && along * 2 >= aside).then_some(along + 2 * aside)
        };
        let near = self.places.iter().filter_map(|place| Some((cost(place.label)?, place.label)));
        near.min_by_key(|(cost, _)| *cost).map(|(_, label)| label)
    }
}
