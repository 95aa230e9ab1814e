//! Installs what a task needs and this machine lacks, or says in one line how to get it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{output, run, run_quietly, works};

const WASM: &str = "wasm32-unknown-unknown";
const DEBIAN_CHROMIUM: &str = "/usr/bin/chromium";
/// Without these the browser falls back to other fonts and text gets other widths.
const LIBERATION_FONTS: &str = "/usr/share/fonts/truetype/liberation";

/// The standard library for WebAssembly.
pub(crate) fn wasm_target() -> Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    println!("installing the Rust target {WASM}");
    run_quietly(Command::new("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("the Rust target {WASM} is missing: get it with `rustup target add {WASM}`"))
}

/// The packages that the lock file in `folder` names, exactly.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    node()?;
    let lock = fs::read(folder.join("package-lock.json")).context("no package-lock.json")?;
    let stamp = folder.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("installing the npm packages of {}", folder.display());
    run_quietly(Command::new("npm").args(["ci", "--ignore-scripts"]).current_dir(folder)).with_context(
        || format!("npm packages are missing: get them with `npm ci` in {}", folder.display()),
    )?;
    fs::write(&stamp, lock).with_context(|| format!("cannot write {}", stamp.display()))
}

/// A Python of its own with the packages that `requirements.txt` in `folder` names, exactly; gives the
/// Python's path.
pub(crate) fn python_packages(folder: &Path, environment: &Path) -> Result<PathBuf> {
    let requirements = folder.join("requirements.txt");
    let wanted = fs::read(&requirements).context("no requirements.txt")?;
    let bin = environment.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = bin.join("python").with_extension(env::consts::EXE_EXTENSION);
    let stamp = environment.join("installed-requirements.txt");
    if works(&python, &["--version"]) && fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    println!("installing the Python packages of {}", folder.display());
    let make = || run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(environment));
    if make().is_err() {
        debian_packages(&["python3", "python3-venv"])
            .and_then(|()| make())
            .context("Python is missing: install Python 3.10 or later with its venv module")?;
    }
    run_quietly(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(&requirements),
    )
    .with_context(|| format!("the packages of {} can't be installed", requirements.display()))?;
    fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))?;
    Ok(python)
}

/// The browser: the one that `CHROMIUM` names, else Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if works(&path, &["--version"]) {
            return Ok(path);
        }
        bail!("CHROMIUM names {}, which does not run", path.display());
    }
    let path = PathBuf::from(DEBIAN_CHROMIUM);
    if !path.exists() || !Path::new(LIBERATION_FONTS).is_dir() {
        debian_packages(&["chromium", "fonts-liberation"]).context(
            "chromium or fonts-liberation is missing: install both, or name another Chromium in CHROMIUM",
        )?;
    }
    Ok(path)
}

/// A spreadsheet that works without a screen: gnumeric's `ssconvert`.
pub(crate) fn spreadsheet() -> Result<()> {
    if works("ssconvert", &["--version"]) {
        return Ok(());
    }
    debian_packages(&["gnumeric"]).context("ssconvert is missing: install gnumeric")
}

fn node() -> Result<()> {
    if works("node", &["--version"]) && works("npm", &["--version"]) {
        return Ok(());
    }
    debian_packages(&["nodejs", "npm"]).context("node and npm are missing: install Node.js 20 or later")
}

/// Installs by apt-get where that needs no questions: as root, on Debian.
fn debian_packages(packages: &[&str]) -> Result<()> {
    if !works("apt-get", &["--version"]) || output(Command::new("id").arg("-u"))?.trim() != "0" {
        bail!("cannot install {} from here", packages.join(" and "));
    }
    println!("installing {} with apt-get", packages.join(" and "));
    // Package mirrors fail now and then: one more try.
    apt(packages).or_else(|_| apt(packages))
}

fn apt(packages: &[&str]) -> Result<()> {
    let apt_get = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        command
    };
    run_quietly(apt_get().arg("update"))?;
    run(apt_get().args(["install", "-y", "--no-install-recommends"]).args(packages))
}
