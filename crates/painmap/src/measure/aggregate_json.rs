//! An aggregate as JSON, and back: always the same bytes for the same sums.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::aggregate::{Aggregate, SiteCount, Totals};
use super::frequency::{CellCount, FREQUENCY_CELL, FrequencyMap, size};
use super::hundredths::Hundredths;
use super::site::Site;
use crate::anatomy::ATLAS_VERSION;
use crate::record::Intensity;

/// The format and version of an aggregate's JSON.
pub const AGGREGATE_FORMAT: &str = "painmap-aggregate/1";

/// More bytes than an aggregate can have: each cell of each view and each region, with the largest sums.
pub const MAX_AGGREGATE_BYTES: usize = 4_000_000;

/// Why a text is no aggregate that can be added to others.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AggregateError {
    /// It is not JSON, or a member is missing or of another kind: what, and where.
    Unreadable(String),
    /// It is of another format, atlas or cell size: which member, and what it must be.
    Unlike(&'static str, String),
    /// A word or a place that the atlas does not know.
    Unknown(String),
    /// Counts that no records add up to, such as more marks with a rating than marks: those of what.
    Impossible(String),
    /// The text is longer than [`MAX_AGGREGATE_BYTES`].
    TooLarge,
}

impl fmt::Display for AggregateError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(reason) => write!(formatter, "not an aggregate: {reason}"),
            Self::Unlike(member, own) => write!(formatter, "at /{member}: must be {own}"),
            Self::Unknown(what) => write!(formatter, "the atlas does not know {what}"),
            Self::Impossible(whose) => write!(formatter, "no records add up to the counts of {whose}"),
            Self::TooLarge => write!(formatter, "larger than {MAX_AGGREGATE_BYTES} bytes"),
        }
    }
}

impl std::error::Error for AggregateError {}

/// The one member that every version has.
#[derive(Deserialize)]
struct Formatted {
    format: String,
}

/// Means stand there for readers and are worked out anew; reading ignores them.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    format: String,
    atlas: String,
    whose: String,
    cell: i32,
    records: u64,
    refused: u64,
    no_pain: u64,
    unanswered: u64,
    marks: u64,
    off_body: u64,
    rated: u64,
    ratings: u64,
    #[serde(skip_deserializing)]
    mean_intensity: Option<Hundredths>,
    figures: BTreeMap<String, u64>,
    sites: Vec<WrittenSite>,
    views: Vec<WrittenView>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct WrittenSite {
    region: String,
    side: String,
    records: u64,
    marks: u64,
    rated: u64,
    ratings: u64,
    #[serde(skip_deserializing)]
    mean_intensity: Option<Hundredths>,
}

#[derive(Serialize, Deserialize)]
struct WrittenView {
    view: String,
    asked: u64,
    shown: BTreeMap<String, u64>,
    /// Column, row, records, rated, ratings.
    cells: Vec<(usize, usize, u64, u64, u64)>,
}

impl Aggregate {
    /// Writes it as JSON: the same sums always give the same bytes.
    ///
    /// ```
    /// use painmap::measure::{Aggregate, Whose};
    /// let none = Aggregate::new(Whose::Patient);
    /// assert!(none.to_json().starts_with(r#"{"format":"painmap-aggregate/1""#));
    /// assert_eq!(Aggregate::from_json(&none.to_json()), Ok(none));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let totals = self.totals;
        let written = Written {
            format: AGGREGATE_FORMAT.to_owned(),
            atlas: ATLAS_VERSION.to_owned(),
            whose: self.whose.to_string(),
            cell: FREQUENCY_CELL,
            records: totals.records,
            refused: totals.refused,
            no_pain: totals.no_pain,
            unanswered: totals.nothing,
            marks: totals.marks,
            off_body: totals.off_body,
            rated: totals.rated,
            ratings: totals.ratings,
            mean_intensity: self.mean_intensity(),
            figures: self.figures.iter().map(|(figure, &count)| (figure.to_string(), count)).collect(),
            sites: self.sites().map(|(site, count)| WrittenSite::of(site, count)).collect(),
            views: self.maps.values().map(WrittenView::of).collect(),
        };
        // Nothing in it can fail to be written.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads what [`to_json`](Self::to_json) wrote.
    ///
    /// # Errors
    /// An [`AggregateError`] for what is no aggregate, or one of another atlas or cell size, which
    /// can't be added to others.
    pub fn from_json(text: &str) -> Result<Self, AggregateError> {
        if text.len() > MAX_AGGREGATE_BYTES {
            return Err(AggregateError::TooLarge);
        }
        let unreadable = |error: serde_json::Error| AggregateError::Unreadable(error.to_string());
        let unlike = |member, own: &dyn fmt::Display| Err(AggregateError::Unlike(member, own.to_string()));
        // First of all: another format has other members.
        let Formatted { format } = serde_json::from_str(text).map_err(unreadable)?;
        if format != AGGREGATE_FORMAT {
            return unlike("format", &AGGREGATE_FORMAT);
        }
        let written: Written = serde_json::from_str(text).map_err(unreadable)?;
        if written.atlas != ATLAS_VERSION {
            return unlike("atlas", &ATLAS_VERSION);
        }
        if written.cell != FREQUENCY_CELL {
            return unlike("cell", &FREQUENCY_CELL);
        }
        if !is_possible(written.marks, written.rated, written.ratings) {
            return Err(AggregateError::Impossible("all marks".to_owned()));
        }
        let mut aggregate = Self::new(word(&written.whose)?);
        aggregate.totals = Totals {
            records: written.records,
            refused: written.refused,
            no_pain: written.no_pain,
            nothing: written.unanswered,
            marks: written.marks,
            off_body: written.off_body,
            rated: written.rated,
            ratings: written.ratings,
        };
        for (figure, count) in &written.figures {
            aggregate.figures.insert(word(figure)?, *count);
        }
        for site in &written.sites {
            let (site, count) = site.read()?;
            aggregate.sites.entry(site).or_default().add(count);
        }
        for view in &written.views {
            let map = view.read()?;
            aggregate.maps.entry(map.view).or_insert_with(|| FrequencyMap::new(map.view)).merge(&map);
        }
        Ok(aggregate)
    }
}

/// Whether of so many, so many can be rated, and by so much. Adding up keeps that true, however large the sums.
fn is_possible(count: u64, rated: u64, ratings: u64) -> bool {
    rated <= count && ratings <= rated.saturating_mul(Intensity::MAX.into())
}

fn word<T: std::str::FromStr>(text: &str) -> Result<T, AggregateError> {
    text.parse().map_err(|_| AggregateError::Unknown(format!("the word {text:?}")))
}

impl WrittenSite {
    fn of(site: Site, count: SiteCount) -> Self {
        Self {
            region: site.region.to_string(),
            side: site.side.to_string(),
            records: count.records,
            marks: count.marks,
            rated: count.rated,
            ratings: count.ratings,
            mean_intensity: count.mean_intensity(),
        }
    }

    fn read(&self) -> Result<(Site, SiteCount), AggregateError> {
        let site = Site { region: word(&self.region)?, side: word(&self.side)? };
        let (records, marks, rated, ratings) = (self.records, self.marks, self.rated, self.ratings);
        // It stands there because a record marks it.
        if records == 0 || !is_possible(marks, rated, ratings) {
            let whose = format!("the {} region, {}", site.region, site.side);
            return Err(AggregateError::Impossible(whose));
        }
        Ok((site, SiteCount { records, marks, rated, ratings }))
    }
}

impl WrittenView {
    fn of(map: &FrequencyMap) -> Self {
        let cell = |(column, row, count): (usize, usize, CellCount)| {
            (column, row, count.records, count.rated, count.ratings)
        };
        Self {
            view: map.view.to_string(),
            asked: map.asked,
            shown: map.shown.iter().map(|(crop, &count)| (crop.to_string(), count)).collect(),
            cells: map.marked().map(cell).collect(),
        }
    }

    fn read(&self) -> Result<FrequencyMap, AggregateError> {
        let view = word(&self.view)?;
        let mut map = FrequencyMap::new(view);
        map.asked = self.asked;
        for (crop, count) in &self.shown {
            map.shown.insert(word(crop)?, *count);
        }
        let (columns, _) = size(view);
        for &(column, row, records, rated, ratings) in &self.cells {
            let index = row.checked_mul(columns).and_then(|start| start.checked_add(column));
            let count = index.filter(|_| column < columns).and_then(|index| map.counts.get_mut(index));
            let cell = || format!("the cell {column}, {row} of the {view} view");
            let Some(count) = count else { return Err(AggregateError::Unknown(cell())) };
            if records == 0 || !is_possible(records, rated, ratings) {
                return Err(AggregateError::Impossible(cell()));
            }
            count.add(CellCount { records, rated, ratings });
        }
        Ok(map)
    }
}
