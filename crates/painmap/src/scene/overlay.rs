//! What an atlas shows over the body: bones and landmarks with their names, regions with theirs.

use super::Ink;
use super::path::outline;
use super::picture::{Item, Picture, Unit, frame};
use crate::anatomy::{Bounds, Chart, Figure, Landmark, Point, RegionId, Side};
use crate::describe::landmark as spoken;

/// How wide a letter is, in hundredths of its size: a cautious mean of the usual fonts.
const LETTER: i32 = 54;

/// The bones under the skin, the landmarks, and the names that find room; none where the atlas has no
/// drawing. A region's points are drawn on both sides and named on the person's left.
///
/// ```
/// use painmap::anatomy::{Crop, Figure, View};
/// use painmap::scene::{Ink, Picture, landmarks};
/// let picture = Picture { view: View::Posterior, crop: Crop::Back };
/// let items = landmarks(Figure::Neutral, picture).unwrap();
/// assert!(items.iter().any(|item| item.ink == Ink::Landmark));
/// ```
#[must_use]
pub fn landmarks(figure: Figure, picture: Picture) -> Option<Vec<Item>> {
    let chart = Chart::of(picture.view, figure)?;
    let frame = frame(picture.view, figure, picture.crop)?;
    let unit = Unit::of(frame);
    let mut items = Vec::new();
    let bones = chart.bones();
    let curves: Vec<_> = bones.iter().map(|bone| bone.curve().clone()).collect();
    items.push(Item::path(Ink::Bone, outline(picture.view, &curves)));
    let shown: Vec<Landmark> = chart
        .landmarks()
        .into_iter()
        .filter(|known| frame.contains(picture.view.to_screen(known.at())))
        .collect();
    for known in &shown {
        items.push(Item::circle(Ink::Landmark, picture.view.to_screen(known.at()), unit.half_pixels(5)));
    }
    let mut labels = Labels::in_frame(frame, unit);
    for known in &shown {
        labels.keep_free(picture.view.to_screen(known.at()));
    }
    for known in shown.iter().filter(|known| known.side() != Side::Right || picture.view.side().is_some()) {
        let name = name(known);
        if let Some(at) = labels.place(picture.view.to_screen(known.at()), &name) {
            let (at, before) = at;
            items.push(Item::text(Ink::LandmarkName { before }, at, labels.size(), name));
        }
    }
    Some(items)
}

/// The regions, each with a tint, and their clinical names where they find room; none where the atlas
/// has no drawing.
#[must_use]
pub fn regions(figure: Figure, picture: Picture) -> Option<(Vec<Item>, Vec<Item>)> {
    let chart = Chart::of(picture.view, figure)?;
    let frame = frame(picture.view, figure, picture.crop)?;
    let unit = Unit::of(frame);
    let mut tints = Vec::new();
    let mut names = Vec::new();
    let mut labels = Labels::in_frame(frame, unit);
    for patch in chart.patches() {
        let place = RegionId::all().position(|region| region == patch.region()).unwrap_or(0);
        let tint = u8::try_from(place % 7).unwrap_or(0);
        tints.push(Item::path(Ink::Tint(tint), outline(picture.view, std::slice::from_ref(patch.contour()))));
        let name = patch.region().clinical_name();
        let at = picture.view.to_screen(patch.label());
        if patch.side() != Some(Side::Right) || picture.view.side().is_some() {
            let half = labels.width(name) / 2;
            let boxed =
                Bounds::new(at.x - half, at.y - labels.size() / 2, at.x + half, at.y + labels.size() / 2);
            if labels.take(boxed) {
                names.push(Item::text(Ink::RegionName, at, labels.size(), name.to_owned()));
            }
        }
    }
    Some((tints, names))
}

/// A short name: the vertebra alone for a spinous process.
fn name(known: &Landmark) -> String {
    match known.name().split_once('-') {
        Some((level, "spinous-process" | "posterior-tubercle")) => level.to_ascii_uppercase(),
        _ => spoken(known.name()),
    }
}

/// Finds room for names.
struct Labels {
    unit: Unit,
    frame: Bounds,
    taken: Vec<Bounds>,
}

impl Labels {
    /// All of the picture is free, but for its upper corners, where the sides' names stand.
    fn in_frame(frame: Bounds, unit: Unit) -> Self {
        let (deep, wide) = (frame.min.y + unit.pixels(22), unit.pixels(80));
        let left = Bounds::new(frame.min.x, frame.min.y, frame.min.x + wide, deep);
        let right = Bounds::new(frame.max.x - wide, frame.min.y, frame.max.x, deep);
        Self { unit, frame, taken: vec![left, right] }
    }

    fn size(&self) -> i32 {
        self.unit.half_pixels(14)
    }

    fn width(&self, text: &str) -> i32 {
        let letters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / 100_000);
        letters * self.size() * LETTER / 100
    }

    /// A landmark's own point stays free.
    fn keep_free(&mut self, at: Point) {
        let half = self.unit.half_pixels(5);
        self.taken.push(Bounds::new(at.x - half, at.y - half, at.x + half, at.y + half));
    }

    /// Where a name may begin, or end: beside its point, a little above or below it, or on its other
    /// side.
    fn place(&mut self, at: Point, text: &str) -> Option<(Point, bool)> {
        let (width, gap, line) = (self.width(text), self.unit.half_pixels(8), self.size());
        for shift in [0, -line * 2 / 3, line * 2 / 3] {
            let y = at.y + shift;
            for before in [false, true] {
                let near = if before { at.x - gap } else { at.x + gap };
                let far = if before { near - width } else { near + width };
                if self.take(Bounds::new(near.min(far), y - line / 2, near.max(far), y + line / 2)) {
                    return Some((Point::new(near, y), before));
                }
            }
        }
        None
    }

    /// Takes a box if it is free and in the picture.
    fn take(&mut self, wanted: Bounds) -> bool {
        let inside = self.frame.contains(wanted.min) && self.frame.contains(wanted.max);
        let meets = |other: &Bounds| {
            wanted.min.x <= other.max.x
                && other.min.x <= wanted.max.x
                && wanted.min.y <= other.max.y
                && other.min.y <= wanted.max.y
        };
        let free = inside && !self.taken.iter().any(meets);
        if free {
            self.taken.push(wanted);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{Crop, View};
    use crate::scene::Form;

    /// Where a circle is.
    fn centre(item: &Item) -> Option<Point> {
        match item.form {
            Form::Circle { centre, .. } => Some(centre),
            _ => None,
        }
    }

    #[test]
    fn a_left_landmark_is_drawn_where_the_persons_left_is() {
        for &figure in Figure::ALL {
            for &view in View::ALL {
                let chart = Chart::of(view, figure).unwrap();
                let items = landmarks(figure, Picture { view, crop: Crop::Whole }).unwrap();
                let drawn: Vec<Point> = items.iter().filter_map(centre).collect();
                let known = chart.landmarks();
                assert_eq!(drawn.len(), known.len(), "{view}: a landmark lies outside of the picture");
                for (at, landmark) in drawn.iter().zip(known) {
                    assert_eq!(at.y, landmark.at().y);
                    // Seen from behind the person's left is on the viewer's left, from the front on the right.
                    let screen = match (view, landmark.side()) {
                        (View::Posterior, Side::Left) | (View::Anterior, Side::Right) => at.x < 0,
                        (View::Posterior, Side::Right) | (View::Anterior, Side::Left) => at.x > 0,
                        (View::Posterior | View::Anterior, Side::Midline) => at.x == 0,
                        (View::Left, side) => side == Side::Left && at.x == -landmark.at().x,
                        (View::Right, side) => side == Side::Right && at.x == landmark.at().x,
                    };
                    assert!(screen, "{view} {figure}: {} {}", landmark.name(), landmark.side());
                }
            }
        }
    }

    #[test]
    fn names_do_not_overlap() {
        for &crop in Crop::ALL {
            let items = landmarks(Figure::Neutral, Picture { view: View::Posterior, crop }).unwrap();
            let names: Vec<(Point, i32, &str)> = items
                .iter()
                .filter_map(|item| match &item.form {
                    Form::Text { at, size, text } => Some((*at, *size, text.as_str())),
                    _ => None,
                })
                .collect();
            assert!(names.len() > 8, "{crop}: {} names", names.len());
            for (index, (a, size, _)) in names.iter().enumerate() {
                for (b, _, _) in &names[index + 1..] {
                    assert!(a.x != b.x || (a.y - b.y).abs() >= size - 1, "{crop}");
                }
            }
        }
    }
}
