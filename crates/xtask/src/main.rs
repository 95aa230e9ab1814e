//! `cargo xtask`: builds, serves, tests and measures painmap. Run it without words for help.

mod browser;
mod budgets;
mod build;
mod conformance;
mod demo;
mod glue;
mod install;
mod optimise;
mod project;
mod run;
mod scripts;
mod size;
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
    /// Prints what the files of www/dist weigh and checks the budgets.
    Size,
}

fn main() -> ExitCode {
    let outcome = Project::find().and_then(|project| match Args::parse().task {
        Task::Build => build::run(&project),
        Task::Demo { port } => demo::run(&project, port),
        Task::Test(args) => test::run(&project, &args),
        Task::Size => size::run(&project),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
