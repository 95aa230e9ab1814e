//! Regions: named patches of skin that tile a view.

use super::tables::RegionRow;
use super::tables::regions::{CLINICAL_NAMES, REGION_IDS, REGIONS};
use crate::words::UnknownWord;
use std::fmt;
use std::str::FromStr;

/// A named patch of skin. It says no side: that stands beside it.
///
/// ```
/// use painmap::anatomy::RegionId;
/// let region: RegionId = "suprascapular".parse()?;
/// assert_eq!(region.name(), "above the shoulder blade");
/// assert_eq!(region.clinical_name(), "suprascapular region");
/// assert!(!region.is_limb());
/// # Ok::<(), painmap::UnknownWord>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionId(u8);

impl RegionId {
    /// Every region, from the head down.
    pub fn all() -> impl ExactSizeIterator<Item = Self> {
        (0..u8::try_from(REGIONS.len()).unwrap_or(u8::MAX)).map(Self)
    }

    /// The id that stands for this region in a record; it never changes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        REGION_IDS.get(usize::from(self.0)).copied().unwrap_or("")
    }

    /// What a patient would call it, in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// What a clinician would call it, in English.
    #[must_use]
    pub fn clinical_name(self) -> &'static str {
        CLINICAL_NAMES.get(usize::from(self.0)).copied().unwrap_or("")
    }

    /// Whether it belongs to an arm or a leg, which are never on the midline.
    #[must_use]
    pub fn is_limb(self) -> bool {
        self.row().is_some_and(|row| row.limb)
    }

    /// Whether the nearest vertebra says something about a point in it.
    #[must_use]
    pub fn is_spinal(self) -> bool {
        self.row().is_some_and(|row| row.spinal)
    }

    /// The region that the compiler numbered `index`.
    pub(super) const fn new(index: u8) -> Self {
        Self(index)
    }

    fn row(self) -> Option<&'static RegionRow> {
        REGIONS.get(usize::from(self.0))
    }
}

impl fmt::Debug for RegionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "RegionId({})", self.as_str())
    }
}

impl fmt::Display for RegionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl From<RegionId> for &'static str {
    fn from(region: RegionId) -> &'static str {
        region.as_str()
    }
}

impl FromStr for RegionId {
    type Err = UnknownWord;

    fn from_str(id: &str) -> Result<Self, UnknownWord> {
        Self::all().find(|region| region.as_str() == id).ok_or(UnknownWord { known: REGION_IDS })
    }
}
