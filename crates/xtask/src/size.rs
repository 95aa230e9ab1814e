//! `cargo xtask size`: what the shipped files weigh, against the budgets.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use glob::{MatchOptions, Pattern};

use crate::budgets::{BUDGETS, Budget, LANGUAGES, NOT_LOADED, OTHER_DOOR};
use crate::build::files;
use crate::project::Project;

/// The ending of a file's compressed twin, which servers send in its place.
const COMPRESSED: &str = "br";

/// One shipped file and its three sizes in bytes.
#[derive(Debug)]
struct Weight {
    file: PathBuf,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table and fails when a total passes its budget.
pub(crate) fn run(project: &Project) -> Result<()> {
    let dist = project.dist();
    if !dist.is_dir() {
        bail!("www/dist is missing: build it with `cargo xtask build`");
    }
    let weights = weigh(&dist)?;
    println!("{:>9} {:>9} {:>9}", "raw", "gzip -9", "brotli 11");
    for Weight { file, raw, gzip, brotli } in &weights {
        println!("{raw:>9} {gzip:>9} {brotli:>9}  {}", file.display());
    }
    let mut passed = Vec::new();
    for budget in &BUDGETS {
        let total = total(budget, &weights)?;
        println!("{:>9} {:>9} {total:>9}  {}: at most {}", "", "", budget.what, budget.bytes);
        if total > budget.bytes {
            passed.push(format!("{} is {} bytes over its budget", budget.what, total - budget.bytes));
        }
    }
    if passed.is_empty() { Ok(()) } else { bail!("{}", passed.join("; ")) }
}

/// Writes the compressed twin of every file that pages load.
pub(crate) fn compress(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        if matches_any(NOT_LOADED, &file)? {
            continue;
        }
        let path = folder.join(&file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let twin = twin(&path);
        fs::write(&twin, brotli(&bytes)?).with_context(|| format!("cannot write {}", twin.display()))?;
    }
    Ok(())
}

/// Whether the file is the compressed twin of another.
pub(crate) fn is_compressed(file: &Path) -> bool {
    file.extension() == Some(OsStr::new(COMPRESSED))
}

fn twin(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(COMPRESSED);
    name.into()
}

fn weigh(dist: &Path) -> Result<Vec<Weight>> {
    let mut weights = Vec::new();
    for file in files(dist)? {
        if is_compressed(&file) || matches_any(NOT_LOADED, &file)? {
            continue;
        }
        let path = dist.join(&file);
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let brotli = fs::read(twin(&path)).with_context(|| format!("no twin of {}", path.display()))?.len();
        weights.push(Weight { file, raw: bytes.len(), gzip: gzip(&bytes)?, brotli });
    }
    Ok(weights)
}

fn total(budget: &Budget, weights: &[Weight]) -> Result<usize> {
    let mut sum = 0;
    for weight in weights {
        if matches_any(budget.files, &weight.file)?
            && !matches_any(LANGUAGES, &weight.file)?
            && !matches_any(OTHER_DOOR, &weight.file)?
        {
            sum += weight.brotli;
        }
    }
    Ok(sum)
}

/// Whether a path is one of these; `*` stops at a slash.
pub(crate) fn matches_any(patterns: &[&str], file: &Path) -> Result<bool> {
    let options = MatchOptions { require_literal_separator: true, ..MatchOptions::new() };
    for pattern in patterns {
        let pattern = Pattern::new(pattern).with_context(|| format!("bad pattern {pattern}"))?;
        if pattern.matches_path_with(file, options) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let params = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &params)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_tell_the_waves_apart() {
        let check = |patterns: &[&str], file: &str| matches_any(patterns, Path::new(file)).unwrap();
        let [first, views, all] = BUDGETS.map(|budget| budget.files);
        assert!(check(first, "pain-map.js"), "a file at the top is loaded first");
        assert!(!check(first, "views/lateral-neutral.atlas"), "a file in a folder is not");
        assert!(check(views, "views/lateral-neutral.atlas"), "but belongs to the views");
        assert!(check(views, "parts/asking.wasm") && !check(views, "parts/clinic.wasm"));
        assert!(check(all, "parts/clinic.wasm"), "and every file to the whole");
        assert!(check(LANGUAGES, "locales/de.js"), "languages are counted apart");
        assert!(check(NOT_LOADED, "pain_map.d.ts"), "types are not loaded");
    }

    #[test]
    fn compressed_bytes_come_back() {
        let text = b"where does it hurt ".repeat(50);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut brotli(&text).unwrap().as_slice(), &mut back).unwrap();
        assert_eq!(back, text);
    }
}
