//! What many records add up to.
//!
//! All of it is sums of whole numbers, so that parts that were added up apart join to the very same
//! answer, in any order.

use std::collections::BTreeMap;

use super::carrying::{carried, carry_to_neutral};
use super::frequency::{FrequencyMap, Marked};
use super::hundredths::Hundredths;
use super::measures::{Answer, answer};
use super::site::{Site, Touched};
use super::whose::Whose;
use crate::anatomy::{Figure, View};
use crate::record::PainMap;

/// What many records add up to: counts by region and side, and a frequency map of each view.
///
/// Its size does not grow with the number of records. Marks of other figures are carried to the neutral
/// one for the map; their regions are those of their own figure.
///
/// ```
/// use painmap::PainMap;
/// use painmap::measure::{Aggregate, Whose};
/// let record = |x: i32| PainMap::from_json(&format!(r#"{{"format":"painmap/1","marks":[
///     {{"id":"m1","kind":"spot","view":"posterior","at":[{x},1790],"intensity":6}}]}}"#));
/// let mut all = Aggregate::new(Whose::Patient);
/// all.add(&record(-600)?);
/// let mut part = Aggregate::new(Whose::Patient);
/// part.add(&record(-590)?);
/// part.add(&record(600)?);
/// assert!(all.merge(&part));
/// let (site, count) = all.sites().max_by_key(|(_, count)| count.records).unwrap();
/// assert_eq!((site.region.as_str(), site.side.as_str(), count.records), ("suprascapular", "right", 2));
/// assert_eq!(all.map(painmap::anatomy::View::Posterior).unwrap().most(), 2);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregate {
    pub(super) whose: Whose,
    pub(super) totals: Totals,
    pub(super) figures: BTreeMap<Figure, u64>,
    pub(super) sites: BTreeMap<Site, SiteCount>,
    pub(super) maps: BTreeMap<View, FrequencyMap>,
}

/// Sums over all records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Totals {
    pub(super) records: u64,
    pub(super) refused: u64,
    pub(super) no_pain: u64,
    pub(super) nothing: u64,
    pub(super) marks: u64,
    pub(super) off_body: u64,
    pub(super) rated: u64,
    pub(super) ratings: u64,
}

/// How often a region was marked on one side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SiteCount {
    /// In how many records.
    pub records: u64,
    /// By how many marks.
    pub marks: u64,
    pub(super) rated: u64,
    pub(super) ratings: u64,
}

impl SiteCount {
    /// The mean rating of the marks that have one; an area that touches several regions counts in each.
    #[must_use]
    pub fn mean_intensity(&self) -> Option<Hundredths> {
        Hundredths::of(self.ratings, self.rated)
    }

    /// How many of the marks have a rating.
    #[must_use]
    pub const fn rated(&self) -> u64 {
        self.rated
    }

    /// The sum of their ratings.
    #[must_use]
    pub const fn ratings(&self) -> u64 {
        self.ratings
    }

    pub(super) fn add(&mut self, other: Self) {
        self.records = self.records.saturating_add(other.records);
        self.marks = self.marks.saturating_add(other.marks);
        self.rated = self.rated.saturating_add(other.rated);
        self.ratings = self.ratings.saturating_add(other.ratings);
    }
}

impl Aggregate {
    /// Of no record yet.
    #[must_use]
    pub fn new(whose: Whose) -> Self {
        Self {
            whose,
            totals: Totals::default(),
            figures: BTreeMap::new(),
            sites: BTreeMap::new(),
            maps: BTreeMap::new(),
        }
    }

    /// Adds a record.
    pub fn add(&mut self, map: &PainMap) {
        let one = |flag: bool| u64::from(flag);
        let answer = answer(map, self.whose);
        let mut totals = Totals {
            records: 1,
            no_pain: one(answer == Answer::NoPain),
            nothing: one(answer == Answer::Nothing),
            ..Totals::default()
        };
        let mut sites: BTreeMap<Site, SiteCount> = BTreeMap::new();
        for mark in self.whose.marks(map) {
            let touched = Touched::sites(mark, map.figure);
            let rating = mark.intensity.map(|intensity| u64::from(intensity.get()));
            totals.marks += 1;
            totals.off_body += one(touched.is_empty());
            totals.rated += one(rating.is_some());
            totals.ratings += rating.unwrap_or(0);
            for site in touched {
                let count = sites.entry(site).or_insert(SiteCount { records: 1, ..SiteCount::default() });
                count.marks += 1;
                count.rated += one(rating.is_some());
                count.ratings += rating.unwrap_or(0);
            }
        }
        for (site, count) in sites {
            self.sites.entry(site).or_default().add(count);
        }
        self.totals.add(totals);
        one_more(self.figures.entry(map.figure).or_default());
        self.add_to_maps(map);
    }

    fn add_to_maps(&mut self, map: &PainMap) {
        for &view in View::ALL {
            let marks = || self.whose.marks(map).filter(|mark| mark.view() == view);
            let shown = || map.shown().iter().filter(|shown| shown.view == view);
            let is_marked = marks().next().is_some();
            if !is_marked && shown().next().is_none() {
                continue;
            }
            let mut marked = Marked::new(view);
            for mark in marks() {
                marked.add(&carried(mark, map.figure, Figure::Neutral, carry_to_neutral));
            }
            let mut crops: Vec<_> = shown().map(|shown| shown.crop).collect();
            crops.sort_unstable();
            crops.dedup();
            let frequency = self.maps.entry(view).or_insert_with(|| FrequencyMap::new(view));
            one_more(&mut frequency.asked);
            for crop in crops {
                one_more(frequency.shown.entry(crop).or_default());
            }
            if is_marked {
                frequency.add(&marked);
            }
        }
    }

    /// Counts a record that could not be read.
    pub fn refuse(&mut self) {
        one_more(&mut self.totals.refused);
    }

    /// Adds what another one adds up to; `false` and no change where that is of other marks.
    #[must_use]
    pub fn merge(&mut self, other: &Self) -> bool {
        if self.whose != other.whose {
            return false;
        }
        self.totals.add(other.totals);
        for (&figure, &count) in &other.figures {
            let own = self.figures.entry(figure).or_default();
            *own = own.saturating_add(count);
        }
        for (&site, &count) in &other.sites {
            self.sites.entry(site).or_default().add(count);
        }
        for (&view, map) in &other.maps {
            self.maps.entry(view).or_insert_with(|| FrequencyMap::new(view)).merge(map);
        }
        true
    }

    /// Whose marks are added up.
    #[must_use]
    pub const fn whose(&self) -> Whose {
        self.whose
    }

    /// How many records were added, those without marks included.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.totals.records
    }

    /// How many records could not be read.
    #[must_use]
    pub const fn refused(&self) -> u64 {
        self.totals.refused
    }

    /// How many records say "no pain".
    #[must_use]
    pub const fn no_pain(&self) -> u64 {
        self.totals.no_pain
    }

    /// How many records have no mark and do not say "no pain".
    #[must_use]
    pub const fn unanswered(&self) -> u64 {
        self.totals.nothing
    }

    /// How many marks there are.
    #[must_use]
    pub const fn marks(&self) -> u64 {
        self.totals.marks
    }

    /// How many marks have a rating.
    #[must_use]
    pub const fn rated(&self) -> u64 {
        self.totals.rated
    }

    /// The sum of their ratings.
    #[must_use]
    pub const fn ratings(&self) -> u64 {
        self.totals.ratings
    }

    /// How many marks touch no region.
    #[must_use]
    pub const fn off_body(&self) -> u64 {
        self.totals.off_body
    }

    /// How many records were made on each figure, of those that there are.
    pub fn figures(&self) -> impl Iterator<Item = (Figure, u64)> + '_ {
        self.figures.iter().map(|(&figure, &records)| (figure, records))
    }

    /// The mean rating of all marks that have one.
    #[must_use]
    pub fn mean_intensity(&self) -> Option<Hundredths> {
        Hundredths::of(self.totals.ratings, self.totals.rated)
    }

    /// The regions that were marked, each side by itself, in the atlas's order.
    pub fn sites(&self) -> impl Iterator<Item = (Site, SiteCount)> + '_ {
        self.sites.iter().map(|(&site, &count)| (site, count))
    }

    /// The frequency map of a view; none where no record has anything to do with it.
    #[must_use]
    pub fn map(&self, view: View) -> Option<&FrequencyMap> {
        self.maps.get(&view)
    }

    /// The frequency maps of the views that were shown or marked.
    pub fn maps(&self) -> impl Iterator<Item = &FrequencyMap> {
        self.maps.values()
    }
}

/// An aggregate that was read may hold the largest number there is.
fn one_more(count: &mut u64) {
    *count = count.saturating_add(1);
}

impl Totals {
    fn add(&mut self, other: Self) {
        let pairs = [
            (&mut self.records, other.records),
            (&mut self.refused, other.refused),
            (&mut self.no_pain, other.no_pain),
            (&mut self.nothing, other.nothing),
            (&mut self.marks, other.marks),
            (&mut self.off_body, other.off_body),
            (&mut self.rated, other.rated),
            (&mut self.ratings, other.ratings),
        ];
        for (own, other) in pairs {
            *own = own.saturating_add(other);
        }
    }
}
