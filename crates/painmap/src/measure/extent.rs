//! Extent: how much of the body is marked, and how much two drawings have in common.

use serde::{Serialize, Serializer};

use super::hundredths::Hundredths;
use super::raster::CELL;

/// The area of a cell in bu².
const CELL_AREA: u64 = (CELL as u64) * (CELL as u64);

/// The share of the body that drawn areas and spots with a size cover, in cells of [`CELL`] bu: their
/// union, so that what is marked twice counts once, and only what lies on the body.
///
/// Source: Barbero and others, as in Leoni 2013 ("extent": painful area over the area of the body
/// chart); the same is "coverage" in `JoVE` 65334 (2023).
///
/// It is an area of the drawing, not of skin, and it says nothing of spots without a size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Extent {
    /// The covered cells.
    pub(super) covered: u64,
    /// The cells of the body.
    pub(super) body: u64,
    /// The covered cells under a mark with a rating.
    pub(super) rated: u64,
    /// The sum of the highest rating in each of them.
    pub(super) ratings: u64,
}

impl Extent {
    /// The covered area in bu²: 1 bu² is 0.029 mm² of a person 1.70 m tall.
    #[must_use]
    pub const fn area(&self) -> u64 {
        self.covered.saturating_mul(CELL_AREA)
    }

    /// The body's area in bu².
    #[must_use]
    pub const fn body_area(&self) -> u64 {
        self.body.saturating_mul(CELL_AREA)
    }

    /// The covered area as a percentage of the body's, 0 to 100.
    #[must_use]
    pub fn percent(&self) -> Hundredths {
        Hundredths::percent(self.covered, self.body).unwrap_or_default()
    }

    /// The mean rating over the covered area, each cell with the highest rating that covers it; areas
    /// without a rating are left out. None where nothing that is covered has a rating.
    ///
    /// Source: the mean of the intensity over the coloured pixels, `JoVE` 65334 (2023).
    #[must_use]
    pub fn weighted_intensity(&self) -> Option<Hundredths> {
        Hundredths::of(self.ratings, self.rated)
    }

    /// Both together.
    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            covered: self.covered + other.covered,
            body: self.body + other.body,
            rated: self.rated + other.rated,
            ratings: self.ratings + other.ratings,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenExtent {
    percent: Hundredths,
    area: u64,
    body_area: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    weighted_intensity: Option<Hundredths>,
}

impl Serialize for Extent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = WrittenExtent {
            percent: self.percent(),
            area: self.area(),
            body_area: self.body_area(),
            weighted_intensity: self.weighted_intensity(),
        };
        written.serialize(serializer)
    }
}

/// What two drawings have in common, in cells.
///
/// Jaccard is the shared area over the joint one, Dice twice the shared area over the sum of both; 1 is
/// the same, 0 nothing in common.
///
/// It is far noisier than extent: see [`RETEST`](super::RETEST).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    pub(super) earlier: u64,
    pub(super) later: u64,
    pub(super) shared: u64,
}

impl Overlap {
    /// The Jaccard index, 0 to 1; none where neither covers anything.
    #[must_use]
    pub fn jaccard(&self) -> Option<Hundredths> {
        Hundredths::of(self.shared, self.earlier + self.later - self.shared)
    }

    /// The Dice coefficient, 0 to 1; none where neither covers anything.
    #[must_use]
    pub fn dice(&self) -> Option<Hundredths> {
        Hundredths::of(2 * self.shared, self.earlier + self.later)
    }

    /// The area that both have, in bu².
    #[must_use]
    pub const fn area(&self) -> u64 {
        self.shared.saturating_mul(CELL_AREA)
    }

    /// Both together.
    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self {
            earlier: self.earlier + other.earlier,
            later: self.later + other.later,
            shared: self.shared + other.shared,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenOverlap {
    jaccard: Option<Hundredths>,
    dice: Option<Hundredths>,
    shared_area: u64,
}

impl Serialize for Overlap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let written = WrittenOverlap { jaccard: self.jaccard(), dice: self.dice(), shared_area: self.area() };
        written.serialize(serializer)
    }
}
