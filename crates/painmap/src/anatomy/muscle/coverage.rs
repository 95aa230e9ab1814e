//! From where somebody feels pain to the muscles whose published pattern covers it, and how much of it.

use super::super::curve::bounds;
use super::super::frame::{Figure, Point, Side, View};
use super::super::polygon::encloses;
use super::chart::{MuscleChart, PatternArea, PatternPart};
use super::facts::MuscleId;

/// How far apart the places are that stand for what is drawn (bu), about 3 mm.
const STEP: i32 = 20;

/// The most places along a path: a longer one is looked at less closely, since strangers draw them.
const MOST_ALONG: i64 = 2_000;

/// The most places to a side of an area: a larger one is looked at less closely.
const MOST: i32 = 60;

/// What a patient drew, of which the patterns may cover some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn<'a> {
    /// Along a line: where pain spreads. One point is a line too.
    Path(&'a [Point]),
    /// Within a closed outline.
    Area(&'a [Point]),
}

/// How much of what was drawn the published pattern of a muscle covers: the mean over the areas and paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// The muscle.
    pub muscle: MuscleId,
    /// Its side.
    pub side: Side,
    /// Whole percent of what was drawn that lies in its essential areas.
    pub essential: u8,
    /// Whole percent that lies in its spillover areas alone.
    pub spillover: u8,
}

/// The muscles whose published patterns cover some of what was drawn, those that cover most of it first.
///
/// It compares drawings and says no more: not why somebody feels pain, and not how often.
///
/// ```
/// use painmap::anatomy::{Drawn, Figure, Point, View, coverage};
/// let path = [Point::new(-640, 2600), Point::new(-1400, 3300)];
/// for covered in coverage(Figure::Neutral, &[(View::Posterior, Drawn::Path(&path))]) {
///     println!("{} {}: {} %", covered.side, covered.muscle, covered.essential + covered.spillover);
/// }
/// ```
#[must_use]
pub fn coverage(figure: Figure, drawn: &[(View, Drawn<'_>)]) -> Vec<Coverage> {
    let places: Vec<(View, Vec<Point>)> = drawn.iter().map(|(view, drawn)| (*view, drawn.places())).collect();
    let things = places.iter().filter(|(_, places)| !places.is_empty()).count();
    let mut covered = Vec::new();
    for muscle in MuscleId::all() {
        for side in [Side::Left, Side::Right] {
            // In hundredths of a percent, so that each thing counts alike whatever its size.
            let (mut essential, mut all) = (0, 0);
            for (view, places) in &places {
                let chart = MuscleChart::of(*view, figure);
                let areas: Vec<&PatternArea> = chart.pattern(muscle, side, None).collect();
                let holds = |part: PatternPart, place: &Point| {
                    areas.iter().any(|area| area.part() == part && area.contains(*place))
                };
                let (mut own, mut other) = (0, 0);
                for place in places {
                    if holds(PatternPart::Essential, place) {
                        own += 1;
                    } else if holds(PatternPart::Spillover, place) {
                        other += 1;
                    }
                }
                essential += own * 10_000 / places.len().max(1);
                all += (own + other) * 10_000 / places.len().max(1);
            }
            if all > 0 {
                let [essential, all] = [essential, all].map(|sum| percent(sum, things));
                let found = Coverage { muscle, side, essential, spillover: all - essential };
                // A sort would be a large part of the wasm; of equals the first one stays first.
                let less = covered.iter().position(|known: &Coverage| known.shares() < found.shares());
                covered.insert(less.unwrap_or(covered.len()), found);
            }
        }
    }
    covered
}

impl Coverage {
    /// What it is sorted by: how much is covered, then how much of that by essential areas.
    const fn shares(&self) -> [u8; 2] {
        [self.essential + self.spillover, self.essential]
    }
}

impl Drawn<'_> {
    /// Places that stand for it, evenly spread.
    fn places(self) -> Vec<Point> {
        match self {
            Self::Path(path) => along(path),
            Self::Area(outline) => within(outline),
        }
    }
}

fn along(path: &[Point]) -> Vec<Point> {
    let length = |pair: &[Point]| match pair {
        &[from, to] => from.distance_squared(to).isqrt(),
        _ => 0,
    };
    let whole = path.windows(2).map(length).fold(0, i64::saturating_add);
    let step = (whole / MOST_ALONG + 1).max(STEP.into());
    let mut places: Vec<Point> = path.first().copied().into_iter().collect();
    // How far the last place lies before the corner.
    let mut before = 0;
    for pair in path.windows(2) {
        let (&[from, to], length) = (pair, length(pair)) else { continue };
        let mut at = step - before;
        while at <= length {
            let part = |a: i32, b: i32| {
                let way = (i64::from(b) - i64::from(a)).saturating_mul(at) / length.max(1);
                a.saturating_add(i32::try_from(way).unwrap_or(0))
            };
            places.push(Point::new(part(from.x, to.x), part(from.y, to.y)));
            at = at.saturating_add(step);
        }
        before = length - (at - step);
    }
    places
}

fn within(outline: &[Point]) -> Vec<Point> {
    let frame = bounds(outline);
    let step = (frame.width().max(frame.height()) / MOST).max(STEP);
    let mut places = Vec::new();
    let mut y = frame.min.y + step / 2;
    while y <= frame.max.y {
        let mut x = frame.min.x + step / 2;
        while x <= frame.max.x {
            let place = Point::new(x, y);
            if encloses(outline, place) {
                places.push(place);
            }
            x = x.saturating_add(step);
        }
        y = y.saturating_add(step);
    }
    if places.is_empty() {
        // Too slim for the grid: its edge stands for it.
        places = along(outline);
    }
    places
}

/// The mean of shares in hundredths of a percent, as whole percent; what is there at all is one at least.
fn percent(sum: usize, things: usize) -> u8 {
    let percent = (sum / things.max(1) + 50) / 100;
    u8::try_from(percent.clamp(usize::from(sum > 0), 100)).unwrap_or(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_an_area_is_covered_and_what_lies_elsewhere_is_not() {
        let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
        for area in chart.areas().iter().filter(|area| area.part() == PatternPart::Essential) {
            let drawn = [(View::Posterior, Drawn::Area(area.polygon()))];
            let found = coverage(Figure::Neutral, &drawn);
            let own = found.iter().find(|found| (found.muscle, found.side) == (area.muscle(), area.side()));
            assert_eq!(own.map(|own| (own.essential, own.spillover)), Some((100, 0)), "{}", area.muscle());
        }
        let foot = [Point::new(700, 9800), Point::new(720, 9850)];
        assert_eq!(coverage(Figure::Neutral, &[(View::Posterior, Drawn::Path(&foot))]), []);
    }

    #[test]
    fn those_that_cover_most_come_first_and_shares_are_of_all_that_was_drawn() {
        let path = [Point::new(300, 1200), Point::new(500, 3000)];
        let found = coverage(Figure::Neutral, &[(View::Posterior, Drawn::Path(&path))]);
        let sums: Vec<u8> = found.iter().map(|found| found.essential + found.spillover).collect();
        assert!(sums.is_sorted_by(|a, b| a >= b) && sums.iter().all(|sum| *sum <= 100), "{sums:?}");
        let far = [Point::new(700, 9000), Point::new(700, 9800)];
        let both = [(View::Posterior, Drawn::Path(&path)), (View::Posterior, Drawn::Path(&far))];
        let less = coverage(Figure::Neutral, &both);
        assert_eq!(less.len(), found.len());
        assert!(less[0].essential + less[0].spillover < sums[0]);
    }

    #[test]
    fn each_thing_counts_alike() {
        let chart = MuscleChart::of(View::Posterior, Figure::Neutral);
        let area = chart.areas().iter().find(|area| area.part() == PatternPart::Essential).unwrap();
        let far = [Point::new(700, 9000), Point::new(700, 9030)];
        let drawn = [(View::Posterior, Drawn::Area(area.polygon())), (View::Posterior, Drawn::Path(&far))];
        let found = coverage(Figure::Neutral, &drawn);
        let own = found.iter().find(|found| (found.muscle, found.side) == (area.muscle(), area.side()));
        assert_eq!(own.map(|own| own.essential), Some(50));
    }

    #[test]
    fn a_strangers_path_is_looked_at_in_bounded_time() {
        let zigzag: Vec<Point> =
            (0..2_000).map(|step| Point::new(if step % 2 == 0 { -2_000 } else { 2_000 }, step)).collect();
        assert!(along(&zigzag).len() <= 2_001);
        assert!(along(&[Point::new(i32::MIN, 0), Point::new(i32::MAX, i32::MAX)]).len() <= 2_001);
        assert_eq!(along(&[Point::new(0, 0), Point::new(15, 0), Point::new(45, 0)]).len(), 3);
    }

    #[test]
    fn nothing_drawn_is_covered_by_nothing() {
        assert_eq!(coverage(Figure::Neutral, &[]), []);
        assert_eq!(coverage(Figure::Neutral, &[(View::Left, Drawn::Path(&[]))]), []);
    }
}
