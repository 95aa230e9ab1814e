//! `painmap`: checks, draws, describes, measures, exchanges and locates where it hurts, at the command line.
//!
//! Each verb reads files or standard input and writes to standard output or to a file.

mod aggregate;
mod atlas;
mod check;
mod choice;
mod colour;
mod compare;
mod completions;
mod describe;
mod export;
mod generate;
mod heading;
mod import;
mod input;
mod language;
mod locate;
mod manual;
mod measure;
mod output;
mod parquet;
mod progress;
mod render;
mod schema;
mod status;
mod workers;

use std::io::Write;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use painmap::describe::harmless;

const EXAMPLES: &str = "\
Examples:
  painmap check record.json              is it a good record?
  painmap render record.json -o map.svg  draw it
  painmap describe record.json           say it in sentences
  painmap measure record.json            count, extent, intensity, zones
  painmap compare old.json new.json      what changed?
  painmap aggregate records/             what do many records add up to?
  painmap export --to csv record.json    one row a mark, for a spreadsheet
  painmap generate --count 100           synthetic records, for tests
  painmap export --to fhir-r4 \
      --subject Patient/17 --performer Patient/17 record.json
                                         carry it to an EHR
  painmap import bundle.json             and back
  painmap locate -- -600 1790            what lies at this point?
  painmap atlas --landmarks -o plate.svg the body with its landmarks
  painmap schema -o painmap.schema.json  the JSON Schema of a record
  painmap completions bash               let a shell complete all that
  painmap manual measure | man -l -      read more of a verb

A record is JSON. A file may also hold many, one a line (NDJSON). A folder stands for the files
in it that are named *.json, *.ndjson or *.jsonl. With no file, or with `-`, standard input is read.

Exit status: 0 good, 1 a record is bad, 2 the call is wrong.";

/// Checks, draws, describes, measures, exchanges and locates where it hurts.
#[derive(Debug, Parser)]
#[command(name = "painmap", version, after_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Check(check::Args),
    Render(render::Args),
    Describe(describe::Args),
    Measure(measure::Args),
    Compare(compare::Args),
    Aggregate(aggregate::Args),
    Export(export::Args),
    Import(import::Args),
    Generate(generate::Args),
    Locate(locate::Args),
    Atlas(atlas::Args),
    Schema(schema::Args),
    Completions(completions::Args),
    Manual(manual::Args),
}

/// What was called. A wrong call may quote what was typed, and that may be the name of a stranger's file.
fn parsed() -> Cli {
    Cli::try_parse().unwrap_or_else(|error| {
        let typed: Vec<String> =
            std::env::args_os().map(|typed| typed.to_string_lossy().into_owned()).collect();
        if typed.iter().all(|typed| harmless(typed) == *typed) {
            error.exit()
        }
        for line in error.to_string().lines() {
            let _ = writeln!(std::io::stderr(), "{}", harmless(line));
        }
        std::process::exit(error.exit_code())
    })
}

fn main() -> ExitCode {
    let ended = match parsed().verb {
        Verb::Check(args) => check::run(&args),
        Verb::Render(args) => render::run(&args),
        Verb::Describe(args) => describe::run(&args),
        Verb::Measure(args) => measure::run(&args),
        Verb::Compare(args) => compare::run(&args),
        Verb::Aggregate(args) => aggregate::run(&args),
        Verb::Export(args) => export::run(&args),
        Verb::Import(args) => import::run(&args),
        Verb::Generate(args) => generate::run(&args),
        Verb::Locate(args) => locate::run(&args),
        Verb::Atlas(args) => atlas::run(&args),
        Verb::Schema(args) => schema::run(&args),
        Verb::Completions(args) => completions::run(&args, Cli::command()),
        Verb::Manual(args) => manual::run(&args, Cli::command()),
    };
    status::exit_code(ended)
}
