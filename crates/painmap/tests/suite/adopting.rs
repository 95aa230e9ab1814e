//! "Same as last time": an earlier record taken over.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::edit::{Command, EditError, Editor};
use painmap::record::limits::MAX_MARKS;
use painmap::record::{Author, Mark, UnknownMembers};
use proptest::prelude::*;

use crate::generate;

const AT: Point = Point::new(-600, 1790);

fn patient(map: PainMap) -> Editor {
    Editor::new(map, Author::Patient)
}

fn adopt(previous: &PainMap) -> Command {
    Command::Adopt(Box::new(previous.clone()))
}

fn read(members: &str) -> PainMap {
    PainMap::from_json(&format!("{{\"format\":\"painmap/1\",{members}}}")).unwrap()
}

const SPOT: &str = r#""id":"m1","kind":"spot","view":"posterior","at":[-600,1790]"#;

/// A record of a clinician's mark on this figure.
fn examined(figure: Figure) -> PainMap {
    let mut editor = Editor::new(PainMap::new(figure), Author::Clinician);
    editor.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    editor.map().clone()
}

/// A mark as it comes in, but for its id.
fn as_adopted(mark: &Mark) -> Mark {
    let mut mark = mark.clone();
    mark.by = Some(Author::Patient);
    mark.findings = None;
    mark.unknown = UnknownMembers::default();
    mark
}

proptest! {
    #[test]
    fn all_that_the_patient_said_comes_in_and_nothing_else(previous in generate::map()) {
        let mut editor = patient(PainMap::new(Figure::Neutral));
        let changed = editor.apply(adopt(&previous))?;
        let map = editor.map();
        let patients: Vec<_> =
            previous.marks().filter(|mark| mark.by != Some(Author::Clinician)).map(as_adopted).collect();
        prop_assert_eq!(map.marks().len(), patients.len());
        for (index, (mark, was)) in map.marks().zip(&patients).enumerate() {
            prop_assert_eq!(mark.id().as_str(), format!("m{}", index + 1));
            prop_assert_eq!(mark.shape(), was.shape());
            prop_assert_eq!(mark.radiation().len(), was.radiation().len());
            for (radiation, was) in mark.radiation().iter().zip(was.radiation()) {
                prop_assert!(radiation.path() == was.path() && radiation.intensity == was.intensity);
                prop_assert!(radiation.unknown.is_empty());
            }
            let said = |mark: &Mark| {
                let words = (mark.qualities.clone(), mark.provoked_by.clone(), mark.since.clone());
                let rated = (mark.intensity, mark.worst_intensity, mark.depth, mark.course);
                (words, rated, mark.note().map(str::to_owned), mark.by, mark.findings.clone(), mark.unknown.clone())
            };
            prop_assert_eq!(said(mark), said(was));
        }
        prop_assert_eq!(map.no_pain(), previous.no_pain());
        prop_assert_eq!(map.note(), None);
        prop_assert_eq!(map.recorded.as_ref(), None);
        prop_assert!(map.unknown.is_empty());
        map.check_by(Author::Patient)?;
        prop_assert_eq!(&PainMap::from_json(&map.to_json())?, map);
        if changed {
            prop_assert_eq!(map.figure, previous.figure);
            prop_assert!(editor.undo() && !editor.can_undo());
        }
        prop_assert_eq!(editor.map(), &PainMap::new(Figure::Neutral));
    }
}

#[test]
fn an_untouched_record_goes_over_to_the_earlier_figure() {
    let previous = read(&format!("\"figure\":\"feminine\",\"marks\":[{{{SPOT}}}]"));
    let mut editor = patient(PainMap::new(Figure::Neutral));
    assert_eq!(editor.apply(adopt(&previous)), Ok(true));
    assert_eq!(editor.map().figure, Figure::Feminine);
    editor.undo();
    assert_eq!(editor.map(), &PainMap::new(Figure::Neutral));
    editor.redo();
    assert_eq!((editor.map().figure, editor.map().marks().len()), (Figure::Feminine, 1));
}

#[test]
fn marks_on_another_figure_do_not_come_in_beside_something() {
    let previous = read(&format!("\"figure\":\"feminine\",\"marks\":[{{{SPOT}}}]"));
    for (figure, outcome) in [(Figure::Neutral, Err(EditError::OtherFigure)), (Figure::Feminine, Ok(true))] {
        let mut editor = patient(examined(figure));
        assert_eq!(editor.apply(adopt(&previous)), outcome);
        let marks = if outcome.is_ok() { 2 } else { 1 };
        assert_eq!((editor.map().figure, editor.map().marks().len()), (figure, marks));
        assert_eq!(editor.map().marks().next(), examined(figure).marks().next());
    }
}

#[test]
fn a_record_with_marks_of_the_patient_stays_as_it_is() {
    let previous = read(&format!("\"marks\":[{{{SPOT}}}]"));
    let mut editor = patient(previous.clone());
    assert_eq!(editor.apply(adopt(&previous)), Err(EditError::AlreadyMarked));
    assert_eq!(editor.map(), &previous);
}

#[test]
fn no_pain_comes_along_where_no_examiner_found_some() {
    let previous = read("\"noPain\":true");
    let mut editor = patient(PainMap::new(Figure::Neutral));
    assert_eq!(editor.apply(adopt(&previous)), Ok(true));
    assert!(editor.map().no_pain());
    assert_eq!(editor.apply(adopt(&previous)), Ok(false));
    let mut beside = patient(examined(Figure::Neutral));
    assert_eq!(beside.apply(adopt(&previous)), Err(EditError::NotYours));
    assert_eq!(beside.map(), &examined(Figure::Neutral));
    // And marks take "no pain" back, as any mark does.
    assert_eq!(editor.apply(adopt(&read(&format!("\"marks\":[{{{SPOT}}}]")))), Ok(true));
    assert!(!editor.map().no_pain());
}

#[test]
fn the_history_comes_along_where_there_is_none() {
    let previous = read(r#""history":{"aggravators":["diet"],"signs":{"worsening":true,"x":1},"y":2}"#);
    let mut editor = patient(PainMap::new(Figure::Neutral));
    assert_eq!(editor.apply(adopt(&previous)), Ok(true));
    let json = editor.map().to_json();
    assert!(json.contains(r#""history":{"signs":{"worsening":true},"aggravators":["diet"]}"#), "{json}");
    let mut said = patient(read(r#""history":{"aggravators":["posture"]}"#));
    assert_eq!(said.apply(adopt(&previous)), Ok(false));
}

#[test]
fn a_record_with_too_many_marks_is_refused_as_a_whole() {
    let mut previous = patient(PainMap::new(Figure::Neutral));
    for _ in 0..MAX_MARKS {
        previous.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    }
    let mut editor = patient(examined(Figure::Neutral));
    assert_eq!(editor.apply(adopt(previous.map())), Err(EditError::Full));
    assert_eq!(editor.map(), &examined(Figure::Neutral));
    let mut empty = patient(PainMap::new(Figure::Neutral));
    assert_eq!(empty.apply(adopt(previous.map())), Ok(true));
    assert_eq!(empty.map().marks().len(), MAX_MARKS);
}
