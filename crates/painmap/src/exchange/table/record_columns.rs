//! The columns about the whole record: where it comes from, what was offered, the history.

use std::borrow::Cow;

use super::cell::Cell;
use super::column::{Column, Kind};
use crate::anatomy::Figure;
use crate::record::limits::MAX_MARKS;
use crate::record::{
    Aggravator, Answer, History, Moment, PREFER_NOT_TO_SAY, Practitioner, Relief, Signs, Treatment,
};
use crate::words::Word;

/// What comes before the mark.
pub(super) static RECORD: &[Column] = &[
    Column::of_record(
        "record",
        Kind::Text,
        "What names the record in this table; all rows of a record share it.",
        |row| Cell::text(Some(row.origin.record)),
    ),
    Column::of_record("file", Kind::Text, "The file that the record stood in.", |row| {
        Cell::text(row.origin.file)
    })
    .free_text()
    .of_the_run(),
    Column::of_record(
        "line",
        Kind::Whole,
        "The record's line in the file, from 1, where the file holds many.",
        |row| row.origin.line.map_or(Cell::Absent, Cell::count),
    )
    .of_the_run(),
    Column::of_record(
        "recorded",
        Kind::Text,
        "When the record was made: date, time and offset as in RFC 3339.",
        |row| Cell::text(row.map.recorded.as_ref().map(Moment::as_str)),
    ),
    Column::of_record("figure", Kind::Text, "The figure on which the marks were made.", |row| {
        Cell::word(Some(row.map.figure))
    })
    .one_of(Figure::WORDS),
    Column::of_record("atlas", Kind::Text, "The version of the atlas on which they were made.", |row| {
        Cell::text(row.map.atlas())
    }),
    Column::of_record(
        "shown",
        Kind::List,
        "The views that were offered, each with its crop after a colon: what was not offered could not be \
         marked.",
        |row| {
            let shown = row.map.shown();
            let words = shown.iter().map(|shown| Cow::Owned(format!("{}:{}", shown.view, shown.crop)));
            if shown.is_empty() { Cell::Absent } else { Cell::List(words.collect()) }
        },
    ),
    Column::of_record(
        "no_pain",
        Kind::Flag,
        "True where the person said that nothing hurts; otherwise absent.",
        |row| Cell::flag(row.map.no_pain().then_some(true)),
    ),
    Column::of_record(
        "marks",
        Kind::Whole,
        "How many marks the record has. With 0, and no word that nothing hurts, nothing was marked.",
        |row| Cell::count(row.map.marks().len()),
    )
    .within(0, MAX_MARKS as i64),
];

/// What comes after it.
pub(super) static HISTORY: &[Column] = &[
    sign("worsening", "Is the pain getting worse?", |row| {
        Cell::yes_or_no(signs(row.map.history.as_ref()).and_then(|signs| signs.worsening.as_ref()))
    }),
    sign("keeps_awake", "Does the pain keep the person awake?", |row| {
        Cell::yes_or_no(signs(row.map.history.as_ref()).and_then(|signs| signs.keeps_awake.as_ref()))
    }),
    sign("deep_muscle_pain", "Is there pain deep in the muscle?", |row| {
        Cell::yes_or_no(signs(row.map.history.as_ref()).and_then(|signs| signs.deep_muscle_pain.as_ref()))
    }),
    sign("persistent_spot", "Is there a sore spot that persists?", |row| {
        Cell::yes_or_no(signs(row.map.history.as_ref()).and_then(|signs| signs.persistent_spot.as_ref()))
    }),
    Column::of_record("aggravators", Kind::List, "What makes it worse.", |row| {
        Cell::answered_words(row.map.history.as_ref().and_then(|history| history.aggravators.as_ref()))
    })
    .one_of(Aggravator::WORDS)
    .declinable(),
    Column::of_record(
        "relief",
        Kind::List,
        "What was tried at home, each with whether it helped (no, some or much) after a colon.",
        |row| {
            let relief = row.map.history.as_ref().and_then(|history| history.relief.as_ref());
            Cell::answered(relief, |relief| Cell::List(relief.iter().map(tried).collect()))
        },
    )
    .declinable(),
    Column::of_record("treated_by", Kind::List, "Who has treated it.", |row| {
        Cell::answered_words(row.map.history.as_ref().and_then(|history| history.treated_by.as_ref()))
    })
    .one_of(Practitioner::WORDS)
    .declinable(),
    Column::of_record("treatments", Kind::List, "How it was treated.", |row| {
        Cell::answered_words(row.map.history.as_ref().and_then(|history| history.treatments.as_ref()))
    })
    .one_of(Treatment::WORDS)
    .declinable(),
    Column::of_record("record_note", Kind::Text, "The note on the whole record, as it was typed.", |row| {
        Cell::text(row.map.note())
    })
    .free_text(),
];

const fn sign(name: &'static str, meaning: &'static str, derive: super::column::OfRecord) -> Column {
    Column::of_record(name, Kind::Text, meaning, derive).one_of(&["yes", "no"]).declinable()
}

fn signs(history: Option<&History>) -> Option<&Signs> {
    history.and_then(|history| history.signs.as_ref())
}

fn tried(relief: &Relief) -> Cow<'static, str> {
    let what = relief.what.as_str();
    match &relief.helped {
        None => Cow::Borrowed(what),
        Some(Answer::Given(helped)) => Cow::Owned(format!("{what}:{helped}")),
        Some(Answer::PreferNotToSay) => Cow::Owned(format!("{what}:{PREFER_NOT_TO_SAY}")),
    }
}
