//! What a pointer is about to do. Nothing happens to the record before it is lifted, so that a
//! cancelled pointer or a second finger leaves no half-made mark.

use painmap::anatomy::Point;
use painmap::record::MarkId;

/// How far apart the points of a drawn path are at least, in bu.
const PATH_STEP: i64 = 80;
/// No drawn path has more points than this; a record may hold more.
const MOST_POINTS: usize = 500;

pub(crate) struct Gesture {
    pub(crate) pointer: i32,
    /// The mark under the finger when it came down.
    pub(crate) on: Option<MarkId>,
    start: Point,
    pub(crate) moved: bool,
    pub(crate) path: Vec<Point>,
}

impl Gesture {
    /// What is painted begins where the finger came down: a browser may tell of its first move only some
    /// way off.
    pub(crate) fn new(pointer: i32, on: Option<MarkId>, start: Point, paints: bool) -> Self {
        let path = if paints { vec![start] } else { Vec::new() };
        Self { pointer, on, start, moved: false, path }
    }

    /// Follows the pointer; `true` once it has left its place by more than a tap may, and is a drag.
    /// Where it is off the picture no path goes.
    pub(crate) fn follow(&mut self, point: Point, tap: i64, shown: bool) -> bool {
        self.moved |= self.start.distance_squared(point) > tap * tap;
        let far = self.path.last().is_none_or(|last| last.distance_squared(point) >= PATH_STEP * PATH_STEP);
        if far && shown && self.path.len() < MOST_POINTS {
            self.path.push(point);
        }
        self.moved
    }

    /// How far the pointer is from where it came down, in bu.
    pub(crate) fn offset(&self, point: Point) -> Point {
        Point::new(point.x - self.start.x, point.y - self.start.y)
    }
}
