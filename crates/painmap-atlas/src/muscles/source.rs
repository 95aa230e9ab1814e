//! What the readable source says of the muscles: shapes by view, usual spots and published patterns.

use crate::source::At;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Shapes of one view.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    /// The drawing that they lie on: posterior, anterior or lateral.
    pub(crate) view: String,
    pub(crate) edges: BTreeMap<String, Edge>,
    pub(crate) shapes: BTreeMap<String, Shape>,
    /// Edges that are drawn otherwise for another figure.
    #[serde(default)]
    pub(crate) feminine: Changes,
    #[serde(default)]
    pub(crate) masculine: Changes,
}

/// What another figure has otherwise.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    pub(crate) edges: BTreeMap<String, Vec<At>>,
}

/// An open line of which both ends are corners.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Edge {
    /// A smooth curve through these points.
    Line(Vec<At>),
    /// The body's own outline between the places nearest to two points, the shorter way.
    Along { outline: [At; 2] },
}

/// A muscle as one view shows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Shape {
    pub(crate) contour: Vec<Piece>,
    /// The landmarks of the view at which it attaches: the shape must come near to each.
    #[serde(default)]
    pub(crate) attachments: Vec<String>,
    pub(crate) fibres: Fibres,
}

/// A part of a contour.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Piece {
    /// An edge, walked backwards where a minus stands before its name.
    Edge(String),
    /// An edge of this shape alone.
    Own(Vec<At>),
}

/// How the fibres of a muscle run; one with several bellies has several.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Fibres {
    One(Bundle),
    Many(Vec<Bundle>),
}

/// Lines from one polyline to another, evenly along each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bundle {
    pub(crate) from: Vec<At>,
    pub(crate) to: Vec<At>,
    pub(crate) count: u8,
    /// How far the middle of a line bends aside, in percent of its length.
    #[serde(default)]
    pub(crate) bow: i8,
}

/// Usual spots and published patterns, by muscle.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Patterns {
    pub(crate) patterns: BTreeMap<String, Pattern>,
}

/// What was published of a muscle's trigger points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pattern {
    pub(crate) spots: Vec<Spot>,
    pub(crate) areas: Vec<Area>,
}

/// A place where a trigger point usually sits.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spot {
    pub(crate) id: String,
    pub(crate) words: String,
    pub(crate) verified: bool,
    pub(crate) places: Vec<Place>,
}

/// Where a spot is in a view.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    pub(crate) view: String,
    pub(crate) landmark: String,
    pub(crate) offset: At,
}

/// An area to which pain is known to spread.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Area {
    pub(crate) part: Part,
    pub(crate) view: String,
    /// The spots that it belongs to; all of the muscle's where none is named.
    #[serde(default)]
    pub(crate) spots: Vec<String>,
    pub(crate) outline: Vec<At>,
}

/// How an area belongs to a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Part {
    Essential,
    Spillover,
}

impl Fibres {
    pub(crate) fn bundles(&self) -> &[Bundle] {
        match self {
            Self::One(bundle) => std::slice::from_ref(bundle),
            Self::Many(bundles) => bundles,
        }
    }
}

/// The text of the source's files. Those that are told by name hold several views or muscles.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    pub(crate) facts: &'a str,
    pub(crate) sheets: [(&'static str, &'a str); 4],
    pub(crate) patterns: [(&'static str, &'a str); 2],
}

pub(crate) const TEXTS: Texts<'static> = Texts {
    facts: include_str!("../../source/muscles/facts.toml"),
    sheets: [
        ("posterior-outer", include_str!("../../source/muscles/posterior-outer.toml")),
        ("posterior-deep", include_str!("../../source/muscles/posterior-deep.toml")),
        ("anterior", include_str!("../../source/muscles/anterior.toml")),
        ("lateral", include_str!("../../source/muscles/lateral.toml")),
    ],
    patterns: [
        ("patterns-neck-shoulder", include_str!("../../source/muscles/patterns-neck-shoulder.toml")),
        ("patterns-back-chest-hip", include_str!("../../source/muscles/patterns-back-chest-hip.toml")),
    ],
};

impl Texts<'_> {
    /// The sheets of all views.
    pub(crate) fn sheets(&self) -> Result<Vec<Sheet>> {
        let read = |(name, text)| toml::from_str(text).with_context(|| format!("{name}.toml"));
        self.sheets.into_iter().map(read).collect()
    }

    /// The patterns of all muscles.
    pub(crate) fn patterns(&self) -> Result<BTreeMap<String, Pattern>> {
        let mut all = BTreeMap::new();
        for (name, text) in self.patterns {
            let read: Patterns = toml::from_str(text).with_context(|| format!("{name}.toml"))?;
            all.extend(read.patterns);
        }
        Ok(all)
    }
}
