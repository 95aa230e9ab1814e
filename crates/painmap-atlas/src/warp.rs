//! Carries a drawing from the neutral figure to another: a thin-plate spline through the places
//! that were measured on both.

use crate::curve::{real, whole};
use crate::figures::{Figure, point};
use crate::source::{At, Drawing, Stop, View};
use anyhow::{Context, Result, ensure};
use kurbo::{Point, Vec2};

/// A smooth map of the plane, symmetrical about the midline but for a side view.
#[derive(Debug)]
pub(crate) struct Warp {
    centres: Vec<Point>,
    /// For each centre its weight, then those of 1, x and y.
    weights: Vec<Vec2>,
    lateral: bool,
}

impl Warp {
    /// The map that takes the measured places of one figure to those of another.
    pub(crate) fn of(view: &View, from: &Figure, to: &Figure) -> Result<Self> {
        let mut pairs: Vec<(Point, Point)> = Vec::new();
        let measured = view
            .landmarks
            .iter()
            .filter(|landmark| !landmark.free)
            .filter_map(|landmark| landmark.from.as_ref());
        for name in measured.chain(&view.guides) {
            let at = |figure: &Figure| figure.landmarks.get(name)?.place(view.lateral);
            pairs.push(at(from).zip(at(to)).with_context(|| format!("{name} was not measured"))?);
        }
        for (name, y) in &from.spine {
            let other = to.spine.get(name).with_context(|| format!("no level {name}"))?;
            let at = |figure: &Figure, y: f64| {
                let Point { y, .. } = point([0.0, y]);
                Point::new(if view.lateral { figure.lateral.back(y) } else { 0.0 }, y)
            };
            pairs.push((at(from, *y), at(to, *other)));
        }
        if view.lateral {
            return Self::through(&pairs, true);
        }
        let corners = |figure: &Figure| -> Vec<Point> {
            let front = &figure.front;
            front.corners.iter().chain([&(front.half.len() - 1)]).map(|at| point(front.half[*at])).collect()
        };
        pairs.extend(corners(from).into_iter().zip(corners(to)));
        let flip = |at: Point| Point::new(-at.x, at.y);
        let sided: Vec<_> =
            pairs.iter().filter(|(a, _)| a.x != 0.0).map(|(a, b)| (flip(*a), flip(*b))).collect();
        pairs.extend(sided);
        Self::through(&pairs, false)
    }

    fn through(pairs: &[(Point, Point)], lateral: bool) -> Result<Self> {
        let centres: Vec<Point> = pairs.iter().map(|(from, _)| *from).collect();
        let size = centres.len() + 3;
        let mut rows: Vec<(Vec<f64>, Vec2)> = Vec::with_capacity(size);
        for (from, to) in pairs {
            rows.push((terms(&centres, *from), to.to_vec2()));
        }
        for part in [|_: Point| 1.0, |at: Point| at.x, |at: Point| at.y] {
            let mut row: Vec<f64> = centres.iter().map(|at| part(*at)).collect();
            row.resize(size, 0.0);
            rows.push((row, Vec2::ZERO));
        }
        let weights = solve(rows).context("two places of the warp coincide")?;
        Ok(Self { centres, weights, lateral })
    }

    /// Where a point goes; the midline, if there is one, goes to the midline.
    pub(crate) fn apply(&self, at: At) -> At {
        let terms = terms(&self.centres, real(at));
        let sum =
            terms.iter().zip(&self.weights).fold(Vec2::ZERO, |sum, (term, weight)| sum + *term * *weight);
        let [x, y] = whole(sum.to_point());
        [if at[0] == 0 && !self.lateral { 0 } else { x }, y]
    }

    /// The drawing of the other figure. Crops stay.
    pub(crate) fn drawing(&self, neutral: &Drawing) -> Drawing {
        let mut drawing = neutral.clone();
        let Drawing { seeds, nodes, outline, landmarks, lines, details, bones, crops: _ } = &mut drawing;
        let vias = lines.values_mut().flatten().filter_map(|stop| match stop {
            Stop::Via(at) => Some(at),
            Stop::Node(_) => None,
        });
        let named = [seeds, nodes, outline, landmarks].into_iter().flat_map(|places| places.values_mut());
        for at in named.chain(vias).chain(details.values_mut().chain(bones.values_mut()).flatten()) {
            *at = self.apply(*at);
        }
        drawing
    }
}

impl Drawing {
    /// Puts the places and lines of `changes` in the stead of those of the same name.
    pub(crate) fn changed(mut self, changes: &Self) -> Result<Self> {
        fn put<T: Clone>(
            into: &mut std::collections::BTreeMap<String, T>,
            from: &std::collections::BTreeMap<String, T>,
        ) -> Result<()> {
            for (name, value) in from {
                ensure!(
                    into.insert(name.clone(), value.clone()).is_some(),
                    "the neutral figure has no {name}"
                );
            }
            Ok(())
        }
        put(&mut self.seeds, &changes.seeds)?;
        put(&mut self.nodes, &changes.nodes)?;
        put(&mut self.outline, &changes.outline)?;
        put(&mut self.landmarks, &changes.landmarks)?;
        put(&mut self.lines, &changes.lines)?;
        put(&mut self.details, &changes.details)?;
        put(&mut self.bones, &changes.bones)?;
        put(&mut self.crops, &changes.crops)?;
        Ok(self)
    }
}

/// What the weights are of, at a point: the bend of a thin plate round each centre, then 1, x, y.
fn terms(centres: &[Point], at: Point) -> Vec<f64> {
    let bend = |centre: &Point| {
        let squared = centre.distance_squared(at);
        if squared == 0.0 { 0.0 } else { squared * squared.ln() }
    };
    centres.iter().map(bend).chain([1.0, at.x, at.y]).collect()
}

/// Solves linear equations by elimination; none if they do not have one solution.
fn solve(mut rows: Vec<(Vec<f64>, Vec2)>) -> Option<Vec<Vec2>> {
    let size = rows.len();
    for column in 0..size {
        let pivot =
            (column..size).max_by(|a, b| rows[*a].0[column].abs().total_cmp(&rows[*b].0[column].abs()))?;
        rows.swap(column, pivot);
        let (row, value) = rows[column].clone();
        if row[column].abs() < 1e-9 {
            return None;
        }
        for (other, (to, sum)) in rows.iter_mut().enumerate() {
            if other != column {
                let factor = to[column] / row[column];
                to.iter_mut().zip(&row).for_each(|(to, from)| *to -= factor * from);
                *sum -= factor * value;
            }
        }
    }
    Some(rows.iter().enumerate().map(|(index, (row, sum))| *sum / row[index]).collect())
}
