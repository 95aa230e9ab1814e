//! Compiles the readable source of the body atlas into painmap's tables.
//!
//! The source draws half a body, or a side of it: named nodes, lines through them, and one seed a
//! region. The compiler joins them with the measured outline, mirrors a half, walks the faces of the
//! map and demands exactly one seed in each. So the regions tile the body by construction.

mod catalogue;
mod curve;
mod drawn;
mod faces;
mod figures;
mod handles;
mod landmarks;
mod levels;
mod map;
mod more;
mod muscles;
mod outline;
mod pack;
mod refit;
mod smooth;
mod source;
#[cfg(test)]
mod tests;
mod text;
mod warp;
mod zones;

use anyhow::{Context, Result};
use catalogue::Catalogue;
use drawn::Drawn;
use source::View;
use std::path::{Path, PathBuf};

/// The version of the drawing, which each pack names. `ATLAS_VERSION` of `painmap` is the same.
const VERSION: &str = "1.0";

/// The views that are drawn: the left one and the right one are one drawing.
const VIEWS: [(&str, &str); 3] = [
    ("posterior", include_str!("../source/posterior.toml")),
    ("anterior", include_str!("../source/anterior.toml")),
    ("lateral", include_str!("../source/lateral.toml")),
];

/// A file that the compiler writes.
#[derive(Debug)]
pub struct Generated {
    /// Where it belongs.
    pub path: PathBuf,
    /// What is in it.
    pub bytes: Vec<u8>,
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
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("../painmap/src/anatomy/tables");
    let file = |name: String, bytes: Vec<u8>| Generated { path: tables.join(name), bytes };
    let views = views()?;
    let [posterior, anterior, lateral] = &views;
    let drawn =
        |view, name: &str| Drawn::of(view, &catalogue, &figures).with_context(|| format!("{name} view"));
    let drawn = [drawn(posterior, "posterior")?, drawn(anterior, "anterior")?, drawn(lateral, "lateral")?];
    let zones = zones::table(include_str!("../source/zones.toml"), &catalogue, drawn.each_ref())?;
    let mut files = vec![
        file("regions.rs".into(), catalogue.tables()?.into_bytes()),
        file("zones.rs".into(), zones.into_bytes()),
    ];
    let named = [0, 1, 2].map(|index| (VIEWS[index].0, &drawn[index]));
    for (name, bytes) in muscles::files(named, &figures)? {
        files.push(file(name, bytes));
    }
    for (drawn, (name, _)) in drawn.iter().zip(VIEWS) {
        for (figure, bytes) in pack::packs(name, VERSION, drawn, &catalogue)? {
            files.push(file(format!("{name}-{figure}.atlas"), bytes));
        }
        let landmarks = landmarks::table(&name.to_uppercase(), drawn)?;
        files.push(file(format!("{name}.rs"), landmarks.into_bytes()));
    }
    Ok(files)
}

/// The sources of the views, read.
fn views() -> Result<[View; 3]> {
    let [posterior, anterior, lateral] =
        VIEWS.map(|(name, text)| source::view(text).with_context(|| format!("{name}.toml")));
    Ok([posterior?, anterior?, lateral?])
}
