//! `painmap manual`: the manual page of the command, or of one of its verbs.

use std::io;

use clap_mangen::Man;

use crate::output::OutputArgs;
use crate::status::{Stop, Verdict};

const EXAMPLES: &str = "\
Examples:
  painmap manual -o ~/.local/share/man/man1/painmap.1
  painmap manual check -o ~/.local/share/man/man1/painmap-check.1
  painmap manual measure | man -l -";

/// Writes the manual page of the command, or of one verb.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The verb; without one the page is about the whole command.
    verb: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

pub(crate) fn run(args: &Args, mut command: clap::Command) -> Result<Verdict, Stop> {
    // Gives the verbs their whole names.
    command.build();
    let about = match &args.verb {
        None => command,
        Some(name) => {
            let verb = command.get_subcommands().find(|verb| verb.get_name() == name).cloned();
            let verb = verb.ok_or_else(|| Stop::WrongCall(format!("there is no verb {name:?}")))?;
            verb.version(env!("CARGO_PKG_VERSION"))
        }
    };
    let page = page(about).map_err(|error| args.output.stop(&error))?;
    let mut output = args.output.open();
    output.text(page)?;
    output.finish()?;
    Ok(Verdict::Good)
}

fn page(about: clap::Command) -> io::Result<String> {
    let mut page = Vec::new();
    Man::new(about).manual("painmap").render(&mut page)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}
