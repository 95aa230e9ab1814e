//! A record's picture as a part of a larger page.

use super::body::{body_in, side_names};
use super::markup::Element;
use super::page::{NoDrawing, clip_path, element, group};
use super::picture::{Picture, Unit, frame};
use super::record_svg::{clip_id, marks};
use crate::anatomy::{Bounds, View};
use crate::describe::Locale;
use crate::record::PainMap;

/// A body with its marks, to be put into an `<svg>` with its frame as the view box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What the drawing shows, in screen coordinates.
    pub frame: Bounds,
    /// Its SVG elements.
    pub markup: String,
    /// The numbers of the marks that lie in another view or beside the frame.
    pub elsewhere: Vec<String>,
}

/// The picture as it is drawn `pixels` wide: numbers, discs and lines keep their size in pixels, however
/// small the body is. The page says which side is left and which right: the keys of [`sides`] are its words.
///
/// # Errors
/// [`NoDrawing`] where the atlas has none of the record's figure in the picture's view.
///
/// ```
/// use painmap::{PainMap, describe::Locale, scene::{Picture, drawing}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
/// let small = drawing(&map, &Picture::of(&map), 150, Locale::english())?;
/// assert!(small.markup.contains("Right suprascapular region") && small.elsewhere.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn drawing(map: &PainMap, picture: &Picture, pixels: u16, locale: &Locale) -> Result<Drawing, NoDrawing> {
    let Picture { view, crop } = *picture;
    let scene = frame(view, map.figure, crop)
        .and_then(|frame| body_in(map.figure, view, frame, Unit::in_width(frame, pixels.into())))
        .ok_or(NoDrawing { figure: map.figure, view })?;
    let clip = clip_id(map.figure, view);
    let mut inside = Element::group().set("clip-path", ["url(#", &clip, ")"].concat());
    for item in &scene.inside {
        inside.append(element(item, scene.unit));
    }
    let (marks, elsewhere) = marks(map, view, &scene, locale);
    let definitions = Element::new("defs").add(clip_path(&clip, &scene.outline));
    let parts = [definitions, inside, group(&scene.over, scene.unit), marks];
    let markup = parts.iter().map(Element::to_text).collect();
    Ok(Drawing { frame: scene.frame, markup, elsewhere })
}

/// The keys of a locale's texts that name the sides of the body at the left and at the right edge of a view's
/// picture; the second is empty where the view shows one side alone.
///
/// ```
/// use painmap::{anatomy::View, scene::sides};
/// assert_eq!(sides(View::Posterior), ["map.yourLeft", "map.yourRight"]);
/// assert_eq!(sides(View::Anterior), ["map.yourRight", "map.yourLeft"]);
/// ```
#[must_use]
pub const fn sides(view: View) -> [&'static str; 2] {
    side_names(view)
}
