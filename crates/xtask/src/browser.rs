//! What needs node: the checks of the JavaScript, and the tests in a real browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::build::files;
use crate::install;
use crate::project::Project;
use crate::run::{node, run};

const SERVER: &str = "intake-server";
const COMMAND: &str = "painmap";

/// Lints every hand-written script, then checks its types as its comments declare them.
pub(crate) fn check_scripts(project: &Project) -> Result<()> {
    let tests = project.browser_tests();
    install::npm_packages(&tests)?;
    // From the root with the settings named, or the linter passes over files outside its folder.
    run(node(&tests.join("node_modules/eslint/bin/eslint.js"))
        .current_dir(&project.root)
        .args(["--config", "tests/browser/eslint.config.js", "--max-warnings=0"])
        .args([
            "www",
            "tests/browser",
            "tests/bench",
            "tests/conformance",
            "examples",
            "crates/xtask/tools",
            "crates/xtask/docs",
        ]))?;
    for settings in ["tsconfig.www.json", "tsconfig.json", "tsconfig.types.json"] {
        run(node(&tests.join("node_modules/typescript/bin/tsc"))
            .current_dir(&tests)
            .args(["--project", settings]))?;
    }
    check_records(project)
}

/// Whether records that the core wrote are what the TypeScript types of the record say.
fn check_records(project: &Project) -> Result<()> {
    let golden = project.root.join("tests/golden/canonical");
    let mut records = Vec::new();
    // What a stranger added is in no type.
    for file in files(&golden)?.iter().filter(|file| !file.ends_with("unknown-members.json")) {
        let text = fs::read_to_string(golden.join(file));
        records.push(text.with_context(|| format!("cannot read {}", file.display()))?);
    }
    let module = project.scratch().join("records.ts");
    let types = project.root.join("www/types/record.js");
    // Text with double quotes is written the same in JSON and in TypeScript.
    let import = format!("import type {{ PainMap }} from {:?};", types.to_string_lossy());
    let text = format!("{import}\nexport const records: PainMap[] = [\n{}\n];\n", records.join(","));
    fs::write(&module, text).with_context(|| format!("cannot write {}", module.display()))?;
    run(node(&project.browser_tests().join("node_modules/typescript/bin/tsc"))
        .args(["--noEmit", "--strict", "--target", "ES2023", "--module", "ES2022"])
        .args(["--moduleResolution", "Bundler", "--ignoreConfig"])
        .arg(&module))
    .context("the record's types don't fit its files")
}

/// Runs the tests on the built files of www/dist.
pub(crate) fn test(project: &Project) -> Result<()> {
    let tests = project.browser_tests();
    install::npm_packages(&tests)?;
    let chromium = install::chromium()?;
    if !project.dist().is_dir() {
        bail!("www/dist is missing: build it with `cargo xtask build`");
    }
    let server = build_server(project)?;
    let painmap = project.build_program(COMMAND)?;
    let mut command = std::process::Command::new("node");
    command
        .current_dir(&tests)
        .args(["--test", "--test-reporter=spec"])
        .args(test_files(&tests)?)
        .env("CHROMIUM", chromium)
        .env("PAINMAP_SERVER", server)
        .env("PAINMAP_COMMAND", painmap)
        .env("PAINMAP_WWW", project.root.join("www"));
    run(&mut command)
}

/// Builds the example server and returns its program.
pub(crate) fn build_server(project: &Project) -> Result<PathBuf> {
    project.build_program(SERVER)
}

pub(crate) fn test_files(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Result<_>>()?;
    names.retain(|name| name.ends_with(".test.js"));
    names.sort();
    if names.is_empty() {
        bail!("no *.test.js in {}", folder.display());
    }
    Ok(names)
}
