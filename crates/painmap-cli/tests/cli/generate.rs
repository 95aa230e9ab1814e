//! `painmap generate`: valid records, the same for a seed, told by their numbers.

use crate::command::painmap;

fn made(more: &[&str]) -> String {
    painmap(&[&["generate"], more].concat(), "").good()
}

#[test]
fn what_is_made_is_good() {
    let patients = made(&["--seed", "7", "--count", "60"]);
    assert_eq!(patients.lines().count(), 60);
    let said = painmap(&["check", "--by", "patient"], &patients).good();
    assert_eq!(said, "standard input: 60 records, all good\n");
    let examined = made(&["--seed", "7", "--count", "60", "--clinician"]);
    painmap(&["check"], &examined).good();
    assert_eq!(painmap(&["check", "--by", "patient"], &examined).status, 1);
}

#[test]
fn a_seed_gives_the_same_bytes_and_parts_of_them() {
    let whole = made(&["--seed", "7", "--count", "20"]);
    assert_eq!(made(&["--seed", "7", "--count", "20"]), whole);
    assert_ne!(made(&["--seed", "8", "--count", "20"]), whole);
    let parts =
        made(&["--seed", "7", "--count", "12"]) + &made(&["--seed", "7", "--first", "13", "--count", "8"]);
    assert_eq!(parts, whole);
}

#[test]
fn calls_at_the_limits() {
    assert_eq!(made(&["--count", "0"]), "");
    assert_eq!(made(&[]).lines().count(), 1);
    assert!(made(&["--seed", "18446744073709551615"]).contains("\"seed\":18446744073709551615"));
    painmap(&["generate", "--first", "0"], "").wrong("invalid value");
    painmap(&["generate", "--seed", "-1"], "").wrong("unexpected argument");
    painmap(&["generate", "--first", "18446744073709551615"], "").wrong("the numbers of the records end at");
}
