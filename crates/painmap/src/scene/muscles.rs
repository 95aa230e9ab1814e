//! The muscles over a body: layers, one of them lit, a published pattern with the usual spots.

use super::muscle_ink::MuscleInk;
use super::path::{outline, polyline};
use super::picture::Unit;
use crate::anatomy::{
    Figure, Layer, MuscleChart, MuscleId, MuscleShape, PatternArea, PatternPart, Point, Side, View,
};

/// Which muscles a picture shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MusclePlate {
    /// The layers that are drawn, whatever their order here: the superficial one is on top.
    pub layers: Vec<Layer>,
    /// The muscle that is lit: it lies on top, and all others stand back.
    pub lit: Option<MuscleId>,
    /// The muscle whose published pattern is drawn, with its usual spots.
    pub pattern: Option<MuscleId>,
    /// The side of the lit muscle and of the pattern; none for both.
    pub side: Option<Side>,
}

/// A form of the muscle drawing: a path in screen coordinates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MuscleItem {
    /// What it means.
    pub ink: MuscleInk,
    /// The muscle that it is of.
    pub muscle: MuscleId,
    /// SVG path data, whole numbers only.
    pub path: String,
}

impl MusclePlate {
    /// Whether it shows nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty() && self.lit.is_none() && self.pattern.is_none()
    }
}

/// The muscles that a view shows, to be drawn on the skin in this order. `unit` is that of the picture.
///
/// ```
/// use painmap::anatomy::{Figure, Layer, View};
/// use painmap::scene::{MuscleInk, MusclePlate, Unit, muscles};
/// let plate = MusclePlate { layers: vec![Layer::Superficial], ..MusclePlate::default() };
/// let items = muscles(Figure::Neutral, View::Posterior, &plate, Unit::of(View::Posterior.bounds()));
/// assert!(items.iter().any(|item| item.muscle.as_str() == "trapezius-upper"));
/// assert!(items.iter().all(|item| item.ink != MuscleInk::Essential));
/// ```
#[must_use]
pub fn muscles(figure: Figure, view: View, plate: &MusclePlate, unit: Unit) -> Vec<MuscleItem> {
    let chart = MuscleChart::of(view, figure);
    let mut pen = Pen { view, unit, items: Vec::new() };
    let on_side = |side: Side| plate.side.is_none_or(|only| only == side);
    let is_lit = |shape: &MuscleShape| plate.lit == Some(shape.muscle()) && on_side(shape.side());
    // From the bones up.
    for shape in chart.shapes().iter().rev() {
        if plate.layers.contains(&shape.layer()) && !is_lit(shape) {
            pen.muscle(shape, plate.lit.is_some());
        }
    }
    for shape in chart.shapes().iter().filter(|shape| is_lit(shape)) {
        pen.muscle(shape, false);
    }
    for &side in &[Side::Left, Side::Right] {
        if let Some(muscle) = plate.pattern.filter(|_| on_side(side)) {
            pen.pattern(&chart.pattern(muscle, side, None).collect::<Vec<_>>());
        }
    }
    for spot in chart.spots() {
        if [plate.pattern, plate.lit].contains(&Some(spot.muscle())) && on_side(spot.side()) {
            pen.spot(spot.muscle(), spot.at());
        }
    }
    pen.items
}

/// Draws muscles into a list.
struct Pen {
    view: View,
    unit: Unit,
    items: Vec<MuscleItem>,
}

impl Pen {
    fn muscle(&mut self, shape: &MuscleShape, faded: bool) {
        let muscle = shape.muscle();
        let contour = outline(self.view, [shape.contour()]);
        self.push(MuscleInk::of(muscle, faded), muscle, contour);
        self.push(MuscleInk::Fibres { faded }, muscle, outline(self.view, shape.fibres()));
    }

    /// The spillover areas lie under the essential ones, and their dots beside them.
    fn pattern(&mut self, areas: &[&PatternArea]) {
        let mut essential = areas.to_vec();
        essential.retain(|area| area.part() == PatternPart::Essential);
        for area in areas.iter().filter(|area| area.part() == PatternPart::Spillover) {
            let dots = self.dots(area, &essential);
            self.push(MuscleInk::Stipple, area.muscle(), dots);
            self.push(MuscleInk::Spillover, area.muscle(), outline(self.view, [area.contour()]));
        }
        for area in &essential {
            self.push(MuscleInk::Essential, area.muscle(), outline(self.view, [area.contour()]));
        }
    }

    /// Dots on a grid of the whole view, so that those of two areas fall together.
    fn dots(&self, area: &PatternArea, beside: &[&PatternArea]) -> String {
        let (gap, bounds) = (self.unit.half_pixels(9).max(1), area.bounds());
        let mut data = String::new();
        for row in bounds.min.y / gap - 1..=bounds.max.y / gap + 1 {
            for column in bounds.min.x / gap - 1..=bounds.max.x / gap + 1 {
                let at = Point::new(column * gap + row.rem_euclid(2) * gap / 2, row * gap);
                if area.contains(at) && !beside.iter().any(|other| other.contains(at)) {
                    let at = self.view.to_screen(at);
                    data += &polyline(&[at, at], false);
                }
            }
        }
        data
    }

    fn spot(&mut self, muscle: MuscleId, at: Point) {
        let (at, arm) = (self.view.to_screen(at), self.unit.half_pixels(8));
        let line = |up: i32| {
            polyline(
                &[Point::new(at.x - arm, at.y - up * arm), Point::new(at.x + arm, at.y + up * arm)],
                false,
            )
        };
        let cross = line(1) + &line(-1);
        self.push(MuscleInk::SpotCasing, muscle, cross.clone());
        self.push(MuscleInk::Spot, muscle, cross);
    }

    fn push(&mut self, ink: MuscleInk, muscle: MuscleId, path: String) {
        self.items.push(MuscleItem { ink, muscle, path });
    }
}
