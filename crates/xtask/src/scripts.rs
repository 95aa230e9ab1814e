//! Ships the hand-written modules: scripts minified, other files as they are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::{copy, files};
use crate::project::Project;
use crate::run::{node, run_quietly};

/// The module that takes its parts in: one file is fetched sooner, and compresses better, than three.
const ELEMENT: &str = "element.js";
const PARTS: [&str; 2] = ["gestures.js", "styles.js"];

/// Copies www/src into `stage` beside the generated loader, then minifies every script there.
pub(crate) fn ship(project: &Project, stage: &Path) -> Result<()> {
    let sources = project.sources();
    for file in files(&sources)? {
        if stage.join(&file).exists() {
            bail!("www/src/{} has the name of a generated file", file.display());
        }
        copy(&sources.join(&file), &stage.join(&file))?;
    }
    let (element, others): (Vec<PathBuf>, Vec<PathBuf>) = files(stage)?
        .into_iter()
        .filter(|file| is_script(file) && !PARTS.iter().any(|part| file == Path::new(part)))
        .partition(|file| file == Path::new(ELEMENT));
    // What is loaded later stays a file of its own.
    minify(project, stage, &element, &["--bundle", "--external:./pain_map.js", "--external:./views/*"])?;
    for part in PARTS {
        fs::remove_file(stage.join(part)).with_context(|| format!("www/src has no {part}"))?;
    }
    minify(project, stage, &others, &["--tree-shaking=true"])
}

/// Keeps the files apart: their names are addresses that pages and packages rely on.
fn minify(project: &Project, stage: &Path, scripts: &[PathBuf], how: &[&str]) -> Result<()> {
    let minified = project.scratch().join("minified");
    if minified.exists() {
        fs::remove_dir_all(&minified).with_context(|| format!("cannot empty {}", minified.display()))?;
    }
    let mut outdir = std::ffi::OsString::from("--outdir=");
    outdir.push(&minified);
    run_quietly(
        node(&project.tools().join("node_modules/esbuild/bin/esbuild"))
            .current_dir(stage)
            .args([
                "--minify",
                "--tree-shaking=true",
                "--format=esm",
                "--target=es2022",
                "--charset=utf8",
                "--outbase=.",
            ])
            .args(["--log-level=warning"])
            .args(how)
            .arg(outdir)
            .args(scripts),
    )?;
    for script in scripts {
        copy(&minified.join(script), &stage.join(script))?;
    }
    Ok(())
}

fn is_script(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "js")
}
