//! What is said of the muscles: reading it and writing its table.

use super::source::Pattern;
use crate::catalogue::Concept;
use crate::text::{HEADER, lines};
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
    pub(crate) fn read() -> Result<Self> {
        Self::of(include_str!("../../source/muscles/facts.toml"))
    }

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

    /// The Rust table.
    pub(crate) fn table(&self, patterns: &BTreeMap<String, Pattern>) -> Result<String> {
        let sources = self.sources.iter().map(|(id, Source { text, checked })| {
            format!("SourceRow {{ id: {id:?}, text: {text:?}, checked: {checked} }}")
        });
        let concepts = self.concepts.values().map(Concept::row);
        let mut rows = Vec::new();
        for muscle in &self.muscles {
            rows.push(self.row(muscle, patterns).with_context(|| muscle.id.clone())?);
        }
        self.check_all_used()?;
        Ok(format!(
            "//! What is said of the muscles. {HEADER}\n\nuse super::{{ConceptRow, FactRow, MuscleRow, SourceRow, SpotRow}};\n\
             use crate::anatomy::muscle::{{Layer, Topic}};\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static MUSCLE_IDS: &[&str] = &[\n{}];\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static SOURCES: &[SourceRow] = &[\n{}];\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static MUSCLE_CONCEPTS: &[ConceptRow] = &[\n{}];\n\n\
             pub(in crate::anatomy) static MUSCLES: &[MuscleRow] = &[\n{}];\n",
            lines(self.muscles.iter().map(|muscle| format!("{:?}", muscle.id))),
            lines(sources),
            lines(concepts),
            lines(rows),
        ))
    }

    fn row(&self, muscle: &Muscle, patterns: &BTreeMap<String, Pattern>) -> Result<String> {
        let Muscle { name, latin, layer, is, within, .. } = muscle;
        let mut concepts = Vec::new();
        for (named, exact) in
            is.iter().map(|name| (name, true)).chain(within.iter().map(|name| (name, false)))
        {
            let index = position(&self.concepts, named).with_context(|| format!("no concept {named}"))?;
            concepts.push((index, exact));
        }
        ensure!(!concepts.is_empty(), "no concept");
        let mut facts = Vec::new();
        for (topic, fact) in muscle.facts() {
            let Fact { text, verified, sources } = fact;
            ensure!(!sources.is_empty(), "{topic} has no source");
            let mut numbers = Vec::new();
            for source in sources {
                numbers.push(position(&self.sources, source).with_context(|| format!("no source {source}"))?);
            }
            facts.push(format!(
                "FactRow {{ topic: Topic::{topic}, text: {text:?}, verified: {verified}, sources: &{numbers:?} }}"
            ));
        }
        let pattern = patterns.get(&muscle.id).context("no pattern")?;
        let spots = pattern.spots.iter().map(|spot| {
            format!("SpotRow {{ id: {:?}, words: {:?}, verified: {} }}", spot.id, spot.words, spot.verified)
        });
        Ok(format!(
            "MuscleRow {{\nname: {name:?},\nlatin: {latin:?},\nlayer: Layer::{layer:?},\nconcepts: &{concepts:?},\n\
             facts: &[\n{}],\nspots: &[\n{}],\n}}",
            lines(facts),
            lines(spots)
        ))
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
            ("Origin", Some(&self.origin), self.origin_unverified.as_ref()),
            ("Insertion", Some(&self.insertion), self.insertion_unverified.as_ref()),
            ("Fibres", Some(&self.fibres), None),
            ("Innervation", Some(&self.innervation), self.innervation_unverified.as_ref()),
            ("Spots", Some(&self.spots), self.spots_unverified.as_ref()),
            ("Essential", Some(&self.essential), self.essential_unverified.as_ref()),
            ("Spillover", self.spillover.as_ref(), self.spillover_unverified.as_ref()),
        ];
        facts
            .into_iter()
            .flat_map(|(topic, one, other)| one.into_iter().chain(other).map(move |fact| (topic, fact)))
    }
}

fn position<T>(rows: &BTreeMap<String, T>, name: &str) -> Option<usize> {
    rows.keys().position(|known| known == name)
}
