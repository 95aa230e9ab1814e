//! `cargo xtask test`: runs the steps and says how long each took.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::steps::{Depth, STEPS, Step};

/// Cases of each property test in a long run; by default proptest tries 256.
const LONG_CASES: u32 = 4_000;

/// What to run.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Tries each property test on many more cases, and builds and drives the examples.
    #[arg(long)]
    long: bool,
    /// Only these steps, by name.
    steps: Vec<String>,
}

/// Stops at the first step that fails.
pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let chosen = choose(&args.steps, args.long)?;
    let depth = Depth { cases: args.long.then_some(LONG_CASES) };
    let start = Instant::now();
    let mut done = Vec::new();
    for step in chosen {
        println!("\n== {}", step.name);
        let begin = Instant::now();
        (step.run)(project, depth).with_context(|| format!("the step `{}` failed", step.name))?;
        let time = seconds(begin.elapsed());
        println!("== {}: good, {time}", step.name);
        done.push(format!("{} {time}", step.name));
    }
    println!("\nall good in {}: {}", seconds(start.elapsed()), done.join(", "));
    Ok(())
}

fn choose(names: &[String], long: bool) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step is called {unknown}; there are {}", known.join(", "));
    }
    let is_chosen = |step: &&Step| match names {
        [] => long || !step.long,
        _ => names.iter().any(|name| name == step.name),
    };
    Ok(STEPS.iter().filter(is_chosen).collect())
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_chosen_by_name_and_keep_their_order() {
        let names = |words: &[&str], long| {
            let words: Vec<String> = words.iter().map(|&word| word.into()).collect();
            choose(&words, long).map(|steps| steps.iter().map(|step| step.name).collect::<Vec<_>>())
        };
        assert_eq!(names(&["size", "fmt"], false).unwrap(), ["fmt", "size"]);
        assert_eq!(names(&["examples"], false).unwrap(), ["examples"]);
        assert_eq!(names(&[], true).unwrap().len(), STEPS.len());
        assert!(!names(&[], false).unwrap().contains(&"examples"), "they take long");
        assert!(names(&["fnt"], false).unwrap_err().to_string().contains("fmt, clippy"));
    }
}
