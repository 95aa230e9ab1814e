//! `painmap describe`: records in sentences.

use painmap::PainMap;
use painmap::anatomy::Coverage;
use painmap::describe::{Locale, Wording, published_patterns, sentences, summary};
use serde::Serialize;

use crate::heading::Headings;
use crate::input::{InputArgs, Origin};
use crate::language::{help, language};
use crate::output::{OutputArgs, json};
use crate::status::{Stop, Verdict};

const EXAMPLE: &str = "\
Examples:
  painmap describe record.json
  painmap describe --json < records.ndjson | head
  painmap describe --summary --language fr record.json
  painmap describe --patterns record.json";

/// Says records in sentences: one numbered sentence for each mark.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLE)]
pub(crate) struct Args {
    #[command(flatten)]
    input: InputArgs,
    #[command(flatten)]
    output: OutputArgs,
    /// Write a JSON object for each record, one a line: {"summary": "...", "sentences": [...]}.
    #[arg(long)]
    json: bool,
    #[arg(long, value_name = "TAG", default_value = "en", value_parser = language)]
    #[arg(help = help("the sentences"))]
    language: &'static Locale,
    /// Say first how many marks there are, on which sides, and how strong the strongest is.
    #[arg(long)]
    summary: bool,
    /// For clinicians: name the muscles whose published pattern covers each mark, and how much of it.
    /// These lines are in English, whatever the language of the sentences.
    #[arg(long)]
    patterns: bool,
}

#[derive(Debug, Serialize)]
struct Described {
    summary: String,
    sentences: Vec<String>,
    /// A list for each mark.
    #[serde(rename = "publishedPatterns", skip_serializing_if = "Option::is_none")]
    patterns: Option<Vec<Vec<Covering>>>,
}

/// How much of a mark a muscle's published pattern covers, in whole percent.
#[derive(Debug, Serialize)]
struct Covering {
    muscle: &'static str,
    #[serde(skip)]
    name: &'static str,
    side: &'static str,
    essential: u8,
    spillover: u8,
}

pub(crate) fn run(args: &Args) -> Result<Verdict, Stop> {
    let (language, with_patterns, is_json) = (args.language, args.patterns, args.json);
    let with_summary = args.summary;
    let described = move |_: &Origin, map: PainMap| {
        let sentences = sentences(&map, Wording::Clinical, language);
        let patterns = with_patterns.then(|| patterns(&map));
        if is_json {
            let summary = summary(&map, language);
            return json(&Described { summary, sentences, patterns }).map(|line| line + "\n");
        }
        let in_words = patterns.iter().flat_map(|marks| in_words(marks));
        let first = with_summary.then(|| summary(&map, language));
        Ok(first.into_iter().chain(sentences).chain(in_words).map(|line| line + "\n").collect::<String>())
    };
    let mut output = args.output.open();
    let mut headings = Headings::default();
    let verdict = args.input.each_good_made(described, |origin, said| {
        if !args.json {
            output.text(headings.of(&origin, args.output.paint()))?;
        }
        output.text(said?)
    })?;
    output.finish()?;
    Ok(verdict)
}

/// The patterns that cover each mark.
fn patterns(map: &PainMap) -> Vec<Vec<Covering>> {
    let covering = |Coverage { muscle, side, essential, spillover }| Covering {
        muscle: muscle.as_str(),
        name: muscle.name(),
        side: side.as_str(),
        essential,
        spillover,
    };
    map.marks().map(|mark| published_patterns(map, mark).into_iter().map(covering).collect()).collect()
}

/// A heading, and a line for each pattern of each mark.
fn in_words(marks: &[Vec<Covering>]) -> Vec<String> {
    let mut lines = vec!["Published patterns that cover a mark (individual pain varies):".to_owned()];
    for (number, covering) in (1..).zip(marks) {
        for Covering { name, side, essential, spillover, .. } in covering {
            lines.push(format!("{number}. {side} {name}: essential {essential} %, spillover {spillover} %"));
        }
    }
    if lines.len() == 1 {
        lines.push("none".to_owned());
    }
    lines
}
