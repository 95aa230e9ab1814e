//! The editor on a walk of commands.

mod bytes;
mod steps;

use painmap::PainMap;
use painmap::edit::{Editor, MAX_UNDO};
use painmap::record::limits::MAX_MARKS;
use painmap::record::{Author, Mark};

use bytes::Bytes;
use steps::{Step, author, start, step};

/// More steps say no more.
const MOST_STEPS: usize = 400;
/// Steps on a record of so many bytes or more take their time, and this many of them will do.
const LARGE: usize = 100_000;
const MOST_STEPS_ON_A_LARGE_ONE: usize = 30;
/// The record is read back at every step of this number: that takes far longer than the step.
const READ_BACK: usize = 8;

/// Bytes are a record, a hand and a walk of commands. The record is always one that its own reader takes,
/// the other hand's marks stay as they are, a refused command changes nothing, all the way back is the
/// first record, and all the way on again the last.
pub fn editing(bytes: &[u8]) {
    let mut bytes = Bytes::of(bytes);
    let start = start(&mut bytes);
    let author = author(&mut bytes);
    let mut editor = Editor::new(start.clone(), author);
    // What is not a step of undo happens here too.
    let mut first = Editor::new(start.clone(), author);
    let mut most_to_undo = 0;
    let is_large = start.to_json().len() > LARGE;
    for number in 0..if is_large { MOST_STEPS_ON_A_LARGE_ONE } else { MOST_STEPS } {
        let Some(step) = step(&mut bytes, editor.map()) else { break };
        match step {
            Step::Apply(command) => {
                let before = editor.clone();
                let outcome = editor.apply(*command);
                let is_unchanged = editor.map() == before.map();
                assert_eq!(is_unchanged, outcome != Ok(true), "a command says whether it changed anything");
                if outcome == Ok(true) {
                    most_to_undo += 1;
                } else {
                    assert_eq!(editor.can_undo(), before.can_undo());
                    assert_eq!(editor.can_redo(), before.can_redo());
                }
            }
            Step::Select(id) => editor.select(id.as_ref()),
            Step::Undo => assert_eq!(editor.can_undo(), editor.undo()),
            Step::Redo => assert_eq!(editor.can_redo(), editor.redo()),
            Step::Stamp(moment) => {
                editor.stamp(moment.clone());
                first.stamp(moment);
            }
            Step::Offer(view, crop) => {
                editor.offer(view, crop);
                first.offer(view, crop);
            }
        }
        stays_good(&editor, &start, author);
        if number % READ_BACK == 0 {
            crate::reading::read_again(editor.map());
        }
    }
    // To the end of what was undone, so that back and on again are the whole way.
    while editor.redo() {}
    crate::reading::read_again(editor.map());
    let last = editor.map().clone();
    while editor.undo() {
        stays_good(&editor, &start, author);
    }
    crate::reading::read_again(editor.map());
    if most_to_undo <= MAX_UNDO {
        assert_eq!(editor.map(), first.map(), "all the way back is the first record");
    }
    while editor.redo() {}
    assert_eq!(editor.map(), &last, "all the way on again is the last record");
}

fn stays_good(editor: &Editor, start: &PainMap, author: Author) {
    let map = editor.map();
    assert!(map.marks().len() <= MAX_MARKS, "too many marks");
    assert!(!map.no_pain() || map.marks().len() == 0, "no pain, and yet marks");
    assert!(editor.selected().is_none_or(|mark| map.mark(mark.id()) == Some(mark)), "a stale selection");
    assert_eq!(foreign(map, author), foreign(start, author), "the other hand's marks stay");
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
