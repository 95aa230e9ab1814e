//! Every target on its seeds, on mutations of them, and on arbitrary bytes. `PROPTEST_CASES` says how many.

use painmap_fuzz::{TARGETS, Target, mutated};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestCaseResult;

fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).expect("a known target")
}

/// One of the seeds with these mutations, one after the other.
fn on_a_seed(target: &Target, seed: Index, mutations: &[u64]) -> TestCaseResult {
    let mut bytes = seed.get(&(target.seeds)()).clone();
    for mutation in mutations {
        bytes = mutated(&bytes, *mutation);
    }
    (target.run)(&bytes);
    Ok(())
}

/// A quarter of the usual cases: each reads and writes a good deal. Failures are told in full; a file of them
/// would hold nothing but numbers.
fn cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.div_ceil(4), failure_persistence: None, ..usual }
}

macro_rules! targets {
    ($($name:ident)+) => {
        proptest! {
            #![proptest_config(cases())]
            $(
                #[test]
                fn $name(
                    seed in any::<Index>(),
                    mutations in prop::collection::vec(any::<u64>(), 0..6),
                    bytes in prop::collection::vec(any::<u8>(), 0..200),
                ) {
                    let target = target(stringify!($name));
                    on_a_seed(target, seed, &mutations)?;
                    (target.run)(&bytes);
                }
            )+
        }

        #[test]
        fn every_target_is_run() {
            let names = [$(stringify!($name)),+];
            assert_eq!(TARGETS.map(|target| target.name).as_slice(), names);
        }
    };
}

targets! { reading using importing aggregates locales editing }

#[test]
fn every_seed_holds_as_it_is() {
    for target in &TARGETS {
        let seeds = (target.seeds)();
        assert!(seeds.len() > 3, "{} has few seeds", target.name);
        seeds.iter().for_each(|seed| (target.run)(seed));
    }
}

#[test]
fn libfuzzer_has_a_file_for_every_target() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("cargo-fuzz");
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    for Target { name, .. } in TARGETS {
        let path = format!("fuzz_targets/{name}.rs");
        let text = std::fs::read_to_string(folder.join(&path)).expect("a file for each target");
        assert!(text.contains(&format!("painmap_fuzz::{name}(")), "{path} calls the target");
        assert!(manifest.contains(&format!("path = \"{path}\"")), "the manifest lists {path}");
    }
}
