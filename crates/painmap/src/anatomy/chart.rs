//! The chart of one view of one figure: outline, regions, faint lines and landmarks.

use super::curve::Curve;
use super::frame::{Bounds, Crop, Figure, Point, Side, View};
use super::region::RegionId;
use super::store;

/// The version of the drawing and of the list of regions; a record keeps it.
pub const ATLAS_VERSION: &str = "1.0";

/// The spinous processes that a view may show, from above; the atlas (C1) has a tubercle.
pub(super) const LEVELS: [&str; 26] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10",
    "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1", "S2",
];

/// One view of one figure.
///
/// ```
/// use painmap::anatomy::{Chart, Figure, Point, Side, View};
/// # fn main() -> Result<(), &'static str> {
/// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn yet")?;
/// let patch = chart.locate(Point::new(-600, 1790)).ok_or("off the body")?;
/// assert_eq!(patch.region().as_str(), "suprascapular");
/// assert_eq!(patch.side(), Some(Side::Right));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Chart {
    pub(super) view: View,
    pub(super) figure: Figure,
    pub(super) crops: [Bounds; 4],
    pub(super) outline: Vec<Curve>,
    pub(crate) outline_polygons: Vec<Vec<Point>>,
    pub(super) borders: Vec<Curve>,
    pub(super) patches: Vec<Patch>,
    pub(super) details: Vec<Detail>,
    pub(super) levels: Vec<Level>,
}

/// A region on one side of the body.
#[derive(Debug, Clone)]
pub struct Patch {
    pub(super) region: RegionId,
    pub(super) side: Option<Side>,
    pub(super) label: Point,
    pub(super) contour: Curve,
    pub(super) polygon: Vec<Point>,
    pub(super) bounds: Bounds,
}

/// A faint line of the drawing that is no border.
#[derive(Debug, Clone)]
pub struct Detail {
    pub(super) curve: Curve,
    pub(super) weight: u8,
}

/// The tip of a spinous process, as high as the skin shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    pub(super) name: &'static str,
    pub(super) at: Point,
}

impl Chart {
    /// The chart of a figure in a view; none where its drawing is neither built in nor loaded.
    #[must_use]
    pub fn of(view: View, figure: Figure) -> Option<&'static Self> {
        store::chart(view, figure)
    }

    /// The view.
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// The figure.
    #[must_use]
    pub const fn figure(&self) -> Figure {
        self.figure
    }

    /// The box that a crop shows, with a small margin: symmetric but for the side views.
    #[must_use]
    pub const fn crop(&self, crop: Crop) -> Bounds {
        let [whole, back, neck, shoulders] = self.crops;
        match crop {
            Crop::Whole => whole,
            Crop::Back => back,
            Crop::Neck => neck,
            Crop::Shoulders => shoulders,
        }
    }

    /// The closed curves that bound the body.
    #[must_use]
    pub fn outline(&self) -> &[Curve] {
        &self.outline
    }

    /// The borders between regions, each once.
    #[must_use]
    pub fn borders(&self) -> &[Curve] {
        &self.borders
    }

    /// The regions of both sides, from the head down; a left one is followed by its right one. A side
    /// view has those of its own side.
    #[must_use]
    pub fn patches(&self) -> &[Patch] {
        &self.patches
    }

    /// Faint lines that are no borders, of all that the view shows.
    #[must_use]
    pub fn details(&self) -> &[Detail] {
        &self.details
    }

    /// The spinous processes from above.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }
}

impl Patch {
    /// The region.
    #[must_use]
    pub const fn region(&self) -> RegionId {
        self.region
    }

    /// The side; none for a region that spans both.
    #[must_use]
    pub const fn side(&self) -> Option<Side> {
        self.side
    }

    /// A point in it where a label may stand.
    #[must_use]
    pub const fn label(&self) -> Point {
        self.label
    }

    /// The curve round it.
    #[must_use]
    pub const fn contour(&self) -> &Curve {
        &self.contour
    }

    /// The corners of the polygon that stands for it; neighbours share theirs.
    #[must_use]
    pub fn polygon(&self) -> &[Point] {
        &self.polygon
    }

    /// The box round it.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }
}

impl Detail {
    /// The line.
    #[must_use]
    pub const fn curve(&self) -> &Curve {
        &self.curve
    }

    /// How strong it is: 1 a hint, 2 a line, 3 a fold, 4 an edge of what lies over the body.
    #[must_use]
    pub const fn weight(&self) -> u8 {
        self.weight
    }
}

impl Level {
    /// The vertebra, such as `T4`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Where the tip is.
    #[must_use]
    pub const fn at(&self) -> Point {
        self.at
    }
}
