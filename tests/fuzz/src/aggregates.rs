//! What many records add up to.

use painmap::PainMap;
use painmap::measure::{Aggregate, Whose};
use painmap::scene::heat_to_svg;

/// More lines say no more.
const MOST_LINES: usize = 4;

/// Each line is an aggregate or a record. What is read of an aggregate is written and read again to the same
/// bytes; parts join to the same bytes in any order, and all at once.
pub fn aggregates(bytes: &[u8]) {
    let text = crate::text(bytes);
    let mut parts: Vec<Aggregate> = Vec::new();
    let mut records = Vec::new();
    for line in text.lines().take(MOST_LINES) {
        match Aggregate::from_json(line) {
            Ok(aggregate) => parts.push(aggregate),
            Err(error) => {
                assert!(!error.to_string().is_empty(), "an error has something to say");
                records.extend(PainMap::from_json(line));
            }
        }
    }
    parts.iter().for_each(read_again);
    if let Some(part) = parts.first() {
        is_drawn(part);
    }
    for &whose in Whose::ALL {
        let mut parts: Vec<_> = parts.iter().filter(|part| part.whose() == whose).cloned().collect();
        for record in &records {
            parts.push(Aggregate::new(whose));
            // A record may come into any part.
            for part in &mut parts {
                part.add(record);
            }
        }
        join_in_any_order(whose, &parts);
    }
}

fn read_again(aggregate: &Aggregate) {
    let written = aggregate.to_json();
    match Aggregate::from_json(&written) {
        Ok(again) => {
            // Not with both in the message: they have thousands of cells.
            assert!(again == *aggregate, "what is written is read as an equal aggregate: {written}");
            assert_eq!(again.to_json(), written, "the same sums give the same bytes");
        }
        Err(error) => panic!("what is written can't be read: {error}"),
    }
}

fn is_drawn(aggregate: &Aggregate) {
    if let Ok(svg) = heat_to_svg(aggregate)
        && let Err(error) = roxmltree::Document::parse(&svg)
    {
        panic!("the heat map is no XML: {error}");
    }
}

fn join_in_any_order(whose: Whose, parts: &[Aggregate]) {
    let join = |parts: &mut dyn Iterator<Item = &Aggregate>| {
        let mut whole = Aggregate::new(whose);
        for part in parts {
            assert!(whole.merge(part), "parts of the same marks join");
        }
        whole
    };
    let whole = join(&mut parts.iter());
    read_again(&whole);
    assert_eq!(join(&mut parts.iter().rev()).to_json(), whole.to_json(), "the order does not matter");
    let (first, second) = parts.split_at(parts.len() / 2);
    let halves = [join(&mut first.iter()), join(&mut second.iter())];
    assert_eq!(join(&mut halves.iter()).to_json(), whole.to_json(), "joining parts of parts is the same");
}
