//! `cargo xtask docs`: what is said of the element and the record, written from the source.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::build::copy;
use crate::install;
use crate::project::Project;
use crate::record_types::record_types;
use crate::run::{node, run};

const MANIFEST: &str = "www/custom-elements.json";
const PAGE: &str = "docs/element.md";
const TYPES: &str = "www/types/record.d.ts";
/// The schema in the npm package.
const PACKAGED: &str = "www/schema/painmap-1.schema.json";
/// The schema of the format that is written; the core's tests hold it to the Rust types.
const SCHEMA: &str = "crates/painmap/schema/painmap-1.schema.json";

/// Writes all of it anew.
pub(crate) fn write(project: &Project) -> Result<()> {
    for file in make(project)? {
        copy(&project.scratch().join("docs").join(file), &project.root.join(file))?;
    }
    Ok(())
}

/// Fails when something is not as it would be written.
pub(crate) fn check(project: &Project) -> Result<()> {
    let read = |path: std::path::PathBuf| {
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    for file in make(project)? {
        if read(project.scratch().join("docs").join(file))? != read(project.root.join(file))? {
            bail!("{file} is not what the source says: write it with `cargo xtask docs`");
        }
    }
    Ok(())
}

/// Makes each file in the scratch folder and names them all.
fn make(project: &Project) -> Result<[&'static str; 4]> {
    let tools = project.reference_tools();
    install::npm_packages(&tools)?;
    let stage = project.scratch().join("docs");
    for file in [MANIFEST, PAGE, TYPES, PACKAGED] {
        let folder = stage.join(file).with_file_name("");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let schema =
        fs::read_to_string(project.root.join(SCHEMA)).with_context(|| format!("cannot read {SCHEMA}"))?;
    fs::write(stage.join(TYPES), record_types(&schema)?).with_context(|| format!("cannot write {TYPES}"))?;
    copy(&project.root.join(SCHEMA), &stage.join(PACKAGED))?;
    run(node(&tools.join("write.mjs")).arg(&project.root).arg(stage.join(MANIFEST)).arg(stage.join(PAGE)))?;
    Ok([MANIFEST, PAGE, TYPES, PACKAGED])
}
