//! How long it takes to find what lies at a point: `cargo bench -p painmap`.

use divan::{Bencher, black_box};
use painmap::anatomy::{Chart, Figure, Point, View};

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
