//! The cells of a view that the marks cover, each with the highest rating there.

use std::ops::Range;

use super::extent::{Extent, Overlap};
use super::ground::Ground;
use super::raster::Run;
use crate::anatomy::{Figure, View};
use crate::record::Mark;

/// A cell without a mark.
const NONE: u8 = 0;
/// A cell with a mark without a rating; a rating is its number and this and one more.
const UNRATED: u8 = 1;

/// The covered cells of a view; none without a drawing.
#[derive(Debug)]
pub(super) struct Cover {
    ground: &'static Ground,
    /// The part of the raster that holds all that is covered.
    rows: Range<usize>,
    columns: Range<usize>,
    /// Its cells, row by row.
    cells: Vec<u8>,
}

impl Cover {
    /// What the marks of a view cover of the body: drawn areas and spots with a size.
    pub(super) fn of<'m>(marks: impl Iterator<Item = &'m Mark>, view: View, figure: Figure) -> Option<Self> {
        let ground = Ground::of(view, figure)?;
        let mut runs = Vec::new();
        for mark in marks.filter(|mark| mark.view() == view) {
            let rating = mark.intensity.map_or(UNRATED, |intensity| UNRATED + 1 + intensity.get());
            ground.raster.each_run_of_mark(mark, |run| runs.push((run, rating)));
        }
        let least = |of: fn(&Run) -> usize| runs.iter().map(|(run, _)| of(run)).min().unwrap_or(0);
        let most = |of: fn(&Run) -> usize| runs.iter().map(|(run, _)| of(run)).max().unwrap_or(0);
        let rows = least(|run| run.row)..most(|run| run.row + 1);
        let columns = least(|run| run.columns.start)..most(|run| run.columns.end);
        let cells = vec![NONE; rows.len() * columns.len()];
        let mut cover = Self { ground, rows, columns, cells };
        for (run, rating) in &runs {
            cover.add(run, *rating);
        }
        Some(cover)
    }

    fn add(&mut self, run: &Run, rating: u8) {
        let start = (run.row - self.rows.start) * self.columns.len() + run.columns.start - self.columns.start;
        let cells = self.cells.get_mut(start..start + run.columns.len()).unwrap_or_default();
        for (cell, &piece) in cells.iter_mut().zip(self.ground.run(run)) {
            if piece > 0 {
                *cell = rating.max(*cell);
            }
        }
    }

    /// The cells of a row from one column to another, which are both among its own.
    fn row(&self, row: usize, columns: &Range<usize>) -> &[u8] {
        let start = (row - self.rows.start) * self.columns.len() + columns.start - self.columns.start;
        self.cells.get(start..start + columns.len()).unwrap_or_default()
    }

    /// How much of the body it is.
    pub(super) fn extent(&self) -> Extent {
        let mut counts = [0_u64; UNRATED as usize + 12];
        for &cell in &self.cells {
            if let Some(count) = counts.get_mut(usize::from(cell)) {
                *count += 1;
            }
        }
        let ratings = counts.iter().skip(usize::from(UNRATED) + 1);
        Extent {
            covered: counts.iter().skip(usize::from(UNRATED)).sum(),
            body: self.ground.body,
            rated: ratings.clone().sum(),
            ratings: ratings.zip(0..).map(|(count, rating): (&u64, u64)| count * rating).sum(),
        }
    }

    /// How much of two it is that both have.
    pub(super) fn overlap(&self, other: &Self) -> Overlap {
        let rows = common(&self.rows, &other.rows);
        let columns = common(&self.columns, &other.columns);
        let mut shared = 0;
        for row in rows {
            let pairs = self.row(row, &columns).iter().zip(other.row(row, &columns));
            shared += pairs.filter(|(own, other)| **own > NONE && **other > NONE).map(|_| 1_u64).sum::<u64>();
        }
        Overlap { earlier: self.extent().covered, later: other.extent().covered, shared }
    }
}

/// What two ranges have in common; empty, and before the start of neither, where they have nothing.
fn common(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    let (start, end) = (a.start.max(b.start), a.end.min(b.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_apart_have_nothing_in_common_and_begin_before_neither() {
        assert_eq!(common(&(2..6), &(4..9)), 4..6);
        assert_eq!(common(&(0..2), &(5..9)), 5..5);
        assert_eq!(common(&(5..9), &(0..2)), 5..5);
    }
}
