//! What a mark shares with the published referral patterns. For clinicians.

use crate::anatomy::{Coverage, Drawn, View, coverage};
use crate::record::{Mark, PainMap, Shape};

/// The muscles whose published pattern covers where a mark's pain is felt, those that cover most of it
/// first: of an area all of it, of any mark the paths along which it spreads, and of a spot that does
/// not spread its point.
///
/// It compares drawings and says no more: not why somebody feels pain, and not how often.
///
/// ```
/// use painmap::{PainMap, describe::published_patterns};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
///     "view":"posterior","at":[-600,1600],"radiation":[{"view":"right","path":[[-40,1000],[200,600]]}]}]}"#)?;
/// let mark = map.marks().next().ok_or("no mark")?;
/// let covering = published_patterns(&map, mark);
/// assert!(covering.iter().any(|covered| covered.muscle.as_str() == "trapezius-upper"));
/// assert!(covering.iter().all(|covered| covered.side.as_str() == "right"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn published_patterns(map: &PainMap, mark: &Mark) -> Vec<Coverage> {
    let mut drawn: Vec<(View, Drawn<'_>)> =
        mark.radiation().iter().map(|path| (path.view(), Drawn::Path(path.path()))).collect();
    match mark.shape() {
        Shape::Area { outline } => drawn.push((mark.view(), Drawn::Area(outline.points()))),
        Shape::Spot { at, .. } if drawn.is_empty() => {
            drawn.push((mark.view(), Drawn::Path(std::slice::from_ref(at))));
        }
        Shape::Spot { .. } => {}
    }
    coverage(map.figure, &drawn)
}
