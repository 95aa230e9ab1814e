//! What lies at a point, as text and as JSON.

use std::fmt;

use painmap::anatomy::{Chart, Figure, Point, RegionId, View};
use painmap::record::{Laterality, Whereabouts};
use painmap::scene::NoDrawing;
use serde::Serialize;

/// How far off the body its nearest point is still told, in bu: as far as a tap snaps.
const NEAR: i32 = 150;

/// What lies at a point. Members that do not apply are absent.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    view: &'static str,
    figure: &'static str,
    #[serde(flatten)]
    spot: Spot,
    /// Off the body: the nearest point of it, if it is near.
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<Spot>,
}

/// A point and its place on the body.
#[derive(Debug, Serialize)]
struct Spot {
    at: [i32; 2],
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_id")]
    region: Option<RegionId>,
    side: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
}

impl Found {
    pub(super) fn at(view: View, figure: Figure, point: Point) -> Result<Self, NoDrawing> {
        let chart = Chart::of(view, figure).ok_or(NoDrawing { figure, view })?;
        let spot = Spot::at(chart, point);
        let nearest = spot.region.is_none().then(|| chart.snap(point, NEAR)).flatten();
        let nearest = nearest.map(|nearest| Spot::at(chart, nearest));
        Ok(Self { view: view.as_str(), figure: figure.as_str(), spot, nearest })
    }

    /// The answer on lines of its own, for one point.
    pub(super) fn in_full(&self) -> String {
        match (self.spot.region, &self.nearest) {
            (Some(_), _) => self.spot.in_full(),
            (None, None) => format!("off the body, and further than {NEAR} body units from it\n"),
            (None, Some(nearest)) => {
                let [x, y] = nearest.at;
                format!("off the body; the nearest point of it is {x} {y}\n{}", nearest.in_full())
            }
        }
    }
}

/// The answer on one line, for a list of points.
impl fmt::Display for Found {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [x, y] = self.spot.at;
        write!(formatter, "{} {x} {y}: ", self.view)?;
        match (self.spot.region, &self.nearest) {
            (Some(_), _) => self.spot.fmt(formatter),
            (None, None) => formatter.write_str("off the body"),
            (None, Some(nearest)) => {
                let [x, y] = nearest.at;
                write!(formatter, "off the body; nearest {x} {y}: {nearest}")
            }
        }
    }
}

impl Spot {
    fn at(chart: &Chart, point: Point) -> Self {
        let whereabouts = Whereabouts::of_point(chart.view(), chart.figure(), point);
        Self {
            at: [point.x, point.y],
            region: whereabouts.regions.first().copied(),
            side: Laterality::as_str(whereabouts.side),
            level: chart.level(point).map(|level| level.name()),
        }
    }

    fn in_full(&self) -> String {
        let mut lines = String::new();
        if let Some(region) = self.region {
            lines += &format!("region  {}\n        {}\n", region.name(), region.clinical_name());
        }
        lines += &format!("side    {}\n", self.side);
        if let Some(level) = self.level {
            lines += &format!("level   near {level}\n");
        }
        lines
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(region) = self.region {
            write!(formatter, "{} ({}), ", region.clinical_name(), region.name())?;
        }
        formatter.write_str(self.side)?;
        self.level.map_or(Ok(()), |level| write!(formatter, ", near {level}"))
    }
}

/// `skip_serializing_if` keeps the missing region out before this is asked.
fn as_id<S: serde::Serializer>(region: &Option<RegionId>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(region.map_or("", RegionId::as_str))
}
