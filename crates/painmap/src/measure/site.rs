//! Sites: which regions, sides and zones the marks of a record lie in.

use serde::Serialize;

use super::ground::{Ground, SidedZone};
use crate::anatomy::{Chart, Figure, Point, RegionId, Side, ZoneId};
use crate::record::{Mark, Shape};

/// A region on one side of the person.
///
/// The same region seen in two views is one site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Site {
    /// The region.
    #[serde(serialize_with = "as_word")]
    pub region: RegionId,
    /// The side. For a spot it is that of its point, as in `place`: the midline within
    /// [`MIDLINE_HALF_WIDTH`](crate::anatomy::MIDLINE_HALF_WIDTH) of it on head, neck or trunk. For an area
    /// it is that of the region, and the midline for a region across it of which both sides are touched.
    #[serde(serialize_with = "as_word")]
    pub side: Side,
}

/// An agreed clinical area that a mark lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Zone {
    /// The zone.
    #[serde(rename = "id", serialize_with = "as_word")]
    pub zone: ZoneId,
    /// Its side, for a zone that has one on each.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_some_word")]
    pub side: Option<Side>,
}

/// Where a mark lies: sorted, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Touched {
    pub(super) sites: Vec<Site>,
    pub(super) zones: Vec<Zone>,
}

impl Touched {
    /// Where a mark lies on a figure: a spot at its point, whatever its size, as `place` has it; an area
    /// at every cell and corner of it. Nothing off the body.
    pub(super) fn by(mark: &Mark, figure: Figure) -> Self {
        Self::look(mark, figure, &|chart, point| chart.zones(point))
    }

    /// The sites alone, which is quicker.
    pub(super) fn sites(mark: &Mark, figure: Figure) -> Vec<Site> {
        Self::look(mark, figure, &|_, _| Vec::new()).sites
    }

    fn look(mark: &Mark, figure: Figure, zones: &dyn Fn(&Chart, Point) -> Vec<SidedZone>) -> Self {
        let mut touched = Self::default();
        let Some(chart) = Chart::of(mark.view(), figure) else { return touched };
        let corners = match mark.shape() {
            Shape::Spot { at, .. } => std::slice::from_ref(at),
            Shape::Area { outline } => {
                touched.add_cells(mark, figure);
                outline.points()
            }
        };
        let is_area = corners.len() > 1;
        // A point, or an area so thin that no cell is in it.
        let has_cells = !touched.sites.is_empty();
        for &corner in corners {
            if let Some(patch) = chart.locate(corner) {
                let side = if is_area { patch.side() } else { None };
                let side = side.unwrap_or_else(|| chart.side(corner));
                touched.sites.push(Site { region: patch.region(), side });
                if !has_cells {
                    touched.add_zones(&zones(chart, corner));
                }
            }
        }
        touched.sort();
        if is_area {
            touched.join_sides(chart);
        }
        touched
    }

    /// Makes one site of a region across the midline that is touched on more sides than one.
    fn join_sides(&mut self, chart: &Chart) {
        let spans =
            |region| chart.patches().iter().any(|patch| patch.region() == region && patch.side().is_none());
        let all = self.sites.clone();
        for site in &mut self.sites {
            let sides = all.iter().filter(|other| other.region == site.region).count();
            if sides > 1 && spans(site.region) {
                site.side = Side::Midline;
            }
        }
        self.sort();
    }

    fn add_cells(&mut self, mark: &Mark, figure: Figure) {
        let Some(ground) = Ground::of(mark.view(), figure) else { return };
        let mut seen = vec![false; ground.kinds().len() + 1];
        ground.raster.each_run_of_mark(mark, |run| {
            for &piece in ground.run(&run) {
                if let Some(seen) = seen.get_mut(usize::from(piece)) {
                    *seen = true;
                }
            }
        });
        // The first is what lies off the body.
        for (piece, _) in ground.kinds().iter().zip(seen.iter().skip(1)).filter(|(_, seen)| **seen) {
            self.sites.push(piece.site);
            self.add_zones(&piece.zones);
        }
    }

    fn add_zones(&mut self, zones: &[SidedZone]) {
        self.zones.extend(zones.iter().map(|&(zone, side)| Zone { zone, side }));
    }

    /// Adds what another one has.
    pub(super) fn join(&mut self, other: Self) {
        self.sites.extend(other.sites);
        self.zones.extend(other.zones);
        self.sort();
    }

    fn sort(&mut self) {
        self.sites.sort_unstable();
        self.sites.dedup();
        self.zones.sort_unstable();
        self.zones.dedup();
    }
}

/// Writes an id or a word of the record as itself.
pub(super) fn as_word<S, T>(word: &T, serializer: S) -> Result<S::Ok, S::Error>
where
    S: serde::Serializer,
    T: Copy + Into<&'static str>,
{
    serializer.serialize_str((*word).into())
}

pub(super) fn as_some_word<S, T>(word: &Option<T>, serializer: S) -> Result<S::Ok, S::Error>
where
    S: serde::Serializer,
    T: Copy + Into<&'static str>,
{
    match word {
        Some(word) => as_word(word, serializer),
        None => serializer.serialize_none(),
    }
}
