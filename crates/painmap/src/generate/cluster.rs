//! The clusters of what patients mark, and their proportions.

use super::chance::Chance;
use crate::words::words;

words! {
    /// What patients came with.
    pub enum Complaint {
        /// Low back pain: 15 465 of 21 123 patients.
        LowBack = "low-back",
        /// Pain of the neck or the middle back: 5 658 of them.
        NeckMidBack = "neck-mid-back",
    }
}

words! {
    /// A cluster of marked areas, after Chang and others 2024 (Pain 165:2291). The proportions are the
    /// abstract's; which regions a cluster has is our reading of its name.
    pub enum Cluster {
        /// Low back pain that radiates: 19.9 % of those with low back pain.
        LowBackRadiating = "low-back-and-radiating",
        /// Radiating pain of the buttock and thigh, with no mark on the low back: 25.8 %.
        Radiating = "radiating",
        /// Local low back pain: 24.8 %.
        LowBackLocal = "low-back-local",
        /// Low back and a whole leg: 18.7 %.
        LowBackWholeLeg = "low-back-and-whole-leg",
        /// Widespread, among those with low back pain: 10.8 %.
        LowBackWidespread = "low-back-widespread",
        /// Neck or middle back on both sides, from behind: 19.9 % of those with such pain.
        NeckBilateral = "neck-bilateral-posterior",
        /// On one side, from behind and from the front: 23.6 %.
        NeckUnilateralBothViews = "neck-unilateral-posterior-and-anterior",
        /// On one side, from behind: 45.4 %.
        NeckUnilateral = "neck-unilateral-posterior",
        /// Widespread, among those with neck or middle back pain: 11.1 %.
        NeckWidespread = "neck-widespread",
    }
}

impl Cluster {
    /// What its patients came with.
    #[must_use]
    pub const fn complaint(self) -> Complaint {
        match self {
            Self::LowBackRadiating
            | Self::Radiating
            | Self::LowBackLocal
            | Self::LowBackWholeLeg
            | Self::LowBackWidespread => Complaint::LowBack,
            Self::NeckBilateral
            | Self::NeckUnilateralBothViews
            | Self::NeckUnilateral
            | Self::NeckWidespread => Complaint::NeckMidBack,
        }
    }

    /// How many in 1000 patients of its complaint it has.
    ///
    /// ```
    /// use painmap::generate::{Cluster, Complaint};
    /// for complaint in Complaint::ALL {
    ///     let own = Cluster::ALL.iter().filter(|cluster| cluster.complaint() == *complaint);
    ///     assert_eq!(own.map(|cluster| cluster.of_1000()).sum::<u32>(), 1000);
    /// }
    /// ```
    #[must_use]
    pub const fn of_1000(self) -> u32 {
        match self {
            Self::LowBackRadiating | Self::NeckBilateral => 199,
            Self::Radiating => 258,
            Self::LowBackLocal => 248,
            Self::LowBackWholeLeg => 187,
            Self::LowBackWidespread => 108,
            Self::NeckUnilateralBothViews => 236,
            Self::NeckUnilateral => 454,
            Self::NeckWidespread => 111,
        }
    }

    pub(super) fn draw(chance: &mut Chance) -> Self {
        let complaint = chance.weighed(&[(Complaint::LowBack, 15_465), (Complaint::NeckMidBack, 5_658)]);
        let own = Self::ALL.iter().filter(|cluster| cluster.complaint() == complaint);
        let weighed: Vec<_> = own.map(|&cluster| (cluster, cluster.of_1000())).collect();
        chance.weighed(&weighed)
    }
}
