//! The muscles of one view, drawn for each of its figures: warped from the neutral one, but for what
//! the source draws otherwise and for the stretches along the outline, which each figure has its own of.

use super::check;
use super::grid::Grid;
use super::outline::Outline;
use super::source::{Bundle, Edge, Part, Pattern, Piece, Shape, Sheet};
use crate::drawn::{Drawn, DrawnFigure};
use crate::figures::Figure;
use crate::source::At;
use crate::warp::Warp;
use crate::{landmarks, levels};
use anyhow::{Context, Result, bail, ensure};
use std::collections::BTreeMap;

/// An end this near to that of a stretch along the outline is drawn to it, in bu.
const NEAR: f64 = 60.0;

/// What is drawn of the muscles in a view of a figure. All figures have the same but for the places.
pub(crate) struct Drawing {
    pub(crate) figure: String,
    /// What carries it from the neutral figure; none for that one.
    pub(crate) grid: Option<Grid>,
    pub(crate) edges: Vec<Vec<At>>,
    pub(crate) shapes: Vec<DrawnShape>,
    pub(crate) spots: Vec<DrawnSpot>,
    pub(crate) areas: Vec<DrawnArea>,
}

/// A muscle: edges numbered from 1, negative where walked backwards, and fibres.
pub(crate) struct DrawnShape {
    pub(crate) muscle: String,
    pub(crate) contour: Vec<i32>,
    pub(crate) bundles: Vec<DrawnBundle>,
}

pub(crate) struct DrawnBundle {
    pub(crate) count: u8,
    pub(crate) bow: i8,
    pub(crate) from: Vec<At>,
    pub(crate) to: Vec<At>,
}

pub(crate) struct DrawnSpot {
    pub(crate) muscle: String,
    /// Its place in the muscle's list.
    pub(crate) index: usize,
    pub(crate) at: At,
}

pub(crate) struct DrawnArea {
    pub(crate) muscle: String,
    pub(crate) part: Part,
    /// A bit for each spot that it belongs to; none for all of them.
    pub(crate) spots: u32,
    pub(crate) outline: Vec<At>,
}

/// Draws all figures of a view.
pub(crate) fn drawings(
    view: &str,
    drawn: &Drawn<'_>,
    neutral: &Figure,
    sheets: &[&Sheet],
    patterns: &BTreeMap<String, Pattern>,
) -> Result<Vec<Drawing>> {
    let mut drawings: Vec<Drawing> = Vec::new();
    for figure in &drawn.figures {
        let grid = match figure.name {
            "neutral" => None,
            _ => Some(Grid::of(&Warp::of(drawn.view, neutral, figure.measured)?, drawn.view.lateral)),
        };
        let carry = |at: At| grid.as_ref().map_or(at, |grid| grid.carried(at));
        let pen = Pen { drawn, figure, outline: Outline::of(drawn, figure), carry: &carry };
        let drawing = pen.drawing(view, sheets, patterns, drawings.first());
        let mut drawing = drawing.context(figure.name.to_owned())?;
        drawing.grid = grid;
        drawings.push(drawing);
    }
    Ok(drawings)
}

/// Draws one figure.
struct Pen<'a> {
    drawn: &'a Drawn<'a>,
    figure: &'a DrawnFigure<'a>,
    outline: Outline,
    carry: &'a dyn Fn(At) -> At,
}

/// An edge on its way to be drawn.
struct Line {
    name: String,
    points: Vec<At>,
    along: bool,
}

impl Pen<'_> {
    fn drawing(
        &self,
        view: &str,
        sheets: &[&Sheet],
        patterns: &BTreeMap<String, Pattern>,
        like: Option<&Drawing>,
    ) -> Result<Drawing> {
        let mut lines = Vec::new();
        for sheet in sheets {
            let changes = match self.figure.name {
                "feminine" => &sheet.feminine.edges,
                "masculine" => &sheet.masculine.edges,
                _ => &BTreeMap::new(),
            };
            ensure!(changes.keys().all(|name| sheet.edges.contains_key(name)), "a change of no edge");
            for (name, edge) in &sheet.edges {
                ensure!(lines.iter().all(|line: &Line| line.name != *name), "edge {name} stands twice");
                let count = like.and_then(|like| like.edges.get(lines.len())).map(|edge| edge.len() - 1);
                let (along, points) = match edge {
                    Edge::Line(points) => {
                        (false, changes.get(name).cloned().unwrap_or_else(|| self.edge(points)))
                    }
                    Edge::Along { outline: [from, to] } => {
                        (true, self.outline.along((self.carry)(*from), (self.carry)(*to), count)?)
                    }
                };
                lines.push(Line { name: name.clone(), points, along });
            }
        }
        let mut shapes = Vec::new();
        for (muscle, shape) in sheets.iter().flat_map(|sheet| &sheet.shapes) {
            let drawn = self.shape(muscle, shape, &mut lines).with_context(|| muscle.clone())?;
            shapes.push(drawn);
        }
        join(&shapes, &mut lines, like.is_none())?;
        let (spots, areas) = self.patterns(view, patterns)?;
        let edges = lines.into_iter().map(|line| line.points).collect();
        let figure = self.figure.name.to_owned();
        let drawing = Drawing { figure, grid: None, edges, shapes, spots, areas };
        check::outline(&drawing, &self.outline)?;
        for (muscle, shape) in sheets.iter().flat_map(|sheet| &sheet.shapes) {
            for name in &shape.attachments {
                check::attachment(&drawing, muscle, name, self.landmark(name, self.figure)?)?;
            }
        }
        check::spots(&drawing)?;
        Ok(drawing)
    }

    /// An edge in the figure: what the warp takes off the body goes to its outline.
    fn edge(&self, points: &[At]) -> Vec<At> {
        let mut points = self.carried(points);
        if self.figure.name != "neutral" {
            points.iter_mut().for_each(|at| *at = self.outline.pulled(*at));
        }
        points
    }

    fn carried(&self, points: &[At]) -> Vec<At> {
        points.iter().map(|at| (self.carry)(*at)).collect()
    }

    /// Numbers the pieces of a contour.
    fn shape(&self, muscle: &str, shape: &Shape, lines: &mut Vec<Line>) -> Result<DrawnShape> {
        let mut contour = Vec::new();
        for piece in &shape.contour {
            let (name, backwards) = match piece {
                Piece::Edge(name) => (name.trim_start_matches('-').to_owned(), name.starts_with('-')),
                Piece::Own(points) => {
                    let name = format!("{muscle} {}", lines.len());
                    lines.push(Line { name: name.clone(), points: self.edge(points), along: false });
                    (name, false)
                }
            };
            let index =
                lines.iter().position(|line| line.name == name).with_context(|| format!("no edge {name}"))?;
            let number = i32::try_from(index + 1)?;
            contour.push(if backwards { -number } else { number });
        }
        let bundle = |bundle: &Bundle| DrawnBundle {
            count: bundle.count,
            bow: bundle.bow,
            from: self.carried(&bundle.from),
            to: self.carried(&bundle.to),
        };
        let bundles = shape.fibres.bundles().iter().map(bundle).collect();
        Ok(DrawnShape { muscle: muscle.to_owned(), contour, bundles })
    }

    /// The spots and areas that the view shows.
    fn patterns(
        &self,
        view: &str,
        patterns: &BTreeMap<String, Pattern>,
    ) -> Result<(Vec<DrawnSpot>, Vec<DrawnArea>)> {
        let (mut spots, mut areas) = (Vec::new(), Vec::new());
        let neutral = self.drawn.figures.first().context("no figure")?;
        for (muscle, pattern) in patterns {
            for (index, spot) in pattern.spots.iter().enumerate() {
                for place in spot.places.iter().filter(|place| place.view == view) {
                    let [x, y] = self
                        .landmark(&place.landmark, neutral)
                        .with_context(|| format!("{muscle}: {}", spot.id))?;
                    let at = (self.carry)([x + place.offset[0], y + place.offset[1]]);
                    spots.push(DrawnSpot { muscle: muscle.clone(), index, at });
                }
            }
            for area in pattern.areas.iter().filter(|area| area.view == view) {
                let mut bits = 0;
                for name in &area.spots {
                    let index = pattern.spots.iter().position(|spot| spot.id == *name);
                    bits |= 1 << index.with_context(|| format!("{muscle}: no spot {name}"))?;
                }
                let outline = self.carried(&area.outline);
                areas.push(DrawnArea { muscle: muscle.clone(), part: area.part, spots: bits, outline });
            }
        }
        Ok((spots, areas))
    }

    /// Where a landmark is on a figure.
    fn landmark(&self, name: &str, figure: &DrawnFigure<'_>) -> Result<At> {
        for landmark in &self.drawn.view.landmarks {
            if landmark.name == name {
                return landmarks::place(landmark, self.drawn.view, figure);
            }
        }
        for level in levels::shown(self.drawn.view, figure.measured) {
            if name.split_once('-').is_some_and(|(vertebra, _)| vertebra.eq_ignore_ascii_case(level.name)) {
                return Ok(level.at);
            }
        }
        bail!("no landmark {name}")
    }
}

/// Joins the ends that meet in a contour: they go to that of a stretch along the outline, if there is one
/// among them, else to the first. In the neutral figure they must be near to it already.
fn join(shapes: &[DrawnShape], lines: &mut [Line], neutral: bool) -> Result<()> {
    let mut nodes: Vec<Vec<End>> = Vec::new();
    for shape in shapes {
        for (&before, &after) in shape.contour.iter().zip(shape.contour.iter().cycle().skip(1)) {
            let ends = [End::of(before), End::of(-after)];
            let (mut meeting, others): (Vec<_>, Vec<_>) =
                nodes.into_iter().partition(|node| ends.iter().any(|end| node.contains(end)));
            let mut node: Vec<End> = meeting.drain(..).flatten().collect();
            node.extend(ends.into_iter().filter(|end| !node.contains(end)).collect::<Vec<_>>());
            nodes = others;
            nodes.push(node);
        }
    }
    for node in nodes {
        let along = node.iter().find(|end| lines[end.line].along);
        let near = if along.is_some() { NEAR } else { 2.0 };
        let at = along.or(node.first()).context("an empty node")?.at(lines)?;
        for end in &node {
            let (name, place) = (&lines[end.line].name, end.at(lines)?);
            ensure!(
                !neutral || distance(place, at) <= near,
                "{name} ends at {place:?}, what it meets at {at:?}"
            );
            *end.at_mut(lines)? = at;
        }
    }
    Ok(())
}

/// An end of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End {
    line: usize,
    last: bool,
}

impl End {
    /// Where an edge ends that is walked as its number says.
    const fn of(number: i32) -> Self {
        Self { line: number.unsigned_abs() as usize - 1, last: number > 0 }
    }

    fn at(self, lines: &[Line]) -> Result<At> {
        let Line { name, points, .. } = &lines[self.line];
        let end = if self.last { points.last() } else { points.first() };
        end.copied().with_context(|| format!("{name} has no points"))
    }

    fn at_mut(self, lines: &mut [Line]) -> Result<&mut At> {
        let points = &mut lines[self.line].points;
        let end = if self.last { points.last_mut() } else { points.first_mut() };
        end.context("an edge without points")
    }
}

fn distance(a: At, b: At) -> f64 {
    f64::from(a[0] - b[0]).hypot(f64::from(a[1] - b[1]))
}
