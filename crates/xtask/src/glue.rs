//! wasm-bindgen as a library: the module and the JavaScript that loads it.
//!
//! The library calls itself an internal one, so its version is pinned and only this file uses it.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The name of the generated module in the output folder.
pub(crate) const MODULE: &str = "pain_map_bg.wasm";

/// Writes the module, its loader and the types of both into `folder`.
pub(crate) fn generate(linked: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(linked)
        .web(true)?
        .typescript(true)
        // By default the loader would have no address of the module and need to be told.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .out_name("pain_map");
    bindgen.generate(folder).context("wasm-bindgen failed")
}
