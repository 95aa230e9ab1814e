//! The story of a knot that an intake form asks: signs, aggravators, relief, treatment.
//!
//! Every question may be left out (absent) or answered "prefer not to say".

use super::error::Reason;
use super::json::{Json, Place, UnknownMembers, write_text};
use super::limits::MAX_ENTRIES;
use super::members::{Members, list, word, words};
use super::object::{Object, Write, write_list, write_words};
use crate::words::{Word, words};

/// The word that stands for "prefer not to say" in place of an answer.
pub const PREFER_NOT_TO_SAY: &str = "prefer-not-to-say";

/// An answer, or the wish not to give one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer<T> {
    /// What was answered.
    Given(T),
    /// "Prefer not to say".
    PreferNotToSay,
}

words! {
    /// What makes a knot worse.
    pub enum Aggravator {
        /// Poor posture.
        Posture = "posture",
        /// Overuse and repeated movement.
        Overuse = "overuse",
        /// A sedentary day.
        Inactivity = "inactivity",
        /// Diet, and too little water.
        Diet = "diet",
    }
}

words! {
    /// What was tried at home.
    pub enum Remedy {
        /// Ice.
        Ice = "ice",
        /// Heat.
        Heat = "heat",
        /// Ice, then heat.
        IceThenHeat = "ice-then-heat",
        /// Aerobic exercise.
        AerobicExercise = "aerobic-exercise",
        /// Yoga and stretching.
        YogaStretching = "yoga-stretching",
        /// Foam roller or self-massage.
        SelfMassage = "self-massage",
    }
}

words! {
    /// Whether a remedy helped.
    pub enum Helped {
        /// Not at all.
        No = "no",
        /// Somewhat.
        Some = "some",
        /// A lot.
        Much = "much",
    }
}

words! {
    /// Who has treated the pain.
    pub enum Practitioner {
        /// A physiotherapist.
        Physiotherapist = "physiotherapist",
        /// A massage therapist.
        MassageTherapist = "massage-therapist",
        /// A chiropractor.
        Chiropractor = "chiropractor",
        /// A general practitioner.
        GeneralPractitioner = "general-practitioner",
    }
}

words! {
    /// How the pain was treated.
    pub enum Treatment {
        /// Massage.
        Massage = "massage",
        /// Myofascial release.
        MyofascialRelease = "myofascial-release",
        /// Exercises.
        Exercises = "exercises",
        /// Acupuncture.
        Acupuncture = "acupuncture",
        /// Ultrasound.
        Ultrasound = "ultrasound",
        /// Transcutaneous electrical nerve stimulation.
        Tens = "tens",
        /// Chiropractic adjustment.
        ChiropracticAdjustment = "chiropractic-adjustment",
        /// An injection.
        Injection = "injection",
    }
}

/// The four signs that a knot is not getting better.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Signs {
    /// The pain is getting worse.
    pub worsening: Option<Answer<bool>>,
    /// The pain keeps one awake.
    pub keeps_awake: Option<Answer<bool>>,
    /// Pain deep in the muscle.
    pub deep_muscle_pain: Option<Answer<bool>>,
    /// A sore spot that persists.
    pub persistent_spot: Option<Answer<bool>>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// One thing tried at home, and whether it helped.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct Relief {
    /// What was tried.
    pub what: Remedy,
    /// Whether it helped.
    pub helped: Option<Answer<Helped>>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// The history that goes with the marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename_all = "camelCase"))]
pub struct History {
    /// The signs that it is not getting better.
    pub signs: Option<Signs>,
    /// What aggravates it.
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::distinct_words))]
    pub aggravators: Option<Answer<Vec<Aggravator>>>,
    /// What was tried at home.
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::bounded_list))]
    pub relief: Option<Answer<Vec<Relief>>>,
    /// Who has treated it.
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::distinct_words))]
    pub treated_by: Option<Answer<Vec<Practitioner>>>,
    /// How it was treated.
    #[cfg_attr(feature = "schema", schemars(transform = super::schema::distinct_words))]
    pub treatments: Option<Answer<Vec<Treatment>>>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

impl History {
    #[inline(never)]
    pub(crate) fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        Self {
            signs: members.optional("signs", Signs::read),
            aggravators: answer(&mut members, "aggravators", words),
            relief: answer(&mut members, "relief", |json, place| {
                list(json, place, 0, MAX_ENTRIES, Relief::read)
            }),
            treated_by: answer(&mut members, "treatedBy", words),
            treatments: answer(&mut members, "treatments", words),
            unknown: members.rest(),
        }
    }

    /// Drops the members that this version doesn't know.
    pub(crate) fn forget_unknown(&mut self) {
        self.unknown = UnknownMembers::default();
        if let Some(signs) = &mut self.signs {
            signs.unknown = UnknownMembers::default();
        }
        if let Some(Answer::Given(relief)) = &mut self.relief {
            for relief in relief {
                relief.unknown = UnknownMembers::default();
            }
        }
    }

    /// As the record writes it.
    pub(crate) fn to_json(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }
}

impl Write for History {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_some("signs", self.signs.as_ref());
        put_words(&mut object, "aggravators", self.aggravators.as_ref());
        put(&mut object, "relief", self.relief.as_ref(), |relief, text| write_list(relief, text));
        put_words(&mut object, "treatedBy", self.treated_by.as_ref());
        put_words(&mut object, "treatments", self.treatments.as_ref());
        object.finish(&self.unknown);
    }
}

/// The signs by their names in the record.
const SIGNS: [&str; 4] = ["worsening", "keepsAwake", "deepMusclePain", "persistentSpot"];

impl Signs {
    fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        let mut answers = [const { None }; SIGNS.len()];
        for (answer, sign) in answers.iter_mut().zip(SIGNS) {
            *answer = members.optional(sign, yes_or_no);
        }
        let [worsening, keeps_awake, deep_muscle_pain, persistent_spot] = answers;
        Self { worsening, keeps_awake, deep_muscle_pain, persistent_spot, unknown: members.rest() }
    }

    /// What was answered, by the names in the record.
    pub(crate) fn answers(&self) -> impl Iterator<Item = (&'static str, Option<&Answer<bool>>)> {
        let answers = [&self.worsening, &self.keeps_awake, &self.deep_muscle_pain, &self.persistent_spot];
        SIGNS.into_iter().zip(answers.map(Option::as_ref))
    }
}

impl Write for Signs {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        for (name, sign) in self.answers() {
            put(&mut object, name, sign, |&yes, text| {
                text.push_str(if yes { "true" } else { "false" });
            });
        }
        object.finish(&self.unknown);
    }
}

impl Relief {
    fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        Self {
            what: members.required_word("what"),
            helped: answer(&mut members, "helped", word),
            unknown: members.rest(),
        }
    }
}

impl Write for Relief {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        object.put_text("what", Some(self.what.as_str()));
        let helped = self.helped.as_ref();
        put(&mut object, "helped", helped, |helped, text| write_text(helped.as_str(), text));
        object.finish(&self.unknown);
    }
}

fn yes_or_no(json: &Json, place: &Place<'_>) -> Answer<bool> {
    if let Json::Bool(yes) = json {
        return Answer::Given(*yes);
    }
    if !is_not_said(json) {
        place.refuse(Reason::Expected("true, false or \"prefer-not-to-say\""));
    }
    Answer::PreferNotToSay
}

fn is_not_said(json: &Json) -> bool {
    matches!(json, Json::Text(text) if text == PREFER_NOT_TO_SAY)
}

fn answer<T>(members: &mut Members<'_>, name: &str, read: fn(&Json, &Place<'_>) -> T) -> Option<Answer<T>> {
    members.optional(name, |json, place| {
        if is_not_said(json) { Answer::PreferNotToSay } else { Answer::Given(read(json, place)) }
    })
}

fn put<T>(object: &mut Object<'_>, name: &str, answer: Option<&Answer<T>>, write: fn(&T, &mut String)) {
    match answer {
        None => {}
        Some(Answer::Given(given)) => write(given, object.member(name)),
        Some(Answer::PreferNotToSay) => object.put_text(name, Some(PREFER_NOT_TO_SAY)),
    }
}

fn put_words<T: Word>(object: &mut Object<'_>, name: &str, answer: Option<&Answer<Vec<T>>>) {
    put(object, name, answer, |words, text| write_words(words, text));
}
