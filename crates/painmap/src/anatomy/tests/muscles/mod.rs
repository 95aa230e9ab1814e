//! What must hold of the muscles in every view of every figure.

mod facts;
mod patterns;
mod shapes;
mod table;

use crate::anatomy::polygon::{edges, nearest_on_edge};
use crate::anatomy::{Chart, Figure, MuscleChart, Point, View};

/// Every chart of muscles there is, with that of the regions.
fn pairs() -> impl Iterator<Item = (&'static Chart, &'static MuscleChart)> {
    let all = View::ALL.iter().flat_map(|view| Figure::ALL.iter().map(|figure| (*view, *figure)));
    all.map(|(view, figure)| (Chart::of(view, figure).unwrap(), MuscleChart::of(view, figure)))
}

/// Where a failure is.
fn name(muscles: &MuscleChart) -> String {
    format!("{} {}", muscles.view(), muscles.figure())
}

/// How far a point is from the border of a polygon (bu).
pub(super) fn off(polygon: &[Point], point: Point) -> i64 {
    let away = edges(polygon).map(|(a, b)| nearest_on_edge(a, b, point).distance_squared(point));
    away.min().unwrap().isqrt()
}
