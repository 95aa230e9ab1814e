//! Arbitrary JSON that remembers how it was written: numbers as text, members in any order.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;

/// A JSON value. Members are kept by name, so none stands twice.
#[derive(Debug, Clone)]
pub(crate) enum Json {
    /// A number, `true`, `false` or `null` as it is written.
    Raw(&'static str),
    Text(String),
    List(Vec<Self>),
    Members(BTreeMap<String, Self>),
}

impl Json {
    /// The value as text, its members sorted by name or the other way round.
    pub(crate) fn to_text(&self, sorted: bool) -> String {
        match self {
            Self::Raw(text) => (*text).to_owned(),
            Self::Text(text) => quoted(text),
            Self::List(entries) => {
                let entries: Vec<_> = entries.iter().map(|entry| entry.to_text(sorted)).collect();
                format!("[{}]", entries.join(","))
            }
            Self::Members(members) => {
                let write =
                    |(name, value): (&String, &Self)| format!("{}:{}", quoted(name), value.to_text(sorted));
                let mut members: Vec<_> = members.iter().map(write).collect();
                if !sorted {
                    members.reverse();
                }
                format!("{{{}}}", members.join(","))
            }
        }
    }
}

pub(crate) fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

/// A text with markup, control characters, changes of writing direction, and what a JSON Pointer
/// must escape. None is the name of a member that painmap knows.
pub(crate) fn hostile_text() -> impl Strategy<Value = String> {
    let characters = select(vec![
        '<', '>', '&', '"', '\'', '\\', '/', '~', '=', '\0', '\n', '\t', '\r', '\u{1b}', '\u{7f}', '\u{85}',
        '\u{200f}', '\u{2028}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{fffe}', '\u{ffff}', 'é', '漢', '😀',
        'a', 'Z', ' ', ';',
    ]);
    let soup = prop::collection::vec(characters, 0..12).prop_map(String::from_iter);
    let known =
        select(vec!["<script>alert(1)</script>", "]]>", "--><svg onload=\"x\">", "&amp;", "a/b~c", "1. "]);
    prop_oneof![4 => soup, 1 => known.prop_map(str::to_owned)]
}

/// Any value, up to four levels deep.
pub(crate) fn value() -> impl Strategy<Value = Json> {
    let odd = vec![
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.10",
        "1e2",
        "1E+400",
        "-0.0",
        "12345678901234567890123",
        "0.1e-7",
    ];
    nested(prop_oneof![select(odd).prop_map(Json::Raw), hostile_text().prop_map(Json::Text)].boxed())
}

/// Any value whose numbers other readers can hold.
pub(crate) fn plain_value() -> impl Strategy<Value = Json> {
    let plain = vec!["null", "true", "false", "0", "1.5", "-7", "100"];
    nested(prop_oneof![select(plain).prop_map(Json::Raw), hostile_text().prop_map(Json::Text)].boxed())
}

/// Members of any names, none of which painmap knows.
pub(crate) fn unknown_members(value: BoxedStrategy<Json>) -> impl Strategy<Value = BTreeMap<String, Json>> {
    prop_oneof![
        3 => Just(BTreeMap::new()),
        1 => prop::collection::btree_map(hostile_text(), value, 0..4),
    ]
}

fn nested(leaf: BoxedStrategy<Json>) -> impl Strategy<Value = Json> {
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Json::List),
            prop::collection::btree_map(hostile_text(), inner, 0..4).prop_map(Json::Members),
        ]
    })
}
