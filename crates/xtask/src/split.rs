//! Cuts the linked module: what the first paint needs, and what is loaded later.
//!
//! It stays one program: the later files use the functions, the memory and the data of the first, so nothing
//! is shipped twice. It is cut at the functions with the attribute `wasm_split`; what one of them alone reaches
//! goes into its file, and what several reach into a shared one. The library is that of cargo-leptos.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use crate::panics;

/// The files of the program, before wasm-bindgen.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) first: PathBuf,
    /// What is loaded later, by its name; what several share is called [`SHARED`].
    pub(crate) later: BTreeMap<String, PathBuf>,
}

/// The name of what several later files use: it is loaded before them.
pub(crate) const SHARED: &str = "shared";

/// Lets the panics of a module trap that was linked with its relocations, and cuts it.
pub(crate) fn split(linked: &Path, folder: &Path) -> Result<Parts> {
    let bytes = fs::read(linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let bytes = panics::trap(&bytes)?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let first = folder.join("first.wasm");
    let mut options = Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &first;
    let made = transform(options).map_err(|error| anyhow!("the module can't be split: {error:#}"))?;
    let mut later = BTreeMap::new();
    for file in made.split_modules {
        let stem = file.file_stem().context("a part without a name")?.to_string_lossy();
        let name = stem.strip_prefix("split_").unwrap_or(SHARED).to_owned();
        ensure!(later.insert(name, file).is_none(), "more than one part is shared");
    }
    Ok(Parts { first, later })
}
