//! What is said of the muscles: names, facts with sources, codes.

use crate::anatomy::{CodeSystem, Concept, Fact, MuscleId, Topic};
use std::collections::BTreeSet;

#[test]
fn every_muscle_has_names_of_its_own_and_reads_back() {
    for muscle in MuscleId::all() {
        assert_eq!(muscle.as_str().parse(), Ok(muscle));
        assert!(!muscle.name().is_empty() && !muscle.latin_name().is_empty(), "{muscle}");
    }
    assert_eq!(MuscleId::all().len(), 36);
    for names in [MuscleId::name, MuscleId::latin_name] {
        assert_eq!(MuscleId::all().map(names).collect::<BTreeSet<_>>().len(), MuscleId::all().len());
    }
    assert!("trapezius".parse::<MuscleId>().is_err(), "its parts are told apart");
}

#[test]
fn every_fact_has_text_and_a_source() {
    for muscle in MuscleId::all() {
        for fact in muscle.facts() {
            let place = format!("{muscle} {}", fact.topic());
            assert!(fact.text().len() > 3 && fact.text().trim() == fact.text(), "{place}: {}", fact.text());
            assert!(fact.sources().count() > 0, "{place} has no source");
            assert!(fact.sources().all(|source| !source.id.is_empty() && !source.text.is_empty()), "{place}");
            let checked = fact.sources().any(|source| source.checked);
            assert!(checked || !fact.is_verified(), "{place} is verified by nothing that was read");
        }
        for topic in Topic::ALL.iter().filter(|topic| **topic != Topic::Spillover) {
            assert!(muscle.facts().any(|fact| fact.topic() == *topic), "{muscle}: nothing of {topic}");
        }
        let topics: Vec<Topic> = muscle.facts().map(|fact: Fact| fact.topic()).collect();
        assert!(topics.is_sorted(), "{muscle}: {topics:?}");
    }
}

/// Words that would say how likely something is, or why: a pattern compares drawings and no more.
const UNSAID: [&str; 16] = [
    "likely",
    "likelihood",
    "probab",
    "cause",
    "diagnos",
    "often",
    "usually",
    "rarely",
    "sometimes",
    "mostly",
    "commonly",
    "most of",
    "some of",
    "risk",
    "suggest",
    "indicat",
];

#[test]
fn nothing_is_said_of_likelihood_or_cause() {
    for muscle in MuscleId::all() {
        let facts = muscle.facts().map(|fact| fact.text());
        for text in facts.chain(muscle.usual_places().map(|place| place.words)) {
            let said = UNSAID.iter().find(|word| text.to_lowercase().contains(**word));
            assert_eq!(said, None, "{muscle}: {text}");
        }
    }
}

#[test]
fn codes_have_the_shape_of_their_system() {
    let digits = |code: &str| code.chars().all(|digit| digit.is_ascii_digit());
    for muscle in MuscleId::all() {
        let concepts: Vec<Concept> = muscle.concepts().collect();
        assert!(!concepts.is_empty(), "{muscle} is in no concept");
        assert!(concepts.iter().filter(|concept| concept.exact).count() <= 1, "{muscle}");
        for concept in concepts {
            let codes = CodeSystem::ALL.iter().filter_map(|system| Some((*system, concept.code(*system)?)));
            let codes: Vec<_> = codes.collect();
            assert!(!codes.is_empty() && !concept.name.is_empty(), "{muscle}: {}", concept.name);
            for (system, code) in codes {
                let right = digits(code)
                    && match system {
                        CodeSystem::Uberon => code.len() == 7,
                        CodeSystem::Fma => (4..=6).contains(&code.len()),
                        CodeSystem::Snomed => (6..=18).contains(&code.len()) && is_verhoeff(code),
                    };
                assert!(right, "{muscle}: {system} {code}");
            }
        }
    }
}

/// Whether the last digit of a number checks the others by Verhoeff's scheme, as in SNOMED CT.
fn is_verhoeff(code: &str) -> bool {
    // The dihedral group of order ten, and the permutation of the digits at each place.
    let times = |a: u32, b: u32| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a - 5 + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    };
    let permuted = |place: usize, digit: u32| {
        (0..place % 8).fold(digit, |digit, _| [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit as usize])
    };
    let digits = code.chars().rev().map(|digit| digit.to_digit(10).unwrap());
    digits.enumerate().fold(0, |sum, (place, digit)| times(sum, permuted(place, digit))) == 0
}

#[test]
fn a_wrong_check_digit_is_found() {
    assert!(is_verhoeff("236") && is_verhoeff("58602004"));
    assert!(!is_verhoeff("237") && !is_verhoeff("58602040") && !is_verhoeff("58602005"));
}
