//! `cargo xtask demo`: the demo pages on this machine, with the example intake server behind.

use std::process::Command;

use anyhow::Result;

use crate::browser::build_server;
use crate::build;
use crate::project::Project;
use crate::run;

/// Serves until it is stopped; the server prints its address once it listens.
pub(crate) fn run(project: &Project, port: u16) -> Result<()> {
    build::run(project)?;
    let server = build_server(project)?;
    run::run(
        Command::new(server).arg("--www").arg(project.root.join("www")).args(["--port", &port.to_string()]),
    )
}
