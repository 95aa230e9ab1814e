//! What must hold of every chart, in every view and figure.

mod carrying;
mod muscles;
mod places;
mod properties;
mod reach;
mod relations;
mod tiling;
mod zones;

use super::{Chart, Figure, Point, View};

/// Every chart there is.
fn charts() -> Vec<&'static Chart> {
    let all = View::ALL.iter().flat_map(|view| Figure::ALL.iter().map(|figure| Chart::of(*view, *figure)));
    let all: Vec<_> = all.flatten().collect();
    assert_eq!(all.len(), View::ALL.len() * Figure::ALL.len());
    all
}

/// Those that show both sides.
fn frontal() -> impl Iterator<Item = &'static Chart> {
    charts().into_iter().filter(|chart| chart.view().side().is_none())
}

/// The posterior view of the neutral figure.
fn neutral() -> &'static Chart {
    Chart::of(View::Posterior, Figure::Neutral).unwrap()
}

/// The directed edges of a polygon.
fn edges(polygon: &[Point]) -> Vec<(Point, Point)> {
    super::polygon::edges(polygon).collect()
}

/// Where a failure is.
fn name(chart: &Chart) -> String {
    format!("{} {}", chart.view(), chart.figure())
}
