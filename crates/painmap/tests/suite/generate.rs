//! Arbitrary valid records as JSON text, with every member that there is, in any order.

use painmap::PainMap;
use painmap::anatomy::{Crop, Figure, View};
use painmap::record::{
    Aggravator, Author, Course, Depth, Helped, PREFER_NOT_TO_SAY, Practitioner, Provocation, Quality, Remedy,
    Treatment,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::json::{Json, hostile_text, plain_value, quoted, unknown_members, value};

/// How odd the records are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Oddity {
    /// Whatever a reader must take: numbers of any size in unknown members, any `place`.
    Any,
    /// What a reader of the schema takes too.
    Plain,
}

type Text = BoxedStrategy<String>;
/// A member as `"name":value`; empty where it is absent.
type Member = BoxedStrategy<String>;

/// A valid record, read.
pub(crate) fn map() -> impl Strategy<Value = PainMap> {
    text(Oddity::Any).prop_map(|text| PainMap::from_json(&text).expect("a generated record is valid"))
}

/// A valid record as text.
pub(crate) fn text(oddity: Oddity) -> Text {
    let marks = prop::collection::vec(mark(oddity), 0..5).prop_map(|marks| {
        let marks = marks.iter().enumerate();
        let marks =
            marks.map(|(index, mark)| mark.replacen('{', &format!("{{\"id\":\"m{}\",", index + 1), 1));
        format!("[{}]", marks.collect::<Vec<_>>().join(","))
    });
    let places = prop_oneof![
        4 => given("marks", marks.boxed()),
        1 => Just("\"noPain\":true".to_owned()).boxed(),
        1 => Just("\"noPain\":false,\"marks\":[]".to_owned()).boxed(),
    ];
    let moments = select(vec!["2026-11-22T09:30:00Z", "2024-02-29T23:59:59.123+05:30"]);
    object(
        oddity,
        vec![
            Just("\"format\":\"painmap/1\"".to_owned()).boxed(),
            places.boxed(),
            maybe("atlas", hostile_text().prop_map(|text| quoted(&text)).boxed()),
            maybe("figure", one_of(Figure::ALL)),
            maybe("recorded", moments.prop_map(quoted).boxed()),
            maybe("shown", list(shown(oddity), 0..3)),
            maybe("history", history(oddity)),
            maybe("note", note()),
        ],
    )
}

/// A mark without its id.
fn mark(oddity: Oddity) -> Text {
    let shaped = move |view: View| {
        let spot = object_members(vec![
            Just("\"kind\":\"spot\"".to_owned()).boxed(),
            given("at", point(view)),
            maybe("radius", (1..=2000).prop_map(|radius: i32| radius.to_string()).boxed()),
        ]);
        let area = object_members(vec![
            Just("\"kind\":\"area\"".to_owned()).boxed(),
            given("outline", list(point(view), 3..9)),
        ]);
        let view = Just(format!("\"view\":\"{view}\"")).boxed();
        prop_oneof![2 => object_members(vec![view.clone(), spot]), 1 => object_members(vec![view, area])]
            .boxed()
    };
    let place = match oddity {
        Oddity::Any => maybe("place", value().prop_map(|value| value.to_text(false)).boxed()),
        Oddity::Plain => {
            maybe("place", Just("{\"side\":\"left\",\"regions\":[\"elsewhere\"]}".to_owned()).boxed())
        }
    };
    object(
        oddity,
        vec![
            any_view().prop_flat_map(shaped).boxed(),
            place,
            maybe("by", one_of(Author::ALL)),
            maybe("intensity", rating()),
            maybe("worstIntensity", rating()),
            maybe("qualities", some_of(Quality::ALL)),
            maybe("depth", one_of(Depth::ALL)),
            maybe("provokedBy", some_of(Provocation::ALL)),
            maybe("course", one_of(Course::ALL)),
            maybe("since", select(vec!["2026", "2026-10", "2024-02-29"]).prop_map(quoted).boxed()),
            maybe("radiation", list(radiation(oddity), 0..3)),
            maybe("note", note()),
            maybe("findings", findings(oddity)),
        ],
    )
}

fn radiation(oddity: Oddity) -> Text {
    let on = move |view: View| {
        let view_member = Just(format!("\"view\":\"{view}\"")).boxed();
        object(
            oddity,
            vec![view_member, given("path", list(point(view), 1..6)), maybe("intensity", rating())],
        )
    };
    any_view().prop_flat_map(on).boxed()
}

fn findings(oddity: Oddity) -> Text {
    let signs = ["tautBand", "nodule", "hypersensitiveSpot", "referredPain", "localTwitch", "recognised"];
    let mut members: Vec<Member> = signs.into_iter().map(|sign| maybe(sign, yes_or_no())).collect();
    members.push(maybe("pressurePainThresholdKpa", (0..=5000).prop_map(|kpa: i32| kpa.to_string()).boxed()));
    object(oddity, members)
}

fn history(oddity: Oddity) -> Text {
    let sign = || answer(yes_or_no());
    let signs = ["worsening", "keepsAwake", "deepMusclePain", "persistentSpot"];
    let signs = object(oddity, signs.into_iter().map(|name| maybe(name, sign())).collect());
    let relief = object(
        oddity,
        vec![given("what", one_of(Remedy::ALL)), maybe("helped", answer(one_of(Helped::ALL)))],
    );
    object(
        oddity,
        vec![
            maybe("signs", signs),
            maybe("aggravators", answer(some_of(Aggravator::ALL))),
            maybe("relief", answer(list(relief, 0..4))),
            maybe("treatedBy", answer(some_of(Practitioner::ALL))),
            maybe("treatments", answer(some_of(Treatment::ALL))),
        ],
    )
}

fn shown(oddity: Oddity) -> Text {
    object(oddity, vec![given("view", one_of(View::ALL)), given("crop", one_of(Crop::ALL))])
}

fn any_view() -> impl Strategy<Value = View> {
    prop_oneof![3 => Just(View::Posterior), 1 => select(View::ALL)]
}

/// A point of the view, most often near the body, sometimes as far off as may be.
fn point(view: View) -> Text {
    let bounds = view.bounds().grown(200);
    let far = (bounds.min.x..=bounds.max.x, bounds.min.y..=bounds.max.y);
    let near = (-900..=900, 500..=5000);
    prop_oneof![3 => near, 1 => far].prop_map(|(x, y)| format!("[{x},{y}]")).boxed()
}

/// A rating, in each way in which JSON can write a whole number.
fn rating() -> Text {
    let spell = |(rating, spelling): (u8, u8)| match spelling {
        0 => format!("{rating}.0"),
        1 if rating > 0 => format!("{rating}0e-1"),
        _ => rating.to_string(),
    };
    (0..=10_u8, 0..8_u8).prop_map(spell).boxed()
}

fn note() -> Text {
    hostile_text().prop_map(|text| quoted(&text)).boxed()
}

fn yes_or_no() -> Text {
    any::<bool>().prop_map(|yes| yes.to_string()).boxed()
}

fn answer(given: Text) -> Text {
    prop_oneof![4 => given, 1 => Just(quoted(PREFER_NOT_TO_SAY))].boxed()
}

fn one_of<T: Copy + Into<&'static str> + std::fmt::Debug>(all: &'static [T]) -> Text {
    select(all).prop_map(|word| quoted(word.into())).boxed()
}

/// Some of the words, each at most once, in any order.
fn some_of<T: Copy + Into<&'static str> + std::fmt::Debug>(all: &'static [T]) -> Text {
    let words = subsequence(all.to_vec(), 0..=all.len()).prop_shuffle();
    let write =
        |words: Vec<T>| words.into_iter().map(|word| quoted(word.into())).collect::<Vec<_>>().join(",");
    words.prop_map(move |words| format!("[{}]", write(words))).boxed()
}

fn list(entry: Text, length: std::ops::Range<usize>) -> Text {
    prop::collection::vec(entry, length).prop_map(|entries| format!("[{}]", entries.join(","))).boxed()
}

fn given(name: &'static str, value: Text) -> Member {
    value.prop_map(move |value| format!("\"{name}\":{value}")).boxed()
}

fn maybe(name: &'static str, value: Text) -> Member {
    prop_oneof![Just(String::new()), given(name, value)].boxed()
}

/// An object of these members and unknown ones, in any order.
fn object(oddity: Oddity, members: Vec<Member>) -> Text {
    let any = match oddity {
        Oddity::Any => value().boxed(),
        Oddity::Plain => plain_value().boxed(),
    };
    let unknown = unknown_members(any).prop_map(|members| {
        let write = |(name, value): (&String, &Json)| format!("{}:{}", quoted(name), value.to_text(false));
        members.iter().map(write).collect::<Vec<_>>().join(",")
    });
    let members = members.into_iter().chain([unknown.boxed()]).collect();
    // A line break here and there, and spaces, mean nothing.
    object_members(members).prop_map(|members| format!("{{{members} }}")).boxed()
}

fn object_members(members: Vec<Member>) -> Member {
    let shuffled = members.prop_shuffle();
    let there =
        |members: Vec<String>| members.into_iter().filter(|member| !member.is_empty()).collect::<Vec<_>>();
    shuffled.prop_map(move |members| there(members).join(",\n ")).boxed()
}
