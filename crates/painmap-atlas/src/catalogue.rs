//! What is said of the regions, whichever views show them: reading it and writing its tables.

use crate::text::{HEADER, lines, list};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The regions of the skin, and the concepts that their codes stand for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Catalogue {
    pub(crate) regions: Vec<Region>,
    concepts: BTreeMap<String, Concept>,
}

/// A region of the skin, whichever views show it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Region {
    pub(crate) id: String,
    /// The limb that it is on; limbs are never on the midline.
    limb: Option<Limb>,
    /// Whether the nearest spinous process says something about a point in it.
    #[serde(default)]
    spinal: bool,
    /// The concept that it is.
    is: Option<String>,
    /// The narrowest concept that holds it.
    within: Option<String>,
}

/// A limb.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Limb {
    Arm,
    Leg,
}

/// A published concept with the codes that were verified.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Concept {
    name: String,
    uberon: Option<String>,
    fma: Option<String>,
    snomed: Option<String>,
    /// Whether its code was read in a program that uses it, not in the system itself.
    #[serde(default)]
    secondary: bool,
}

impl Concept {
    /// Its line in a text: name, whether its codes are secondary, and its codes.
    pub(crate) fn line(&self) -> String {
        let code = |code: &Option<String>| code.clone().unwrap_or_default();
        let secondary = if self.secondary { "+" } else { "" };
        let codes = [&self.uberon, &self.fma, &self.snomed].map(code).join("\t");
        format!("{}\t{secondary}\t{codes}", self.name)
    }
}

impl Region {
    /// What `RegionId` reads: 1 a limb, 2 spinal, 4 an arm.
    fn bits(&self) -> u8 {
        let limb = match self.limb {
            None => 0,
            Some(Limb::Leg) => 1,
            Some(Limb::Arm) => 5,
        };
        limb | u8::from(self.spinal) << 1
    }
}

impl Catalogue {
    /// Reads the list of regions.
    pub(crate) fn read(text: &str) -> Result<Self> {
        toml::from_str(text).context("regions.toml")
    }

    /// The place of a region in the list.
    pub(crate) fn index(&self, id: &str) -> Result<usize> {
        self.regions.iter().position(|region| region.id == id).with_context(|| format!("no region {id}"))
    }

    /// The tables of all regions.
    pub(crate) fn tables(&self) -> Result<String> {
        // One text and one list of bits: a table of pointers would weigh twice as much in the widget.
        let text = self.regions.iter().map(|region| format!("{}\n", region.id)).collect::<String>();
        let bits = list(self.regions.iter().map(Region::bits));
        // A table of its own: the widget never lists the ids in an error and leaves it out.
        let ids = lines(self.regions.iter().map(|region| format!("{:?}", region.id)));
        let concepts: Vec<&String> = self.concepts.keys().collect();
        let mut concept_of = Vec::new();
        for region in &self.regions {
            let exact = region.is.is_some();
            ensure!(!exact || region.within.is_none(), "{} is a concept and within one", region.id);
            concept_of.push(match region.is.as_ref().or(region.within.as_ref()) {
                None => "None".to_owned(),
                Some(name) => {
                    let index = concepts.iter().position(|known| *known == name);
                    let index = index.with_context(|| format!("{}: no concept {name}", region.id))?;
                    format!("Some(({index}, {exact}))")
                }
            });
        }
        let concept_of = lines(concept_of);
        ensure!(self.concepts.values().all(|concept| !concept.secondary), "no region has secondary codes");
        for concept in concepts {
            let mut named = self.regions.iter().flat_map(|region| region.is.iter().chain(&region.within));
            ensure!(named.any(|name| name == concept), "no region is in the concept {concept}");
        }
        let concepts = lines(self.concepts.values().map(|concept| {
            let Concept { name, uberon, fma, snomed, .. } = concept;
            format!("ConceptRow {{ name: {name:?}, uberon: {uberon:?}, fma: {fma:?}, snomed: {snomed:?} }}")
        }));
        Ok(format!(
            "//! The regions of the skin. {HEADER}\n\nuse super::ConceptRow;\n\n\
             pub(in crate::anatomy) static REGION_IDS: &[&str] = &[\n{ids}];\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static REGION_TEXT: &str = {text:?};\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static REGION_BITS: &[u8] = &{bits};\n\n\
             #[rustfmt::skip]\npub(in crate::anatomy) static CONCEPTS: &[ConceptRow] = &[\n{concepts}];\n\n\
             #[rustfmt::skip]\npub(in crate::anatomy) static CONCEPT_OF: &[Option<(u8, bool)>] = &[\n{concept_of}];\n"
        ))
    }
}
