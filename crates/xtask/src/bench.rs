//! `cargo xtask bench`: measures and writes what it found into the docs.

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
}

/// Builds what is measured, unless that is left out, and measures it.
pub(crate) fn run_one(project: &Project, bench: &Bench) -> Result<()> {
    let Bench::Web { built, rounds } = *bench;
    if built {
        if !project.dist().is_dir() {
            bail!("www/dist is missing: leave `--built` out");
        }
    } else {
        build::run(project)?;
    }
    web(project, rounds)
}

/// The others are npm packages of the benchmark alone; nothing that is shipped knows them.
fn web(project: &Project, rounds: u16) -> Result<()> {
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
