//! The history as a `QuestionnaireResponse`. An item that has no answer was not asked; one that was answered with an
//! empty list ("none of these") stands there without an answer.

use super::bundle::Context;
use super::codes::{asked_but_declined, own, questionnaire};
use super::resources::{Coding, Item, ItemAnswer, QuestionnaireResponse, Value};
use crate::record::{Aggravator, Answer, Helped, History, Practitioner, Relief, Remedy, Signs, Treatment};

/// The items' ids.
pub(super) const SIGNS: &str = "signs";
pub(super) const AGGRAVATORS: &str = "aggravators";
pub(super) const RELIEF: &str = "relief";
pub(super) const HELPED: &str = "relief-helped";
pub(super) const TREATED_BY: &str = "treated-by";
pub(super) const TREATMENTS: &str = "treatments";

/// One of the four signs: the item's id, its words and where it stands in the record.
pub(super) struct Sign {
    pub(super) link_id: &'static str,
    text: &'static str,
    pub(super) of: fn(&mut Signs) -> &mut Option<Answer<bool>>,
}

/// The four signs that a knot is not getting better.
pub(super) const SIGN_ITEMS: [Sign; 4] = [
    Sign { link_id: "worsening", text: "The pain is getting worse", of: |signs| &mut signs.worsening },
    Sign { link_id: "keeps-awake", text: "The pain keeps you awake", of: |signs| &mut signs.keeps_awake },
    Sign {
        link_id: "deep-muscle-pain",
        text: "Pain deep in the muscle",
        of: |signs| &mut signs.deep_muscle_pain,
    },
    Sign {
        link_id: "persistent-spot",
        text: "A sore spot that stays",
        of: |signs| &mut signs.persistent_spot,
    },
];

pub(super) fn response(context: &Context<'_>, history: &History, id: String) -> QuestionnaireResponse {
    QuestionnaireResponse {
        id,
        questionnaire: questionnaire(),
        status: "completed",
        subject: context.subject(),
        authored: context.time.clone(),
        author: context.performer(),
        source: context.performer(),
        item: items(history),
    }
}

fn items(history: &History) -> Vec<Item> {
    let mut items = Vec::new();
    items.extend(history.signs.as_ref().map(signs));
    items.extend(words(
        AGGRAVATORS,
        "What makes it worse",
        ("aggravator", aggravator),
        history.aggravators.as_ref(),
    ));
    items.extend(history.relief.as_ref().map(|answer| {
        let answers = match answer {
            Answer::Given(relief) => relief.iter().map(remedy).collect(),
            Answer::PreferNotToSay => vec![declined()],
        };
        item(RELIEF, "What you tried at home", answers)
    }));
    items.extend(words(
        TREATED_BY,
        "Who has treated it",
        ("practitioner", practitioner),
        history.treated_by.as_ref(),
    ));
    items.extend(words(
        TREATMENTS,
        "How it was treated",
        ("treatment", treatment),
        history.treatments.as_ref(),
    ));
    items
}

const fn aggravator(word: Aggravator) -> &'static str {
    match word {
        Aggravator::Posture => "Poor posture",
        Aggravator::Overuse => "Overuse and repeated movement",
        Aggravator::Inactivity => "A sedentary day",
        Aggravator::Diet => "Diet, and too little water",
    }
}

const fn tried(word: Remedy) -> &'static str {
    match word {
        Remedy::Ice => "Ice",
        Remedy::Heat => "Heat",
        Remedy::IceThenHeat => "Ice, then heat",
        Remedy::AerobicExercise => "Aerobic exercise",
        Remedy::YogaStretching => "Yoga and stretching",
        Remedy::SelfMassage => "Foam roller or self-massage",
    }
}

const fn how_much(word: Helped) -> &'static str {
    match word {
        Helped::No => "Not at all",
        Helped::Some => "Somewhat",
        Helped::Much => "A lot",
    }
}

const fn practitioner(word: Practitioner) -> &'static str {
    match word {
        Practitioner::Physiotherapist => "Physiotherapist",
        Practitioner::MassageTherapist => "Massage therapist",
        Practitioner::Chiropractor => "Chiropractor",
        Practitioner::GeneralPractitioner => "General practitioner",
    }
}

const fn treatment(word: Treatment) -> &'static str {
    match word {
        Treatment::Massage => "Massage",
        Treatment::MyofascialRelease => "Myofascial release",
        Treatment::Exercises => "Exercises",
        Treatment::Acupuncture => "Acupuncture",
        Treatment::Ultrasound => "Ultrasound",
        Treatment::Tens => "Transcutaneous electrical nerve stimulation (TENS)",
        Treatment::ChiropracticAdjustment => "Chiropractic adjustment",
        Treatment::Injection => "Injection",
    }
}

fn signs(signs: &Signs) -> Item {
    let mut signs = signs.clone();
    let mut items = Vec::new();
    for sign in &SIGN_ITEMS {
        let answer = match (sign.of)(&mut signs) {
            None => continue,
            Some(Answer::Given(yes)) => bare(Value::Boolean(*yes)),
            Some(Answer::PreferNotToSay) => declined(),
        };
        items.push(item(sign.link_id, sign.text, vec![answer]));
    }
    Item { link_id: SIGNS, text: "Signs that it is not getting better", answer: Vec::new(), item: items }
}

fn remedy(relief: &Relief) -> ItemAnswer {
    let helped = relief.helped.as_ref().map(|helped| match helped {
        Answer::Given(helped) => bare(coded("helped", helped.as_str(), how_much(*helped))),
        Answer::PreferNotToSay => declined(),
    });
    let item = helped.map(|helped| item(HELPED, "Did it help?", vec![helped])).into_iter().collect();
    ItemAnswer { value: coded("remedy", relief.what.as_str(), tried(relief.what)), item }
}

fn words<T: Copy + Into<&'static str>>(
    link_id: &'static str,
    text: &'static str,
    (list, said): (&str, fn(T) -> &'static str),
    answer: Option<&Answer<Vec<T>>>,
) -> Option<Item> {
    let answers = match answer? {
        Answer::Given(words) => {
            words.iter().map(|&word| bare(coded(list, word.into(), said(word)))).collect()
        }
        Answer::PreferNotToSay => vec![declined()],
    };
    Some(item(link_id, text, answers))
}

fn item(link_id: &'static str, text: &'static str, answer: Vec<ItemAnswer>) -> Item {
    Item { link_id, text, answer, item: Vec::new() }
}

fn coded(list: &str, word: &str, display: &'static str) -> Value {
    Value::Coding(Coding { display: Some(display), ..own(list, word) })
}

fn bare(value: Value) -> ItemAnswer {
    ItemAnswer { value, item: Vec::new() }
}

fn declined() -> ItemAnswer {
    bare(Value::Coding(asked_but_declined()))
}
