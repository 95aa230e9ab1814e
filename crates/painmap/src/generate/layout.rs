//! Where the marks of a cluster are: views, regions, sides, and where each spreads.

use super::chance::Chance;
use super::cluster::Cluster;
use crate::anatomy::{Side, View};

/// One mark to be made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) view: View,
    pub(super) region: &'static str,
    pub(super) side: Side,
    /// The regions of the same view through which it spreads, the last one where it ends.
    pub(super) spreads: &'static [&'static str],
}

const MIDDLE_LOW_BACK: [&str; 2] = ["lumbar-spine", "sacrum"];
const BESIDE_LOW_BACK: [&str; 3] = ["lumbar-paraspinal-lower", "lumbar-paraspinal-upper", "sacroiliac"];
const BUTTOCK_AND_THIGH: [&str; 3] = ["upper-buttock", "lower-buttock", "posterior-thigh"];
const DOWN_THE_LEG: [&[&str]; 3] = [
    &["lower-buttock", "posterior-thigh"],
    &["lower-buttock", "posterior-thigh", "popliteal"],
    &["posterior-thigh", "popliteal", "calf"],
];
const NECK_BEHIND: [&str; 8] = [
    "posterior-neck-upper",
    "posterior-neck-lower",
    "suboccipital",
    "top-of-shoulder",
    "suprascapular",
    "interscapular",
    "scapular",
    "upper-thoracic-paraspinal",
];
const NECK_IN_FRONT: [&str; 5] =
    ["lateral-neck-lower", "supraclavicular", "upper-chest", "deltoid-anterior", "anterior-upper-arm"];
const UP_THE_NECK: [&[&str]; 3] = [
    &["posterior-neck-lower", "posterior-neck-upper"],
    &["posterior-neck-upper", "suboccipital"],
    &["top-of-shoulder"],
];
const WIDESPREAD_BEHIND: [&str; 9] = [
    "posterior-neck-lower",
    "suprascapular",
    "scapular",
    "lower-thoracic-paraspinal",
    "lumbar-paraspinal-lower",
    "upper-buttock",
    "posterior-upper-arm",
    "posterior-thigh",
    "calf",
];
const WIDESPREAD_IN_FRONT: [&str; 7] = [
    "deltoid-anterior",
    "upper-chest",
    "anterior-elbow",
    "anterior-forearm-radial",
    "anterior-thigh",
    "anterior-knee",
    "shin",
];
const NOWHERE: &[&str] = &[];

/// The marks of a record of this cluster.
pub(super) fn layout(cluster: Cluster, chance: &mut Chance) -> Vec<Spot> {
    let side = chance.one_of(&[Side::Left, Side::Right]);
    match cluster {
        Cluster::LowBackLocal => low_back(side, chance),
        Cluster::LowBackRadiating => {
            let mut spots = low_back(side, chance);
            // At least one is beside the spine, and spreads.
            let region = chance.one_of(&BESIDE_LOW_BACK);
            spots.truncate(1);
            spots.push(behind(region, side).spreading(chance.one_of(&DOWN_THE_LEG)));
            spots
        }
        Cluster::Radiating => {
            let region = chance.one_of(&BUTTOCK_AND_THIGH);
            let mut spots = vec![behind(region, side).spreading(&["popliteal", "calf"])];
            if chance.happens(400) {
                spots.push(behind(chance.one_of(&["posterior-thigh", "popliteal"]), side));
            }
            spots
        }
        Cluster::LowBackWholeLeg => whole_leg(side, chance),
        Cluster::LowBackWidespread => widespread("lumbar-paraspinal-lower", chance),
        Cluster::NeckBilateral => {
            let count = chance.between(1, 2);
            let regions = chance.some_of(&NECK_BEHIND, count.unsigned_abs() as usize);
            let both =
                regions.iter().flat_map(|region| [behind(region, side), behind(region, side.opposite())]);
            let mut spots: Vec<_> = both.collect();
            spread_up(&mut spots, chance);
            spots
        }
        Cluster::NeckUnilateral => neck_behind(side, chance),
        Cluster::NeckUnilateralBothViews => {
            let mut spots = neck_behind(side, chance);
            let count = chance.between(1, 2).unsigned_abs() as usize;
            spots.extend(
                chance.some_of(&NECK_IN_FRONT, count).into_iter().map(|region| in_front(region, side)),
            );
            spots
        }
        Cluster::NeckWidespread => widespread("posterior-neck-lower", chance),
    }
}

fn low_back(side: Side, chance: &mut Chance) -> Vec<Spot> {
    if chance.happens(350) {
        let middle = chance.one_of(&MIDDLE_LOW_BACK);
        return vec![behind(middle, Side::Midline)];
    }
    let region = chance.one_of(&BESIDE_LOW_BACK);
    let mut spots = vec![behind(region, side)];
    if chance.happens(450) {
        spots.push(behind(region, side.opposite()));
    }
    spots
}

/// From the low back to the foot, behind and in front.
fn whole_leg(side: Side, chance: &mut Chance) -> Vec<Spot> {
    let low_back = chance.one_of(&BESIDE_LOW_BACK);
    let mut spots = vec![
        behind(low_back, side).spreading(&["lower-buttock", "posterior-thigh", "calf"]),
        behind("posterior-thigh", side),
        behind("calf", side),
    ];
    if chance.happens(600) {
        spots.push(in_front(chance.one_of(&["anterior-thigh", "anterior-knee", "shin"]), side));
    }
    spots.push(in_front("foot-dorsum", side));
    spots
}

fn neck_behind(side: Side, chance: &mut Chance) -> Vec<Spot> {
    let count = chance.weighed(&[(1, 4), (2, 4), (3, 2)]);
    let regions = chance.some_of(&NECK_BEHIND, count);
    let mut spots: Vec<_> = regions.into_iter().map(|region| behind(region, side)).collect();
    spread_up(&mut spots, chance);
    spots
}

/// Lets the first mark spread up the neck, now and then.
fn spread_up(spots: &mut [Spot], chance: &mut Chance) {
    if chance.happens(350)
        && let Some(first) = spots.first_mut()
    {
        first.spreads = chance.one_of(&UP_THE_NECK);
    }
}

/// Above and below the waist, on both sides, behind and in front.
fn widespread(own: &'static str, chance: &mut Chance) -> Vec<Spot> {
    let mut spots = vec![behind(own, Side::Left), behind(own, Side::Right)];
    let sides = [Side::Left, Side::Right];
    let count = chance.between(4, 6).unsigned_abs() as usize;
    for region in chance.some_of(&WIDESPREAD_BEHIND, count) {
        if region != own {
            spots.push(behind(region, chance.one_of(&sides)));
        }
    }
    let count = chance.between(2, 5).unsigned_abs() as usize;
    for region in chance.some_of(&WIDESPREAD_IN_FRONT, count) {
        spots.push(in_front(region, chance.one_of(&sides)));
    }
    // The other half of the body is never left out.
    spots.push(in_front("anterior-knee", chance.one_of(&sides)));
    spots.push(behind("suprascapular", chance.one_of(&sides)));
    spots
}

fn behind(region: &'static str, side: Side) -> Spot {
    Spot { view: View::Posterior, region, side, spreads: NOWHERE }
}

fn in_front(region: &'static str, side: Side) -> Spot {
    Spot { view: View::Anterior, region, side, spreads: NOWHERE }
}

impl Spot {
    fn spreading(mut self, spreads: &'static [&'static str]) -> Self {
        self.spreads = spreads;
        self
    }
}
