//! wasm-bindgen as a library: the module and the JavaScript that loads it.
//!
//! The library calls itself an internal one, so its version is pinned and only this file uses it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
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
    leave_out_sync(folder, name)?;
    Ok(folder.join(format!("{name}_bg.wasm")))
}

/// Nobody starts the module synchronously: without the export the minifier drops all of it.
fn leave_out_sync(folder: &Path, name: &str) -> Result<()> {
    let loader = folder.join(format!("{name}.js"));
    let text = fs::read_to_string(&loader).with_context(|| format!("cannot read {}", loader.display()))?;
    let (from, to) = ("export { initSync, ", "export { ");
    ensure!(text.contains(from), "{} exports no initSync", loader.display());
    fs::write(&loader, text.replace(from, to))?;

    let types = folder.join(format!("{name}.d.ts"));
    let text = fs::read_to_string(&types).with_context(|| format!("cannot read {}", types.display()))?;
    let start = text.find("export type SyncInitInput").context("no types of initSync")?;
    let (kept, rest) = text.split_at(start);
    let end = rest.find("/**\n * If `module_or_path`").context("no types of the loader")?;
    let text = [kept, rest.split_at(end).1].concat();
    fs::write(&types, text).with_context(|| format!("cannot write {}", types.display()))
}
