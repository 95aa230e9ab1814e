//! What needs node: the checks of the JavaScript, and the tests in a real browser.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::install;
use crate::project::Project;
use crate::run::{cargo, node, run};

const SERVER: &str = "intake-server";
const COMMAND: &str = "painmap-cli";

/// Lints every hand-written script, then checks its types as its comments declare them.
pub(crate) fn check_scripts(project: &Project) -> Result<()> {
    let tests = project.browser_tests();
    install::npm_packages(&tests)?;
    // From the root with the settings named, or the linter passes over files outside its folder.
    run(node(&tests.join("node_modules/eslint/bin/eslint.js"))
        .current_dir(&project.root)
        .args(["--config", "tests/browser/eslint.config.js", "--max-warnings=0"])
        .args(["www", "tests/browser", "tests/conformance", "crates/xtask/tools"]))?;
    for settings in ["tsconfig.www.json", "tsconfig.json"] {
        run(node(&tests.join("node_modules/typescript/bin/tsc"))
            .current_dir(&tests)
            .args(["--project", settings]))?;
    }
    Ok(())
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
    run(cargo().current_dir(&project.root).args(["build", "--quiet", "--package", COMMAND]))?;
    let mut command = std::process::Command::new("node");
    command
        .current_dir(&tests)
        .args(["--test", "--test-reporter=spec"])
        .args(test_files(&tests)?)
        .env("CHROMIUM", chromium)
        .env("PAINMAP_SERVER", server)
        .env("PAINMAP_COMMAND", project.program("painmap"))
        .env("PAINMAP_WWW", project.root.join("www"));
    run(&mut command)
}

/// Builds the example server and returns its program.
pub(crate) fn build_server(project: &Project) -> Result<PathBuf> {
    run(cargo().current_dir(&project.root).args(["build", "--quiet", "--package", SERVER]))?;
    Ok(project.program(SERVER))
}

fn test_files(folder: &PathBuf) -> Result<Vec<String>> {
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
