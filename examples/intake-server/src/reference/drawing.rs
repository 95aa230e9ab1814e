//! The pictures of a muscle: which views show it or its pattern, how much of the body each needs, and
//! what it is called. They are files of their own, which the browser may fetch beside the page.

use std::cmp::Reverse;

use painmap::anatomy::{Bounds, Crop, Figure, MuscleChart, MuscleId, PatternPart, Point, Side, View};
use painmap::scene::{AtlasPicture, MusclePlate, NoDrawing, atlas_to_svg};

use super::frame::Frame;
use super::page::{address, capitalised};

/// The one figure that is drawn here; the atlas page has the others.
const FIGURE: Figure = Figure::Neutral;

/// The side whose pattern is drawn.
const SIDE: Side = Side::Left;

/// The view from the right would be the mirror image of that from the left.
const VIEWS: [View; 3] = [View::Posterior, View::Anterior, View::Left];

/// What a picture is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// The muscle, lit among those of its layer.
    Muscle,
    /// Its published pattern.
    Pattern,
}

/// A picture of a muscle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Drawing {
    muscle: MuscleId,
    subject: Subject,
    frame: Frame,
}

impl Drawing {
    /// The pictures of a subject: one for each view that shows it, the one that shows most of it first.
    pub(super) fn all(muscle: MuscleId, subject: Subject) -> Vec<Self> {
        let mut views = VIEWS;
        views.sort_by_key(|view| Reverse(shown(muscle, subject, *view)));
        views.into_iter().filter_map(|view| Self::of(muscle, subject, view)).collect()
    }

    /// The picture that is asked for by the last part of its address.
    pub(super) fn named(muscle: MuscleId, name: &str) -> Option<Self> {
        [Subject::Muscle, Subject::Pattern]
            .into_iter()
            .flat_map(|subject| Self::all(muscle, subject))
            .find(|drawing| drawing.name() == name)
    }

    fn of(muscle: MuscleId, subject: Subject, view: View) -> Option<Self> {
        let frame = Frame::round(FIGURE, view, &boxes(muscle, subject, view))?;
        Some(Self { muscle, subject, frame })
    }

    fn name(&self) -> String {
        let subject = match self.subject {
            Subject::Muscle => "muscle",
            Subject::Pattern => "pattern",
        };
        format!("{subject}-{}.svg", self.view())
    }

    /// Where the picture is.
    pub(super) fn address(&self) -> String {
        [&address(self.muscle), "/", &self.name()].concat()
    }

    /// Its own width and height, so that the page keeps room for it.
    pub(super) fn size(&self) -> (i32, i32) {
        self.shown().size().map_or((0, 0), |(width, height)| (width / 10, height / 10))
    }

    const fn view(&self) -> View {
        self.frame.picture.view
    }

    /// The line below it.
    pub(super) const fn caption(&self) -> &'static str {
        match self.view() {
            View::Posterior => "From behind",
            View::Anterior => "From the front",
            View::Left => "From the left",
            View::Right => "From the right",
        }
    }

    /// What somebody hears who can't see it.
    pub(super) fn words(&self) -> String {
        let (name, seen) = (capitalised(self.muscle.name()), self.caption().to_lowercase());
        match self.subject {
            Subject::Muscle => {
                let layer = self.muscle.layer();
                format!("{name}, seen {seen}: lit, the other {layer} muscles pale.")
            }
            Subject::Pattern => {
                let parts = parts(self.muscle, self.view());
                let parts = parts.iter().map(|part| match part {
                    PatternPart::Essential => "essential areas filled",
                    PatternPart::Spillover => "spillover dotted",
                });
                let parts = parts.collect::<Vec<_>>().join(", ");
                format!("{name}, published pattern on the person’s left, seen {seen}: {parts}.")
            }
        }
    }

    /// The picture itself.
    pub(super) fn svg(&self) -> Result<String, NoDrawing> {
        atlas_to_svg(&self.shown())
    }

    /// What it shows.
    fn shown(&self) -> AtlasPicture {
        let muscles = match self.subject {
            Subject::Muscle => MusclePlate {
                layers: vec![self.muscle.layer()],
                lit: Some(self.muscle),
                ..MusclePlate::default()
            },
            Subject::Pattern => {
                MusclePlate { pattern: Some(self.muscle), side: Some(SIDE), ..MusclePlate::default() }
            }
        };
        let Frame { picture, bounds, .. } = self.frame;
        AtlasPicture { figure: FIGURE, picture, window: Some(bounds), muscles, ..AtlasPicture::default() }
    }
}

/// The atlas page with the muscle and its pattern, in the view that shows most of the muscle.
pub(super) fn atlas_address(muscle: MuscleId) -> String {
    let first = Drawing::all(muscle, Subject::Muscle).first().map(|drawing| drawing.view());
    let view = first.unwrap_or(View::Posterior);
    let both = [Subject::Muscle, Subject::Pattern].map(|subject| boxes(muscle, subject, view)).concat();
    let crop = Frame::crop_round(FIGURE, view, &both).unwrap_or(Crop::Whole);
    format!("/atlas.html?view={view}&crop={crop}&muscle={muscle}&pattern=1")
}

/// How much of a subject a view shows, in square body units.
fn shown(muscle: MuscleId, subject: Subject, view: View) -> i64 {
    let chart = MuscleChart::of(view, FIGURE);
    match subject {
        Subject::Muscle => {
            let shapes = chart.shapes().iter().filter(|shape| shape.muscle() == muscle);
            shapes.map(|shape| area(shape.polygon())).sum()
        }
        Subject::Pattern => chart.pattern(muscle, SIDE, None).map(|part| area(part.polygon())).sum(),
    }
}

/// The area of a polygon.
fn area(polygon: &[Point]) -> i64 {
    let ends = polygon.iter().skip(1).chain(polygon.first());
    let cross = |(a, b): (&Point, &Point)| i64::from(a.x) * i64::from(b.y) - i64::from(b.x) * i64::from(a.y);
    polygon.iter().zip(ends).map(cross).sum::<i64>().abs() / 2
}

/// The boxes round all that a picture has to show; none where the view shows nothing of the subject.
fn boxes(muscle: MuscleId, subject: Subject, view: View) -> Vec<Bounds> {
    let chart = MuscleChart::of(view, FIGURE);
    let mut boxes: Vec<Bounds> = match subject {
        Subject::Muscle => chart
            .shapes()
            .iter()
            .filter(|shape| shape.muscle() == muscle)
            .map(|shape| shape.bounds())
            .collect(),
        Subject::Pattern => chart.pattern(muscle, SIDE, None).map(|area| area.bounds()).collect(),
    };
    if !boxes.is_empty() {
        let spots = chart.spots().iter().filter(|spot| spot.muscle() == muscle && spot.side() == SIDE);
        boxes.extend(spots.map(|spot| Bounds { min: spot.at(), max: spot.at() }));
    }
    boxes
}

/// The parts of the pattern that a view shows.
fn parts(muscle: MuscleId, view: View) -> Vec<PatternPart> {
    let chart = MuscleChart::of(view, FIGURE);
    let shows = |part: &PatternPart| chart.pattern(muscle, SIDE, None).any(|area| area.part() == *part);
    PatternPart::ALL.iter().copied().filter(shows).collect()
}
