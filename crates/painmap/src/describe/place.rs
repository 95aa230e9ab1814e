//! Where a mark is in words: region, side, vertebral level.

use super::locale::{fill, placeholder};
use super::{Locale, joined};
use crate::anatomy::{Chart, Figure, RegionId, View};
use crate::record::{Laterality, Mark, Whereabouts};

/// For whom the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Everyday words, for the person who feels the pain: "shoulder blade".
    Plain,
    /// The clinic's words: "scapular region, near T6".
    Clinical,
}

/// Where a mark is: side and region, and in the clinic's words the vertebral level.
///
/// ```
/// use painmap::anatomy::{Figure, Point, View};
/// use painmap::describe::{Locale, Wording, place};
/// use painmap::record::{Mark, MarkId};
/// # fn main() -> Result<(), &'static str> {
/// let id = MarkId::new("m1").ok_or("no id")?;
/// let mark = Mark::spot(id, View::Posterior, Point::new(-600, 1790)).ok_or("off the view")?;
/// let said = |wording| place(Figure::Neutral, &mark, wording, Locale::english());
/// assert_eq!(said(Wording::Clinical), "right suprascapular region, near T3");
/// assert_eq!(said(Wording::Plain), "above the shoulder blade, right side");
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn place(figure: Figure, mark: &Mark, wording: Wording, locale: &Locale) -> String {
    let whereabouts = Whereabouts::of(mark, figure);
    let place = side_and_region(mark.view(), &whereabouts, wording, locale);
    let level = Chart::of(mark.view(), figure)
        .filter(|_| wording == Wording::Clinical)
        .and_then(|chart| chart.level(mark.anchor()));
    match level {
        Some(level) => locale.fill("say.near", &[("place", &place), ("level", level.name())]),
        None => place,
    }
}

/// "right suprascapular region", or in plain words "above the shoulder blade, right side".
///
/// Of several regions those whose names hold the side (`{side}`, or `{side.X}` where it agrees with nouns of
/// the class X) stand with it each by itself; the others share one.
///
/// ```
/// use painmap::anatomy::{Figure, Point, View};
/// use painmap::describe::{Locale, Wording, side_and_region};
/// use painmap::record::Whereabouts;
/// let french = Locale::from_json(r#"{
///     "clinical.suprascapular": "région suprascapulaire {side.f}", "say.side.right.f": "droite"
/// }"#)?;
/// let whereabouts = Whereabouts::of_point(View::Posterior, Figure::Neutral, Point::new(-600, 1790));
/// let said = side_and_region(View::Posterior, &whereabouts, Wording::Clinical, &french);
/// assert_eq!(said, "région suprascapulaire droite");
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn side_and_region(view: View, whereabouts: &Whereabouts, wording: Wording, locale: &Locale) -> String {
    let side = whereabouts.side.as_str();
    let unsided = |place: &str| {
        locale.fill("say.unsided", &[("place", place), ("side", locale.word("say.side.", side))])
    };
    if whereabouts.regions.is_empty() {
        return unsided(locale.text(match view {
            View::Posterior => "say.noRegion.posterior",
            View::Anterior => "say.noRegion.anterior",
            View::Left | View::Right => "say.noRegion.lateral",
        }));
    }
    let mut names = Vec::new();
    names.extend(whereabouts.regions.iter().map(|&region| locale.name(region, wording)));
    if matches!(whereabouts.side, Laterality::Midline | Laterality::Bilateral) {
        return unsided(&locale.and(names.iter().map(|name| locale.sided(name, None)).collect()));
    }
    let pattern = locale.text(match wording {
        Wording::Plain => "say.sided.plain",
        Wording::Clinical => "say.sided.clinical",
    });
    let with_side = |place: &str| fill(&locale.sided(pattern, Some(side)), &[("place", place)]);
    // Names that hold their side stand with it each by itself; all others share one.
    let each = names.iter().any(|name| holds_side(name));
    let mut words = Vec::new();
    for name in names {
        words.push(if each && !holds_side(name) { with_side(name) } else { locale.sided(name, Some(side)) });
    }
    let words = locale.and(words);
    if each { words } else { with_side(&words) }
}

impl Locale {
    /// A region's name without a side.
    ///
    /// ```
    /// use painmap::describe::{Locale, Wording};
    /// let region = "suprascapular".parse()?;
    /// assert_eq!(Locale::english().region(region, Wording::Plain), "above the shoulder blade");
    /// assert_eq!(Locale::english().region(region, Wording::Clinical), "suprascapular region");
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    #[must_use]
    pub fn region(&self, region: RegionId, wording: Wording) -> String {
        self.sided(self.name(region, wording), None)
    }

    /// A region's name as it stands in the file.
    fn name(&self, region: RegionId, wording: Wording) -> &str {
        let family = match wording {
            Wording::Plain => "region.",
            Wording::Clinical => "clinical.",
        };
        self.word(family, region.as_str())
    }

    /// The text with the word for the side in the place of each `{side}`, and of each `{side.X}` the one
    /// that agrees with nouns of the class X. Without a side they go, each with a blank beside it.
    fn sided(&self, text: &str, side: Option<&str>) -> String {
        let mut sided = String::new();
        let mut rest = text;
        while let Some((before, name, after)) = placeholder(rest) {
            rest = after;
            match (class(name), side) {
                (None, _) => {
                    for piece in [before, "{", name, "}"] {
                        sided.push_str(piece);
                    }
                }
                (Some(class), Some(side)) => {
                    sided.push_str(before);
                    sided.push_str(self.text(&joined(&["say.side.", side, class], "")));
                }
                (Some(_), None) => match before.strip_suffix(' ') {
                    Some(before) => sided.push_str(before),
                    None => {
                        sided.push_str(before);
                        rest = after.strip_prefix(' ').unwrap_or(after);
                    }
                },
            }
        }
        sided.push_str(rest);
        sided
    }
}

/// What follows `side` in the name of a placeholder for the side.
fn class(name: &str) -> Option<&str> {
    name.strip_prefix("side").filter(|class| class.is_empty() || class.starts_with('.'))
}

fn holds_side(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, name, after)) = placeholder(rest) {
        if class(name).is_some() {
            return true;
        }
        rest = after;
    }
    false
}
