//! What a form of the drawing means, and its look in a file: colours, widths.
//!
//! The element takes the name as a CSS class and brings its own colours; a file takes the
//! presentation attributes, which work under every content security policy.

use crate::record::Intensity;

/// The colours of the ratings 0 to 10: each darker than the one before, so that they hold in
/// black and white and for the common colour-vision deficiencies.
pub const INTENSITY_COLOURS: [&str; 11] = [
    "#fff1b8", "#ffdc94", "#fdc76c", "#fbb13c", "#f49436", "#ec7531", "#e2542b", "#c53b43", "#a81c4f",
    "#78174b", "#4b0d45",
];

/// The colour of a mark without a rating.
pub const UNRATED_COLOUR: &str = "#ffffff";

/// The lowest rating whose colour is dark enough for white letters.
const WHITE_LETTERS_FROM: u8 = 7;

const LINE: &str = "#6a564a";
const BONE: &str = "#24466b";
/// Tints of regions: enough of them that neighbours seldom share one.
const TINTS: [&str; 7] = ["#d9a86c", "#9fbb8f", "#b39ccb", "#dc9484", "#88b4cb", "#cfc36b", "#b58f6f"];
const DARK: &str = "#2b1a12";
/// Numbers on a light disc: darker, so that they are read on the sixth too.
const ON_LIGHT: &str = "#160d09";

/// What a form means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// The body.
    Skin,
    /// Soft shading along the body's edge; 0 is the widest band.
    Shade(u8),
    /// The body's outline.
    Outline,
    /// A border between regions.
    Border,
    /// A faint line; 1 is a hint, 2 a line, 3 a fold, 4 an edge of what lies over the body.
    Detail(u8),
    /// "Your left", at the left edge of the screen.
    SideLeft,
    /// "Your right", at the right edge of the screen.
    SideRight,
    /// A bone under the skin.
    Bone,
    /// A landmark.
    Landmark,
    /// A landmark's name, after its point or before it.
    LandmarkName {
        /// Whether it ends at its point.
        before: bool,
    },
    /// A tint that tells a region from its neighbours; they repeat after seven.
    Tint(u8),
    /// A region's name.
    RegionName,
    /// The size that the patient gave a spot, or an area.
    Extent(Option<Intensity>),
    /// The light line under an arrow.
    ArrowCasing,
    /// The shaft of an arrow along which the pain spreads.
    Arrow,
    /// The head of the arrow.
    ArrowHead,
    /// The disc of a mark.
    Disc(Option<Intensity>),
    /// The number of a mark, on its disc.
    Number(Option<Intensity>),
    /// The intensity beside the disc.
    Rating,
}

impl Ink {
    /// The CSS class in the element.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Skin => "skin",
            Self::Shade(_) => "shade",
            Self::Outline => "outline",
            Self::Border => "border",
            Self::Detail(1) => "hint",
            Self::Detail(2) => "line",
            Self::Detail(_) => "fold",
            Self::SideLeft | Self::SideRight => "side",
            Self::Bone => "bone",
            Self::Landmark => "landmark",
            Self::LandmarkName { .. } => "landmark-name",
            Self::Tint(_) => "tint",
            Self::RegionName => "region-name",
            Self::Extent(_) => "extent",
            Self::ArrowCasing => "arrow-casing",
            Self::Arrow => "arrow",
            Self::ArrowHead => "arrow-head",
            Self::Disc(_) => "disc",
            Self::Number(_) => "number",
            Self::Rating => "rating",
        }
    }

    /// The rating that colours the form.
    #[must_use]
    pub const fn intensity(self) -> Option<Intensity> {
        match self {
            Self::Extent(intensity) | Self::Disc(intensity) | Self::Number(intensity) => intensity,
            _ => None,
        }
    }

    /// How wide the line is, in half pixels of [`Unit`](super::Unit); 0 where there is none.
    #[must_use]
    pub const fn half_pixels(self) -> i32 {
        match self {
            Self::Shade(band) => 8 + 9 * (3 - if band > 3 { 3 } else { band as i32 }),
            Self::Outline | Self::Extent(_) => 3,
            Self::Disc(_) => 4,
            Self::Border | Self::Detail(1) | Self::Landmark => 1,
            Self::Detail(2) | Self::Bone => 2,
            Self::Detail(_) => 3,
            Self::ArrowCasing => 11,
            Self::Arrow => 5,
            Self::ArrowHead => 3,
            // Letters with a light rim can be read on any ground.
            Self::Rating | Self::LandmarkName { .. } | Self::RegionName => 6,
            Self::Number(_) | Self::SideLeft | Self::SideRight | Self::Skin | Self::Tint(_) => 0,
        }
    }

    /// Which part of a text stands at its point: `start`, `middle` or `end`.
    #[must_use]
    pub const fn text_anchor(self) -> &'static str {
        match self {
            Self::SideLeft | Self::LandmarkName { before: false } => "start",
            Self::SideRight | Self::LandmarkName { before: true } => "end",
            _ => "middle",
        }
    }

    /// Whether a text of it is in bold letters.
    #[must_use]
    pub const fn is_bold(self) -> bool {
        !matches!(self, Self::LandmarkName { .. } | Self::RegionName)
    }

    /// How far below its point the letters' line is, for letters of this size: digits and capitals
    /// that stand for a mark have their middle there, about a third of their size over the line.
    #[must_use]
    pub const fn baseline(self, size: i32) -> i32 {
        match self {
            Self::Number(_) | Self::Rating | Self::LandmarkName { .. } | Self::RegionName => size * 35 / 100,
            _ => 0,
        }
    }

    /// Fill and stroke colours with their opacity in hundredths, for a file.
    #[must_use]
    pub fn colours(self) -> Colours {
        let (fill, fill_opacity, stroke, stroke_opacity) = match self {
            Self::Skin => ("#f4e9df", 100, "none", 100),
            Self::Shade(_) => ("none", 100, "#b07f60", 11),
            Self::Outline => ("none", 100, LINE, 100),
            Self::Border => ("none", 100, "#8f7767", 38),
            Self::Detail(1) => ("none", 100, LINE, 35),
            Self::Detail(2) => ("none", 100, LINE, 45),
            Self::Detail(_) => ("none", 100, LINE, 70),
            Self::SideLeft | Self::SideRight => ("#4d4038", 100, "none", 100),
            Self::Bone => ("none", 100, BONE, 75),
            Self::Landmark => (BONE, 100, "#ffffff", 100),
            Self::LandmarkName { .. } => (BONE, 100, "#ffffff", 85),
            Self::Tint(tint) => (TINTS[usize::from(tint) % TINTS.len()], 55, "none", 100),
            Self::RegionName => (DARK, 100, "#ffffff", 85),
            Self::Extent(intensity) => (disc(intensity), 45, DARK, 70),
            Self::ArrowCasing => ("none", 100, "#ffffff", 85),
            Self::Arrow => ("none", 100, DARK, 100),
            Self::ArrowHead => (DARK, 100, "#ffffff", 85),
            Self::Disc(intensity) => (disc(intensity), 100, DARK, 100),
            Self::Number(intensity) => (letters(intensity), 100, "none", 100),
            Self::Rating => (DARK, 100, "#ffffff", 90),
        };
        Colours { fill, fill_opacity, stroke, stroke_opacity }
    }
}

/// The look of an [`Ink`] in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colours {
    /// The fill, or `none`.
    pub fill: &'static str,
    /// The fill's opacity in hundredths.
    pub fill_opacity: u8,
    /// The line's colour, or `none`.
    pub stroke: &'static str,
    /// The line's opacity in hundredths.
    pub stroke_opacity: u8,
}

fn disc(intensity: Option<Intensity>) -> &'static str {
    intensity
        .and_then(|intensity| INTENSITY_COLOURS.get(usize::from(intensity.get())).copied())
        .unwrap_or(UNRATED_COLOUR)
}

fn letters(intensity: Option<Intensity>) -> &'static str {
    match intensity {
        Some(intensity) if intensity.get() >= WHITE_LETTERS_FROM => "#ffffff",
        _ => ON_LIGHT,
    }
}
