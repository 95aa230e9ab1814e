//! A mark's drawing: disc, number, rating, size, and arrows to where the pain spreads.

use super::Ink;
use super::path::polyline;
use super::picture::{Item, Unit};
use crate::anatomy::{Point, View};
use crate::numbers::push_whole;
use crate::record::{Intensity, Mark, MarkId, Shape};

/// A mark, ready to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkScene {
    /// The mark.
    pub id: MarkId,
    /// Its number in the record, from 1.
    pub number: usize,
    /// Its forms, lowest first; empty where all of it lies in other views.
    pub items: Vec<Item>,
}

/// The drawing of a mark in a view. The number, the disc's size and its colour all tell the
/// intensity, so that none of them has to be seen.
///
/// ```
/// use painmap::anatomy::{Figure, Point, View};
/// use painmap::describe::Locale;
/// use painmap::record::{Mark, MarkId};
/// use painmap::scene::{Picture, body, mark};
/// let spot = Mark::spot(MarkId::new("m1").unwrap(), View::Posterior, Point::new(-600, 1790)).unwrap();
/// let unit = body(Figure::Neutral, Picture::default(), Locale::english()).unwrap().unit;
/// assert!(!mark(&spot, 1, View::Posterior, unit).items.is_empty());
/// assert!(mark(&spot, 1, View::Anterior, unit).items.is_empty());
/// ```
#[must_use]
pub fn mark(mark: &Mark, number: usize, view: View, unit: Unit) -> MarkScene {
    let mut items = Vec::new();
    let own = mark.view() == view;
    if own {
        items.extend(extent(mark));
    }
    let disc = disc_radius(mark.intensity, unit);
    for radiation in mark.radiation().iter().filter(|radiation| radiation.view() == view) {
        let points: Vec<Point> = radiation.path().iter().map(|&point| view.to_screen(point)).collect();
        items.extend(arrow(&points, disc, unit));
    }
    if own {
        let at = view.to_screen(mark.anchor());
        items.push(Item::circle(Ink::Disc(mark.intensity), at, disc));
        let mut numeral = String::new();
        push_whole(i64::try_from(number).unwrap_or(i64::MAX), &mut numeral);
        items.push(Item::text(Ink::Number(mark.intensity), at, unit.pixels(14), numeral));
        if let Some(intensity) = mark.intensity {
            // Beside the disc where no arrow is.
            let away = disc + unit.pixels(8);
            let beside = Point::new(at.x, at.y + if goes_down(mark) { -away } else { away });
            let mut rating = String::new();
            push_whole(intensity.get().into(), &mut rating);
            rating.push_str("/10");
            items.push(Item::text(Ink::Rating, beside, unit.pixels(11), rating));
        }
    }
    MarkScene { id: mark.id().clone(), number, items }
}

/// Whether the pain spreads downwards and nowhere up.
fn goes_down(mark: &Mark) -> bool {
    let from = mark.anchor().y;
    let mut down = false;
    for radiation in mark.radiation() {
        let Some(next) = radiation.path().get(1) else { continue };
        if next.y < from {
            return false;
        }
        down = true;
    }
    down
}

/// The disc's radius: 10 pixels for no rating or 0, 15 for 10.
fn disc_radius(intensity: Option<Intensity>, unit: Unit) -> i32 {
    unit.half_pixels(20 + intensity.map_or(0, |intensity| i32::from(intensity.get())))
}

fn extent(mark: &Mark) -> Option<Item> {
    let ink = Ink::Extent(mark.intensity);
    match mark.shape() {
        Shape::Spot { radius: None, .. } => None,
        Shape::Spot { at, radius: Some(radius) } => {
            Some(Item::circle(ink, mark.view().to_screen(*at), i32::from(radius.get())))
        }
        Shape::Area { outline } => {
            let points: Vec<Point> =
                outline.points().iter().map(|&point| mark.view().to_screen(point)).collect();
            Some(Item::path(ink, polyline(&points, true)))
        }
    }
}

/// A shaft with a light casing and a head. The shaft stops short of the tip, so that the head is
/// sharp; a path that never leaves the disc has none.
fn arrow(points: &[Point], disc: i32, unit: Unit) -> Vec<Item> {
    let Some((&tip, before)) = points.split_last() else { return Vec::new() };
    let head = unit.pixels(11);
    if before.is_empty() {
        // The mark lies in another view: a ring shows where its pain spreads to.
        return vec![Item::circle(Ink::ArrowCasing, tip, head), Item::circle(Ink::Arrow, tip, head)];
    }
    // The head points along the way from the last point that is far enough from the tip.
    let tail =
        before.iter().rposition(|point| point.distance_squared(tip) >= i64::from(head) * i64::from(head));
    let Some(tail) = tail else { return Vec::new() };
    let from = before[tail];
    let base = towards(tip, from, head);
    let half = towards(tip, from, head / 2);
    let across = Point::new(half.y - tip.y, tip.x - half.x);
    let corners = [
        tip,
        Point::new(base.x + across.x, base.y + across.y),
        Point::new(base.x - across.x, base.y - across.y),
    ];
    let mut shaft: Vec<Point> = before[..=tail].to_vec();
    if let [only] = shaft.as_mut_slice()
        && only.distance_squared(tip) > i64::from(disc) * i64::from(disc)
    {
        *only = towards(*only, tip, disc);
    }
    shaft.push(base);
    let data = polyline(&shaft, false);
    vec![
        Item::path(Ink::ArrowCasing, data.clone()),
        Item::path(Ink::Arrow, data),
        Item::path(Ink::ArrowHead, polyline(&corners, true)),
    ]
}

/// The point `distance` bu from `from` on the way to `to`, in whole numbers.
fn towards(from: Point, to: Point, distance: i32) -> Point {
    let length = from.distance_squared(to).isqrt().max(1);
    let part = |delta: i32| i32::try_from(i64::from(delta) * i64::from(distance) / length).unwrap_or(0);
    Point::new(from.x + part(to.x - from.x), from.y + part(to.y - from.y))
}
