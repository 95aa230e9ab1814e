//! A mark: one place that hurts, with all that was said about it.

use super::choices::{Author, Course, Depth, Provocation, Quality};
use super::distinct::Distinct;
use super::error::Reason;
use super::findings::Findings;
use super::json::{Json, Place, UnknownMembers};
use super::limits::{MAX_NOTE_CHARACTERS, MAX_RADIATIONS, MAX_RADIUS, characters};
use super::members::Members;
use super::object::{Object, Write};
use super::place::Whereabouts;
use super::values::{Intensity, MarkId, PartialDate, Path, Radius, near, read_point};
use crate::anatomy::{Figure, Point, View};

/// The fewest points of an area's outline.
pub const MIN_OUTLINE_POINTS: usize = 3;
/// The fewest points of a radiation path: the place alone, where the mark lies in another view.
pub const MIN_PATH_POINTS: usize = 1;

/// One place that hurts.
///
/// What the patient did not give is absent, never 0 or a default.
///
/// ```
/// use painmap::anatomy::{Point, View};
/// use painmap::record::{Intensity, Mark, MarkId};
/// let id = MarkId::new("m1").unwrap();
/// let mut mark = Mark::spot(id, View::Posterior, Point::new(-600, 1790)).unwrap();
/// assert_eq!(mark.intensity, None);
/// mark.intensity = Intensity::new(7);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        rename_all = "camelCase",
        description = "One place that hurts. What the patient did not give is absent, never 0 or a default.",
        transform = super::schema::add_place
    )
)]
pub struct Mark {
    /// The mark's id, unique in its record.
    pub(crate) id: MarkId,
    /// Whose hand made the mark, where the record says so.
    pub by: Option<Author>,
    /// The view on which the mark was made.
    pub(crate) view: View,
    #[cfg_attr(feature = "schema", schemars(flatten))]
    pub(crate) shape: Shape,
    /// The intensity now, 0 to 10.
    pub intensity: Option<Intensity>,
    /// The worst intensity over the last seven days, 0 to 10.
    pub worst_intensity: Option<Intensity>,
    /// What the pain feels like; empty where that was not said.
    #[cfg_attr(feature = "schema", schemars(default, with = "Vec<Quality>", extend("uniqueItems" = true)))]
    pub qualities: Distinct<Quality>,
    /// How deep it feels.
    pub depth: Option<Depth>,
    /// What brings it on; empty where that was not said.
    #[cfg_attr(feature = "schema", schemars(default, with = "Vec<Provocation>", extend("uniqueItems" = true)))]
    pub provoked_by: Distinct<Provocation>,
    /// Whether it is constant or comes and goes.
    pub course: Option<Course>,
    /// Since when it hurts, as exact as is known.
    pub since: Option<PartialDate>,
    /// Where the pain spreads.
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_RADIATIONS)))]
    pub(crate) radiation: Vec<Radiation>,
    /// The patient's own words, at most 4000 characters.
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_NOTE_CHARACTERS)))]
    pub(crate) note: Option<String>,
    /// What an examiner found.
    pub findings: Option<Findings>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// The shape of a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(tag = "kind", rename_all = "camelCase")
)]
pub enum Shape {
    /// A point, with a radius where the patient sized it.
    Spot {
        /// The place, in bu.
        at: Point,
        /// The size that the patient gave, in bu.
        radius: Option<Radius>,
    },
    /// A drawn area.
    Area {
        /// The corners of the closed outline, in bu, at least three.
        #[cfg_attr(feature = "schema", schemars(extend("minItems" = MIN_OUTLINE_POINTS)))]
        outline: Path,
    },
}

/// A path from a mark to where the pain spreads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Radiation {
    /// The view on which the path was drawn.
    pub(crate) view: View,
    /// The points from the mark outwards, in bu; one alone is where the pain spreads to.
    #[cfg_attr(feature = "schema", schemars(extend("minItems" = MIN_PATH_POINTS)))]
    pub(crate) path: Path,
    /// How strong the pain is there, 0 to 10.
    pub intensity: Option<Intensity>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

impl Mark {
    /// A spot with nothing else said; `None` where the point lies off the view.
    #[must_use]
    pub fn spot(id: MarkId, view: View, at: Point) -> Option<Self> {
        near(view, at).then(|| Self::bare(id, view, Shape::Spot { at, radius: None }))
    }

    /// An area with nothing else said; `None` where the outline has fewer than three or too many
    /// points, or leaves the view.
    ///
    /// ```
    /// use painmap::anatomy::{Point, View};
    /// use painmap::record::{Mark, MarkId};
    /// let corners = [(300, 3600), (700, 3600), (500, 4000)].map(|(x, y)| Point::new(x, y));
    /// let id = MarkId::new("m1").unwrap();
    /// assert!(Mark::area(id, View::Posterior, corners.to_vec()).is_some());
    /// ```
    #[must_use]
    pub fn area(id: MarkId, view: View, outline: Vec<Point>) -> Option<Self> {
        let outline = Path::new(view, MIN_OUTLINE_POINTS, outline)?;
        Some(Self::bare(id, view, Shape::Area { outline }))
    }

    pub(crate) fn bare(id: MarkId, view: View, shape: Shape) -> Self {
        Self {
            id,
            by: None,
            view,
            shape,
            intensity: None,
            worst_intensity: None,
            qualities: Distinct::default(),
            depth: None,
            provoked_by: Distinct::default(),
            course: None,
            since: None,
            radiation: Vec::new(),
            note: None,
            findings: None,
            unknown: UnknownMembers::default(),
        }
    }

    /// The mark's id, unique in its record.
    #[must_use]
    pub fn id(&self) -> &MarkId {
        &self.id
    }

    /// The view on which the mark was made.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The spot or area.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// A point to hang a number on: the spot, or the middle of the area's box.
    #[must_use]
    pub fn anchor(&self) -> Point {
        match &self.shape {
            Shape::Spot { at, .. } => *at,
            Shape::Area { outline } => {
                let (mut min, mut max) = (outline.points()[0], outline.points()[0]);
                for point in outline.points() {
                    min = Point::new(min.x.min(point.x), min.y.min(point.y));
                    max = Point::new(max.x.max(point.x), max.y.max(point.y));
                }
                Point::new(min.x.midpoint(max.x), min.y.midpoint(max.y))
            }
        }
    }

    /// The paths along which the pain spreads.
    #[must_use]
    pub fn radiation(&self) -> &[Radiation] {
        &self.radiation
    }

    /// The patient's own words.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Sets or takes back the size of a spot; `false` and no change for an area.
    pub fn set_radius(&mut self, size: Option<Radius>) -> bool {
        match &mut self.shape {
            Shape::Spot { radius, .. } => {
                *radius = size;
                true
            }
            Shape::Area { .. } => false,
        }
    }

    /// Adds a path along which the pain spreads; `false` and no change where there are too many.
    ///
    /// ```
    /// use painmap::anatomy::{Point, View};
    /// use painmap::record::{Mark, MarkId, Radiation};
    /// let id = MarkId::new("m1").unwrap();
    /// let mut mark = Mark::spot(id, View::Posterior, Point::new(-600, 1790)).unwrap();
    /// let path = vec![Point::new(-600, 1790), Point::new(-300, 920)];
    /// assert!(mark.add_radiation(Radiation::new(View::Posterior, path).unwrap()));
    /// ```
    pub fn add_radiation(&mut self, radiation: Radiation) -> bool {
        let room = self.radiation.len() < MAX_RADIATIONS;
        if room {
            self.radiation.push(radiation);
        }
        room
    }

    /// Sets the note; `false` and no change where it is too long.
    pub fn set_note(&mut self, note: Option<String>) -> bool {
        let fits = note.as_ref().is_none_or(|note| characters(note) <= MAX_NOTE_CHARACTERS);
        if fits {
            self.note = note;
        }
        fits
    }

    pub(super) fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        members.ignore("place");
        let id = members.required("id", MarkId::missing(), MarkId::read);
        let view = members.required_word("view");
        let shape = match members.text("kind", MAX_NOTE_CHARACTERS) {
            Some("area") => {
                Shape::Area { outline: Path::required(&mut members, "outline", view, MIN_OUTLINE_POINTS) }
            }
            kind => {
                match kind {
                    Some("spot") => {}
                    Some(_) => members.refuse("kind", Reason::Expected("\"spot\" or \"area\"")),
                    None => members.refuse("kind", Reason::Missing),
                }
                Shape::Spot {
                    at: members.required("at", Point::new(0, 0), |json, place| read_point(json, place, view)),
                    radius: members.whole("radius", 1, MAX_RADIUS).and_then(Radius::of),
                }
            }
        };
        Self {
            id,
            by: members.word("by"),
            view,
            shape,
            intensity: members.intensity("intensity"),
            worst_intensity: members.intensity("worstIntensity"),
            qualities: Distinct::seen(members.words("qualities")),
            depth: members.word("depth"),
            provoked_by: Distinct::seen(members.words("provokedBy")),
            course: members.word("course"),
            since: members.optional("since", PartialDate::read).flatten(),
            radiation: members.list("radiation", MAX_RADIATIONS, Radiation::read),
            note: members.owned_text("note", MAX_NOTE_CHARACTERS),
            findings: members.optional("findings", Findings::read),
            unknown: members.rest(),
        }
    }

    /// Writes the mark with its place on this figure.
    pub(super) fn write(&self, figure: Figure, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("id", Some(self.id.as_str()));
        object.put_text("by", self.by.map(Author::as_str));
        let kind = if matches!(self.shape, Shape::Spot { .. }) { "spot" } else { "area" };
        object.put_text("kind", Some(kind));
        object.put_text("view", Some(self.view.as_str()));
        match &self.shape {
            Shape::Spot { at, radius } => {
                object.put("at", at);
                object.put_whole("radius", radius.map(|radius| radius.get().into()));
            }
            Shape::Area { outline } => object.put("outline", outline),
        }
        object.put_whole("intensity", self.intensity.map(|intensity| intensity.get().into()));
        object.put_whole("worstIntensity", self.worst_intensity.map(|intensity| intensity.get().into()));
        object.put_words("qualities", &self.qualities);
        object.put_text("depth", self.depth.map(Depth::as_str));
        object.put_words("provokedBy", &self.provoked_by);
        object.put_text("course", self.course.map(Course::as_str));
        object.put_text("since", self.since.as_ref().map(PartialDate::as_str));
        if !self.radiation.is_empty() {
            object.put_list("radiation", &self.radiation);
        }
        object.put_text("note", self.note.as_deref());
        object.put_some("findings", self.findings.as_ref());
        object.put("place", &Whereabouts::of(self, figure));
        object.finish(&self.unknown);
    }
}

impl Radiation {
    /// A path on a view; `None` where it has no or too many points, or leaves the view.
    #[must_use]
    pub fn new(view: View, path: Vec<Point>) -> Option<Self> {
        let path = Path::new(view, MIN_PATH_POINTS, path)?;
        Some(Self { view, path, intensity: None, unknown: UnknownMembers::default() })
    }

    /// The view on which the path was drawn.
    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// The points from the mark outwards.
    #[must_use]
    pub fn path(&self) -> &[Point] {
        self.path.points()
    }

    fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        let view = members.required_word("view");
        Self {
            view,
            path: Path::required(&mut members, "path", view, MIN_PATH_POINTS),
            intensity: members.intensity("intensity"),
            unknown: members.rest(),
        }
    }
}

impl Write for Radiation {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("view", Some(self.view.as_str()));
        object.put("path", &self.path);
        object.put_whole("intensity", self.intensity.map(|intensity| intensity.get().into()));
        object.finish(&self.unknown);
    }
}
