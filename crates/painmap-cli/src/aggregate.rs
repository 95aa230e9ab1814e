//! `painmap aggregate`: what many records add up to.

mod parquet;
mod parts;
mod said;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use painmap::PainMap;
use painmap::describe::harmless;
use painmap::measure::{Aggregate, MAX_AGGREGATE_BYTES, Whose};
use painmap::scene::heat_to_svg;

use crate::choice::one_of;
use crate::input::{InputArgs, Origin, Step, expanded};
use crate::output::OutputArgs;
use crate::status::{Stop, Verdict, say, say_fault};
use parts::Parts;

const EXAMPLE: &str = "\
A frequency map has cells of 100 body units (17 mm of a person 1.70 m tall) on the neutral figure. Records
are added up on all cores and not kept, however many there are. docs/measures.md defines each measure.

Examples:
  painmap aggregate records/ more.ndjson
  painmap aggregate --json -o january.json january.ndjson
  painmap aggregate --json --merge january.json february.json -o both.json
  painmap aggregate --merge both.json --svg heat.svg
  painmap aggregate records/ --parquet counts.parquet";

/// Adds up many records: counts by region and side, mean intensity, and how often each place is marked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    /// Files with records, one or many each, and folders with such files; `-` or none for standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    /// The files are aggregates that were written with --json: join them. The answer is the same, to the
    /// byte, as of all their records at once.
    #[arg(long)]
    merge: bool,
    /// Whose marks to add up; with --merge, the aggregates say so [default: patient].
    #[arg(long, value_name = "WHO", conflicts_with = "merge", value_parser = one_of(Whose::ALL))]
    by: Option<Whose>,
    /// Draw the frequency map with a legend to this SVG file.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Write all counts to this Parquet file, as one long table: docs/tables.md tells its columns.
    #[arg(long, value_name = "FILE")]
    parquet: Option<PathBuf>,
    /// Write the aggregate as JSON, which --merge reads.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let files = expanded(&args.files)?;
    let (aggregate, verdict) = if args.merge {
        match merged(&files)? {
            Some(aggregate) => (aggregate, Verdict::Good),
            // Without one of its parts the whole would pass for another.
            None => return Ok(Verdict::Bad),
        }
    } else {
        added(files, args.by.unwrap_or(Whose::Patient))?
    };
    let mut output = args.output.open();
    if args.json {
        output.line(aggregate.to_json())?;
    } else {
        output.text(said::in_full(&aggregate, args.output.paint()))?;
    }
    output.finish()?;
    if let Some(path) = &args.parquet {
        parquet::write(&aggregate, &OutputArgs::to(path.clone()))?;
    }
    if let Some(path) = &args.svg {
        let svg = heat_to_svg(&aggregate).map_err(|error| Stop::WrongCall(error.to_string()))?;
        let unwritable =
            |error| Stop::WrongCall(format!("cannot write {}: {error}", harmless(&path.to_string_lossy())));
        std::fs::write(path, svg + "\n").map_err(unwritable)?;
    }
    Ok(verdict)
}

fn added(files: Vec<PathBuf>, whose: Whose) -> Result<(Aggregate, Verdict), Stop> {
    let parts = Arc::new(Parts::new(whose));
    let mut refused = Aggregate::new(whose);
    let mut verdict = Verdict::Good;
    let add = {
        let parts = Arc::clone(&parts);
        move |_: &Origin, map: PainMap| {
            parts.add(&map);
            Ok(())
        }
    };
    InputArgs::of(files).each(add, |step| {
        if let Step::Text(origin, Err(fault)) = step {
            refused.refuse();
            verdict = Verdict::Bad;
            say_fault(&origin, &fault);
        }
        Ok(())
    })?;
    let mut aggregate = parts.join();
    // Both are of the same marks.
    let _ = aggregate.merge(&refused);
    Ok((aggregate, verdict))
}

/// The aggregates joined; none where one of them is bad, which is told.
fn merged(files: &[PathBuf]) -> Result<Option<Aggregate>, Stop> {
    let stdin = [PathBuf::from("-")];
    let mut whole: Option<Aggregate> = None;
    let mut is_good = true;
    for path in if files.is_empty() { &stdin } else { files } {
        let name = if path.as_path() == Path::new("-") {
            "standard input".to_owned()
        } else {
            harmless(&path.to_string_lossy())
        };
        let text = read(path).map_err(|error| Stop::WrongCall(format!("cannot read {name}: {error}")))?;
        let fault = match Aggregate::from_json(text.trim_ascii_end()) {
            Err(fault) => Some(fault.to_string()),
            Ok(part) => {
                let whole = whole.get_or_insert_with(|| Aggregate::new(part.whose()));
                let is_joined = whole.merge(&part);
                (!is_joined).then(|| format!("of the marks of {}, not of {}", part.whose(), whole.whose()))
            }
        };
        if let Some(fault) = fault {
            is_good = false;
            say(format_args!("{name}: {fault}"));
        }
    }
    Ok(whole.filter(|_| is_good))
}

/// The text, as far as an aggregate may go and one byte more.
fn read(path: &Path) -> std::io::Result<String> {
    let most = MAX_AGGREGATE_BYTES as u64 + 2;
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(most).read_to_string(&mut text)?;
    } else {
        File::open(path)?.take(most).read_to_string(&mut text)?;
    }
    Ok(text)
}
