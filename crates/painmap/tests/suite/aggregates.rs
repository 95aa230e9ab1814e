//! Aggregates: golden files, and what holds for any number of records added up in any order.

use painmap::PainMap;
use painmap::anatomy::{Bounds, Crop, Point, View};
use painmap::measure::{Aggregate, Whose};
use painmap::record::{Intensity, Mark, MarkId, Radius};
use proptest::prelude::*;

use crate::generate;
use crate::golden::{assert_golden, examples};
use crate::measures::{spot, whole};

#[test]
fn all_examples_added_up() {
    let mut all = Aggregate::new(Whose::Patient);
    examples().iter().for_each(|(_, map)| all.add(map));
    assert_golden("measures/aggregate.json", &(all.to_json() + "\n"));
    assert_golden("measures/heat.svg", &(painmap::scene::heat_to_svg(&all).unwrap() + "\n"));
}

fn aggregate(maps: &[PainMap]) -> Aggregate {
    let mut all = Aggregate::new(Whose::Patient);
    maps.iter().for_each(|map| all.add(map));
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn parts_join_to_the_whole_to_the_byte(
        maps in prop::collection::vec(generate::map(), 0..6),
        cuts in (0..7_usize, 0..7_usize),
    ) {
        let whole = aggregate(&maps).to_json();
        let (a, b) = (cuts.0.min(cuts.1).min(maps.len()), cuts.0.max(cuts.1).min(maps.len()));
        let parts = [&maps[..a], &maps[a..b], &maps[b..]].map(aggregate);
        // Through JSON, as files travel, and in two orders.
        let [x, y, z] = parts.map(|part| Aggregate::from_json(&part.to_json()).unwrap());
        let joined = |order: [&Aggregate; 3]| {
            let mut all = order[0].clone();
            assert!(all.merge(order[1]) && all.merge(order[2]));
            all.to_json()
        };
        let mut last = y.clone();
        prop_assert!(last.merge(&z));
        let mut first = x.clone();
        prop_assert!(first.merge(&last));
        prop_assert_eq!(&joined([&x, &y, &z]), &whole);
        prop_assert_eq!(&joined([&z, &x, &y]), &whole);
        prop_assert_eq!(&first.to_json(), &whole);
    }

    #[test]
    fn a_frequency_map_counts_a_record_once_a_cell(map in generate::map()) {
        let all = aggregate(&[map.clone(), map]);
        for map in all.maps() {
            prop_assert_eq!(map.asked(), 2);
            prop_assert!(map.cells().all(|cell| cell.records == 2));
        }
        prop_assert!(all.sites().all(|(_, count)| count.records == 2));
    }
}

#[test]
fn a_frequency_map_says_where() {
    let mut map = whole(&spot("m1", "posterior", -600, 1790));
    let id = MarkId::new("m2").unwrap();
    let mut sized = Mark::spot(id, View::Posterior, Point::new(300, 4000)).unwrap();
    sized.intensity = Intensity::new(6);
    sized.set_radius(Radius::new(150));
    map.add(sized).unwrap();
    let all = aggregate(&[map]);
    let back = all.map(View::Posterior).unwrap();
    let cells: Vec<_> = back.cells().collect();
    assert_eq!(cells[0].bounds, Bounds::new(-600, 1700, -500, 1800));
    assert_eq!((cells[0].records, cells[0].mean_intensity), (1, None));
    // A disc of 150 about a corner of four cells touches four by four of them.
    assert_eq!(cells.len(), 1 + 16);
    assert!(cells[1..].iter().all(|cell| cell.mean_intensity.unwrap().get() == 600));
    assert_eq!((back.shown(Crop::Whole), back.shown(Crop::Neck)), (1, 0));
}

#[test]
fn an_aggregate_of_something_else_is_refused() {
    let good = aggregate(&[whole(&spot("m1", "posterior", -600, 1790))]).to_json();
    let table = [
        (good.replace("aggregate/1", "aggregate/2"), "at /format: must be painmap-aggregate/1"),
        (good.replace("\"cell\":100", "\"cell\":50"), "at /cell: must be 100"),
        (good.replace("\"atlas\":\"1.0\"", "\"atlas\":\"0.9\""), "at /atlas: must be 1.0"),
        (good.replace("suprascapular", "elsewhere"), "the atlas does not know the word \"elsewhere\""),
        (
            good.replace("[[19,17,", "[[50,17,"),
            "the atlas does not know the cell 50, 17 of the posterior view",
        ),
        (good.replace("[[19,17,", "[[19,18446744073709551615,"), "the atlas does not know the cell 19"),
        (good.replace("\"records\":1", "\"records\":-1"), "not an aggregate: invalid value: integer `-1`"),
        ("{}".to_owned(), "not an aggregate: missing field `format`"),
        (" ".repeat(4_000_001), "larger than 4000000 bytes"),
    ];
    for (text, reason) in table {
        assert_ne!(text, good, "{reason}");
        let error = Aggregate::from_json(&text).unwrap_err().to_string();
        assert!(error.starts_with(reason), "{error} is not {reason}");
    }
    // The largest sums do not overflow.
    let huge = good.replace("\"records\":1,", "\"records\":18446744073709551615,");
    let mut huge = Aggregate::from_json(&huge).unwrap();
    assert!(huge.merge(&Aggregate::from_json(&good).unwrap()));
    assert_eq!(huge.records(), u64::MAX);
    assert!(!huge.merge(&Aggregate::new(Whose::Clinician)));
}

/// They would be dropped in silence on writing, or give a mean beyond the scale.
#[test]
fn counts_that_no_records_add_up_to_are_refused() {
    let good = aggregate(&[whole(&spot("m1", "posterior", -600, 1790))]).to_json();
    let cell = "of the cell 19, 17 of the posterior view";
    let site = "of the suprascapular region, right";
    let table = [
        ("[[19,17,1,0,0]", "[[19,17,0,0,0]", cell),
        ("[[19,17,1,0,0]", "[[19,17,1,2,0]", cell),
        ("[[19,17,1,0,0]", "[[19,17,1,1,11]", cell),
        ("\"side\":\"right\",\"records\":1", "\"side\":\"right\",\"records\":0", site),
        ("\"marks\":1,\"rated\":0", "\"marks\":1,\"rated\":2", site),
        ("\"offBody\":0,\"rated\":0", "\"offBody\":0,\"rated\":2", "of all marks"),
    ];
    for (from, to, what) in table {
        let text = good.replace(from, to);
        assert_ne!(text, good, "{from}");
        let error = Aggregate::from_json(&text).unwrap_err().to_string();
        assert_eq!(error, format!("no records add up to the counts {what}"), "{to}");
    }
}

#[test]
fn a_record_is_added_to_the_largest_counts() {
    let record = whole(&spot("m1", "posterior", -600, 1790));
    let mut text = aggregate(std::slice::from_ref(&record)).to_json();
    for one in ["\"neutral\":1", "\"whole\":1", "\"asked\":1"] {
        assert!(text.contains(one), "{one}");
        text = text.replace(one, &one.replace('1', "18446744073709551615"));
    }
    let mut huge = Aggregate::from_json(&text).unwrap();
    huge.add(&record);
    let back = huge.map(View::Posterior).unwrap();
    assert_eq!((back.shown(Crop::Whole), back.asked()), (u64::MAX, u64::MAX));
    assert!(huge.to_json().contains("\"neutral\":18446744073709551615"));
}
