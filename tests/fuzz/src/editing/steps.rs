//! From bytes to a record to begin with and to steps of editing.

use std::sync::LazyLock;

use painmap::PainMap;
use painmap::anatomy::{Crop, Figure, Point, View};
use painmap::edit::{Command, Editor};
use painmap::record::{
    Author, Course, Depth, Findings, Intensity, Mark, MarkId, Moment, PartialDate, PressurePainThreshold,
    Provocation, Quality, Radius,
};

use super::bytes::Bytes;

/// One step of a walk.
#[derive(Debug)]
pub(super) enum Step {
    Apply(Box<Command>),
    Select(Option<MarkId>),
    Undo,
    Redo,
    Stamp(Moment),
    Offer(View, Crop),
}

/// Members of a mark that are answers, and what may be said to each, as JSON.
const ANSWERS: [(&str, &str); 12] = [
    ("intensity", "7"),
    ("worstIntensity", "10.0"),
    ("qualities", r#"["aching","deep"]"#),
    ("qualities", r#"["burning"]"#),
    ("provokedBy", r#"["pressure","pressure"]"#),
    ("depth", "\"deep\""),
    ("course", "null"),
    ("since", "\"2026-02-30\""),
    ("note", r#""\u202eleft""#),
    ("radius", "2000"),
    ("findings", r#"{"tautBand":true,"other":[1e999]}"#),
    ("history", "{}"),
];

/// What may be said of the history, as JSON.
const HISTORIES: [&str; 5] = [
    "",
    "{}",
    r#"{"signs":{"worsening":true},"other":{"a":1}}"#,
    r#"{"aggravators":["posture"],"treatedBy":"prefer-not-to-say"}"#,
    r#"{"relief":[{"what":"heat","helped":"some"}],"treatments":[]}"#,
];

/// A record to begin with: an untouched one, one of the seeds, or one that is nearly full.
pub(super) fn start(bytes: &mut Bytes<'_>) -> PainMap {
    static RECORDS: LazyLock<Vec<PainMap>> = LazyLock::new(|| {
        let texts = crate::seeds::records();
        texts.iter().filter_map(|text| PainMap::from_json(&crate::text(text)).ok()).collect()
    });
    static NEARLY_FULL: LazyLock<PainMap> = LazyLock::new(nearly_full);
    match bytes.byte() {
        Some(0) => Some(NEARLY_FULL.clone()),
        Some(1..=120) => bytes.one_of(&RECORDS),
        Some(121..=160) => bytes.one_of(Figure::ALL).map(PainMap::new),
        _ => None,
    }
    .unwrap_or_else(|| PainMap::new(Figure::Neutral))
}

pub(super) fn author(bytes: &mut Bytes<'_>) -> Author {
    bytes.one_of(Author::ALL).unwrap_or(Author::Patient)
}

/// A patient's record with one note after the other, until the editor takes no more.
fn nearly_full() -> PainMap {
    let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Patient);
    let note = "\u{1}".repeat(4_000);
    let mut more = || {
        editor.apply(Command::AddSpot { view: View::Posterior, at: Point::new(-600, 1790) }).ok()?;
        let id = editor.selected()?.id().clone();
        editor.apply(Command::SetNote { id, note: note.clone() }).ok()
    };
    while more().is_some() {}
    editor.map().clone()
}

/// The next step; none where the bytes end.
pub(super) fn step(bytes: &mut Bytes<'_>, map: &PainMap) -> Option<Step> {
    Some(match bytes.byte()? {
        0..=24 => Step::Undo,
        25..=38 => Step::Redo,
        39..=46 => Step::Select(Some(id(bytes, map)?)),
        47..=48 => Step::Select(None),
        49..=51 => Step::Stamp(Moment::new(bytes.one_of(&[
            "2026-11-22T09:30:00Z",
            "2026-11-22T09:30:00.1234567890123456789012345678901234567+05:30",
        ])?)?),
        52..=54 => Step::Offer(bytes.one_of(View::ALL)?, bytes.one_of(Crop::ALL)?),
        _ => Step::Apply(Box::new(command(bytes, map)?)),
    })
}

fn command(bytes: &mut Bytes<'_>, map: &PainMap) -> Option<Command> {
    Some(match bytes.below(30)? {
        0..=3 => Command::AddSpot { view: view(bytes)?, at: bytes.point()? },
        4 | 5 => Command::AddArea { view: view(bytes)?, outline: bytes.path()? },
        6..=9 => {
            let (view, onto) = (view(bytes)?, if bytes.byte()? < 128 { None } else { Some(id(bytes, map)?) });
            Command::Paint { view, stroke: bytes.path()?, radius: bytes.wide()? % 700, onto }
        }
        10 | 11 => Command::Erase { id: id(bytes, map)?, stroke: bytes.path()?, radius: bytes.wide()? % 700 },
        12..=14 => Command::Move { id: id(bytes, map)?, to: bytes.point()? },
        15 => Command::Resize { id: id(bytes, map)?, radius: Radius::new(bytes.wide()? % 2_100) },
        16 | 17 => Command::AddRadiation { id: id(bytes, map)?, view: view(bytes)?, path: bytes.path()? },
        18 => Command::DeleteRadiation { id: id(bytes, map)?, index: usize::from(bytes.below(3)?) },
        19 => {
            let (id, index) = (id(bytes, map)?, usize::from(bytes.below(3)?));
            Command::SetRadiationIntensity { id, index, intensity: rating(bytes)? }
        }
        20..=23 => answered(bytes, map)?,
        24 => Command::SetRecordNote(bytes.text()?),
        25 => match Command::history(bytes.one_of(&HISTORIES)?) {
            Ok(command) => command,
            Err(_) => Command::SetHistory(None),
        },
        26 => Command::Adopt(Box::new(start(bytes))),
        27 => Command::Delete { id: id(bytes, map)? },
        28 => Command::SetNoPain(bytes.byte()? < 128),
        _ => match bytes.below(4)? {
            0 => Command::Clear,
            _ => Command::SetNote { id: id(bytes, map)?, note: bytes.text()? },
        },
    })
}

/// An answer at a mark: as a value, as JSON that somebody might send, or as any text.
fn answered(bytes: &mut Bytes<'_>, map: &PainMap) -> Option<Command> {
    let id = id(bytes, map)?;
    Some(match bytes.below(11)? {
        0 => Command::SetIntensity { id, intensity: rating(bytes)? },
        1 => Command::SetWorstIntensity { id, intensity: rating(bytes)? },
        2 => Command::SetQualities { id, qualities: words(bytes, Quality::ALL)? },
        3 => Command::SetProvokedBy { id, provoked_by: words(bytes, Provocation::ALL)? },
        4 => Command::SetDepth { id, depth: bytes.maybe(Depth::ALL)? },
        5 => Command::SetCourse { id, course: bytes.maybe(Course::ALL)? },
        6 => Command::SetSince { id, since: PartialDate::new(bytes.one_of(&["", "2026", "2026-10-05"])?) },
        7 => Command::SetFindings { id, findings: findings(bytes)? },
        8 | 9 => {
            let (member, json) = bytes.one_of(&ANSWERS)?;
            Command::answer(id.clone(), member, json).unwrap_or(Command::SetNote { id, note: String::new() })
        }
        _ => {
            let ((member, _), json) = (bytes.one_of(&ANSWERS)?, bytes.text()?);
            Command::answer(id.clone(), member, &json).unwrap_or(Command::SetNote { id, note: json })
        }
    })
}

/// The id of one of the marks, or one that there may be.
fn id(bytes: &mut Bytes<'_>, map: &PainMap) -> Option<MarkId> {
    let index = bytes.byte()?;
    let known = map.marks().nth(usize::from(index) % map.marks().len().max(1)).map(Mark::id).cloned();
    if index < 250 { known } else { None }.or_else(|| MarkId::new(&format!("m{index}")))
}

fn view(bytes: &mut Bytes<'_>) -> Option<View> {
    match bytes.byte()? {
        0..=150 => Some(View::Posterior),
        _ => bytes.one_of(View::ALL),
    }
}

fn rating(bytes: &mut Bytes<'_>) -> Option<Option<Intensity>> {
    Some(Intensity::new(bytes.below(12)?))
}

fn words<T: Copy>(bytes: &mut Bytes<'_>, all: &[T]) -> Option<Vec<T>> {
    (0..bytes.below(4)?).map(|_| bytes.one_of(all)).collect()
}

fn findings(bytes: &mut Bytes<'_>) -> Option<Option<Findings>> {
    if bytes.byte()? < 64 {
        return Some(None);
    }
    let signs = [Some(true), Some(false), None];
    Some(Some(Findings {
        taut_band: bytes.one_of(&signs)?,
        hypersensitive_spot: bytes.one_of(&signs)?,
        referred_pain: bytes.one_of(&signs)?,
        recognised: bytes.one_of(&signs)?,
        pressure_pain_threshold_kpa: PressurePainThreshold::new(bytes.wide()? % 5_100),
        ..Findings::default()
    }))
}
