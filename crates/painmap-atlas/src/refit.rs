//! Gives a curve as many segments as another one, at the same parts of the way, so that all figures
//! have one and the same map and a place on one has its place on the others.

use crate::curve::{Whole, real};
use kurbo::{CubicBez, ParamCurve, ParamCurveArclen, ParamCurveDeriv, Point, Vec2};

/// How exactly lengths are measured, in bu.
const ACCURACY: f64 = 0.01;

/// How many points of the curve a segment is fitted to.
const SAMPLES: u32 = 24;

/// The same curve, cut where `like` is cut.
pub(crate) fn refit(curve: &Whole, like: &Whole) -> Whole {
    let (chain, model) = (beziers(curve), beziers(like));
    let total: f64 = length(&chain);
    let model_total: f64 = length(&model);
    let mut way = 0.0;
    let mut from = 0.0;
    let mut fitted = Vec::new();
    for (index, segment) in model.iter().enumerate() {
        way += segment.arclen(ACCURACY);
        let to = if index + 1 == model.len() { total } else { total * way / model_total };
        fitted.push(fit(&chain, from, to));
        from = to;
    }
    Whole::of(&fitted)
}

/// One segment for the part of a chain between two lengths: it starts and ends in the chain's
/// directions and runs as near to it as that allows.
fn fit(chain: &[CubicBez], from: f64, to: f64) -> CubicBez {
    let inset = ((to - from) * 1e-3).max(1e-6);
    let (start, out) = (at(chain, from).0, at(chain, from + inset).1);
    let (end, back) = (at(chain, to).0, -at(chain, to - inset).1);
    let chord = start.distance(end);
    let samples: Vec<(f64, Point)> = (1..SAMPLES)
        .map(|step| {
            let part = f64::from(step) / f64::from(SAMPLES);
            (part, at(chain, from + (to - from) * part).0)
        })
        .collect();
    let mut best = CubicBez::new(start, start + out * (chord / 3.0), end + back * (chord / 3.0), end);
    let mut parameters: Vec<f64> = samples.iter().map(|(part, _)| *part).collect();
    for _ in 0..6 {
        let Some(fitted) = least_squares(start, end, out, back, &parameters, &samples, chord) else { break };
        best = fitted;
        for (parameter, (_, point)) in parameters.iter_mut().zip(&samples) {
            *parameter = nearer(&best, *parameter, *point);
        }
    }
    best
}

/// The lengths of the two handles that bring the curve nearest to the samples.
fn least_squares(
    start: Point,
    end: Point,
    out: Vec2,
    back: Vec2,
    parameters: &[f64],
    samples: &[(f64, Point)],
    chord: f64,
) -> Option<CubicBez> {
    let (mut aa, mut ab, mut bb, mut ax, mut bx) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (t, (_, point)) in parameters.iter().zip(samples) {
        let u = 1.0 - t;
        let (first, second) = (out * (3.0 * u * u * t), back * (3.0 * u * t * t));
        let still = start.to_vec2() * (u * u * (u + 3.0 * t)) + end.to_vec2() * (t * t * (t + 3.0 * u));
        let off = point.to_vec2() - still;
        aa += first.dot(first);
        ab += first.dot(second);
        bb += second.dot(second);
        ax += first.dot(off);
        bx += second.dot(off);
    }
    let determinant = aa * bb - ab * ab;
    if determinant.abs() < 1e-9 {
        return None;
    }
    let (a, b) = ((ax * bb - bx * ab) / determinant, (aa * bx - ab * ax) / determinant);
    // Handles that turn back or run away would make a loop.
    let fair = |length: f64| (chord * 0.02..chord * 1.5).contains(&length);
    (fair(a) && fair(b)).then(|| CubicBez::new(start, start + out * a, end + back * b, end))
}

/// A parameter whose point is nearer to `point`: one step of Newton's method.
fn nearer(curve: &CubicBez, t: f64, point: Point) -> f64 {
    let first = curve.deriv();
    let off = curve.eval(t) - point;
    let speed = first.eval(t).to_vec2();
    let bend = first.deriv().eval(t).to_vec2();
    let slope = speed.dot(speed) + off.dot(bend);
    if slope.abs() < 1e-9 { t } else { (t - off.dot(speed) / slope).clamp(0.0, 1.0) }
}

/// The point of a chain at a length, and the direction there.
fn at(chain: &[CubicBez], length: f64) -> (Point, Vec2) {
    let mut left = length.max(0.0);
    let mut last = (Point::ZERO, Vec2::ZERO);
    for segment in chain {
        let own = segment.arclen(ACCURACY);
        let t = if left <= own { segment.inv_arclen(left, ACCURACY) } else { 1.0 };
        let direction = segment.deriv().eval(t.clamp(1e-3, 1.0 - 1e-3)).to_vec2();
        last = (segment.eval(t), direction / direction.hypot().max(1e-9));
        if left <= own {
            break;
        }
        left -= own;
    }
    last
}

fn length(chain: &[CubicBez]) -> f64 {
    chain.iter().map(|segment| segment.arclen(ACCURACY)).sum()
}

fn beziers(curve: &Whole) -> Vec<CubicBez> {
    let mut from = real(curve.start);
    let mut chain = Vec::new();
    for &[a, b, end] in &curve.segments {
        let segment = CubicBez::new(from, real(a), real(b), real(end));
        from = segment.p3;
        chain.push(segment);
    }
    chain
}
