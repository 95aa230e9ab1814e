//! Where a point is by what can be felt: "near T4, about a hand's breadth right of the spine".
//!
//! A tap is no measurement, so lengths are told in the breadths of fingers and hands, and in
//! centimetres only where the person's stature is known.

use crate::anatomy::{Bearing, Chart, MIDLINE_HALF_WIDTH, Point, STATURE, View};
use crate::numbers::whole_text;

/// The breadth of a hand without its thumb: 49.1 thousandths of stature (mean ratio of ANSUR II,
/// the 2012 survey of the US Army), in bu.
const HAND: i32 = 491;
/// A quarter of it.
const FINGER: i32 = HAND / 4;
/// What is nearer than half a finger is there (bu).
const HERE: i32 = FINGER / 2;

/// How tall a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stature(u16);

impl Stature {
    /// The lowest and the highest that is taken, in centimetres.
    pub const RANGE: std::ops::RangeInclusive<u16> = 40..=280;

    /// A stature in centimetres; none outside of [`Stature::RANGE`].
    ///
    /// ```
    /// use painmap::describe::Stature;
    /// assert!(Stature::centimetres(170).is_some() && Stature::centimetres(17).is_none());
    /// ```
    #[must_use]
    pub fn centimetres(centimetres: u16) -> Option<Self> {
        Self::RANGE.contains(&centimetres).then_some(Self(centimetres))
    }

    /// A length on the drawing as whole millimetres on the person.
    #[must_use]
    pub fn millimetres_of(self, bu: i32) -> i32 {
        let tenths = i64::from(bu) * i64::from(self.0) * 10;
        let half = i64::from(STATURE / 2);
        i32::try_from((tenths + half).div_euclid(i64::from(STATURE))).unwrap_or(i32::MAX)
    }
}

/// Where a point of the body is, by the spine if that is near, else by the nearest landmark.
///
/// ```
/// use painmap::anatomy::{Chart, Figure, Point, View};
/// use painmap::describe::{Stature, position};
/// # fn main() -> Result<(), &'static str> {
/// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
/// let point = Point::new(-480, 2030);
/// assert_eq!(position(chart, point, None), "near T4, about a hand's breadth right of the spine");
/// assert_eq!(position(chart, point, Stature::centimetres(170)), "near T4, about 8 cm right of the spine");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn position(chart: &Chart, point: Point, stature: Option<Stature>) -> String {
    if chart.view() == View::Posterior
        && let Some(level) = chart.level(point)
    {
        return by_the_spine(chart, point, level.name(), stature);
    }
    let Some(nearest) = chart.bearings(point, 1).first().copied() else { return String::new() };
    let name = super::landmark(nearest.landmark.name());
    if nearest.distance <= HERE {
        return ["at the ", &name].concat();
    }
    [&length(nearest.distance, stature), &direction(chart.view(), nearest), " the ", &name].concat()
}

/// Where a point of the back is, seen from the spine.
fn by_the_spine(chart: &Chart, point: Point, level: &str, stature: Option<Stature>) -> String {
    let aside = point.x.saturating_abs();
    let spinal = chart.locate(point).is_some_and(|patch| patch.side().is_none());
    let middle = aside <= MIDLINE_HALF_WIDTH;
    let side = if point.x > 0 { "left" } else { "right" };
    match (spinal, middle) {
        (true, true) => ["on the spine, near ", level].concat(),
        // What is said must not contradict the region, which ends a little nearer or further.
        (false, true) => ["beside the spine, near ", level].concat(),
        (true, false) if aside < FINGER => ["beside the spine on the ", side, ", near ", level].concat(),
        _ => ["near ", level, ", ", &length(aside, stature), " ", side, " of the spine"].concat(),
    }
}

/// "above", "left of", "below and in front of" …
fn direction(view: View, bearing: Bearing) -> String {
    let (across, down) = (bearing.across, bearing.down);
    let (ahead, behind) = match view {
        View::Posterior | View::Anterior => (" left of", " right of"),
        View::Left | View::Right => (" in front of", " behind"),
    };
    let aside = if across > 0 { ahead } else { behind };
    let height = if down > 0 { " below" } else { " above" };
    // What is less than 22 degrees off an axis is on it.
    match (i64::from(across).abs(), i64::from(down).abs()) {
        (across, down) if across * 5 < down * 2 => height.to_owned(),
        (across, down) if down * 5 < across * 2 => aside.to_owned(),
        _ => [height, " and", aside].concat(),
    }
}

/// A length as a hand would measure it, or in centimetres.
fn length(bu: i32, stature: Option<Stature>) -> String {
    if let Some(stature) = stature {
        let centimetres = (stature.millimetres_of(bu) + 5) / 10;
        return if centimetres == 0 {
            "less than a centimetre".to_owned()
        } else {
            ["about ", &whole_text(centimetres.into()), " cm"].concat()
        };
    }
    let fingers = bu.saturating_add(FINGER / 2) / FINGER;
    let hands = bu.saturating_add(HAND / 2) / HAND;
    match (fingers, hands) {
        (0 | 1, _) => "about a finger's breadth".to_owned(),
        (2, _) => "about two fingers' breadths".to_owned(),
        (3, _) => "about three fingers' breadths".to_owned(),
        (_, 0 | 1) => "about a hand's breadth".to_owned(),
        (_, 2) => "about two hands' breadths".to_owned(),
        _ => ["about ", &whole_text(hands.into()), " hands' breadths"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::Figure;

    fn at(view: View, x: i32, y: i32) -> String {
        position(Chart::of(view, Figure::Neutral).unwrap(), Point::new(x, y), None)
    }

    #[test]
    fn the_spine_is_the_measure_of_the_back() {
        assert_eq!(at(View::Posterior, 20, 3950), "on the spine, near L4");
        assert_eq!(at(View::Posterior, 250, 3950), "near L4, about two fingers' breadths left of the spine");
        assert_eq!(at(View::Posterior, -750, 2950), "near T10, about two hands' breadths right of the spine");
    }

    #[test]
    fn what_is_just_beside_the_spine_does_not_contradict_its_region() {
        for figure in Figure::ALL {
            let chart = Chart::of(View::Posterior, *figure).unwrap();
            for (x, y) in (-300..=300).step_by(12).flat_map(|x| (900..4600).step_by(50).map(move |y| (x, y)))
            {
                let point = Point::new(x, y);
                let words = position(chart, point, None);
                let spinal = chart.locate(point).is_some_and(|patch| patch.side().is_none());
                assert!(!words.starts_with("on the spine") || spinal, "{figure} {point:?}: {words}");
                let near = spinal && x.abs() < FINGER && chart.level(point).is_some();
                let said = words.starts_with("on the spine") || words.starts_with("beside the spine");
                assert!(said || !near, "{figure} {point:?}: {words}");
                assert!(!words.contains("on the left") || x > 0, "{figure} {point:?}: {words}");
            }
        }
    }

    #[test]
    fn elsewhere_the_nearest_landmark_is() {
        assert_eq!(at(View::Posterior, -1397, 3656), "at the olecranon");
        assert_eq!(at(View::Posterior, -1397, 3900), "about two fingers' breadths below the olecranon");
    }

    #[test]
    fn any_point_has_words_of_its_own_side() {
        for view in View::ALL {
            let chart = Chart::of(*view, Figure::Neutral).unwrap();
            for patch in chart.patches() {
                let words = position(chart, patch.label(), Stature::centimetres(160));
                assert!(!words.is_empty());
                let other = match chart.side(patch.label()) {
                    crate::anatomy::Side::Left => "right of the spine",
                    _ => "left of the spine",
                };
                assert!(!words.contains(other), "{words}");
            }
        }
        let far = position(
            Chart::of(View::Posterior, Figure::Neutral).unwrap(),
            Point::new(i32::MIN, i32::MAX),
            None,
        );
        assert!(!far.is_empty());
    }

    #[test]
    fn lengths_are_those_of_the_person() {
        let tall = Stature::centimetres(200).unwrap();
        assert_eq!(tall.millimetres_of(500), 100);
        assert_eq!(tall.millimetres_of(STATURE), 2000);
        assert_eq!(length(100, Some(tall)), "about 2 cm");
        assert_eq!(length(10, Some(tall)), "less than a centimetre");
        assert_eq!(length(2000, None), "about 4 hands' breadths");
    }
}
