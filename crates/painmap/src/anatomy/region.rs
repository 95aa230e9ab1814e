//! Regions: named patches of skin that tile a view.

use super::id::ids;
use super::tables::regions::{REGION_BITS, REGION_IDS, REGION_TEXT};

ids! {
    /// A named patch of skin. It says no side: that stands beside it. What people call it is told by
    /// [`Locale::region`](crate::describe::Locale::region).
    ///
    /// ```
    /// use painmap::anatomy::RegionId;
    /// let region: RegionId = "suprascapular".parse()?;
    /// assert!(!region.is_limb());
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    pub struct RegionId of REGION_IDS, read by id
}

/// A part of the body that hangs together in every drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Head, neck and trunk.
    Trunk,
    /// An arm with its shoulder's deltoid.
    Arm,
    /// A leg.
    Leg,
}

impl RegionId {
    /// Whether it belongs to an arm or a leg, which are never on the midline.
    #[must_use]
    pub fn is_limb(self) -> bool {
        self.bits() & 1 != 0
    }

    /// Whether the nearest vertebra says something about a point in it.
    #[must_use]
    pub fn is_spinal(self) -> bool {
        self.bits() & 2 != 0
    }

    /// The part of the body that it belongs to: an arm, a leg, or head, neck and trunk.
    pub(super) fn part(self) -> Part {
        match self.bits() & 5 {
            0 => Part::Trunk,
            1 => Part::Leg,
            _ => Part::Arm,
        }
    }

    /// The region that the compiler numbered `index`.
    pub(super) const fn new(index: u8) -> Self {
        Self(index)
    }

    /// The number that the compiler gave it.
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    fn bits(self) -> u8 {
        REGION_BITS.get(self.index()).copied().unwrap_or(0)
    }
}

fn id(index: usize) -> Option<&'static str> {
    REGION_TEXT.split('\n').nth(index)
}
