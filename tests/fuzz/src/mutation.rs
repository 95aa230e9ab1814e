//! Other bytes from bytes that mean something: JSON stays JSON half of the time, so that what is read gets
//! past the scanner.

use fastrand::Rng;
use serde_json::Value;

/// What might be taken for something else, or stands at a border, as JSON.
const STRANGE: [&str; 34] = [
    "null",
    "true",
    "false",
    "0",
    "-0",
    "-1",
    "10",
    "11",
    "200",
    "2000",
    "2001",
    "-200",
    "10200",
    "7.0",
    "6.5",
    "70e-1",
    "2147483647",
    "-2147483648",
    "9007199254740993",
    "18446744073709551615",
    "1e300",
    "\"\"",
    "\"m1\"",
    "\"=1+1\"",
    "\"a;-b\"",
    "\"<b onclick=x>\"",
    "\"\\u202e\\u0000\\u001b[31m\"",
    "\"\\ud83d\\ude00\u{e9}\"",
    "\"{place} {n}\"",
    "\"* _x_ [y](z) \\\\< `\"",
    "[]",
    "[[]]",
    "{}",
    "{\"a\":[0,{\"~/\":1e999}]}",
];

/// What a reader looks at one by one.
const PIECES: [&str; 22] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud800",
    "-",
    "e999",
    ".",
    "0",
    " ",
    "\n",
    "\u{0}",
    "\u{e9}",
    "true",
    "null",
    "\"id\":\"m1\",",
    "[[[[[[[[[[[[[[[[",
];

/// Larger texts would have the target read the same over and over.
const MOST_BYTES: usize = 200_000;

/// The bytes with one thing in them changed, by chance but always the same for the same seed.
///
/// ```
/// let record = br#"{"format":"painmap/1","noPain":true}"#;
/// assert_eq!(painmap_fuzz::mutated(record, 7), painmap_fuzz::mutated(record, 7));
/// assert!((0..9).any(|seed| painmap_fuzz::mutated(record, seed) != record));
/// ```
#[must_use]
pub fn mutated(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut chance = Rng::with_seed(seed);
    // Three times of four: a text that is no JSON any more is not looked at for long.
    if chance.u8(..4) > 0
        && let Some(other) = other_json(bytes, &mut chance)
    {
        return other;
    }
    other_bytes(bytes, &mut chance)
}

/// The same for libFuzzer: changes the first `size` bytes of a buffer, and says how many there are then.
pub fn mutate_in_place(buffer: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut other = mutated(buffer.get(..size).unwrap_or_default(), u64::from(seed));
    other.truncate(most.min(buffer.len()));
    if let Some(start) = buffer.get_mut(..other.len()) {
        start.copy_from_slice(&other);
    }
    other.len()
}

/// The text, or one line of it, with another tree; none where it is no JSON.
fn other_json(bytes: &[u8], chance: &mut Rng) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?;
    if let Ok(tree) = serde_json::from_str(text) {
        return Some(other_tree(tree, chance).into_bytes());
    }
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let index = (!lines.is_empty()).then(|| chance.usize(..lines.len()))?;
    let tree = serde_json::from_str(&lines[index]).ok()?;
    match chance.u8(..8) {
        0 => lines.push(lines[index].clone()),
        1 => drop(lines.remove(index)),
        _ => lines[index] = other_tree(tree, chance),
    }
    Some(lines.join("\n").into_bytes())
}

fn other_tree(mut tree: Value, chance: &mut Rng) -> String {
    let mut places = Vec::new();
    list_places(&tree, "", &mut places);
    let place = pick(&places, chance).cloned().unwrap_or_default();
    let source = pick(&places, chance).and_then(|place| tree.pointer(place)).cloned().unwrap_or_default();
    let (parent, name) = place.rsplit_once('/').unwrap_or_default();
    match chance.u8(..8) {
        0 => remove(&mut tree, parent, name),
        1 => repeat(&mut tree, parent, name, if chance.u8(..8) == 0 { 60 } else { 1 }),
        2 => set(&mut tree, &place, source),
        3 | 4 => {
            if let Some(value) = tree.pointer_mut(&place) {
                nudge(value, chance);
            }
        }
        5 => {
            if let Some(Value::Object(members)) = tree.pointer_mut(parent) {
                members.insert(
                    pick(&["x", "id", "note", "", "~/", "place"], chance).map_or("", |name| name).to_owned(),
                    source,
                );
            }
        }
        _ => set(&mut tree, &place, strange(chance)),
    }
    tree.to_string()
}

/// Every place in a tree, as JSON Pointers.
fn list_places(value: &Value, here: &str, places: &mut Vec<String>) {
    places.push(here.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                list_places(
                    member,
                    &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")),
                    places,
                );
            }
        }
        Value::Array(entries) => {
            for (index, entry) in entries.iter().enumerate() {
                list_places(entry, &format!("{here}/{index}"), places);
            }
        }
        _ => {}
    }
}

fn set(tree: &mut Value, place: &str, value: Value) {
    if let Some(old) = tree.pointer_mut(place) {
        *old = value;
    }
}

fn remove(tree: &mut Value, parent: &str, name: &str) {
    match tree.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(&name.replace("~1", "/").replace("~0", "~"))),
        Some(Value::Array(entries)) => {
            if let Ok(index) = name.parse::<usize>()
                && index < entries.len()
            {
                entries.remove(index);
            }
        }
        _ => {}
    }
}

/// Has an entry of a list stand there more often.
fn repeat(tree: &mut Value, parent: &str, name: &str, times: usize) {
    if let Some(Value::Array(entries)) = tree.pointer_mut(parent)
        && let Some(entry) = name.parse::<usize>().ok().and_then(|index| entries.get(index)).cloned()
        && entry.to_string().len() * times < MOST_BYTES
    {
        entries.extend(std::iter::repeat_n(entry, times));
    }
}

/// Changes a value a little.
fn nudge(value: &mut Value, chance: &mut Rng) {
    match value {
        Value::Number(number) => {
            let step = *pick(&[-1, 1, -10, 10, 100, -1000], chance).unwrap_or(&1);
            *value = Value::from(number.as_i64().unwrap_or_default().saturating_add(step));
        }
        Value::String(text) => {
            let end = text.char_indices().nth(chance.usize(..8)).map_or(text.len(), |(end, _)| end);
            match chance.u8(..3) {
                0 => text.truncate(end),
                1 => text.insert_str(end, pick(&PIECES, chance).map_or("", |piece| piece)),
                _ => {
                    let is_long = chance.u8(..16) == 0;
                    let times = if is_long { 500.min(20_000 / text.len().max(1)) } else { 2 };
                    *text = text.repeat(times);
                }
            }
        }
        Value::Bool(flag) => *flag = !*flag,
        Value::Array(entries) => entries.reverse(),
        other => *other = strange(chance),
    }
}

fn strange(chance: &mut Rng) -> Value {
    pick(&STRANGE, chance).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

fn other_bytes(bytes: &[u8], chance: &mut Rng) -> Vec<u8> {
    let mut other = bytes.to_vec();
    let start = chance.usize(..=other.len());
    let end = (start + chance.usize(..40)).min(other.len());
    match chance.u8(..7) {
        0 => drop(other.drain(start..end)),
        1 => {
            let copied = other[start..end].to_vec();
            let to = chance.usize(..=other.len());
            other.splice(to..to, copied);
        }
        2 => other.truncate(start),
        3 => {
            if let Some(byte) = other.get_mut(start) {
                *byte ^= 1 << chance.u8(..8);
            }
        }
        4 => drop(other.splice(start..start, pick(&PIECES, chance).map_or("", |piece| piece).bytes())),
        5 => drop(
            other.splice(start..start, (0..chance.usize(..8)).map(|_| chance.u8(..)).collect::<Vec<_>>()),
        ),
        // A number as it would not come out of a tree.
        _ => {
            let is_digit = |byte: &u8| byte.is_ascii_digit();
            let from = other[start..].iter().position(is_digit).map_or(start, |index| start + index);
            let to = other[from..]
                .iter()
                .position(|byte| !is_digit(byte))
                .map_or(other.len(), |index| from + index);
            other.splice(from..to, pick(&STRANGE[3..], chance).map_or("", |text| text).bytes());
        }
    }
    other.truncate(MOST_BYTES);
    other
}

fn pick<'t, T>(from: &'t [T], chance: &mut Rng) -> Option<&'t T> {
    from.get(chance.usize(..from.len().max(1)))
}
