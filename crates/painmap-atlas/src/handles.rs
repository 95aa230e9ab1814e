//! What is expected of a curve from the part of it that is known already, and its handles in steps from
//! there. The rounding and the packing go by it alike, and `painmap`'s `unpack.rs` does the same sums.

use crate::curve::{Whole, real};
use crate::source::At;
use kurbo::Vec2;

/// The steps in which handles are told, in bu; ends of segments are told exactly.
///
/// A handle that is off by two moves its curve by at most 1.5 bu, which nobody sees: a quarter of a pixel
/// in the nearest crop on a telephone, a tenth in the whole view. The packs get shorter by a tenth.
/// `HANDLE_STEP` in `painmap`'s `unpack.rs` is the same.
pub(crate) const STEP: i32 = 4;

/// What is known of the curve where a segment begins.
#[derive(Debug, Default)]
pub(crate) struct Expected {
    /// From the start of the segment before it to that one's end.
    way: At,
    /// From that one's second handle to its end.
    run: Option<At>,
}

impl Expected {
    /// Where a segment ends: as far on as the one before it went.
    pub(crate) const fn end(&self, from: At) -> At {
        plus(from, self.way)
    }

    /// Where the handles of a segment are. The first one is half as if it ran on smoothly and half a
    /// third of the way along, the second one a third of the way back.
    pub(crate) fn handles(&self, from: At, end: At) -> [At; 2] {
        let third = minus(end, from).map(|way| way / 3);
        let [x, y] = plus(self.run.unwrap_or(third), third);
        [plus(from, [x >> 1, y >> 1]), minus(end, third)]
    }

    /// Goes on to the next segment.
    pub(crate) const fn pass(&mut self, from: At, [_, second, end]: [At; 3]) {
        self.way = minus(end, from);
        self.run = Some(minus(end, second));
    }
}

/// How far a handle may turn when it is rounded (radians, about).
const MOST_TURN: f64 = 0.15;

/// A turn costs as much as the way that makes it in a handle so long (bu).
const LEVER: f64 = 30.0;

/// How many steps further a handle may go that would turn more.
const REACH: i32 = 3;

/// The curve with its handles whole steps from where they are expected. Arcs are walked one way alone, and
/// what is on the other side is made from them, so this is the curve that everybody sees.
pub(crate) fn in_steps(curve: &Whole) -> Whole {
    let mut expected = Expected::default();
    let mut from = curve.start;
    let mut segments = Vec::new();
    for &[first, second, end] in &curve.segments {
        let [run_on, back] = expected.handles(from, end);
        let segment =
            [stepped(first, run_on, from, [second, end]), stepped(second, back, end, [first, from]), end];
        expected.pass(from, segment);
        segments.push(segment);
        from = end;
    }
    Whole { start: curve.start, segments }
}

/// The place nearest to a handle `at` of the end `hub` that is whole steps from where it is expected; of
/// two the one nearer to that. A handle of a few bu would turn off there, and the curve would have a nick:
/// it goes somewhat further and keeps its direction. `beyond` says where the curve goes from a handle
/// that lies on its end.
fn stepped(at: At, expected: At, hub: At, beyond: [At; 2]) -> At {
    let tangent = std::iter::once(at).chain(beyond).find(|to| *to != hub);
    let tangent = direction(hub, tangent.unwrap_or(hub));
    let turn = |place: At| (direction(hub, place) - tangent).hypot();
    let steps = minus(at, expected).map(|more| more.signum() * ((more.abs() + (STEP - 1) / 2) / STEP));
    let place = |more: At| plus(expected, plus(steps, more).map(|steps| steps * STEP));
    let nearest = place([0, 0]);
    if nearest == hub || turn(nearest) < MOST_TURN {
        return nearest;
    }
    let cost = |place: At| (real(place) - real(at)).hypot2() + (turn(place) * LEVER).powi(2);
    let reach = || -REACH..=REACH;
    let places = reach().flat_map(|down| reach().map(move |right| [right, down])).map(place);
    places.min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or(nearest)
}

/// The direction from a place to another one, one long; none to itself.
fn direction(from: At, to: At) -> Vec2 {
    let way = real(to) - real(from);
    way / way.hypot().max(1e-9)
}

const fn plus(a: At, b: At) -> At {
    [a[0] + b[0], a[1] + b[1]]
}

const fn minus(a: At, b: At) -> At {
    [a[0] - b[0], a[1] - b[1]]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve() -> Whole {
        let segments = vec![
            [[31, 9], [70, 22], [100, 48]],
            [[131, 75], [139, 118], [160, 131]],
            [[160, 140], [158, 149], [149, 160]],
        ];
        Whole { start: [0, 1], segments }
    }

    #[test]
    fn long_handles_move_by_half_a_step_at_most_and_ends_stay() {
        let (exact, stepped) = (curve(), in_steps(&curve()));
        assert_ne!(stepped, exact);
        assert_eq!(stepped.start, exact.start);
        for (own, other) in stepped.segments.iter().zip(&exact.segments) {
            assert_eq!(own[2], other[2]);
            let off = own.iter().flatten().zip(other.iter().flatten()).map(|(a, b)| (a - b).abs());
            assert!(off.max().is_some_and(|most| most <= STEP / 2), "{own:?} {other:?}");
        }
    }

    #[test]
    fn a_short_handle_keeps_its_direction() {
        // As at the vertex, where one lies on the end: the other says that the curve is level there.
        let segments = vec![[[0, 0], [-237, -13], [-361, 185]], [[-370, 193], [-390, 400], [-400, 500]]];
        let exact = Whole { start: [0, 0], segments };
        let [[[x, y], ..], [joint, ..]] = in_steps(&exact).segments[..] else { panic!("two segments") };
        assert!(x < 0 && y.abs() * 6 <= -x, "{x} {y}");
        let way = minus(joint, [-361, 185]);
        assert!(way[0] < 0 && way[1] > 0 && (way[0] + way[1]).abs() <= 3, "{way:?}");
    }

    #[test]
    fn a_curve_in_steps_stays_as_it_is() {
        let stepped = in_steps(&curve());
        assert_eq!(in_steps(&stepped), stepped);
    }

    #[test]
    fn a_curve_on_the_midline_stays_there() {
        let segments = vec![[[0, 13], [0, 29], [0, 50]], [[0, 77], [0, 81], [0, 91]]];
        assert!(in_steps(&Whole { start: [0, 0], segments }).on_midline());
    }
}
