//! The zones: reading them, checking them against the drawn views, writing their table.

use crate::catalogue::Catalogue;
use crate::drawn::Drawn;
use crate::text::{HEADER, lines};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use std::fmt::Write;

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

/// What a view shows of all that a zone may name.
struct Shown<'a> {
    regions: Vec<usize>,
    levels: Vec<&'a str>,
    landmarks: Vec<&'a str>,
}

impl<'a> Shown<'a> {
    fn of(drawn: &'a Drawn<'_>) -> Result<Self> {
        Ok(Self {
            regions: drawn.loops.iter().map(|(region, ..)| *region).collect(),
            levels: drawn.levels()?.into_iter().map(|level| level.name).collect(),
            landmarks: drawn.view.landmarks.iter().map(|landmark| landmark.name.as_str()).collect(),
        })
    }
}

/// The table of the zones; the views are the posterior, the anterior and the lateral one.
pub(crate) fn table(text: &str, catalogue: &Catalogue, views: [&Drawn<'_>; 3]) -> Result<String> {
    let zones = toml::from_str::<Zones>(text).context("zones.toml")?.zones;
    let [posterior, anterior, lateral] = views;
    let shown = [Shown::of(posterior)?, Shown::of(anterior)?, Shown::of(lateral)?];
    let ids = lines(zones.iter().map(|zone| format!("{:?}", zone.id)));
    let mut rows = String::new();
    for zone in &zones {
        rows += &zone.row(catalogue, &shown).with_context(|| format!("zone {}", zone.id))?;
    }
    Ok(format!(
        "//! The zones. {HEADER}\n\nuse super::ZoneRow;\n\npub(in crate::anatomy) static ZONE_IDS: &[&str] = &[\n{ids}];\n\n#[rustfmt::skip]\n\
         pub(in crate::anatomy) static ZONES: &[ZoneRow] = &[\n{rows}];\n"
    ))
}

impl Zone {
    /// Its row of the table.
    fn row(&self, catalogue: &Catalogue, shown: &[Shown<'_>; 3]) -> Result<String> {
        let [behind, ahead, aside] = shown;
        let posterior = self.list(&self.posterior, catalogue, behind).context("posterior")?;
        let anterior = self.list(&self.anterior, catalogue, ahead).context("anterior")?;
        let lateral = self.list(&self.lateral, catalogue, aside).context("lateral")?;
        let also = match &self.also {
            None => "None".to_owned(),
            Some(also) => {
                let within = &also.within;
                ensure!(behind.landmarks.contains(&within.as_str()), "the view shows no landmark {within}");
                let regions = self.list(&also.regions, catalogue, behind).context("also")?;
                format!("Some(({regions}, {within:?}))")
            }
        };
        let Self { name, definition, source, verified, sided, from, to, .. } = self;
        let mut row = String::new();
        writeln!(
            row,
            "    ZoneRow {{\n        name: {name:?},\n        definition: {definition:?},\n        \
             source: {source:?},\n        verified: {verified},\n        sided: {sided},\n        from: {from:?},\n        \
             to: {to:?},\n        posterior: {posterior},\n        anterior: {anterior},\n        \
             lateral: {lateral},\n        also: {also},\n    }},",
        )?;
        Ok(row)
    }

    /// Regions of a view as their places in the list; the view must show them, and the levels that
    /// bound them.
    fn list(&self, ids: &[String], catalogue: &Catalogue, shown: &Shown<'_>) -> Result<String> {
        let mut indices = Vec::new();
        for id in ids {
            let index = catalogue.index(id)?;
            ensure!(shown.regions.contains(&index), "the view shows no region {id}");
            indices.push(index);
        }
        for level in self.from.iter().chain(&self.to).filter(|_| !ids.is_empty()) {
            ensure!(shown.levels.contains(&level.as_str()), "the view shows no level {level}");
        }
        Ok(format!("&{indices:?}"))
    }
}
