//! Runs a program and says what it took: time by the clock, processor time, memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use wait4::Wait4;

/// What one run took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cost {
    /// Until it ended.
    pub(crate) clock: Duration,
    /// On all processors together, in the program and for it in the system.
    pub(crate) processor: Duration,
    /// The most memory that it held at a time, in bytes; not known everywhere.
    pub(crate) peak: u64,
}

/// Runs it so often, what it writes going nowhere, and gives the middle one by the clock.
pub(crate) fn median(program: &Path, args: &[&str], folder: &Path, rounds: usize) -> Result<Cost> {
    let costs: Result<Vec<Cost>> = (0..rounds.max(1)).map(|_| once(program, args, folder)).collect();
    let mut costs = costs?;
    costs.sort_by_key(|cost| cost.clock);
    costs.get(costs.len() / 2).copied().context("no run")
}

fn once(program: &Path, args: &[&str], folder: &Path) -> Result<Cost> {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
    let begin = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot start {}", program.display()))?;
    let used = child.wait4().context("the program is lost")?;
    let clock = begin.elapsed();
    if !used.status.success() {
        bail!("`painmap {}` failed ({})", args.join(" "), used.status);
    }
    let processor = used.rusage.utime + used.rusage.stime;
    Ok(Cost { clock, processor, peak: used.rusage.maxrss })
}
