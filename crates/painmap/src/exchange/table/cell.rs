//! A cell: what one column says of one mark or record.

use std::borrow::Cow;

use super::{EMPTY_LIST, SEPARATOR, guard};
use crate::numbers::whole_text;
use crate::record::{Answer, PREFER_NOT_TO_SAY};
use crate::words::Word;

/// What one column says of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'r> {
    /// Nothing: not answered, or it does not apply.
    Absent,
    /// A text, as the person wrote it; it may hold anything.
    Text(Cow<'r, str>),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// A list of words; an empty one was given as such.
    List(Vec<Cow<'r, str>>),
}

impl<'r> Cell<'r> {
    /// The cell as a text that a spreadsheet takes for no formula and a terminal for no command; see
    /// [`guard`](super::guard()) for what is done to it and how to take it back. Lists have
    /// [`SEPARATOR`] between their entries.
    ///
    /// ```
    /// use painmap::exchange::table::Cell;
    /// assert_eq!(Cell::Text("=1+1".into()).to_text(), "'=1+1");
    /// assert_eq!(Cell::Whole(-600).to_text(), "-600");
    /// assert_eq!(Cell::List(vec!["aching".into(), "dull".into()]).to_text(), "aching|dull");
    /// assert_eq!(Cell::List(vec![]).to_text(), "none");
    /// assert_eq!(Cell::Absent.to_text(), "");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Absent => Cow::Borrowed(""),
            Self::Text(text) => guard(text),
            Self::Whole(number) => Cow::Owned(whole_text(*number)),
            Self::Flag(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
            Self::List(words) if words.is_empty() => Cow::Borrowed(EMPTY_LIST),
            Self::List(words) => Cow::Owned(words.join(SEPARATOR.encode_utf8(&mut [0; 4]))),
        }
    }

    /// The cell with texts of its own, which outlives the record.
    ///
    /// ```
    /// use painmap::exchange::table::Cell;
    /// let cell: Cell<'static> = Cell::Text(String::from("aching").as_str().into()).into_owned();
    /// assert_eq!(cell, Cell::Text("aching".into()));
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Cell<'static> {
        let owned = |text: Cow<'r, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Absent => Cell::Absent,
            Self::Text(text) => Cell::Text(owned(text)),
            Self::Whole(number) => Cell::Whole(number),
            Self::Flag(yes) => Cell::Flag(yes),
            Self::List(words) => Cell::List(words.into_iter().map(owned).collect()),
        }
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        *self == Self::Absent
    }

    pub(super) fn text(text: Option<&'r str>) -> Self {
        text.map_or(Self::Absent, |text| Self::Text(Cow::Borrowed(text)))
    }

    pub(super) fn word(word: Option<impl Word>) -> Self {
        Self::text(word.map(Word::word))
    }

    pub(super) fn whole(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Absent, |number| Self::Whole(number.into()))
    }

    pub(super) fn count(number: usize) -> Self {
        Self::whole(i64::try_from(number).ok())
    }

    pub(super) fn flag(flag: Option<bool>) -> Self {
        flag.map_or(Self::Absent, Self::Flag)
    }

    /// A list that is absent when it is empty, as the record has it.
    pub(super) fn some_words(words: &[impl Word]) -> Self {
        if words.is_empty() { Self::Absent } else { Self::words(words) }
    }

    fn words(words: &[impl Word]) -> Self {
        Self::List(words.iter().map(|word| Cow::Borrowed(word.word())).collect())
    }

    pub(super) fn answered_words(answer: Option<&Answer<Vec<impl Word>>>) -> Self {
        Self::answered(answer, |words| Self::words(words))
    }

    /// A list, or the wish not to say as the only entry.
    pub(super) fn answered<T>(answer: Option<&Answer<T>>, given: impl FnOnce(&T) -> Self) -> Self {
        match answer {
            None => Self::Absent,
            Some(Answer::Given(value)) => given(value),
            Some(Answer::PreferNotToSay) => Self::List(vec![Cow::Borrowed(PREFER_NOT_TO_SAY)]),
        }
    }

    pub(super) fn yes_or_no(answer: Option<&Answer<bool>>) -> Self {
        Self::text(answer.map(|answer| match answer {
            Answer::Given(true) => "yes",
            Answer::Given(false) => "no",
            Answer::PreferNotToSay => PREFER_NOT_TO_SAY,
        }))
    }
}
