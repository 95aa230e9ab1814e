//! The body frame: points in body units, views, crops, figures and sides.
//!
//! Where things are on a particular body (outlines, regions, landmarks) is `chart`'s business;
//! nothing here knows a drawing.

use crate::words::words;

/// Stature in body units: 1 bu is 0.17 mm of a person 1.70 m tall.
pub const STATURE: i32 = 10_000;

/// A place on a view, in whole body units (bu).
///
/// `y` is 0 at the vertex and grows downwards. In the anterior and posterior views `x` is 0 at
/// the midline and `x > 0` is the person's left; in the lateral views `x` is 0 at the ankle line
/// and `x > 0` is to the front.
///
/// ```
/// use painmap::anatomy::Point;
/// let right_suprascapular = Point::new(-600, 1790);
/// assert_eq!(right_suprascapular.mirrored(), Point::new(600, 1790));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Point {
    /// Body units from the midline (or the ankle line).
    pub x: i32,
    /// Body units down from the vertex.
    pub y: i32,
}

impl Point {
    /// The point at `x`, `y` (bu).
    #[must_use]
    pub const fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }

    /// The same place on the other side of the body.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        Self::new(self.x.saturating_neg(), self.y)
    }

    /// The square of the distance to `other`, in bu².
    #[must_use]
    pub fn distance_squared(self, other: Self) -> i64 {
        let (dx, dy) = (i64::from(self.x) - i64::from(other.x), i64::from(self.y) - i64::from(other.y));
        dx.saturating_mul(dx).saturating_add(dy.saturating_mul(dy))
    }
}

/// An upright box in body units; its edges belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The smallest `x` and `y`.
    pub min: Point,
    /// The largest `x` and `y`.
    pub max: Point,
}

impl Bounds {
    /// The box between two corners.
    #[must_use]
    pub const fn new(min_x: i32, min_y: i32, max_x: i32, max_y: i32) -> Self {
        Self { min: Point::new(min_x, min_y), max: Point::new(max_x, max_y) }
    }

    /// Whether `point` lies in the box or on its edge.
    #[must_use]
    pub const fn contains(self, point: Point) -> bool {
        point.x >= self.min.x && point.x <= self.max.x && point.y >= self.min.y && point.y <= self.max.y
    }

    /// The box grown by `margin` bu on every side.
    #[must_use]
    pub const fn grown(self, margin: i32) -> Self {
        Self::new(self.min.x - margin, self.min.y - margin, self.max.x + margin, self.max.y + margin)
    }

    /// The width in bu.
    #[must_use]
    pub const fn width(self) -> i32 {
        self.max.x.saturating_sub(self.min.x)
    }

    /// The height in bu.
    #[must_use]
    pub const fn height(self) -> i32 {
        self.max.y.saturating_sub(self.min.y)
    }
}

words! {
    /// The direction from which the body is seen.
    pub enum View {
        /// From behind.
        Posterior = "posterior",
        /// From the front.
        Anterior = "anterior",
        /// From the person's left.
        Left = "left",
        /// From the person's right.
        Right = "right",
    }
}

words! {
    /// The part of a view that is drawn large.
    pub enum Crop {
        /// The whole body.
        Whole = "whole",
        /// From the neck to the gluteal folds.
        Back = "back",
        /// The back of the head to the upper thoracic spine.
        Neck = "neck",
        /// From the neck to the inferior angles of the scapulae, both shoulders in full.
        Shoulders = "shoulders",
    }
}

words! {
    /// The body that is drawn: one topology, three sets of coordinates.
    pub enum Figure {
        /// The mean of the two sexes; the default.
        Neutral = "neutral",
        /// A woman's proportions.
        Feminine = "feminine",
        /// A man's proportions.
        Masculine = "masculine",
    }
}

words! {
    /// A side of the person, never of the screen.
    pub enum Side {
        /// The person's own left.
        Left = "left",
        /// The person's own right.
        Right = "right",
        /// On the midline: within [`MIDLINE_HALF_WIDTH`] of it.
        Midline = "midline",
    }
}

/// A point of the head, neck or trunk this near to the midline (bu; about 1 cm) is neither left nor right.
pub const MIDLINE_HALF_WIDTH: i32 = 60;

impl Side {
    /// The side of a point of the anterior or posterior view's head, neck or trunk.
    #[must_use]
    pub const fn of_frontal(point: Point) -> Self {
        if point.x > MIDLINE_HALF_WIDTH {
            Self::Left
        } else if point.x < -MIDLINE_HALF_WIDTH {
            Self::Right
        } else {
            Self::Midline
        }
    }

    /// The other side; the midline stays the midline.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
            Self::Midline => Self::Midline,
        }
    }
}

impl View {
    /// The side that the view shows; none where it shows both.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Left => Some(Side::Left),
            Self::Right => Some(Side::Right),
            Self::Posterior | Self::Anterior => None,
        }
    }

    /// The box that holds every figure's body in this view, in bu.
    #[must_use]
    pub const fn bounds(self) -> Bounds {
        match self {
            Self::Posterior | Self::Anterior => Bounds::new(-2500, 0, 2500, STATURE),
            Self::Left | Self::Right => Bounds::new(-1000, 0, 1500, STATURE),
        }
    }

    /// Body `x` to screen `x` (which grows to the viewer's right), and back: it is its own inverse.
    ///
    /// ```
    /// use painmap::anatomy::{Point, View};
    /// // The person's left is on the viewer's left when seen from behind.
    /// assert_eq!(View::Posterior.to_screen(Point::new(500, 0)), Point::new(-500, 0));
    /// ```
    #[must_use]
    pub const fn to_screen(self, point: Point) -> Point {
        match self {
            Self::Anterior | Self::Right => point,
            Self::Posterior | Self::Left => point.mirrored(),
        }
    }
}
