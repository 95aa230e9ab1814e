//! Ships each language as three modules: the texts of the first paint, those that come right after it, and a
//! clinician's.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::build::files;
use crate::project::Project;

/// The keys of texts that nobody reads before the first mark, by how they begin.
const LATER: [&str; 18] = [
    "add.",
    "answer.",
    "ask.",
    "close",
    "course.",
    "depth.",
    "error.not",
    "help.",
    "history.",
    "key.",
    "panel.",
    "provokedBy.",
    "quality.",
    "reviewed",
    "say.",
    "size.",
    "spread.",
    "region.",
];
/// Those that only a clinician reads, and files for others hold.
const CLINIC: [&str; 3] = ["clinical.", "clinician.", "picture."];
/// Those that no page shows.
const ON_PAPER: &str = "report.";

/// Writes the modules `locales/en.js`, `locales/en-more.js` and `locales/en-clinic.js`, and so on.
pub(crate) fn ship(project: &Project, stage: &Path) -> Result<()> {
    let locales = project.root.join("crates/painmap/locales");
    let folder = stage.join("locales");
    fs::create_dir_all(&folder).context("cannot make the folder of the languages")?;
    for file in files(&locales)? {
        let text = fs::read_to_string(locales.join(&file))
            .with_context(|| format!("cannot read {}", file.display()))?;
        let texts: Map<String, Value> =
            serde_json::from_str(&text).with_context(|| format!("{} is no object", file.display()))?;
        let language = file.file_stem().unwrap_or_default().to_string_lossy();
        for wave in ["", "-more", "-clinic"] {
            let texts = texts.iter().filter(|(key, _)| wave_of(key) == wave && !key.starts_with(ON_PAPER));
            let texts: Map<_, _> = texts.map(|(key, text)| (key.clone(), text.clone())).collect();
            let module = folder.join(format!("{language}{wave}.js"));
            fs::write(&module, format!("export default {};\n", Value::Object(texts)))
                .with_context(|| format!("cannot write {}", module.display()))?;
        }
    }
    Ok(())
}

/// In which module a text is, by what its name ends in.
fn wave_of(key: &str) -> &'static str {
    let is_in = |keys: &[&str]| keys.iter().any(|with| key.starts_with(with));
    match key {
        _ if is_in(&CLINIC) => "-clinic",
        _ if is_in(&LATER) => "-more",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_paint_has_what_is_read_then() {
        for key in ["prompt.start", "notice", "language", "map.label", "error.failed"] {
            assert_eq!(wave_of(key), "", "{key}");
        }
        for key in ["ask.depth", "say.rating", "help.title", "region.calf"] {
            assert_eq!(wave_of(key), "-more", "{key}");
        }
        assert_eq!(wave_of("clinical.calf"), "-clinic");
    }
}
