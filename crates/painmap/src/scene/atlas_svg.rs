//! The atlas itself as an SVG file.

use svg::node::element::{Element, Group};

use super::body;
use super::body::BodyScene;
use super::ink::Ink;
use super::muscles::{MusclePlate, muscles};
use super::overlay::{Layers, Plate, layers};
use super::page::{NoDrawing, element, group, muscle_element, page, seen};
use super::picture::{Form, Item, Picture};
use crate::anatomy::{Figure, Point};

/// A plate of the atlas as an SVG picture: the body with its landmarks, regions or muscles, or with a
/// published pattern.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the figure in the picture's view.
///
/// ```
/// use painmap::anatomy::{Crop, Figure, Layer, View};
/// use painmap::scene::{MusclePlate, Picture, Plate, atlas_to_svg};
/// let picture = Picture { view: View::Posterior, crop: Crop::Back };
/// let plate = Plate { landmarks: true, ..Plate::default() };
/// let muscles = MusclePlate { layers: vec![Layer::Superficial], ..MusclePlate::default() };
/// let svg = atlas_to_svg(Figure::Neutral, picture, plate, &muscles)?;
/// assert!(svg.contains(">T4<") && svg.contains("superficial muscles"));
/// # Ok::<(), painmap::scene::NoDrawing>(())
/// ```
pub fn atlas_to_svg(
    figure: Figure,
    picture: Picture,
    plate: Plate,
    shown: &MusclePlate,
) -> Result<String, NoDrawing> {
    let missing = NoDrawing { figure, view: picture.view };
    let mut scene = body(figure, picture).ok_or(missing)?;
    let Layers { under: tints, over } = layers(figure, picture, plate).ok_or(missing)?;
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
            Ink::Detail(1 | 2) if !shown.is_empty() => Vec::new(),
            _ => vec![own()],
        }
    });
    let clip = format!("painmap-{figure}-{}", picture.view);
    let title = ["Body atlas, ", seen(picture.view)].concat();
    let description = format!("The {figure} figure, {} crop.{}", picture.crop, said(shown));
    Ok(page(&scene, (&clip, &title, &description), inside, above))
}

/// What is shown of the muscles, in words.
fn said(shown: &MusclePlate) -> String {
    let mut text = String::new();
    let layers: Vec<&str> = shown.layers.iter().map(|layer| layer.as_str()).collect();
    if !layers.is_empty() {
        text += &format!(" The {} muscles.", layers.join(", "));
    }
    if let Some(lit) = shown.lit {
        text += &format!(" Lit: {}.", lit.name());
    }
    if let Some(muscle) = shown.pattern {
        let spots = "Filled: essential areas; dotted: spillover; crosses: usual spots.";
        text += &format!(" Published pattern of the {}. {spots} {CAVEAT}.", muscle.name());
    }
    text
}

/// What every picture of a pattern says.
const CAVEAT: &str = "Published pattern: individual pain varies";

/// The caveat, in a strip below the body.
fn caveat(scene: &mut BodyScene) -> Group {
    let unit = scene.unit;
    let middle = scene.frame.min.x + scene.frame.width() / 2;
    let at = Point::new(middle, scene.frame.max.y + unit.pixels(8));
    scene.frame.max.y += unit.pixels(16);
    let form = Form::Text { at, size: unit.pixels(9), text: CAVEAT.to_owned() };
    group(&[Item { ink: Ink::RegionName, form }], unit)
}
