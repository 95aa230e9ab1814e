//! The muscles of one view of one figure: their shapes, usual spots and the areas of their patterns.

use super::super::curve::Curve;
use super::super::frame::{Bounds, Figure, Point, Side, View};
use super::super::polygon::encloses;
use super::facts::{Layer, MuscleId, UsualPlace};
use super::unpack;
use crate::words::words;
use std::sync::OnceLock;

/// The neutral figure's packs, then those of the others, for each drawing: posterior, anterior, lateral.
static PACKS: [[&[u8]; 3]; 3] = [
    [
        include_bytes!("../tables/posterior-neutral.muscles"),
        include_bytes!("../tables/posterior-feminine.muscles"),
        include_bytes!("../tables/posterior-masculine.muscles"),
    ],
    [
        include_bytes!("../tables/anterior-neutral.muscles"),
        include_bytes!("../tables/anterior-feminine.muscles"),
        include_bytes!("../tables/anterior-masculine.muscles"),
    ],
    [
        include_bytes!("../tables/lateral-neutral.muscles"),
        include_bytes!("../tables/lateral-feminine.muscles"),
        include_bytes!("../tables/lateral-masculine.muscles"),
    ],
];

static CHARTS: [OnceLock<MuscleChart>; 12] = [const { OnceLock::new() }; 12];

/// The muscles of one view of one figure.
///
/// ```
/// use painmap::anatomy::{Figure, MuscleChart, Point, Side, View};
/// let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
/// let under: Vec<_> = chart.at(Point::new(-600, 2150)).map(|shape| shape.muscle().as_str()).collect();
/// assert_eq!(under.first(), Some(&"infraspinatus"));
/// assert!(chart.at(Point::new(-600, 2150)).all(|shape| shape.side() == Side::Right));
/// ```
#[derive(Debug)]
pub struct MuscleChart {
    pub(super) view: View,
    pub(super) figure: Figure,
    /// By muscle: from the surface down; a left one is followed by its right one.
    pub(super) shapes: Vec<MuscleShape>,
    pub(super) spots: Vec<UsualSpot>,
    pub(super) areas: Vec<PatternArea>,
}

/// A muscle as a view shows it, on one side of the body.
#[derive(Debug)]
pub struct MuscleShape {
    pub(super) muscle: MuscleId,
    pub(super) side: Side,
    pub(super) contour: Curve,
    pub(super) polygon: Vec<Point>,
    pub(super) bounds: Bounds,
    pub(super) fibres: Vec<Curve>,
}

/// A place of the body where trigger points of a muscle usually sit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualSpot {
    pub(super) muscle: MuscleId,
    pub(super) side: Side,
    pub(super) index: usize,
    pub(super) at: Point,
}

words! {
    /// How an area belongs to a published pattern.
    pub enum PatternPart {
        /// The pattern's own area, as sources tell it.
        Essential = "essential",
        /// Further areas into which they say it may spill over.
        Spillover = "spillover",
    }
}

/// An area of a published referral pattern. Individual pain varies: a pattern says where others felt
/// pain, and nothing about why somebody feels it.
#[derive(Debug)]
pub struct PatternArea {
    pub(super) muscle: MuscleId,
    pub(super) side: Side,
    pub(super) part: PatternPart,
    /// A bit for each usual spot that it belongs to; none for all of them.
    pub(super) spots: u32,
    pub(super) contour: Curve,
    pub(super) polygon: Vec<Point>,
    pub(super) bounds: Bounds,
}

impl MuscleChart {
    /// The muscles of a figure in a view.
    #[must_use]
    pub fn of(view: View, figure: Figure) -> &'static Self {
        let [posterior, anterior, lateral] = &PACKS;
        let [base, feminine, masculine] = match view {
            View::Posterior => posterior,
            View::Anterior => anterior,
            View::Left | View::Right => lateral,
        };
        let index = view as usize * Figure::ALL.len() + figure as usize;
        CHARTS[index].get_or_init(|| unpack::chart(view, figure, base, [feminine, masculine]))
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

    /// The muscles that the view shows, on both sides or on its own: those that lie nearer to the skin
    /// come first.
    #[must_use]
    pub fn shapes(&self) -> &[MuscleShape] {
        &self.shapes
    }

    /// A muscle on a side, where the view shows it.
    #[must_use]
    pub fn shape(&self, muscle: MuscleId, side: Side) -> Option<&MuscleShape> {
        self.shapes.iter().find(|shape| shape.muscle == muscle && shape.side == side)
    }

    /// The muscles under a point of the body, from the skin down.
    ///
    /// The shapes follow the outline within a few body units; that a point is on the body is for
    /// [`Chart::locate`](crate::anatomy::Chart::locate) to say.
    pub fn at(&self, point: Point) -> impl Iterator<Item = &MuscleShape> {
        self.shapes.iter().filter(move |shape| shape.contains(point))
    }

    /// The usual spots that the view shows.
    #[must_use]
    pub fn spots(&self) -> &[UsualSpot] {
        &self.spots
    }

    /// The areas of all published patterns that the view shows.
    #[must_use]
    pub fn areas(&self) -> &[PatternArea] {
        &self.areas
    }

    /// The areas to which pain from a muscle is published to spread in this view: from one of its usual
    /// spots, told by its place in [`MuscleId::usual_places`], or from any.
    ///
    /// ```
    /// use painmap::anatomy::{Figure, MuscleChart, MuscleId, PatternPart, Side, View};
    /// let muscle: MuscleId = "levator-scapulae".parse()?;
    /// let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
    /// let mut areas = chart.pattern(muscle, Side::Left, None);
    /// assert!(areas.any(|area| area.part() == PatternPart::Essential));
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    pub fn pattern(
        &self,
        muscle: MuscleId,
        side: Side,
        spot: Option<usize>,
    ) -> impl Iterator<Item = &PatternArea> {
        self.areas.iter().filter(move |area| {
            area.muscle == muscle && area.side == side && spot.is_none_or(|spot| area.belongs_to(spot))
        })
    }

    /// The muscles whose published pattern covers a point, with the side and the part of it: where both
    /// parts of one do, the essential one. From the surface down.
    ///
    /// ```
    /// use painmap::anatomy::{Figure, MuscleChart, Point, View};
    /// let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
    /// for (muscle, side, part) in chart.patterns_covering(Point::new(400, 1500)) {
    ///     println!("{side} {muscle}: {part}");
    /// }
    /// ```
    #[must_use]
    pub fn patterns_covering(&self, point: Point) -> Vec<(MuscleId, Side, PatternPart)> {
        let mut found: Vec<(MuscleId, Side, PatternPart)> = Vec::new();
        for area in self.areas.iter().filter(|area| area.contains(point)) {
            // The essential areas of a muscle come first.
            if !found.iter().any(|(muscle, side, _)| (*muscle, *side) == (area.muscle, area.side)) {
                found.push((area.muscle, area.side, area.part));
            }
        }
        found
    }

    /// The usual spot that is nearest to a point, and how far off it is (bu): of one muscle on a side, or
    /// of all.
    ///
    /// ```
    /// use painmap::anatomy::{Figure, MuscleChart, Point, View};
    /// let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
    /// let (spot, distance) = chart.nearest_spot(Point::new(600, 2150), None).ok_or("none")?;
    /// assert_eq!((spot.muscle().as_str(), distance < 200), ("infraspinatus", true));
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn nearest_spot(&self, point: Point, of: Option<(MuscleId, Side)>) -> Option<(UsualSpot, i32)> {
        let spots = self.spots.iter().filter(|spot| of.is_none_or(|of| of == (spot.muscle, spot.side)));
        let nearest = spots.min_by_key(|spot| spot.at.distance_squared(point))?;
        let distance = nearest.at.distance_squared(point).isqrt();
        Some((*nearest, i32::try_from(distance).unwrap_or(i32::MAX)))
    }
}

impl MuscleShape {
    /// The muscle.
    #[must_use]
    pub const fn muscle(&self) -> MuscleId {
        self.muscle
    }

    /// Its side.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// How deep it lies.
    #[must_use]
    pub fn layer(&self) -> Layer {
        self.muscle.layer()
    }

    /// The curve round it.
    #[must_use]
    pub const fn contour(&self) -> &Curve {
        &self.contour
    }

    /// The corners of the polygon that stands for it; muscles that touch share theirs.
    #[must_use]
    pub fn polygon(&self) -> &[Point] {
        &self.polygon
    }

    /// The box round it.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Lines along its fibres, from the origin towards the insertion.
    #[must_use]
    pub fn fibres(&self) -> &[Curve] {
        &self.fibres
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        self.bounds.contains(point) && encloses(&self.polygon, point)
    }
}

impl UsualSpot {
    /// The muscle.
    #[must_use]
    pub const fn muscle(&self) -> MuscleId {
        self.muscle
    }

    /// Its side.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Which one of the muscle's usual places it is, by its place in [`MuscleId::usual_places`].
    #[must_use]
    pub const fn index(&self) -> usize {
        self.index
    }

    /// That place in words.
    #[must_use]
    pub fn place(&self) -> Option<UsualPlace> {
        self.muscle.usual_places().nth(self.index)
    }

    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Point {
        self.at
    }
}

impl PatternArea {
    /// The muscle whose pattern it belongs to.
    #[must_use]
    pub const fn muscle(&self) -> MuscleId {
        self.muscle
    }

    /// The side of that muscle, which is its own too; it may reach over the midline.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// How it belongs to the pattern.
    #[must_use]
    pub const fn part(&self) -> PatternPart {
        self.part
    }

    /// Whether it belongs to a usual spot, told by its place in [`MuscleId::usual_places`].
    #[must_use]
    pub fn belongs_to(&self, spot: usize) -> bool {
        let bit = u32::try_from(spot).ok().and_then(|spot| 1_u32.checked_shl(spot)).unwrap_or(0);
        self.spots == 0 || self.spots & bit != 0
    }

    /// The curve round it.
    #[must_use]
    pub const fn contour(&self) -> &Curve {
        &self.contour
    }

    /// The corners of the polygon that stands for it.
    #[must_use]
    pub fn polygon(&self) -> &[Point] {
        &self.polygon
    }

    /// The box round it.
    #[must_use]
    pub const fn bounds(&self) -> Bounds {
        self.bounds
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn contains(&self, point: Point) -> bool {
        self.bounds.contains(point) && encloses(&self.polygon, point)
    }
}
