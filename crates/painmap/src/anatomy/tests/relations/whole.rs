//! What holds of all muscles together, seen from behind.

use super::{Holds, Relations, Seen, all, at_least, within};
use crate::anatomy::{Layer, MuscleId};

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    let shown: Vec<&str> = MuscleId::all()
        .filter(|muscle| seen.shape(muscle.as_str()).is_some())
        .map(MuscleId::as_str)
        .collect();
    let of =
        |layer: Layer| MuscleId::all().filter(move |muscle| muscle.layer() == layer).map(MuscleId::as_str);
    let here = |muscle: &&str| shown.contains(muscle);

    let superficial: Vec<&str> = of(Layer::Superficial).filter(here).collect();
    // The tail of the lower trapezius lies over the latissimus: the only two that overlap.
    let overlap = |a: &str, b: &str| (a, b) == ("trapezius-lower", "latissimus-dorsi");
    let apart = |a: &str| -> Holds {
        let others =
            superficial.iter().filter(|b| seen.area(b) >= seen.area(a) && **b != a && !overlap(a, b));
        all(others
            .map(|b| within(seen.shared_area(a, &[b]), 2.0).map_err(|how| format!("{a} in {b}: {how}"))))
    };
    found.say("superficial muscles lie side by side", all(superficial.iter().map(|muscle| apart(muscle))));

    let fold = seen.height("gluteal-fold");
    let below = |muscle: &&str| {
        // The tuberosity at which the gluteus maximus ends is on the upper third of the femur.
        let lowest = if *muscle == "gluteus-maximus" { fold + 500.0 } else { fold };
        within(seen.bottom(muscle), lowest).map_err(|how| format!("{muscle}: {how}"))
    };
    found.say("no muscle of the atlas is in the thigh", all(shown.iter().map(below)));
    let occiput = seen.height("external-occipital-protuberance");
    let above =
        |muscle: &&str| at_least(seen.top(muscle), occiput - 60.0).map_err(|how| format!("{muscle}: {how}"));
    found.say("no muscle of the atlas is above the nuchal lines", all(shown.iter().map(above)));

    let order = |upper: Layer, lower: Layer| {
        let (upper, lower): (Vec<_>, Vec<_>) =
            (of(upper).filter(here).collect(), of(lower).filter(here).collect());
        all(upper.iter().flat_map(|a| lower.iter().map(|b| seen.over(a, b))).collect::<Vec<_>>())
    };
    found.say(
        "superficial muscles lie over intermediate ones",
        order(Layer::Superficial, Layer::Intermediate),
    );
    found.say("intermediate muscles lie over deep ones", order(Layer::Intermediate, Layer::Deep));
}
