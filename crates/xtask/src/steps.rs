//! The steps of `cargo xtask test`, in order: the quick ones that fail most often come first.

use anyhow::Result;

use crate::project::Project;
use crate::run::{cargo, run};
use crate::{browser, build, conformance, docs, examples, install, size, wasm};

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
    /// Whether only a long run does it without being asked.
    pub(crate) long: bool,
    /// What it does.
    pub(crate) run: fn(&Project, Depth) -> Result<()>,
}

/// All of them; each may rely on the ones before.
pub(crate) const STEPS: [Step; 11] = [
    Step { name: "fmt", long: false, run: |project, _| fmt(project) },
    Step { name: "clippy", long: false, run: |project, _| clippy(project) },
    Step { name: "rust", long: false, run: rust },
    Step { name: "doc", long: false, run: |project, _| doc(project) },
    Step { name: "docs", long: false, run: |project, _| docs::check(project) },
    Step { name: "conformance", long: false, run: |project, _| conformance::test(project) },
    Step { name: "build", long: false, run: |project, _| build::run(project) },
    Step { name: "size", long: false, run: |project, _| size::run(project) },
    Step { name: "scripts", long: false, run: |project, _| browser::check_scripts(project) },
    Step { name: "browser", long: false, run: |project, _| browser::test(project) },
    Step { name: "examples", long: true, run: |project, _| examples::test(project) },
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
    run(cargo()
        .current_dir(&project.root)
        .args(["clippy", "--quiet", "--package", wasm::PACKAGE, "--target", wasm::TARGET])
        .args(warnings))
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
