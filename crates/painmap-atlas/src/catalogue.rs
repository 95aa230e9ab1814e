//! What is said of regions and zones, whichever views show them: reading it and writing its tables.

use crate::text::{HEADER, lines, list};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;

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
    /// What a patient would call it.
    name: String,
    /// What a clinician would call it.
    clinical: String,
    /// On an arm or a leg, which are never on the midline.
    #[serde(default)]
    limb: bool,
    /// Whether the nearest spinous process says something about a point in it.
    #[serde(default)]
    spinal: bool,
    /// The concept that it is.
    is: Option<String>,
    /// The narrowest concept that holds it.
    within: Option<String>,
}

/// A published concept with the codes that were verified.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Concept {
    name: String,
    uberon: Option<String>,
    fma: Option<String>,
    snomed: Option<String>,
}

/// An area that others agreed upon.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zone {
    id: String,
    name: String,
    definition: String,
    source: String,
    verified: bool,
    /// Whether there is one on each side.
    #[serde(default)]
    sided: bool,
    /// The spinous processes whose transverse lines bound it above and below.
    from: Option<String>,
    to: Option<String>,
    /// The regions that it takes of each view.
    #[serde(default)]
    posterior: Vec<String>,
    #[serde(default)]
    anterior: Vec<String>,
    #[serde(default)]
    lateral: Vec<String>,
    also: Option<Also>,
}

/// Regions of which a zone takes what lies near to the midline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Also {
    regions: Vec<String>,
    /// The landmark whose distance from the midline is the limit.
    within: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Zones {
    zones: Vec<Zone>,
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
        let texts = self.regions.iter().map(|region| format!("{}\t{}\n", region.id, region.name));
        let texts = texts.collect::<String>();
        let bits = self.regions.iter().map(|region| u8::from(region.limb) | u8::from(region.spinal) << 1);
        let bits = list(bits);
        // Tables of their own: the widget says everything in plain words and leaves them out.
        let clinical = lines(self.regions.iter().map(|region| format!("{:?}", region.clinical)));
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
        let concepts = lines(self.concepts.values().map(|concept| {
            let Concept { name, uberon, fma, snomed } = concept;
            format!("ConceptRow {{ name: {name:?}, uberon: {uberon:?}, fma: {fma:?}, snomed: {snomed:?} }}")
        }));
        Ok(format!(
            "//! The regions of the skin. {HEADER}\n\nuse super::ConceptRow;\n\n\
             pub(in crate::anatomy) static REGION_IDS: &[&str] = &[\n{ids}];\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static REGION_TEXTS: &str = {texts:?};\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static REGION_BITS: &[u8] = &{bits};\n\n\
             pub(in crate::anatomy) static CLINICAL_NAMES: &[&str] = &[\n{clinical}];\n\n\
             #[rustfmt::skip]\npub(in crate::anatomy) static CONCEPTS: &[ConceptRow] = &[\n{concepts}];\n\n\
             #[rustfmt::skip]\npub(in crate::anatomy) static CONCEPT_OF: &[Option<(u8, bool)>] = &[\n{concept_of}];\n"
        ))
    }

    /// The tables of the zones.
    pub(crate) fn zones(&self, text: &str) -> Result<String> {
        let zones = toml::from_str::<Zones>(text).context("zones.toml")?.zones;
        let ids = lines(zones.iter().map(|zone| format!("{:?}", zone.id)));
        let mut rows = String::new();
        for zone in &zones {
            let list = |ids: &[String]| -> Result<String> {
                let indices = ids.iter().map(|id| self.index(id)).collect::<Result<Vec<_>>>();
                Ok(format!("&{:?}", indices.with_context(|| format!("zone {}", zone.id))?))
            };
            let Zone { name, definition, source, verified, sided, from, to, .. } = zone;
            let also = match &zone.also {
                None => "None".to_owned(),
                Some(also) => format!("Some(({}, {:?}))", list(&also.regions)?, also.within),
            };
            writeln!(
                rows,
                "    ZoneRow {{\n        name: {name:?},\n        definition: {definition:?},\n        \
                 source: {source:?},\n        verified: {verified},\n        sided: {sided},\n        from: {from:?},\n        \
                 to: {to:?},\n        posterior: {},\n        anterior: {},\n        lateral: {},\n        also: {also},\n    }},",
                list(&zone.posterior)?,
                list(&zone.anterior)?,
                list(&zone.lateral)?,
            )?;
        }
        Ok(format!(
            "//! The zones. {HEADER}\n\nuse super::ZoneRow;\n\npub(in crate::anatomy) static ZONE_IDS: &[&str] = &[\n{ids}];\n\n#[rustfmt::skip]\n\
             pub(in crate::anatomy) static ZONES: &[ZoneRow] = &[\n{rows}];\n"
        ))
    }
}
