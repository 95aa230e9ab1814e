//! How long it takes to find what lies at a point: `cargo bench -p painmap`.

use divan::{Bencher, black_box};
use painmap::anatomy::{Chart, Figure, MuscleChart, Point, View};

fn main() {
    divan::main();
}

/// Points on and beside the body, of which none is like the one before.
fn points(chart: &Chart) -> Vec<Point> {
    let seen = chart.crop(painmap::anatomy::Crop::Whole);
    let (mut x, mut y) = (0, 0);
    let next = |_| {
        (x, y) = ((x + 1_871) % seen.width(), (y + 2_953) % seen.height());
        Point::new(seen.min.x + x, seen.min.y + y)
    };
    (0..1_000).map(next).collect()
}

#[divan::bench(args = View::ALL)]
fn locate_a_thousand_points(bencher: Bencher<'_, '_>, view: &View) {
    let chart = Chart::of(*view, Figure::Neutral).expect("built in");
    let points = points(chart);
    bencher.bench(|| points.iter().filter(|point| chart.locate(black_box(**point)).is_some()).count());
}

/// Points on the body alone: they cost most.
#[divan::bench(args = View::ALL)]
fn locate_a_thousand_points_through_all_layers(bencher: Bencher<'_, '_>, view: &View) {
    let chart = Chart::of(*view, Figure::Neutral).expect("built in");
    let muscles = MuscleChart::of(*view, Figure::Neutral);
    let points: Vec<Point> =
        points(chart).into_iter().map(|point| chart.snap(point, 10_000).unwrap_or(point)).collect();
    let layers = |point: &Point| {
        let point = black_box(*point);
        chart.locate(point).map_or(0, |_| muscles.at(point).count())
    };
    bencher.bench(|| points.iter().map(layers).sum::<usize>());
}

#[divan::bench(args = View::ALL)]
fn find_the_patterns_that_cover_a_thousand_points(bencher: Bencher<'_, '_>, view: &View) {
    let muscles = MuscleChart::of(*view, Figure::Neutral);
    let points = points(Chart::of(*view, Figure::Neutral).expect("built in"));
    let covering = |point: &Point| muscles.patterns_covering(black_box(*point)).len();
    bencher.bench(|| points.iter().map(covering).sum::<usize>());
}
