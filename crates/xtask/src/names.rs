//! Short names for what a module, its loader and the later files know each other by: long ones are much of
//! the loader, and their hashes don't compress.

use std::collections::HashMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use walrus::Module;

/// What the later files call the first.
const FIRST: &str = "__wasm_split";
/// What the later files take of the first under this name is the pointer to the stack's end.
const STACK: &str = "__wasm_split_shared0";
/// What the later files and the loader call by its own name.
const KEPT: [&str; 2] = ["memory", "__indirect_function_table"];

/// Shortens the names of imports and exports in a module and in its loader, and gives the stack's pointer a
/// name that follows from all of the program, so that files of two builds refuse each other.
pub(crate) fn shorten(module: &Path, loader: &Path, later: &[PathBuf]) -> Result<()> {
    let build = build_name(&[&[module.to_path_buf()], later].concat())?;
    let mut first = read(module)?;
    let mut shorter = HashMap::new();
    for (number, import) in first.imports.iter_mut().enumerate() {
        let short = short(number);
        shorter.insert(std::mem::replace(&mut import.name, short.clone()), short);
    }
    for (number, export) in first.exports.iter_mut().enumerate() {
        if export.name == STACK {
            export.name.clone_from(&build);
        } else if !KEPT.contains(&export.name.as_str()) {
            let short = short(number);
            shorter.insert(std::mem::replace(&mut export.name, short.clone()), short);
        }
    }
    write(&mut first, module)?;

    for file in later {
        let mut part = read(file)?;
        let stack = part.imports.iter_mut().find(|import| import.module == FIRST && import.name == STACK);
        stack.context("a later file has no stack")?.name.clone_from(&build);
        write(&mut part, file)?;
    }

    let text = fs::read_to_string(loader).with_context(|| format!("cannot read {}", loader.display()))?;
    let text = renamed(&text, &shorter)?;
    fs::write(loader, text).with_context(|| format!("cannot write {}", loader.display()))
}

/// The loader with short names: `wasm.NAME` is an export, `NAME: function` an import.
fn renamed(loader: &str, shorter: &HashMap<String, String>) -> Result<String> {
    let is_of_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '$');
    let mut text = String::with_capacity(loader.len());
    let mut rest = loader;
    let mut known = std::collections::HashSet::new();
    while let Some(start) = rest.find(is_of_name) {
        let (before, from) = rest.split_at(start);
        let (name, after) = from.split_at(from.find(|each| !is_of_name(each)).unwrap_or(from.len()));
        text.push_str(before);
        let is_ours = before == "." && text.ends_with("wasm.") || after.starts_with(": function(");
        match shorter.get(name).filter(|_| is_ours) {
            Some(short) => {
                text.push_str(short);
                known.insert(name);
            }
            None => text.push_str(name),
        }
        rest = after;
    }
    text.push_str(rest);
    let unknown: Vec<_> = shorter.keys().filter(|name| !known.contains(name.as_str())).collect();
    // What the glue exports and never calls itself keeps no name at all.
    ensure!(unknown.len() * 4 < shorter.len(), "the loader does not know {unknown:?}");
    Ok(text)
}

/// `a`, `b`, …, `Z`, `aa`, …
fn short(mut number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.insert(0, char::from(LETTERS[number % LETTERS.len()]));
        match number / LETTERS.len() {
            0 => return name,
            more => number = more - 1,
        }
    }
}

/// A name that follows from the bytes of these files.
fn build_name(files: &[PathBuf]) -> Result<String> {
    let mut hash = DefaultHasher::new();
    for file in files {
        fs::read(file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hash);
    }
    Ok(format!("stack-{:08x}", hash.finish() >> 32))
}

fn read(module: &Path) -> Result<Module> {
    let mut config = walrus::ModuleConfig::new();
    config.generate_producers_section(false);
    config.parse_file(module).with_context(|| format!("cannot read {}", module.display()))
}

fn write(module: &mut Module, to: &Path) -> Result<()> {
    module.emit_wasm_file(to).with_context(|| format!("cannot write {}", to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_are_names_of_their_own() {
        let names: Vec<String> = (0..3_000).map(short).collect();
        assert_eq!((names[0].as_str(), names[51].as_str(), names[52].as_str()), ("a", "Z", "aa"));
        let distinct: std::collections::HashSet<_> = names.iter().collect();
        assert_eq!(distinct.len(), names.len());
    }

    #[test]
    fn a_loader_is_renamed_where_it_means_the_module() {
        let shorter = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|&(from, to)| (from.to_owned(), to.to_owned())).collect::<HashMap<_, _>>()
        };
        let loader = "wasm.widget_act(1); widget_act; x = { __wbg_a_1: function(a) {} }; wasm.memory";
        let names = shorter(&[("widget_act", "b"), ("__wbg_a_1", "c")]);
        let short = "wasm.b(1); widget_act; x = { c: function(a) {} }; wasm.memory";
        assert_eq!(renamed(loader, &names).unwrap(), short);
        assert!(renamed("nothing", &names).is_err());
    }
}
