//! Unpacks the tables of a view into a chart.

use super::chart::{Chart, Detail, Landmark, Level, Patch};
use super::curve::{Curve, bounds};
use super::frame::{Bounds, Point, Side, View};
use super::region::RegionId;
use super::tables::{FigureTable, LandmarkTable, ViewTable};

/// The chart that the tables hold. Plain loops: chained iterators would weigh more in the wasm than
/// what they unpack.
pub(super) fn decode(view: View, table: &ViewTable, drawing: &FigureTable) -> Chart {
    let mut numbers = drawing.curves.iter();
    let mut arcs = Vec::with_capacity(drawing.arcs.len());
    let mut borders = Vec::new();
    for &count in drawing.arcs {
        let arc = read(&mut numbers, count);
        if count > 0 {
            push_both(&mut borders, &arc);
        }
        arcs.push(arc);
    }
    let mut details = Vec::new();
    for &(count, weight) in table.details {
        let mut curves = Vec::new();
        push_both(&mut curves, &read(&mut numbers, count));
        for curve in curves {
            details.push(Detail { curve, weight });
        }
    }
    let mut outline = Vec::new();
    let mut outline_polygons = Vec::new();
    for numbers in table.outline {
        let contour = contour(&arcs, numbers);
        outline_polygons.push(contour.polygon());
        outline.push(contour);
    }
    let mut patches = Vec::new();
    for (&(region, paired, numbers), &label) in table.loops.iter().zip(drawing.labels) {
        let curve = contour(&arcs, numbers);
        let (region, label) = (RegionId::new(region), point(label));
        if paired {
            let mirrored = curve.mirrored();
            patches.push(patch(region, Some(Side::Left), label, curve));
            patches.push(patch(region, Some(Side::Right), label.mirrored(), mirrored));
        } else {
            patches.push(patch(region, None, label, curve));
        }
    }
    let mut levels = Vec::new();
    for (&name, &y) in table.levels.iter().zip(drawing.levels) {
        levels.push(Level { name, at: Point::new(0, i32::from(y)) });
    }
    Chart {
        view,
        figure: drawing.figure,
        crops: drawing.crops.map(|[width, top, bottom]| {
            let (width, top, bottom) = (i32::from(width), i32::from(top), i32::from(bottom));
            Bounds::new(-width, top, width, bottom)
        }),
        outline,
        outline_polygons,
        borders,
        patches,
        details,
        levels,
    }
}

fn contour(arcs: &[Curve], numbers: &[i16]) -> Curve {
    let mut contour = Curve::new(Point::new(0, 0), Vec::new());
    for &number in numbers {
        let index = usize::from(number.unsigned_abs()).saturating_sub(1);
        // What lies beyond the arcs is a mirror image, which is turned round.
        let mirrored = index >= arcs.len();
        let Some(arc) = arcs.get(if mirrored { index - arcs.len() } else { index }) else { continue };
        let mut arc = if mirrored { arc.mirrored() } else { arc.clone() };
        if mirrored != (number < 0) {
            arc = arc.reversed();
        }
        contour.join(&arc);
    }
    contour.close()
}

/// Reads a curve: the start, then each control point less the one before it. The sign of the count
/// says where it lies.
fn read(numbers: &mut std::slice::Iter<'_, i16>, count: i8) -> Curve {
    let mut at = Point::new(0, 0);
    let mut next = || {
        let mut coordinate = || i32::from(numbers.next().copied().unwrap_or(0));
        at = Point::new(at.x + coordinate(), at.y + coordinate());
        at
    };
    let start = next();
    let mut segments = Vec::new();
    for _ in 0..count.unsigned_abs() {
        segments.push([next(), next(), next()]);
    }
    Curve::new(start, segments)
}

/// Adds a curve and its mirror image; one on the midline is both.
fn push_both(curves: &mut Vec<Curve>, curve: &Curve) {
    curves.push(curve.clone());
    if !curve.on_midline() {
        curves.push(curve.mirrored());
    }
}

fn patch(region: RegionId, side: Option<Side>, label: Point, contour: Curve) -> Patch {
    let polygon = contour.polygon();
    Patch { region, side, label, bounds: bounds(&polygon), polygon, contour }
}

/// The landmarks that the tables hold.
pub(super) fn landmarks(table: &'static LandmarkTable, chart: &Chart) -> Vec<Landmark> {
    let mut landmarks = Vec::new();
    let drawn = table.figures.iter().find(|(figure, _)| *figure == chart.figure);
    for (&(name, estimate), &at) in table.names.iter().zip(drawn.map_or(&[][..], |(_, places)| places)) {
        let at = point(at);
        let side = if at.x == 0 { Side::Midline } else { Side::Left };
        landmarks.push(Landmark { name, side, at, estimate });
        if side == Side::Left {
            landmarks.push(Landmark { name, side: Side::Right, at: at.mirrored(), estimate });
        }
    }
    landmarks.extend(table.levels.iter().zip(&chart.levels).map(|(&name, level)| Landmark {
        name,
        side: Side::Midline,
        at: level.at,
        estimate: level.name != "C7",
    }));
    landmarks
}

fn point([x, y]: [i16; 2]) -> Point {
    Point::new(i32::from(x), i32::from(y))
}
