//! The measured outline as one chain of smooth runs.

use crate::curve::{mirror, through};
use crate::figures::{Front, Lateral, point};
use crate::smooth::{self, smooth};
use anyhow::{Context, Result, ensure};
use kurbo::{CubicBez, ParamCurve, ParamCurveNearest, Point};

/// The left half of the outline from the vertex to the crotch, or a side outline from the vertex
/// round to the vertex.
#[derive(Debug)]
pub(crate) struct Outline {
    chain: Vec<CubicBez>,
    /// Nodes at the joints of the chain: name and number of segments before it.
    pins: Vec<(String, usize)>,
    /// The side of the head where the ear hangs, from `ear-top` to `ear-bottom`; empty on a side
    /// outline.
    pub(crate) ear_root: Vec<CubicBez>,
}

/// A piece of the outline between two nodes.
#[derive(Debug)]
pub(crate) struct Piece {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) chain: Vec<CubicBez>,
}

impl Outline {
    /// Builds the outline seen from the side.
    pub(crate) fn lateral(lateral: &Lateral) -> Result<Self> {
        let mut points = lateral.points();
        ensure!(points.len() > 3, "the side outline has too few points");
        let (first, second, last) = (points[0], points[1], points[points.len() - 1]);
        points.push(first);
        let chain = smooth(&points, last, second, smooth::side);
        let pins = vec![("vertex".into(), 0), ("vertex".into(), chain.len())];
        Ok(Self { chain, pins, ear_root: Vec::new() })
    }

    /// Builds the outline seen from the front; `corners` names its tight bends in order.
    pub(crate) fn front(front: &Front, corners: &[String]) -> Result<Self> {
        let ear = &front.ear;
        let head = front.half.get(..ear.first).context("ear.first")?;
        let body = front.half.get(ear.last + 1..).context("ear.last")?;
        let points: Vec<Point> = head.iter().chain(&ear.bypass).chain(body).map(|p| point(*p)).collect();
        let shift = ear.last + 1 - ear.first - ear.bypass.len();
        ensure!(corners.len() == front.corners.len(), "{} corners are named", corners.len());

        let breaks: Vec<usize> = front.corners.iter().map(|corner| corner - shift).collect();
        let last = points.len() - 1;
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        let ends = breaks.iter().copied().chain([last]);
        let mut outline = Self { chain: Vec::new(), pins: vec![("vertex".into(), 0)], ear_root: Vec::new() };
        let names = corners.iter().map(String::as_str).chain(["crotch"]);
        for ((start, end), name) in starts.zip(ends).zip(names) {
            // Even a corner is round, if only a little: each run leans on its neighbours.
            let before = if start == 0 { mirror(points[1]) } else { points[start - 1] };
            let after = if end == last { mirror(points[last - 1]) } else { points[end + 1] };
            let run = smooth(&points[start..=end], before, after, smooth::front);
            if start == 0 {
                outline.push_head(&run, &ear.ear_path)?;
            } else {
                outline.chain.extend(run);
            }
            outline.pins.push((name.into(), outline.chain.len()));
        }
        Ok(outline)
    }

    /// Adds the run that holds the head, going round the ear.
    fn push_head(&mut self, run: &[CubicBez], ear: &[[f64; 2]]) -> Result<()> {
        let root = |index: usize| ear.get(index).map(|p| nearest(run, point(*p))).context("ear_path");
        // The path's last point lies inside the head; the one before it is the lower root.
        let lower = ear.len().saturating_sub(2);
        let (top, bottom) = (root(0)?, root(lower)?);
        let mut points = vec![eval(run, top)];
        points.extend(ear[1..lower].iter().map(|p| point(*p)));
        points.push(eval(run, bottom));
        self.chain.extend(between(run, Place::START, top));
        self.pins.push(("ear-top".into(), self.chain.len()));
        self.chain.extend(through(&points, None, None));
        self.pins.push(("ear-bottom".into(), self.chain.len()));
        self.chain.extend(between(run, bottom, Place::end(run)));
        self.ear_root = between(run, top, bottom);
        Ok(())
    }

    /// Cuts the outline at its own corners and at the points nearest to `nodes`.
    pub(crate) fn cut(&self, nodes: impl IntoIterator<Item = (String, Point)>) -> Vec<Piece> {
        let mut places: Vec<(Place, String)> = self
            .pins
            .iter()
            .map(|(name, index)| (Place { index: *index, t: 0.0 }, name.clone()))
            .chain(nodes.into_iter().map(|(name, point)| (nearest(&self.chain, point), name)))
            .collect();
        places.sort_by(|a, b| {
            (a.0.index, a.0.t).partial_cmp(&(b.0.index, b.0.t)).unwrap_or(std::cmp::Ordering::Equal)
        });
        places
            .windows(2)
            .map(|pair| Piece {
                from: pair[0].1.clone(),
                to: pair[1].1.clone(),
                chain: between(&self.chain, pair[0].0, pair[1].0),
            })
            .collect()
    }
}

/// A place on a chain: a segment and where on it.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: usize,
    t: f64,
}

impl Place {
    const START: Self = Self { index: 0, t: 0.0 };

    fn end(chain: &[CubicBez]) -> Self {
        Self { index: chain.len(), t: 0.0 }
    }
}

/// The place on a chain that is nearest to a point.
fn nearest(chain: &[CubicBez], point: Point) -> Place {
    let mut best = (f64::INFINITY, Place::START);
    for (index, segment) in chain.iter().enumerate() {
        let found = segment.nearest(point, 1e-4);
        if found.distance_sq < best.0 {
            best = (found.distance_sq, Place { index, t: found.t });
        }
    }
    best.1
}

fn eval(chain: &[CubicBez], place: Place) -> Point {
    chain.get(place.index).or(chain.last()).map_or(Point::ZERO, |segment| segment.eval(place.t))
}

/// The part of a chain from one place to another, its shape unchanged.
fn between(chain: &[CubicBez], from: Place, to: Place) -> Vec<CubicBez> {
    let mut part = Vec::new();
    for (index, segment) in chain.iter().enumerate() {
        let start = if index == from.index { from.t } else { 0.0 };
        let end = if index == to.index { to.t } else { 1.0 };
        if index >= from.index && index <= to.index && end - start > 1e-3 {
            part.push(segment.subsegment(start..end));
        }
    }
    part
}
