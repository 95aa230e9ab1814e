//! The atlas itself as an SVG file.

use super::body::{BodyScene, body, push_sides};
use super::ink::Ink;
use super::markup::Element;
use super::muscles::{MusclePlate, muscles};
use super::overlay::{Layers, Plate, layers};
use super::page::{NoDrawing, Words, element, group, muscle_element, page, seen};
use super::picture::{Form, Item, Picture, Unit};
use crate::anatomy::{Bounds, Chart, Figure, Layer, Point};
use crate::describe::Locale;

/// What a picture of the atlas shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AtlasPicture {
    /// The body that is drawn.
    pub figure: Figure,
    /// The view, and the part of it.
    pub picture: Picture,
    /// A box of the body that is seen in the stead of the crop; the crop still says how large lines and
    /// letters are.
    pub window: Option<Bounds>,
    /// Landmarks and regions.
    pub plate: Plate,
    /// Muscles and patterns.
    pub muscles: MusclePlate,
}

/// How high the strip for the caveat is, in pixels of [`Unit`].
const STRIP: i32 = 16;

impl AtlasPicture {
    /// Its width and height in body units; none where the atlas has no drawing.
    ///
    /// ```
    /// let picture = painmap::scene::AtlasPicture::default();
    /// assert!(picture.size().is_some_and(|(width, height)| height > 2 * width));
    /// ```
    #[must_use]
    pub fn size(&self) -> Option<(i32, i32)> {
        let crop = Chart::of(self.picture.view, self.figure)?.crop(self.picture.crop);
        let window = self.window.unwrap_or(crop);
        let strip = if self.muscles.pattern.is_some() { Unit::of(crop).pixels(STRIP) } else { 0 };
        Some((window.width(), window.height() + strip))
    }
}

impl Default for AtlasPicture {
    /// The neutral body from behind, and nothing else.
    fn default() -> Self {
        Self {
            figure: Figure::Neutral,
            picture: Picture::default(),
            window: None,
            plate: Plate::default(),
            muscles: MusclePlate::default(),
        }
    }
}

/// The atlas as an SVG picture: the body with its landmarks, regions or muscles, or with a published
/// pattern.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the figure in the picture's view.
///
/// ```
/// use painmap::anatomy::{Crop, Layer, View};
/// use painmap::scene::{AtlasPicture, MusclePlate, Picture, Plate, atlas_to_svg};
/// let svg = atlas_to_svg(&AtlasPicture {
///     picture: Picture { view: View::Posterior, crop: Crop::Back },
///     plate: Plate { landmarks: true, ..Plate::default() },
///     muscles: MusclePlate { layers: vec![Layer::Superficial], ..MusclePlate::default() },
///     ..AtlasPicture::default()
/// })?;
/// assert!(svg.contains(">T4<") && svg.contains("superficial muscles"));
/// # Ok::<(), painmap::scene::NoDrawing>(())
/// ```
pub fn atlas_to_svg(wanted: &AtlasPicture) -> Result<String, NoDrawing> {
    let AtlasPicture { figure, picture, window, plate, muscles: shown } = wanted;
    let (figure, picture, locale) = (*figure, *picture, Locale::english());
    let missing = NoDrawing { figure, view: picture.view };
    let mut scene = body(figure, picture, locale).ok_or(missing)?;
    if let Some(window) = window {
        let (a, b) = (picture.view.to_screen(window.min), picture.view.to_screen(window.max));
        scene.frame = Bounds::new(a.x.min(b.x), a.y, a.x.max(b.x), b.y);
        // The sides' names follow the edges of the picture.
        scene.over.retain(|item| !matches!(item.ink, Ink::SideLeft | Ink::SideRight));
        push_sides(&mut scene.over, picture.view, scene.frame, scene.unit, locale);
    }
    let Layers { under: tints, over } = layers(figure, picture, *plate, locale).ok_or(missing)?;
    let drawn = muscles(figure, picture.view, shown, scene.unit);
    let mut above = vec![group(&over, scene.unit)];
    above.extend(shown.pattern.map(|_| caveat(&mut scene)));
    let inside = scene.inside.iter().flat_map(|item| -> Vec<Element> {
        let own = || element(item, scene.unit);
        match item.ink {
            Ink::Skin => {
                let muscles = drawn.iter().map(|item| muscle_element(item, scene.unit));
                std::iter::once(own()).chain(muscles).collect()
            }
            // The borders of the skin's regions would pass for those of muscles.
            Ink::Border => {
                let border = shown.is_empty().then(own);
                tints.iter().map(|tint| element(tint, scene.unit)).chain(border).collect()
            }
            Ink::Detail(1) if !shown.is_empty() => Vec::new(),
            _ => vec![own()],
        }
    });
    let clip = format!("painmap-{figure}-{}", picture.view);
    let words = Words {
        language: locale.language(),
        title: &["Body atlas, ", seen(picture.view)].concat(),
        description: &format!("The {figure} figure, {} crop.{}", picture.crop, said(shown)),
    };
    Ok(page(&scene, &clip, words, inside, above))
}

/// What is shown of the muscles, in words.
fn said(shown: &MusclePlate) -> String {
    let mut text = String::new();
    let layers = Layer::ALL.iter().filter(|layer| shown.layers.contains(layer));
    let layers: Vec<&str> = layers.map(|layer| layer.as_str()).collect();
    let side = shown.side.map_or(String::new(), |side| format!("{side} "));
    if !layers.is_empty() {
        text += &format!(" The {} muscles.", layers.join(", "));
    }
    if let Some(lit) = shown.lit {
        text += &format!(" Lit: {side}{}.", lit.name());
    }
    if let Some(muscle) = shown.pattern {
        let spots = "Filled: essential areas; dotted: spillover; crosses: usual spots.";
        text += &format!(" Published pattern of the {side}{}. {spots} {CAVEAT}.", muscle.name());
    }
    text
}

/// What every picture of a pattern says.
const CAVEAT: &str = "Published pattern: individual pain varies";

/// The caveat, in a strip below the body.
fn caveat(scene: &mut BodyScene) -> Element {
    let unit = scene.unit;
    let middle = scene.frame.min.x + scene.frame.width() / 2;
    let at = Point::new(middle, scene.frame.max.y + unit.pixels(8));
    scene.frame.max.y += unit.pixels(STRIP);
    let form = Form::Text { at, size: unit.pixels(9), text: CAVEAT.to_owned() };
    group(&[Item { ink: Ink::RegionName, form }], unit)
}
