//! wasm-bindgen as a library: the module and the JavaScript that loads it.
//!
//! The library calls itself an internal one, so its version is pinned and only this file uses it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// Writes the module, its loader and the types of both into `folder`, and returns the module's path.
pub(crate) fn generate(linked: &Path, folder: &Path, name: &str) -> Result<PathBuf> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(linked)
        .web(true)?
        .typescript(true)
        // By default the loader would have no address of the module and need to be told.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name(name);
    bindgen.generate(folder).context("wasm-bindgen failed")?;
    Ok(folder.join(format!("{name}_bg.wasm")))
}
