//! Ships the hand-written modules: scripts minified, other files as they are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::{copy, files};
use crate::project::Project;
use crate::run::{node, run_quietly};
use crate::size::matches_any;

/// The modules that take their parts in: one file is fetched sooner, and compresses better, than ten.
const BUNDLES: [&str; 2] = ["pain-map.js", "element.js"];
/// Likewise, in the folder of what stands round the map; the first has what the others share.
const LATER: [&str; 3] = ["asking.js", "further.js", "findings.js"];
const INTERFACE: &str = "interface";
/// The loader that wasm-bindgen makes for the widget.
const LOADER: &str = "pain_map.js";
/// What is loaded by itself, when it is needed.
const ALONE: [&str; 7] =
    ["drafts.js", "parts/*", "frame/*", "views/*", "exchange/*", "clinician/*", "locales/*"];

/// Copies www/src into `stage` beside the generated files, then bundles and minifies every script there.
pub(crate) fn ship(project: &Project, stage: &Path) -> Result<()> {
    let sources = project.sources();
    let written = files(&sources)?;
    for file in &written {
        if stage.join(file).exists() {
            bail!("www/src/{} has the name of a generated file", file.display());
        }
        copy(&sources.join(file), &stage.join(file))?;
    }
    let later: Vec<PathBuf> = LATER.iter().map(PathBuf::from).collect();
    let bundles: Vec<PathBuf> = BUNDLES
        .iter()
        .map(PathBuf::from)
        .chain(later.iter().map(|file| Path::new(INTERFACE).join(file)))
        .collect();
    let mut alone = Vec::new();
    let mut parts = Vec::new();
    for file in files(stage)?.into_iter().filter(|file| is_script(file) && !bundles.contains(file)) {
        if file == Path::new(LOADER) || written.contains(&file) && !matches_any(&ALONE, &file)? {
            parts.push(file);
        } else {
            alone.push(file);
        }
    }
    let [shared, ..] = LATER;
    minify(project, &stage.join(INTERFACE), &later, &bundled_but([shared.to_owned()]))?;
    let loaded = ALONE.map(str::to_owned).into_iter().chain(LATER.map(|file| format!("{INTERFACE}/{file}")));
    minify(project, stage, &bundles[..BUNDLES.len()], &bundled_but(loaded))?;
    for part in parts {
        fs::remove_file(stage.join(&part)).with_context(|| format!("cannot remove {}", part.display()))?;
    }
    minify(project, stage, &alone, &["--tree-shaking=true".to_owned()])
}

/// How a bundle is made that loads these by itself.
fn bundled_but(loaded: impl IntoIterator<Item = String>) -> Vec<String> {
    let external = loaded.into_iter().map(|path| format!("--external:./{path}"));
    ["--bundle".to_owned()].into_iter().chain(external).collect()
}

/// Keeps the files apart: their names are addresses that pages and packages rely on.
fn minify(project: &Project, stage: &Path, scripts: &[PathBuf], how: &[String]) -> Result<()> {
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
            .args(["--log-level=warning", "--outdir=.", "--allow-overwrite"])
            .args(how)
            .args(scripts),
    )
}

fn is_script(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "js")
}
