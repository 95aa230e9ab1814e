//! Landmarks: places with a name, and the lines of the bones under the skin.

use super::chart::Chart;
use super::curve::Curve;
use super::frame::{Point, Side, View};
use super::more::More;
use super::tables::anterior::ANTERIOR;
use super::tables::lateral::LATERAL;
use super::tables::posterior::POSTERIOR;
use super::tables::{LandmarkRow, LandmarkTable};
use super::unpack::{number, plus};
use std::slice::Iter;

/// A place on the skin with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landmark {
    name: &'static str,
    side: Side,
    at: Point,
    estimate: bool,
}

/// A line of a bone that can be felt under the skin: the scapula, the iliac crest …
#[derive(Debug, Clone)]
pub struct Bone {
    name: &'static str,
    curve: Curve,
}

impl Chart {
    /// Places with a name, on both sides or on that of a side view, the spinous processes last. The list is
    /// made anew each time.
    ///
    /// ```
    /// use painmap::anatomy::{Chart, Figure, Side, View};
    /// # fn main() -> Result<(), &'static str> {
    /// let chart = Chart::of(View::Posterior, Figure::Neutral).ok_or("not drawn")?;
    /// let acromia = chart.landmarks().into_iter().filter(|landmark| landmark.name() == "acromion");
    /// assert_eq!(acromia.map(|landmark| landmark.side()).collect::<Vec<_>>(), [Side::Left, Side::Right]);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn landmarks(&self) -> Vec<Landmark> {
        let (table, mut places) = self.table();
        let seen = self.view.side();
        let mut landmarks = Vec::new();
        for &LandmarkRow { name, midline, estimate } in table.names {
            let at = places.next();
            let side = if midline { Side::Midline } else { seen.unwrap_or(Side::Left) };
            landmarks.push(Landmark { name, side, at, estimate });
            if seen.is_none() && side == Side::Left {
                landmarks.push(Landmark { name, side: Side::Right, at: at.mirrored(), estimate });
            }
        }
        for (&name, level) in table.levels.iter().zip(self.levels()) {
            let (at, estimate) = (level.at(), level.name() != "C7");
            landmarks.push(Landmark { name, side: Side::Midline, at, estimate });
        }
        landmarks
    }

    /// The lines of the bones under the skin, on both sides or on that of a side view. They are
    /// constructed from published sizes. The list is made anew each time.
    #[must_use]
    pub fn bones(&self) -> Vec<Bone> {
        let (table, mut places) = self.table();
        for _ in table.names {
            places.next();
        }
        let mut bones = Vec::new();
        for &(name, count) in table.bones {
            let start = places.next();
            let (mut at, mut segments) = (start, Vec::new());
            for _ in 0..count {
                let mut next = || {
                    at = plus(at, places.next());
                    at
                };
                segments.push([next(), next(), next()]);
            }
            let curve = Curve::new(start, segments);
            let mirrored = (self.view.side().is_none() && !curve.on_midline()).then(|| curve.mirrored());
            bones.push(Bone { name, curve });
            if let Some(curve) = mirrored {
                bones.push(Bone { name, curve });
            }
        }
        bones
    }

    /// What is said of the view's landmarks and bones, and their places in this figure.
    fn table(&self) -> (&'static LandmarkTable, Places) {
        let table = match self.view {
            View::Posterior => &POSTERIOR,
            View::Anterior => &ANTERIOR,
            View::Left | View::Right => &LATERAL,
        };
        (table, Places { neutral: table.neutral.iter(), more: More::of(self.figure, table.others) })
    }
}

/// Reads the places of a figure: those of the neutral one, and what they are more than that.
struct Places {
    neutral: Iter<'static, u8>,
    more: More,
}

impl Places {
    fn next(&mut self) -> Point {
        let mut next = || number(&mut self.neutral).wrapping_add(self.more.next());
        Point::new(next(), next())
    }
}

impl Landmark {
    /// Its name in kebab-case, such as `t4-spinous-process`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its side; the midline in a side view too, where it is of both.
    #[must_use]
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Where it is.
    #[must_use]
    pub const fn at(&self) -> Point {
        self.at
    }

    /// Whether the place is constructed or uncertain, not measured.
    #[must_use]
    pub const fn is_estimate(&self) -> bool {
        self.estimate
    }
}

impl Bone {
    /// Its name in kebab-case, such as `twelfth-rib`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The line.
    #[must_use]
    pub const fn curve(&self) -> &Curve {
        &self.curve
    }
}
