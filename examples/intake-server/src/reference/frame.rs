//! How much of the body a picture shows: the smallest crop of the atlas that holds all, a little widened
//! where that spares a drawing of the whole body, on which everything would be small.

use painmap::anatomy::{Bounds, Chart, Crop, Figure, Point, View};
use painmap::scene::Picture;

/// How far a crop is widened at most on a side (bu), about 7 cm.
const REACH: i32 = 430;

/// The room beside what a crop is widened for (bu).
const MARGIN: i32 = 60;

/// A piece of a view.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The crop that is drawn.
    pub(super) picture: Picture,
    crop: Bounds,
    /// What is seen of it: the crop, or more.
    pub(super) bounds: Bounds,
}

impl Frame {
    /// The smallest frame round boxes; none where there are none.
    pub(super) fn round(figure: Figure, view: View, boxes: &[Bounds]) -> Option<Self> {
        Self::all(figure, view, boxes, REACH).into_iter().min_by_key(Self::area)
    }

    /// The smallest crop round boxes as it is.
    pub(super) fn crop_round(figure: Figure, view: View, boxes: &[Bounds]) -> Option<Crop> {
        let frames = Self::all(figure, view, boxes, 0);
        frames.iter().min_by_key(|frame| frame.area()).map(|frame| frame.picture.crop)
    }

    /// A frame for each crop that needs to reach no further than this to hold all boxes.
    fn all(figure: Figure, view: View, boxes: &[Bounds], reach: i32) -> Vec<Self> {
        let (Some(chart), false) = (Chart::of(view, figure), boxes.is_empty()) else { return Vec::new() };
        let whole = chart.crop(Crop::Whole);
        let frames = Crop::ALL.iter().map(|&crop| {
            let (picture, crop) = (Picture { view, crop }, chart.crop(crop));
            Self { picture, crop, bounds: within(boxes.iter().fold(crop, widened), whole) }
        });
        let suits = |frame: &Self| {
            let outer = frame.crop.grown(reach);
            let holds = |inner: &Bounds| outer.contains(inner.min) && outer.contains(inner.max);
            frame.picture.crop == Crop::Whole || boxes.iter().all(holds)
        };
        frames.filter(suits).collect()
    }

    fn area(&self) -> i64 {
        i64::from(self.bounds.width()) * i64::from(self.bounds.height())
    }
}

/// The frame, with room for a box on the sides where the box reaches beyond it.
fn widened(frame: Bounds, inner: &Bounds) -> Bounds {
    let low = |edge: i32, inner: i32| if inner < edge { inner - MARGIN } else { edge };
    let high = |edge: i32, inner: i32| if inner > edge { inner + MARGIN } else { edge };
    Bounds {
        min: Point::new(low(frame.min.x, inner.min.x), low(frame.min.y, inner.min.y)),
        max: Point::new(high(frame.max.x, inner.max.x), high(frame.max.y, inner.max.y)),
    }
}

/// What of a frame lies in another.
fn within(frame: Bounds, outer: Bounds) -> Bounds {
    Bounds {
        min: Point::new(frame.min.x.max(outer.min.x), frame.min.y.max(outer.min.y)),
        max: Point::new(frame.max.x.min(outer.max.x), frame.max.y.min(outer.max.y)),
    }
}
