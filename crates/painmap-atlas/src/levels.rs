//! The spinous processes of a figure in a view.

use crate::curve::whole;
use crate::figures::{self, Figure};
use crate::source::View;
use kurbo::Point;

/// A spinous process.
pub(crate) struct Level<'a> {
    /// The vertebra.
    pub(crate) name: &'a str,
    /// On the midline, or on the skin of the back seen from the side.
    pub(crate) at: [i32; 2],
}

/// The spinous processes from above; none from the front.
pub(crate) fn shown<'a>(view: &View, figure: &'a Figure) -> Vec<Level<'a>> {
    let mut levels = Vec::new();
    for (name, y) in figure.spine.iter().filter(|_| view.levels) {
        let y = figures::point([0.0, *y]).y;
        let x = if view.lateral { figure.lateral.back(y) } else { 0.0 };
        levels.push(Level { name, at: whole(Point::new(x, y)) });
    }
    levels.sort_by_key(|level| level.at[1]);
    levels
}
