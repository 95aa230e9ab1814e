//! The files of the input, in their order: their names as they are told, and how much they hold.

use std::fs::{File, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use painmap::describe::harmless;

/// The files; `-` is standard input. Copies share them.
#[derive(Debug, Clone)]
pub(super) struct Files(Arc<[PathBuf]>);

impl Files {
    pub(super) fn new(files: Vec<PathBuf>) -> Self {
        Self(files.into())
    }

    pub(super) fn are_many(&self) -> bool {
        self.0.len() > 1
    }

    /// The file of this number, from 0: none in the second place for standard input.
    pub(super) fn get(&self, number: usize) -> Option<Option<&Path>> {
        self.0.get(number).map(|path| named(path))
    }

    /// How many bytes they hold, where all of them are files of a known size.
    pub(super) fn bytes(&self) -> Option<u64> {
        self.0.iter().map(|path| size(named(path))).sum()
    }
}

/// The file; none for standard input.
pub(super) fn named(path: &Path) -> Option<&Path> {
    (path != Path::new("-")).then_some(path)
}

/// The file's name, safe for a terminal.
pub(super) fn name(path: Option<&Path>) -> String {
    path.map_or("standard input".to_owned(), |path| harmless(&path.to_string_lossy()))
}

fn size(path: Option<&Path>) -> Option<u64> {
    let metadata = match path {
        Some(path) => std::fs::metadata(path).ok(),
        None => standard_input(),
    };
    metadata.filter(Metadata::is_file).map(|metadata| metadata.len())
}

/// What the system knows of standard input: a size where it is a file, as in `painmap check < FILE`.
#[cfg(unix)]
fn standard_input() -> Option<Metadata> {
    use std::os::fd::AsFd;
    let input = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    File::from(input).metadata().ok()
}

#[cfg(not(unix))]
fn standard_input() -> Option<Metadata> {
    None
}
