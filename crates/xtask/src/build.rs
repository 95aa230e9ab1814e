//! `cargo xtask build`: everything that pages load, made anew in www/dist.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{glue, install, locales, names, optimise, scripts, size, split, wasm};

/// The name of the module of the first paint, and of its loader.
const FIRST: &str = "pain_map";
/// Where the files of the program go that are loaded later.
const LATER: &str = "parts";

/// Builds into a scratch folder first, so that a failure leaves the last good build in place.
pub(crate) fn run(project: &Project) -> Result<()> {
    install::wasm_target()?;
    install::npm_packages(&project.tools())?;
    let stage = project.scratch().join("dist");
    if stage.exists() {
        fs::remove_dir_all(&stage).with_context(|| format!("cannot empty {}", stage.display()))?;
    }
    fs::create_dir_all(&stage).with_context(|| format!("cannot make {}", stage.display()))?;

    ship_modules(project, &stage)?;
    locales::ship(project, &stage)?;
    scripts::ship(project, &stage)?;
    ship_drawings(project, &stage)?;
    size::compress(&stage)?;
    publish(&stage, &project.dist())?;

    let count = files(&project.dist())?.iter().filter(|file| !size::is_compressed(file)).count();
    println!("built {count} files in www/dist");
    Ok(())
}

/// The files of the program, and the loader of the first.
fn ship_modules(project: &Project, stage: &Path) -> Result<()> {
    let linked = wasm::compile(project)?;
    let parts = split::split(&linked, &project.scratch().join("parts"))?;
    let first = glue::generate(&parts.first, stage, FIRST)?;
    let mut later = Vec::new();
    for (name, file) in &parts.later {
        let to = stage.join(LATER).join(name).with_extension("wasm");
        copy(file, &to)?;
        later.push(to);
    }
    names::shorten(&first.module, &first.loader, &later)?;
    later.push(first.module);
    for module in &later {
        optimise::optimise(project, module)?;
        wasm::check_no_machine_paths(project, module)?;
    }
    Ok(())
}

/// The atlas's drawings that are not built into the module, in a folder of their own.
fn ship_drawings(project: &Project, stage: &Path) -> Result<()> {
    let tables = project.root.join("crates/painmap/src/anatomy/tables");
    for file in files(&tables)? {
        let built_in = file == Path::new("posterior-neutral.atlas");
        if !built_in && file.extension().is_some_and(|extension| extension == "atlas") {
            copy(&tables.join(&file), &stage.join("views").join(&file))?;
        }
    }
    Ok(())
}

/// Replaces the files of `dist`; the folder itself stays, since a server may be reading it.
fn publish(stage: &Path, dist: &Path) -> Result<()> {
    fs::create_dir_all(dist).with_context(|| format!("cannot make {}", dist.display()))?;
    let fresh = files(stage)?;
    for old in files(dist)?.iter().filter(|old| !fresh.contains(old)) {
        fs::remove_file(dist.join(old)).with_context(|| format!("cannot remove {}", old.display()))?;
    }
    for file in &fresh {
        copy(&stage.join(file), &dist.join(file))?;
    }
    Ok(())
}

/// Copies a file and makes the folder that it goes to.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// Every file below a folder, by its path from there, sorted.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = fs::read_dir(&next).with_context(|| format!("cannot list {}", next.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("cannot list {}", next.display()))?;
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder)?.to_path_buf());
            }
        }
    }
    found.sort();
    Ok(found)
}
