//! `painmap check`: whether records are good.

use std::fmt;

use painmap::record::Author;
use serde::Serialize;

use crate::choice::one_of;
use crate::input::{InputArgs, Origin};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say};

const EXAMPLE: &str = "\
Examples:
  painmap check record.json
  painmap check --by patient --json < submissions.ndjson";

/// Checks records: every fault is told with its place (a JSON Pointer) and the reason.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Whose hand the records come from: a patient's hold no findings and no clinician's marks.
    #[arg(long, value_name = "WHO", value_parser = one_of(Author::ALL))]
    by: Option<Author>,
    /// Write a JSON object for each record, one a line: file, line, good, pointer, reason.
    #[arg(long)]
    json: bool,
}

/// What is told of one record. Members that do not apply are absent.
#[derive(Debug, Serialize)]
struct Checked<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    good: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
}

/// How many records of one file were good.
#[derive(Debug, Default)]
struct Tally {
    file: String,
    records: usize,
    bad: usize,
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.records, self.bad) {
            (1, 0) => write!(formatter, "{}: good", self.file),
            (1, _) => write!(formatter, "{}: bad", self.file),
            (records, 0) => write!(formatter, "{}: {records} records, all good", self.file),
            (records, bad) => write!(formatter, "{}: {records} records, {bad} bad", self.file),
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let mut verdict = Verdict::Good;
    for source in args.input.sources()? {
        let mut tally = Tally { file: source.name().to_owned(), ..Tally::default() };
        source.each(|origin, read| {
            let fault = read.and_then(|map| match args.by {
                Some(author) => Ok(map.check_by(author)?),
                None => Ok(()),
            });
            tally.records += 1;
            if let Err(fault) = &fault {
                tally.bad += 1;
                verdict = Verdict::Bad;
                say(format_args!("{origin}: {fault}"));
            }
            if args.json { output.json(&checked(&origin, fault.as_ref().err())) } else { Ok(()) }
        })?;
        if !args.json {
            output.line(tally)?;
        }
    }
    output.finish()?;
    Ok(verdict)
}

fn checked<'a>(origin: &'a Origin, fault: Option<&'a crate::input::Fault>) -> Checked<'a> {
    Checked {
        file: &origin.file,
        line: origin.line,
        good: fault.is_none(),
        pointer: fault.map(|fault| fault.pointer.as_str()),
        reason: fault.map(|fault| fault.reason.as_str()),
    }
}
