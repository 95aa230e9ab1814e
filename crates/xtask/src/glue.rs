//! wasm-bindgen as a library: the module and the JavaScript that loads it.
//!
//! The library calls itself an internal one, so its version is pinned and only this file uses it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

/// A module and the script that loads it.
#[derive(Debug)]
pub(crate) struct Bound {
    pub(crate) module: PathBuf,
    pub(crate) loader: PathBuf,
}

/// Writes the module, its loader and the types of the loader into `folder`.
pub(crate) fn generate(linked: &Path, folder: &Path, name: &str) -> Result<Bound> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(linked)
        .web(true)?
        .typescript(true)
        // By default the loader would have no address of the module and need to be told.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The later files take the table of functions.
        .keep_lld_exports(true)
        .out_name(name);
    bindgen.generate(folder).context("wasm-bindgen failed")?;
    let loader = folder.join(format!("{name}.js"));
    leave_out_sync(&loader)?;
    leave_out_raw_types(folder, name)?;
    Ok(Bound { module: folder.join(format!("{name}_bg.wasm")), loader })
}

/// Nobody starts the module synchronously: without the export the minifier drops all of it.
fn leave_out_sync(loader: &Path) -> Result<()> {
    let text = fs::read_to_string(loader).with_context(|| format!("cannot read {}", loader.display()))?;
    let (from, to) = ("export { initSync, ", "export { ");
    ensure!(text.contains(from), "{} exports no initSync", loader.display());
    fs::write(loader, text.replace(from, to)).with_context(|| format!("cannot write {}", loader.display()))
}

/// What the module itself exports gets other names, and is the business of the loader and the later file.
fn leave_out_raw_types(folder: &Path, name: &str) -> Result<()> {
    let raw = folder.join(format!("{name}_bg.wasm.d.ts"));
    fs::remove_file(&raw).with_context(|| format!("cannot remove {}", raw.display()))?;
    let types = folder.join(format!("{name}.d.ts"));
    let text = fs::read_to_string(&types).with_context(|| format!("cannot read {}", types.display()))?;
    let start = text.find("export interface InitOutput {").context("no types of the exports")?;
    let (kept, rest) = text.split_at(start);
    let end = rest.find("/**\n * If `module_or_path`").context("no types of the loader")?;
    let exports = "export type InitOutput = WebAssembly.Exports;\n\n";
    let text = [kept, exports, rest.split_at(end).1].concat();
    fs::write(&types, text).with_context(|| format!("cannot write {}", types.display()))
}
