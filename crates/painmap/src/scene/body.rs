//! The body without marks: shading, outline, borders, landmark lines, "your left" and "your right".

use super::path::{PathData, outline};
use super::picture::{Item, Unit, frame};
use super::{Ink, Picture};
use crate::anatomy::{Bounds, Chart, Figure, Point, RegionId, Side, View};
use crate::describe::{Locale, capitalised, joined};

/// How many bands the soft shading has.
const SHADES: u8 = 4;

/// The weight of a line along which one piece of the body lies over another.
const EDGE: u8 = 4;

/// A body, ready to be drawn.
#[derive(Debug, Clone)]
pub struct BodyScene {
    /// What the picture shows, in screen coordinates.
    pub frame: Bounds,
    /// How large letters and lines are.
    pub unit: Unit,
    /// The outline as path data, to clip by.
    pub outline: String,
    /// What is drawn within the outline, lowest first.
    pub inside: Vec<Item>,
    /// What is drawn over it, not clipped: the outline and the sides' names.
    pub over: Vec<Item>,
    /// The regions, each side by itself, as what a pointer or key can reach.
    pub patches: Vec<PatchScene>,
}

/// A region on one side, as path data.
#[derive(Debug, Clone)]
pub struct PatchScene {
    /// The region.
    pub region: RegionId,
    /// Its side; none where it spans both.
    pub side: Option<Side>,
    /// The path data of its border.
    pub outline: String,
    /// A point in it, in body coordinates.
    pub label: Point,
}

/// The body of a figure; none where the atlas has no drawing of it in this view.
///
/// ```
/// use painmap::{anatomy::Figure, describe::Locale, scene::{Picture, body}};
/// let scene = body(Figure::Neutral, Picture::default(), Locale::english()).unwrap();
/// assert!(scene.outline.starts_with('M') && !scene.patches.is_empty());
/// ```
#[must_use]
pub fn body(figure: Figure, picture: Picture, locale: &Locale) -> Option<BodyScene> {
    let frame = frame(picture.view, figure, picture.crop)?;
    let mut scene = body_in(figure, picture.view, frame, Unit::of(frame))?;
    push_sides(&mut scene.over, picture.view, frame, scene.unit, locale);
    Some(scene)
}

/// The same in a frame, with lines of a size and without the sides' names.
pub(super) fn body_in(figure: Figure, view: View, frame: Bounds, unit: Unit) -> Option<BodyScene> {
    let chart = Chart::of(view, figure)?;
    let body = outline(view, chart.outline());

    let mut inside = vec![Item::path(Ink::Skin, body.clone())];
    let mut edges = PathData::of(view);
    for detail in chart.details().iter().filter(|detail| detail.weight() == EDGE) {
        edges.curve(detail.curve());
    }
    for band in 0..SHADES {
        // The shade of what lies over the body is narrower than that of the body's own edge.
        let over = if band + 2 < SHADES { "" } else { &edges.text };
        inside.push(Item::path(Ink::Shade(band), joined(&[body.as_str(), over], "")));
    }
    inside.push(Item::path(Ink::Border, outline(view, chart.borders())));
    for weight in 1..=EDGE {
        let mut data = PathData::of(view);
        for detail in chart.details().iter().filter(|detail| detail.weight() == weight) {
            data.curve(detail.curve());
        }
        if !data.text.is_empty() {
            inside.push(Item::path(Ink::Detail(weight), data.text));
        }
    }

    let over = vec![Item::path(Ink::Outline, body.clone())];
    let mut patches = Vec::new();
    for patch in chart.patches() {
        let outline = outline(view, std::slice::from_ref(patch.contour()));
        patches.push(PatchScene {
            region: patch.region(),
            side: patch.side(),
            outline,
            label: patch.label(),
        });
    }
    Some(BodyScene { frame, unit, outline: body, inside, over, patches })
}

/// "Your left" and "your right" at the edges of the screen where they are. Where the person's left
/// is comes from the frame, never from the screen.
pub(super) fn push_sides(items: &mut Vec<Item>, view: View, frame: Bounds, unit: Unit, locale: &Locale) {
    let [left, right] = side_names(view);
    let margin = unit.pixels(6);
    for (ink, x, key) in
        [(Ink::SideLeft, frame.min.x + margin, left), (Ink::SideRight, frame.max.x - margin, right)]
    {
        let words = capitalised(locale.text(key).to_owned());
        if !words.is_empty() {
            let at = Point::new(x, frame.min.y + unit.pixels(18));
            items.push(Item::text(ink, at, unit.pixels(13), words));
        }
    }
}

/// The keys of the sides' names at the left and at the right edge of the screen.
pub(super) const fn side_names(view: View) -> [&'static str; 2] {
    match view {
        View::Posterior => ["map.yourLeft", "map.yourRight"],
        View::Anterior => ["map.yourRight", "map.yourLeft"],
        View::Left => ["map.yourLeftSide", ""],
        View::Right => ["map.yourRightSide", ""],
    }
}
