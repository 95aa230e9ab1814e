//! Bundles as files, for the validators of others (`cargo xtask test conformance`).

use std::path::Path;

use painmap::exchange::fhir::{Release, from_bundle, to_bundle};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::submission;
use crate::generate;
use crate::golden::examples;

/// How many records beside the examples, the same in each run.
const GENERATED: usize = 40;

#[test]
fn bundles_written_to_files_come_back() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fhir");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut records = examples();
    let mut runner = TestRunner::deterministic();
    for number in 1..=GENERATED {
        let map = generate::map().new_tree(&mut runner).unwrap().current();
        records.push((format!("generated-{number}"), map));
    }
    for (name, map) in records {
        for &release in Release::ALL {
            let path = folder.join(format!("{name}.{release}.json"));
            std::fs::write(&path, to_bundle(&map, &submission(), release).unwrap()).unwrap();
            let read = std::fs::read_to_string(&path).unwrap();
            assert_eq!(from_bundle(&read).unwrap().map, map, "{name}");
        }
    }
}
