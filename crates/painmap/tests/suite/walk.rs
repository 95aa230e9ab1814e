//! The editor on random walks: whatever is asked of it, the record stays a good one.

use std::collections::BTreeSet;

use painmap::PainMap;
use painmap::anatomy::{Point, View};
use painmap::edit::{Command, Editor};
use painmap::record::limits::MAX_MARKS;
use painmap::record::{
    Author, Course, Depth, Findings, Intensity, Mark, MarkId, PartialDate, PressurePainThreshold,
    Provocation, Quality, Radius,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::generate;
use crate::json::hostile_text;

#[derive(Debug, Clone)]
enum Step {
    Apply(Command),
    Select(Option<MarkId>),
    Undo,
    Redo,
}

/// An id that may be in use, and one that is not.
fn id() -> impl Strategy<Value = MarkId> {
    prop_oneof![9 => 1..9_u32, 1 => Just(77)].prop_map(|number| MarkId::new(&format!("m{number}")).unwrap())
}

/// A point on the body, off it, or off every view.
fn point() -> impl Strategy<Value = Point> {
    let anywhere = prop_oneof![Just(i32::MIN), Just(i32::MAX), -12_000..12_000];
    prop_oneof![
        8 => (-900..=900, 500..=5000).boxed(),
        1 => (-2700..=2700, -200..=10_200).boxed(),
        1 => (anywhere.clone(), anywhere).boxed(),
    ]
    .prop_map(|(x, y)| Point::new(x, y))
}

fn path() -> impl Strategy<Value = Vec<Point>> {
    prop_oneof![
        20 => prop::collection::vec(point(), 0..6),
        1 => (2001..2003_usize).prop_map(|count| vec![Point::new(0, 2000); count]),
    ]
}

fn stroke() -> impl Strategy<Value = Vec<Point>> {
    // Near to each other, so that strokes meet.
    let near = (-500..500, 2500..3500).prop_map(|(x, y)| Point::new(x, y));
    prop_oneof![12 => prop::collection::vec(near, 1..5), 1 => path()]
}

fn brush() -> impl Strategy<Value = Command> {
    prop_oneof![
        (view(), stroke(), 0..700_u16, prop::option::of(id()))
            .prop_map(|(view, stroke, radius, onto)| Command::Paint { view, stroke, radius, onto }),
        (id(), stroke(), 0..700_u16).prop_map(|(id, stroke, radius)| Command::Erase { id, stroke, radius }),
    ]
}

fn note() -> impl Strategy<Value = String> {
    prop_oneof![8 => hostile_text(), 1 => Just("x".repeat(4000)), 1 => Just("é".repeat(4001))]
}

fn view() -> impl Strategy<Value = View> {
    prop_oneof![3 => Just(View::Posterior), 1 => select(View::ALL)]
}

fn rating() -> impl Strategy<Value = Option<Intensity>> {
    (0..12_u8).prop_map(Intensity::new)
}

fn words<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(select(all), 0..4)
}

fn findings() -> impl Strategy<Value = Option<Findings>> {
    let sign = || select(vec![None, Some(true), Some(false)]);
    let found = (sign(), sign(), 0..5100_u16).prop_map(|(taut_band, recognised, kpa)| Findings {
        taut_band,
        recognised,
        pressure_pain_threshold_kpa: PressurePainThreshold::new(kpa),
        ..Findings::default()
    });
    prop_oneof![3 => found.prop_map(Some), 1 => Just(None), 1 => Just(Some(Findings::default()))]
}

/// What goes with an earlier record, or takes its answers.
fn of_a_record() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => generate::map().prop_map(|previous| Command::Adopt(Box::new(previous))),
        1 => generate::map().prop_map(|other| Command::SetHistory(other.history)),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    let since = select(vec![None, PartialDate::new("2026"), PartialDate::new("2026-10-05")]);
    let said = prop_oneof![
        (id(), rating()).prop_map(|(id, intensity)| Command::SetIntensity { id, intensity }),
        (id(), rating()).prop_map(|(id, intensity)| Command::SetWorstIntensity { id, intensity }),
        (id(), words(Quality::ALL)).prop_map(|(id, qualities)| Command::SetQualities { id, qualities }),
        (id(), words(Provocation::ALL))
            .prop_map(|(id, provoked_by)| Command::SetProvokedBy { id, provoked_by }),
        (id(), prop::option::of(select(Depth::ALL))).prop_map(|(id, depth)| Command::SetDepth { id, depth }),
        (id(), prop::option::of(select(Course::ALL)))
            .prop_map(|(id, course)| Command::SetCourse { id, course }),
        (id(), since).prop_map(|(id, since)| Command::SetSince { id, since }),
        (id(), note()).prop_map(|(id, note)| Command::SetNote { id, note }),
        (id(), 0..3_usize, rating()).prop_map(|(id, index, intensity)| Command::SetRadiationIntensity {
            id,
            index,
            intensity
        }),
        (id(), findings()).prop_map(|(id, findings)| Command::SetFindings { id, findings }),
        note().prop_map(Command::SetRecordNote),
    ];
    let taken_away = prop_oneof![
        8 => (id(), 0..3_usize).prop_map(|(id, index)| Command::DeleteRadiation { id, index }),
        8 => id().prop_map(|id| Command::Delete { id }),
        2 => any::<bool>().prop_map(Command::SetNoPain),
        1 => Just(Command::Clear),
    ];
    prop_oneof![
        4 => (view(), point()).prop_map(|(view, at)| Command::AddSpot { view, at }),
        2 => (view(), path()).prop_map(|(view, outline)| Command::AddArea { view, outline }),
        3 => brush(),
        3 => (id(), point()).prop_map(|(id, to)| Command::Move { id, to }),
        1 => (id(), 0..2100_u16).prop_map(|(id, radius)| Command::Resize { id, radius: Radius::new(radius) }),
        2 => (id(), view(), path()).prop_map(|(id, view, path)| Command::AddRadiation { id, view, path }),
        6 => said,
        1 => of_a_record(),
        2 => taken_away,
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => command().prop_map(Step::Apply),
        1 => prop::option::of(id()).prop_map(Step::Select),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// The marks of the other hand, without what a clinician may find at them.
fn foreign(map: &PainMap, author: Author) -> Vec<Mark> {
    let mut marks: Vec<_> =
        map.marks().filter(|mark| mark.by.unwrap_or(Author::Patient) != author).cloned().collect();
    if author == Author::Clinician {
        marks.iter_mut().for_each(|mark| mark.findings = None);
    }
    marks
}

/// How often something was found.
fn found(map: &PainMap) -> usize {
    map.marks().filter(|mark| mark.findings.is_some()).count()
}

fn check(editor: &Editor, start: &PainMap, author: Author) -> Result<(), TestCaseError> {
    let map = editor.map();
    let ids: BTreeSet<_> = map.marks().map(Mark::id).collect();
    prop_assert_eq!(ids.len(), map.marks().len());
    prop_assert!(map.marks().len() <= MAX_MARKS);
    prop_assert!(!map.no_pain() || map.marks().len() == 0);
    prop_assert!(editor.selected().is_none_or(|mark| map.mark(mark.id()) == Some(mark)));
    prop_assert_eq!(foreign(map, author), foreign(start, author));
    match author {
        Author::Patient => prop_assert!(found(map) <= found(start)),
        Author::Clinician => {
            prop_assert_eq!(&map.history, &start.history);
            prop_assert_eq!(map.figure, start.figure);
            prop_assert!(!map.no_pain() || start.no_pain());
        }
    }
    prop_assert_eq!(&PainMap::from_json(&map.to_json())?, map);
    Ok(())
}

/// A command that changes nothing says so, and a refused one leaves all as it was.
fn apply(editor: &mut Editor, command: Command) -> Result<(), TestCaseError> {
    let before = editor.clone();
    let outcome = editor.apply(command);
    let is_unchanged = editor.map() == before.map();
    prop_assert_eq!(is_unchanged, outcome != Ok(true));
    if outcome != Ok(true) {
        prop_assert_eq!(editor.can_redo(), before.can_redo());
        prop_assert_eq!(editor.can_undo(), before.can_undo());
    }
    if outcome.is_err() {
        prop_assert_eq!(editor.selected(), before.selected());
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_record_stays_good(
        start in generate::map(),
        author in select(Author::ALL),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut editor = Editor::new(start.clone(), author);
        for step in steps {
            match step {
                Step::Apply(command) => apply(&mut editor, command)?,
                Step::Select(id) => editor.select(id.as_ref()),
                Step::Undo => prop_assert_eq!(editor.can_undo(), editor.undo()),
                Step::Redo => prop_assert_eq!(editor.can_redo(), editor.redo()),
            }
            check(&editor, &start, author)?;
        }
    }

    #[test]
    fn all_the_way_back_and_forth_again(
        start in generate::map(),
        author in select(Author::ALL),
        commands in prop::collection::vec(command(), 1..120),
    ) {
        let mut editor = Editor::new(start.clone(), author);
        for command in commands {
            apply(&mut editor, command)?;
        }
        let end = editor.map().clone();
        while editor.undo() {}
        prop_assert_eq!(editor.map(), &start);
        while editor.redo() {}
        prop_assert_eq!(editor.map(), &end);
    }
}
