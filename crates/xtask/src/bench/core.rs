//! `cargo xtask bench core`: the library and the command, written into docs/benchmarks.md.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::thread::available_parallelism;

use anyhow::{Context, Result};

use super::report::{Machine, Report};
use super::{command, divan};
use crate::project::Project;
use crate::run::{cargo, output, run};

/// Measures, and writes the page.
pub(crate) fn measure(project: &Project, quick: bool) -> Result<()> {
    let load = load();
    run(cargo().current_dir(&project.root).args(["build", "--release", "--package", "painmap-cli"]))?;
    let library = library(project)?;
    let painmap = project.target.join("release").join(format!("painmap{EXE_SUFFIX}"));
    let on_one = command::on_one(&painmap, &project.root.join("docs/record.json"))?;
    let largest = if quick { command::QUICK } else { u64::MAX };
    let on_many = command::on_many(&painmap, &project.target.join("bench"), largest)?;
    let report = Report { machine: machine(load)?, quick, library, on_one, on_many };
    let page = project.root.join("docs/benchmarks.md");
    fs::write(&page, report.to_markdown()?).context("cannot write docs/benchmarks.md")?;
    println!("written: docs/benchmarks.md");
    Ok(())
}

/// The benchmarks of the core, which print a tree.
fn library(project: &Project) -> Result<Vec<divan::Timed>> {
    println!("the library");
    let mut bench = cargo();
    bench.current_dir(&project.root).args(["bench", "--quiet", "--package", "painmap"]);
    bench.args(["--bench", "locate", "--bench", "records", "--", "--color", "never"]);
    divan::read(&output(&mut bench)?)
}

fn machine(load_before: Option<String>) -> Result<Machine> {
    let compiler = output(std::process::Command::new("rustc").arg("--version"))?;
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    Ok(Machine {
        cores: available_parallelism().map_or(1, usize::from),
        processor: model.map(|(_, model)| model.trim().to_owned()),
        // Without the commit and the day in brackets.
        compiler: compiler.split(" (").next().unwrap_or_default().trim().to_owned(),
        load: load_before.zip(load()),
    })
}

/// How many programs wanted a processor over the last minute, where the system says so.
fn load() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').next().map(str::to_owned)
}
