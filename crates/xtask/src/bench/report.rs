//! What `cargo xtask bench core` found, as a page.

use std::fmt::Write as _;
use std::time::Duration;

use anyhow::{Context, Result};

use super::command::Measured;
use super::divan::Timed;
use super::process::Cost;

/// A point is found through all layers in less, in nanoseconds.
const LOCATE_BUDGET: f64 = 1_000.0;
/// A record is checked at this share of the speed of `serde_json`, or faster.
const CHECK_BUDGET: f64 = 0.5;
/// From ten thousand records on, a record costs this many times as much at most.
const FLAT: f64 = 1.25;
/// From this many records on, what it costs to start no longer counts.
const SETTLED: u64 = 10_000;

/// Groups and names of the benchmarks that the budgets ask for.
const THROUGH_ALL_LAYERS: &str = "locate_a_thousand_points_through_all_layers";
const POINTS: f64 = 1_000.0;
const A_HUNDRED: &str = "a_hundred";

/// On what it was measured.
#[derive(Debug)]
pub(crate) struct Machine {
    pub(crate) cores: usize,
    pub(crate) processor: Option<String>,
    pub(crate) compiler: String,
    /// At the beginning and at the end.
    pub(crate) load: Option<(String, String)>,
}

/// All that was found.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    pub(crate) quick: bool,
    pub(crate) library: Vec<Timed>,
    pub(crate) on_one: Vec<(&'static str, Cost)>,
    pub(crate) on_many: Vec<Measured>,
}

/// A record's text, and how long the two readers took.
struct Check<'r> {
    text: &'r str,
    painmap: f64,
    serde_json: f64,
}

impl Check<'_> {
    /// How fast painmap is, with `serde_json` as 1.
    fn speed(&self) -> f64 {
        self.serde_json / self.painmap
    }
}

impl Report {
    /// The page.
    pub(crate) fn to_markdown(&self) -> Result<String> {
        let mut page = String::new();
        self.head(&mut page)?;
        self.budgets(&mut page)?;
        self.checks(&mut page)?;
        self.library(&mut page)?;
        self.one(&mut page)?;
        self.many(&mut page)?;
        page.push_str(
            "## What this can't say\n\n\
            The records are made up (`painmap generate`): those of a real clinic may have other sizes. What was\n\
            written went nowhere, so that no disk was measured but the one that was read from, and that from the\n\
            system's memory where it had the file. One machine was measured.\n",
        );
        Ok(page)
    }

    fn head(&self, page: &mut String) -> Result<()> {
        let Machine { cores, processor, compiler, load } = &self.machine;
        let quick = if self.quick { " --quick" } else { "" };
        writeln!(page, "# How fast the core and the command are\n")?;
        writeln!(page, "```sh\ncargo xtask bench core{quick}\n```\n")?;
        write!(
            page,
            "That command measured all figures of this page in one run and wrote the page, on {cores} cores"
        )?;
        if let Some(processor) = processor {
            write!(page, " ({processor})")?;
        }
        writeln!(page, ",\ncompiled by {compiler} for speed (`--release`).")?;
        if let Some((before, after)) = load {
            writeln!(
                page,
                "The machine may have had other work: a load of {before} at the beginning and {after} at the end, of\n\
                which painmap is one or more. Compare the lines of a table with one another, not with those of another\n\
                machine."
            )?;
        }
        writeln!(page)?;
        Ok(())
    }

    fn budgets(&self, page: &mut String) -> Result<()> {
        let slowest = self.timed(THROUGH_ALL_LAYERS).map(|timed| timed.median / POINTS).fold(0.0, f64::max);
        let checks = self.both_readers()?;
        let least = checks.iter().map(Check::speed).fold(f64::INFINITY, f64::min);
        writeln!(page, "| budget | wanted | measured | |\n| --- | ---: | ---: | --- |")?;
        writeln!(
            page,
            "| locate a point through all layers, in the slowest view | under 1 µs | {} | {} |",
            time(slowest),
            met(slowest < LOCATE_BUDGET)
        )?;
        writeln!(
            page,
            "| check a record, beside `serde_json` reading the same bytes to a `Value`, slowest size | at least {CHECK_BUDGET} times its speed | {least:.2} times | {} |",
            met(least >= CHECK_BUDGET)
        )?;
        if let Some((growth, words)) = self.growth() {
            writeln!(
                page,
                "| a record costs as much in a large file as in one of {}, at worst (`{words}`) | at most {FLAT} times | {growth:.2} times | {} |",
                count(SETTLED),
                met(growth <= FLAT)
            )?;
        }
        writeln!(page)?;
        Ok(())
    }

    fn checks(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## Checking a record\n")?;
        writeln!(
            page,
            "| | painmap | `serde_json` | speed | MB a second |\n| --- | ---: | ---: | ---: | ---: |"
        )?;
        for check in self.both_readers()? {
            let bytes = check.text.split(' ').rev().nth(1).and_then(|bytes| bytes.parse::<f64>().ok());
            let speed =
                bytes.map(|bytes| format!("{:.0}", bytes / check.painmap * 1_000.0)).unwrap_or_default();
            writeln!(
                page,
                "| {} | {} | {} | {:.2} times | {speed} |",
                check.text,
                time(check.painmap),
                time(check.serde_json),
                check.speed()
            )?;
        }
        writeln!(
            page,
            "\n`PainMap::from_json` reads JSON, refuses what stands twice, keeps numbers and unknown members as they\n\
            stood, and checks every value; `serde_json::from_slice::<Value>` reads JSON alone. Medians, by divan.\n"
        )?;
        Ok(())
    }

    fn library(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## The library, on one core\n")?;
        writeln!(page, "| | median | fastest |\n| --- | ---: | ---: |")?;
        for timed in self.timed(A_HUNDRED) {
            let name = timed.path.last().context("a benchmark without a name")?.replace('_', " ");
            let each = |nanoseconds: f64| time(nanoseconds / 100.0);
            writeln!(page, "| {name} | {} | {} |", each(timed.median), each(timed.fastest))?;
        }
        for timed in
            self.library.iter().filter(|timed| timed.path.iter().any(|name| name.contains("_a_thousand_")))
        {
            let name = timed.path.get(timed.path.len().saturating_sub(2)..).unwrap_or_default().join(", ");
            let name = name.replace('_', " ").replace("a thousand points", "a point");
            writeln!(
                page,
                "| {name} | {} | {} |",
                time(timed.median / POINTS),
                time(timed.fastest / POINTS)
            )?;
        }
        writeln!(
            page,
            "\nFor one record of a hundred made-up ones, or one point of a thousand, by divan.\n"
        )?;
        Ok(())
    }

    fn one(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## The command on one record\n")?;
        writeln!(page, "| | milliseconds | peak memory, MB |\n| --- | ---: | ---: |")?;
        for (words, cost) in &self.on_one {
            let words =
                if *words == "help" { "help".to_owned() } else { format!("{words} docs/record.json") };
            let milliseconds = cost.clock.as_secs_f64() * 1e3;
            writeln!(page, "| `painmap {words}` | {milliseconds:.1} | {} |", megabytes(cost.peak))?;
        }
        writeln!(
            page,
            "\nThe whole process, from its start to its end; medians of 31. Linux counts in what the\nmeasuring program held when it started the other: where memory is near that of `help`, it is less than that.\n"
        )?;
        Ok(())
    }

    fn many(&self, page: &mut String) -> Result<()> {
        writeln!(page, "## The command on many records\n")?;
        writeln!(
            page,
            "| | records | seconds | µs a record | records a second | processor µs a record | cores busy | peak memory, MB |\n\
            | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        )?;
        for Measured { verb, costs } in &self.on_many {
            for (records, cost) in costs {
                let seconds = cost.clock.as_secs_f64();
                writeln!(
                    page,
                    "| `{}` | {} | {seconds:.2} | {:.1} | {:.0} | {:.1} | {:.2} | {} |",
                    name(verb.words),
                    count(*records),
                    a_record(cost.clock, *records),
                    number(*records) / seconds,
                    a_record(cost.processor, *records),
                    cost.processor.as_secs_f64() / seconds,
                    megabytes(cost.peak)
                )?;
            }
        }
        writeln!(
            page,
            "\nThe whole process: its start, reading the file, and writing, which here goes nowhere. \"Cores busy\" is\n\
            processor time by time on the clock. FHIR names a patient and a performer; where it says `--no-pictures`,\n\
            it leaves them out.\n"
        )?;
        writeln!(page, "### Does the cost stay flat?\n")?;
        writeln!(
            page,
            "| | from | to | processor µs a record | times | peak memory, times |\n| --- | ---: | ---: | ---: | ---: | ---: |"
        )?;
        for measured in &self.on_many {
            let Some((from, to)) = settled(measured) else { continue };
            writeln!(
                page,
                "| `{}` | {} | {} | {:.1} to {:.1} | {:.2} | {:.2} |",
                name(measured.verb.words),
                count(from.0),
                count(to.0),
                a_record(from.1.processor, from.0),
                a_record(to.1.processor, to.0),
                grown(from, to),
                number(to.1.peak) / number(from.1.peak.max(1))
            )?;
        }
        writeln!(page)?;
        Ok(())
    }

    /// The lines below or of this name.
    fn timed<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r Timed> {
        self.library.iter().filter(move |timed| timed.path.iter().any(|part| part == name))
    }

    fn both_readers(&self) -> Result<Vec<Check<'_>>> {
        let of = |reader: &str| -> Vec<&Timed> {
            self.timed("check").filter(|timed| timed.path.iter().any(|part| part == reader)).collect()
        };
        let (ours, theirs) = (of("painmap"), of("serde_json"));
        let check = |ours: &&'_ Timed| {
            let text = ours.path.last()?;
            let other = theirs.iter().find(|other| other.path.last() == Some(text))?;
            Some((text.clone(), ours.median, other.median))
        };
        let found: Option<Vec<_>> = ours.iter().map(check).collect();
        let found =
            found.filter(|found| !found.is_empty()).context("the benchmark of checking is missing")?;
        let text =
            |text: &str| self.library.iter().filter_map(|timed| timed.path.last()).find(|name| *name == text);
        let checks = found.iter().filter_map(|(name, painmap, serde_json)| {
            Some(Check { text: text(name)?, painmap: *painmap, serde_json: *serde_json })
        });
        Ok(checks.collect())
    }

    /// The verb whose cost grew most, and how much.
    fn growth(&self) -> Option<(f64, &'static str)> {
        let growth = |measured: &Measured| {
            let (from, to) = settled(measured)?;
            Some((grown(from, to), name(measured.verb.words)))
        };
        self.on_many.iter().filter_map(growth).max_by(|one, other| one.0.total_cmp(&other.0))
    }
}

/// The costs to compare: at the size where they have settled, and at the largest.
fn settled(measured: &Measured) -> Option<((u64, Cost), (u64, Cost))> {
    let from = *measured.costs.iter().find(|(count, _)| *count == SETTLED)?;
    let to = *measured.costs.last()?;
    (to.0 > from.0).then_some((from, to))
}

fn grown(from: (u64, Cost), to: (u64, Cost)) -> f64 {
    a_record(to.1.processor, to.0) / a_record(from.1.processor, from.0)
}

/// The words without what every bundle needs.
fn name(words: &'static str) -> &'static str {
    words.split(" --subject").next().unwrap_or(words)
}

fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "not met" }
}

/// Microseconds a record.
fn a_record(time: Duration, records: u64) -> f64 {
    time.as_secs_f64() * 1e6 / number(records)
}

#[expect(clippy::cast_precision_loss, reason = "figures of three digits are printed")]
fn number(count: u64) -> f64 {
    count as f64
}

/// With three digits, in the unit that fits.
fn time(nanoseconds: f64) -> String {
    let (value, unit) = match nanoseconds {
        time if time < 1e3 => (time, "ns"),
        time if time < 1e6 => (time / 1e3, "µs"),
        time => (time / 1e6, "ms"),
    };
    let decimals = if value < 10.0 { 2 } else { usize::from(value < 100.0) };
    format!("{value:.decimals$} {unit}")
}

fn megabytes(bytes: u64) -> String {
    if bytes == 0 { "not known".to_owned() } else { format!("{:.1}", number(bytes) / 1e6) }
}

/// A count with thin gaps between thousands.
fn count(records: u64) -> String {
    let digits = records.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}
