//! Compiles the readable source of the body atlas into painmap's tables.
//!
//! The source draws half a body: named nodes, lines through them, and one seed a region. The
//! compiler joins them with the measured outline, mirrors the half, walks the faces of the map
//! and demands exactly one seed in each. So the regions tile the body by construction.

mod catalogue;
mod curve;
mod emit;
mod faces;
mod figures;
mod map;
mod outline;
mod smooth;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod warp;

use anyhow::{Context, Result};
use catalogue::Catalogue;
use std::path::{Path, PathBuf};

/// A file that the compiler writes.
#[derive(Debug)]
pub struct Generated {
    /// Where it belongs.
    pub path: PathBuf,
    /// What is in it.
    pub text: String,
}

/// Compiles the whole atlas; writes nothing.
///
/// # Errors
///
/// When the source cannot be read, a line names an unknown node, or the faces of the map and the
/// seeds of the regions do not match one to one.
pub fn compile() -> Result<Vec<Generated>> {
    let figures = figures::read(include_str!("../source/figures.json"))?;
    let catalogue = Catalogue::read(include_str!("../source/regions.toml"))?;
    let zones = include_str!("../source/zones.toml");
    let posterior = source::view(include_str!("../source/posterior.toml"))?;
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("../painmap/src/anatomy/tables");
    Ok(vec![
        Generated { path: tables.join("regions.rs"), text: catalogue.tables()? },
        Generated { path: tables.join("zones.rs"), text: catalogue.zones(zones)? },
        Generated {
            path: tables.join("posterior.rs"),
            text: emit::view("POSTERIOR", &catalogue.regions, &posterior, &figures).context("posterior view")?,
        },
    ])
}
