//! The JSON Schema (2020-12) of the record, made from its types.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::history::{Answer, PREFER_NOT_TO_SAY};
use super::limits::{MAX_PATH_POINTS, MAX_RADIUS, MAX_SHORT_CHARACTERS};
use super::values::{Intensity, MarkId, Moment, PartialDate, Path, Radius};
use super::{Laterality, PainMap};
use crate::anatomy::Point;

/// The schema as pretty JSON text, ending in a line break.
///
/// ```
/// let schema = painmap::record::schema();
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// ```
#[must_use]
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(PainMap);
    refuse_null(schema.ensure_object());
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// What is absent is left out: `null` is not a value of any member. schemars allows it wherever the
/// Rust type is an `Option`.
fn refuse_null(schema: &mut serde_json::Map<String, Value>) {
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
            Value::Object(inner) => refuse_null(inner),
            Value::Array(entries) => {
                entries.iter_mut().filter_map(Value::as_object_mut).for_each(refuse_null);
            }
            _ => {}
        }
    }
}

/// Adds the derived member `place`, which is written anew each time and never read.
pub(super) fn add_place(schema: &mut Schema) {
    let sides: Vec<_> = Laterality::ALL.iter().map(|side| side.as_str()).collect();
    let place = serde_json::json!({
        "description": "Where the mark lies, derived from the atlas: written anew each time, ignored when read.",
        "readOnly": true,
        "type": "object",
        "properties": {
            "side": { "enum": sides },
            "regions": { "type": "array", "items": { "type": "string" } }
        }
    });
    if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
        properties.insert("place".to_owned(), place);
    }
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
        "description": "Unique in its record.",
        "type": "string", "minLength": 1, "maxLength": MAX_SHORT_CHARACTERS, "pattern": "^[A-Za-z0-9._-]+$"
    });
    Point, "Point", json_schema!({
        "description": "x and y in body units (1/10000 of stature); y is 0 at the vertex and grows downwards; in the anterior and posterior views x > 0 is the person's left, in the lateral views x > 0 is to the front.",
        "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 2
    });
    Moment, "Moment", json_schema!({
        "description": "RFC 3339 date and time with seconds and offset.",
        "type": "string", "format": "date-time"
    });
    PartialDate, "PartialDate", json_schema!({
        "description": "A date as exact as it is known: year, month or day.",
        "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    });
}

impl JsonSchema for Path {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Path".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let point = generator.subschema_for::<Point>();
        json_schema!({ "type": "array", "items": point, "minItems": 2, "maxItems": MAX_PATH_POINTS })
    }
}

impl<T: JsonSchema> JsonSchema for Answer<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("{}OrPreferNotToSay", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let given = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [given, { "const": PREFER_NOT_TO_SAY }] })
    }
}
