//! From where somebody feels pain to the muscles whose published pattern covers it, and how much of it.

use super::super::curve::bounds;
use super::super::frame::{Figure, Point, Side, View};
use super::super::polygon::encloses;
use super::chart::{MuscleChart, PatternArea, PatternPart};
use super::facts::MuscleId;

/// How far apart the places are that stand for what is drawn (bu), about 3 mm.
const STEP: i32 = 20;

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

/// How much of what was drawn the published pattern of a muscle covers.
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
    let total: usize = places.iter().map(|(_, places)| places.len()).sum();
    let mut covered = Vec::new();
    for muscle in MuscleId::all() {
        for side in [Side::Left, Side::Right] {
            let (mut essential, mut spillover) = (0, 0);
            for (view, places) in &places {
                let chart = MuscleChart::of(*view, figure);
                let areas: Vec<&PatternArea> = chart.pattern(muscle, side, None).collect();
                for place in places {
                    let within = |part| areas.iter().any(|area| area.part() == part && area.contains(*place));
                    if within(PatternPart::Essential) {
                        essential += 1;
                    } else if within(PatternPart::Spillover) {
                        spillover += 1;
                    }
                }
            }
            let [essential, spillover] = [essential, spillover].map(|count| percent(count, total));
            if essential + spillover > 0 {
                covered.push(Coverage { muscle, side, essential, spillover });
            }
        }
    }
    covered.sort_by_key(|covered| {
        let Coverage { essential, spillover, .. } = covered;
        std::cmp::Reverse((essential + spillover, *essential))
    });
    covered
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
    let mut places: Vec<Point> = path.first().copied().into_iter().collect();
    for pair in path.windows(2) {
        let &[from, to] = pair else { continue };
        let steps = from.distance_squared(to).isqrt() / i64::from(STEP) + 1;
        let part = |a: i32, b: i32, step: i64| {
            let way = (i64::from(b) - i64::from(a)) * step / steps;
            a.saturating_add(i32::try_from(way).unwrap_or(0))
        };
        places.extend((1..=steps).map(|step| Point::new(part(from.x, to.x, step), part(from.y, to.y, step))));
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
            x += step;
        }
        y += step;
    }
    if places.is_empty() {
        // Too slim for the grid: its edge stands for it.
        places = along(outline);
    }
    places
}

/// Rounded to the nearest, but for what is there at all: that is one at least.
fn percent(count: usize, of: usize) -> u8 {
    let percent = (count * 200 + of) / (2 * of).max(1);
    u8::try_from(percent.max(usize::from(count > 0))).unwrap_or(100)
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
        assert!(sums.is_sorted_by(|a, b| a >= b) && sums.iter().all(|sum| *sum <= 101), "{sums:?}");
        let far = [Point::new(700, 9000), Point::new(700, 9800)];
        let both = [(View::Posterior, Drawn::Path(&path)), (View::Posterior, Drawn::Path(&far))];
        let less = coverage(Figure::Neutral, &both);
        assert_eq!(less.len(), found.len());
        assert!(less[0].essential + less[0].spillover < sums[0]);
    }

    #[test]
    fn nothing_drawn_is_covered_by_nothing() {
        assert_eq!(coverage(Figure::Neutral, &[]), []);
        assert_eq!(coverage(Figure::Neutral, &[(View::Left, Drawn::Path(&[]))]), []);
    }
}
