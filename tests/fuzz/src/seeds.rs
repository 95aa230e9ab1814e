//! Bytes to begin with: the golden files, and what can be made of them.

use std::fs;
use std::path::Path;

use painmap::PainMap;
use painmap::exchange::fhir::Release;
use painmap::generate::Generator;
use painmap::measure::{Aggregate, Whose};

use crate::bundles;

/// How many bytes a made-up walk has, and how many there are.
const WALK_BYTES: [usize; 6] = [20, 60, 120, 200, 300, 1_500];

/// Records: those of the examples as people and as painmap write them, two visits, and made-up ones.
pub(crate) fn records() -> Vec<Vec<u8>> {
    let mut records = [golden("records"), golden("canonical"), golden("visits")].concat();
    let examined = Generator::new(7).with_clinician(true);
    records.extend((1..=12).map(|number| examined.record(number).to_json().into_bytes()));
    records
}

/// Bundles of the examples, with and without the attached record.
pub(crate) fn bundles() -> Vec<Vec<u8>> {
    let mut bundles = Vec::new();
    for map in golden("records").iter().filter_map(|text| PainMap::from_json(&crate::text(text)).ok()) {
        for &release in Release::ALL {
            let bundle = bundles::written(&map, release);
            bundles.push(bundles::without_documents(&bundle).into_bytes());
            bundles.push(bundle.into_bytes());
        }
    }
    bundles
}

/// Lines of aggregates and of records.
pub(crate) fn sums() -> Vec<Vec<u8>> {
    let generator = Generator::new(7);
    let sum = |from: u64, whose| {
        let mut sum = Aggregate::new(whose);
        (from..from + 3).for_each(|number| sum.add(&generator.record(number)));
        sum.to_json()
    };
    let record = generator.record(9).to_json();
    let mut sums = golden("measures");
    sums.retain(|text| text.starts_with(b"{\"format\":\"painmap-aggregate/"));
    sums.push([sum(1, Whose::Patient), sum(4, Whose::Patient)].join("\n").into_bytes());
    sums.push([sum(20, Whose::Both), record.clone(), sum(23, Whose::Both)].join("\n").into_bytes());
    sums.push([record, generator.record(10).to_json()].join("\n").into_bytes());
    sums
}

/// The locale files.
pub(crate) fn locales() -> Vec<Vec<u8>> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/painmap/locales"))
}

/// Walks of the editor: bytes by chance, which mean something in any order.
pub(crate) fn walks() -> Vec<Vec<u8>> {
    let walk = |(seed, length): (u64, &usize)| {
        let mut chance = fastrand::Rng::with_seed(seed);
        (0..*length).map(|_| chance.u8(..)).collect()
    };
    (1..).zip(WALK_BYTES.iter().cycle().take(24)).map(walk).collect()
}

fn golden(folder: &str) -> Vec<Vec<u8>> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden").join(folder))
}

/// The JSON files of a folder, by name.
fn files(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<_> = match fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|entry| entry.path()).collect(),
        Err(error) => panic!("cannot read {}: {error}", folder.display()),
    };
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().filter_map(|path| fs::read(path).ok()).collect()
}
