//! Two records of one person, an earlier and a later one: what changed.

use serde::Serialize;

use super::carrying::{carried, carry};
use super::cover::Cover;
use super::extent::{Extent, Overlap};
use super::hundredths::Hundredths;
use super::matching::{Candidate, LEAST_MOVE, pairs};
use super::measures::{Answer, ViewExtent, answer};
use super::retest::LEAST_CHANGE;
use super::site::as_word;
use super::whose::Whose;
use crate::anatomy::{Chart, Figure, Side, View};
use crate::record::{Mark, MarkId, PainMap};
use crate::words::words;

words! {
    /// How the rating of a mark changed.
    pub enum Change {
        /// It is higher.
        Stronger = "stronger",
        /// It is lower.
        Weaker = "weaker",
        /// It is the same.
        Same = "same",
    }
}

/// What changed between an earlier and a later record. Marks are paired as `docs/measures.md` tells; where
/// the figures differ, the earlier marks are carried to the later record's figure first.
///
/// ```
/// use painmap::PainMap;
/// use painmap::measure::{Change, Comparison, Whose};
/// let record = |x: i32, rating: u8| PainMap::from_json(&format!(r#"{{"format":"painmap/1","marks":[
///     {{"id":"m1","kind":"spot","view":"posterior","at":[{x},1790],"intensity":{rating}}}]}}"#));
/// let comparison = Comparison::of(&record(-600, 7)?, &record(-420, 4)?, Whose::Patient);
/// let pair = &comparison.pairs[0];
/// assert_eq!((pair.distance, pair.moved), (180, true));
/// assert_eq!((pair.change, pair.within_noise), (Some(Change::Weaker), Some(false)));
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// Whose marks are compared.
    #[serde(serialize_with = "as_word")]
    pub whose: Whose,
    /// The figure on which they are compared: the later record's.
    #[serde(serialize_with = "as_word")]
    pub figure: Figure,
    /// Whether the earlier marks were carried from another figure.
    pub carried: bool,
    /// How the person answered earlier.
    #[serde(serialize_with = "as_word")]
    pub earlier_answer: Answer,
    /// How the person answered later.
    #[serde(serialize_with = "as_word")]
    pub later_answer: Answer,
    /// The marks that are in both records, in the order of the earlier one.
    pub pairs: Vec<Pair>,
    /// The marks that are in the later record alone.
    pub new: Vec<Lone>,
    /// The marks that are in the earlier record alone.
    pub gone: Vec<Lone>,
    /// The areas in each view that has an extent in both records.
    pub views: Vec<ViewChange>,
    /// The areas of the posterior and the anterior view together; none unless both are among the views.
    pub front_and_back: Option<AreaChange>,
}

/// A mark that is in both records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// Its id in the earlier record.
    #[serde(serialize_with = "as_id")]
    pub earlier: MarkId,
    /// Its id in the later record.
    #[serde(serialize_with = "as_id")]
    pub later: MarkId,
    /// How far apart the two are (spots, or the middles of the areas' boxes), in bu, rounded down.
    pub distance: i32,
    /// Whether that is more than [`LEAST_MOVE`](super::LEAST_MOVE).
    pub moved: bool,
    /// How the rating now changed; none where one of them has none.
    #[serde(serialize_with = "super::site::as_some_word")]
    pub change: Option<Change>,
    /// By how many points, negative where it is weaker.
    pub by: Option<i8>,
    /// Whether a change is smaller than [`LEAST_CHANGE`]; none where there is no change.
    pub within_noise: Option<bool>,
}

/// A mark that is in one record alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lone {
    /// Its id.
    #[serde(serialize_with = "as_id")]
    pub id: MarkId,
    /// Whether the place was shown when the other record was made: where it was not, the pain may have
    /// been there. None where the other record does not say what was shown.
    pub other_showed_it: Option<bool>,
}

/// The areas in a view, earlier and later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewChange {
    /// The view.
    #[serde(serialize_with = "as_word")]
    pub view: View,
    /// The areas.
    #[serde(flatten)]
    pub areas: AreaChange,
}

/// Two areas, earlier and later. Spots without a size are in neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AreaChange {
    /// The extent in the earlier record, on its own figure.
    pub earlier: Extent,
    /// The extent in the later record.
    pub later: Extent,
    /// By how many percentage points the extent grew, negative where it shrank.
    pub change: Hundredths,
    /// What the two have in common.
    pub overlap: Overlap,
}

impl Comparison {
    /// Compares two records.
    #[must_use]
    pub fn of(earlier: &PainMap, later: &PainMap, whose: Whose) -> Self {
        let figure = later.figure;
        let before: Vec<Mark> =
            whose.marks(earlier).map(|mark| carried(mark, earlier.figure, figure, carry)).collect();
        let after: Vec<&Mark> = whose.marks(later).collect();
        let (mut same, mut new, mut gone) = (Vec::new(), Vec::new(), Vec::new());
        for &view in View::ALL {
            let here: Vec<&Mark> = before.iter().filter(|mark| mark.view() == view).collect();
            let there: Vec<&Mark> = after.iter().copied().filter(|mark| mark.view() == view).collect();
            let found = pairs(
                &here.iter().map(|mark| candidate(mark, figure)).collect::<Vec<_>>(),
                &there.iter().map(|mark| candidate(mark, figure)).collect::<Vec<_>>(),
            );
            same.extend(found.iter().map(|&(a, b)| Pair::of(here[a], there[b])));
            let alone = |marks: &[&Mark], other: &PainMap, is_paired: &dyn Fn(usize) -> bool| {
                let lone = marks.iter().enumerate().filter(|&(index, _)| !is_paired(index));
                lone.map(|(_, mark)| Lone::of(mark, figure, other)).collect::<Vec<_>>()
            };
            gone.extend(alone(&here, later, &|index| found.iter().any(|pair| pair.0 == index)));
            new.extend(alone(&there, earlier, &|index| found.iter().any(|pair| pair.1 == index)));
        }
        let place = |id: &MarkId| before.iter().position(|mark| mark.id() == id);
        same.sort_by_key(|pair: &Pair| place(&pair.earlier));
        gone.sort_by_key(|lone: &Lone| place(&lone.id));
        new.sort_by_key(|lone: &Lone| after.iter().position(|mark| *mark.id() == lone.id));
        let views: Vec<ViewChange> = View::ALL
            .iter()
            .filter_map(|&view| {
                let earlier = ViewExtent::of(earlier, whose, view)?.extent?;
                let extent = ViewExtent::of(later, whose, view)?.extent?;
                let overlap = Cover::of(before.iter(), view, figure)?.overlap(&Cover::of(
                    after.iter().copied(),
                    view,
                    figure,
                )?);
                Some(ViewChange { view, areas: AreaChange::of(earlier, extent, overlap) })
            })
            .collect();
        Self {
            whose,
            figure,
            carried: earlier.figure != figure,
            earlier_answer: answer(earlier, whose),
            later_answer: answer(later, whose),
            pairs: same,
            new,
            gone,
            front_and_back: front_and_back(&views),
            views,
        }
    }

    /// Whether nothing changed: the same marks at the same places with the same ratings.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        let is_same = |pair: &Pair| pair.distance == 0 && pair.within_noise.is_none();
        self.new.is_empty()
            && self.gone.is_empty()
            && self.earlier_answer == self.later_answer
            && self.pairs.iter().all(is_same)
    }
}

fn front_and_back(views: &[ViewChange]) -> Option<AreaChange> {
    let of = |view| views.iter().find(|change| change.view == view).map(|change| change.areas);
    let (back, front) = (of(View::Posterior)?, of(View::Anterior)?);
    Some(AreaChange::of(
        back.earlier.and(front.earlier),
        back.later.and(front.later),
        back.overlap.and(front.overlap),
    ))
}

impl AreaChange {
    fn of(earlier: Extent, later: Extent, overlap: Overlap) -> Self {
        Self { earlier, later, change: later.percent().since(earlier.percent()), overlap }
    }
}

impl Pair {
    fn of(earlier: &Mark, later: &Mark) -> Self {
        let squared = earlier.anchor().distance_squared(later.anchor());
        let by = match (earlier.intensity, later.intensity) {
            (Some(earlier), Some(later)) => Some(later.get().cast_signed() - earlier.get().cast_signed()),
            _ => None,
        };
        let change = by.map(|by| match by {
            1.. => Change::Stronger,
            0 => Change::Same,
            _ => Change::Weaker,
        });
        Self {
            earlier: earlier.id().clone(),
            later: later.id().clone(),
            distance: i32::try_from(squared.isqrt()).unwrap_or(i32::MAX),
            moved: squared > i64::from(LEAST_MOVE) * i64::from(LEAST_MOVE),
            change,
            by,
            within_noise: by.filter(|&by| by != 0).map(|by| by.unsigned_abs() < LEAST_CHANGE),
        }
    }
}

impl Lone {
    fn of(mark: &Mark, figure: Figure, other: &PainMap) -> Self {
        let shown = other.shown();
        let showed = |crop| {
            Chart::of(mark.view(), figure).is_none_or(|chart| chart.crop(crop).contains(mark.anchor()))
        };
        let other_showed_it = (!shown.is_empty())
            .then(|| shown.iter().any(|shown| shown.view == mark.view() && showed(shown.crop)));
        Self { id: mark.id().clone(), other_showed_it }
    }
}

fn candidate(mark: &Mark, figure: Figure) -> Candidate<'_> {
    let at = mark.anchor();
    let side = Chart::of(mark.view(), figure)
        .map_or_else(|| mark.view().side().unwrap_or(Side::of_frontal(at)), |chart| chart.side(at));
    Candidate { id: mark.id(), by: mark.by, at, side, intensity: mark.intensity }
}

fn as_id<S: serde::Serializer>(id: &MarkId, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(id.as_str())
}
