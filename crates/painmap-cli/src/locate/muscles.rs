//! The muscles under a point, the published patterns that cover it, and the nearest usual spot.

use std::fmt;

use painmap::anatomy::{MuscleChart, MuscleId, MuscleShape, PatternPart, Point, Side};
use painmap::describe::Stature;
use serde::Serialize;

/// How far away a usual spot is still told, in bu: about 5 cm.
const NEAR: i32 = 300;

/// A muscle under the point; those nearer to the skin come first.
#[derive(Debug, Serialize)]
pub(super) struct Under {
    id: &'static str,
    #[serde(skip)]
    name: &'static str,
    side: &'static str,
    layer: &'static str,
    #[serde(rename = "usualSpot", skip_serializing_if = "Option::is_none")]
    spot: Option<Nearest>,
}

/// A muscle whose published pattern covers the point.
#[derive(Debug, Serialize)]
pub(super) struct Covering {
    muscle: &'static str,
    #[serde(skip)]
    name: &'static str,
    side: &'static str,
    part: &'static str,
}

/// The nearest usual spot, if it is near. Lengths are in body units; millimetres need a stature.
#[derive(Debug, Serialize)]
pub(super) struct Nearest {
    muscle: &'static str,
    #[serde(skip)]
    name: &'static str,
    side: &'static str,
    place: &'static str,
    /// Whether the place was read in a source.
    verified: bool,
    distance: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    millimetres: Option<i32>,
}

impl Under {
    pub(super) fn at(chart: &MuscleChart, point: Point, stature: Option<Stature>) -> Vec<Self> {
        let under = |shape: &MuscleShape| {
            let (muscle, side) = (shape.muscle(), shape.side());
            Self {
                id: muscle.as_str(),
                name: muscle.name(),
                side: side.as_str(),
                layer: shape.layer().as_str(),
                spot: Nearest::to(point, chart, Some((muscle, side)), stature),
            }
        };
        chart.at(point).map(under).collect()
    }
}

impl fmt::Display for Under {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {} {}", self.layer, self.side, self.name)
    }
}

impl Covering {
    pub(super) fn of((muscle, side, part): (MuscleId, Side, PatternPart)) -> Self {
        Self { muscle: muscle.as_str(), name: muscle.name(), side: side.as_str(), part: part.as_str() }
    }
}

impl fmt::Display for Covering {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}, {}", self.side, self.name, self.part)
    }
}

impl Nearest {
    pub(super) fn to(
        point: Point,
        chart: &MuscleChart,
        of: Option<(MuscleId, Side)>,
        stature: Option<Stature>,
    ) -> Option<Self> {
        let (spot, distance) = chart.nearest_spot(point, of).filter(|(_, distance)| *distance <= NEAR)?;
        let (muscle, place) = (spot.muscle(), spot.place()?);
        // On the midline the left one and the right one are as near.
        let both = of.is_none() && chart.view().side().is_none() && point.x == 0;
        Some(Self {
            muscle: muscle.as_str(),
            name: muscle.name(),
            side: if both { "both" } else { spot.side().as_str() },
            place: place.words,
            verified: place.verified,
            distance,
            millimetres: stature.map(|stature| stature.millimetres_of(distance)),
        })
    }
}

impl fmt::Display for Nearest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { side, name, place, distance, .. } = self;
        let side = if *side == "both" { "left and right" } else { side };
        write!(formatter, "{side} {name}, {place}, {distance} bu")?;
        self.millimetres.map_or(Ok(()), |millimetres| write!(formatter, " ({millimetres} mm)"))?;
        formatter.write_str(if self.verified { "" } else { ", unchecked" })
    }
}
