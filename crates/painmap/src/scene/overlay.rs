//! What an atlas shows over the body: bones and landmarks with their names, regions with theirs.

use super::Ink;
use super::path::{PathData, outline};
use super::picture::{Item, Picture, Unit, frame};
use crate::anatomy::{Bounds, Chart, Figure, Landmark, Point, RegionId, Side};
use crate::describe::{Locale, Wording, landmark as spoken};

/// How wide a letter is, in hundredths of its size: a cautious mean of the usual fonts.
const LETTER: i32 = 54;

/// What a plate of the atlas shows besides the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plate {
    /// Bones under the skin and landmarks, with names where they find room.
    pub landmarks: bool,
    /// Each region in a tint of its own, with its clinical name where it finds room.
    pub regions: bool,
}

/// What is drawn besides the body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layers {
    /// On the skin, under the lines: the tints.
    pub under: Vec<Item>,
    /// Over the lines: bones, landmarks and all names.
    pub over: Vec<Item>,
}

/// What a plate shows besides the body; none where the atlas has no drawing. A landmark's points are
/// drawn on both sides and named on the person's left, and so are the regions. The landmarks' names
/// find room before those of the regions, and are in English.
///
/// ```
/// use painmap::anatomy::{Crop, Figure, View};
/// use painmap::describe::Locale;
/// use painmap::scene::{Ink, Picture, Plate, layers};
/// let picture = Picture { view: View::Posterior, crop: Crop::Back };
/// let plate = Plate { landmarks: true, regions: false };
/// let layers = layers(Figure::Neutral, picture, plate, Locale::english()).unwrap();
/// assert!(layers.over.iter().any(|item| item.ink == Ink::Landmark) && layers.under.is_empty());
/// ```
#[must_use]
pub fn layers(figure: Figure, picture: Picture, plate: Plate, locale: &Locale) -> Option<Layers> {
    let chart = Chart::of(picture.view, figure)?;
    let frame = frame(picture.view, figure, picture.crop)?;
    let mut labels = Labels::in_frame(frame, Unit::of(frame));
    let mut layers = Layers::default();
    if plate.landmarks {
        landmarks(&mut layers, &mut labels, chart);
    }
    if plate.regions {
        regions(&mut layers, &mut labels, chart, locale);
    }
    Some(layers)
}

/// The bones under the skin, the landmarks, and their names.
fn landmarks(layers: &mut Layers, labels: &mut Labels, chart: &Chart) {
    let view = chart.view();
    let mut bones = PathData::of(view);
    for bone in &chart.bones() {
        bones.curve(bone.curve());
    }
    layers.over.push(Item::path(Ink::Bone, bones.text));
    let mut shown = chart.landmarks();
    shown.retain(|known| labels.frame.contains(view.to_screen(known.at())));
    for known in &shown {
        let at = view.to_screen(known.at());
        layers.over.push(Item::circle(Ink::Landmark, at, labels.unit.half_pixels(5)));
        labels.keep_free(at);
    }
    for known in shown.iter().filter(|known| is_named(chart, Some(known.side()))) {
        let name = name(known);
        if let Some((at, before)) = labels.place(view.to_screen(known.at()), &name) {
            layers.over.push(Item::text(Ink::LandmarkName { before }, at, labels.size(), name));
        }
    }
}

/// The regions, each with a tint, and their names.
fn regions(layers: &mut Layers, labels: &mut Labels, chart: &Chart, locale: &Locale) {
    let view = chart.view();
    for patch in chart.patches() {
        let place = RegionId::all().position(|region| region == patch.region()).unwrap_or(0);
        // Regions whose places are seven apart are often neighbours.
        let tint = u8::try_from((place + place / 7) % 7).unwrap_or(0);
        layers.under.push(Item::path(Ink::Tint(tint), outline(view, std::slice::from_ref(patch.contour()))));
        let name = locale.region(patch.region(), Wording::Clinical);
        let at = view.to_screen(patch.label());
        if is_named(chart, patch.side()) && labels.take(labels.about(at, &name)) {
            layers.over.push(Item::text(Ink::RegionName, at, labels.size(), name));
        }
    }
}

/// Whether what is on this side is named: on the person's right only if nothing else is seen.
fn is_named(chart: &Chart, side: Option<Side>) -> bool {
    side != Some(Side::Right) || chart.view().side().is_some()
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

    /// The box of a name with its middle at a point.
    fn about(&self, at: Point, text: &str) -> Bounds {
        let (half, line) = (self.width(text) / 2, self.size());
        Bounds::new(at.x - half, at.y - line / 2, at.x + half, at.y + line / 2)
    }

    /// Where a name may begin, or end: beside its point, a little above or below it, or on its other
    /// side.
    fn place(&mut self, at: Point, text: &str) -> Option<(Point, bool)> {
        let (width, gap, line) = (self.width(text), self.unit.half_pixels(8), self.size());
        for &shift in &[0, -line * 2 / 3, line * 2 / 3] {
            let y = at.y + shift;
            for &before in &[false, true] {
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
                let plate = Plate { landmarks: true, regions: false };
                let layers =
                    layers(figure, Picture { view, crop: Crop::Whole }, plate, Locale::english()).unwrap();
                let drawn: Vec<Point> = layers.over.iter().filter_map(centre).collect();
                let known = chart.landmarks();
                assert_eq!(drawn.len(), known.len(), "{view}: a landmark lies outside of the picture");
                for (at, landmark) in drawn.iter().zip(known) {
                    assert_eq!(at.y, landmark.at().y);
                    // Seen from behind the person's left is on the viewer's left, from the front on the right.
                    let screen = match (view, landmark.side()) {
                        (View::Posterior, Side::Left) | (View::Anterior, Side::Right) => at.x < 0,
                        (View::Posterior, Side::Right) | (View::Anterior, Side::Left) => at.x > 0,
                        (View::Posterior | View::Anterior, Side::Midline) => at.x == 0,
                        (View::Left, side) => side != Side::Right && at.x == -landmark.at().x,
                        (View::Right, side) => side != Side::Left && at.x == landmark.at().x,
                    };
                    assert!(screen, "{view} {figure}: {} {}", landmark.name(), landmark.side());
                }
            }
        }
    }

    /// The box of a name, as wide as its letters are taken to be.
    fn boxed(item: &Item) -> Option<Bounds> {
        let Form::Text { at, size, text } = &item.form else { return None };
        let width = i32::try_from(text.chars().count()).unwrap() * size * LETTER / 100;
        let left = match item.ink.text_anchor() {
            "start" => at.x,
            "end" => at.x - width,
            _ => at.x - width / 2,
        };
        Some(Bounds::new(left, at.y - size / 2, left + width, at.y + size / 2))
    }

    /// Whether two boxes share more than an edge.
    fn meet(a: Bounds, b: Bounds) -> bool {
        a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y
    }

    #[test]
    fn names_overlap_neither_each_other_nor_a_landmark() {
        for (landmarks, regions) in [(true, false), (false, true), (true, true)] {
            for &view in View::ALL {
                for &crop in Crop::ALL {
                    for &figure in Figure::ALL {
                        let plate = Plate { landmarks, regions };
                        let layers =
                            layers(figure, Picture { view, crop }, plate, Locale::english()).unwrap();
                        let place = format!("{view} {crop} {figure} {plate:?}");
                        let names: Vec<Bounds> = layers.over.iter().filter_map(boxed).collect();
                        assert!(names.len() > 8, "{place}: {} names", names.len());
                        for (index, &a) in names.iter().enumerate() {
                            assert!(names[index + 1..].iter().all(|&b| !meet(a, b)), "{place}: {a:?}");
                            let points = layers.over.iter().filter_map(centre);
                            let own = |at: Point| {
                                at.x > a.min.x && at.x < a.max.x && at.y > a.min.y && at.y < a.max.y
                            };
                            assert!(!points.into_iter().any(own), "{place}: {a:?}");
                        }
                        assert_eq!(
                            layers.under.len(),
                            if regions { Chart::of(view, figure).unwrap().patches().len() } else { 0 }
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn both_kinds_of_names_share_the_room() {
        let picture = Picture { view: View::Posterior, crop: Crop::Back };
        let named = |landmarks, regions| {
            let layers =
                layers(Figure::Neutral, picture, Plate { landmarks, regions }, Locale::english()).unwrap();
            let count = |ink: fn(Ink) -> bool| layers.over.iter().filter(|item| ink(item.ink)).count();
            [count(|ink| matches!(ink, Ink::LandmarkName { .. })), count(|ink| ink == Ink::RegionName)]
        };
        let [both, alone] = [named(true, true), named(true, false)];
        assert_eq!(both[0], alone[0], "the landmarks come first");
        assert!(both[1] > 0 && both[1] < named(false, true)[1], "{both:?}");
    }
}
