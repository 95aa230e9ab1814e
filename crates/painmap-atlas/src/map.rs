//! The planar map of a view: nodes, and the arcs between them.

use crate::curve::{Whole, mirror, real, through, whole};
use crate::figures::Figure;
use crate::outline::Outline;
use crate::source::{At, Drawing, Stop, View};
use anyhow::{Context, Result, ensure};
use kurbo::{CubicBez, Point};
use std::collections::BTreeMap;

/// What an arc is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Skin against air.
    Outline,
    /// Skin against skin.
    Border,
}

/// A curve between two nodes that no other line crosses.
#[derive(Debug, Clone)]
pub(crate) struct Arc {
    pub(crate) kind: Kind,
    pub(crate) curve: Whole,
}

/// The arcs of the left half, or all those of a side view.
#[derive(Debug)]
pub(crate) struct Half {
    pub(crate) arcs: Vec<Arc>,
}

impl Half {
    /// Joins the outline of a figure with the lines of a drawing.
    pub(crate) fn of(view: &View, drawing: &Drawing, figure: &Figure) -> Result<Self> {
        let outline = if view.lateral {
            Outline::lateral(&figure.lateral)?
        } else {
            Outline::front(&figure.front, &view.corners)?
        };
        let on_outline = drawing.outline.iter().map(|(name, at)| (name.clone(), real(*at)));
        let pieces = outline.cut(on_outline);
        let mut nodes: BTreeMap<String, At> = drawing.nodes.clone();
        let mut arcs = Vec::new();
        let mut met: Option<At> = None;
        for piece in &pieces {
            let mut curve = Whole::of(&piece.chain);
            // Two pieces that are cut very near to a joint could miss each other by a unit.
            curve.start = met.unwrap_or(curve.start);
            met = Some(curve.end());
            ensure!(!curve.segments.is_empty(), "{} and {} are too near", piece.from, piece.to);
            nodes.insert(piece.from.clone(), curve.start);
            nodes.insert(piece.to.clone(), curve.end());
            arcs.push(Arc { kind: Kind::Outline, curve });
        }
        if !outline.ear_root.is_empty() {
            arcs.push(Arc { kind: Kind::Border, curve: Whole::of(&outline.ear_root) });
        }
        for (name, line) in &drawing.lines {
            let cut = split(line, &nodes, view.lateral).with_context(|| format!("line {name}"))?;
            arcs.extend(cut.iter().map(|chain| Arc { kind: Kind::Border, curve: Whole::of(chain) }));
        }
        Ok(Self { arcs })
    }
}

/// A faint line in whole units: as smooth as a border.
pub(crate) fn detail(points: &[At], lateral: bool) -> Whole {
    let points: Vec<Point> = points.iter().map(|at| real(*at)).collect();
    Whole::of(&smooth(&points, lateral))
}

/// Draws a line and cuts it at the nodes that it passes.
fn split(line: &[Stop], nodes: &BTreeMap<String, At>, lateral: bool) -> Result<Vec<Vec<CubicBez>>> {
    let mut points = Vec::new();
    let mut cuts = Vec::new();
    for (index, stop) in line.iter().enumerate() {
        points.push(real(match stop {
            Stop::Via(at) => *at,
            Stop::Node(name) => {
                cuts.push(index);
                *nodes.get(name).with_context(|| format!("no node {name}"))?
            }
        }));
    }
    ensure!(
        cuts.first() == Some(&0) && cuts.last() == Some(&(line.len() - 1)),
        "must start and end at nodes"
    );
    let chain = smooth(&points, lateral);
    Ok(cuts.windows(2).map(|pair| chain[pair[0]..pair[1]].to_vec()).collect())
}

/// The curve through `points`; an end on the midline runs on smoothly into its mirror image. A side
/// view has no midline.
fn smooth(points: &[Point], lateral: bool) -> Vec<CubicBez> {
    let over = |end: Option<&Point>, next: Option<&Point>| {
        let (end, next) = (end?, next?);
        (!lateral && whole(*end)[0] == 0 && whole(*next)[0] != 0).then(|| mirror(*next))
    };
    let before = over(points.first(), points.get(1));
    let after = over(points.last(), points.iter().rev().nth(1));
    through(points, before, after)
}
