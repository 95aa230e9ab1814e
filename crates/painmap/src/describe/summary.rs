//! A record in one line: how many marks, on which sides, and the highest ratings.

use super::locale::capitalised;
use super::{Locale, joined};
use crate::numbers::whole_text;
use crate::record::{Intensity, Laterality, Mark, PainMap, Whereabouts};

/// How many marks there are, on which sides they lie, how strong the strongest is now, and how strong it was at
/// its worst in the last seven days. What was not said is left out; nothing is added up or judged.
///
/// ```
/// use painmap::{PainMap, describe::{Locale, summary}};
/// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[
///     {"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"intensity":7,"worstIntensity":9},
///     {"id":"m2","kind":"spot","view":"posterior","at":[600,2400],"intensity":3}]}"#)?;
/// assert_eq!(
///     summary(&map, Locale::english()),
///     "Marks: 2 (left: 1, right: 1); strongest now: 7 of 10; worst in 7 days: 9 of 10."
/// );
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[must_use]
pub fn summary(map: &PainMap, locale: &Locale) -> String {
    if map.no_pain() {
        return locale.text("say.noPain").to_owned();
    }
    if map.marks().len() == 0 {
        return locale.text("say.nothing").to_owned();
    }
    let count = whole_text(i64::try_from(map.marks().len()).unwrap_or(i64::MAX));
    let sides = joined(&sides(map, locale), locale.text("say.comma"));
    let mut parts = vec![locale.fill("report.marks", &[("count", &count), ("sides", &sides)])];
    let highest = |rating: fn(&Mark) -> Option<Intensity>| map.marks().filter_map(rating).max();
    for (key, rating) in [
        ("report.strongest", highest(|mark| mark.intensity)),
        ("report.worstOfAll", highest(|mark| mark.worst_intensity)),
    ] {
        let Some(rating) = rating else { continue };
        let rating = locale.fill("say.rating", &[("intensity", &whole_text(rating.get().into()))]);
        parts.push(locale.fill(key, &[("rating", &rating)]));
    }
    capitalised(joined(&parts, locale.text("say.separator"))) + locale.text("say.end")
}

/// "left: 2", for each side on which a mark lies.
fn sides(map: &PainMap, locale: &Locale) -> Vec<String> {
    let lies = |mark: &Mark| Whereabouts::of(mark, map.figure).side;
    let marks: Vec<Laterality> = map.marks().map(lies).collect();
    let mut told = Vec::new();
    for &side in Laterality::ALL {
        let count = marks.iter().filter(|&&lies| lies == side).count();
        if count > 0 {
            let label = locale.word("say.side.", side.as_str());
            let count = whole_text(i64::try_from(count).unwrap_or(i64::MAX));
            told.push(locale.fill("say.labelled", &[("label", label), ("text", &count)]));
        }
    }
    told
}
