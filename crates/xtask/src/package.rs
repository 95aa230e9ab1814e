//! `cargo xtask package`: the npm package, as the file that `npm publish` would send.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::build::{copy, files};
use crate::project::Project;
use crate::run::{node, output, run};
use crate::{build, size};

/// What lies at the root of the repository and belongs into the package.
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
/// What lies in www and belongs into the package, folders with all that is in them; which files of these
/// are sent, `files` of package.json says.
const CONTENTS: [&str; 6] = ["README.md", "custom-elements.json", "dist", "package.json", "schema", "types"];

/// Builds everything, then packs it.
pub(crate) fn run_task(project: &Project) -> Result<()> {
    build::run(project)?;
    pack(project).map(drop)
}

/// Packs what is in www/dist and gives the path of the file.
pub(crate) fn pack(project: &Project) -> Result<PathBuf> {
    if !project.dist().is_dir() {
        bail!("www/dist is missing: build it with `cargo xtask build`");
    }
    let stage = project.scratch().join("package");
    if stage.exists() {
        fs::remove_dir_all(&stage).with_context(|| format!("cannot empty {}", stage.display()))?;
    }
    for licence in LICENCES {
        copy(&project.root.join(licence), &stage.join(licence))?;
    }
    let www = project.root.join("www");
    for name in CONTENTS {
        let path = www.join(name);
        if path.is_dir() {
            for file in files(&path)?.iter().filter(|file| !size::is_compressed(file)) {
                copy(&path.join(file), &stage.join(name).join(file))?;
            }
        } else {
            copy(&path, &stage.join(name))?;
        }
    }

    let folder = project.packages();
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let said = output(
        Command::new("npm")
            .current_dir(&stage)
            .args(["pack", "--ignore-scripts", "--json", "--loglevel=error", "--pack-destination"])
            .arg(&folder),
    )?;
    let packed: serde_json::Value = serde_json::from_str(&said).context("npm pack wrote no JSON")?;
    let packed =
        packed.get(0).or_else(|| packed.as_object()?.values().next()).context("npm packed nothing")?;
    let list = packed["files"].as_array().context("npm pack lists no files")?;
    let names = list.iter().map(|file| file["path"].as_str().context("a file without a path"));
    let names = names.collect::<Result<Vec<_>>>()?;
    let listed = stage.with_extension("json");
    fs::write(&listed, serde_json::to_vec(&names)?)
        .with_context(|| format!("cannot write {}", listed.display()))?;
    run(node(&project.tools().join("packed.mjs")).args([&stage, &listed]))
        .context("the package has not the files that it should have")?;

    let file = folder.join(packed["filename"].as_str().context("the package has no file name")?);
    println!("packed {} files into {} ({} bytes)", names.len(), file.display(), packed["size"]);
    Ok(file)
}
