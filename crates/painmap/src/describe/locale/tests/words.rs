//! How texts become words: sides that agree with their nouns, lists, and files that are none.

use std::collections::BTreeMap;

use crate::anatomy::View;
use crate::describe::{Locale, Wording, side_and_region};
use crate::record::{Laterality, Whereabouts};

/// A language of which these are the texts.
fn locale(texts: &[(&str, &str)]) -> Locale {
    let texts: BTreeMap<_, _> = texts.iter().copied().collect();
    Locale::from_json(&serde_json::to_string(&texts).unwrap()).unwrap()
}

fn said(locale: &Locale, side: Laterality, regions: &[&str]) -> String {
    let regions = regions.iter().map(|region| region.parse().unwrap()).collect();
    side_and_region(View::Posterior, &Whereabouts { side, regions }, Wording::Clinical, locale)
}

#[test]
fn the_side_agrees_with_the_noun() {
    use Laterality::{Bilateral, Left, Midline, Right};
    let french = locale(&[
        ("say.comma", ", "),
        ("say.and", "{list} et {last}"),
        ("say.side.left", "gauche"),
        ("say.side.right", "droite"),
        ("say.side.left.m", "gauche"),
        ("say.side.right.m", "droit"),
        ("say.side.left.f", "gauche"),
        ("say.side.right.f", "droite"),
        ("say.side.midline", "au milieu"),
        ("say.side.bilateral", "des deux côtés"),
        ("say.sided.clinical", "{place}, côté {side.m}"),
        ("say.unsided", "{place}, {side}"),
        ("clinical.scapular", "région scapulaire {side.f}"),
        ("clinical.calf", "mollet {side.m}"),
        ("clinical.vertex", "vertex"),
        ("clinical.nose", "nez"),
    ]);
    for (side, regions, words) in [
        (Right, &["scapular"][..], "région scapulaire droite"),
        (Right, &["calf"], "mollet droit"),
        (Left, &["calf"], "mollet gauche"),
        (Midline, &["calf"], "mollet, au milieu"),
        (Bilateral, &["scapular", "calf"], "région scapulaire et mollet, des deux côtés"),
        (Right, &["vertex"], "vertex, côté droit"),
        (Right, &["vertex", "nose"], "vertex et nez, côté droit"),
        (Right, &["scapular", "calf"], "région scapulaire droite et mollet droit"),
        (Right, &["vertex", "scapular"], "vertex, côté droit et région scapulaire droite"),
        (Right, &["calf", "scapular", "calf"], "mollet droit, région scapulaire droite et mollet droit"),
        // What the language lacks is empty, and nothing breaks.
        (Right, &["chin"], ", côté droit"),
    ] {
        assert_eq!(said(&french, side, regions), words);
    }

    let german = locale(&[
        ("say.side.left.f", "linke"),
        ("say.side.right.f", "rechte"),
        ("say.side.midline", "in der Mitte"),
        ("say.unsided", "{place}, {side}"),
        ("clinical.scapular", "{side.f} Schulterblattregion"),
        ("clinical.chin", "an der {side.f} {side.f} Seite"),
        ("clinical.nose", "{side.other} {other}"),
    ]);
    for (side, region, words) in [
        (Left, "scapular", "linke Schulterblattregion"),
        (Midline, "scapular", "Schulterblattregion, in der Mitte"),
        (Right, "chin", "an der rechte rechte Seite"),
        (Midline, "chin", "an der Seite, in der Mitte"),
        (Right, "nose", " {other}"),
        (Midline, "nose", "{other}, in der Mitte"),
    ] {
        assert_eq!(said(&german, side, &[region]), words);
    }
}

#[test]
fn a_file_that_is_none_is_refused_with_its_place() {
    for (text, error) in [
        ("[]", "must be an object of texts"),
        ("\"en\"", "must be an object of texts"),
        ("{", "the text ends before the record does"),
        ("{\"a\":\"b\",\"a\":\"c\"}", "at /a: stands twice"),
        ("{\"a\":1}", "at /a: must be a text, or plural forms of it"),
        ("{\"a\":null}", "at /a: must be a text, or plural forms of it"),
        ("{\"a/b\":[\"c\"]}", "at /a~1b: must be a text, or plural forms of it"),
        ("{\"a\":{\"one\":{}}}", "at /a: must be a text, or plural forms of it"),
        ("{\"a\u{202e}\":1}", "at /a\\u{202e}: must be a text, or plural forms of it"),
    ] {
        assert_eq!(Locale::from_json(text).unwrap_err().to_string(), error);
    }
}

#[test]
fn a_text_is_found_by_its_key() {
    let texts =
        r#"{"b":"B","a":"A","count":{"one":"1","other":"more"},"few":{"few":"2"},"yes":true,"ab":"AB"}"#;
    let locale = Locale::from_json(texts).unwrap();
    for (key, text) in [
        ("a", "A"),
        ("b", "B"),
        ("ab", "AB"),
        ("count", "more"),
        ("few", ""),
        ("yes", ""),
        ("", ""),
        ("c", ""),
    ] {
        assert_eq!(locale.text(key), text, "{key}");
    }
}

#[test]
fn a_list_is_joined_in_the_words_of_the_language() {
    let words = |count| ["a", "b", "c", "d"][..count].iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
    let chinese = locale(&[("say.comma", "、"), ("say.and", "{list}和{last}")]);
    for (count, english, other) in
        [(0, "", ""), (1, "a", "a"), (2, "a and b", "a和b"), (4, "a, b, c and d", "a、b、c和d")]
    {
        assert_eq!(Locale::english().and(words(count)), english);
        assert_eq!(chinese.and(words(count)), other);
    }
}
