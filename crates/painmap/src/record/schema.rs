//! The JSON Schema (2020-12) of the record, made from its types.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::history::{Answer, PREFER_NOT_TO_SAY};
use super::limits::{MAX_ENTRIES, MAX_OUTSIDE, MAX_PATH_POINTS, MAX_RADIUS, MAX_SHORT_CHARACTERS};
use super::values::{Intensity, MarkId, Moment, PartialDate, Path, Radius};
use super::{FORMAT, Format, Laterality, PainMap};
use crate::anatomy::{Bounds, Point, View};

/// The schema of the format that is written, as pretty JSON text that ends in a line break.
///
/// ```
/// let schema = painmap::record::schema();
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// ```
#[must_use]
pub fn schema() -> String {
    schema_of(Format::LATEST)
}

/// The schema of a format. That of an earlier one is the file that was published last.
///
/// ```
/// use painmap::record::{Format, schema_of};
/// assert!(schema_of(Format::V1).contains(r#""const": "painmap/1""#));
/// ```
#[must_use]
pub fn schema_of(format: Format) -> String {
    match format {
        Format::V1 => from_types(),
    }
}

/// It has no `$id`: there is no address at which it is served, and a name that can't be fetched only makes
/// validators try.
fn from_types() -> String {
    let mut schema = schemars::schema_for!(PainMap);
    tidy(schema.ensure_object());
    schema.insert("title".to_owned(), ["painmap record, ", FORMAT].concat().into());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What is absent is left out: `null` is not a value of any member. schemars allows it wherever the
/// Rust type is an `Option`, and names the Rust type of a number as its format.
fn tidy(schema: &mut serde_json::Map<String, Value>) {
    if schema.get("format").is_some_and(|format| format == "uint16") {
        schema.remove("format");
    }
    let null = Value::from("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| *kind != null);
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&null));
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            schema.extend(only);
        }
    }
    for value in schema.values_mut() {
        match value {
            Value::Object(inner) => tidy(inner),
            Value::Array(entries) => {
                entries.iter_mut().filter_map(Value::as_object_mut).for_each(tidy);
            }
            _ => {}
        }
    }
}

/// Adds the derived member `place`, which is written anew each time and never read.
pub(super) fn add_place(schema: &mut Schema) {
    let sides: Vec<_> = Laterality::ALL.iter().map(|side| side.as_str()).collect();
    let place = serde_json::json!({
        "description": "Where the mark lies, derived from the atlas: written anew each time, ignored when \
            read.",
        "readOnly": true,
        "type": "object",
        "properties": {
            "side": { "description": "The person's own side.", "enum": sides },
            "regions": {
                "description": "Ids of the atlas's regions; empty off the body. Another version of the \
                    atlas may name others.",
                "type": "array",
                "items": { "type": "string" }
            }
        }
    });
    if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
        properties.insert("place".to_owned(), place);
    }
}

/// Each word of a list that is given stands at most once.
pub(super) fn distinct_words(schema: &mut Schema) {
    set_on_list(schema, "uniqueItems", true.into());
}

/// A list that is given has at most [`MAX_ENTRIES`].
pub(super) fn bounded_list(schema: &mut Schema) {
    set_on_list(schema, "maxItems", MAX_ENTRIES.into());
}

fn set_on_list(schema: &mut Schema, keyword: &str, value: Value) {
    // "Absent or an answer" holds "given or not": the list stands two choices deep.
    fn list(schema: &mut Value) -> Option<&mut Value> {
        if schema["type"] == "array" {
            return Some(schema);
        }
        schema.get_mut("anyOf")?.as_array_mut()?.iter_mut().find_map(list)
    }
    let choices = schema.get_mut("anyOf").and_then(Value::as_array_mut);
    if let Some(list) = choices.into_iter().flatten().find_map(list) {
        list[keyword] = value;
    }
}

/// "No pain" beside marks is refused.
pub(super) fn no_pain_stands_alone(schema: &mut Schema) {
    let no_pain =
        serde_json::json!({ "properties": { "noPain": { "const": true } }, "required": ["noPain"] });
    schema.insert("if".to_owned(), no_pain);
    schema.insert("then".to_owned(), serde_json::json!({ "properties": { "marks": { "maxItems": 0 } } }));
}

/// Implements `JsonSchema` in place for a type that is written as a plain JSON value.
macro_rules! inline_schema {
    ($($type:ty, $name:literal, $schema:expr;)+) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )+};
}

inline_schema! {
    Intensity, "Intensity", json_schema!({
        "description": "Numeric rating scale, 0 (no pain) to 10 (worst imaginable).",
        "type": "integer", "minimum": 0, "maximum": Intensity::MAX
    });
    Radius, "Radius", json_schema!({
        "description": "Radius in body units (1/10000 of stature).",
        "type": "integer", "minimum": 1, "maximum": MAX_RADIUS
    });
    MarkId, "MarkId", json_schema!({
        "description": "1 to 64 letters, digits, dots, underscores or hyphens.",
        "type": "string", "minLength": 1, "maxLength": MAX_SHORT_CHARACTERS, "pattern": "^[A-Za-z0-9._-]+$"
    });
    Point, "Point", json_schema!({
        "description": "x and y in body units (1/10000 of stature). y is 0 at the vertex and grows \
            downwards. In the anterior and posterior views x is 0 at the midline and x > 0 is the person's \
            left; in the lateral views x is 0 at the ankle line and x > 0 is to the front. At most 200 body \
            units outside of the view's box.",
        "type": "array",
        "prefixItems": [within(|bounds| (bounds.min.x, bounds.max.x)), within(|bounds| (bounds.min.y, bounds.max.y))],
        "items": false, "minItems": 2
    });
    Moment, "Moment", json_schema!({
        "description": "RFC 3339 date and time with seconds and offset, such as 2026-11-22T09:30:00Z.",
        "type": "string", "format": "date-time", "maxLength": MAX_SHORT_CHARACTERS,
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$"
    });
    PartialDate, "PartialDate", json_schema!({
        "description": "A date as exact as it is known: 2026, 2026-10 or 2026-10-05.",
        "type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
    });
}

/// The schema of one coordinate: what the boxes of all views allow.
fn within(range: fn(Bounds) -> (i32, i32)) -> Value {
    let ranges = || View::ALL.iter().map(|view| range(view.bounds().grown(MAX_OUTSIDE)));
    let least = ranges().map(|(least, _)| least).min();
    let most = ranges().map(|(_, most)| most).max();
    serde_json::json!({ "type": "integer", "minimum": least, "maximum": most })
}

impl JsonSchema for Path {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let point = generator.subschema_for::<Point>();
        json_schema!({ "type": "array", "items": point, "maxItems": MAX_PATH_POINTS })
    }
}

impl<T: JsonSchema> JsonSchema for Answer<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}OrPreferNotToSay", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let given = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [given, {
            "description": "Asked, and by choice not answered.", "type": "string", "const": PREFER_NOT_TO_SAY
        }] })
    }
}
