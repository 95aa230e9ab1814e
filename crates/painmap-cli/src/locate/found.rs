//! What lies at a point, as text and as JSON.

use std::fmt;

use painmap::anatomy::{
    Bearing, Chart, CodeSystem, Concept, Figure, MuscleChart, Point, RegionId, Side, View, ZoneId,
};
use painmap::describe::{Locale, Stature, Wording, landmark, position};
use painmap::record::{Laterality, Whereabouts};
use painmap::scene::NoDrawing;
use serde::Serialize;

use super::muscles::{Covering, Nearest, Under};
use crate::colour::Paint;

/// How far off the body its nearest point is still told, in bu: as far as a tap snaps.
const NEAR: i32 = 150;

/// How many landmarks are told.
const LANDMARKS: usize = 3;

/// A body in a view.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub(super) view: View,
    pub(super) figure: Figure,
    pub(super) stature: Option<Stature>,
}

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
    #[serde(skip_serializing_if = "Option::is_none")]
    concept: Option<Codes>,
    /// None off the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    landmarks: Vec<Near>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    zones: Vec<Zone>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    muscles: Vec<Under>,
    /// Published referral patterns: individual pain varies.
    #[serde(rename = "publishedPatterns", skip_serializing_if = "Vec::is_empty")]
    patterns: Vec<Covering>,
    #[serde(rename = "nearestUsualSpot", skip_serializing_if = "Option::is_none")]
    spot: Option<Nearest>,
}

/// The published concept that a region is or lies in.
#[derive(Debug, Serialize)]
struct Codes {
    name: &'static str,
    /// Whether the region is the concept, or lies in it.
    exact: bool,
    #[serde(flatten)]
    codes: std::collections::BTreeMap<&'static str, &'static str>,
}

/// A landmark that is near. Lengths are in body units; millimetres need a stature.
#[derive(Debug, Serialize)]
struct Near {
    name: &'static str,
    side: &'static str,
    distance: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    millimetres: Option<i32>,
    estimate: bool,
}

#[derive(Debug, Serialize)]
struct Zone {
    id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    #[serde(skip)]
    name: &'static str,
}

impl Found {
    pub(super) fn at(body: Body, point: Point) -> Result<Self, NoDrawing> {
        let Body { view, figure, .. } = body;
        let chart = Chart::of(view, figure).ok_or(NoDrawing { figure, view })?;
        let spot = Spot::at(chart, point, body.stature);
        let nearest = spot.region.is_none().then(|| chart.snap(point, NEAR)).flatten();
        let nearest = nearest.map(|nearest| Spot::at(chart, nearest, body.stature));
        Ok(Self { view: view.as_str(), figure: figure.as_str(), spot, nearest })
    }

    /// The answer on lines of its own, for one point.
    pub(super) fn in_full(&self, paint: Paint) -> String {
        match (self.spot.region, &self.nearest) {
            (Some(_), _) => self.spot.in_full(paint),
            (None, None) => format!("off the body, and further than {NEAR} body units from it\n"),
            (None, Some(nearest)) => {
                let [x, y] = nearest.at;
                format!("off the body; the nearest point of it is {x} {y}\n{}", nearest.in_full(paint))
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
    fn at(chart: &Chart, point: Point, stature: Option<Stature>) -> Self {
        let whereabouts = Whereabouts::of_point(chart.view(), chart.figure(), point);
        let region = whereabouts.regions.first().copied();
        let bearings = if region.is_some() { chart.bearings(point, LANDMARKS) } else { Vec::new() };
        // Muscles are told of a point of the body alone.
        let muscles = region.map(|_| MuscleChart::of(chart.view(), chart.figure()));
        let patterns = muscles.map_or_else(Vec::new, |muscles| muscles.patterns_covering(point));
        Self {
            at: [point.x, point.y],
            region,
            concept: region.and_then(RegionId::concept).map(Codes::of),
            side: region.map(|_| Laterality::as_str(whereabouts.side)),
            level: chart.level(point).map(|level| level.name()),
            position: region.map(|_| position(chart, point, stature)),
            landmarks: bearings.into_iter().map(|bearing| Near::of(bearing, stature)).collect(),
            zones: chart.zones(point).into_iter().map(Zone::of).collect(),
            muscles: muscles.map_or_else(Vec::new, |muscles| Under::at(muscles, point, stature)),
            patterns: patterns.into_iter().map(Covering::of).collect(),
            spot: muscles.and_then(|muscles| Nearest::to(point, muscles, None, stature)),
        }
    }

    fn in_full(&self, paint: Paint) -> String {
        let mut lines = String::new();
        let mut line = |lead: &str, text: &str| lines += &format!("{:<11}{text}\n", paint.name(lead));
        if let Some(region) = self.region {
            line("region", &Locale::english().region(region, Wording::Plain));
            line("", &Locale::english().region(region, Wording::Clinical));
        }
        if let Some(concept) = &self.concept {
            line("concept", &concept.to_string());
        }
        if let Some(side) = self.side {
            line("side", side);
        }
        if let Some(level) = self.level {
            line("level", &format!("near {level}"));
        }
        if let Some(position) = &self.position {
            line("position", position);
        }
        for (index, near) in self.landmarks.iter().enumerate() {
            line(if index == 0 { "landmarks" } else { "" }, &near.to_string());
        }
        for (index, zone) in self.zones.iter().enumerate() {
            line(if index == 0 { "zones" } else { "" }, &zone.to_string());
        }
        for (index, under) in self.muscles.iter().enumerate() {
            line(if index == 0 { "muscles" } else { "" }, &under.to_string());
        }
        for (index, covering) in self.patterns.iter().enumerate() {
            line(if index == 0 { "patterns" } else { "" }, &covering.to_string());
        }
        if !self.patterns.is_empty() {
            line("", "(published patterns: individual pain varies)");
        }
        if let Some(spot) = &self.spot {
            line("usual spot", &spot.to_string());
        }
        lines
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(region) = self.region {
            let [clinical, plain] =
                [Wording::Clinical, Wording::Plain].map(|wording| Locale::english().region(region, wording));
            write!(formatter, "{clinical} ({plain}), ")?;
        }
        formatter.write_str(self.side.unwrap_or_default())?;
        self.level.map_or(Ok(()), |level| write!(formatter, ", near {level}"))
    }
}

impl Codes {
    fn of(concept: Concept) -> Self {
        let codes =
            CodeSystem::ALL.iter().filter_map(|&system| Some((system.as_str(), concept.code(system)?)));
        Self { name: concept.name, exact: concept.exact, codes: codes.collect() }
    }
}

impl fmt::Display for Codes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}", if self.exact { "" } else { "part of " }, self.name)?;
        self.codes.iter().try_for_each(|(system, code)| write!(formatter, ", {system} {code}"))
    }
}

impl Near {
    fn of(bearing: Bearing, stature: Option<Stature>) -> Self {
        Self {
            name: bearing.landmark.name(),
            side: bearing.landmark.side().as_str(),
            distance: bearing.distance,
            millimetres: stature.map(|stature| stature.millimetres_of(bearing.distance)),
            estimate: bearing.landmark.is_estimate(),
        }
    }
}

impl fmt::Display for Near {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = if self.side == Side::Midline.as_str() { "" } else { self.side };
        let gap = if side.is_empty() { "" } else { " " };
        write!(formatter, "{side}{gap}{}, {} bu", landmark(self.name), self.distance)?;
        self.millimetres.map_or(Ok(()), |millimetres| write!(formatter, " ({millimetres} mm)"))
    }
}

impl Zone {
    fn of((zone, side): (ZoneId, Option<Side>)) -> Self {
        Self { id: zone.as_str(), side: side.map(Side::as_str), name: zone.name() }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)?;
        self.side.map_or(Ok(()), |side| write!(formatter, ", {side}"))
    }
}

/// `skip_serializing_if` keeps the missing region out before this is asked.
fn as_id<S: serde::Serializer>(region: &Option<RegionId>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(region.map_or("", RegionId::as_str))
}
