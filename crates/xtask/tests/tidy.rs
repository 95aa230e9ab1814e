//! Keeps the tree in order: what every file of the repository must and must not have.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// A file of code longer than this holds more than one idea.
const LONGEST: usize = 600;
/// Long by nature: data written by a program.
const GENERATED: [&str; 2] = ["tables", "generated"];
const CODE: [&str; 5] = ["rs", "js", "mjs", "css", "html"];
const NOT_TEXT: [&str; 11] =
    ["atlas", "muscles", "png", "jpg", "ico", "ttf", "wasm", "woff2", "pdf", "parquet", "gz"];

/// A text file of the repository.
struct File {
    path: PathBuf,
    text: String,
}

impl File {
    fn is(&self, extensions: &[&str]) -> bool {
        let extension = self.path.extension().and_then(|extension| extension.to_str());
        extension.is_some_and(|extension| extensions.contains(&extension))
    }

    fn is_named(&self, name: &str) -> bool {
        self.path.file_name().is_some_and(|own| own == name)
    }

    fn is_generated(&self) -> bool {
        self.path.iter().any(|part| GENERATED.iter().any(|name| part == *name))
    }

    /// Fails with the place when a line is not as it should be.
    fn each_line(&self, wrong: &mut Vec<String>, is_wrong: impl Fn(&str) -> bool) {
        for (number, line) in self.text.lines().enumerate() {
            if is_wrong(line) {
                wrong.push(format!("{}:{}: {}", self.path.display(), number + 1, line.trim()));
            }
        }
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Every text file that is committed or about to be.
fn files() -> Result<Vec<File>> {
    let mut git = Command::new("git");
    git.current_dir(root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = git.output().context("git is not installed")?;
    ensure!(listed.status.success(), "git: {}", String::from_utf8_lossy(&listed.stderr));
    let names = String::from_utf8(listed.stdout)?;
    let mut files = Vec::new();
    for name in names.split_terminator('\0') {
        let path = PathBuf::from(name);
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        // A file may be deleted and still be listed.
        if NOT_TEXT.contains(&extension) || !root().join(name).exists() {
            continue;
        }
        let text = fs::read_to_string(root().join(name)).with_context(|| format!("cannot read {name}"))?;
        files.push(File { path, text });
    }
    ensure!(files.len() > 10, "only {} files were found", files.len());
    Ok(files)
}

#[track_caller]
fn assert_none(wrong: &[String], rule: &str) {
    assert!(wrong.is_empty(), "{rule}:\n{}", wrong.join("\n"));
}

#[test]
fn rust_files_open_with_what_they_are_about() -> Result<()> {
    let wrong: Vec<String> = files()?
        .iter()
        .filter(|file| file.is(&["rs"]) && !file.text.starts_with("//! "))
        .map(|file| file.path.display().to_string())
        .collect();
    assert_none(&wrong, "a Rust file starts with a `//!` line");
    Ok(())
}

#[test]
fn files_of_code_are_short() -> Result<()> {
    let mut wrong = Vec::new();
    for file in files()?.iter().filter(|file| file.is(&CODE) && !file.is_generated()) {
        let lines = file.text.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{}: {lines} lines", file.path.display()));
        }
    }
    assert_none(&wrong, "a file of code has at most 600 lines");
    Ok(())
}

#[test]
fn lines_have_no_tabs_and_no_spaces_at_the_end() -> Result<()> {
    let mut wrong = Vec::new();
    for file in files()?.iter().filter(|file| !file.is_generated()) {
        file.each_line(&mut wrong, |line| line.contains('\t') || line.ends_with([' ', '\r']));
        if !file.text.is_empty() && !file.text.ends_with('\n') {
            wrong.push(format!("{}: no line break at the end", file.path.display()));
        }
    }
    assert_none(&wrong, "lines have neither tabs nor spaces at the end");
    Ok(())
}

#[test]
fn no_file_names_a_folder_of_one_machine() -> Result<()> {
    let mut wrong = Vec::new();
    for file in files()? {
        file.each_line(&mut wrong, names_a_machine_folder);
    }
    assert_none(&wrong, "a folder of one machine means nothing on another");
    Ok(())
}

/// Home folders and the like, where a path starts there and does not merely pass through.
fn names_a_machine_folder(line: &str) -> bool {
    ["root", "home", "work", "Users"].iter().any(|folder| {
        line.match_indices(&format!("/{folder}/")).any(|(start, _)| {
            let before = line[..start].chars().next_back();
            before.is_none_or(|before| !before.is_alphanumeric() && !"._-~/*{})$".contains(before))
        })
    })
}

#[test]
fn machine_folders_are_told_from_others() {
    let home = ["", "home", "ann", "src"].join("/");
    assert!(names_a_machine_folder(&home));
    assert!(names_a_machine_folder(&format!("see `{home}`")));
    assert!(!names_a_machine_folder(&format!("www{home}")));
    assert!(!names_a_machine_folder(&format!("$ROOT{home}")));
}

#[test]
fn lock_files_name_no_mirrors() -> Result<()> {
    let mut wrong = Vec::new();
    for file in files()? {
        if file.is_named("package-lock.json") {
            // The examples install the package from the file that `cargo xtask package` makes anew.
            file.each_line(&mut wrong, |line| line.contains("\"resolved\"") && !line.contains("\"file:../"));
        }
        if file.is_named("Cargo.lock") {
            let public = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
            file.each_line(&mut wrong, |line| line.starts_with("source = ") && line != public);
        }
    }
    assert_none(&wrong, "lock files hold checksums, not the addresses of one registry's mirror");
    Ok(())
}

#[test]
fn npm_packages_are_pinned_exactly() -> Result<()> {
    let mut wrong = Vec::new();
    for file in files()?.iter().filter(|file| file.is_named("package.json")) {
        let package: serde_json::Value = serde_json::from_str(&file.text)?;
        for kind in ["dependencies", "devDependencies"] {
            for (name, version) in package[kind].as_object().into_iter().flatten() {
                let version = version.as_str().unwrap_or_default();
                let is_ours = name == "painmap" && version == packed_by_xtask();
                if !is_ours && !version.starts_with(|first: char| first.is_ascii_digit()) {
                    wrong.push(format!("{}: {name} {version}", file.path.display()));
                }
            }
        }
    }
    assert_none(&wrong, "npm packages have exact versions");
    Ok(())
}

/// Where the examples find the npm package: its file's name holds the version.
fn packed_by_xtask() -> String {
    format!("file:../../target/package/painmap-{}.tgz", env!("CARGO_PKG_VERSION"))
}

/// All packages of the workspace have one version, and what is published to npm has it too.
#[test]
fn the_npm_package_has_the_version_of_the_workspace() -> Result<()> {
    let package: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(root().join("www/package.json"))?)?;
    assert_eq!(package["version"], env!("CARGO_PKG_VERSION"));
    let ours = packed_by_xtask();
    let name = ours.rsplit('/').next().context("no name")?;
    let mut wrong = Vec::new();
    for file in files()? {
        let is_old = |line: &str| line.replace(name, "").contains(".tgz") && line.contains("painmap-");
        if !file.is(&["rs"]) {
            file.each_line(&mut wrong, is_old);
        }
    }
    assert_none(&wrong, "texts name the package's file by its version");
    Ok(())
}

/// A checksum would hold for one build of the package alone.
#[test]
fn lock_files_of_the_examples_hold_no_checksum_of_our_own_package() -> Result<()> {
    let mut examples = 0;
    for file in
        files()?.iter().filter(|file| file.is_named("package-lock.json") && file.path.starts_with("examples"))
    {
        let lock: serde_json::Value = serde_json::from_str(&file.text)?;
        let ours = &lock["packages"]["node_modules/painmap"];
        assert_eq!(ours["resolved"], packed_by_xtask(), "{}", file.path.display());
        assert!(ours["integrity"].is_null(), "take its `integrity` out of {}", file.path.display());
        examples += 1;
    }
    assert!(examples > 0, "no example has a lock file");
    Ok(())
}

/// The library reads what the crate wrote into the module, and refuses any other version.
#[test]
fn both_halves_of_wasm_bindgen_are_of_one_version() -> Result<()> {
    let lock: toml::Table = fs::read_to_string(root().join("Cargo.lock"))?.parse()?;
    let packages = lock["package"].as_array().context("Cargo.lock lists no packages")?;
    let versions = |name: &str| {
        let named = packages.iter().filter(|package| package["name"].as_str() == Some(name));
        named.map(|package| package["version"].to_string()).collect::<Vec<_>>()
    };
    let library = versions("wasm-bindgen-cli-support");
    assert_eq!(library.len(), 1, "one wasm-bindgen-cli-support: {library:?}");
    assert_eq!(versions("wasm-bindgen"), library);
    Ok(())
}
