//! The editor, case by case: limits, and what is one step of undo.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::edit::{Command, EditError, Editor, MAX_UNDO};
use painmap::record::limits::{MAX_BYTES, MAX_MARKS, MAX_NOTE_CHARACTERS};
use painmap::record::{
    Answer, Author, History, Intensity, MarkId, Moment, Relief, Remedy, Shape, Treatment, UnknownMembers,
};

const AT: Point = Point::new(-600, 1790);

fn patient() -> Editor {
    Editor::new(PainMap::new(Figure::Neutral), Author::Patient)
}

fn add(editor: &mut Editor) -> MarkId {
    editor.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    editor.selected().unwrap().id().clone()
}

fn rate(editor: &mut Editor, id: &MarkId, rating: u8) {
    let command = Command::SetIntensity { id: id.clone(), intensity: Intensity::new(rating) };
    editor.apply(command).unwrap();
}

#[test]
fn only_the_last_steps_can_be_undone() {
    let mut editor = patient();
    let id = add(&mut editor);
    let mut states = vec![editor.map().clone()];
    for step in 0..MAX_UNDO + 30 {
        rate(&mut editor, &id, if step % 2 == 0 { 3 } else { 8 });
        states.push(editor.map().clone());
    }
    let mut undone = 0;
    while editor.undo() {
        undone += 1;
        assert_eq!(editor.map(), &states[states.len() - 1 - undone]);
    }
    assert_eq!(undone, MAX_UNDO);
    while editor.redo() {}
    assert_eq!(editor.map(), states.last().unwrap());
}

#[test]
fn a_record_takes_so_many_marks_and_no_more() {
    let mut editor = patient();
    for _ in 0..MAX_MARKS {
        add(&mut editor);
    }
    let full = editor.map().clone();
    let more = Command::AddSpot { view: View::Posterior, at: AT };
    assert_eq!(editor.apply(more), Err(EditError::Full));
    assert_eq!(editor.map(), &full);
    assert_eq!(PainMap::from_json(&full.to_json()).unwrap(), full);
}

/// Each note is within its limit, but all of them would not be within a reader's.
#[test]
fn a_record_never_grows_larger_than_a_reader_takes() {
    let mut editor = patient();
    // Each of these letters is written as six.
    let note = "\u{1}".repeat(MAX_NOTE_CHARACTERS);
    let refused = (0..MAX_MARKS).find_map(|_| {
        let id = add(&mut editor);
        let before = editor.map().clone();
        let error = editor.apply(Command::SetNote { id, note: note.clone() }).err();
        assert!(error.is_none() || editor.map() == &before);
        error
    });
    assert_eq!(refused, Some(EditError::Full));
    editor.stamp(Moment::new("2026-11-22T09:30:00.123456+05:30").unwrap());
    let text = editor.map().to_json();
    assert!((MAX_BYTES - 30_000..=MAX_BYTES).contains(&text.len()), "{}", text.len());
    PainMap::from_json(&text).unwrap();
    // What takes away is always possible.
    let first = editor.map().marks().next().unwrap().id().clone();
    assert_eq!(editor.apply(Command::Delete { id: first }), Ok(true));
}

#[test]
fn typing_a_note_is_one_step() {
    let mut editor = patient();
    let id = add(&mut editor);
    let write = |editor: &mut Editor, note: &str| {
        editor.apply(Command::SetNote { id: id.clone(), note: note.to_owned() }).unwrap();
    };
    for note in ["w", "wo", "wor"] {
        write(&mut editor, note);
    }
    editor.select(None);
    write(&mut editor, "worse");
    let note = |editor: &Editor| editor.map().marks().next().and_then(|mark| mark.note().map(str::to_owned));
    assert!(editor.undo());
    assert_eq!(note(&editor).as_deref(), Some("wor"));
    assert!(editor.undo());
    assert_eq!(note(&editor), None);
    assert_eq!(editor.map().marks().len(), 1);
}

#[test]
fn a_deleted_marks_id_is_not_used_again() {
    let mut editor = patient();
    let first = add(&mut editor);
    let second = add(&mut editor);
    editor.apply(Command::Delete { id: second.clone() }).unwrap();
    assert_eq!([first.as_str(), second.as_str()], ["m1", "m2"]);
    assert_eq!(add(&mut editor).as_str(), "m3");
}

#[test]
fn no_pain_and_marks_take_each_other_back() {
    let mut editor = patient();
    add(&mut editor);
    editor.apply(Command::SetNoPain(true)).unwrap();
    assert!(editor.map().no_pain() && editor.map().marks().len() == 0 && editor.selected().is_none());
    add(&mut editor);
    assert!(!editor.map().no_pain());
    editor.undo();
    assert!(editor.map().no_pain());
    editor.undo();
    assert_eq!(editor.map().marks().len(), 1);
}

#[test]
fn a_path_that_began_at_the_mark_goes_with_it() {
    let mut editor = patient();
    let id = add(&mut editor);
    let path = vec![AT, Point::new(-480, 1400)];
    editor.apply(Command::AddRadiation { id: id.clone(), view: View::Posterior, path }).unwrap();
    let to = Point::new(-500, 1900);
    editor.apply(Command::Move { id: id.clone(), to }).unwrap();
    let mark = editor.map().mark(&id).unwrap();
    assert_eq!(mark.shape(), &Shape::Spot { at: to, radius: None });
    assert_eq!(mark.radiation()[0].path(), [to, Point::new(-480, 1400)]);
}

#[test]
fn where_it_spreads_to_has_a_strength_of_its_own() {
    let mut editor = patient();
    let id = add(&mut editor);
    let path = vec![AT, Point::new(-480, 1400)];
    editor.apply(Command::AddRadiation { id: id.clone(), view: View::Posterior, path }).unwrap();
    let rate = |index, rating| Command::SetRadiationIntensity {
        id: id.clone(),
        index,
        intensity: Intensity::new(rating),
    };
    assert_eq!(editor.apply(rate(1, 4)), Err(EditError::NotFound));
    assert_eq!(editor.apply(rate(0, 4)), Ok(true));
    assert_eq!(editor.apply(rate(0, 4)), Ok(false));
    let said = |editor: &Editor| editor.map().mark(&id).unwrap().radiation()[0].intensity;
    assert_eq!(said(&editor), Intensity::new(4));
    editor.undo();
    assert_eq!(said(&editor), None);
}

#[test]
fn the_history_goes_back_and_forth() {
    let mut editor = patient();
    let first = Command::history(r#"{"aggravators":["posture"],"other":1}"#).unwrap();
    let second = Command::history(r#"{"treatedBy":"prefer-not-to-say"}"#).unwrap();
    let mut states = vec![editor.map().history.clone()];
    for command in [first, second.clone(), Command::SetHistory(None)] {
        assert_eq!(editor.apply(command), Ok(true));
        states.push(editor.map().history.clone());
        // Another step between, which does not keep the history.
        editor.apply(Command::SetRecordNote(states.len().to_string())).unwrap();
    }
    assert_eq!(editor.apply(Command::SetHistory(None)), Ok(false));
    for state in states[..3].iter().rev() {
        editor.undo();
        editor.undo();
        assert_eq!(&editor.map().history, state);
    }
    assert!(!editor.can_undo());
    editor.redo();
    editor.redo();
    editor.redo();
    assert_eq!(Command::SetHistory(editor.map().history.clone()), second);
}

#[test]
fn a_history_that_says_nothing_is_none() {
    let mut editor = patient();
    assert_eq!(editor.apply(Command::SetHistory(Some(History::default()))), Ok(false));
    assert!(editor.map().is_untouched());
    editor.apply(Command::history(r#"{"treatments":[]}"#).unwrap()).unwrap();
    assert_eq!(editor.apply(Command::history("{}").unwrap()), Ok(true));
    assert!(editor.map().is_untouched());
}

/// The lists of a history are open to whoever builds one.
#[test]
fn a_history_that_no_reader_takes_is_refused() {
    let mut editor = patient();
    let twice = History {
        treatments: Some(Answer::Given(vec![Treatment::Tens, Treatment::Tens])),
        ..History::default()
    };
    assert_eq!(editor.apply(Command::SetHistory(Some(twice))), Err(EditError::Duplicate));
    let relief = Relief { what: Remedy::Ice, helped: None, unknown: UnknownMembers::default() };
    let many = History { relief: Some(Answer::Given(vec![relief; 51])), ..History::default() };
    assert_eq!(editor.apply(Command::SetHistory(Some(many))), Err(EditError::Full));
    assert!(editor.map().is_untouched());
}

/// A record that came in so large that there is hardly room for a note.
#[test]
fn a_full_record_can_be_made_smaller() {
    let mut editor = patient();
    let bar = vec![Point::new(-300, 3000), Point::new(300, 3000)];
    editor.apply(Command::Paint { view: View::Posterior, stroke: bar, radius: 100, onto: None }).unwrap();
    let id = editor.selected().unwrap().id().clone();
    let note = |note: &str| Command::SetNote { id: id.clone(), note: note.to_owned() };
    editor.apply(note("at night and in the morning")).unwrap();
    rate(&mut editor, &id, 10);
    let room = MAX_BYTES - editor.map().to_json().len() - 100;
    editor.apply(Command::history(&format!("{{\"x\":\"{}\"}}", "y".repeat(room - 1000))).unwrap()).unwrap();
    let full = editor.map().to_json().replace("\"yyy", &format!("\"{}", "y".repeat(950)));
    let mut editor = Editor::new(PainMap::from_json(&full).unwrap(), Author::Patient);

    assert_eq!(editor.apply(note("at night and in the morning too")), Err(EditError::Full));
    for shorter in ["at night and in the evening", "at night", ""] {
        assert_eq!(editor.apply(note(shorter)), Ok(true), "{shorter}");
    }
    assert_eq!(editor.apply(Command::SetIntensity { id: id.clone(), intensity: None }), Ok(true));
    let half = vec![Point::new(-300, 3000), Point::new(0, 3000)];
    assert_eq!(editor.apply(Command::Erase { id: id.clone(), stroke: half, radius: 110 }), Ok(true));
    // The notes were one step.
    for _ in 0..3 {
        assert!(editor.undo());
    }
    assert!(!editor.can_undo());
    assert_eq!(editor.map().to_json(), full);
    assert_eq!(editor.apply(Command::Delete { id }), Ok(true));
}

/// Members that this version doesn't know are as large as they like.
#[test]
fn a_history_never_makes_a_record_larger_than_a_reader_takes() {
    let mut editor = patient();
    let of_size = |bytes: usize| Command::history(&format!("{{\"x\":\"{}\"}}", "y".repeat(bytes))).unwrap();
    editor.apply(of_size(600_000)).unwrap();
    let before = editor.map().clone();
    assert_eq!(editor.apply(of_size(999_900)), Err(EditError::Full));
    assert_eq!(editor.map(), &before);
    // What it takes is weighed from now on.
    let note = "\u{1}".repeat(MAX_NOTE_CHARACTERS);
    let refused = (0..MAX_MARKS).find_map(|_| {
        let id = add(&mut editor);
        editor.apply(Command::SetNote { id, note: note.clone() }).err()
    });
    assert_eq!(refused, Some(EditError::Full));
    PainMap::from_json(&editor.map().to_json()).unwrap();
    // What takes away is always possible.
    assert_eq!(editor.apply(Command::SetHistory(None)), Ok(true));
}

#[test]
fn errors_say_what_is_wrong() {
    let mut editor = patient();
    let id = add(&mut editor);
    let outline = [(0, 0), (10, 0), (0, 10)].map(|(x, y)| Point::new(x, y)).to_vec();
    editor.apply(Command::AddArea { view: View::Posterior, outline }).unwrap();
    let area = editor.selected().unwrap().id().clone();
    let missing = MarkId::new("m9").unwrap();
    let twice = vec![painmap::record::Quality::Dull; 2];
    for (command, error) in [
        (Command::Delete { id: missing }, "there is no such mark or path"),
        (Command::DeleteRadiation { id: id.clone(), index: 0 }, "there is no such mark or path"),
        (Command::SetQualities { id: id.clone(), qualities: twice }, "the same word stands twice"),
        (Command::Resize { id: area, radius: None }, "only a spot has a radius"),
        (Command::SetNote { id: id.clone(), note: "x".repeat(4001) }, "there is no room for more"),
        (
            Command::Move { id, to: Point::new(i32::MAX, i32::MIN) },
            "the place is off the view, or has too few or too many points",
        ),
    ] {
        assert_eq!(editor.apply(command).unwrap_err().to_string(), error);
    }
}
