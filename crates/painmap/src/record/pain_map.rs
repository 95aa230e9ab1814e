//! The record: what was marked at one moment. Reading, checking and writing it as a whole.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;

use super::choices::Author;
use super::error::{ReadError, Reason};
use super::format::{FORMAT, Format};
use super::history::History;
use super::json::{Json, Place, UnknownMembers};
use super::limits::{MAX_BYTES, MAX_ENTRIES, MAX_MARKS, MAX_NOTE_CHARACTERS, MAX_SHORT_CHARACTERS};
use super::mark::Mark;
use super::members::Members;
use super::object::{Object, Write};
use super::values::{MarkId, Moment};
use crate::anatomy::{ATLAS_VERSION, Crop, Figure, View};
use crate::numbers::push_whole;

/// A record: what was marked at one moment.
///
/// ```
/// use painmap::PainMap;
/// let text = r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790]}]}"#;
/// let map = PainMap::from_json(text)?;
/// assert_eq!(map.marks().count(), 1);
/// // Writing derives each mark's place anew, and is the same to the byte every time.
/// assert!(map.to_json().contains(r#""place":{"side":"right","regions":["suprascapular"]}"#));
/// assert_eq!(PainMap::from_json(&map.to_json())?, map);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        rename_all = "camelCase",
        title = "painmap record",
        description = "Where it hurts: what was marked at one moment. What was not answered is absent; no \
            member is ever null. Members that are not listed here are kept as they are.",
        transform = super::schema::no_pain_stands_alone
    )
)]
pub struct PainMap {
    /// The format of the record.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("const" = FORMAT)))]
    format: Latest,
    /// The version of the atlas on which the marks were made.
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_SHORT_CHARACTERS)))]
    pub(crate) atlas: Option<String>,
    /// The figure on which the marks were made.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Figure>", extend("default" = Figure::Neutral.as_str())))]
    pub figure: Figure,
    /// When the record was made.
    pub recorded: Option<Moment>,
    /// The views that were offered, so that "nothing there" and "not asked" differ.
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_ENTRIES)))]
    pub(crate) shown: Vec<Shown>,
    /// True where the person said that nothing hurts; never beside marks.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub(crate) no_pain: bool,
    /// The places that hurt.
    #[cfg_attr(feature = "schema", schemars(default, length(max = MAX_MARKS), with = "Vec<Mark>"))]
    pub(crate) marks: Vec<Arc<Mark>>,
    /// The history that goes with the marks.
    pub history: Option<History>,
    /// A note on the whole record, at most 4000 characters.
    #[cfg_attr(feature = "schema", schemars(length(max = MAX_NOTE_CHARACTERS)))]
    pub(crate) note: Option<String>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// The format that is written; a marker, so that a record can't hold another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Latest;

/// The most bytes that a mark's place takes; a test holds it.
const MOST_PLACE_BYTES: usize = MAX_BYTES / 4 / MAX_MARKS;

/// Whether a text may be longer than [`MAX_BYTES`] when it is written again: only then it is worth writing it out
/// to know. Beside the places, no more than numbers with an exponent grow, by half at most.
fn may_outgrow(text: &str, marks: usize) -> bool {
    let is_exponent = |pair: &[u8]| matches!(pair, [b'0'..=b'9', b'e' | b'E']);
    text.len() > MAX_BYTES / 2
        && (text.len() + (marks + 1) * MOST_PLACE_BYTES > MAX_BYTES
            || text.as_bytes().windows(2).any(is_exponent))
}

/// A view that was offered, and how much of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Shown {
    /// The view.
    pub view: View,
    /// The part of it.
    pub crop: Crop,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// A mark that a record won't take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The record has [`MAX_MARKS`] marks.
    Full,
    /// Another mark has the id.
    DuplicateId,
    /// The record says "no pain".
    NoPain,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Full => "the record has no room for another mark",
            Self::DuplicateId => "another mark has the id",
            Self::NoPain => "the record says \"no pain\"",
        })
    }
}

impl std::error::Error for Refusal {}

impl PainMap {
    /// An untouched record on this figure.
    ///
    /// ```
    /// use painmap::anatomy::Figure;
    /// let map = painmap::PainMap::new(Figure::Neutral);
    /// assert!(map.is_untouched());
    /// ```
    #[must_use]
    pub fn new(figure: Figure) -> Self {
        Self {
            format: Latest,
            atlas: Some(ATLAS_VERSION.to_owned()),
            figure,
            recorded: None,
            shown: Vec::new(),
            no_pain: false,
            marks: Vec::new(),
            history: None,
            note: None,
            unknown: UnknownMembers::default(),
        }
    }

    /// Reads a record and checks all of it.
    ///
    /// # Errors
    /// A [`ReadError`] that names the place and the reason, for whatever is not a record within
    /// the [limits](super::limits).
    pub fn from_json(text: &str) -> Result<Self, ReadError> {
        let map = Json::read(text, None, 0, |json, root| Self::read(&json, root))?;
        // Writing adds each mark's place: what is read must be small enough to be read again.
        if may_outgrow(text, map.marks.len()) && map.to_json().len() > MAX_BYTES {
            return Err(ReadError::new(String::new(), Reason::TooLarge));
        }
        Ok(map)
    }

    /// Writes the record: the same record always gives the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    /// Checks that the record may come from this hand: a patient's submission has no findings and
    /// no clinician's marks.
    ///
    /// # Errors
    /// A [`ReadError`] that names the first member at fault.
    ///
    /// ```
    /// use painmap::{PainMap, record::Author};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
    ///     "view":"posterior","at":[0,3000],"findings":{"tautBand":true}}]}"#)?;
    /// let error = map.check_by(Author::Patient).unwrap_err();
    /// assert_eq!(error.pointer(), "/marks/0/findings");
    /// # Ok::<(), painmap::record::ReadError>(())
    /// ```
    pub fn check_by(&self, author: Author) -> Result<(), ReadError> {
        if author == Author::Clinician {
            return Ok(());
        }
        for (index, mark) in self.marks.iter().enumerate() {
            let (name, reason) = if mark.by == Some(Author::Clinician) {
                ("/by", Reason::ClinicianMarkByPatient)
            } else if mark.findings.is_some() {
                ("/findings", Reason::FindingsByPatient)
            } else {
                continue;
            };
            let mut pointer = "/marks/".to_owned();
            push_whole(i64::try_from(index).unwrap_or(i64::MAX), &mut pointer);
            pointer.push_str(name);
            return Err(ReadError::new(pointer, reason));
        }
        Ok(())
    }

    /// The version of the atlas on which the marks were made, where the record says so.
    #[must_use]
    pub fn atlas(&self) -> Option<&str> {
        self.atlas.as_deref()
    }

    /// The views that were offered.
    #[must_use]
    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    /// Adds a view to those that were offered, where it is not among them and there is room.
    pub fn offer(&mut self, view: View, crop: Crop) {
        let known = self.shown.iter().any(|shown| (shown.view, shown.crop) == (view, crop));
        if !known && self.shown.len() < MAX_ENTRIES {
            self.shown.push(Shown::new(view, crop));
        }
    }

    /// The marks in the order in which they were made.
    pub fn marks(&self) -> impl ExactSizeIterator<Item = &Mark> + Clone {
        self.marks.iter().map(|mark| &**mark)
    }

    /// The mark with this id.
    #[must_use]
    pub fn mark(&self, id: &MarkId) -> Option<&Mark> {
        self.marks().find(|mark| mark.id() == id)
    }

    /// Whether the person said that nothing hurts.
    #[must_use]
    pub fn no_pain(&self) -> bool {
        self.no_pain
    }

    /// The note on the whole record.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// Whether nothing was answered: no mark, no "no pain", no history, no note but an empty one.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let nothing_noted = self.note.as_deref().is_none_or(str::is_empty);
        self.marks.is_empty() && !self.no_pain && self.history.is_none() && nothing_noted
    }

    /// Adds a mark at the end.
    ///
    /// # Errors
    /// A [`Refusal`] where the record is full, has a mark of that id, or says "no pain".
    pub fn add(&mut self, mark: Mark) -> Result<(), Refusal> {
        if self.no_pain {
            Err(Refusal::NoPain)
        } else if self.marks.len() >= MAX_MARKS {
            Err(Refusal::Full)
        } else if self.mark(mark.id()).is_some() {
            Err(Refusal::DuplicateId)
        } else {
            self.marks.push(Arc::new(mark));
            Ok(())
        }
    }

    fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        match members.text("format", MAX_SHORT_CHARACTERS) {
            None => members.refuse("format", Reason::Missing),
            Some(name) => match Format::named(name) {
                // What follows reads this one. Another format needs a reader of its own here.
                Some(Format::V1) => {}
                None => members.refuse("format", Reason::Expected("\"painmap/1\"")),
            },
        }
        let marks = members.list("marks", MAX_MARKS, |json, place| Arc::new(Mark::read(json, place)));
        if let Some(index) = first_twice(&marks) {
            let marks = Place::Member(place, "marks");
            Place::Member(&Place::Entry(&marks, index), "id").refuse(Reason::DuplicateId);
        }
        let no_pain = members.boolean("noPain").unwrap_or(false);
        if no_pain && !marks.is_empty() {
            members.refuse("noPain", Reason::NoPainBesideMarks);
        }
        Self {
            format: Latest,
            atlas: members.owned_text("atlas", MAX_SHORT_CHARACTERS),
            figure: members.word("figure").unwrap_or(Figure::Neutral),
            recorded: members.optional("recorded", Moment::read).flatten(),
            shown: members.list("shown", MAX_ENTRIES, Shown::read),
            no_pain,
            marks,
            history: members.optional("history", History::read),
            note: members.owned_text("note", MAX_NOTE_CHARACTERS),
            unknown: members.rest(),
        }
    }

    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("format", Some(FORMAT));
        object.put_text("atlas", self.atlas.as_deref());
        object.put_text("figure", Some(self.figure.as_str()));
        object.put_text("recorded", self.recorded.as_ref().map(Moment::as_str));
        if !self.shown.is_empty() {
            object.put_list("shown", &self.shown);
        }
        object.put_boolean("noPain", self.no_pain.then_some(true));
        object.put_list("marks", self.marks().map(|mark| OnFigure(mark, self.figure)));
        object.put_some("history", self.history.as_ref());
        object.put_text("note", self.note.as_deref());
        object.finish(&self.unknown);
    }
}

/// The place of the mark that has an earlier one's id: of the first such id by its letters.
fn first_twice(marks: &[Arc<Mark>]) -> Option<usize> {
    let mut first: Option<(&MarkId, usize)> = None;
    for (index, mark) in marks.iter().enumerate() {
        let id = mark.id();
        let twice = marks[..index].iter().any(|earlier| earlier.id() == id);
        if twice && first.is_none_or(|(known, _)| id < known) {
            first = Some((id, index));
        }
    }
    first.map(|(_, index)| index)
}

/// A mark and the figure from which its place follows.
struct OnFigure<'m>(&'m Mark, Figure);

impl Write for OnFigure<'_> {
    fn write(&self, text: &mut String) {
        self.0.write(self.1, text);
    }
}

impl Shown {
    /// A view that was offered.
    #[must_use]
    pub fn new(view: View, crop: Crop) -> Self {
        Self { view, crop, unknown: UnknownMembers::default() }
    }

    fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        Self {
            view: members.required_word("view"),
            crop: members.required_word("crop"),
            unknown: members.rest(),
        }
    }
}

impl Write for Shown {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("view", Some(self.view.as_str()));
        object.put_text("crop", Some(self.crop.as_str()));
        object.finish(&self.unknown);
    }
}

/// Only to `serde_json`: numbers are written as they stood.
impl Serialize for PainMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_json()).map_err(ser::Error::custom)?.serialize(serializer)
    }
}

/// Only from `serde_json`: numbers are kept as they stood.
impl<'de> Deserialize<'de> for PainMap {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        Self::from_json(raw.get()).map_err(de::Error::custom)
    }
}

#[cfg(all(test, feature = "atlas"))]
mod tests {
    use super::*;
    use crate::anatomy::{Chart, RegionId};
    use crate::record::{Laterality, Whereabouts};

    #[test]
    fn no_place_is_longer_than_it_may_be() {
        for (&view, &figure) in
            View::ALL.iter().flat_map(|view| Figure::ALL.iter().map(move |figure| (view, figure)))
        {
            let chart = Chart::of(view, figure).expect("a drawing");
            let mut regions: Vec<RegionId> = chart.patches().iter().map(|patch| patch.region()).collect();
            regions.sort();
            regions.dedup();
            let mut text = String::from(r#","place":"#);
            Whereabouts { side: Laterality::Bilateral, regions }.write(&mut text);
            assert!(text.len() <= MOST_PLACE_BYTES, "{view}: {} bytes", text.len());
        }
    }

    #[test]
    fn only_a_large_text_may_outgrow_its_limit() {
        let text = |length: usize, start: &str| start.to_owned() + &"x".repeat(length - start.len());
        assert!(!may_outgrow(&text(MAX_BYTES / 2, "1e4"), MAX_MARKS));
        assert!(may_outgrow(&text(MAX_BYTES / 2 + 1, "1e4"), 0));
        assert!(!may_outgrow(&text(MAX_BYTES / 4 * 3 - 2000, ""), MAX_MARKS));
        assert!(may_outgrow(&text(MAX_BYTES / 4 * 3, ""), MAX_MARKS));
    }
}
