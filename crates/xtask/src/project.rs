//! Where things are: the checkout, the target folder, and the folders whose names must not leak.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run::{cargo, output, run};

/// The folders of this checkout and of the machine it is on.
#[derive(Debug)]
pub(crate) struct Project {
    /// The root of the checkout.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the settings put it.
    pub(crate) target: PathBuf,
}

impl Project {
    /// Asks Cargo, so that `CARGO_TARGET_DIR` and its settings files are respected.
    pub(crate) fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = output(cargo().current_dir(here).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).with_context(|| format!("cargo metadata has no {key}"))
        };
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// What pages load: the built web component, complete in itself.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("www/dist")
    }

    /// The hand-written part of the web component.
    pub(crate) fn sources(&self) -> PathBuf {
        self.root.join("www/src")
    }

    /// The npm package with the optimiser and the minifier.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("crates/xtask/tools")
    }

    /// The npm package with the browser tests and the checkers of the JavaScript.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/browser")
    }

    /// The npm package that measures the widget beside others.
    pub(crate) fn web_benchmark(&self) -> PathBuf {
        self.root.join("tests/bench")
    }

    /// The validators of others, from `npm` and `PyPI`.
    pub(crate) fn conformance_tests(&self) -> PathBuf {
        self.root.join("tests/conformance")
    }

    /// The folder that finished packages go to.
    pub(crate) fn packages(&self) -> PathBuf {
        self.target.join("package")
    }

    /// The npm package that reads the element's public interface from its source.
    pub(crate) fn reference_tools(&self) -> PathBuf {
        self.root.join("crates/xtask/docs")
    }

    /// A folder for what is made on the way.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// Builds a program of the workspace for this machine, without optimisation. Its dependencies are those that
    /// the tests have: for a package by itself they would be built once more, with fewer features.
    pub(crate) fn build_program(&self, name: &str) -> Result<PathBuf> {
        run(cargo().current_dir(&self.root).args(["build", "--quiet", "--workspace", "--bin", name]))?;
        Ok(self.target.join("debug").join(name).with_extension(env::consts::EXE_EXTENSION))
    }
}

/// Where Cargo keeps the sources of dependencies.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}
