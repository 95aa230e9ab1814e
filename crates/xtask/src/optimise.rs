//! Makes the module smaller with wasm-opt, then proves that an engine still takes it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::{node, run_quietly};

/// Replaces the module by a smaller one.
pub(crate) fn optimise(project: &Project, module: &Path) -> Result<()> {
    let smaller = module.with_extension("opt.wasm");
    // No `--enable-…` or `--all-features`: wasm-opt reads the features from the module, and told
    // others it writes encodings that browsers refuse.
    run_quietly(
        node(&project.tools().join("node_modules/binaryen/bin/wasm-opt"))
            // Nothing lies in the lowest kilobyte: it is the end of the stack, which traps where it is full.
            .arg("--low-memory-unused")
            // Long functions that are called once stay functions: they compress better.
            .args(["--one-caller-inline-max-function-size", "400"])
            // Flattening first lets the later rounds find some 500 bytes (brotli) more.
            .args(["--flatten", "--rereloop", "--merge-similar-functions", "-Oz", "--gufa-optimizing", "-Oz"])
            .args(["--strip-debug", "--strip-producers", "-o"])
            .args([&smaller, module]),
    )?;
    check_compiles(project, &smaller)?;
    fs::rename(&smaller, module).with_context(|| format!("cannot replace {}", module.display()))
}

fn check_compiles(project: &Project, module: &Path) -> Result<()> {
    run_quietly(node(&project.tools().join("compiles.mjs")).arg(module))
        .context("the optimised module is not valid WebAssembly")
}
