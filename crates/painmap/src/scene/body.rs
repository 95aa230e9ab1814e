//! The body without marks: shading, outline, borders, landmark lines, "your left" and "your right".

use super::path::outline;
use super::picture::{Item, Unit, frame};
use super::{Ink, Picture};
use crate::anatomy::{Bounds, Chart, Figure, Point, RegionId, Side, View};

/// How many bands the soft shading has.
const SHADES: u8 = 4;

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
/// use painmap::{anatomy::Figure, scene::{Picture, body}};
/// let scene = body(Figure::Neutral, Picture::default()).unwrap();
/// assert!(scene.outline.starts_with('M') && !scene.patches.is_empty());
/// ```
#[must_use]
pub fn body(figure: Figure, picture: Picture) -> Option<BodyScene> {
    let view = picture.view;
    let chart = Chart::of(view, figure)?;
    let frame = frame(view, figure, picture.crop)?;
    let unit = Unit::of(frame);
    let body = outline(view, chart.outline());

    let mut inside = vec![Item::path(Ink::Skin, body.clone())];
    inside.extend((0..SHADES).map(|band| Item::path(Ink::Shade(band), body.clone())));
    inside.push(Item::path(Ink::Border, outline(view, chart.borders())));
    for weight in 1..=3 {
        let lines = chart.details().iter().filter(|detail| detail.weight() == weight);
        let data = outline(view, lines.map(crate::anatomy::Detail::curve));
        if !data.is_empty() {
            inside.push(Item::path(Ink::Detail(weight), data));
        }
    }

    let mut over = vec![Item::path(Ink::Outline, body.clone())];
    over.extend(sides(view, frame, unit));
    let patches = chart.patches().iter().map(|patch| PatchScene {
        region: patch.region(),
        side: patch.side(),
        outline: outline(view, [patch.contour()]),
        label: patch.label(),
    });
    Some(BodyScene { frame, unit, outline: body, inside, over, patches: patches.collect() })
}

/// "Your left" and "your right" at the edges of the screen where they are. Where the person's left
/// is comes from the frame, never from the screen.
fn sides(view: View, frame: Bounds, unit: Unit) -> Vec<Item> {
    let size = unit.pixels(13);
    let baseline = frame.min.y + unit.pixels(18);
    let margin = unit.pixels(6);
    let [left, right] = match view.to_screen(Point::new(1, 0)).x {
        1 => ["Your right", "Your left"],
        _ => ["Your left", "Your right"],
    };
    match view {
        View::Posterior | View::Anterior => vec![
            Item::text(Ink::SideLeft, Point::new(frame.min.x + margin, baseline), size, left.to_owned()),
            Item::text(Ink::SideRight, Point::new(frame.max.x - margin, baseline), size, right.to_owned()),
        ],
        View::Left => {
            vec![Item::text(
                Ink::SideLeft,
                Point::new(frame.min.x + margin, baseline),
                size,
                "Your left side".to_owned(),
            )]
        }
        View::Right => {
            vec![Item::text(
                Ink::SideLeft,
                Point::new(frame.min.x + margin, baseline),
                size,
                "Your right side".to_owned(),
            )]
        }
    }
}
