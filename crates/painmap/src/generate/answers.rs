//! What is asked once: figure, moment, views, history.

use super::chance::Chance;
use crate::PainMap;
use crate::anatomy::{Crop, Figure, View};
use crate::record::{
    Aggravator, Answer, Helped, History, Moment, PartialDate, Practitioner, Relief, Remedy, Signs, Treatment,
    UnknownMembers,
};

/// A record with figure and moment. The moments lie in 2025 and 2026, by day.
pub(super) fn opened(chance: &mut Chance) -> PainMap {
    let figure = chance.weighed(&[(Figure::Neutral, 5), (Figure::Feminine, 3), (Figure::Masculine, 2)]);
    let mut map = PainMap::new(figure);
    let (year, month, day) = (chance.between(2025, 2026), chance.between(1, 12), chance.between(1, 28));
    let (hour, minute, second) = (chance.between(7, 20), chance.between(0, 59), chance.between(0, 59));
    map.recorded = Moment::new(&format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"));
    map
}

/// Says which views were offered: all that have marks, and mostly both, whole.
pub(super) fn offered(map: &mut PainMap, chance: &mut Chance) {
    map.offer(View::Posterior, Crop::Whole);
    let in_front = map.marks().any(|mark| mark.view() == View::Anterior);
    if in_front || chance.happens(800) {
        map.offer(View::Anterior, Crop::Whole);
    }
    if chance.happens(200) {
        map.offer(View::Posterior, chance.one_of(&[Crop::Back, Crop::Neck, Crop::Shoulders]));
    }
}

/// A date before the moment, as exact as people know it.
pub(super) fn since(recorded: &str, chance: &mut Chance) -> Option<PartialDate> {
    let year: i32 = recorded.get(..4)?.parse().ok()?;
    // An earlier year, so that month and day are before it, too.
    let year = year - chance.between(1, 8);
    let (month, day) = (chance.between(1, 12), chance.between(1, 28));
    PartialDate::new(&match chance.weighed(&[(0, 4), (1, 5), (2, 1)]) {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

/// The history, where it was asked and answered.
pub(super) fn history(chance: &mut Chance) -> Option<History> {
    if !chance.happens(450) {
        return None;
    }
    let mut history = History::default();
    if chance.happens(800) {
        history.signs = Some(Signs {
            worsening: sign(chance),
            keeps_awake: sign(chance),
            deep_muscle_pain: sign(chance),
            persistent_spot: sign(chance),
            unknown: UnknownMembers::default(),
        });
    }
    history.aggravators = words(Aggravator::ALL, chance);
    if chance.happens(600) {
        let count = chance.below(4) as usize;
        let tried = chance.some_of(Remedy::ALL, count);
        history.relief = Some(Answer::Given(tried.into_iter().map(|what| relief(what, chance)).collect()));
    }
    history.treated_by = words(Practitioner::ALL, chance);
    history.treatments = words(Treatment::ALL, chance);
    Some(history)
}

fn sign(chance: &mut Chance) -> Option<Answer<bool>> {
    match chance.below(20) {
        0..8 => Some(Answer::Given(true)),
        8..17 => Some(Answer::Given(false)),
        17 => Some(Answer::PreferNotToSay),
        _ => None,
    }
}

fn relief(what: Remedy, chance: &mut Chance) -> Relief {
    let helped = chance.happens(850).then(|| Answer::Given(chance.one_of(Helped::ALL)));
    Relief { what, helped, unknown: UnknownMembers::default() }
}

fn words<T: Copy>(all: &[T], chance: &mut Chance) -> Option<Answer<Vec<T>>> {
    match chance.below(20) {
        0..13 => {
            let count = chance.below(4) as usize;
            Some(Answer::Given(chance.some_of(all, count)))
        }
        13 => Some(Answer::PreferNotToSay),
        _ => None,
    }
}
