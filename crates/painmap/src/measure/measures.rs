//! The measures of one record.

use serde::Serialize;

use super::cover::Cover;
use super::extent::Extent;
use super::hundredths::Hundredths;
use super::site::{Site, Touched, Zone, as_word};
use super::whose::Whose;
use super::widespread::WidespreadPain;
use crate::anatomy::{Chart, Crop, Figure, Side, View};
use crate::record::{Intensity, Mark, PainMap, Shape};
use crate::words::words;

words! {
    /// How the person answered.
    pub enum Answer {
        /// With marks.
        Marks = "marks",
        /// "No pain".
        NoPain = "no-pain",
        /// Not at all: nothing is marked, and "no pain" was not said.
        Nothing = "nothing",
    }
}

/// The measures of a record: what `docs/measures.md` defines, with sources and with what each can't say.
///
/// ```
/// use painmap::PainMap;
/// use painmap::measure::{Measures, Whose};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","shown":[{"view":"posterior","crop":"back"}],
///     "marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"radius":120,"intensity":7},
///              {"id":"m2","kind":"spot","view":"posterior","at":[-200,4000],"intensity":4}]}"#)?;
/// let measures = Measures::of(&map, Whose::Patient);
/// assert_eq!((measures.marks, measures.sites.len()), (2, 2));
/// assert_eq!(measures.intensity.mean.unwrap().to_string(), "5.50");
/// let back = measures.extents[0].extent.unwrap();
/// assert_eq!(back.percent().to_string(), "0.25");
/// assert!(measures.front_and_back.is_none(), "the front was not shown");
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// Whose marks these are the measures of.
    #[serde(serialize_with = "as_word")]
    pub whose: Whose,
    /// The figure on which they lie.
    #[serde(serialize_with = "as_word")]
    pub figure: Figure,
    /// How the person answered; only marks are measured, and "no pain" has an extent of 0.
    #[serde(serialize_with = "as_word")]
    pub answer: Answer,
    /// How many marks there are.
    pub marks: usize,
    /// How many of them are spots without a size: they have no extent.
    pub without_size: usize,
    /// How many of them touch no region: they lie beside the body.
    pub off_body: usize,
    /// The marks of the other hand, which are not measured.
    pub left_out: usize,
    /// The regions that the marks touch, each side by itself.
    pub sites: Vec<Site>,
    /// The sides that the marks touch.
    #[serde(serialize_with = "as_words")]
    pub sides: Vec<Side>,
    /// How strong the pain is.
    pub intensity: Ratings,
    /// The extent in each view that was shown or has marks.
    pub extents: Vec<ViewExtent>,
    /// The extent in the posterior and the anterior view together; none where one of them was not shown
    /// or has no extent. Side views show the same skin again and are not in it.
    pub front_and_back: Option<Extent>,
    /// The agreed clinical areas that the marks touch, the sites of the widespread pain index excepted.
    pub zones: Vec<Zone>,
    /// The widespread pain index; none where the whole body was not shown.
    pub widespread: Option<WidespreadPain>,
}

/// The ratings of the marks, 0 to 10.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ratings {
    /// How many marks have a rating of the pain now; the others are left out.
    pub rated: usize,
    /// The mean of the ratings now, each mark counting the same; none without one.
    pub mean: Option<Hundredths>,
    /// The highest rating now.
    #[serde(serialize_with = "as_rating")]
    pub worst: Option<Intensity>,
    /// The highest rating of the worst pain over the last seven days.
    #[serde(serialize_with = "as_rating")]
    pub worst_of_week: Option<Intensity>,
}

/// The extent in one view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ViewExtent {
    /// The view.
    #[serde(serialize_with = "as_word")]
    pub view: View,
    /// The parts of the view that were shown; empty where the record does not say.
    #[serde(serialize_with = "as_words")]
    pub shown: Vec<Crop>,
    /// The extent; none where there are marks and none of them has a size, or where nothing was answered.
    pub extent: Option<Extent>,
    /// How many marks of the view have no size: the pain is larger than the extent by an unknown area.
    pub without_size: usize,
}

impl Measures {
    /// The measures of a record's marks.
    #[must_use]
    pub fn of(map: &PainMap, whose: Whose) -> Self {
        let marks = || whose.marks(map);
        let mut touched = Touched::default();
        let mut off_body = 0;
        for mark in marks() {
            let by = Touched::by(mark, map.figure);
            off_body += usize::from(by.sites.is_empty());
            touched.join(by);
        }
        let mut sides: Vec<Side> = touched.sites.iter().map(|site| site.side).collect();
        sides.sort_unstable();
        sides.dedup();
        let extents: Vec<ViewExtent> =
            View::ALL.iter().filter_map(|&view| ViewExtent::of(map, whose, view)).collect();
        let (wpi, zones): (Vec<Zone>, Vec<Zone>) =
            touched.zones.iter().partition(|zone| zone.zone.as_str().starts_with("wpi-"));
        Self {
            whose,
            figure: map.figure,
            answer: answer(map, whose),
            marks: marks().count(),
            without_size: marks().filter(|mark| !has_size(mark)).count(),
            off_body,
            left_out: map.marks().len() - marks().count(),
            sites: touched.sites,
            sides,
            intensity: Ratings::of(marks()),
            front_and_back: front_and_back(&extents),
            extents,
            zones,
            widespread: WidespreadPain::of(map, whose, wpi),
        }
    }
}

/// How the person answered, as far as these marks go.
pub(super) fn answer(map: &PainMap, whose: Whose) -> Answer {
    if map.no_pain() {
        Answer::NoPain
    } else if whose.marks(map).next().is_some() {
        Answer::Marks
    } else {
        Answer::Nothing
    }
}

fn front_and_back(extents: &[ViewExtent]) -> Option<Extent> {
    let of = |view| extents.iter().find(|extent| extent.view == view)?.extent;
    Some(of(View::Posterior)?.and(of(View::Anterior)?))
}

/// Whether a mark is a drawn area or a spot with a size.
pub(super) fn has_size(mark: &Mark) -> bool {
    !matches!(mark.shape(), Shape::Spot { radius: None, .. })
}

impl Ratings {
    fn of<'m>(marks: impl Iterator<Item = &'m Mark> + Clone) -> Self {
        let now = || marks.clone().filter_map(|mark| mark.intensity);
        let rated = now().count();
        let sum = now().map(|rating| u64::from(rating.get())).sum();
        Self {
            rated,
            mean: Hundredths::of(sum, u64::try_from(rated).unwrap_or(u64::MAX)),
            worst: now().max(),
            worst_of_week: marks.clone().filter_map(|mark| mark.worst_intensity).max(),
        }
    }
}

impl ViewExtent {
    /// The extent in a view; none where the view was not shown and has no marks, or has no drawing.
    pub(super) fn of(map: &PainMap, whose: Whose, view: View) -> Option<Self> {
        let here = || whose.marks(map).filter(|mark| mark.view() == view);
        let mut shown: Vec<Crop> =
            map.shown().iter().filter(|shown| shown.view == view).map(|shown| shown.crop).collect();
        shown.sort_unstable();
        shown.dedup();
        if shown.is_empty() && here().next().is_none() {
            return None;
        }
        Chart::of(view, map.figure)?;
        let without_size = here().filter(|mark| !has_size(mark)).count();
        let is_known = answer(map, whose) != Answer::Nothing && (without_size == 0 || here().any(has_size));
        let extent = is_known.then(|| Cover::of(here(), view, map.figure)).flatten();
        Some(Self { view, shown, extent: extent.map(|cover| cover.extent()), without_size })
    }
}

fn as_words<S, T>(words: &[T], serializer: S) -> Result<S::Ok, S::Error>
where
    S: serde::Serializer,
    T: Copy + Into<&'static str>,
{
    serializer.collect_seq(words.iter().map(|&word| -> &'static str { word.into() }))
}

fn as_rating<S: serde::Serializer>(rating: &Option<Intensity>, serializer: S) -> Result<S::Ok, S::Error> {
    rating.map(Intensity::get).serialize(serializer)
}
