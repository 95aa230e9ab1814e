//! Unpacks the tables of a view into a chart.

use super::chart::{Chart, Detail, Landmark, Level, Patch};
use super::curve::{Curve, bounds};
use super::frame::{Bounds, Point, Side, View};
use super::region::RegionId;
use super::tables::{FigureTable, ViewTable};

/// The chart that the tables hold.
pub(super) fn decode(view: View, table: &ViewTable, drawing: &FigureTable) -> Chart {
    let mut numbers = drawing.curves.iter().copied().map(i32::from);
    let mut curve = |count: i8| read(&mut numbers, usize::from(count.unsigned_abs()));
    let arcs: Vec<Curve> = drawing.arcs.iter().map(|count| curve(*count)).collect();
    let lines: Vec<Detail> =
        table.details.iter().map(|&(count, weight)| Detail { curve: curve(count), weight }).collect();

    let contour = |numbers: &[i16]| {
        Curve::joined(&numbers.iter().filter_map(|number| walked(&arcs, *number)).collect::<Vec<_>>())
    };
    let outline: Vec<Curve> = table.outline.iter().map(|numbers| contour(numbers)).collect();
    let mut patches = Vec::new();
    for (&(region, paired, numbers), &label) in table.loops.iter().zip(drawing.labels) {
        let curve = contour(numbers);
        let (region, label) = (RegionId::new(region), point(label));
        if paired {
            let mirrored = curve.mirrored();
            patches.push(patch(region, Some(Side::Left), label, curve));
            patches.push(patch(region, Some(Side::Right), label.mirrored(), mirrored));
        } else {
            patches.push(patch(region, None, label, curve));
        }
    }
    let inner = arcs.iter().zip(drawing.arcs).filter(|(_, count)| **count > 0);
    let levels = levels(table, drawing);
    Chart {
        view,
        figure: drawing.figure,
        crops: drawing.crops.map(|[width, top, bottom]| {
            let (width, top, bottom) = (i32::from(width), i32::from(top), i32::from(bottom));
            Bounds::new(-width, top, width, bottom)
        }),
        outline_polygons: outline.iter().map(Curve::polygon).collect(),
        outline,
        borders: inner.flat_map(|(arc, _)| both(arc)).collect(),
        patches,
        details: lines
            .iter()
            .flat_map(|line| both(&line.curve).map(|curve| Detail { curve, weight: line.weight }))
            .collect(),
        landmarks: landmarks(table, drawing, &levels),
        levels,
    }
}

/// Reads a curve: the start, then each control point less the one before it.
fn read(numbers: &mut impl Iterator<Item = i32>, segments: usize) -> Curve {
    let mut at = Point::new(0, 0);
    let mut next = || {
        at = Point::new(at.x + numbers.next().unwrap_or(0), at.y + numbers.next().unwrap_or(0));
        at
    };
    let start = next();
    Curve::new(start, (0..segments).map(|_| [next(), next(), next()]).collect())
}

/// The arc of a number, on its side and in its direction.
fn walked(arcs: &[Curve], number: i16) -> Option<Curve> {
    let index = usize::from(number.unsigned_abs()).checked_sub(1)?;
    let arc = arcs.get(index % arcs.len())?;
    // A mirror image is turned round, so it is walked forwards by turning it once more.
    Some(match (index >= arcs.len(), number < 0) {
        (false, false) => arc.clone(),
        (false, true) => arc.reversed(),
        (true, false) => arc.mirrored().reversed(),
        (true, true) => arc.mirrored(),
    })
}

/// A curve and its mirror image; one on the midline is both.
fn both(curve: &Curve) -> impl Iterator<Item = Curve> + use<> {
    let mirrored = (!curve.on_midline()).then(|| curve.mirrored());
    std::iter::once(curve.clone()).chain(mirrored)
}

fn patch(region: RegionId, side: Option<Side>, label: Point, contour: Curve) -> Patch {
    let polygon = contour.polygon();
    Patch { region, side, label, bounds: bounds(&polygon), polygon, contour }
}

fn levels(table: &ViewTable, drawing: &FigureTable) -> Vec<Level> {
    let names = table.levels.iter().map(|(name, _)| *name);
    names.zip(drawing.levels).map(|(name, y)| Level { name, at: Point::new(0, i32::from(*y)) }).collect()
}

fn landmarks(table: &ViewTable, drawing: &FigureTable, levels: &[Level]) -> Vec<Landmark> {
    let mut landmarks = Vec::new();
    for (&(name, estimate), &at) in table.landmarks.iter().zip(drawing.landmarks) {
        let at = point(at);
        let side = if at.x == 0 { Side::Midline } else { Side::Left };
        landmarks.push(Landmark { name, side, at, estimate });
        if side == Side::Left {
            landmarks.push(Landmark { name, side: Side::Right, at: at.mirrored(), estimate });
        }
    }
    landmarks.extend(table.levels.iter().zip(levels).map(|(&(_, name), level)| Landmark {
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
