//! The atlas itself as an SVG file.

use super::body;
use super::overlay::{Layers, Plate, layers};
use super::page::{NoDrawing, group, page, seen};
use super::picture::Picture;
use crate::anatomy::Figure;

/// A plate of the atlas as an SVG picture.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the figure in the picture's view.
///
/// ```
/// use painmap::anatomy::{Crop, Figure, View};
/// use painmap::scene::{Picture, Plate, atlas_to_svg};
/// let picture = Picture { view: View::Posterior, crop: Crop::Back };
/// let svg = atlas_to_svg(Figure::Neutral, picture, Plate { landmarks: true, ..Plate::default() })?;
/// assert!(svg.contains(">T4<"));
/// # Ok::<(), painmap::scene::NoDrawing>(())
/// ```
pub fn atlas_to_svg(figure: Figure, picture: Picture, plate: Plate) -> Result<String, NoDrawing> {
    let missing = NoDrawing { figure, view: picture.view };
    let scene = body(figure, picture).ok_or(missing)?;
    let Layers { under, over } = layers(figure, picture, plate).ok_or(missing)?;
    let clip = format!("painmap-{figure}-{}", picture.view);
    let title = ["Body atlas, ", seen(picture.view)].concat();
    let description = format!("The {figure} figure, {} crop.", picture.crop);
    Ok(page(&scene, (&clip, &title, &description), &under, [group(&over, scene.unit)]))
}
