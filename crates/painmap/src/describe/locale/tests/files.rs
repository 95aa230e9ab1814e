//! What holds of every locale file: it has each text that is asked for, as English has it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::anatomy::{RegionId, View};
use crate::describe::findings::examined;
use crate::describe::history::asked_signs;
use crate::describe::locale::{Locale, capitalised, placeholder};
use crate::describe::{SIZES, Wording, side_and_region};
use crate::record::{
    Aggravator, Course, Depth, Findings, Helped, Laterality, Practitioner, Provocation, Quality, Remedy,
    Signs, Treatment, Whereabouts,
};
use crate::words::Word;

type Texts = BTreeMap<String, Value>;

/// The plural categories of each language, by CLDR 48.
const PLURALS: [(&str, &[&str]); 7] = [
    ("ar", &["few", "many", "one", "other", "two", "zero"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["many", "one", "other"]),
    ("fr", &["many", "one", "other"]),
    ("pt", &["many", "one", "other"]),
    ("zh", &["other"]),
];

/// The sources that ask for texts.
const SOURCES: [&str; 9] = [
    include_str!("../../place.rs"),
    include_str!("../../sentence.rs"),
    include_str!("../../summary.rs"),
    include_str!("../../findings.rs"),
    include_str!("../../history.rs"),
    include_str!("../../locale.rs"),
    include_str!("../../../scene/body.rs"),
    include_str!("../../../scene/record_svg.rs"),
    include_str!("../../../exchange/fhir/mark.rs"),
];

fn folder() -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

fn file(language: &str) -> Texts {
    let text = std::fs::read_to_string(folder().join(format!("{language}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Each language that is compiled in, with its texts.
fn files() -> Vec<(&'static str, &'static Locale, Texts)> {
    Locale::languages().map(|language| (language, Locale::of(language).unwrap(), file(language))).collect()
}

/// The keys that end with a word of a list, by what stands before it.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    fn words<T: Word>() -> Vec<&'static str> {
        T::WORDS.to_vec()
    }
    let regions: Vec<_> = RegionId::all().map(RegionId::as_str).collect();
    let signs = Signs::default();
    vec![
        ("say.side.", words::<Laterality>()),
        ("say.depth.", words::<Depth>()),
        ("say.provokedBy.", words::<Provocation>()),
        ("say.course.", words::<Course>()),
        ("say.finding.", examined(&Findings::default()).map(|(name, _)| name).to_vec()),
        ("quality.", words::<Quality>()),
        ("size.", SIZES.map(|(name, _)| name).to_vec()),
        ("history.sign.", asked_signs(&signs).map(|(name, _)| name).to_vec()),
        ("history.aggravator.", words::<Aggravator>()),
        ("history.remedy.", words::<Remedy>()),
        ("history.helped.", words::<Helped>()),
        ("history.practitioner.", words::<Practitioner>()),
        ("history.treatment.", words::<Treatment>()),
        ("picture.", words::<View>()),
        ("region.", regions.clone()),
        ("clinical.", regions),
    ]
}

/// The keys in the sources: each quoted text that looks like one; those with a dot at the end are of a
/// family.
fn asked_for() -> BTreeSet<&'static str> {
    let starts =
        ["say.", "map.", "picture.", "report.", "quality.", "size.", "history.", "region.", "clinical."];
    let quoted = SOURCES.iter().flat_map(|source| source.split('"').skip(1).step_by(2));
    quoted.filter(|text| starts.iter().any(|start| text.starts_with(start))).collect()
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut rest = text;
    while let Some((_, name, after)) = placeholder(rest) {
        names.insert(name);
        rest = after;
    }
    names
}

/// Whether words for the side may stand in this text in classes of their own.
fn may_agree(key: &str) -> bool {
    ["region.", "clinical.", "say.sided."].iter().any(|start| key.starts_with(start))
}

fn is_side(name: &str) -> bool {
    name == "side" || name.starts_with("side.")
}

/// Whether the key is of a word for the side in a class.
fn is_class(key: &str) -> bool {
    ["say.side.left.", "say.side.right."].iter().any(|start| key.starts_with(start))
}

#[test]
fn every_file_is_compiled_in_under_its_language() {
    let mut names: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let mut known: Vec<_> = Locale::languages().map(|language| format!("{language}.json")).collect();
    assert!(known[1..].is_sorted(), "{known:?}");
    known.sort();
    assert_eq!(names, known);
    for (language, locale, texts) in files() {
        assert_eq!(
            locale,
            &Locale::from_json(&serde_json::to_string(&texts).unwrap()).unwrap(),
            "{language}"
        );
        assert_eq!(locale.language(), language);
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        assert_eq!(texts["direction"], direction, "{language}");
        assert!(texts["reviewed"].is_boolean(), "{language}: reviewed");
    }
}

#[test]
fn a_language_is_found_by_any_of_its_tags() {
    for tag in ["en", "EN", "en-GB", "en_GB", "en-Latn-GB-oxendict"] {
        assert_eq!(Locale::of(tag), Some(Locale::english()), "{tag}");
    }
    for tag in ["", "-", "e", "eng", "tlh-en", "en\u{0}"] {
        assert_eq!(Locale::of(tag), None, "{tag}");
    }
}

#[test]
fn every_text_that_is_asked_for_is_there() {
    let (families, asked) = (families(), asked_for());
    for (family, _) in &families {
        assert!(asked.contains(family), "nothing asks for {family}");
    }
    for (language, locale, _) in files() {
        for key in &asked {
            let words = match families.iter().find(|(family, _)| family == key) {
                Some((_, words)) => words.iter().map(|word| [key, *word].concat()).collect(),
                None => vec![(*key).to_owned()],
            };
            for key in words {
                assert!(!locale.text(&key).is_empty(), "{language}: {key}");
            }
        }
    }
}

#[test]
fn every_file_has_the_keys_of_english_and_their_placeholders() {
    let english = file("en");
    for (language, _, texts) in files() {
        let keys = |texts: &Texts| texts.keys().filter(|key| !is_class(key)).cloned().collect::<Vec<_>>();
        assert_eq!(keys(&texts), keys(&english), "{language}");
        for (key, value) in texts.iter().filter(|(key, _)| !is_class(key) && *key != "reviewed") {
            let expected = &english[key];
            let own = |text: &str| {
                let mut names = placeholders(text).into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
                names.retain(|name| !(may_agree(key) && is_side(name)));
                names
            };
            match (value, expected) {
                (Value::String(text), Value::String(expected)) => {
                    assert!(!text.trim().is_empty(), "{language}: {key} is empty");
                    assert_eq!(own(text), own(expected), "{language}: {key}");
                }
                (Value::Object(forms), Value::Object(expected)) => {
                    let expected = own(expected["other"].as_str().unwrap());
                    assert_eq!(own(forms["other"].as_str().unwrap()), expected, "{language}: {key}");
                    for (category, form) in forms {
                        let form = form.as_str().unwrap();
                        assert!(!form.trim().is_empty(), "{language}: {key}/{category} is empty");
                        assert!(own(form).is_subset(&expected), "{language}: {key}/{category}");
                    }
                }
                _ => panic!("{language}: {key} is of another kind"),
            }
        }
    }
}

#[test]
fn plural_forms_are_those_of_the_language() {
    for (language, _, texts) in files() {
        let (_, categories) = PLURALS.iter().find(|(known, _)| *known == language).unwrap();
        let mut counting = 0;
        for (key, forms) in texts.iter().filter_map(|(key, value)| Some((key, value.as_object()?))) {
            counting += 1;
            assert_eq!(
                forms.keys().map(String::as_str).collect::<BTreeSet<_>>(),
                categories.iter().copied().collect(),
                "{language}: {key}"
            );
        }
        assert!(counting > 0, "{language}");
    }
}

#[test]
fn every_class_of_agreement_has_both_sides_and_is_used() {
    for (language, _, texts) in files() {
        let mut used = BTreeSet::new();
        for (key, text) in texts.iter().filter_map(|(key, value)| Some((key, value.as_str()?))) {
            let classes = placeholders(text).into_iter().filter_map(|name| name.strip_prefix("side."));
            for class in classes {
                assert!(may_agree(key), "{language}: {key} does not know {{side.{class}}}");
                used.insert(class.to_owned());
            }
            let needs_side = key.starts_with("say.sided.");
            assert!(!needs_side || placeholders(text).into_iter().any(is_side), "{language}: {key}");
        }
        for side in ["say.side.left.", "say.side.right."] {
            let defined: BTreeSet<_> =
                texts.keys().filter_map(|key| key.strip_prefix(side)).map(str::to_owned).collect();
            assert_eq!(defined, used, "{language}: {side}");
        }
    }
}

#[test]
fn every_name_of_a_region_is_its_own_and_reads_well() {
    for (language, locale, _) in files() {
        for wording in [Wording::Plain, Wording::Clinical] {
            let mut names = BTreeSet::new();
            for region in RegionId::all() {
                let bare = locale.region(region, wording);
                for &side in Laterality::ALL {
                    let whereabouts = Whereabouts { side, regions: vec![region] };
                    let words = side_and_region(View::Posterior, &whereabouts, wording, locale);
                    let place = format!("{language}: {region} {side}: {words}");
                    assert!(!words.contains(['{', '}']) && !words.contains("  "), "{place}");
                    assert_eq!(words.trim_matches([' ', ',', '،', '、', '，']), words, "{place}");
                    // A sentence begins with it.
                    let capital: String = words.chars().next().unwrap().to_uppercase().collect();
                    assert!(capitalised(words.clone()).starts_with(&capital), "{place}");
                    // A side may agree with a noun inside the name; what is no side stands beside the whole name.
                    let is_sided = matches!(side, Laterality::Left | Laterality::Right);
                    assert!(is_sided || words.contains(&bare), "{place}");
                    assert!(words.len() > bare.len(), "{place}");
                }
                assert!(names.insert(bare), "{language}: {region} has the name of another region");
            }
        }
    }
}
