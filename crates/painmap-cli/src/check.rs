//! `painmap check`: whether records are good.

use painmap::PainMap;
use painmap::record::Author;
use serde::Serialize;

use crate::choice::one_of;
use crate::colour::Paint;
use crate::input::{Fault, InputArgs, Origin, Step};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say_fault};

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
    records: usize,
    bad: usize,
}

impl Tally {
    /// The file's tally in words.
    fn said(&self, file: &str, paint: Paint) -> String {
        let verdict = match (self.records, self.bad) {
            (1, 0) => paint.good("good").to_string(),
            (1, _) => paint.bad("bad").to_string(),
            (records, 0) => format!("{records} records, {}", paint.good("all good")),
            (records, bad) => format!("{records} records, {}", paint.bad(format_args!("{bad} bad"))),
        };
        format!("{}: {verdict}", paint.place(file))
    }
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let mut verdict = Verdict::Good;
    let mut tally = Tally::default();
    let by = args.by;
    let check = move |_: &Origin, map: PainMap| Ok(by.map_or(Ok(()), |author| map.check_by(author))?);
    args.input.each(check, |step| match step {
        Step::Text(origin, checked) => {
            let fault = checked.err();
            tally.records += 1;
            if let Some(fault) = &fault {
                tally.bad += 1;
                verdict = Verdict::Bad;
                say_fault(&origin, fault);
            }
            if args.json { output.json(&told(&origin, fault.as_ref())) } else { Ok(()) }
        }
        Step::End(file) => {
            let tally = std::mem::take(&mut tally);
            if args.json { Ok(()) } else { output.line(tally.said(&file, args.output.paint())) }
        }
    })?;
    output.finish()?;
    Ok(verdict)
}

fn told<'a>(origin: &'a Origin, fault: Option<&'a Fault>) -> Checked<'a> {
    Checked {
        file: &origin.file,
        line: origin.line,
        good: fault.is_none(),
        pointer: fault.map(|fault| fault.pointer.as_str()),
        reason: fault.map(|fault| fault.reason.as_str()),
    }
}
