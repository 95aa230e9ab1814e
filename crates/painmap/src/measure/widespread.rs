//! The widespread pain index of the 2016 fibromyalgia criteria, as far as a drawing can tell it.

use serde::Serialize;

use super::measures::{Answer, answer};
use super::site::Zone;
use super::whose::Whose;
use crate::anatomy::{Crop, Side, View};
use crate::record::PainMap;

/// How many of the 19 sites of the widespread pain index (WPI) the marks touch.
///
/// Sites: on each side jaw, shoulder girdle, upper arm, lower arm, hip (buttock and trochanter), upper leg
/// and lower leg; and neck, upper back, lower back, chest and abdomen. Regions: left upper, right upper,
/// left lower, right lower and axial; jaw, chest and abdomen do not count to them. Source: Wolfe et al.
/// 2016, Seminars in Arthritis and Rheumatism 46:319 (ACR 2016 criteria).
///
/// The criteria ask for pain over the last seven days by a list of names and draw no borders; this is
/// counted from marks of one moment, with borders of our own. It is no diagnosis: the criteria also
/// need the symptom severity scale and three months.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WidespreadPain {
    /// How many sites are touched, 0 to 19.
    pub index: usize,
    /// How many of the five regions are touched.
    pub regions: usize,
    /// The touched sites.
    pub sites: Vec<Zone>,
}

impl WidespreadPain {
    /// The index of a record, from the sites that its marks touch; none where the whole body was not
    /// shown from behind and from the front, or nothing was answered.
    pub(super) fn of(map: &PainMap, whose: Whose, sites: Vec<Zone>) -> Option<Self> {
        let whole = |view| map.shown().iter().any(|shown| (shown.view, shown.crop) == (view, Crop::Whole));
        if !(answer(map, whose) != Answer::Nothing && whole(View::Posterior) && whole(View::Anterior)) {
            return None;
        }
        let mut regions: Vec<_> = sites.iter().filter_map(region).collect();
        regions.sort_unstable();
        regions.dedup();
        Some(Self { index: sites.len(), regions: regions.len(), sites })
    }
}

/// The region of the criteria that a site counts to: the side, and whether it is the upper half.
fn region(site: &Zone) -> Option<(Option<Side>, bool)> {
    match (site.zone.as_str(), site.side) {
        ("wpi-shoulder-girdle" | "wpi-upper-arm" | "wpi-lower-arm", side) => Some((side, true)),
        ("wpi-hip" | "wpi-upper-leg" | "wpi-lower-leg", side) => Some((side, false)),
        ("wpi-neck" | "wpi-upper-back" | "wpi-lower-back", _) => Some((None, false)),
        _ => None,
    }
}
