//! Two hands, kept apart: what a patient and a clinician may do to each other's answers.

use painmap::PainMap;
use painmap::anatomy::{Figure, Point, View};
use painmap::edit::{Command, EditError, Editor};
use painmap::record::{Author, Intensity, MarkId, Radius};

const AT: Point = Point::new(-600, 1790);

/// A record of a patient with a spot `m1`, which spreads, and an area `m2`.
fn of_a_patient() -> PainMap {
    PainMap::from_json(
        r#"{"format":"painmap/1","marks":[
            {"id":"m1","by":"patient","kind":"spot","view":"posterior","at":[-600,1790],"intensity":7,
             "radiation":[{"view":"posterior","path":[[-600,1790],[-300,920]]}],"note":"worse at night"},
            {"id":"m2","kind":"area","view":"posterior","outline":[[300,3600],[700,3600],[500,4000]]}
        ],"history":{"aggravators":["posture"]},"note":"since the move"}"#,
    )
    .unwrap()
}

fn id(id: &str) -> MarkId {
    MarkId::new(id).unwrap()
}

/// One of each command that is about a mark, for this mark, but for an examiner's findings.
fn about(mark: &str) -> Vec<Command> {
    let id = id(mark);
    let answers = [
        ("intensity", "3"),
        ("worstIntensity", "9"),
        ("qualities", "[\"dull\"]"),
        ("provokedBy", "[\"pressure\"]"),
        ("depth", "\"deep\""),
        ("course", "\"constant\""),
        ("since", "\"2026\""),
        ("note", "\"\""),
    ];
    let answers = answers.map(|(member, json)| Command::answer(id.clone(), member, json).unwrap());
    let mut commands = vec![
        Command::Move { id: id.clone(), to: AT },
        Command::Resize { id: id.clone(), radius: Radius::new(90) },
        Command::AddRadiation { id: id.clone(), view: View::Posterior, path: vec![AT] },
        Command::DeleteRadiation { id: id.clone(), index: 0 },
        Command::SetRadiationIntensity { id: id.clone(), index: 0, intensity: Intensity::new(4) },
        Command::Delete { id },
    ];
    commands.extend(answers);
    commands
}

fn findings(mark: &str) -> Command {
    Command::answer(id(mark), "findings", r#"{"tautBand":true}"#).unwrap()
}

#[test]
fn a_clinician_changes_nothing_of_a_patients_marks() {
    let mut clinician = Editor::new(of_a_patient(), Author::Clinician);
    for mark in ["m1", "m2"] {
        for command in about(mark) {
            assert_eq!(clinician.apply(command.clone()), Err(EditError::NotYours), "{command:?}");
        }
    }
    assert_eq!(clinician.map(), &of_a_patient());
    clinician.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    clinician.apply(Command::Clear).unwrap();
    assert_eq!(clinician.map(), &of_a_patient());
}

#[test]
fn a_patient_changes_nothing_of_a_clinicians_marks() {
    let mut clinician = Editor::new(PainMap::new(Figure::Neutral), Author::Clinician);
    clinician.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    let path = vec![AT, Point::new(-300, 920)];
    clinician.apply(Command::AddRadiation { id: id("m1"), view: View::Posterior, path }).unwrap();
    let examined = clinician.map().clone();
    let mut patient = Editor::new(examined.clone(), Author::Patient);
    for command in about("m1") {
        assert_eq!(patient.apply(command.clone()), Err(EditError::NotYours), "{command:?}");
    }
    assert_eq!(patient.apply(Command::SetNoPain(true)), Err(EditError::NotYours));
    assert_eq!(patient.apply(Command::Clear), Ok(false));
    assert_eq!(patient.map(), &examined);
}

#[test]
fn findings_are_a_clinicians_on_any_mark() {
    let mut clinician = Editor::new(of_a_patient(), Author::Clinician);
    clinician.apply(Command::AddSpot { view: View::Posterior, at: AT }).unwrap();
    for mark in ["m1", "m2", "m3"] {
        assert_eq!(clinician.apply(findings(mark)), Ok(true));
        assert_eq!(clinician.apply(findings(mark)), Ok(false));
        let found = clinician.map().mark(&id(mark)).unwrap().findings.clone().unwrap();
        assert_eq!(found.taut_band, Some(true));
    }
    // Nothing else of the mark is another.
    let mut before = of_a_patient().mark(&id("m1")).unwrap().clone();
    before.findings = clinician.map().mark(&id("m1")).unwrap().findings.clone();
    assert_eq!(clinician.map().mark(&id("m1")), Some(&before));
    // What says nothing takes them away.
    assert_eq!(clinician.apply(Command::answer(id("m1"), "findings", "{}").unwrap()), Ok(true));
    assert_eq!(clinician.map().mark(&id("m1")), of_a_patient().mark(&id("m1")));
    assert_eq!(clinician.apply(findings("m9")), Err(EditError::NotFound));

    let mut patient = Editor::new(of_a_patient(), Author::Patient);
    assert_eq!(patient.apply(findings("m1")), Err(EditError::NotPermitted));
    assert_eq!(patient.map(), &of_a_patient());
    patient.map().check_by(Author::Patient).unwrap();
}

#[test]
fn what_is_the_patients_to_say_a_clinician_does_not_say() {
    let mut clinician = Editor::new(of_a_patient(), Author::Clinician);
    for command in [
        Command::history(r#"{"aggravators":["diet"]}"#).unwrap(),
        Command::SetHistory(None),
        Command::SetNoPain(true),
        Command::SetNoPain(false),
        Command::Adopt(Box::new(of_a_patient())),
    ] {
        let error = clinician.apply(command).unwrap_err();
        assert_eq!(
            (error, error.to_string().as_str()),
            (EditError::NotPermitted, "only the other hand may do that")
        );
    }
    assert_eq!(clinician.map(), &of_a_patient());
}

#[test]
fn a_clinician_clears_no_answer_of_no_pain() {
    let no_pain = PainMap::from_json(r#"{"format":"painmap/1","noPain":true}"#).unwrap();
    assert_eq!(Editor::new(no_pain.clone(), Author::Clinician).apply(Command::Clear), Ok(false));
    assert_eq!(Editor::new(no_pain, Author::Patient).apply(Command::Clear), Ok(true));
}
