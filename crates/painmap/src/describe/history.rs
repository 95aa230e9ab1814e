//! The history in sentences: one for each question that was answered.

use super::{Locale, joined};
use crate::record::{Answer, History, Relief, Signs};
use crate::words::Word;

/// The answers in the words of the questions, a sentence for each question; what was left out is not
/// told.
///
/// ```
/// use painmap::{PainMap, describe::{Locale, history}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[],"history":{
///     "aggravators":["posture","overuse"],"treatedBy":"prefer-not-to-say"}}"#)?;
/// let told = map.history.ok_or("no history")?;
/// assert_eq!(history(&told, Locale::english()), [
///     "Made worse by: Poor posture; Overuse or repeated movements.",
///     "Treated by: prefers not to say.",
/// ]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn history(history: &History, locale: &Locale) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(asked) = &history.signs {
        signs(&mut sentences, asked, locale);
    }
    for (key, answer) in [
        ("say.history.aggravators", words(history.aggravators.as_ref(), "history.aggravator.", locale)),
        ("say.history.relief", told(history.relief.as_ref(), locale, |relief| remedy(relief, locale))),
        ("say.history.treatedBy", words(history.treated_by.as_ref(), "history.practitioner.", locale)),
        ("say.history.treatments", words(history.treatments.as_ref(), "history.treatment.", locale)),
    ] {
        sentences.extend(answer.map(|list| locale.fill(key, &[("list", &list)])));
    }
    sentences
}

/// The signs that are so, those that are not, and by themselves those about which nothing was to be said.
fn signs(sentences: &mut Vec<String>, signs: &Signs, locale: &Locale) {
    let (mut so, mut not_so, mut not_said) = (Vec::new(), Vec::new(), Vec::new());
    for (name, answer) in asked_signs(signs) {
        let sign = locale.word("history.sign.", name);
        match answer {
            Some(Answer::Given(true)) => so.push(sign.to_owned()),
            Some(Answer::Given(false)) => not_so.push(sign.to_owned()),
            Some(Answer::PreferNotToSay) => {
                not_said.push(asked(sign, locale.text("say.history.notSaid"), locale));
            }
            None => {}
        }
    }
    let list = |signs: Vec<String>| joined(&signs, locale.text("say.separator"));
    for (key, signs) in [("say.history.signs", so), ("say.history.noSigns", not_so)] {
        if !signs.is_empty() {
            sentences.push(locale.fill(key, &[("list", &list(signs))]));
        }
    }
    if !not_said.is_empty() {
        sentences.push(list(not_said) + locale.text("say.end"));
    }
}

/// The signs that are asked for, by the names of their texts.
pub(super) fn asked_signs(signs: &Signs) -> [(&'static str, &Option<Answer<bool>>); 4] {
    [
        ("worsening", &signs.worsening),
        ("keepsAwake", &signs.keeps_awake),
        ("deepMusclePain", &signs.deep_muscle_pain),
        ("persistentSpot", &signs.persistent_spot),
    ]
}

/// What was tried, and whether it helped.
fn remedy(relief: &Relief, locale: &Locale) -> String {
    let what = locale.word("history.remedy.", relief.what.as_str());
    match &relief.helped {
        None => what.to_owned(),
        Some(Answer::Given(helped)) => asked(what, locale.word("history.helped.", helped.as_str()), locale),
        Some(Answer::PreferNotToSay) => asked(what, locale.text("say.history.notSaid"), locale),
    }
}

fn asked(what: &str, answer: &str, locale: &Locale) -> String {
    locale.fill("say.history.asked", &[("what", what), ("answer", answer)])
}

/// The words of an answer in a family of keys.
fn words<T: Word>(answer: Option<&Answer<Vec<T>>>, family: &str, locale: &Locale) -> Option<String> {
    told(answer, locale, |word| locale.word(family, word.word()).to_owned())
}

/// The entries of an answer. They are phrases with commas of their own, so more than a comma parts them.
fn told<T>(answer: Option<&Answer<Vec<T>>>, locale: &Locale, say: impl Fn(&T) -> String) -> Option<String> {
    Some(match answer? {
        Answer::PreferNotToSay => locale.text("say.history.notSaid").to_owned(),
        Answer::Given(entries) if entries.is_empty() => locale.text("say.history.none").to_owned(),
        Answer::Given(entries) => {
            let mut list = Vec::new();
            list.extend(entries.iter().map(say));
            joined(&list, locale.text("say.separator"))
        }
    })
}
