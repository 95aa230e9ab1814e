//! The command as a whole process over ever more records.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::process::{Cost, median};
use crate::run::{output, run_quietly};

/// How many records, and how often: short runs are repeated, and the middle one counts.
const SIZES: [(u64, usize); 4] = [(1_000, 5), (10_000, 3), (100_000, 1), (1_000_000, 1)];
/// A quick run ends here.
pub(crate) const QUICK: u64 = 100_000;
/// The seed of the records.
const SEED: &str = "7";
/// How many records of a file are made again to see whether it is still the right one.
const HEAD: &str = "100";

/// Something that the command does with many records.
#[derive(Debug)]
pub(crate) struct Verb {
    /// What comes after `painmap`, before the file.
    pub(crate) words: &'static str,
    /// More records would only take longer.
    most: u64,
}

/// What is measured. Pictures are most of a bundle: with them, the small files have to do.
pub(crate) const VERBS: [Verb; 9] = [
    Verb { words: "check", most: u64::MAX },
    Verb { words: "describe", most: u64::MAX },
    Verb { words: "measure", most: u64::MAX },
    Verb { words: "aggregate", most: u64::MAX },
    Verb { words: "export --to csv", most: u64::MAX },
    Verb { words: "export --to ndjson", most: u64::MAX },
    Verb { words: "export --to parquet", most: u64::MAX },
    Verb {
        words: "export --to fhir-r4 --no-pictures --subject Patient/1 --performer Patient/1",
        most: u64::MAX,
    },
    Verb { words: "export --to fhir-r4 --subject Patient/1 --performer Patient/1", most: 10_000 },
];

/// What is measured on one record alone, with the file's name; the first does nothing, and shows what it costs
/// to start.
pub(crate) const ON_ONE: [&str; 4] = ["help", "check", "render", "describe"];
const ROUNDS_ON_ONE: usize = 31;

/// What a verb cost at each size.
#[derive(Debug)]
pub(crate) struct Measured {
    pub(crate) verb: &'static Verb,
    pub(crate) costs: Vec<(u64, Cost)>,
}

/// Measures every verb on every size up to the largest.
pub(crate) fn on_many(painmap: &Path, folder: &Path, largest: u64) -> Result<Vec<Measured>> {
    fs::create_dir_all(folder).context("no folder for the records")?;
    let mut measured: Vec<_> = VERBS.iter().map(|verb| Measured { verb, costs: Vec::new() }).collect();
    for (count, rounds) in SIZES.into_iter().filter(|(count, _)| *count <= largest) {
        let file = records(painmap, folder, count)?;
        for Measured { verb, costs } in measured.iter_mut().filter(|measured| count <= measured.verb.most) {
            println!("painmap {} on {count} records", verb.words);
            let words: Vec<&str> = verb.words.split(' ').chain([file.as_str()]).collect();
            costs.push((count, median(painmap, &words, folder, rounds)?));
        }
    }
    Ok(measured)
}

/// Measures what is done with one record.
pub(crate) fn on_one(painmap: &Path, record: &Path) -> Result<Vec<(&'static str, Cost)>> {
    let folder = record.parent().context("a record without a folder")?;
    let name = record.file_name().and_then(|name| name.to_str()).context("a record without a name")?;
    let cost = |words: &'static str| {
        let args = if words == "help" { vec![words] } else { vec![words, name] };
        Ok((words, median(painmap, &args, folder, ROUNDS_ON_ONE)?))
    };
    ON_ONE.into_iter().map(cost).collect()
}

/// The name of the file with so many made-up records, which is made where it is missing or begins otherwise
/// than this version would make it.
fn records(painmap: &Path, folder: &Path, count: u64) -> Result<String> {
    let name = format!("records-{count}.ndjson");
    let path = folder.join(&name);
    let generate = |count: &str| {
        let mut command = std::process::Command::new(painmap);
        command.args(["generate", "--seed", SEED, "--count", count]);
        command
    };
    let head = output(&mut generate(HEAD))?;
    if begins_with(&path, head.as_bytes()) {
        return Ok(name);
    }
    println!("making {count} records");
    // Half a file must not pass for a whole one.
    let unfinished = PathBuf::from(format!("{}.unfinished", path.display()));
    run_quietly(generate(&count.to_string()).arg("-o").arg(&unfinished))?;
    fs::rename(&unfinished, &path).context("cannot name the file of records")?;
    Ok(name)
}

fn begins_with(path: &Path, head: &[u8]) -> bool {
    let mut start = vec![0; head.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == head
}
