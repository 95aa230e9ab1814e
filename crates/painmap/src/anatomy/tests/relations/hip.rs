//! The gluteal muscles, seen from behind.

use super::{Relations, Seen, all, any, at_least, between, less, out_and_down, within};

const MAXIMUS: &str = "gluteus-maximus";
const MEDIUS: &str = "gluteus-medius";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    let crest = seen.height("iliac-crest");
    found.say(
        "the gluteus medius begins below the crest",
        between(seen.top(MEDIUS), crest - 60.0, crest + 60.0),
    );
    found.say("the gluteus medius comes from the crest", seen.near(MEDIUS, "iliac-crest", 60.0));
    found.say(
        "the gluteus medius goes to the greater trochanter",
        seen.near(MEDIUS, "greater-trochanter", 60.0),
    );
    let (wide, narrow) = (seen.carried(700, 4_150).y, seen.carried(850, 4_700).y);
    found.say(
        "the gluteus medius narrows downwards",
        less(seen.row(MEDIUS, narrow.into()).width(), seen.row(MEDIUS, wide.into()).width()),
    );
    found.say(
        "the gluteus maximus comes from sacrum and coccyx",
        any([seen.near(MAXIMUS, "sacrococcygeal-joint", 60.0), seen.near(MAXIMUS, "tip-of-coccyx", 60.0)]),
    );
    found.say(
        "the gluteus maximus begins at the posterior superior iliac spine",
        seen.near(MAXIMUS, "posterior-superior-iliac-spine", 60.0),
    );
    found.say(
        "the gluteus medius rises above the maximus",
        at_least(seen.top(MAXIMUS) - seen.top(MEDIUS), 100.0),
    );
    found.say(
        "the gluteus maximus covers the ischial tuberosity",
        within(seen.out_of(MAXIMUS, seen.at("ischial-tuberosity")), 60.0),
    );
    let fold = seen.height("gluteal-fold");
    found.say(
        "the gluteus maximus ends on the femur below the fold",
        between(seen.bottom(MAXIMUS), fold, fold + 550.0),
    );
    found.say("fibres of the gluteus maximus run down and outwards", seen.fibres_run(MAXIMUS, out_and_down));
    let (begin, end) = seen.spread(MEDIUS);
    found.say("fibres of the gluteus medius converge to the trochanter", less(end * 2.0, begin));
    found.say("the gluteus maximus is larger than the medius", less(seen.area(MEDIUS), seen.area(MAXIMUS)));
    found.say("the gluteus maximus lies over the medius", seen.covers(MAXIMUS, MEDIUS, 5.0));
    found.say(
        "the gluteus medius is lateral of the maximus",
        seen.outwards([MAXIMUS, MEDIUS], seen.carried(600, 4_500).y.into()),
    );
    found.say(
        "the gluteal muscles lie on their own side of the cleft",
        all([MAXIMUS, MEDIUS].map(|muscle| at_least(seen.inner(muscle), 0.0))),
    );
    found.say(
        "the latissimus ends where the gluteus medius begins",
        within(seen.gap("latissimus-dorsi", MEDIUS), 60.0),
    );
}
