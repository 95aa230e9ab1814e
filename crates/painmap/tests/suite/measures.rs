//! Measures and comparisons: golden files, and what holds for every record.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, Side, View};
use painmap::edit::{Command, Editor};
use painmap::measure::{Answer, Change, Comparison, Extent, Measures, Site, Whose};
use painmap::record::{Author, Mark, MarkId, Shape};
use proptest::prelude::*;

use crate::generate;
use crate::golden::{assert_golden, examples, folder};

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[test]
fn records_measured() {
    for (name, map) in examples() {
        assert_golden(&format!("measures/records/{name}.json"), &pretty(&Measures::of(&map, Whose::Patient)));
    }
}

#[test]
fn two_records_compared() {
    let map = |name: &str| {
        let text = std::fs::read_to_string(folder().join(format!("visits/{name}.json"))).unwrap();
        PainMap::from_json(&text).unwrap()
    };
    let comparison = Comparison::of(&map("earlier"), &map("later"), Whose::Patient);
    assert_golden("measures/comparison.json", &pretty(&comparison));
}

/// A record with these marks, of which the front and the back were shown whole.
pub(crate) fn whole(marks: &str) -> PainMap {
    let shown = r#"[{"view":"posterior","crop":"whole"},{"view":"anterior","crop":"whole"}]"#;
    PainMap::from_json(&format!(r#"{{"format":"painmap/1","shown":{shown},"marks":[{marks}]}}"#)).unwrap()
}

/// A spot with nothing else said, as JSON.
pub(crate) fn spot(id: &str, view: &str, x: i32, y: i32) -> String {
    format!(r#"{{"id":"{id}","kind":"spot","view":"{view}","at":[{x},{y}]}}"#)
}

#[test]
fn the_widespread_pain_index_counts_sites_and_regions() {
    let marks = [
        spot("jaw", "anterior", 230, 1100),
        spot("neck", "posterior", 0, 1300),
        spot("left-shoulder", "posterior", 600, 1790),
        spot("again", "posterior", 620, 1800),
        spot("right-hip", "posterior", -500, 4800),
    ];
    let measures = Measures::of(&whole(&marks.join(",")), Whose::Patient);
    let found = measures.widespread.unwrap();
    let sites: Vec<_> = found.sites.iter().map(|site| (site.zone.as_str(), site.side)).collect();
    let expected = [
        ("wpi-jaw", Some(Side::Left)),
        ("wpi-shoulder-girdle", Some(Side::Left)),
        ("wpi-hip", Some(Side::Right)),
        ("wpi-neck", None),
    ];
    assert_eq!(sites, expected);
    // The jaw counts to the index and to no region.
    assert_eq!((found.index, found.regions), (4, 3));
}

#[test]
fn all_nineteen_sites_can_be_reached() {
    let chart = |view| painmap::anatomy::Chart::of(view, Figure::Neutral).unwrap();
    let mut map = whole("");
    for view in [View::Posterior, View::Anterior] {
        for (index, patch) in chart(view).patches().iter().enumerate() {
            let id = MarkId::new(&format!("{view}-{index}")).unwrap();
            map.add(Mark::spot(id, view, patch.label()).unwrap()).unwrap();
        }
    }
    let found = Measures::of(&map, Whose::Patient).widespread.unwrap();
    assert_eq!((found.index, found.regions), (19, 5));
}

#[test]
fn the_widespread_pain_index_needs_the_whole_body() {
    let marked = spot("m1", "posterior", 0, 1300);
    let measures = |shown: &str| {
        let text = format!(r#"{{"format":"painmap/1","shown":[{shown}],"marks":[{marked}]}}"#);
        Measures::of(&PainMap::from_json(&text).unwrap(), Whose::Patient)
    };
    let (back, front) = (r#"{"view":"posterior","crop":"whole"}"#, r#"{"view":"anterior","crop":"whole"}"#);
    assert!(measures(&format!("{back},{front}")).widespread.is_some());
    assert!(measures(back).widespread.is_none());
    assert!(measures(&format!("{},{front}", back.replace("whole", "back"))).widespread.is_none());
    assert!(measures("").widespread.is_none());
    // No pain is an index of 0; no answer is none.
    let text = format!(r#"{{"format":"painmap/1","shown":[{back},{front}],"noPain":true}}"#);
    let none = Measures::of(&PainMap::from_json(&text).unwrap(), Whose::Patient);
    assert_eq!(none.widespread.unwrap().index, 0);
    assert_eq!(none.front_and_back.unwrap().percent().get(), 0);
    let untouched = Measures::of(&whole(""), Whose::Patient);
    assert!(untouched.widespread.is_none() && untouched.extents.iter().all(|view| view.extent.is_none()));
    assert_eq!(untouched.answer, Answer::Nothing);
}

#[test]
fn what_was_not_sized_has_no_extent_and_overlaps_count_once() {
    let bare = whole(&spot("m1", "posterior", 0, 3000));
    let measures = Measures::of(&bare, Whose::Patient);
    assert_eq!(measures.extents[0].extent, None);
    // The front was shown and nothing is marked there.
    assert_eq!(measures.extents[1].extent.unwrap().percent().get(), 0);
    assert_eq!(measures.front_and_back, None);
    let square = |id: &str, x: i32, rating: u8| {
        let corners = [(x, 2000), (x + 200, 2000), (x + 200, 2200), (x, 2200)];
        let corners: Vec<String> = corners.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
        format!(
            r#"{{"id":"{id}","kind":"area","view":"posterior","outline":[{}],"intensity":{rating}}}"#,
            corners.join(",")
        )
    };
    let both = whole(&[square("m1", 0, 2), square("m2", 100, 8)].join(","));
    let extent = Measures::of(&both, Whose::Patient).extents[0].extent.unwrap();
    assert_eq!(extent.area(), 300 * 200);
    // The higher rating holds where both are: a third at 2 and two thirds at 8.
    assert_eq!(extent.weighted_intensity().unwrap().to_string(), "6.00");
    // Beside the body nothing counts.
    let beside = whole(&square("m1", 2300, 5));
    assert_eq!(Measures::of(&beside, Whose::Patient).extents[0].extent.unwrap().area(), 0);
}

#[test]
fn the_two_hands_are_measured_apart() {
    let by = |id: &str, who: &str| {
        spot(id, "posterior", -600, 1790).replacen('{', &format!("{{\"by\":\"{who}\","), 1)
    };
    let map = whole(&[by("p", "patient"), by("c", "clinician")].join(","));
    for (whose, marks, left_out) in [(Whose::Patient, 1, 1), (Whose::Clinician, 1, 1), (Whose::Both, 2, 0)] {
        let measures = Measures::of(&map, whose);
        assert_eq!((measures.marks, measures.left_out), (marks, left_out), "{whose}");
    }
    let only = whole(&by("c", "clinician"));
    assert_eq!(Measures::of(&only, Whose::Patient).answer, Answer::Nothing);
}

#[test]
fn a_change_of_one_point_is_noise_and_one_of_two_is_told() {
    let rated = |rating: u8| {
        whole(&spot("m1", "posterior", 0, 3000).replacen('{', &format!("{{\"intensity\":{rating},"), 1))
    };
    let table = [
        (5, 5, Change::Same, None),
        (5, 6, Change::Stronger, Some(true)),
        (5, 7, Change::Stronger, Some(false)),
        (5, 4, Change::Weaker, Some(true)),
        (5, 3, Change::Weaker, Some(false)),
    ];
    for (before, after, change, within_noise) in table {
        let pair = Comparison::of(&rated(before), &rated(after), Whose::Patient).pairs.remove(0);
        assert_eq!((pair.change, pair.within_noise), (Some(change), within_noise), "{before} to {after}");
        assert_eq!(pair.by, Some(after.cast_signed() - before.cast_signed()));
    }
}

#[test]
fn a_new_mark_says_whether_its_place_was_shown_before() {
    let bare = |shown: &str, marks: &str| {
        let text = format!(r#"{{"format":"painmap/1","shown":[{shown}],"marks":[{marks}]}}"#);
        PainMap::from_json(&text).unwrap()
    };
    let leg = spot("m1", "posterior", 500, 8000);
    let after = bare(r#"{"view":"posterior","crop":"whole"}"#, &leg);
    let before = |shown: &str| {
        let neck = spot("m1", "posterior", 0, 1300);
        Comparison::of(&bare(shown, &neck), &after, Whose::Patient).new.remove(0).other_showed_it
    };
    assert_eq!(before(r#"{"view":"posterior","crop":"back"}"#), Some(false));
    assert_eq!(before(r#"{"view":"anterior","crop":"whole"}"#), Some(false));
    assert_eq!(before(r#"{"view":"posterior","crop":"whole"}"#), Some(true));
    assert_eq!(before(""), None);
}

#[test]
fn a_mark_keeps_its_place_on_another_figure() {
    let neutral = painmap::anatomy::Chart::of(View::Posterior, Figure::Neutral).unwrap();
    let at = Point::new(-1100, 4300);
    let there = neutral.carry(at, Figure::Masculine).unwrap();
    assert!(at.distance_squared(there) > 30 * 30, "the figures differ here: {there:?}");
    let record = |figure: Figure, at: Point| {
        let mark = spot("m1", "posterior", at.x, at.y).replacen('{', "{\"radius\":200,", 1);
        PainMap::from_json(&format!(r#"{{"format":"painmap/1","figure":"{figure}","marks":[{mark}]}}"#))
            .unwrap()
    };
    let comparison =
        Comparison::of(&record(Figure::Neutral, at), &record(Figure::Masculine, there), Whose::Patient);
    assert!(comparison.carried);
    assert_eq!(comparison.pairs[0].distance, 0);
    assert_eq!(comparison.views[0].areas.overlap.jaccard().unwrap().get(), 100);
}

/// The record as it would be of a person who hurts on the other side.
fn mirrored(map: &PainMap) -> PainMap {
    let mut other = PainMap::new(map.figure);
    let view = |view| match view {
        View::Left => View::Right,
        View::Right => View::Left,
        view => view,
    };
    for shown in map.shown() {
        other.offer(view(shown.view), shown.crop);
    }
    for mark in map.marks() {
        let go = |point: Point| if mark.view().side().is_some() { point } else { point.mirrored() };
        let id = mark.id().clone();
        let mut copy = match mark.shape() {
            Shape::Spot { at, radius } => {
                let mut copy = Mark::spot(id, view(mark.view()), go(*at)).unwrap();
                copy.set_radius(*radius);
                copy
            }
            Shape::Area { outline } => {
                let outline = outline.points().iter().map(|&point| go(point)).collect();
                Mark::area(id, view(mark.view()), outline).unwrap()
            }
        };
        copy.by = mark.by;
        copy.intensity = mark.intensity;
        copy.worst_intensity = mark.worst_intensity;
        other.add(copy).unwrap();
    }
    if map.no_pain() {
        let mut editor = Editor::new(other, Author::Patient);
        editor.apply(Command::SetNoPain(true)).unwrap();
        return editor.map().clone();
    }
    other
}

fn opposite(sites: &[Site]) -> Vec<Site> {
    let mut sites: Vec<Site> =
        sites.iter().map(|site| Site { side: site.side.opposite(), ..*site }).collect();
    sites.sort_unstable();
    sites
}

fn is_percentage(extent: &Extent) -> bool {
    (0..=10_000).contains(&extent.percent().get()) && extent.area() <= extent.body_area()
}

/// The extent of the posterior view, 0 where it has none.
fn area(map: &PainMap) -> u64 {
    let measures = Measures::of(map, Whose::Both);
    let back = measures.extents.iter().find(|extent| extent.view == View::Posterior);
    back.and_then(|view| view.extent).map_or(0, |extent| extent.area())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn extents_are_shares_of_the_body(map in generate::map()) {
        let measures = Measures::of(&map, Whose::Both);
        for extent in measures.extents.iter().filter_map(|view| view.extent).chain(measures.front_and_back) {
            prop_assert!(is_percentage(&extent), "{extent:?}");
            if let Some(mean) = extent.weighted_intensity() {
                prop_assert!((0..=1000).contains(&mean.get()));
            }
        }
        if let Some(mean) = measures.intensity.mean {
            prop_assert!(mean.get() <= 100 * i64::from(measures.intensity.worst.unwrap().get()));
        }
    }

    #[test]
    fn a_union_is_never_more_than_its_parts_nor_less_than_any(map in generate::map()) {
        let mut sum = 0;
        let mut most = 0;
        for mark in map.marks().filter(|mark| mark.view() == View::Posterior) {
            let mut alone = PainMap::new(map.figure);
            alone.add(mark.clone()).unwrap();
            sum += area(&alone);
            most = most.max(area(&alone));
        }
        prop_assert!((most..=sum).contains(&area(&map)), "{} of {most} to {sum}", area(&map));
    }

    #[test]
    fn a_record_compared_with_itself_is_unchanged(map in generate::map()) {
        let comparison = Comparison::of(&map, &map, Whose::Both);
        prop_assert!(comparison.is_unchanged(), "{comparison:?}");
        prop_assert!(comparison.pairs.iter().all(|pair| pair.earlier == pair.later));
        for view in &comparison.views {
            prop_assert_eq!(view.areas.change.get(), 0);
            prop_assert!(view.areas.overlap.jaccard().is_none_or(|jaccard| jaccard.get() == 100));
            prop_assert!(view.areas.overlap.dice().is_none_or(|dice| dice.get() == 100));
        }
    }

    #[test]
    fn overlap_is_the_same_both_ways(a in generate::map(), b in generate::map()) {
        let mut b = b;
        b.figure = a.figure;
        let there = Comparison::of(&a, &b, Whose::Both);
        let back = Comparison::of(&b, &a, Whose::Both);
        prop_assert_eq!(there.pairs.len(), back.pairs.len());
        prop_assert_eq!((there.new.len(), there.gone.len()), (back.gone.len(), back.new.len()));
        prop_assert_eq!(there.views.len(), back.views.len());
        for (there, back) in there.views.iter().zip(&back.views) {
            let (there, back) = (there.areas, back.areas);
            prop_assert_eq!(there.overlap.jaccard(), back.overlap.jaccard());
            prop_assert_eq!(there.overlap.dice(), back.overlap.dice());
            prop_assert_eq!(there.change.get(), -back.change.get());
            if let (Some(jaccard), Some(dice)) = (there.overlap.jaccard(), there.overlap.dice()) {
                prop_assert!((0..=100).contains(&jaccard.get()) && dice >= jaccard && dice.get() <= 100);
            }
        }
    }

    #[test]
    fn the_other_side_measures_alike(map in generate::map()) {
        let own = Measures::of(&map, Whose::Both);
        let other = Measures::of(&mirrored(&map), Whose::Both);
        prop_assert_eq!(&opposite(&own.sites), &other.sites);
        prop_assert_eq!(&own.intensity, &other.intensity);
        prop_assert_eq!(own.front_and_back, other.front_and_back);
        let zones = |measures: &Measures| {
            let mut zones: Vec<_> = measures.zones.iter().map(|zone| zone.zone).collect();
            zones.dedup();
            zones
        };
        prop_assert_eq!(zones(&own), zones(&other));
    }

    #[test]
    fn every_mark_is_paired_new_or_gone(a in generate::map(), b in generate::map()) {
        let comparison = Comparison::of(&a, &b, Whose::Both);
        prop_assert_eq!(comparison.pairs.len() + comparison.gone.len(), a.marks().len());
        prop_assert_eq!(comparison.pairs.len() + comparison.new.len(), b.marks().len());
        prop_assert!(comparison.pairs.iter().all(|pair| (0..=300).contains(&pair.distance)));
        let mut earlier: Vec<_> = comparison.pairs.iter().map(|pair| pair.earlier.as_str()).collect();
        earlier.sort_unstable();
        earlier.dedup();
        prop_assert_eq!(earlier.len(), comparison.pairs.len());
    }
}
