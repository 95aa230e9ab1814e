//! Folders: a folder stands for the record files in it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::status::Stop;

/// What a file of records is named in a folder.
const EXTENSIONS: [&str; 3] = ["json", "ndjson", "jsonl"];

/// The files, and in the place of each folder the record files in it, sorted by name.
pub(super) fn opened(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    for path in paths {
        // A hyphen is standard input, even beside a folder of that name.
        if path.as_path() == Path::new("-") || !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let inside = records_in(path)?;
        if inside.is_empty() {
            let name = path.display();
            return Err(Stop::WrongCall(format!("{name} has no file *.json, *.ndjson or *.jsonl in it")));
        }
        files.extend(inside);
    }
    Ok(files)
}

/// The record files of a folder, without those of folders in it.
fn records_in(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unreadable = |error| Stop::WrongCall(format!("cannot read {}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if extension.is_some_and(|extension| EXTENSIONS.contains(&extension)) && !path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
