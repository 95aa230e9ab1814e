//! `cargo xtask fuzz`: the targets of tests/fuzz under libFuzzer, each for a while.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{cargo, run, works};

/// What to run, and for how long.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How many seconds each target gets.
    #[arg(long, default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// Only these targets, by name.
    targets: Vec<String>,
}

/// Stops at the first target that fails; libFuzzer says where it put the bytes.
pub(crate) fn run_targets(project: &Project, args: &Args) -> Result<()> {
    let folder = project.root.join("tests/fuzz/cargo-fuzz");
    let known = targets(project)?;
    if let Some(unknown) = args.targets.iter().find(|target| !known.contains(target)) {
        bail!("no target is called {unknown}; there are {}", known.join(", "));
    }
    if !works("rustup", &["run", "nightly", "cargo", "fuzz", "--version"]) {
        bail!(
            "cargo-fuzz or a nightly toolchain is missing: get them with `rustup toolchain install nightly` and \
             `cargo install cargo-fuzz`; `cargo xtask test --long rust` runs the same targets without"
        );
    }
    let corpora = project.target.join("fuzz/corpus");
    run(cargo()
        .current_dir(&project.root)
        .args(["run", "--quiet", "--package", "painmap-fuzz", "--example", "seeds", "--"])
        .arg(&corpora))?;
    for target in if args.targets.is_empty() { &known } else { &args.targets } {
        println!("\n== {target}");
        let found = project.target.join("fuzz/found").join(target);
        fs::create_dir_all(&found).context("no folder for what is found")?;
        // No sanitizer: there is no unsafe code of ours to watch, and without one it is much faster.
        let mut fuzz = Command::new("rustup");
        fuzz.args(["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", "--fuzz-dir"]);
        fuzz.arg(&folder).arg("--target-dir").arg(project.target.join("fuzz")).arg(target);
        fuzz.arg(corpora.join(target)).args(["--", "-timeout=20"]);
        fuzz.arg(format!("-max_total_time={}", args.seconds));
        fuzz.arg(format!("-artifact_prefix={}/", found.display()));
        run(&mut fuzz)?;
    }
    Ok(())
}

/// The names of all targets, in the order of the alphabet.
fn targets(project: &Project) -> Result<Vec<String>> {
    let folder = project.root.join("tests/fuzz/cargo-fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).with_context(|| format!("no folder {}", folder.display()))?;
    let name = |file: fs::DirEntry| Some(file.path().file_stem()?.to_str()?.to_owned());
    let mut names: Vec<_> = files.flatten().filter_map(name).collect();
    names.sort();
    Ok(names)
}
