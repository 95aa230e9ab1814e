//! Frequency maps as an SVG file: the views side by side, a colour for each share, and a legend.

use super::body;
use super::body::BodyScene;
use super::markup::Element;
use super::page::{NoDrawing, clip_path, element, group, rectangle, seen};
use super::path::polyline;
use super::picture::{Picture, Unit};
use crate::anatomy::{Bounds, Crop, Figure, Point, View};
use crate::describe::Locale;
use crate::measure::{Aggregate, FrequencyMap, Hundredths};

/// The colours of the classes, from seldom to often: each darker than the one before, so that they hold in
/// black and white; blue, so that nobody takes them for ratings.
pub const HEAT_COLOURS: [&str; 6] = ["#d6e6f4", "#abd0e6", "#6aaed6", "#3787c0", "#105ba4", "#08306b"];

const INK: &str = "#2b1a12";
const FONT: &str = "system-ui, Liberation Sans, Arial, sans-serif";

/// Frequency maps as an SVG picture: on the neutral figure, how many of the records that were asked about
/// a view mark each place of it, with a legend. The views without records are left out; with none there is
/// the posterior one, empty.
///
/// The colours stand for shares of the records in which the view was shown or marked. Where only a part of
/// the view was shown to some, the shares outside of that part are too low.
///
/// # Errors
/// [`NoDrawing`] where the atlas has no drawing of one of the views.
///
/// ```
/// use painmap::{PainMap, measure::{Aggregate, Whose}, scene::heat_to_svg};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let mut all = Aggregate::new(Whose::Patient);
/// all.add(&map);
/// let svg = heat_to_svg(&all)?;
/// assert!(svg.contains("1 record") && svg.contains("#08306b"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn heat_to_svg(aggregate: &Aggregate) -> Result<String, NoDrawing> {
    let mut views: Vec<View> = aggregate.maps().map(FrequencyMap::view).collect();
    if views.is_empty() {
        views.push(View::Posterior);
    }
    let scale = Scale::of(aggregate);
    let mut definitions = Element::new("defs");
    let mut panels = Element::group();
    let mut said = Vec::new();
    let (mut width, mut height, mut unit) = (0, 0, Unit::of(Bounds::new(0, 0, 0, 0)));
    for view in views {
        let figure = Figure::Neutral;
        let picture = Picture { view, crop: Crop::Whole };
        let scene = body(figure, picture, Locale::english()).ok_or(NoDrawing { figure, view })?;
        let clip = format!("painmap-heat-{view}");
        definitions.append(clip_path(&clip, &scene.outline));
        let map = aggregate.map(view);
        let caption = caption(view, map);
        let panel = panel(&scene, map, scale, &clip, &caption);
        said.push(caption);
        let (x, y) = (width - scene.frame.min.x, -scene.frame.min.y);
        panels.append(panel.set("transform", format!("translate({x} {y})")));
        width += scene.frame.width();
        height = height.max(scene.frame.height());
        unit = scene.unit;
    }
    let height = height + unit.pixels(CAPTION);
    let legend = legend(scale, width, height, unit);
    let height = height + unit.pixels(LEGEND);
    let description = format!("{}. {}.", said.join("; "), scale.words());
    let document = Element::document()
        .set("viewBox", (0, 0, width, height))
        .set("width", width / 10)
        .set("height", height / 10)
        .set("role", "img")
        .add(Element::of_text("title", "How often each place is marked"))
        .add(Element::of_text("desc", &description))
        .add(definitions)
        .add(rectangle(Point::new(0, 0), width, height, "#ffffff"))
        .add(panels)
        .add(legend);
    Ok(document.to_text())
}

/// The room for a view's caption, in pixels of [`Unit`].
const CAPTION: i32 = 26;
/// The room for the legend.
const LEGEND: i32 = 62;

/// Classes of equal width up to the largest share.
#[derive(Debug, Clone, Copy)]
struct Scale {
    /// The largest share, as a part of a whole.
    most: (u64, u64),
}

impl Scale {
    fn of(aggregate: &Aggregate) -> Self {
        let shares = aggregate.maps().map(|map| (map.most(), map.asked().max(1)));
        let most = shares.max_by_key(|&share| per_million(share, 1)).unwrap_or((0, 1));
        Self { most }
    }

    /// The class of a cell, from 0.
    fn class(self, records: u64, asked: u64) -> usize {
        let classes = HEAT_COLOURS.len() as u64;
        let most = per_million(self.most, classes).max(1);
        let share = per_million((records, asked.max(1)), classes * classes);
        let class = share.div_ceil(most).clamp(1, classes) - 1;
        usize::try_from(class).unwrap_or(0)
    }

    /// The largest share of a class in percent.
    fn up_to(self, class: usize) -> Hundredths {
        let classes = HEAT_COLOURS.len() as u64;
        let part = self.most.0.saturating_mul(class as u64 + 1);
        Hundredths::percent(part, self.most.1.saturating_mul(classes)).unwrap_or_default()
    }

    fn words(self) -> String {
        let most = self.up_to(HEAT_COLOURS.len() - 1);
        format!("The most often marked place is in {most} % of the records that were asked")
    }
}

fn per_million((part, whole): (u64, u64), times: u64) -> u64 {
    let share = u128::from(part) * u128::from(times) * 1_000_000 / u128::from(whole);
    u64::try_from(share).unwrap_or(u64::MAX)
}

fn caption(view: View, map: Option<&FrequencyMap>) -> String {
    let asked = map.map_or(0, FrequencyMap::asked);
    let records = if asked == 1 { "record" } else { "records" };
    let seen = seen(view).strip_prefix("the body seen ").unwrap_or_default();
    let mut seen = seen.to_owned();
    if let Some(first) = seen.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{seen}: {asked} {records}")
}

/// A body with its cells, in its own coordinates.
fn panel(scene: &BodyScene, map: Option<&FrequencyMap>, scale: Scale, clip: &str, caption: &str) -> Element {
    let mut classes = vec![String::new(); HEAT_COLOURS.len()];
    for cell in map.iter().flat_map(|map| map.cells()) {
        let asked = map.map_or(1, FrequencyMap::asked);
        let view = map.map_or(View::Posterior, FrequencyMap::view);
        let Bounds { min, max } = cell.bounds;
        let corners = [min, Point::new(max.x, min.y), max, Point::new(min.x, max.y)];
        if let Some(class) = classes.get_mut(scale.class(cell.records, asked)) {
            class.push_str(&polyline(&corners.map(|corner| view.to_screen(corner)), true));
        }
    }
    let mut inside = Element::group().set("clip-path", format!("url(#{clip})"));
    for item in &scene.inside {
        inside.append(element(item, scene.unit));
    }
    for (data, colour) in classes.iter().zip(HEAT_COLOURS).filter(|(data, _)| !data.is_empty()) {
        inside.append(
            Element::new("path").set("d", data.as_str()).set("fill", colour).set("fill-opacity", "0.90"),
        );
    }
    let frame = scene.frame;
    let at = Point::new(frame.min.x + frame.width() / 2, frame.max.y + scene.unit.pixels(16));
    let caption = text(at, scene.unit.pixels(12), caption);
    Element::group().add(inside).add(group(&scene.over, scene.unit)).add(caption)
}

/// A row of colours with the largest share of each, below the panels.
fn legend(scale: Scale, width: i32, top: i32, unit: Unit) -> Element {
    let (margin, high) = (unit.pixels(10), unit.pixels(14));
    let heading = "Share of the records asked that mark the place, up to";
    let at = Point::new(width / 2, top + unit.pixels(10));
    let mut legend = Element::group().add(text(at, unit.pixels(10), heading));
    let classes = i32::try_from(HEAT_COLOURS.len()).unwrap_or(1);
    let wide = ((width - 2 * margin) / classes).min(unit.pixels(60));
    let mut x = (width - classes * wide) / 2;
    let y = top + unit.pixels(18);
    for (class, colour) in HEAT_COLOURS.into_iter().enumerate() {
        legend.append(rectangle(Point::new(x, y), wide, high, colour));
        let at = Point::new(x + wide / 2, y + high + unit.pixels(13));
        legend.append(text(at, unit.pixels(10), &format!("{} %", scale.up_to(class))));
        x += wide;
    }
    legend
}

/// Words with their middle at a point.
fn text(at: Point, size: i32, words: &str) -> Element {
    let letters = Element::of_text("text", words).set("x", at.x).set("y", at.y).set("font-size", size);
    letters.set("font-family", FONT).set("text-anchor", "middle").set("fill", INK)
}
