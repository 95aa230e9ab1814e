//! What a form of the muscle drawing means, and its look in a file.

use super::ink::Colours;
use crate::anatomy::MuscleId;

/// The light edge of the muscles.
const EDGE: &str = "#fdf3ec";

/// For each layer three reds, so that neighbours differ.
const REDS: [[&str; 3]; 3] =
    [["#c4685a", "#d68a78", "#cd7868"], ["#bd7a5c", "#dba387", "#cb8c6e"], ["#ab5f5c", "#d99c8d", "#c07d74"]];

/// What a form of the muscle drawing means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MuscleInk {
    /// A muscle, with a light edge.
    Muscle {
        /// Which red: three for each layer, from the superficial one.
        tone: u8,
        /// Whether it stands back, because another muscle is looked at.
        faded: bool,
    },
    /// Lines along a muscle's fibres.
    Fibres {
        /// Whether the muscle stands back.
        faded: bool,
    },
    /// An essential area of a published pattern: filled.
    Essential,
    /// The dashed edge of a spillover area.
    Spillover,
    /// The dots in it.
    Stipple,
    /// The light line under the cross of a usual spot.
    SpotCasing,
    /// The cross of a usual spot.
    Spot,
}

impl MuscleInk {
    /// The ink of a muscle.
    pub(super) fn of(muscle: MuscleId, faded: bool) -> Self {
        let layer = muscle.layer();
        let place = MuscleId::all().filter(|known| *known < muscle && known.layer() == layer).count();
        Self::Muscle { tone: 3 * layer as u8 + u8::try_from(place % 3).unwrap_or(0), faded }
    }

    /// The CSS class on a page.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Muscle { faded: false, .. } => "muscle",
            Self::Muscle { faded: true, .. } => "muscle faded",
            Self::Fibres { faded: false } => "fibres",
            Self::Fibres { faded: true } => "fibres faded",
            Self::Essential => "essential",
            Self::Spillover => "spillover",
            Self::Stipple => "stipple",
            Self::SpotCasing => "spot-casing",
            Self::Spot => "spot",
        }
    }

    /// How wide the line is, in half pixels of [`Unit`](super::Unit).
    #[must_use]
    pub const fn half_pixels(self) -> i32 {
        match self {
            Self::Fibres { .. } => 1,
            Self::Muscle { .. } | Self::Essential | Self::Spillover => 2,
            Self::Stipple | Self::Spot => 3,
            Self::SpotCasing => 7,
        }
    }

    /// The lengths of dashes and of the gaps between them, in half pixels; 0 where the line is whole.
    #[must_use]
    pub const fn dash(self) -> i32 {
        if matches!(self, Self::Spillover) { 6 } else { 0 }
    }

    /// Fill and line for a file.
    #[must_use]
    pub fn colours(self) -> Colours {
        let (fill, fill_opacity, stroke, stroke_opacity) = match self {
            Self::Muscle { tone, faded } => {
                let reds = REDS.as_flattened();
                let red = reds.get(usize::from(tone)).or(reds.first()).copied().unwrap_or("none");
                if faded { (red, 30, EDGE, 60) } else { (red, 100, EDGE, 100) }
            }
            Self::Fibres { faded } => ("none", 100, "#6e2a24", if faded { 15 } else { 50 }),
            Self::Essential => ("#9c1030", 62, "#5c0a1e", 100),
            Self::Spillover => ("none", 100, "#5c0a1e", 90),
            Self::Stipple => ("none", 100, "#9c1030", 100),
            Self::SpotCasing => ("none", 100, "#ffffff", 95),
            Self::Spot => ("none", 100, "#111111", 100),
        };
        Colours { fill, fill_opacity, stroke, stroke_opacity }
    }
}
