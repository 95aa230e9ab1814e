//! `painmap generate`: synthetic records.

use std::ops::Range;

use painmap::generate::Generator;

use crate::output::OutputArgs;
use crate::progress::Progress;
use crate::status::{Stop, Verdict};
use crate::workers::in_order;

/// How many records are made at a time.
const PARCEL: u64 = 32;

const EXAMPLES: &str = "\
Examples:
  painmap generate --seed 7 --count 1000 -o records.ndjson
  painmap generate --seed 7 --count 1000000 | painmap check
  painmap generate --seed 7 --first 501 --count 500    the second half of a thousand

The records are made up. Each says so in its member `synthetic`, with its cluster, seed and number.";

/// Writes made-up records, one a line, for tests and benchmarks: the same seed gives the same bytes.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    output: OutputArgs,
    /// The seed: another one gives other records.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How many records.
    #[arg(long, value_name = "N", default_value_t = 1)]
    count: u64,
    /// The number of the first record; each depends on the seed and its number alone.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..))]
    first: u64,
    /// Add what an examiner would: findings by palpation, and marks by the clinician.
    #[arg(long)]
    clinician: bool,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let generator = Generator::new(args.seed).with_clinician(args.clinician);
    let Some(end) = args.first.checked_add(args.count) else {
        return Err(Stop::WrongCall("the numbers of the records end at 18446744073709551615".to_owned()));
    };
    let mut from = args.first;
    let next = move || {
        let numbers = from..end.min(from.saturating_add(PARCEL));
        from = numbers.end;
        (!numbers.is_empty()).then_some(numbers)
    };
    let made = move |numbers: Range<u64>| {
        let records = numbers.end - numbers.start;
        (numbers.map(|number| generator.record(number).to_json() + "\n").collect::<String>(), records)
    };
    // What the records are piped to tells how far it is.
    let mut progress = args.output.is_file().then(|| Progress::of_records(args.count));
    in_order(next, made, |(lines, records)| {
        output.text(lines)?;
        if let Some(progress) = &mut progress {
            progress.add(records, 0);
        }
        Ok(())
    })?;
    output.finish()?;
    Ok(Verdict::Good)
}
