//! All of it seen from the side: x grows to the front.

use super::{Relations, Seen, all, at_least, between, grow, less, within};

const STERNAL: &str = "sternocleidomastoid-sternal";
const CLAVICULAR: &str = "sternocleidomastoid-clavicular";
const UPPER: &str = "trapezius-upper";
const DELTOIDS: [&str; 3] = ["deltoid-posterior", "deltoid-middle", "deltoid-anterior"];
const LATISSIMUS: &str = "latissimus-dorsi";
const MAXIMUS: &str = "gluteus-maximus";
const MEDIUS: &str = "gluteus-medius";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    neck(seen, found);
    trunk(seen, found);
}

fn neck(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    let (mastoid, notch) = (seen.height("mastoid-process"), seen.height("jugular-notch"));
    found.say(
        "the scalenes lie behind the sternocleidomastoid",
        all([
            seen.outwards(["scalenes", STERNAL], level("c5")),
            seen.outwards(["scalenes", CLAVICULAR], level("t1")),
        ]),
    );
    found.say(
        "the levator lies behind the scalenes",
        seen.outwards(["levator-scapulae", "scalenes"], level("c7")),
    );
    found.say(
        "the trapezius lies behind the levator",
        less(seen.row(UPPER, level("c5")).from, seen.row("levator-scapulae", level("c5")).from),
    );
    found.say(
        "the trapezius makes the outline of the nape",
        within(seen.gap_to_skin(UPPER, (level("c4"), level("c6"))), 30.0),
    );
    found.say(
        "the sternal head is in front of the clavicular one",
        seen.outwards([CLAVICULAR, STERNAL], level("c7")),
    );
    found.say(
        "both heads come from the mastoid",
        all([STERNAL, CLAVICULAR].map(|head| seen.near(head, "mastoid-process", 100.0))),
    );
    found.say(
        "both heads run down and to the front",
        all([STERNAL, CLAVICULAR].map(|head| {
            less(seen.row(head, mastoid + 210.0).middle(), seen.row(head, notch - 222.0).middle())
        })),
    );
    found.say("the sternal head goes to the jugular notch", seen.near(STERNAL, "jugular-notch", 100.0));
    found.say(
        "the splenius goes to the mastoid process",
        seen.near("splenius-capitis", "mastoid-process", 60.0),
    );
    found.say(
        "the splenius runs down and to the back",
        less(
            seen.row("splenius-capitis", level("c7")).middle(),
            seen.row("splenius-capitis", mastoid + 110.0).middle(),
        ),
    );
    found.say(
        "nape, levator, scalenes and throat follow from behind to the front",
        grow(
            [UPPER, "levator-scapulae", "scalenes", CLAVICULAR, STERNAL]
                .map(|muscle| seen.row(muscle, level("c7") + 20.0).middle()),
        ),
    );
    found.say(
        "the parts of the trapezius lie one below the other",
        grow([UPPER, "trapezius-middle", "trapezius-lower"].map(|part| seen.bottom(part))),
    );
    found.say(
        "the lower trapezius goes down to T12",
        within((seen.bottom("trapezius-lower") - level("t12")).abs(), 90.0),
    );
}

fn trunk(seen: &Seen, found: &mut Relations) {
    let shoulder = f64::from(seen.carried(-50, 2_200).y);
    found.say("the deltoid's parts follow from behind to the front", seen.outwards(DELTOIDS, shoulder));
    found.say(
        "the deltoid narrows downwards",
        all(DELTOIDS.map(|part| {
            less(seen.row(part, shoulder + 450.0).width(), seen.row(part, shoulder - 200.0).width())
        })),
    );
    let (acromion, elbow) = (seen.height("acromion"), seen.height("lateral-epicondyle"));
    found.say(
        "the deltoid ends near the middle of the humerus from the side too",
        all(DELTOIDS
            .map(|part| between((seen.bottom(part) - acromion) / (elbow - acromion) * 100.0, 42.0, 65.0))),
    );
    found.say(
        "the deltoid's parts border on one another",
        all([(0, 1), (1, 2)].map(|(a, b)| seen.shares_edge(DELTOIDS[a], DELTOIDS[b], 500.0))),
    );
    found.say(
        "the infraspinatus lies below the scapular spine and behind the arm",
        all([at_least(seen.top("infraspinatus"), acromion - 60.0), within(seen.outer("infraspinatus"), 0.0)]),
    );
    let chest = seen.height("inferior-angle-of-scapula");
    found.say(
        "the latissimus lies behind the pectoralis major",
        seen.outwards([LATISSIMUS, "pectoralis-major"], chest + 40.0),
    );
    found.say(
        "the latissimus lies behind the serratus anterior",
        seen.outwards([LATISSIMUS, "serratus-anterior"], chest + 350.0),
    );
    found.say(
        "the serratus anterior ends on the side of the chest",
        within(seen.outer("serratus-anterior"), f64::from(seen.at("nipple").x) - 150.0),
    );
    found.say(
        "the pectoralis major makes the outline of the chest",
        all([
            within(seen.gap_to_skin("pectoralis-major", (2_200.0, 2_400.0)), 60.0),
            within(seen.row("pectoralis-major", 2_300.0).from, 330.0),
        ]),
    );
    found.say("the latissimus comes from the crest behind", seen.near(LATISSIMUS, "iliac-crest", 60.0));
    found.say(
        "the teres muscles follow the infraspinatus downwards",
        grow(["infraspinatus", "teres-minor", "teres-major"].map(|muscle| seen.top(muscle))),
    );
}

pub(super) fn relations_of_the_hip(seen: &Seen, found: &mut Relations) {
    found.say(
        "the gluteus medius spans from crest to trochanter",
        all([seen.near(MEDIUS, "greater-trochanter", 60.0), seen.near(MEDIUS, "iliac-crest", 130.0)]),
    );
    let buttock = f64::from(seen.carried(-600, 4_750).y);
    found.say(
        "the gluteus maximus makes the outline of the buttock",
        within(seen.gap_to_skin(MAXIMUS, (buttock - 100.0, buttock + 100.0)), 20.0),
    );
    let hip = f64::from(seen.carried(-400, 4_500).y);
    found.say("the gluteus maximus lies behind the medius", seen.outwards([MAXIMUS, MEDIUS], hip));
    found.say(
        "the gluteus medius rises above the maximus from the side too",
        at_least(seen.top(MAXIMUS) - seen.top(MEDIUS), 100.0),
    );
    found.say(
        "the gluteus medius narrows towards the trochanter",
        less(seen.row(MEDIUS, hip + 200.0).width(), seen.row(MEDIUS, hip - 300.0).width()),
    );
    found.say(
        "the gluteus maximus goes down behind the hip",
        at_least(seen.bottom(MAXIMUS), seen.height("ischial-tuberosity")),
    );
    found.say(
        "the erector spinae reaches the sacrum from the side too",
        all([
            at_least(seen.bottom("longissimus-thoracis"), seen.level("s1")),
            at_least(seen.bottom("iliocostalis-lumborum"), seen.level("l5")),
        ]),
    );
    found.say(
        "iliocostalis and quadratus lie in front of the longissimus",
        seen.outwards(
            ["longissimus-thoracis", "iliocostalis-lumborum", "quadratus-lumborum"],
            seen.level("l3"),
        ),
    );
}
