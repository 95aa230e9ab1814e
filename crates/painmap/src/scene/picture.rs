//! What is drawn, how large, and the few forms that a drawing is made of.

use super::Ink;
use crate::anatomy::{Bounds, Crop, Figure, Point, View};
use crate::record::{PainMap, Shape};

/// Which part of the body a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// The view.
    pub view: View,
    /// The part of it.
    pub crop: Crop,
}

impl Default for Picture {
    /// The whole body from behind.
    fn default() -> Self {
        Self { view: View::Posterior, crop: Crop::Whole }
    }
}

impl Picture {
    /// The view with the most marks (the posterior one where there are none), as it is best seen: see
    /// [`Picture::in_view`].
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::Crop, scene::Picture};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","shown":[{"view":"posterior","crop":"back"}],
    ///     "marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790]}]}"#)?;
    /// assert_eq!(Picture::of(&map).crop, Crop::Back);
    /// # Ok::<(), painmap::record::ReadError>(())
    /// ```
    #[must_use]
    pub fn of(map: &PainMap) -> Self {
        let marks = |view: View| map.marks().filter(|mark| mark.view() == view).count();
        let mut most = View::Posterior;
        for &view in View::ALL {
            if marks(view) > marks(most) {
                most = view;
            }
        }
        Self::in_view(map, most)
    }

    /// Of a view the smallest crop that was offered and holds all of the record's points there, else the
    /// whole body.
    ///
    /// ```
    /// use painmap::{PainMap, anatomy::{Crop, View}, scene::Picture};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","shown":[{"view":"posterior","crop":"back"}]}"#)?;
    /// assert_eq!(Picture::in_view(&map, View::Posterior).crop, Crop::Back);
    /// assert_eq!(Picture::in_view(&map, View::Anterior).crop, Crop::Whole);
    /// # Ok::<(), painmap::record::ReadError>(())
    /// ```
    #[must_use]
    pub fn in_view(map: &PainMap, view: View) -> Self {
        let whole = Self { view, crop: Crop::Whole };
        let Some(chart) = crate::anatomy::Chart::of(view, map.figure) else { return whole };
        let mut here: Vec<Point> = Vec::new();
        for mark in map.marks() {
            match mark.shape() {
                _ if mark.view() != view => {}
                Shape::Spot { at, .. } => here.push(*at),
                Shape::Area { outline } => here.extend(outline.points()),
            }
            for radiation in mark.radiation().iter().filter(|radiation| radiation.view() == view) {
                here.extend(radiation.path());
            }
        }
        map.shown
            .iter()
            .filter(|shown| shown.view == view)
            .filter(|shown| here.iter().all(|&point| chart.crop(shown.crop).contains(point)))
            .min_by_key(|shown| chart.crop(shown.crop).height())
            .map_or(whole, |shown| Self { view, crop: shown.crop })
    }
}

/// How many body units a pixel of a phone's screen stands for, so that numbers and lines look
/// alike in every crop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit(i32);

impl Unit {
    /// The width in pixels for which sizes are chosen; a larger picture scales them up.
    const WIDTH: i32 = 330;
    /// The height likewise.
    const HEIGHT: i32 = 600;

    /// The unit of a picture of this part of the body.
    #[must_use]
    pub fn of(frame: Bounds) -> Self {
        Self((frame.width() / Self::WIDTH).max(frame.height() / Self::HEIGHT).max(1))
    }

    /// The unit of a picture of this part of the body that is so many pixels wide, so that letters and lines
    /// have their size in pixels there.
    #[must_use]
    pub fn in_width(frame: Bounds, pixels: i32) -> Self {
        Self((frame.width() / pixels.max(1)).max(1))
    }

    /// The unit of a picture that is enlarged by so many percent, at least 100.
    #[must_use]
    pub const fn zoomed(self, percent: i32) -> Self {
        let unit = if percent > 100 { self.0 * 100 / percent } else { self.0 };
        Self(if unit > 1 { unit } else { 1 })
    }

    /// Half pixels in body units.
    #[must_use]
    pub const fn half_pixels(self, half_pixels: i32) -> i32 {
        self.0 * half_pixels / 2
    }

    /// Pixels in body units.
    #[must_use]
    pub const fn pixels(self, pixels: i32) -> i32 {
        self.0 * pixels
    }
}

/// One form of a drawing, in screen coordinates: body units with `x` mirrored where the view asks
/// for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// SVG path data, whole numbers only.
    Path(String),
    /// A circle.
    Circle {
        /// The middle.
        centre: Point,
        /// The radius.
        radius: i32,
    },
    /// A short text about its anchor point.
    Text {
        /// Where it stands: its middle on the line for [`Ink`]s that centre, else its start or end.
        at: Point,
        /// The letters' size.
        size: i32,
        /// The text as it is; the writers escape it.
        text: String,
    },
}

/// A form and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it means.
    pub ink: Ink,
    /// What it is.
    pub form: Form,
}

impl Item {
    pub(super) fn path(ink: Ink, data: String) -> Self {
        Self { ink, form: Form::Path(data) }
    }

    pub(super) fn circle(ink: Ink, centre: Point, radius: i32) -> Self {
        Self { ink, form: Form::Circle { centre, radius } }
    }

    pub(super) fn text(ink: Ink, at: Point, size: i32, text: String) -> Self {
        Self { ink, form: Form::Text { at, size, text } }
    }
}

/// The screen box of a crop.
pub(super) fn frame(view: View, figure: Figure, crop: Crop) -> Option<Bounds> {
    let crop = crate::anatomy::Chart::of(view, figure)?.crop(crop);
    let (a, b) = (view.to_screen(crop.min), view.to_screen(crop.max));
    Some(Bounds::new(a.x.min(b.x), a.y, a.x.max(b.x), b.y))
}
