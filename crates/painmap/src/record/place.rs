//! Where a mark lies, derived from the atlas: side and regions.
//!
//! It is written for readers without our atlas and never read back.

use super::json::{UnknownMembers, write_text};
use super::mark::{Mark, Shape};
use super::object::{Object, Write};
use crate::anatomy::{Chart, Figure, Point, RegionId, Side, View, encloses};
use crate::words::words;

words! {
    /// On which side of the person a mark lies.
    pub enum Laterality {
        /// The person's own left.
        Left = "left",
        /// The person's own right.
        Right = "right",
        /// On the midline.
        Midline = "midline",
        /// On both sides.
        Bilateral = "bilateral",
    }
}

/// Where a mark lies.
///
/// ```
/// use painmap::anatomy::{Figure, Point, View};
/// use painmap::record::{Laterality, Mark, MarkId, Whereabouts};
/// let mark = Mark::spot(MarkId::new("m1").unwrap(), View::Posterior, Point::new(-600, 1790)).unwrap();
/// let whereabouts = Whereabouts::of(&mark, Figure::Neutral);
/// assert_eq!(whereabouts.side, Laterality::Right);
/// assert_eq!(whereabouts.regions[0].as_str(), "suprascapular");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    /// The side.
    pub side: Laterality,
    /// The regions that the mark touches: a spot's one, an area's in the order of its outline.
    /// Empty off the body, and where the atlas has no drawing of the view.
    pub regions: Vec<RegionId>,
}

/// How close together an area's outline is looked at, in bu; no region is narrower.
const STEP: i32 = 40;
/// How often at most, corners apart: enough for an outline sixteen times as long as the body. A
/// hostile one that runs to and fro must not keep a server busy.
const MOST_STEPS: i32 = 4_000;

impl Whereabouts {
    /// Where the mark lies on this figure.
    #[must_use]
    pub fn of(mark: &Mark, figure: Figure) -> Self {
        match mark.shape() {
            Shape::Spot { at, .. } => Self::of_point(mark.view(), figure, *at),
            Shape::Area { outline } => Self::of_area(mark.view(), figure, outline.points()),
        }
    }

    /// Where a point lies.
    #[must_use]
    pub fn of_point(view: View, figure: Figure, point: Point) -> Self {
        let chart = Chart::of(view, figure);
        let region = chart.and_then(|chart| chart.locate(point)).map(|patch| patch.region());
        Self { side: side(view, chart, point).into(), regions: region.into_iter().collect() }
    }

    fn of_area(view: View, figure: Figure, outline: &[Point]) -> Self {
        let chart = Chart::of(view, figure);
        let mut sides = [false; 3];
        let mut regions = Vec::new();
        let mut note = |point: Point| {
            sides[side(view, chart, point) as usize] = true;
            if let Some(patch) = chart.and_then(|chart| chart.locate(point))
                && !regions.contains(&patch.region())
            {
                regions.push(patch.region());
            }
        };
        let stride = stride(outline);
        for (from, to) in edges(outline) {
            let steps = steps(from, to, stride);
            for step in 0..steps {
                note(Point::new(
                    from.x + (to.x - from.x) * step / steps,
                    from.y + (to.y - from.y) * step / steps,
                ));
            }
        }
        // A region wholly inside is met by no edge, but its label is inside.
        for patch in chart.map(Chart::patches).unwrap_or_default() {
            if encloses(outline, patch.label()) {
                note(patch.label());
            }
        }
        let side = match sides {
            [true, true, _] => Laterality::Bilateral,
            [true, false, _] => Laterality::Left,
            [false, true, _] => Laterality::Right,
            [false, false, _] => Laterality::Midline,
        };
        Self { side, regions }
    }
}

fn edges(outline: &[Point]) -> impl Iterator<Item = (Point, Point)> {
    outline.iter().copied().zip(outline.iter().copied().cycle().skip(1))
}

fn length(from: Point, to: Point) -> i32 {
    (to.x - from.x).abs().max((to.y - from.y).abs())
}

/// How far apart the looks at an outline are, in bu.
fn stride(outline: &[Point]) -> i32 {
    let around: i32 = edges(outline).map(|(from, to)| length(from, to)).sum();
    STEP.max(around / MOST_STEPS)
}

/// How many looks an edge takes.
fn steps(from: Point, to: Point, stride: i32) -> i32 {
    1 + length(from, to) / stride
}

impl Write for Whereabouts {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("side", Some(self.side.as_str()));
        object.put_list("regions", &self.regions);
        object.finish(&UnknownMembers::default());
    }
}

impl Write for RegionId {
    fn write(&self, text: &mut String) {
        write_text(self.as_str(), text);
    }
}

fn side(view: View, chart: Option<&Chart>, point: Point) -> Side {
    match (view, chart) {
        (View::Left, _) => Side::Left,
        (View::Right, _) => Side::Right,
        (_, Some(chart)) => chart.side(point),
        (_, None) => Side::of_frontal(point),
    }
}

impl From<Side> for Laterality {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
            Side::Midline => Self::Midline,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::limits::MAX_PATH_POINTS;

    #[test]
    fn a_hostile_outline_takes_no_more_looks_than_an_honest_one() {
        // As many edges from end to end of the view as the limits allow.
        let ends = [Point::new(-2500, 0), Point::new(2500, 10_000)];
        let outline: Vec<Point> = ends.into_iter().cycle().take(MAX_PATH_POINTS).collect();
        let stride = stride(&outline);
        let looks: i32 = edges(&outline).map(|(from, to)| steps(from, to, stride)).sum();
        assert!(looks <= MOST_STEPS + 2 * MAX_PATH_POINTS as i32, "{looks} looks");
    }
}
