//! What a form sent: its plain fields, and the pain map among them, checked by the core.

use painmap::PainMap;
use painmap::record::Author;

/// The field of the form that holds the map: the `name` of its `<pain-map>`.
pub(crate) const MAP_FIELD: &str = "pain";

/// A whole form.
#[derive(Debug)]
pub(crate) struct Submission {
    /// The other fields, as they came.
    pub(crate) fields: Vec<(String, String)>,
    /// What the map's field held.
    pub(crate) map: Map,
}

/// The four things that can arrive where a map is expected.
#[derive(Debug)]
pub(crate) enum Map {
    /// No such field, or an empty one.
    Nothing,
    /// Words: the widget could not run in that browser and a plain text box stood in for it.
    Words(String),
    /// A good record of a patient.
    Good(Box<PainMap>),
    /// Something else, with the reason and the text as it came.
    Bad {
        /// Where the record is wrong and why.
        reason: String,
        /// The text as it came.
        text: String,
    },
}

impl Submission {
    /// Sorts the fields and checks the map as one that a patient sends.
    pub(crate) fn read(form: Vec<(String, String)>) -> Self {
        let (mut maps, fields): (Vec<_>, Vec<_>) = form.into_iter().partition(|(name, _)| name == MAP_FIELD);
        let map = match maps.pop() {
            Some((_, text)) if maps.is_empty() => Map::read(text),
            Some((_, text)) => {
                Map::Bad { reason: format!("the field {MAP_FIELD} came more than once"), text }
            }
            None => Map::Nothing,
        };
        Self { fields, map }
    }
}

impl Map {
    fn read(text: String) -> Self {
        if text.trim().is_empty() {
            return Self::Nothing;
        }
        if !text.trim_start().starts_with('{') {
            return Self::Words(text);
        }
        let checked = PainMap::from_json(&text).and_then(|map| {
            map.check_by(Author::Patient)?;
            Ok(map)
        });
        match checked {
            Ok(map) => Self::Good(Box::new(map)),
            Err(error) => Self::Bad { reason: error.to_string(), text },
        }
    }
}
