//! Where a point is: its region, its side, its vertebral level, and the body's nearest point.

use super::chart::{Chart, Level, Patch};
use super::frame::{Point, Side};
use super::polygon::{edges, encloses, nearest_on_edge, on_edge};

/// Nothing is snapped from further than this off the view's box (bu).
const FARTHEST: i32 = 10_000;

/// How far from a spinous process its level reaches: half of the widest space between two (bu).
pub(super) const LEVEL_REACH: i32 = 100;

impl Chart {
    /// The patch that holds `point`; none off the body.
    ///
    /// A point on the outline is on the body, and a point on a border is in exactly one patch.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn yet")?;
    /// assert_eq!(chart.locate(Point::new(0, 3000)).map(|patch| patch.region().as_str()), Some("thoracic-spine"));
    /// assert!(chart.locate(Point::new(2000, 1000)).is_none());
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn locate(&self, point: Point) -> Option<&Patch> {
        // The halves are mirror images: look on the left, answer on the point's own side.
        let left = self.folded(point);
        let folds = self.view.side().is_none();
        let near = |patch: &Patch| !(folds && patch.side == Some(Side::Right)) && patch.bounds.contains(left);
        let index = self
            .patches
            .iter()
            .position(|patch| near(patch) && encloses(&patch.polygon, left))
            .or_else(|| self.patches.iter().position(|patch| near(patch) && on_border(patch, left)))?;
        let paired = folds && self.patches.get(index)?.side.is_some();
        self.patches.get(index + usize::from(paired && point.x < 0))
    }

    /// The point itself if it is on the body, else the nearest point that is, if that is within
    /// `within` bu.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn yet")?;
    /// let beside = Point::new(900, 3500);
    /// let snapped = chart.snap(beside, 150).ok_or("too far off")?;
    /// assert!(chart.locate(snapped).is_some());
    /// assert_eq!(chart.snap(beside, 10), None);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn snap(&self, point: Point, within: i32) -> Option<Point> {
        if self.locate(point).is_some() {
            return Some(point);
        }
        let left = self.folded(point);
        if !self.view.bounds().grown(FARTHEST).contains(left) {
            return None;
        }
        // Plain loops: chained iterators would weigh three times as much in the wasm.
        let mut nearest = Nearest::to(left);
        let mut corner = left;
        for polygon in &self.outline_polygons {
            for (a, b) in edges(polygon) {
                if nearest.offer(nearest_on_edge(a, b, left)) {
                    corner = a;
                }
            }
        }
        let nearest = nearest.point?;
        // Rounding may have left the body by a hair; a corner of the outline is on it for certain.
        let mut found = Nearest::to(left);
        for step in 0..25 {
            let candidate = Point::new(nearest.x + step / 5 - 2, nearest.y + step % 5 - 2);
            if self.folded(candidate) == candidate && self.locate(candidate).is_some() {
                found.offer(candidate);
            }
        }
        if self.locate(corner).is_some() {
            found.offer(corner);
        }
        let reach = i64::from(within) * i64::from(within);
        if within < 0 || found.distance > reach {
            return None;
        }
        let found = found.point?;
        Some(if left == point { found } else { found.mirrored() })
    }

    /// The point on the half that is drawn: the left one, or all of a side view.
    pub(super) const fn folded(&self, point: Point) -> Point {
        match self.view.side() {
            None => Point::new(point.x.saturating_abs(), point.y),
            Some(_) => point,
        }
    }

    /// The side of the person on which `point` is, on the body or off it.
    ///
    /// A side view has but one side. In the others an arm or a leg has its own side; elsewhere a point
    /// within [`MIDLINE_HALF_WIDTH`](super::MIDLINE_HALF_WIDTH) of the midline is on the midline.
    #[must_use]
    pub fn side(&self, point: Point) -> Side {
        if let Some(side) = self.view.side() {
            return side;
        }
        match self.locate(point) {
            Some(Patch { region, side: Some(side), .. }) if region.is_limb() => *side,
            _ => Side::of_frontal(point),
        }
    }

    /// The spinous process nearest in height, for a point in a region where that means something. None
    /// for a point further above the first or below the last one than half a space.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn yet")?;
    /// assert_eq!(chart.level(Point::new(300, 2030)).map(|level| level.name()), Some("T4"));
    /// assert_eq!(chart.level(Point::new(650, 8000)), None);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn level(&self, point: Point) -> Option<&Level> {
        let spinal = self.locate(point)?.region.is_spinal();
        let levels = if spinal { &self.levels[..] } else { &[] };
        let nearest = levels.iter().min_by_key(|level| (level.at.y - point.y).abs());
        nearest.filter(|level| (level.at.y - point.y).abs() <= LEVEL_REACH)
    }
}

/// The nearest of some points; of equals the first.
struct Nearest {
    to: Point,
    point: Option<Point>,
    distance: i64,
}

impl Nearest {
    const fn to(to: Point) -> Self {
        Self { to, point: None, distance: i64::MAX }
    }

    /// Takes the point where it is nearer than the one before it.
    fn offer(&mut self, point: Point) -> bool {
        let distance = point.distance_squared(self.to);
        let nearer = distance < self.distance;
        if nearer {
            self.point = Some(point);
            self.distance = distance;
        }
        nearer
    }
}

fn on_border(patch: &Patch, point: Point) -> bool {
    edges(&patch.polygon).any(|(a, b)| on_edge(a, b, point))
}
