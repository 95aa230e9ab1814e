//! `painmap completions`: what a shell needs to complete the command line.

use clap_complete::{Shell, generate};

use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLES: &str = "\
Examples:
  painmap completions bash -o ~/.local/share/bash-completion/completions/painmap
  painmap completions zsh -o ~/.zfunc/_painmap
  painmap completions fish -o ~/.config/fish/completions/painmap.fish";

/// Writes a script by which a shell completes verbs and options.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell that is to read it.
    #[arg(value_enum)]
    shell: Shell,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args, mut command: clap::Command) -> Result<Verdict, Stop> {
    let mut script = Vec::new();
    generate(args.shell, &mut command, "painmap", &mut script);
    let mut output = args.output.open();
    output.text(String::from_utf8_lossy(&script))?;
    output.finish()?;
    Ok(Verdict::Good)
}
