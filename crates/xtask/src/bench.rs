//! `cargo xtask bench`: measures and writes what it found into the docs.

mod command;
mod core;
mod divan;
mod process;
mod report;

use anyhow::{Result, bail};
use clap::Subcommand;

use crate::project::Project;
use crate::run::{node, run};
use crate::{build, install};

/// What is measured.
#[derive(Debug, Subcommand)]
pub(crate) enum Bench {
    /// The widget in a page, beside other packages: first load, second mount, tap. Writes
    /// docs/benchmarks-web.md.
    Web {
        /// Measures www/dist as it is, without building it first.
        #[arg(long)]
        built: bool,
        /// How often each page is loaded.
        #[arg(long, default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..))]
        rounds: u16,
    },
    /// The library, beside `serde_json`, and the command on up to a million records. Writes
    /// docs/benchmarks.md.
    Core {
        /// Leaves the million records out.
        #[arg(long)]
        quick: bool,
    },
}

/// Builds what is measured, unless that is left out, and measures it.
pub(crate) fn run_one(project: &Project, bench: &Bench) -> Result<()> {
    match *bench {
        Bench::Web { built, rounds } => web(project, built, rounds),
        Bench::Core { quick } => core::measure(project, quick),
    }
}

/// The others are npm packages of the benchmark alone; nothing that is shipped knows them.
fn web(project: &Project, built: bool, rounds: u16) -> Result<()> {
    if built {
        if !project.dist().is_dir() {
            bail!("www/dist is missing: leave `--built` out");
        }
    } else {
        build::run(project)?;
    }
    let folder = project.web_benchmark();
    install::npm_packages(&folder)?;
    install::npm_packages(&project.tools())?;
    let chromium = install::chromium()?;
    run(node(&folder.join("web.js"))
        .arg("--dist")
        .arg(project.dist())
        .arg("--esbuild")
        .arg(project.tools().join("node_modules/esbuild"))
        .arg("--out")
        .arg(project.root.join("docs/benchmarks-web.md"))
        .args(["--rounds", &rounds.to_string()])
        .env("CHROMIUM", chromium))
}
