//! What a pointer is about to do. Nothing happens to the record before it is lifted, so that a
//! cancelled pointer or a second finger leaves no half-made mark.

use painmap::anatomy::Point;
use painmap::record::MarkId;

/// How far a pointer may wander and still be a tap, in pixels.
const TAP: i32 = 8;
/// How far apart the points of a drawn path are at least, in bu.
const PATH_STEP: i64 = 80;
/// No drawn path has more points than this; a record may hold more.
const MOST_POINTS: usize = 500;

pub(crate) struct Gesture {
    pub(crate) pointer: i32,
    /// The mark under the finger when it came down.
    pub(crate) on: Option<MarkId>,
    client: (i32, i32),
    start: Point,
    pub(crate) moved: bool,
    pub(crate) path: Vec<Point>,
}

impl Gesture {
    pub(crate) fn new(pointer: i32, on: Option<MarkId>, client: (i32, i32), start: Point) -> Self {
        Self { pointer, on, client, start, moved: false, path: Vec::new() }
    }

    /// Follows the pointer; `true` once it is a drag and no tap any more.
    pub(crate) fn follow(&mut self, client: (i32, i32), point: Point) -> bool {
        let (dx, dy) = (client.0 - self.client.0, client.1 - self.client.1);
        self.moved |= dx * dx + dy * dy > TAP * TAP;
        let far = self.path.last().is_none_or(|last| last.distance_squared(point) >= PATH_STEP * PATH_STEP);
        if far && self.path.len() < MOST_POINTS {
            self.path.push(point);
        }
        self.moved
    }

    /// How far the pointer is from where it came down, in bu.
    pub(crate) fn offset(&self, point: Point) -> Point {
        Point::new(point.x - self.start.x, point.y - self.start.y)
    }
}
