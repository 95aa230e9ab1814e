//! Which mark of a later record is which of an earlier one.
//!
//! Two marks may be one where they lie in the same view, not on opposite sides, were made by the same
//! hand, and are at most [`FARTHEST_MATCH`] apart. Of all ways to pair them that one is taken in which
//! the distances add up to the least, each pair that is not made counting as the farthest: so a mark that stayed where it was is not given away for the sake of another pair (the assignment with
//! a cut-off of Schuhmacher et al. 2008, IEEE Transactions on Signal Processing 56:3447).

use crate::anatomy::{Point, Side};
use crate::record::{Author, Intensity, MarkId};

/// Marks farther apart than this (bu; 5 cm of a person 1.70 m tall) are different marks.
pub const FARTHEST_MATCH: i32 = 300;

/// A mark that moved by more than this (bu; 2.5 cm of a person 1.70 m tall) is told as moved.
pub const LEAST_MOVE: i32 = 150;

/// What of a mark says which one it is.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'m> {
    pub(super) id: &'m MarkId,
    pub(super) by: Option<Author>,
    pub(super) at: Point,
    pub(super) side: Side,
    pub(super) intensity: Option<Intensity>,
}

/// Pairs of indices, of the earlier and the later mark, in the order of the earlier ones.
pub(super) fn pairs(earlier: &[Candidate<'_>], later: &[Candidate<'_>]) -> Vec<(usize, usize)> {
    if earlier.len() > later.len() {
        let mut swapped: Vec<_> = pairs(later, earlier).into_iter().map(|(a, b)| (b, a)).collect();
        swapped.sort_unstable();
        return swapped;
    }
    let costs: Vec<Vec<Option<i64>>> =
        earlier.iter().map(|a| later.iter().map(|b| a.cost(b)).collect()).collect();
    let full: Vec<Vec<i64>> =
        costs.iter().map(|row| row.iter().map(|cost| cost.unwrap_or(ALONE)).collect()).collect();
    let chosen = assign(&full, later.len());
    let chosen = chosen.into_iter().enumerate();
    chosen.filter(|&(row, column)| costs[row][column].is_some()).collect()
}

/// How finely distances are weighed: a thousandth of a bu, and steps between for what tells equals apart.
const FINE: i64 = 1_000;
const STEPS: i64 = 16;

/// What a pair that is not made costs: a little more than the farthest that may be made.
const ALONE: i64 = (FARTHEST_MATCH as i64 + 1) * FINE * STEPS;

impl Candidate<'_> {
    /// What it costs to take two marks for one; none where they can't be. Among equally near ones the
    /// same rating and the same id go first.
    fn cost(&self, other: &Self) -> Option<i64> {
        let hand = |by: Option<Author>| by == Some(Author::Clinician);
        let opposite = self.side != Side::Midline && self.side.opposite() == other.side;
        let squared = self.at.distance_squared(other.at);
        let farthest = i64::from(FARTHEST_MATCH) * i64::from(FARTHEST_MATCH);
        if opposite || hand(self.by) != hand(other.by) || squared > farthest {
            return None;
        }
        let fine = (squared * FINE * FINE).isqrt();
        Some(fine * STEPS + self.unlikeness(other))
    }

    /// 0 to 14.
    fn unlikeness(&self, other: &Self) -> i64 {
        let rating = match (self.intensity, other.intensity) {
            (Some(own), Some(other)) => i64::from(own.get().abs_diff(other.get())),
            (None, None) => 0,
            _ => 10,
        };
        rating + 4 * i64::from(self.id != other.id)
    }
}

/// The cheapest column for each row, no column twice: Kuhn's and Munkres' assignment by shortest
/// augmenting paths. There are at least as many columns as rows.
fn assign(costs: &[Vec<i64>], columns: usize) -> Vec<usize> {
    // Column 0 and row 0 stand for "none", as in the usual telling.
    let (mut of_row, mut of_column) = (vec![0_i64; costs.len() + 1], vec![0_i64; columns + 1]);
    let mut row_at = vec![0_usize; columns + 1];
    for row in 1..=costs.len() {
        row_at[0] = row;
        let mut column = 0;
        let (mut least, mut via) = (vec![i64::MAX; columns + 1], vec![0_usize; columns + 1]);
        let mut used = vec![false; columns + 1];
        while row_at[column] != 0 {
            used[column] = true;
            let from = row_at[column];
            let (mut step, mut next) = (i64::MAX, 0);
            for other in (1..=columns).filter(|&other| !used[other]) {
                let cost = costs[from - 1][other - 1] - of_row[from] - of_column[other];
                if cost < least[other] {
                    (least[other], via[other]) = (cost, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=columns {
                if used[other] {
                    of_row[row_at[other]] += step;
                    of_column[other] -= step;
                } else if other > 0 {
                    least[other] = least[other].saturating_sub(step);
                }
            }
            column = next;
        }
        while column != 0 {
            row_at[column] = row_at[via[column]];
            column = via[column];
        }
    }
    let mut chosen = vec![0; costs.len()];
    for (column, &row) in row_at.iter().enumerate().skip(1) {
        if row > 0 {
            chosen[row - 1] = column - 1;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least that any assignment costs, by trying them all.
    fn least(costs: &[Vec<i64>], taken: &mut Vec<usize>) -> i64 {
        let Some((row, rest)) = costs.split_first() else { return 0 };
        let mut best = i64::MAX;
        for (column, cost) in row.iter().enumerate() {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(cost + least(rest, taken));
                taken.pop();
            }
        }
        best
    }

    proptest! {
        #[test]
        fn no_assignment_is_cheaper(
            (rows, extra, costs) in (0..5_usize, 0..3_usize)
                .prop_flat_map(|(rows, extra)| (
                    Just(rows),
                    Just(extra),
                    prop::collection::vec(prop::collection::vec(0..50_i64, rows + extra), rows),
                ))
        ) {
            let chosen = assign(&costs, rows + extra);
            let mut columns = chosen.clone();
            columns.sort_unstable();
            columns.dedup();
            prop_assert_eq!(columns.len(), rows);
            let cost: i64 = chosen.iter().enumerate().map(|(row, &column)| costs[row][column]).sum();
            prop_assert_eq!(cost, least(&costs, &mut Vec::new()));
        }
    }

    fn paired(earlier: &[(i32, i32)], later: &[(i32, i32)]) -> Vec<(usize, usize)> {
        let ids: Vec<MarkId> = (0..earlier.len().max(later.len()))
            .map(|index| MarkId::new(&format!("m{index}")).unwrap())
            .collect();
        let candidates = |places: &[(i32, i32)]| -> Vec<Candidate<'_>> {
            let at = |(&(x, y), id)| {
                let at = Point::new(x, y);
                Candidate { id, by: None, at, side: Side::of_frontal(at), intensity: None }
            };
            places.iter().zip(&ids).map(at).collect()
        };
        pairs(&candidates(earlier), &candidates(later))
    }

    #[test]
    fn a_mark_that_stayed_is_not_given_away_for_another_pair() {
        // Both could be paired if the first moved, but it is where it was.
        assert_eq!(paired(&[(500, 2000), (500, 2290)], &[(500, 1710), (500, 2000)]), [(0, 1)]);
    }

    #[test]
    fn the_nearest_ones_are_paired_and_not_across_the_sides() {
        assert_eq!(paired(&[(100, 2000), (400, 2000)], &[(390, 2000), (130, 2000)]), [(0, 1), (1, 0)]);
        assert_eq!(paired(&[(100, 2000)], &[(-100, 2000)]), []);
        assert_eq!(paired(&[(100, 2000)], &[(-50, 2000)]), [(0, 0)]);
        assert_eq!(paired(&[(500, 2000)], &[(500, 2300)]), [(0, 0)]);
        assert_eq!(paired(&[(500, 2000)], &[(500, 2301)]), []);
    }
}
