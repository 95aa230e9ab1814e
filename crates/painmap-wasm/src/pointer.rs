//! Touch, pen and mouse on the map: tap to add, tap to select, drag to move, draw where it spreads.

use painmap::anatomy::Point;
use painmap::edit::Command;
use painmap::record::MarkId;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

use crate::dom::Result;
use crate::gesture::Gesture;
use crate::widget::{HANDLED, SNAP, Widget, target};

impl Widget {
    pub(crate) fn point(&mut self, event: &PointerEvent) -> Result<u32> {
        let client = (event.client_x(), event.client_y());
        let point = self.drawing.point_at(client.0 as f32, client.1 as f32);
        match (event.type_().as_str(), point) {
            ("pointerdown", Some(point)) => self.down(event, client, point),
            ("pointermove", Some(point)) => self.drag(event.pointer_id(), client, point),
            ("pointerup", Some(point)) => self.up(event.pointer_id(), point),
            ("pointercancel", _) => self.cancel(),
            _ => Ok(0),
        }
    }

    fn down(&mut self, event: &PointerEvent, client: (i32, i32), point: Point) -> Result<u32> {
        // A second finger is a pinch or a mistake: neither makes a mark.
        if !event.is_primary() || self.gesture.is_some() {
            return self.cancel();
        }
        let Some(target) = target(event) else { return Ok(0) };
        if event.button() != 0 || !self.drawing.surface.contains(Some(&target)) {
            return Ok(0);
        }
        let on = if self.spreading { None } else { mark_of(&target) };
        self.gesture = Some(Gesture::new(event.pointer_id(), on, client, point));
        Ok(0)
    }

    fn drag(&mut self, pointer: i32, client: (i32, i32), point: Point) -> Result<u32> {
        let Some(gesture) = self.gesture.as_mut().filter(|gesture| gesture.pointer == pointer) else {
            return Ok(0);
        };
        if !gesture.follow(client, point) {
            return Ok(0);
        }
        if self.spreading {
            let from = self.editor.selected().map(painmap::record::Mark::anchor);
            let trace: Vec<Point> = from.into_iter().chain(gesture.path.iter().copied()).collect();
            self.drawing.set_trace(&trace)?;
        } else if let Some(group) = gesture.on.as_ref().and_then(|id| self.drawing.group(id)) {
            // The group is in screen coordinates; an offset mirrors like a point.
            let offset = self.drawing.picture.view.to_screen(gesture.offset(point));
            group.set_attribute("transform", &format!("translate({} {})", offset.x, offset.y))?;
        }
        Ok(HANDLED)
    }

    fn up(&mut self, pointer: i32, point: Point) -> Result<u32> {
        let Some(gesture) = self.gesture.take_if(|gesture| gesture.pointer == pointer) else { return Ok(0) };
        self.drawing.set_trace(&[])?;
        match gesture.on.clone() {
            Some(id) if gesture.moved => {
                if let Some(group) = self.drawing.group(&id) {
                    group.remove_attribute("transform")?;
                }
                let offset = gesture.offset(point);
                let anchor = self.editor.map().mark(&id).map(painmap::record::Mark::anchor);
                let to = anchor.map(|from| Point::new(from.x + offset.x, from.y + offset.y));
                match to.and_then(|to| self.drawing.chart.snap(to, SNAP)) {
                    Some(to) => self.apply(Command::Move { id, to }, ""),
                    None => Ok(0),
                }
            }
            Some(id) => self.select(Some(&id)),
            None if self.spreading && gesture.moved => {
                let mut way = gesture.path;
                way.push(point);
                self.add_spread(&way)
            }
            None if self.spreading => self.add_spread(&[point]),
            // A drag that began on no mark is a scroll that went nowhere.
            None if gesture.moved || !self.drawing.shows(point) => Ok(0),
            None => self.add_spot(point),
        }
    }

    /// Leaves the record as it was.
    pub(crate) fn cancel(&mut self) -> Result<u32> {
        if let Some(gesture) = self.gesture.take() {
            self.drawing.set_trace(&[])?;
            if let Some(group) = gesture.on.as_ref().and_then(|id| self.drawing.group(id)) {
                group.remove_attribute("transform")?;
            }
        }
        Ok(0)
    }
}

fn mark_of(target: &Element) -> Option<MarkId> {
    let group = target.closest("[data-mark]").ok()??;
    MarkId::new(&group.unchecked_ref::<Element>().get_attribute("data-mark")?)
}
