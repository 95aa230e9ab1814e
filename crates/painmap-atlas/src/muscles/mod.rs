//! The muscles: what is said of them, and the packs of their shapes, spots and patterns.

mod check;
mod draw;
mod facts;
mod grid;
mod outline;
mod pack;
mod source;
#[cfg(test)]
mod tests;

use crate::drawn::Drawn;
use crate::figures::Figures;
use anyhow::{Context, Result, ensure};
use facts::Facts;
use source::{TEXTS, Texts};

/// A file's name and what is in it.
type File = (String, Vec<u8>);

/// The table of facts, and for each view a pack of each figure.
pub(crate) fn files(views: [(&str, &Drawn<'_>); 3], figures: &Figures) -> Result<Vec<File>> {
    compile(&TEXTS, views, figures)
}

fn compile(texts: &Texts<'_>, views: [(&str, &Drawn<'_>); 3], figures: &Figures) -> Result<Vec<File>> {
    let facts = Facts::of(texts.facts)?;
    let (sheets, patterns) = (texts.sheets()?, texts.patterns()?);
    for name in patterns.keys().chain(sheets.iter().flat_map(|sheet| sheet.shapes.keys())) {
        facts.index(name)?;
    }
    for sheet in &sheets {
        ensure!(views.iter().any(|(view, _)| *view == sheet.view), "no view {}", sheet.view);
    }
    let neutral = figures.get("neutral").context("no neutral figure")?;
    let mut files = vec![("muscles.rs".to_owned(), facts.table(&patterns)?.into_bytes())];
    for (view, drawn) in views {
        let sheets: Vec<_> = sheets.iter().filter(|sheet| sheet.view == view).collect();
        let drawings = draw::drawings(view, drawn, neutral, &sheets, &patterns)
            .with_context(|| format!("muscles, {view} view"))?;
        for (name, bytes) in pack::packs(&facts, &drawings)? {
            files.push((format!("{view}-{name}.muscles"), bytes));
        }
    }
    Ok(files)
}
