//! Folders as input: the records in them, in an order that does not depend on the disk.

use std::io;
use std::path::{Path, PathBuf};

use painmap::describe::harmless;

use crate::status::Stop;

/// The endings of files that may hold records.
const ENDINGS: [&str; 3] = ["json", "ndjson", "jsonl"];

/// The files as named, and for a folder the files with records in it and in its folders, sorted. Links to
/// folders are not followed, so that there is no way round in a circle.
pub(crate) fn expanded(named: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut files = Vec::new();
    for path in named {
        // A hyphen is standard input, even beside a folder of that name.
        if path.as_path() != Path::new("-") && path.is_dir() {
            let before = files.len();
            add_folder(path, &mut files)?;
            if files.len() == before {
                let name = harmless(&path.to_string_lossy());
                return Err(Stop::WrongCall(format!(
                    "{name} holds no file that ends in .json, .ndjson or .jsonl"
                )));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn add_folder(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Stop> {
    let unreadable = |error: io::Error| {
        Stop::WrongCall(format!("cannot read {}: {error}", harmless(&folder.to_string_lossy())))
    };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        entries.push((entry.path(), entry.file_type().map_err(unreadable)?.is_dir()));
    }
    entries.sort();
    for (path, is_folder) in entries {
        if is_folder {
            add_folder(&path, files)?;
        } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known))
            && path.is_file()
        {
            files.push(path);
        }
    }
    Ok(())
}
