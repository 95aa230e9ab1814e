//! Zones: clinical areas that others agreed upon, made of regions and lines through landmarks.

use super::chart::{Chart, Patch};
use super::frame::{Point, Side, View};
use super::id::ids;
use super::region::RegionId;
use super::tables::ZoneRow;
use super::tables::zones::{ZONE_IDS, ZONES};

ids! {
    /// An agreed clinical area: the consensus low-back area, the IASP cervical area, the thoracic
    /// back, and the sites of the widespread pain index (`wpi-…`).
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, View, ZoneId};
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
    /// let low_back: ZoneId = "low-back".parse()?;
    /// assert!(low_back.contains(chart, Point::new(-250, 3800)));
    /// assert!(!low_back.contains(chart, Point::new(-250, 2500)));
    /// # Ok(())
    /// # }
    /// ```
    pub struct ZoneId of ZONE_IDS, read by id
}

fn id(index: usize) -> Option<&'static str> {
    ZONE_IDS.get(index).copied()
}

/// What a zone takes of a region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    /// The heights between which it lies, both included.
    from: i32,
    to: i32,
    /// How far from the midline it reaches.
    within: i32,
}

impl ZoneId {
    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// The published definition in our words.
    #[must_use]
    pub fn definition(self) -> &'static str {
        self.row().map_or("", |row| row.definition)
    }

    /// Whose definition it is.
    #[must_use]
    pub fn source(self) -> &'static str {
        self.row().map_or("", |row| row.source)
    }

    /// Whether the definition was read in its source, not quoted from memory.
    #[must_use]
    pub fn is_verified(self) -> bool {
        self.row().is_some_and(|row| row.verified)
    }

    /// Whether there is one on each side of the body; a point on the midline is then in neither.
    #[must_use]
    pub fn is_sided(self) -> bool {
        self.row().is_some_and(|row| row.sided)
    }

    /// Whether a point of the body lies in it, on either side.
    #[must_use]
    pub fn contains(self, chart: &Chart, point: Point) -> bool {
        if self.is_sided() && chart.side(point) == Side::Midline {
            return false;
        }
        let part = chart.locate(point).and_then(|patch| self.part(chart, patch.region()));
        part.is_some_and(|part| {
            (part.from..=part.to).contains(&point.y) && point.x.saturating_abs() <= part.within
        })
    }

    /// The zone as polygons that touch and never overlap; on one side alone if `side` says so.
    /// Empty where the view shows nothing of it. They are whole regions or what a line leaves of them: those
    /// of a zone with sides reach the midline, though what lies on it is in neither.
    #[must_use]
    pub fn polygons(self, chart: &Chart, side: Option<Side>) -> Vec<Vec<Point>> {
        let mut polygons = Vec::new();
        for patch in chart.patches() {
            if side.is_some() && patch.side() != side {
                continue;
            }
            if let Some(part) = self.part(chart, patch.region()) {
                let cut = part.cut(patch);
                if cut.len() > 2 {
                    polygons.push(cut);
                }
            }
        }
        polygons
    }

    /// What it takes of a region in the view.
    fn part(self, chart: &Chart, region: RegionId) -> Option<Part> {
        let row = self.row()?;
        let (index, whole) = (u8::try_from(region.index()).ok()?, i32::MAX);
        let regions = match chart.view() {
            View::Posterior => row.posterior,
            View::Anterior => row.anterior,
            View::Left | View::Right => row.lateral,
        };
        let also =
            row.also.filter(|(regions, _)| chart.view() == View::Posterior && regions.contains(&index));
        let within = match also {
            _ if regions.contains(&index) => whole,
            Some((_, landmark)) => {
                chart.landmarks().iter().find(|known| known.name() == landmark)?.at().x.abs()
            }
            None => return None,
        };
        let height = |level: Option<&str>| {
            let level = chart.levels().iter().find(|known| Some(known.name()) == level)?;
            Some(level.at().y)
        };
        Some(Part { from: height(row.from).unwrap_or(-whole), to: height(row.to).unwrap_or(whole), within })
    }

    fn row(self) -> Option<&'static ZoneRow> {
        ZONES.get(usize::from(self.0))
    }
}

impl Chart {
    /// The zones that hold a point, each with its side if it has one.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Point, Side, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
    /// let zones = chart.zones(Point::new(-600, 4400));
    /// assert!(zones.iter().any(|(zone, side)| zone.as_str() == "wpi-hip" && *side == Some(Side::Right)));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn zones(&self, point: Point) -> Vec<(ZoneId, Option<Side>)> {
        let side = self.side(point);
        let mut holding = Vec::new();
        for zone in ZoneId::all() {
            if zone.contains(self, point) {
                holding.push((zone, zone.is_sided().then_some(side)));
            }
        }
        holding
    }
}

impl Part {
    /// The part of a patch that lies in it.
    fn cut(self, patch: &Patch) -> Vec<Point> {
        let polygon = patch.polygon();
        let below = clip(polygon, |point| i64::from(point.y) - i64::from(self.from));
        let between = clip(&below, |point| i64::from(self.to) - i64::from(point.y));
        let left = clip(&between, |point| i64::from(self.within) - i64::from(point.x));
        clip(&left, |point| i64::from(self.within) + i64::from(point.x))
    }
}

/// The part of a polygon where `room` is not negative; it must grow evenly across the plane.
fn clip(polygon: &[Point], room: impl Fn(Point) -> i64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(polygon.len());
    for (from, to) in super::polygon::edges(polygon) {
        let (before, after) = (room(from), room(to));
        if (before < 0) != (after < 0) {
            kept.push(between(from, to, before, after));
        }
        if after >= 0 {
            kept.push(to);
        }
    }
    kept.dedup();
    kept
}

/// The whole point next to where the way from `from` to `to` meets the line.
fn between(from: Point, to: Point, before: i64, after: i64) -> Point {
    let span = before - after;
    let part = |a: i32, b: i32| {
        let way = (i64::from(b) - i64::from(a)) * before;
        a + i32::try_from((2 * way + span).div_euclid(2 * span)).unwrap_or(0)
    };
    Point::new(part(from.x, to.x), part(from.y, to.y))
}
