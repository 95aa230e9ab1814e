//! The steps of `cargo xtask test`, in order: the quick ones that fail most often come first.

use anyhow::Result;

use crate::project::Project;
use crate::run::{cargo, run};
use crate::{browser, build, conformance, install, size, wasm};

/// How thorough a test run is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Depth {
    /// How many cases each property test tries; its own number when absent.
    pub(crate) cases: Option<u32>,
}

/// One named check.
#[derive(Debug)]
pub(crate) struct Step {
    /// What a person types to run this one alone.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) run: fn(&Project, Depth) -> Result<()>,
}

/// All of them; each may rely on the ones before.
pub(crate) const STEPS: [Step; 9] = [
    Step { name: "fmt", run: |project, _| fmt(project) },
    Step { name: "clippy", run: |project, _| clippy(project) },
    Step { name: "rust", run: rust },
    Step { name: "doc", run: |project, _| doc(project) },
    Step { name: "conformance", run: |project, _| conformance::test(project) },
    Step { name: "build", run: |project, _| build::run(project) },
    Step { name: "size", run: |project, _| size::run(project) },
    Step { name: "scripts", run: |project, _| browser::check_scripts(project) },
    Step { name: "browser", run: |project, _| browser::test(project) },
];

fn fmt(project: &Project) -> Result<()> {
    run(cargo().current_dir(&project.root).args(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project) -> Result<()> {
    install::wasm_target()?;
    let warnings = ["--", "--deny", "warnings"];
    run(cargo()
        .current_dir(&project.root)
        .args(["clippy", "--quiet", "--workspace", "--all-targets"])
        .args(warnings))?;
    for product in &wasm::PRODUCTS {
        run(cargo()
            .current_dir(&project.root)
            .args(["clippy", "--quiet", "--package", wasm::PACKAGE, "--target", "wasm32-unknown-unknown"])
            .args(["--no-default-features", "--features", product.feature])
            .args(warnings))?;
    }
    Ok(())
}

/// Unit, documentation, property and golden tests.
fn rust(project: &Project, depth: Depth) -> Result<()> {
    let mut command = cargo();
    command.current_dir(&project.root).args(["test", "--quiet", "--workspace"]);
    if let Some(cases) = depth.cases {
        command.env("PROPTEST_CASES", cases.to_string());
    }
    run(&mut command)
}

fn doc(project: &Project) -> Result<()> {
    run(cargo()
        .current_dir(&project.root)
        .args(["doc", "--quiet", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "--deny warnings"))
}
