//! The history from its `QuestionnaireResponse`.

use super::tree::{Resource, boolean, get, list, text};
use crate::exchange::fhir::codes::{is_asked_but_declined, own_system};
use crate::exchange::fhir::error::ImportError;
use crate::exchange::fhir::history::{
    AGGRAVATORS, HELPED, RELIEF, SIGN_ITEMS, SIGNS, TREATED_BY, TREATMENTS,
};
use crate::record::limits::MAX_ENTRIES;
use crate::record::{Answer, History, Json, Relief, Signs, UnknownMembers};
use crate::words::Word;

/// The history; items of others are passed over.
pub(super) fn read(resource: &Resource<'_>) -> Result<History, ImportError> {
    let mut history = History::default();
    for (index, item) in list(resource.json, "item").iter().enumerate() {
        let fail = |kind| resource.expected(&format!("/item/{index}"), kind);
        take(&mut history, item).map_err(fail)?;
    }
    Ok(history)
}

fn take(history: &mut History, item: &Json) -> Result<(), &'static str> {
    match get(item, "linkId").and_then(text) {
        Some(SIGNS) => history.signs = Some(signs(item)?),
        Some(AGGRAVATORS) => history.aggravators = Some(words(item, "aggravator")?),
        Some(RELIEF) => history.relief = Some(answers(item, remedy)?),
        Some(TREATED_BY) => history.treated_by = Some(words(item, "practitioner")?),
        Some(TREATMENTS) => history.treatments = Some(words(item, "treatment")?),
        _ => {}
    }
    Ok(())
}

fn signs(group: &Json) -> Result<Signs, &'static str> {
    let mut signs = Signs::default();
    for item in list(group, "item") {
        let link_id = get(item, "linkId").and_then(text);
        let Some(sign) = SIGN_ITEMS.iter().find(|sign| link_id == Some(sign.link_id)) else { continue };
        let [answer] = list(item, "answer") else { return Err("one answer to each sign") };
        *(sign.of)(&mut signs) = Some(if is_declined(answer) {
            Answer::PreferNotToSay
        } else {
            let yes = get(answer, "valueBoolean").and_then(boolean);
            Answer::Given(yes.ok_or("true or false for each sign")?)
        });
    }
    Ok(signs)
}

fn remedy(answer: &Json) -> Result<Relief, &'static str> {
    let helped = list(answer, "item").iter().find(|item| get(item, "linkId").and_then(text) == Some(HELPED));
    let helped = match helped.map(|item| list(item, "answer")) {
        None | Some([]) => None,
        Some([answer]) if is_declined(answer) => Some(Answer::PreferNotToSay),
        Some([answer]) => Some(Answer::Given(word(answer, "helped")?)),
        Some(_) => return Err("one answer on whether it helped"),
    };
    Ok(Relief { what: word(answer, "remedy")?, helped, unknown: UnknownMembers::default() })
}

fn words<T: Word>(item: &Json, list: &str) -> Result<Answer<Vec<T>>, &'static str> {
    answers(item, |answer| word(answer, list))
}

/// The answers to an item, or that none was wanted.
fn answers<T>(
    item: &Json,
    read: impl Fn(&Json) -> Result<T, &'static str>,
) -> Result<Answer<Vec<T>>, &'static str> {
    match list(item, "answer") {
        [only] if is_declined(only) => Ok(Answer::PreferNotToSay),
        answers if answers.len() > MAX_ENTRIES => Err("50 answers at most"),
        answers => Ok(Answer::Given(answers.iter().map(read).collect::<Result<_, _>>()?)),
    }
}

/// A word of one of our lists, as an answer's coding.
fn word<T: Word>(answer: &Json, list: &str) -> Result<T, &'static str> {
    let coding = coding(answer).filter(|(system, _)| *system == own_system(list));
    let index = coding.and_then(|(_, code)| T::WORDS.iter().position(|word| *word == code));
    index.and_then(T::member).ok_or("an answer that painmap knows")
}

fn is_declined(answer: &Json) -> bool {
    coding(answer).is_some_and(|(system, code)| is_asked_but_declined(system, code))
}

fn coding(answer: &Json) -> Option<(&str, &str)> {
    let coding = get(answer, "valueCoding")?;
    let part = |name| get(coding, name).and_then(text);
    Some((part("system")?, part("code")?))
}
