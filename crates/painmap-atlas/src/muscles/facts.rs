//! What is said of the muscles: reading it and writing its table.

use super::source::Pattern;
use crate::catalogue::Concept;
use crate::text::{HEADER, lines, list};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The muscles, what is said of them, and where it was read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    sources: BTreeMap<String, Source>,
    concepts: BTreeMap<String, Concept>,
    /// From the surface down: one lies over those that come later.
    muscles: Vec<Muscle>,
}

/// Where something was read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    text: String,
    /// Whether it was read; else it stands for what is commonly taught.
    checked: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Muscle {
    id: String,
    name: String,
    latin: String,
    layer: Layer,
    /// The concept that it is.
    is: Option<String>,
    /// The narrowest concept that holds it, where none is the same or its codes are secondary.
    within: Option<String>,
    origin: Fact,
    origin_unverified: Option<Fact>,
    insertion: Fact,
    insertion_unverified: Option<Fact>,
    innervation: Fact,
    innervation_unverified: Option<Fact>,
    fibres: Fact,
    spots: Fact,
    spots_unverified: Option<Fact>,
    essential: Fact,
    essential_unverified: Option<Fact>,
    spillover: Option<Fact>,
    spillover_unverified: Option<Fact>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Layer {
    Superficial,
    Intermediate,
    Deep,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    text: String,
    verified: bool,
    sources: Vec<String>,
}

impl Facts {
    /// Reads the facts.
    pub(crate) fn of(text: &str) -> Result<Self> {
        let facts: Self = toml::from_str(text).context("facts.toml")?;
        ensure!(
            facts.muscles.is_sorted_by_key(|muscle| muscle.layer),
            "the muscles go from the surface down"
        );
        Ok(facts)
    }

    /// The place of a muscle in the list.
    pub(crate) fn index(&self, id: &str) -> Result<usize> {
        self.muscles.iter().position(|muscle| muscle.id == id).with_context(|| format!("no muscle {id}"))
    }

    /// Things of muscles in the order of these.
    pub(crate) fn sorted<'a, T>(
        &self,
        things: impl IntoIterator<Item = &'a T>,
        muscle: fn(&T) -> &str,
    ) -> Result<Vec<&'a T>> {
        let mut keyed = Vec::new();
        for thing in things {
            keyed.push((self.index(muscle(thing))?, thing));
        }
        keyed.sort_by_key(|(index, _)| *index);
        Ok(keyed.into_iter().map(|(_, thing)| thing).collect())
    }

    /// The Rust table: texts with parts between tabs, which weigh less than rows of pointers.
    pub(crate) fn table(&self, patterns: &BTreeMap<String, Pattern>) -> Result<String> {
        let mut texts = Vec::new();
        for muscle in &self.muscles {
            texts.push(self.lines(muscle, patterns).with_context(|| muscle.id.clone())?.join("\n"));
        }
        self.check_all_used()?;
        let sources: Vec<String> = self
            .sources
            .iter()
            .map(|(id, Source { text, checked })| tabbed([id, mark(*checked), text]))
            .collect();
        let concepts: Vec<String> = self.concepts.values().map(Concept::line).collect();
        let layers = self.muscles.iter().map(|muscle| muscle.layer as u8);
        let constant = |note: &str, name: &str, kind: &str, value: &str| {
            format!(
                "\n/// {note}\n#[rustfmt::skip]\npub(in crate::anatomy) static {name}: {kind} = {value};\n"
            )
        };
        Ok([
            format!("//! What is said of the muscles. {HEADER}\n"),
            constant(
                "From the surface down.",
                "MUSCLE_IDS",
                "&[&str]",
                &format!("&[\n{}]", lines(self.muscles.iter().map(|muscle| format!("{:?}", muscle.id)))),
            ),
            constant("The layer of each: 0 is the superficial one.", "MUSCLE_LAYERS", "&[u8]", &format!("&{}", list(layers))),
            constant(
                "A block for each, with U+001E between them: a line of name, Latin name and concepts (`=` it is, `<` it lies in); lines of \
                 a fact's topic, whether it was read (`+`), sources and text; lines of a usual spot's id, \
                 whether it was read, and words.",
                "MUSCLE_TEXTS",
                "&str",
                &format!("{:?}", texts.join(BLOCK)),
            ),
            constant("A line for each: id, whether it was read, citation.", "SOURCE_TEXTS", "&str", &format!("{:?}", sources.join("\n"))),
            constant(
                "A line for each: name, whether its codes are secondary, UBERON, FMA, SNOMED CT.",
                "CONCEPT_TEXTS",
                "&str",
                &format!("{:?}", concepts.join("\n")),
            ),
        ]
        .concat())
    }

    /// The block of a muscle.
    fn lines(&self, muscle: &Muscle, patterns: &BTreeMap<String, Pattern>) -> Result<Vec<String>> {
        let Muscle { name, latin, is, within, .. } = muscle;
        let mut concepts = Vec::new();
        for (named, mark) in is.iter().map(|name| (name, '=')).chain(within.iter().map(|name| (name, '<'))) {
            let index = position(&self.concepts, named).with_context(|| format!("no concept {named}"))?;
            concepts.push(format!("{mark}{index}"));
        }
        ensure!(!concepts.is_empty(), "no concept");
        let mut lines = vec![tabbed([name, latin, &concepts.join(" ")])];
        for (topic, fact) in muscle.facts() {
            let Fact { text, verified, sources } = fact;
            ensure!(!sources.is_empty(), "{topic} has no source");
            let mut numbers = Vec::new();
            for source in sources {
                let index = position(&self.sources, source).with_context(|| format!("no source {source}"))?;
                numbers.push(index.to_string());
            }
            lines.push(tabbed([topic, mark(*verified), &numbers.join(" "), text]));
        }
        for spot in &patterns.get(&muscle.id).context("no pattern")?.spots {
            lines.push(tabbed([&spot.id, mark(spot.verified), &spot.words]));
        }
        ensure!(lines.iter().all(|line| !line.contains('\n')), "a text has a line break");
        Ok(lines)
    }

    fn check_all_used(&self) -> Result<()> {
        for name in self.concepts.keys() {
            let mut named = self.muscles.iter().flat_map(|muscle| muscle.is.iter().chain(&muscle.within));
            ensure!(named.any(|used| used == name), "no muscle is in the concept {name}");
        }
        for name in self.sources.keys() {
            let mut facts = self.muscles.iter().flat_map(Muscle::facts);
            ensure!(facts.any(|(_, fact)| fact.sources.contains(name)), "no fact is from {name}");
        }
        Ok(())
    }
}

impl Muscle {
    /// What is said of it, by topic.
    fn facts(&self) -> impl Iterator<Item = (&'static str, &Fact)> {
        let facts = [
            ("origin", Some(&self.origin), self.origin_unverified.as_ref()),
            ("insertion", Some(&self.insertion), self.insertion_unverified.as_ref()),
            ("fibres", Some(&self.fibres), None),
            ("innervation", Some(&self.innervation), self.innervation_unverified.as_ref()),
            ("spots", Some(&self.spots), self.spots_unverified.as_ref()),
            ("essential", Some(&self.essential), self.essential_unverified.as_ref()),
            ("spillover", self.spillover.as_ref(), self.spillover_unverified.as_ref()),
        ];
        facts
            .into_iter()
            .flat_map(|(topic, one, other)| one.into_iter().chain(other).map(move |fact| (topic, fact)))
    }
}

fn position<T>(rows: &BTreeMap<String, T>, name: &str) -> Option<usize> {
    rows.keys().position(|known| known == name)
}

/// Parts the blocks: one character is found with less code than two.
const BLOCK: &str = "\u{1e}";

/// The parts of a line.
fn tabbed<const COUNT: usize>(parts: [&str; COUNT]) -> String {
    parts.join("\t")
}

/// Whether something was read.
const fn mark(read: bool) -> &'static str {
    if read { "+" } else { "" }
}
