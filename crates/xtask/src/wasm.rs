//! Compiles painmap-wasm, and makes sure that what comes of it tells nothing about the machine.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{Project, cargo_home};
use crate::run::{cargo, run};

pub(crate) const PACKAGE: &str = "painmap-wasm";
/// Shorter names ("/") would be found everywhere.
const SHORTEST_NAME: usize = 3;

/// What pages load is compiled for.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Returns the linked module, before it is cut.
pub(crate) fn compile(project: &Project) -> Result<PathBuf> {
    // A folder of its own, since the flags differ from those of other builds.
    let folder = project.target.join("pages");
    run(cargo()
        .current_dir(&project.root)
        .args(["build", "--package", PACKAGE, "--target", TARGET, "--profile", "wasm", "--target-dir"])
        .arg(&folder)
        .env("CARGO_ENCODED_RUSTFLAGS", rust_flags(project)))?;
    let module = folder.join(TARGET).join("wasm").join("painmap_wasm.wasm");
    if !module.exists() {
        bail!("{PACKAGE} made no module: is its library a cdylib?");
    }
    Ok(module)
}

/// The caller's own flags, then what cutting needs, and new names for the folders that panic
/// messages would name.
fn rust_flags(project: &Project) -> String {
    let mut flags = match (env::var("CARGO_ENCODED_RUSTFLAGS"), env::var("RUSTFLAGS")) {
        (Ok(encoded), _) => encoded.split('\x1f').map(String::from).collect(),
        (_, Ok(plain)) => plain.split_whitespace().map(String::from).collect(),
        _ => Vec::new(),
    };
    flags.retain(|flag| !flag.is_empty());
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    for (folder, name) in renamed_folders(project) {
        flags.push(format!("--remap-path-prefix={}={name}", folder.display()));
    }
    flags.join("\x1f")
}

/// The compiler takes the last one that fits, so the narrower come later.
fn renamed_folders(project: &Project) -> Vec<(PathBuf, &'static str)> {
    let mut folders = vec![(project.root.clone(), "painmap")];
    if let Some(home) = cargo_home() {
        // Below this stands one folder for each registry, named after its address.
        let registries = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
        let mut registries: Vec<_> = registries.map(|registry| (registry.path(), "crates")).collect();
        registries.sort();
        folders.push((home, "cargo"));
        folders.append(&mut registries);
    }
    folders
}

/// Fails when the bytes hold the name of the home folder, of Cargo's, or of the checkout.
pub(crate) fn check_no_machine_paths(project: &Project, module: &Path) -> Result<()> {
    let bytes = fs::read(module).with_context(|| format!("cannot read {}", module.display()))?;
    let folders = [env::home_dir(), cargo_home(), Some(project.root.clone()), Some(project.target.clone())];
    for folder in folders.into_iter().flatten() {
        let name = folder.to_string_lossy();
        let name = name.trim_end_matches('/');
        if name.len() < SHORTEST_NAME {
            continue;
        }
        let needle = format!("{name}/");
        if bytes.windows(needle.len()).any(|window| window == needle.as_bytes()) {
            bail!("the module holds the path {needle}…: extend --remap-path-prefix in wasm.rs");
        }
    }
    Ok(())
}
