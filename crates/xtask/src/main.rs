//! `cargo xtask`: builds, serves, tests and measures painmap. Run it without words for help.

mod bench;
mod browser;
mod budgets;
mod build;
mod conformance;
mod demo;
mod docs;
mod examples;
mod fuzz;
mod glue;
mod install;
mod locales;
mod names;
mod optimise;
mod package;
mod panics;
mod project;
mod record_types;
mod run;
mod scripts;
mod size;
mod split;
mod steps;
mod test;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::project::Project;

/// Builds, serves, tests and measures painmap.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Builds the web component into www/dist.
    Build,
    /// Builds, then serves the demo pages until Ctrl-C.
    Demo {
        /// The port on 127.0.0.1.
        #[arg(long, default_value_t = 8017)]
        port: u16,
    },
    /// Runs every check, in order, up to the first that fails.
    Test(test::Args),
    /// Builds, then packs the npm package into target/package.
    Package,
    /// Writes what is made from the source: docs/element.md, the manifest and the record's types.
    Docs,
    /// Prints what the files of www/dist weigh and checks the budgets.
    Size,
    /// Measures how fast painmap is, beside others.
    #[command(subcommand)]
    Bench(bench::Bench),
    /// Looks for bytes that break a promise, with cargo-fuzz and a nightly toolchain.
    Fuzz(fuzz::Args),
}

fn main() -> ExitCode {
    let outcome = Project::find().and_then(|project| match Args::parse().task {
        Task::Build => build::run(&project),
        Task::Demo { port } => demo::run(&project, port),
        Task::Test(args) => test::run(&project, &args),
        Task::Package => package::run_task(&project),
        Task::Docs => docs::write(&project),
        Task::Size => size::run(&project),
        Task::Bench(what) => bench::run_one(&project, &what),
        Task::Fuzz(args) => fuzz::run_targets(&project, &args),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
