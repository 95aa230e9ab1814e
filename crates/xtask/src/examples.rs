//! The examples that embed the npm package: each is installed from the packed file, built and driven.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{copy, files};
use crate::project::Project;
use crate::run::{run, run_quietly};
use crate::{browser, install, package};

/// The packages in examples/ that a page is made of.
const EXAMPLES: [&str; 6] = ["plain-html", "frame", "react", "vue", "svelte", "webpack"];

/// Packs what is in www/dist, then builds every example on it, in a copy, and drives them all in Chromium.
pub(crate) fn test(project: &Project) -> Result<()> {
    let tests = project.browser_tests();
    install::npm_packages(&tests)?;
    let chromium = install::chromium()?;
    let packed = package::pack(project)?;
    let workshop = project.scratch().join("examples");
    // The examples name the package by its path from them.
    let name = packed.file_name().context("the package has no name")?;
    let at_hand = workshop.join("target/package").join(name);
    let is_new = fs::read(&at_hand).ok() != fs::read(&packed).ok();
    copy(&packed, &at_hand)?;
    for example in EXAMPLES {
        let folder = workshop.join("examples").join(example);
        take_over(&project.root.join("examples").join(example), &folder)?;
        install_in(&folder, is_new)?;
        build(&folder).with_context(|| format!("the example {example} can't be built"))?;
    }
    run(Command::new("node")
        .current_dir(tests.join("examples"))
        .args(["--test", "--test-reporter=spec"])
        .args(browser::test_files(&tests.join("examples"))?)
        .env("CHROMIUM", chromium)
        .env("PAINMAP_EXAMPLES", workshop.join("examples")))
}

/// Copies what is committed of an example in place of an older copy, whose installed packages stay.
fn take_over(from: &Path, to: &Path) -> Result<()> {
    let is_made = |file: &&PathBuf| file.starts_with("node_modules") || file.starts_with("dist");
    if to.exists() {
        for old in files(to)?.iter().filter(|file| !file.starts_with("node_modules")) {
            fs::remove_file(to.join(old)).with_context(|| format!("cannot remove {}", old.display()))?;
        }
    }
    for file in files(from)?.iter().filter(|file| !is_made(file)) {
        copy(&from.join(file), &to.join(file))?;
    }
    Ok(())
}

fn install_in(folder: &Path, is_new: bool) -> Result<()> {
    let installed = folder.join("node_modules");
    if is_new && installed.exists() {
        fs::remove_dir_all(&installed).with_context(|| format!("cannot empty {}", installed.display()))?;
    }
    install::npm_packages(folder)
}

/// Runs the example's own build, where it has one.
fn build(folder: &Path) -> Result<()> {
    run_quietly(Command::new("npm").current_dir(folder).args(["run", "build", "--if-present"]))
}
