//! Walks the faces of a map and gives each region its own.

use crate::map::{Half, Kind};
use crate::source::{Drawing, View};
use anyhow::{Context, Result, bail, ensure};
use kurbo::Point;
use std::collections::BTreeMap;

/// A closed chain of arcs: 1-based numbers, negative where an arc is walked backwards; beyond the
/// number of arcs of the left half come their mirror images, in the same order.
pub(crate) type Loop = Vec<i32>;

/// The map, read as regions.
#[derive(Debug)]
pub(crate) struct Faces {
    /// Region id to its face; of a paired region the left one.
    pub(crate) regions: BTreeMap<String, Loop>,
    /// The edges of the body.
    pub(crate) outline: Vec<Loop>,
}

/// An arc walked one way.
struct Edge {
    number: i32,
    from: [i32; 2],
    to: [i32; 2],
    points: Vec<Point>,
}

/// Finds all faces and matches them with the seeds of the regions.
pub(crate) fn walk(view: &View, drawing: &Drawing, half: &Half) -> Result<Faces> {
    let edges = edges(half, view.lateral)?;
    let next = successors(&edges);
    let mut seen = vec![false; edges.len()];
    let mut faces = Faces { regions: BTreeMap::new(), outline: Vec::new() };
    let mut right = 0;
    for start in 0..edges.len() {
        if seen[start] {
            continue;
        }
        let (mut numbers, mut points, mut at) = (Vec::new(), Vec::new(), start);
        while !seen[at] {
            seen[at] = true;
            numbers.push(edges[at].number);
            points.extend_from_slice(&edges[at].points[1..]);
            at = next[at];
        }
        if area(&points) < 0.0 {
            // The face outside the body: the outline, walked the other way round.
            faces.outline.push(numbers.iter().rev().map(|number| -number).collect());
            continue;
        }
        let inside: Vec<(&String, bool)> = seeds(view, drawing)
            .filter(|(_, _, seed)| contains(&points, *seed))
            .map(|(id, is_right, _)| (id, is_right))
            .collect();
        match inside[..] {
            [(_, true)] => right += 1,
            [(id, false)] => {
                let twice = faces.regions.insert(id.clone(), canonical(numbers));
                ensure!(twice.is_none(), "two faces hold the seed of {id}");
            }
            _ => bail!("the face around {:?} holds the seeds {inside:?}", middle(&points)),
        }
    }
    let missing = drawing.seeds.keys().find(|id| !faces.regions.contains_key(*id));
    ensure!(missing.is_none(), "the seed of {missing:?} is in no face");
    let paired = drawing.seeds.keys().filter(|id| view.paired(id)).count();
    ensure!(right == paired, "the halves differ");
    for outline in &faces.outline {
        let outer = |number: &i32| {
            let index = usize::try_from(number.unsigned_abs()).unwrap_or(0) - 1;
            half.arcs[index % half.arcs.len()].kind == Kind::Outline
        };
        ensure!(outline.iter().all(outer), "a border lies on the outside: {outline:?}");
    }
    Ok(faces)
}

/// Every seed, those of the right half included: region, whether right, where.
fn seeds<'a>(view: &'a View, drawing: &'a Drawing) -> impl Iterator<Item = (&'a String, bool, Point)> {
    drawing.seeds.iter().flat_map(|(id, [x, y])| {
        let at = Point::new(f64::from(*x), f64::from(*y));
        std::iter::once((id, false, at)).chain(view.paired(id).then(|| (id, true, Point::new(-at.x, at.y))))
    })
}

/// Both ways of every arc of both halves; an arc on the midline is its own mirror image. A side view
/// has no other half.
fn edges(half: &Half, lateral: bool) -> Result<Vec<Edge>> {
    let count = i32::try_from(half.arcs.len()).context("too many arcs")?;
    let mut edges = Vec::new();
    for (arc, number) in half.arcs.iter().zip(1..) {
        let mut curves = vec![(number, arc.curve.clone())];
        if !lateral && !arc.curve.on_midline() {
            curves.push((number + count, arc.curve.mirrored()));
        }
        for (number, curve) in curves {
            let points = curve.flat();
            let back = points.iter().rev().copied().collect();
            let (from, to) = (curve.start, curve.end());
            edges.push(Edge { number, from, to, points });
            edges.push(Edge { number: -number, from: to, to: from, points: back });
        }
    }
    Ok(edges)
}

/// For each edge the one that follows it round the face beside it.
fn successors(edges: &[Edge]) -> Vec<usize> {
    let mut leaving: BTreeMap<[i32; 2], Vec<(f64, usize)>> = BTreeMap::new();
    for (index, edge) in edges.iter().enumerate() {
        let direction = edge.points[1] - edge.points[0];
        leaving.entry(edge.from).or_default().push((direction.atan2(), index));
    }
    for around in leaving.values_mut() {
        around.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    edges
        .iter()
        .enumerate()
        .map(|(index, edge)| {
            // Edges lie in pairs, an arc and its reverse.
            let reverse = index ^ 1;
            let around = &leaving[&edge.to];
            let place = around.iter().position(|(_, other)| *other == reverse).unwrap_or(0);
            around[(place + around.len() - 1) % around.len()].1
        })
        .collect()
}

/// The same loop, begun at the arc with the smallest number.
fn canonical(mut numbers: Loop) -> Loop {
    let first = (0..numbers.len()).min_by_key(|index| numbers[*index].unsigned_abs()).unwrap_or(0);
    numbers.rotate_left(first);
    numbers
}

/// Twice the signed area: positive for a face of the body.
fn area(points: &[Point]) -> f64 {
    let next = points.iter().cycle().skip(1);
    points.iter().zip(next).map(|(a, b)| a.to_vec2().cross(b.to_vec2())).sum()
}

fn contains(points: &[Point], at: Point) -> bool {
    let next = points.iter().cycle().skip(1);
    let crossings = points.iter().zip(next).filter(|(a, b)| {
        (a.y > at.y) != (b.y > at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
    });
    crossings.count() % 2 == 1
}

fn middle(points: &[Point]) -> [i32; 2] {
    #[expect(clippy::cast_precision_loss, reason = "a face has few points")]
    let count = points.len().max(1) as f64;
    let sum = points.iter().fold(Point::ZERO, |sum, point| sum + point.to_vec2());
    crate::curve::whole(Point::new(sum.x / count, sum.y / count))
}
