//! The atlas itself as an SVG file.

use super::body;
use super::overlay::{landmarks, regions};
use super::page::{NoDrawing, group, page, seen};
use super::picture::Picture;
use crate::anatomy::Figure;

/// What a plate of the atlas shows besides the body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Plate {
    /// Bones under the skin and landmarks, with names where they find room.
    pub landmarks: bool,
    /// Each region in a tint of its own, with names where they find room.
    pub regions: bool,
}

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
    let (tints, names) = match plate.regions {
        true => regions(figure, picture).ok_or(missing)?,
        false => Default::default(),
    };
    let landmarks = match plate.landmarks {
        true => landmarks(figure, picture).ok_or(missing)?,
        false => Vec::new(),
    };
    let clip = format!("painmap-{figure}-{}", picture.view);
    let title = ["Body atlas, ", seen(picture.view)].concat();
    let description = format!("The {figure} figure, {} crop.", picture.crop);
    let layers = [group(&names, scene.unit), group(&landmarks, scene.unit)];
    Ok(page(&scene, (&clip, &title, &description), &tints, layers))
}
