//! Bearings: how far and which way a point lies from the landmarks near to it.

use super::chart::Chart;
use super::frame::Point;
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
        let mut bearings: Vec<Bearing> =
            self.landmarks().into_iter().map(|known| known.seen_from(point)).collect();
        bearings.sort_by_key(|bearing| bearing.distance);
        bearings.truncate(most);
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
