//! SVG path data in whole numbers, from curves and points.

use std::fmt::Write;

use crate::anatomy::{Curve, Point, View};

/// The path data of curves, in the view's screen coordinates.
#[must_use]
pub fn outline<'a>(view: View, curves: impl IntoIterator<Item = &'a Curve>) -> String {
    let mut data = PathData::default();
    for curve in curves {
        data.start(view.to_screen(curve.start()));
        for segment in curve.segments() {
            data.cubic(segment.map(|point| view.to_screen(point)));
        }
        if curve.is_closed() {
            data.text.push('z');
        }
    }
    data.text
}

/// The path data of straight lines between points that are in screen coordinates already.
pub(super) fn polyline(points: &[Point], closed: bool) -> String {
    let mut data = PathData::default();
    for (index, &point) in points.iter().enumerate() {
        if index == 0 {
            data.start(point);
        } else {
            data.line(point);
        }
    }
    if closed {
        data.text.push('z');
    }
    data.text
}

/// Relative path data: shorter than absolute, and as exact in whole numbers.
#[derive(Default)]
struct PathData {
    text: String,
    at: Option<Point>,
}

impl PathData {
    fn start(&mut self, point: Point) {
        // Writing to a `String` can't fail.
        let _ = write!(self.text, "M{} {}", point.x, point.y);
        self.at = Some(point);
    }

    fn line(&mut self, point: Point) {
        self.text.push('l');
        self.pair(point, true);
        self.at = Some(point);
    }

    fn cubic(&mut self, points: [Point; 3]) {
        self.text.push('c');
        for (index, point) in points.into_iter().enumerate() {
            self.pair(point, index == 0);
        }
        self.at = Some(points[2]);
    }

    fn pair(&mut self, point: Point, first: bool) {
        let from = self.at.unwrap_or(Point::new(0, 0));
        let (dx, dy) = (point.x - from.x, point.y - from.y);
        // A minus sign parts numbers as well as a space does.
        let before_x = if first || dx < 0 { "" } else { " " };
        let before_y = if dy < 0 { "" } else { " " };
        let _ = write!(self.text, "{before_x}{dx}{before_y}{dy}");
    }
}
