//! The record's TypeScript types, written from its JSON Schema.
//!
//! It knows the few keywords that the schema uses, and refuses any other rather than pass over it.

use std::fmt::Write;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value};

type Schema = Map<String, Value>;

/// The type of the whole record, which has no name in the schema.
const WHOLE: &str = "PainMap";
const OPENING: &str = "\
// Written by `cargo xtask docs` from the record's JSON Schema. Lengths, ranges and patterns stand in the
// schema alone; members that are not listed here are kept as they are.
";

/// What says more about a value than a type can.
const BOUNDS: [&str; 18] = [
    "$defs",
    "$schema",
    "title",
    "description",
    "default",
    "readOnly",
    "required",
    "if",
    "then",
    "format",
    "pattern",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
];
const TYPES: [&str; 9] =
    ["type", "const", "enum", "oneOf", "anyOf", "properties", "items", "prefixItems", "$ref"];

/// The text of a `.d.ts` file.
pub(crate) fn record_types(schema: &str) -> Result<String> {
    let schema: Value = serde_json::from_str(schema).context("the schema is not JSON")?;
    let whole = object(&schema)?;
    let mut text = String::from(OPENING);
    if let Some(format) = schema.pointer("/properties/format/const").and_then(Value::as_str) {
        writeln!(text, "// The format is {format}.")?;
    }
    definition(&mut text, WHOLE, whole)?;
    for (name, schema) in object(&whole["$defs"])? {
        definition(&mut text, name, object(schema)?).with_context(|| format!("in the schema of {name}"))?;
    }
    Ok(text)
}

fn definition(text: &mut String, name: &str, schema: &Schema) -> Result<()> {
    check_keywords(schema)?;
    text.push('\n');
    if schema.contains_key("properties") {
        return if schema.contains_key("oneOf") {
            kinds(text, name, schema)
        } else {
            interface(text, name, "", schema)
        };
    }
    comment(text, "", schema);
    match alternatives(schema) {
        Some(alternatives) => {
            write!(text, "export type {name} =")?;
            for alternative in alternatives {
                let alternative = object(alternative)?;
                text.push('\n');
                comment(text, "  ", alternative);
                write!(text, "  | {}", type_of(alternative)?)?;
            }
            text.push_str(";\n");
        }
        None => writeln!(text, "export type {name} = {};", type_of(schema)?)?,
    }
    Ok(())
}

/// An object of one kind or another, told apart by its member `kind`: an interface each.
fn kinds(text: &mut String, name: &str, schema: &Schema) -> Result<()> {
    let base = format!("{name}Base");
    let mut names = Vec::new();
    interface(text, &base, "", schema)?;
    for kind in alternatives(schema).into_iter().flatten() {
        let kind = object(kind)?;
        check_keywords(kind)?;
        let word = kind["properties"]["kind"]["const"].as_str().context("a kind without a name")?;
        let own = format!("{}{}{name}", word[..1].to_uppercase(), &word[1..]);
        text.push('\n');
        interface(text, &own, &format!(" extends {base}"), kind)?;
        names.push(own);
    }
    text.push('\n');
    comment(text, "", schema);
    writeln!(text, "export type {name} = {};", names.join(" | "))?;
    Ok(())
}

fn interface(text: &mut String, name: &str, extends: &str, schema: &Schema) -> Result<()> {
    comment(text, "", schema);
    writeln!(text, "export interface {name}{extends} {}", members(schema, "")?)?;
    Ok(())
}

/// The members of an object in braces.
fn members(schema: &Schema, indent: &str) -> Result<String> {
    let required: Vec<_> = schema.get("required").and_then(Value::as_array).into_iter().flatten().collect();
    let mut text = String::from("{\n");
    for (name, member) in object(&schema["properties"])? {
        let member = object(member)?;
        let inner = format!("{indent}  ");
        comment(&mut text, &inner, member);
        let fixed = if member.get("readOnly") == Some(&Value::Bool(true)) { "readonly " } else { "" };
        let optional = if required.iter().any(|required| *required == name) { "" } else { "?" };
        let value =
            if member.contains_key("properties") { members(member, &inner)? } else { type_of(member)? };
        writeln!(text, "{inner}{fixed}{name}{optional}: {value};")?;
    }
    text.push_str(indent);
    text.push('}');
    Ok(text)
}

/// A type on one line.
fn type_of(schema: &Schema) -> Result<String> {
    check_keywords(schema)?;
    if let Some(name) = schema.get("$ref") {
        let name = name.as_str().and_then(|name| name.strip_prefix("#/$defs/"));
        return Ok(name.context("a reference to elsewhere")?.into());
    }
    if let Some(word) = schema.get("const") {
        return literal(word);
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Ok(words.iter().map(literal).collect::<Result<Vec<_>>>()?.join(" | "));
    }
    if let Some(alternatives) = alternatives(schema) {
        let types = alternatives.iter().map(|alternative| type_of(object(alternative)?));
        return Ok(types.collect::<Result<Vec<_>>>()?.join(" | "));
    }
    Ok(match schema.get("type").and_then(Value::as_str) {
        Some("string") => "string".into(),
        Some("integer" | "number") => "number".into(),
        Some("boolean") => "boolean".into(),
        Some("array") => array(schema)?,
        other => bail!("no type for {other:?}"),
    })
}

fn array(schema: &Schema) -> Result<String> {
    if let Some(items) = schema.get("prefixItems").and_then(Value::as_array) {
        let items = items.iter().map(|item| type_of(object(item)?)).collect::<Result<Vec<_>>>()?;
        return Ok(format!("[{}]", items.join(", ")));
    }
    let item = type_of(object(schema.get("items").context("an array of anything")?)?)?;
    Ok(if item.contains(' ') { format!("({item})[]") } else { format!("{item}[]") })
}

fn alternatives(schema: &Schema) -> Option<&Vec<Value>> {
    schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array)
}

/// Words of the format hold neither quotes nor backslashes.
fn literal(word: &Value) -> Result<String> {
    let word = word.as_str().context("a constant that is no text")?;
    ensure!(!word.contains(['\'', '\\', '\n']), "the word {word:?} needs escapes");
    Ok(format!("'{word}'"))
}

fn comment(text: &mut String, indent: &str, schema: &Schema) {
    if let Some(description) = schema.get("description").and_then(Value::as_str) {
        let harmless = description.replace("*/", "*\u{200b}/");
        text.push_str(&format!("{indent}/** {harmless} */\n"));
    }
}

fn object(value: &Value) -> Result<&Schema> {
    value.as_object().with_context(|| format!("not an object: {value}"))
}

fn check_keywords(schema: &Schema) -> Result<()> {
    let known = |keyword: &str| BOUNDS.contains(&keyword) || TYPES.contains(&keyword);
    match schema.keys().find(|keyword| !known(keyword)) {
        Some(keyword) => bail!("no rule for the keyword {keyword}"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(schema: &str) -> String {
        let text = format!(r#"{{ "type": "object", "properties": {{}}, "$defs": {{ "Thing": {schema} }} }}"#);
        let types = record_types(&text).unwrap();
        types.split_once("interface PainMap {\n}\n\n").unwrap().1.into()
    }

    #[test]
    fn words_keep_their_meanings() {
        let schema = r#"{ "description": "How deep.", "oneOf": [
            { "description": "Near.", "type": "string", "const": "near" }, { "type": "string", "const": "far" }] }"#;
        assert_eq!(
            of(schema),
            "/** How deep. */\nexport type Thing =\n  /** Near. */\n  | 'near'\n  | 'far';\n"
        );
    }

    #[test]
    fn members_are_optional_unless_they_are_required() {
        let schema = r##"{ "type": "object", "required": ["at"], "properties": {
            "at": { "type": "array", "items": false, "prefixItems": [{ "type": "integer" }, { "type": "integer" }] },
            "of": { "anyOf": [{ "$ref": "#/$defs/Other" }, { "const": "none" }] },
            "words": { "type": "array", "items": { "enum": ["a", "b"] } } } }"##;
        let expected = "export interface Thing {\n  at: [number, number];\n  of?: Other | 'none';\n  words?: ('a' | 'b')[];\n}\n";
        assert_eq!(of(schema), expected);
    }

    #[test]
    fn kinds_become_interfaces() {
        let schema = r#"{ "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"],
            "oneOf": [{ "type": "object", "properties": { "kind": { "const": "spot" } }, "required": ["kind"] }] }"#;
        let text = of(schema);
        assert!(
            text.contains("export interface SpotThing extends ThingBase {\n  kind: 'spot';\n}"),
            "{text}"
        );
        assert!(text.ends_with("export type Thing = SpotThing;\n"), "{text}");
    }

    #[test]
    fn what_has_no_rule_is_refused() {
        let error = |schema: &str| {
            format!(
                "{:#}",
                record_types(&format!(r#"{{ "properties": {{}}, "$defs": {{ "Thing": {schema} }} }}"#))
                    .unwrap_err()
            )
        };
        assert_eq!(error(r#"{ "not": {} }"#), "in the schema of Thing: no rule for the keyword not");
        assert!(error(r#"{ "type": "null" }"#).contains("no type for"));
    }
}
