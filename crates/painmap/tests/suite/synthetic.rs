//! Synthetic records: valid, plausible, in the proportions that they claim, and the same for a seed.

use painmap::PainMap;
use painmap::anatomy::View;
use painmap::generate::{Cluster, Complaint, Generator};
use painmap::record::{Author, Laterality, Mark, Shape, Whereabouts};
use proptest::prelude::*;

use crate::golden::assert_golden;

/// How often something is among many records.
const MANY: u64 = 20_000;

const LOW_BACK: [&str; 5] =
    ["lumbar-spine", "lumbar-paraspinal-upper", "lumbar-paraspinal-lower", "sacrum", "sacroiliac"];
const BUTTOCK_AND_THIGH: [&str; 4] = ["upper-buttock", "lower-buttock", "posterior-thigh", "popliteal"];

/// Where a mark lies, and what matters of the rest.
struct Lying {
    view: View,
    side: Laterality,
    regions: Vec<&'static str>,
    height: i32,
    is_spot: bool,
    radiates: bool,
}

impl Lying {
    fn of(map: &PainMap, mark: &Mark) -> Self {
        let whereabouts = Whereabouts::of(mark, map.figure);
        Self {
            view: mark.view(),
            side: whereabouts.side,
            regions: whereabouts.regions.iter().map(|region| region.as_str()).collect(),
            height: mark.anchor().y,
            is_spot: matches!(mark.shape(), Shape::Spot { .. }),
            radiates: !mark.radiation().is_empty(),
        }
    }

    fn touches(&self, regions: &[&str]) -> bool {
        self.regions.iter().any(|region| regions.contains(region))
    }
}

/// Whether the record shows what its cluster claims.
fn shows(map: &PainMap, cluster: Cluster) -> bool {
    let marks: Vec<_> = map.marks().map(|mark| Lying::of(map, mark)).collect();
    let all = |is: fn(&Lying) -> bool| marks.iter().all(is);
    let any = |is: fn(&Lying) -> bool| marks.iter().any(is);
    let low_back = any(|mark| mark.touches(&LOW_BACK));
    let behind = all(|mark| mark.view == View::Posterior);
    let one_side = all(|mark| mark.side == Laterality::Left) || all(|mark| mark.side == Laterality::Right);
    let both_sides = any(|mark| mark.side == Laterality::Left) && any(|mark| mark.side == Laterality::Right);
    let above_waist = all(|mark| mark.height < 3500);
    match cluster {
        Cluster::LowBackLocal => behind && all(|mark| mark.touches(&LOW_BACK) && !mark.radiates),
        Cluster::LowBackRadiating => {
            behind && all(|mark| mark.touches(&LOW_BACK)) && any(|mark| mark.radiates)
        }
        Cluster::Radiating => {
            let off_the_back = all(|mark| !mark.is_spot || !mark.touches(&LOW_BACK));
            behind
                && one_side
                && off_the_back
                && all(|mark| mark.touches(&BUTTOCK_AND_THIGH))
                && marks[0].radiates
        }
        Cluster::LowBackWholeLeg => {
            low_back
                && one_side
                && ["posterior-thigh", "calf", "foot-dorsum"]
                    .iter()
                    .all(|leg| marks.iter().any(|mark| mark.touches(&[leg])))
        }
        Cluster::NeckBilateral => behind && both_sides && above_waist,
        Cluster::NeckUnilateral => behind && one_side && above_waist,
        Cluster::NeckUnilateralBothViews => !behind && one_side && above_waist,
        Cluster::LowBackWidespread | Cluster::NeckWidespread => {
            let from_top_to_toe = any(|mark| mark.height < 3000) && any(|mark| mark.height > 5000);
            let own = cluster == Cluster::NeckWidespread || low_back;
            marks.len() >= 7 && !behind && both_sides && from_top_to_toe && own
        }
    }
}

proptest! {
    #[test]
    fn a_record_is_valid_and_comes_back_to_the_byte(seed: u64, number: u64, clinician: bool) {
        let generator = Generator::new(seed).with_clinician(clinician);
        let map = generator.record(number);
        let text = map.to_json();
        let again = PainMap::from_json(&text)?;
        prop_assert_eq!(&again, &map);
        prop_assert_eq!(again.to_json(), text);
        if !clinician {
            map.check_by(Author::Patient)?;
        }
        prop_assert!(map.unknown.get("synthetic").is_some(), "it says that it is made up");
        for mark in map.marks() {
            let offered = map.shown().iter().any(|shown| shown.view == mark.view());
            prop_assert!(offered, "a mark on a view that was not offered");
            prop_assert!(!Whereabouts::of(mark, map.figure).regions.is_empty(), "off the body");
            if let (Some(now), Some(worst)) = (mark.intensity, mark.worst_intensity) {
                prop_assert!(now <= worst);
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_records_and_another_one_others(seed: u64, number: u64) {
        let (one, same) = (Generator::new(seed), Generator::new(seed));
        prop_assert_eq!(one.record(number).to_json(), same.record(number).to_json());
        let told = |seed: u64| -> Vec<String> {
            let generator = Generator::new(seed);
            // Without what names the seed.
            let plain = |number| {
                let mut map = generator.record(number);
                map.unknown = Default::default();
                map.to_json()
            };
            (1..20).map(plain).collect()
        };
        prop_assert_ne!(told(seed), told(seed.wrapping_add(1)));
    }
}

#[test]
fn the_proportions_are_those_that_are_quoted() {
    let generator = Generator::new(2024);
    let mut counts = vec![0_u32; Cluster::ALL.len()];
    let (mut no_pain, mut untouched) = (0, 0);
    for number in 1..=MANY {
        match generator.cluster(number) {
            Some(cluster) => counts[cluster as usize] += 1,
            None if generator.record(number).no_pain() => no_pain += 1,
            None => untouched += 1,
        }
    }
    assert!((500..700).contains(&no_pain) && (140..260).contains(&untouched), "{no_pain}, {untouched}");
    let all: u32 = counts.iter().sum();
    for complaint in Complaint::ALL {
        let own = |cluster: &&Cluster| cluster.complaint() == *complaint;
        let of_complaint: u32 =
            Cluster::ALL.iter().filter(own).map(|cluster| counts[*cluster as usize]).sum();
        // 15 465 and 5 658 of 21 123; one in a hundred of slack is three standard errors.
        let expected = if *complaint == Complaint::LowBack { 732 } else { 268 };
        assert!((of_complaint * 1000 / all).abs_diff(expected) <= 10, "{complaint}: {of_complaint} of {all}");
        for cluster in Cluster::ALL.iter().filter(own) {
            let share = counts[*cluster as usize] * 1000 / of_complaint;
            assert!(share.abs_diff(cluster.of_1000()) <= 20, "{cluster}: {share} of 1000");
        }
    }
}

#[test]
fn a_record_shows_what_its_cluster_claims() {
    let generator = Generator::new(5);
    let mut wrong = 0;
    let mut seen = 0;
    for number in 1..=2000 {
        let map = generator.record(number);
        match generator.cluster(number) {
            None => assert_eq!(map.marks().len(), 0),
            Some(cluster) => {
                seen += 1;
                if !shows(&map, cluster) {
                    wrong += 1;
                    eprintln!("{cluster}: {}", map.to_json());
                }
            }
        }
    }
    assert_eq!((wrong, seen > 1800), (0, true));
}

#[test]
fn every_question_is_answered_by_some_and_left_out_by_others() {
    let generator = Generator::new(3).with_clinician(true);
    let maps: Vec<_> = (1..=300).map(|number| generator.record(number)).collect();
    let marks: Vec<_> = maps.iter().flat_map(|map| map.marks()).collect();
    let both = |name: &str, has: fn(&Mark) -> bool| {
        let some = marks.iter().filter(|mark| has(mark)).count();
        assert!(some > 0 && some < marks.len(), "{name}: {some} of {}", marks.len());
    };
    both("intensity", |mark| mark.intensity.is_some());
    both("worst", |mark| mark.worst_intensity.is_some());
    both("qualities", |mark| !mark.qualities.is_empty());
    both("depth", |mark| mark.depth.is_some());
    both("provoked", |mark| !mark.provoked_by.is_empty());
    both("course", |mark| mark.course.is_some());
    both("since", |mark| mark.since.is_some());
    both("radiation", |mark| !mark.radiation().is_empty());
    both("note", |mark| mark.note().is_some());
    both("findings", |mark| mark.findings.is_some());
    both("clinician", |mark| mark.by == Some(Author::Clinician));
    both("radius", |mark| matches!(mark.shape(), Shape::Spot { radius: Some(_), .. }));
    both("area", |mark| matches!(mark.shape(), Shape::Area { .. }));
    both("anterior", |mark| mark.view() == View::Anterior);
    assert!(maps.iter().any(|map| map.history.is_some()));
}

#[test]
fn an_examiner_changes_nothing_that_the_patient_said() {
    for number in 1..200 {
        let (alone, examined) = (Generator::new(9), Generator::new(9).with_clinician(true));
        let (alone, mut examined) = (alone.record(number), examined.record(number));
        examined = PainMap::from_json(&examined.to_json()).unwrap();
        let own: Vec<_> = examined.marks().filter(|mark| mark.by == Some(Author::Patient)).cloned().collect();
        assert_eq!(own.len(), alone.marks().len());
        for (mut mark, before) in own.into_iter().zip(alone.marks()) {
            mark.findings = None;
            assert_eq!(mark, *before);
        }
    }
}

#[test]
fn the_bytes_are_pinned() {
    let lines = |generator: Generator| -> String {
        (1..=6).map(|number| generator.record(number).to_json() + "\n").collect()
    };
    assert_golden("synthetic/seed-7.ndjson", &lines(Generator::new(7)));
    assert_golden("synthetic/seed-7-clinician.ndjson", &lines(Generator::new(7).with_clinician(true)));
}
