//! SVG path data in whole numbers, from curves and points.

use crate::anatomy::{Curve, Point, View};
use crate::numbers::push_whole;

/// The path data of curves, in the view's screen coordinates.
#[must_use]
pub fn outline<'a>(view: View, curves: impl IntoIterator<Item = &'a Curve>) -> String {
    let mut data = PathData::of(view);
    for curve in curves {
        data.curve(curve);
    }
    data.text
}

/// The path data of straight lines between points that are in screen coordinates already.
pub(super) fn polyline(points: &[Point], closed: bool) -> String {
    // The points need no view any more: this one leaves them as they are.
    let mut data = PathData::of(View::Anterior);
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
pub(super) struct PathData {
    pub(super) text: String,
    view: View,
    at: Point,
}

impl PathData {
    /// The data of what lies in this view, none yet.
    pub(super) const fn of(view: View) -> Self {
        Self { text: String::new(), view, at: Point::new(0, 0) }
    }

    pub(super) fn curve(&mut self, curve: &Curve) {
        self.start(curve.start());
        for segment in curve.segments() {
            let from = self.at;
            self.text.push('c');
            for (index, &point) in segment.iter().enumerate() {
                self.at = from;
                self.pair(point, index == 0);
            }
        }
        if curve.is_closed() {
            self.text.push('z');
        }
    }

    fn start(&mut self, point: Point) {
        self.text.push('M');
        self.at = Point::new(0, 0);
        self.pair(point, true);
    }

    fn line(&mut self, point: Point) {
        self.text.push('l');
        self.pair(point, true);
    }

    /// Adds a point, told from where the pen is, and puts the pen there.
    fn pair(&mut self, point: Point, first: bool) {
        let point = self.view.to_screen(point);
        let (dx, dy) = (point.x - self.at.x, point.y - self.at.y);
        // A minus sign parts numbers as well as a space does.
        if !first && dx >= 0 {
            self.text.push(' ');
        }
        push_whole(dx.into(), &mut self.text);
        if dy >= 0 {
            self.text.push(' ');
        }
        push_whole(dy.into(), &mut self.text);
        self.at = point;
    }
}
