//! Bearings: how far and which way a point lies from the landmarks near to it.

use super::chart::Chart;
use super::frame::{Point, Side};
use super::landmark::Landmark;

/// A point seen from a landmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bearing {
    /// The landmark.
    pub landmark: Landmark,
    /// How far away the point is on the drawing, in bu.
    pub distance: i32,
    /// How far to the person's left the point is (bu), or in a side view to the front; negative to
    /// the right or the back.
    pub across: i32,
    /// How far down it is (bu); negative upwards.
    pub down: i32,
}

impl Chart {
    /// The landmarks nearest to a point, the nearest one first, no more than `most`.
    ///
    /// None is of the other side of the body. In a side view the arm hangs over the trunk, and what is
    /// near on the drawing need not be near on the person: there they are of the point's own part of the
    /// body (arm, leg, or head, neck and trunk), if the view shows any of it. A point off the body has
    /// no part, and all count.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
    /// let nearest = chart.bearings(Point::new(-480, 1750), 1)[0];
    /// assert_eq!(nearest.landmark.name(), "superior-angle-of-scapula");
    /// assert!(nearest.distance < 60 && nearest.across > 0 && nearest.down > 0);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn bearings(&self, point: Point, most: usize) -> Vec<Bearing> {
        let mut landmarks = self.landmarks();
        let part = |at| self.locate(at).map(|patch| patch.region().part());
        let (own, side) = (part(point), self.side(point));
        let near = |known: &Landmark| match self.view().side() {
            Some(_) => part(known.at()) == own,
            None => [known.side(), side].contains(&Side::Midline) || known.side() == side,
        };
        if own.is_some() && landmarks.iter().any(near) {
            landmarks.retain(near);
        }
        // A sort would be a large part of the wasm; of equals the first one stays first.
        let mut bearings: Vec<Bearing> = Vec::new();
        for bearing in landmarks.into_iter().map(|known| known.seen_from(point)) {
            let further = bearings.iter().position(|other| other.distance > bearing.distance);
            bearings.insert(further.unwrap_or(bearings.len()), bearing);
            bearings.truncate(most);
        }
        bearings
    }
}

impl Landmark {
    /// The bearing of a point from it.
    fn seen_from(self, point: Point) -> Bearing {
        let (across, down) = (point.x.saturating_sub(self.at().x), point.y.saturating_sub(self.at().y));
        let distance = i32::try_from(self.at().distance_squared(point).isqrt()).unwrap_or(i32::MAX);
        Bearing { landmark: self, distance, across, down }
    }
}
