//! What is seen of a drawing: all of it, or a part that is drawn larger.

use painmap::anatomy::{Bounds, Point};

/// The most that a drawing is enlarged, in percent.
const MOST: i32 = 600;

pub(crate) struct Window {
    /// The drawing as a whole.
    pub(crate) frame: Bounds,
    percent: i32,
    corner: Point,
}

impl Window {
    pub(crate) fn of(frame: Bounds) -> Self {
        Self { frame, percent: 100, corner: frame.min }
    }

    /// The part that is seen.
    pub(crate) fn seen(&self) -> Bounds {
        let (wide, high) = self.size();
        let Point { x, y, .. } = self.corner;
        Bounds::new(x, y, x + wide, y + high)
    }

    /// Enlarges to `percent` about a place, which stays where it is; what came of it.
    pub(crate) fn zoom(&mut self, percent: i32, about: Point) -> i32 {
        let percent = percent.clamp(100, MOST);
        let kept = |from: i32, to: i32| to - (to - from) * self.percent / percent;
        self.corner = Point::new(kept(self.corner.x, about.x), kept(self.corner.y, about.y));
        self.percent = percent;
        self.pan(Point::new(0, 0));
        percent
    }

    /// Moves what is seen, as far as the drawing goes.
    pub(crate) fn pan(&mut self, by: Point) {
        let (wide, high) = self.size();
        let within = |at: i32, least: i32, most: i32| at.clamp(least, most.max(least));
        self.corner = Point::new(
            within(self.corner.x.saturating_add(by.x), self.frame.min.x, self.frame.max.x - wide),
            within(self.corner.y.saturating_add(by.y), self.frame.min.y, self.frame.max.y - high),
        );
    }

    fn size(&self) -> (i32, i32) {
        (self.frame.width() * 100 / self.percent, self.frame.height() * 100 / self.percent)
    }
}
