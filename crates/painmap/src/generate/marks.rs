//! The marks of a record: places, sizes, and what is said of each.

use super::answers::since;
use super::chance::Chance;
use super::cluster::Cluster;
use super::layout::{Spot, layout};
use super::place::{in_region, outline};
use crate::PainMap;
use crate::anatomy::{Figure, Point};
use crate::record::{
    Author, Course, Depth, Distinct, Intensity, Mark, MarkId, Provocation, Quality, Radiation, Radius,
};

/// What people write now and then.
const NOTES: [&str; 8] = [
    "worse after desk work",
    "better with heat",
    "comes on when I turn my head",
    "wakes me at night",
    "since I lifted a box",
    "like a knot",
    "worse in the morning",
    "only when I press on it",
];

/// What local pain feels like, and what pain that spreads does: weights of our own.
const LOCAL: [(Quality, u32); 7] = [
    (Quality::Aching, 30),
    (Quality::Dull, 18),
    (Quality::Tight, 20),
    (Quality::Sore, 14),
    (Quality::Sharp, 8),
    (Quality::Cramping, 5),
    (Quality::Throbbing, 5),
];
const SPREADING: [(Quality, u32); 7] = [
    (Quality::Burning, 22),
    (Quality::Tingling, 22),
    (Quality::Sharp, 18),
    (Quality::Stabbing, 14),
    (Quality::Numb, 12),
    (Quality::Aching, 8),
    (Quality::Dull, 4),
];

/// Adds the marks of a cluster.
pub(super) fn mark(map: &mut PainMap, cluster: Cluster, chance: &mut Chance) {
    // How strong it is differs between people more than between the marks of one.
    let level = chance.between(2, 7) + chance.between(0, 2);
    let recorded = map.recorded.as_ref().map(|moment| moment.as_str().to_owned()).unwrap_or_default();
    for spot in layout(cluster, chance) {
        let number = map.marks().len() + 1;
        let made = made(spot, number, map.figure, chance);
        if let Some(mut mark) = made {
            say(&mut mark, level, &recorded, chance);
            // There are few, each with a number of its own: none is refused.
            let _ = map.add(mark);
        }
    }
}

fn made(spot: Spot, number: usize, figure: Figure, chance: &mut Chance) -> Option<Mark> {
    let Spot { view, region, side, spreads } = spot;
    let at = in_region(view, figure, region, side, chance)?;
    let id = MarkId::new(&format!("m{number}"))?;
    let mut mark = if chance.happens(250) {
        Mark::area(id, view, outline(view, at, side, chance))?
    } else {
        let mut mark = Mark::spot(id, view, at)?;
        if chance.happens(300) {
            mark.set_radius(u16::try_from(chance.between(40, 260)).ok().and_then(Radius::new));
        }
        mark
    };
    mark.by = Some(Author::Patient);
    if !spreads.is_empty() {
        let way = spreads.iter().filter_map(|region| in_region(view, figure, region, side, chance));
        let path: Vec<Point> = std::iter::once(at).chain(way.collect::<Vec<_>>()).collect();
        let mut radiation = Radiation::new(view, path)?;
        if chance.happens(500) {
            radiation.intensity = rating(chance.between(1, 7));
        }
        mark.add_radiation(radiation);
    }
    Some(mark)
}

/// What the patient says of a mark; each question is left out by some.
fn say(mark: &mut Mark, level: i32, recorded: &str, chance: &mut Chance) {
    let strong = (level + chance.between(-2, 2)).clamp(0, 10);
    if chance.happens(900) {
        mark.intensity = rating(strong);
        if chance.happens(500) {
            mark.worst_intensity = rating((strong + chance.between(0, 3)).min(10));
        }
    }
    let words = if mark.radiation().is_empty() { &LOCAL } else { &SPREADING };
    let mut qualities = Vec::new();
    for _ in 0..chance.below(4) {
        let quality = chance.weighed(words);
        if !qualities.contains(&quality) {
            qualities.push(quality);
        }
    }
    mark.qualities = Distinct::new(qualities).unwrap_or_default();
    if chance.happens(450) {
        mark.depth = Some(chance.weighed(&[(Depth::Deep, 6), (Depth::Superficial, 2), (Depth::Unsure, 2)]));
    }
    if chance.happens(550) {
        let count = 1 + chance.below(2) as usize;
        mark.provoked_by = Distinct::new(chance.some_of(Provocation::ALL, count)).unwrap_or_default();
    }
    if chance.happens(600) {
        mark.course = Some(chance.weighed(&[(Course::Intermittent, 6), (Course::Constant, 4)]));
    }
    if chance.happens(400) {
        mark.since = since(recorded, chance);
    }
    if chance.happens(120) {
        mark.set_note(Some(chance.one_of(&NOTES).to_owned()));
    }
}

fn rating(rating: i32) -> Option<Intensity> {
    u8::try_from(rating).ok().and_then(Intensity::new)
}
