//! Frequency maps: how many records mark each place of a view.

use std::collections::BTreeMap;

use super::ground::Ground;
use super::hundredths::Hundredths;
use super::raster::CELL;
use crate::anatomy::{Bounds, Chart, Crop, Figure, Point, View};
use crate::record::{Intensity, Mark, Shape};

/// The side of a frequency map's cell, in bu: 17 mm of a person 1.70 m tall, about a fingertip.
pub const FREQUENCY_CELL: i32 = 100;

/// How often a place was marked, on the neutral figure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CellCount {
    pub(super) records: u64,
    pub(super) rated: u64,
    pub(super) ratings: u64,
}

/// How many records mark each cell of a view, on the neutral figure.
///
/// A record marks the cell that holds a spot, and every cell of which a drawn area or a spot's size covers
/// a part; it counts once in a cell however many of its marks are there.
///
/// Source: frequency maps as in Dixit and Lee 2022, JMIR Formative Research e36687, and CHOIRBM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrequencyMap {
    pub(super) view: View,
    /// In how many records the view was shown or has marks.
    pub(super) asked: u64,
    /// In how many each part of it was shown.
    pub(super) shown: BTreeMap<Crop, u64>,
    pub(super) counts: Vec<CellCount>,
}

/// A cell of a frequency map that was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrequencyCell {
    /// Where it is; its right and lower edges belong to its neighbours.
    pub bounds: Bounds,
    /// How many records mark it.
    pub records: u64,
    /// How many of them give a rating there.
    pub rated: u64,
    /// The sum of the highest rating there of each of those.
    pub ratings: u64,
    /// The mean of the highest rating there of each record that gives one.
    pub mean_intensity: Option<Hundredths>,
}

/// What one record marks, by cell.
#[derive(Debug)]
pub(super) struct Marked {
    view: View,
    /// 0 for nothing, 1 for a mark without a rating, else the rating and 2.
    cells: Vec<u8>,
}

/// The columns and rows of a view's map.
pub(super) fn size(view: View) -> (usize, usize) {
    let bounds = view.bounds();
    let count = |length: i32| usize::try_from(length / FREQUENCY_CELL).unwrap_or(0);
    (count(bounds.width()), count(bounds.height()))
}

impl FrequencyMap {
    pub(super) fn new(view: View) -> Self {
        let (columns, rows) = size(view);
        Self { view, asked: 0, shown: BTreeMap::new(), counts: vec![CellCount::default(); columns * rows] }
    }

    /// The view.
    #[must_use]
    pub const fn view(&self) -> View {
        self.view
    }

    /// In how many records the view was shown or has marks.
    #[must_use]
    pub const fn asked(&self) -> u64 {
        self.asked
    }

    /// In how many records a part of the view was shown.
    #[must_use]
    pub fn shown(&self, crop: Crop) -> u64 {
        self.shown.get(&crop).copied().unwrap_or(0)
    }

    /// The cells that were marked, row by row from above, each by body `x`.
    pub fn cells(&self) -> impl Iterator<Item = FrequencyCell> + '_ {
        self.marked().map(|(column, row, count)| {
            let along = |from: i32, index: usize| {
                from + FREQUENCY_CELL * i32::try_from(index).unwrap_or(i32::MAX / FREQUENCY_CELL / 2)
            };
            let min = self.view.bounds().min;
            let (x, y) = (along(min.x, column), along(min.y, row));
            FrequencyCell {
                bounds: Bounds::new(x, y, x + FREQUENCY_CELL, y + FREQUENCY_CELL),
                records: count.records,
                rated: count.rated,
                ratings: count.ratings,
                mean_intensity: Hundredths::of(count.ratings, count.rated),
            }
        })
    }

    /// The most records that mark one cell.
    #[must_use]
    pub fn most(&self) -> u64 {
        self.counts.iter().map(|count| count.records).max().unwrap_or(0)
    }

    /// Column, row and counts of the cells that were marked.
    pub(super) fn marked(&self) -> impl Iterator<Item = (usize, usize, CellCount)> + '_ {
        let (columns, _) = size(self.view);
        let marked = self.counts.iter().enumerate().filter(|(_, count)| count.records > 0);
        marked.map(move |(index, count)| (index % columns, index / columns, *count))
    }

    pub(super) fn add(&mut self, marked: &Marked) {
        for (count, &cell) in self.counts.iter_mut().zip(&marked.cells) {
            if let Some(rating) = cell.checked_sub(1) {
                let rating = rating.checked_sub(1);
                count.add(CellCount {
                    records: 1,
                    rated: rating.is_some().into(),
                    ratings: rating.unwrap_or(0).into(),
                });
            }
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.asked = self.asked.saturating_add(other.asked);
        for (&crop, &count) in &other.shown {
            let own = self.shown.entry(crop).or_default();
            *own = own.saturating_add(count);
        }
        for (own, other) in self.counts.iter_mut().zip(&other.counts) {
            own.add(*other);
        }
    }
}

impl CellCount {
    pub(super) fn add(&mut self, other: Self) {
        self.records = self.records.saturating_add(other.records);
        self.rated = self.rated.saturating_add(other.rated);
        self.ratings = self.ratings.saturating_add(other.ratings);
    }
}

impl Marked {
    pub(super) fn new(view: View) -> Self {
        let (columns, rows) = size(view);
        Self { view, cells: vec![0; columns * rows] }
    }

    /// Adds a mark that lies on the neutral figure; what is off the body is left out.
    pub(super) fn add(&mut self, mark: &Mark) {
        let rating = mark.intensity.map(Intensity::get);
        if let Shape::Spot { at, .. } = mark.shape()
            && Chart::of(self.view, Figure::Neutral).is_some_and(|chart| chart.locate(*at).is_some())
        {
            self.put(*at, rating);
        }
        if super::measures::has_size(mark)
            && let Some(ground) = Ground::of(self.view, Figure::Neutral)
        {
            ground.raster.each_run_of_mark(mark, |run| {
                let mut last = None;
                for (column, &piece) in run.columns.clone().zip(ground.run(&run)) {
                    let wide = column / COARSE;
                    if piece > 0 && last != Some(wide) {
                        last = Some(wide);
                        self.put(ground.raster.middle(run.row, column), rating);
                    }
                }
            });
        }
    }

    fn put(&mut self, at: Point, rating: Option<u8>) {
        let min = self.view.bounds().min;
        let (columns, _) = size(self.view);
        let index = |along: i32| usize::try_from(along.div_euclid(FREQUENCY_CELL)).ok();
        let (Some(column), Some(row)) = (index(at.x - min.x), index(at.y - min.y)) else { return };
        if let Some(cell) = self.cells.get_mut(row * columns + column).filter(|_| column < columns) {
            *cell = rating.map_or(1, |rating| rating + 2).max(*cell);
        }
    }
}

/// How many cells of the raster are as wide as one of the map.
const COARSE: usize = (FREQUENCY_CELL / CELL) as usize;
