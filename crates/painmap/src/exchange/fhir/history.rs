//! The history as a `QuestionnaireResponse`. An item that has no answer was not asked; one that was answered with an
//! empty list ("none of these") stands there without an answer.

use super::bundle::Context;
use super::codes::{ASKED_BUT_DECLINED, own, questionnaire};
use super::elements::{Concept, reference};
use super::json::Json;
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

/// The members of the response.
pub(super) fn response(context: &Context<'_>, history: &History, json: &mut Json) {
    let performer = context.submission.performer.as_str();
    json.text("questionnaire", &questionnaire());
    json.text("status", "completed");
    context.subject("subject", json);
    json.text("authored", &context.time);
    reference("author", performer, json);
    reference("source", performer, json);
    json.list("item", |json| items(history, json));
}

fn items(history: &History, json: &mut Json) {
    if let Some(told) = &history.signs {
        signs(told, json);
    }
    let aggravators = history.aggravators.as_ref();
    words(AGGRAVATORS, "What makes it worse", ("aggravator", aggravator), aggravators, json);
    if let Some(answer) = &history.relief {
        item(RELIEF, "What you tried at home", json, |json| match answer {
            Answer::Given(relief) => relief.iter().for_each(|relief| remedy(relief, json)),
            Answer::PreferNotToSay => declined(json),
        });
    }
    let treated_by = history.treated_by.as_ref();
    words(TREATED_BY, "Who has treated it", ("practitioner", practitioner), treated_by, json);
    let treatments = history.treatments.as_ref();
    words(TREATMENTS, "How it was treated", ("treatment", treatment), treatments, json);
}

pub(super) const fn aggravator(word: Aggravator) -> &'static str {
    match word {
        Aggravator::Posture => "Poor posture",
        Aggravator::Overuse => "Overuse and repeated movement",
        Aggravator::Inactivity => "A sedentary day",
        Aggravator::Diet => "Diet, and too little water",
    }
}

pub(super) const fn tried(word: Remedy) -> &'static str {
    match word {
        Remedy::Ice => "Ice",
        Remedy::Heat => "Heat",
        Remedy::IceThenHeat => "Ice, then heat",
        Remedy::AerobicExercise => "Aerobic exercise",
        Remedy::YogaStretching => "Yoga and stretching",
        Remedy::SelfMassage => "Foam roller or self-massage",
    }
}

pub(super) const fn how_much(word: Helped) -> &'static str {
    match word {
        Helped::No => "Not at all",
        Helped::Some => "Somewhat",
        Helped::Much => "A lot",
    }
}

pub(super) const fn practitioner(word: Practitioner) -> &'static str {
    match word {
        Practitioner::Physiotherapist => "Physiotherapist",
        Practitioner::MassageTherapist => "Massage therapist",
        Practitioner::Chiropractor => "Chiropractor",
        Practitioner::GeneralPractitioner => "General practitioner",
    }
}

pub(super) const fn treatment(word: Treatment) -> &'static str {
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

fn signs(signs: &Signs, json: &mut Json) {
    let mut signs = signs.clone();
    json.entry(|json| {
        json.text("linkId", SIGNS);
        json.text("text", "Signs that it is not getting better");
        json.list("item", |json| {
            for sign in &SIGN_ITEMS {
                if let Some(answer) = (sign.of)(&mut signs) {
                    item(sign.link_id, sign.text, json, |json| match answer {
                        Answer::Given(yes) => json.entry(|json| json.boolean("valueBoolean", *yes)),
                        Answer::PreferNotToSay => declined(json),
                    });
                }
            }
        });
    });
}

fn remedy(relief: &Relief, json: &mut Json) {
    json.entry(|json| {
        coded("remedy", relief.what.as_str(), tried(relief.what), json);
        if let Some(helped) = &relief.helped {
            json.list("item", |json| {
                item(HELPED, "Did it help?", json, |json| match helped {
                    Answer::Given(helped) => {
                        json.entry(|json| coded("helped", helped.as_str(), how_much(*helped), json));
                    }
                    Answer::PreferNotToSay => declined(json),
                });
            });
        }
    });
}

fn words<T: Copy + Into<&'static str>>(
    link_id: &str,
    text: &str,
    (list, said): (&str, fn(T) -> &'static str),
    answer: Option<&Answer<Vec<T>>>,
    json: &mut Json,
) {
    let Some(answer) = answer else { return };
    item(link_id, text, json, |json| match answer {
        Answer::Given(words) => {
            for &word in words {
                json.entry(|json| coded(list, word.into(), said(word), json));
            }
        }
        Answer::PreferNotToSay => declined(json),
    });
}

fn item(link_id: &str, text: &str, json: &mut Json, answers: impl FnOnce(&mut Json)) {
    json.entry(|json| {
        json.text("linkId", link_id);
        json.text("text", text);
        json.list("answer", answers);
    });
}

/// An answer from one of our lists.
fn coded(list: &str, word: &str, display: &str, json: &mut Json) {
    displayed(&Concept { coding: own(list, word), text: display }, json);
}

fn declined(json: &mut Json) {
    json.entry(|json| displayed(&ASKED_BUT_DECLINED, json));
}

/// A coding that says itself what people read, since no concept stands round it.
#[inline(never)]
fn displayed(concept: &Concept<'_>, json: &mut Json) {
    json.object("valueCoding", |json| {
        concept.coding.write(json);
        json.text("display", concept.text);
    });
}
