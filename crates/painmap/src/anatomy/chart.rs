//! The chart of one view of one figure: outline, regions, faint lines and landmarks.

use super::curve::Curve;
use super::decode::{decode, landmarks};
use super::frame::{Bounds, Crop, Figure, Point, Side, View};
use super::region::RegionId;
use super::tables::ViewTable;
use super::tables::posterior::{POSTERIOR, POSTERIOR_LANDMARKS};
use std::sync::OnceLock;

/// The version of the drawing and of the list of regions; a record keeps it.
pub const ATLAS_VERSION: &str = "1.0";

/// Every view of every figure.
const CHARTS_MOST: usize = View::ALL.len() * Figure::ALL.len();

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
    pub(super) outline_polygons: Vec<Vec<Point>>,
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

/// A place on the skin with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landmark {
    pub(super) name: &'static str,
    pub(super) side: Side,
    pub(super) at: Point,
    pub(super) estimate: bool,
}

impl Chart {
    /// The chart of a figure in a view; none where the atlas has no drawing yet.
    #[must_use]
    pub fn of(view: View, figure: Figure) -> Option<&'static Self> {
        static CHARTS: [OnceLock<Chart>; CHARTS_MOST] = [const { OnceLock::new() }; CHARTS_MOST];
        let table: &'static ViewTable = match view {
            View::Posterior => &POSTERIOR,
            View::Anterior | View::Left | View::Right => return None,
        };
        let drawing = table.figures.iter().find(|drawing| drawing.figure == figure)?;
        let chart = CHARTS.get(view as usize * Figure::ALL.len() + figure as usize)?;
        Some(chart.get_or_init(|| decode(view, table, drawing)))
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

    /// The box that a crop shows: symmetric, with a small margin.
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

    /// The regions of both sides, from the head down; a left one is followed by its right one.
    #[must_use]
    pub fn patches(&self) -> &[Patch] {
        &self.patches
    }

    /// Faint lines that are no borders, of both sides.
    #[must_use]
    pub fn details(&self) -> &[Detail] {
        &self.details
    }

    /// The spinous processes from above.
    #[must_use]
    pub fn levels(&self) -> &[Level] {
        &self.levels
    }

    /// Places with a name, on both sides; the spinous processes are among them. The list is made
    /// anew each time.
    #[must_use]
    pub fn landmarks(&self) -> Vec<Landmark> {
        match self.view {
            View::Posterior => landmarks(&POSTERIOR_LANDMARKS, self),
            View::Anterior | View::Left | View::Right => Vec::new(),
        }
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

    /// How strong it is: 1 a hint, 2 a line, 3 a fold.
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

impl Landmark {
    /// Its name in kebab-case, such as `t4-spinous-process`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its side.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Point {
        self.at
    }

    /// Whether the place is constructed or uncertain, not measured.
    #[must_use]
    pub const fn is_estimate(&self) -> bool {
        self.estimate
    }
}
