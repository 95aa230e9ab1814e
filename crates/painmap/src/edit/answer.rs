//! Commands from answers as a record writes them: JSON, read by the record's own readers, so that
//! whatever a record may not hold is refused with the place and the reason.

use super::Command;
use crate::UnknownWord;
use crate::record::limits::{MAX_NOTE_CHARACTERS, MAX_RADIUS};
use crate::record::{
    Findings, History, Json, MarkId, Members, PartialDate, Place, Radius, ReadError, Reason,
};

/// The members of a mark that are answers.
const ANSWERS: [&str; 10] = [
    "intensity",
    "worstIntensity",
    "qualities",
    "provokedBy",
    "depth",
    "course",
    "since",
    "note",
    "radius",
    "findings",
];

/// In so many lists and objects stand the members of a mark, and those of the record.
const IN_A_MARK: usize = 3;
const IN_THE_RECORD: usize = 1;

impl Command {
    /// The command that sets one member of a mark, `intensity`, `worstIntensity`, `qualities`,
    /// `provokedBy`, `depth`, `course`, `since`, `note`, `radius` or `findings`, to what the JSON says.
    /// `null`, an empty text and no text at all take the answer back.
    ///
    /// # Errors
    /// A [`ReadError`] where there is no such answer, or a record may not hold it. Its pointer begins at
    /// the mark.
    ///
    /// ```
    /// use painmap::{edit::Command, record::{Intensity, MarkId}};
    /// let id = MarkId::new("m1").unwrap();
    /// let command = Command::answer(id.clone(), "intensity", "7")?;
    /// assert_eq!(command, Command::SetIntensity { id: id.clone(), intensity: Intensity::new(7) });
    /// let error = Command::answer(id, "qualities", r#"["aching", "aching"]"#).unwrap_err();
    /// assert_eq!(error.to_string(), "at /qualities/1: stands twice in its list");
    /// # Ok::<(), painmap::record::ReadError>(())
    /// ```
    pub fn answer(id: MarkId, member: &str, json: &str) -> Result<Self, ReadError> {
        said(json, member, IN_A_MARK, |said, root| {
            let mut mark = Vec::new();
            mark.extend(said.map(|json| (member.to_owned(), json)));
            Self::read(id, member, &Json::Members(mark), root)
        })
    }

    /// The command that sets a mark's member to what stands in an object of that alone.
    fn read(id: MarkId, member: &str, mark: &Json, root: &Place<'_>) -> Self {
        let mut members = Members::of(mark, root);
        match member {
            "intensity" => Self::SetIntensity { id, intensity: members.intensity(member) },
            "worstIntensity" => Self::SetWorstIntensity { id, intensity: members.intensity(member) },
            "qualities" => Self::SetQualities { id, qualities: members.words(member) },
            "provokedBy" => Self::SetProvokedBy { id, provoked_by: members.words(member) },
            "depth" => Self::SetDepth { id, depth: members.word(member) },
            "course" => Self::SetCourse { id, course: members.word(member) },
            "since" => Self::SetSince { id, since: members.optional(member, PartialDate::read).flatten() },
            "note" => {
                let note = members.owned_text(member, MAX_NOTE_CHARACTERS);
                Self::SetNote { id, note: note.unwrap_or_default() }
            }
            "radius" => {
                let radius = members.whole(member, 1, MAX_RADIUS).and_then(Radius::of);
                Self::Resize { id, radius }
            }
            "findings" => Self::SetFindings { id, findings: members.optional(member, Findings::read) },
            _ => {
                let unknown = Reason::UnknownWord(UnknownWord { known: &ANSWERS });
                Place::Member(root, member).refuse(unknown);
                Self::Delete { id }
            }
        }
    }

    /// The command that sets the history to what the JSON says. `null`, an empty text and no text at all
    /// take it back.
    ///
    /// # Errors
    /// A [`ReadError`] where a record may not hold it.
    ///
    /// ```
    /// use painmap::edit::Command;
    /// let command = Command::history(r#"{ "aggravators": ["posture"], "treatedBy": "prefer-not-to-say" }"#)?;
    /// assert!(matches!(command, Command::SetHistory(Some(_))));
    /// let error = Command::history(r#"{ "aggravators": ["weather"] }"#).unwrap_err();
    /// assert_eq!(error.pointer(), "/history/aggravators/0");
    /// # Ok::<(), painmap::record::ReadError>(())
    /// ```
    pub fn history(json: &str) -> Result<Self, ReadError> {
        said(json, "history", IN_THE_RECORD, |said, root| {
            Self::SetHistory(said.map(|json| History::read(&json, &Place::Member(root, "history"))))
        })
    }
}

/// Reads the JSON of an answer; none where it is taken back.
fn said<T>(
    json: &str,
    member: &str,
    depth: usize,
    read: impl FnOnce(Option<Json>, &Place<'_>) -> T,
) -> Result<T, ReadError> {
    let json = if json.is_empty() { "null" } else { json };
    Json::read(json, Some(member), depth, |json, root| {
        let taken_back = match &json {
            Json::Null => true,
            Json::Text(text) => text.is_empty(),
            _ => false,
        };
        read((!taken_back).then_some(json), root)
    })
}
