//! The data dictionary: one field a column of the table, as REDCap wants it described.

use super::{MARK_INSTRUMENT, RECORD_ID, RECORD_INSTRUMENT};
use crate::exchange::table::{Column, EMPTY_LIST, Kind, Subject, columns};
use crate::record::PREFER_NOT_TO_SAY;

/// The columns of a data dictionary, in REDCap's order and words.
pub const DICTIONARY_HEADER: [&str; 18] = [
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
];

/// The types of REDCap fields that are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// Text of many lines.
    Notes,
    /// A whole number: a text with the validation `integer`.
    Integer,
    /// 1 for yes, 0 for no.
    YesNo,
    /// One of the choices.
    Radio,
    /// Any of the choices, each with a column of its own in the values.
    Checkbox,
}

/// A field of the data dictionary.
///
/// ```
/// use painmap::exchange::redcap::{FieldKind, fields};
/// let field = fields().find(|field| field.name() == "pm_depth").ok_or("no such field")?;
/// assert_eq!(field.kind(), FieldKind::Radio);
/// assert_eq!(field.dictionary_row()[5], "superficial, superficial | deep, deep | unsure, unsure");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Field {
    column: Option<&'static Column>,
}

/// The fields in order: the record's name, the record's instrument, then the mark's.
pub fn fields() -> impl Iterator<Item = Field> + Clone {
    // A form's fields must stand together. The record's name has a field of its own, and where a record
    // stood is of no use to a registry.
    let of = |subject| {
        let told = |column: &&Column| !column.is_of_the_run() && column.name() != "record";
        let fields = columns().filter(told).filter(move |column| column.subject() == subject);
        fields.map(|column| Field { column: Some(column) })
    };
    std::iter::once(Field { column: None }).chain(of(Subject::Record)).chain(of(Subject::Mark))
}

impl Field {
    /// The field's name: lower-case letters, digits and underscores, at most 26 characters.
    #[must_use]
    pub fn name(&self) -> String {
        self.column.map_or_else(|| RECORD_ID.to_owned(), |column| format!("pm_{}", column.name()))
    }

    /// The column of the table from which its values come; none for the record's name.
    #[must_use]
    pub const fn column(&self) -> Option<&'static Column> {
        self.column
    }

    /// Its type.
    #[must_use]
    pub fn kind(&self) -> FieldKind {
        let Some(column) = self.column else { return FieldKind::Text };
        match column.kind() {
            Kind::Whole => FieldKind::Integer,
            Kind::Flag => FieldKind::YesNo,
            Kind::Text if column.is_free_text() => FieldKind::Notes,
            Kind::Text | Kind::List if column.words().is_empty() => FieldKind::Text,
            Kind::Text => FieldKind::Radio,
            Kind::List => FieldKind::Checkbox,
        }
    }

    /// The words of its choices, without codes.
    pub(super) fn choices(&self) -> impl Iterator<Item = &'static str> + use<> {
        let declinable = self.column.is_some_and(Column::is_declinable);
        let choosing = matches!(self.kind(), FieldKind::Radio | FieldKind::Checkbox);
        let words = self.column.map_or(&[][..], Column::words);
        // A list that was given and is empty differs from one that was not asked for.
        let none = self.kind() == FieldKind::Checkbox && declinable;
        let more = [none.then_some(EMPTY_LIST), declinable.then_some(PREFER_NOT_TO_SAY)];
        words.iter().copied().chain(more.into_iter().flatten()).filter(move |_| choosing)
    }

    /// The field's row in the dictionary, in the order of [`DICTIONARY_HEADER`].
    #[must_use]
    pub fn dictionary_row(&self) -> [String; 18] {
        let kind = self.kind();
        let choice = |word: &'static str| format!("{}, {}", code(word), word.replace('-', " "));
        let choices = self.choices().map(choice).collect::<Vec<_>>().join(" | ");
        let (least, most) = self.column.and_then(Column::range).map_or_else(
            || (String::new(), String::new()),
            |(least, most)| (least.to_string(), most.to_string()),
        );
        let form = match self.column.map(Column::subject) {
            Some(Subject::Mark) => MARK_INSTRUMENT,
            _ => RECORD_INSTRUMENT,
        };
        let label = self.column.map_or("What names the record.", Column::meaning);
        let unit = self.column.and_then(Column::unit).map(|unit| match unit {
            "bu" => "Body units (bu): 10 000 make up the stature.".to_owned(),
            unit => format!("In {unit}."),
        });
        let personal = self.column.is_some_and(Column::is_free_text);
        let mut row: [String; 18] = Default::default();
        row[0] = self.name();
        row[1] = form.to_owned();
        row[3] = match kind {
            FieldKind::Text | FieldKind::Integer => "text",
            FieldKind::Notes => "notes",
            FieldKind::YesNo => "yesno",
            FieldKind::Radio => "radio",
            FieldKind::Checkbox => "checkbox",
        }
        .to_owned();
        label.clone_into(&mut row[4]);
        row[5] = choices;
        row[6] = unit.unwrap_or_default();
        if kind == FieldKind::Integer {
            "integer".clone_into(&mut row[7]);
        }
        row[8] = least;
        row[9] = most;
        if personal {
            "y".clone_into(&mut row[10]);
        }
        row
    }
}

/// The code of a choice: REDCap makes names of columns from it, so it has no hyphens.
pub(super) fn code(word: &str) -> String {
    word.replace('-', "_")
}
