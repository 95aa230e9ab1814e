//! What a view shows of the muscles of the person's left, in numbers that relations are told in.

use super::super::muscles::off;
use crate::anatomy::{Chart, Curve, Figure, MuscleChart, MuscleShape, Point, Side, View, encloses, polygon};
use std::collections::BTreeSet;

/// A muscle that the view does not show has these numbers, which no relation holds for.
const NONE: f64 = f64::NAN;

/// How far apart the points are that stand for an area (bu).
const STEP: usize = 20;

/// One view of one figure.
pub(super) struct Seen {
    chart: &'static Chart,
    muscles: &'static MuscleChart,
}

/// What a line cuts of a muscle: from its first border to its last.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) from: f64,
    pub(super) to: f64,
}

impl Span {
    pub(super) const fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    pub(super) const fn width(self) -> f64 {
        self.to - self.from
    }
}

/// A fibre: where it begins and ends.
#[derive(Clone, Copy)]
pub(super) struct Fibre {
    pub(super) from: Point,
    pub(super) to: Point,
}

impl Fibre {
    /// How steep it is, in degrees to the horizontal, whichever way it runs.
    pub(super) fn steepness(self) -> f64 {
        let (x, y) = (f64::from(self.to.x - self.from.x), f64::from(self.to.y - self.from.y));
        y.abs().atan2(x.abs()).to_degrees()
    }
}

impl Seen {
    pub(super) fn of(view: View, figure: Figure) -> Self {
        Self { chart: Chart::of(view, figure).unwrap(), muscles: MuscleChart::of(view, figure) }
    }

    pub(super) fn shape(&self, muscle: &str) -> Option<&'static MuscleShape> {
        let muscle = muscle.parse().unwrap_or_else(|_| panic!("no muscle {muscle}"));
        self.muscles.shape(muscle, Side::Left)
    }

    /// Where a landmark of the left or the midline is.
    pub(super) fn at(&self, landmark: &str) -> Point {
        let mut known = self.chart.landmarks().into_iter();
        let found = known.find(|known| known.name() == landmark && known.side() != Side::Right);
        found.unwrap_or_else(|| panic!("no landmark {landmark}")).at()
    }

    /// The line of a bone of the left.
    pub(super) fn bone(&self, name: &str) -> Curve {
        let mut bones = self.chart.bones().into_iter().filter(|bone| bone.name() == name);
        bones
            .find(|bone| bone.curve().start().x > 0)
            .unwrap_or_else(|| panic!("no bone {name}"))
            .curve()
            .clone()
    }

    pub(super) fn height(&self, landmark: &str) -> f64 {
        self.at(landmark).y.into()
    }

    /// The height of the spine of the scapula above or below a place, from behind.
    pub(super) fn spine(&self, x: f64) -> f64 {
        let crest = ["root-of-scapular-spine", "middle-of-scapular-spine", "acromial-angle"]
            .map(|name| self.at(name));
        let pair = usize::from(x > crest[1].x.into());
        let [(ax, ay), (bx, by)] =
            [crest[pair], crest[pair + 1]].map(|at| (f64::from(at.x), f64::from(at.y)));
        ay + (by - ay) * (x - ax) / (bx - ax)
    }

    /// The height of a spinous process.
    pub(super) fn level(&self, vertebra: &str) -> f64 {
        self.height(&format!("{vertebra}-spinous-process"))
    }

    /// The place that is this one on the neutral figure.
    pub(super) fn carried(&self, x: i32, y: i32) -> Point {
        let neutral = Chart::of(self.chart.view(), Figure::Neutral).unwrap();
        neutral.carry(Point::new(x, y), self.chart.figure()).unwrap()
    }

    /// How far the outline of a muscle is from a landmark.
    pub(super) fn gap_to(&self, muscle: &str, landmark: &str) -> f64 {
        self.gap_to_point(muscle, self.at(landmark))
    }

    pub(super) fn gap_to_point(&self, muscle: &str, at: Point) -> f64 {
        self.shape(muscle).map_or(NONE, |shape| real(off(shape.polygon(), at)))
    }

    /// How far a muscle is from a point; 0 within it.
    pub(super) fn out_of(&self, muscle: &str, at: Point) -> f64 {
        let inside = self.shape(muscle).is_some_and(|shape| shape.contains(at));
        if inside { 0.0 } else { self.gap_to_point(muscle, at) }
    }

    /// How far two muscles' outlines are apart.
    pub(super) fn gap(&self, a: &str, b: &str) -> f64 {
        let Some(a) = self.shape(a) else { return NONE };
        let gaps = a.polygon().iter().map(|corner| self.gap_to_point(b, *corner));
        gaps.fold(f64::INFINITY, f64::min)
    }

    /// How near the muscle comes to the body's outline, looking at its border between two heights.
    pub(super) fn gap_to_skin(&self, muscle: &str, heights: (f64, f64)) -> f64 {
        let Some(shape) = self.shape(muscle) else { return NONE };
        let border = shape.polygon().iter();
        let border = border.filter(|corner| (heights.0..=heights.1).contains(&f64::from(corner.y)));
        let outlines = &self.chart.outline_polygons;
        let gap = |corner: &Point| outlines.iter().map(|outline| off(outline, *corner)).min();
        border.filter_map(gap).min().map_or(NONE, real)
    }

    /// What an upright line cuts.
    pub(super) fn column(&self, muscle: &str, x: f64) -> Span {
        self.cut(muscle, x, |point| (point.x.into(), point.y.into()))
    }

    /// What a level line cuts.
    pub(super) fn row(&self, muscle: &str, y: f64) -> Span {
        self.cut(muscle, y, |point| (point.y.into(), point.x.into()))
    }

    fn cut(&self, muscle: &str, at: f64, of: fn(Point) -> (f64, f64)) -> Span {
        let polygon = self.shape(muscle).map_or(&[][..], MuscleShape::polygon);
        let crossings = polygon::edges(polygon).filter_map(|(a, b)| {
            let ((a, u), (b, v)) = (of(a), of(b));
            ((a > at) != (b > at)).then(|| u + (v - u) * (at - a) / (b - a))
        });
        let empty = Span { from: NONE, to: NONE };
        crossings.fold(empty, |span, value| Span { from: span.from.min(value), to: span.to.max(value) })
    }

    pub(super) fn top(&self, muscle: &str) -> f64 {
        self.shape(muscle).map_or(NONE, |shape| shape.bounds().min.y.into())
    }

    pub(super) fn bottom(&self, muscle: &str) -> f64 {
        self.shape(muscle).map_or(NONE, |shape| shape.bounds().max.y.into())
    }

    /// The end next to the midline; seen from the side, the hind end.
    pub(super) fn inner(&self, muscle: &str) -> f64 {
        self.shape(muscle).map_or(NONE, |shape| shape.bounds().min.x.into())
    }

    /// The end next to the arm; seen from the side, the front end.
    pub(super) fn outer(&self, muscle: &str) -> f64 {
        self.shape(muscle).map_or(NONE, |shape| shape.bounds().max.x.into())
    }

    /// The highest point.
    pub(super) fn highest(&self, muscle: &str) -> Point {
        let shape = self.shape(muscle).unwrap_or_else(|| panic!("the view shows no {muscle}"));
        *shape.polygon().iter().min_by_key(|corner| corner.y).unwrap()
    }

    /// The lowest point.
    pub(super) fn lowest(&self, muscle: &str) -> Point {
        let shape = self.shape(muscle).unwrap_or_else(|| panic!("the view shows no {muscle}"));
        *shape.polygon().iter().max_by_key(|corner| corner.y).unwrap()
    }

    /// The length of the border that two muscles share.
    pub(super) fn shared(&self, a: &str, b: &str) -> f64 {
        let (Some(a), Some(b)) = (self.shape(a), self.shape(b)) else { return NONE };
        let borders = |shape: &MuscleShape| -> BTreeSet<(Point, Point)> {
            polygon::edges(shape.polygon()).map(|(p, q)| (p.min(q), p.max(q))).collect()
        };
        borders(a).intersection(&borders(b)).map(|(p, q)| real(p.distance_squared(*q)).sqrt()).sum()
    }

    pub(super) fn area(&self, muscle: &str) -> f64 {
        let polygon = self.shape(muscle).map_or(&[][..], MuscleShape::polygon);
        let product = |p: Point, q: Point| f64::from(p.x) * f64::from(q.y) - f64::from(q.x) * f64::from(p.y);
        (polygon::edges(polygon).map(|(p, q)| product(p, q)).sum::<f64>() / 2.0).abs()
    }

    /// How many percent of a muscle other ones lie over or under.
    pub(super) fn shared_area(&self, muscle: &str, others: &[&str]) -> f64 {
        let Some(shape) = self.shape(muscle) else { return NONE };
        let others: Vec<_> = others.iter().filter_map(|other| self.shape(other)).collect();
        share(shape, |point| others.iter().any(|other| other.contains(point)))
    }

    /// How many percent of a closed line a muscle fills.
    pub(super) fn filled(&self, line: &Curve, muscle: &str) -> f64 {
        let Some(shape) = self.shape(muscle) else { return NONE };
        let corners = line.polygon();
        let inside: Vec<Point> = grid(shape.bounds())
            .filter(|point| encloses(&corners, *point) && shape.contains(*point))
            .collect();
        let frame = crate::anatomy::curve::bounds(&corners);
        let all = grid(frame).filter(|point| encloses(&corners, *point)).count();
        percent(inside.len(), all)
    }

    /// Whether one muscle lies nearer to the skin than another.
    pub(super) fn is_over(&self, a: &str, b: &str) -> bool {
        let place = |muscle: &str| {
            let muscle = muscle.parse().unwrap_or_else(|_| panic!("no muscle {muscle}"));
            self.muscles.shapes().iter().position(|shape| shape.muscle() == muscle)
        };
        matches!((place(a), place(b)), (Some(a), Some(b)) if a < b)
    }

    pub(super) fn fibres(&self, muscle: &str) -> Vec<Fibre> {
        let fibres = self.shape(muscle).map_or(&[][..], MuscleShape::fibres);
        let fibre = |fibre: &Curve| Some(Fibre { from: fibre.start(), to: fibre.segments().last()?[2] });
        fibres.iter().filter_map(fibre).collect()
    }

    /// How steep the fibres are on the average, in degrees to the horizontal.
    pub(super) fn steepness(&self, muscle: &str) -> f64 {
        let fibres = self.fibres(muscle);
        let count = u32::try_from(fibres.len()).map_or(NONE, f64::from);
        fibres.iter().map(|fibre| fibre.steepness()).sum::<f64>() / count
    }

    /// How many of the fibres run as `runs` says, in percent.
    pub(super) fn running(&self, muscle: &str, runs: impl Fn(Fibre) -> bool) -> f64 {
        let fibres = self.fibres(muscle);
        percent(fibres.iter().filter(|fibre| runs(**fibre)).count(), fibres.len())
    }

    /// How far apart the fibres begin and end: the heights that they are spread over.
    pub(super) fn spread(&self, muscle: &str) -> (f64, f64) {
        let fibres = self.fibres(muscle);
        let over = |end: fn(&Fibre) -> i32| {
            let (low, high) = (fibres.iter().map(end).min(), fibres.iter().map(end).max());
            low.zip(high).map_or(NONE, |(low, high)| f64::from(high - low))
        };
        (over(|fibre| fibre.from.y), over(|fibre| fibre.to.y))
    }
}

/// How many percent of a muscle `within` is true of.
fn share(shape: &MuscleShape, within: impl Fn(Point) -> bool) -> f64 {
    let points: Vec<Point> = grid(shape.bounds()).filter(|point| shape.contains(*point)).collect();
    percent(points.iter().filter(|point| within(**point)).count(), points.len())
}

fn grid(frame: crate::anatomy::Bounds) -> impl Iterator<Item = Point> {
    let rows = (frame.min.y..=frame.max.y).step_by(STEP);
    rows.flat_map(move |y| (frame.min.x..=frame.max.x).step_by(STEP).map(move |x| Point::new(x, y)))
}

fn percent(part: usize, of: usize) -> f64 {
    let real = |count: usize| u32::try_from(count).map_or(NONE, f64::from);
    100.0 * real(part) / real(of)
}

fn real(whole: i64) -> f64 {
    i32::try_from(whole).map_or(f64::INFINITY, f64::from)
}
