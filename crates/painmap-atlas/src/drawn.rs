//! One view with all its figures drawn: one map, several sets of coordinates.

use crate::catalogue::Catalogue;
use crate::curve::Whole;
use crate::faces::{self, Faces, Loop};
use crate::figures::{Figure, Figures};
use crate::handles::in_steps;
use crate::levels::{self, Level};
use crate::map::{Half, Kind, detail};
use crate::refit::refit;
use crate::source::{Drawing, View};
use crate::warp::Warp;
use anyhow::{Context, Result, ensure};

/// A view, drawn.
pub(crate) struct Drawn<'a> {
    pub(crate) view: &'a View,
    /// The regions that it shows: the place in the list, whether it has a right patch besides its left
    /// one, and the arcs round it.
    pub(crate) loops: Vec<(usize, bool, Loop)>,
    /// The edges of the body.
    pub(crate) outline: Vec<Loop>,
    /// The figures, the neutral one first.
    pub(crate) figures: Vec<DrawnFigure<'a>>,
}

/// A figure in a view.
pub(crate) struct DrawnFigure<'a> {
    pub(crate) name: &'a str,
    pub(crate) measured: &'a Figure,
    pub(crate) drawing: Drawing,
    /// Arcs with their kind; those of all figures have the same segments.
    pub(crate) arcs: Vec<(Kind, Whole)>,
    /// Faint lines, in the order of the view's list.
    pub(crate) details: Vec<Whole>,
    /// Bony lines, in the order of their names.
    pub(crate) bones: Vec<Whole>,
    /// For each loop where its label may stand.
    pub(crate) labels: Vec<[i32; 2]>,
}

impl<'a> Drawn<'a> {
    /// Draws every figure of a view.
    pub(crate) fn of(view: &'a View, catalogue: &Catalogue, figures: &'a Figures) -> Result<Self> {
        let neutral = figures.get("neutral").context("no neutral figure")?;
        ensure!(view.figures.first().is_some_and(|name| name == "neutral"), "the neutral figure comes first");
        let mut drawn = Self { view, loops: Vec::new(), outline: Vec::new(), figures: Vec::new() };
        for name in &view.figures {
            let measured = figures.get(name).with_context(|| format!("no figure {name}"))?;
            let warped = || Warp::of(view, neutral, measured).map(|warp| warp.drawing(&view.neutral));
            let drawing = match name.as_str() {
                "feminine" => warped()?.changed(&view.feminine)?,
                "masculine" => warped()?.changed(&view.masculine)?,
                _ => view.neutral.clone(),
            };
            drawn.push(name, measured, drawing, catalogue).context(name.clone())?;
        }
        Ok(drawn)
    }

    /// The spinous processes that it shows, from above; the same in every figure.
    pub(crate) fn levels(&self) -> Result<Vec<Level<'_>>> {
        let first = self.figures.first().context("no figure")?;
        Ok(levels::shown(self.view, first.measured))
    }

    /// Draws a figure and sees to it that its map is that of the others.
    fn push(
        &mut self,
        name: &'a str,
        measured: &'a Figure,
        drawing: Drawing,
        catalogue: &Catalogue,
    ) -> Result<()> {
        let view = self.view;
        let mut half = Half::of(view, &drawing, measured)?;
        if let Some(neutral) = self.figures.first() {
            ensure!(half.arcs.len() == neutral.arcs.len(), "the map differs: other arcs");
            for (arc, (kind, like)) in half.arcs.iter_mut().zip(&neutral.arcs) {
                ensure!(arc.kind == *kind, "the map differs: another order of arcs");
                if arc.kind == Kind::Outline || arc.curve.segments.len() != like.segments.len() {
                    arc.curve = refit(&arc.curve, like);
                }
            }
        }
        // Before anything is made of them: what is checked is what ships.
        for arc in &mut half.arcs {
            arc.curve = in_steps(&arc.curve);
        }
        let faces = faces::walk(view, &drawing, &half)?;
        let loops = self.loops_of(catalogue, &faces)?;
        if self.figures.is_empty() {
            (self.loops, self.outline) = (loops, faces.outline);
        } else {
            ensure!(loops == self.loops && faces.outline == self.outline, "the map differs: other faces");
        }
        let mut details = Vec::new();
        for name in view.details.keys() {
            let points = drawing.details.get(name).with_context(|| format!("no points for detail {name}"))?;
            details.push(detail(points, view.lateral));
        }
        let mut bones: Vec<Whole> =
            drawing.bones.values().map(|points| detail(points, view.lateral)).collect();
        if let Some(neutral) = self.figures.first() {
            let same = |curves: &mut [Whole], others: &[Whole]| {
                for (curve, like) in curves.iter_mut().zip(others) {
                    if curve.segments.len() != like.segments.len() {
                        *curve = refit(curve, like);
                    }
                }
            };
            same(&mut details, &neutral.details);
            same(&mut bones, &neutral.bones);
        }
        let details = details.iter().map(in_steps).collect();
        let labels =
            self.loops.iter().map(|(index, ..)| drawing.seeds[&catalogue.regions[*index].id]).collect();
        let arcs = half.arcs.into_iter().map(|arc| (arc.kind, arc.curve)).collect();
        self.figures.push(DrawnFigure { name, measured, drawing, arcs, details, bones, labels });
        Ok(())
    }

    /// The loops round the regions, in the order of the list.
    fn loops_of(&self, catalogue: &Catalogue, faces: &Faces) -> Result<Vec<(usize, bool, Loop)>> {
        let mut loops = Vec::new();
        for (index, region) in catalogue.regions.iter().enumerate() {
            if let Some(numbers) = faces.regions.get(&region.id) {
                loops.push((index, self.view.paired(&region.id), numbers.clone()));
            }
        }
        ensure!(loops.len() == faces.regions.len(), "a seed is of no region in regions.toml");
        Ok(loops)
    }
}
