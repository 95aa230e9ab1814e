//! What lies under each cell of a chart: the region with its side, and the zones.
//!
//! A chart has few different answers, so a cell holds the number of one.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::raster::{Raster, Run};
use super::site::Site;
use crate::anatomy::{Chart, Figure, Side, View, ZoneId};

/// A zone, with its side where it has one.
pub(super) type SidedZone = (ZoneId, Option<Side>);

/// The cells of a chart.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) raster: Raster,
    /// By row and column: 0 off the body, else the number of a piece, from 1.
    pieces: Vec<u16>,
    kinds: Vec<Piece>,
    /// How many cells lie on the body.
    pub(super) body: u64,
}

/// A part of the body about which everything is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) site: Site,
    /// The side of a point there: the midline near to it, even where the region has a left and a right one.
    side: Side,
    pub(super) zones: Vec<SidedZone>,
}

static GROUNDS: [OnceLock<Ground>; 12] = [const { OnceLock::new() }; 12];

impl Ground {
    /// The cells of a view of a figure, worked out when they are first asked for; none where the atlas
    /// has no drawing of it.
    pub(super) fn of(view: View, figure: Figure) -> Option<&'static Self> {
        let chart = Chart::of(view, figure)?;
        let cell = GROUNDS.get(view as usize * Figure::ALL.len() + figure as usize)?;
        Some(cell.get_or_init(|| Self::new(chart)))
    }

    fn new(chart: &Chart) -> Self {
        let raster = Raster::of(chart.view());
        let mut ground =
            Self { raster, pieces: vec![0; raster.columns() * raster.rows()], kinds: Vec::new(), body: 0 };
        for patch in chart.patches() {
            // The side of a trunk's cell is that of its middle, as a point's is.
            let own = patch.side().filter(|_| patch.region().is_limb()).or(chart.view().side());
            let mut numbers = HashMap::new();
            raster.each_run_of_polygon(patch.polygon(), |run| {
                for column in run.columns {
                    let side = own.unwrap_or_else(|| Side::of_frontal(raster.middle(run.row, column)));
                    let number = *numbers.entry(side).or_insert_with(|| {
                        let site = Site { region: patch.region(), side: patch.side().unwrap_or(side) };
                        ground.kinds.push(Piece { site, side, zones: Vec::new() });
                        u16::try_from(ground.kinds.len()).unwrap_or(0)
                    });
                    if let Some(cell @ 0) = ground.pieces.get_mut(run.row * raster.columns() + column) {
                        *cell = number;
                    }
                }
            });
        }
        for zone in ZoneId::all() {
            ground.add(zone, chart);
        }
        ground.body = ground.pieces.iter().map(|&piece| u64::from(piece > 0)).sum();
        ground
    }

    /// Adds a zone to the pieces of its cells.
    fn add(&mut self, zone: ZoneId, chart: &Chart) {
        let mut joined: HashMap<u16, u16> = HashMap::new();
        // What is new has the zone already.
        let old = self.kinds.len();
        for polygon in zone.polygons(chart, None) {
            self.raster.each_run_of_polygon(&polygon, |run| {
                for column in run.columns {
                    let cell = self.pieces.get_mut(run.row * self.raster.columns() + column);
                    let Some(cell) = cell.filter(|cell| (1..=old).contains(&usize::from(**cell))) else {
                        continue;
                    };
                    *cell = *joined.entry(*cell).or_insert_with(|| {
                        let piece = self.kinds.get(usize::from(*cell) - 1).and_then(|kind| kind.with(zone));
                        let Some(piece) = piece else { return *cell };
                        self.kinds.push(piece);
                        u16::try_from(self.kinds.len()).unwrap_or(0)
                    });
                }
            });
        }
    }

    /// The different pieces.
    pub(super) fn kinds(&self) -> &[Piece] {
        &self.kinds
    }

    /// The numbers of the pieces of a run, 0 off the body; a piece's number is one more than its place
    /// among the kinds.
    pub(super) fn run(&self, run: &Run) -> &[u16] {
        let start = run.row * self.raster.columns();
        self.pieces.get(start + run.columns.start..start + run.columns.end).unwrap_or_default()
    }
}

impl Piece {
    /// The piece with a zone more; none where it lies on the midline and the zone is of one side.
    fn with(&self, zone: ZoneId) -> Option<Self> {
        let side = zone.is_sided().then_some(self.side);
        let mut piece = self.clone();
        piece.zones.push((zone, side));
        (side != Some(Side::Midline)).then_some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_tells_what_its_middle_tells() {
        for (view, figure) in [
            (View::Posterior, Figure::Neutral),
            (View::Anterior, Figure::Feminine),
            (View::Left, Figure::Masculine),
            (View::Right, Figure::Neutral),
        ] {
            let (chart, ground) = (Chart::of(view, figure).unwrap(), Ground::of(view, figure).unwrap());
            let (mut looked, mut other) = (0, 0);
            for row in (0..ground.raster.rows()).step_by(9) {
                let all = Run { row, columns: 0..ground.raster.columns() };
                for (column, &piece) in ground.run(&all).iter().enumerate().step_by(7) {
                    let middle = ground.raster.middle(row, column);
                    let piece = usize::from(piece).checked_sub(1).map(|index| &ground.kinds()[index]);
                    let there = chart.locate(middle).map(|patch| Piece {
                        site: Site {
                            region: patch.region(),
                            side: patch.side().unwrap_or(chart.side(middle)),
                        },
                        side: chart.side(middle),
                        zones: chart.zones(middle),
                    });
                    looked += usize::from(there.is_some());
                    other += usize::from(piece != there.as_ref());
                }
            }
            // The middle lies half a unit off the point that is asked for: borders may differ.
            assert!(looked > 2_000 && other * 150 < looked, "{view} {figure}: {other} of {looked}");
        }
    }

    #[test]
    fn a_body_is_as_large_as_its_regions() {
        for &view in View::ALL {
            for &figure in Figure::ALL {
                let chart = Chart::of(view, figure).unwrap();
                let twice: i64 = chart.patches().iter().map(|patch| twice_area(patch.polygon()).abs()).sum();
                let cells = Ground::of(view, figure).unwrap().body;
                let measured = cells as f64 * 25.0;
                let exact = twice as f64 / 2.0;
                assert!((measured / exact - 1.0).abs() < 0.001, "{view} {figure}: {measured} for {exact}");
            }
        }
    }

    fn twice_area(polygon: &[crate::anatomy::Point]) -> i64 {
        let next = polygon.iter().cycle().skip(1);
        let cross = |(a, b): (&crate::anatomy::Point, &crate::anatomy::Point)| {
            i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y)
        };
        polygon.iter().zip(next).map(cross).sum()
    }
}
