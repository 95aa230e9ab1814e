//! Trapezius and deltoid, seen from behind.

use super::{Relations, Seen, all, any, at_least, between, grow, less, out_and_down, out_and_up, within};

const UPPER: &str = "trapezius-upper";
const MIDDLE: &str = "trapezius-middle";
const LOWER: &str = "trapezius-lower";
const BACK: &str = "deltoid-posterior";
const SIDE: &str = "deltoid-middle";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    trapezius(seen, found);
    deltoid(seen, found);
}

fn trapezius(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    let occiput = seen.height("external-occipital-protuberance");
    found.say(
        "the upper trapezius comes from the occiput",
        seen.near(UPPER, "external-occipital-protuberance", 60.0),
    );
    found.say(
        "the upper trapezius begins at the nuchal line",
        between(seen.top(UPPER), occiput - 60.0, occiput + 60.0),
    );
    found.say("the upper trapezius goes to the acromion", seen.near(UPPER, "acromion", 150.0));
    found.say(
        "the upper trapezius leaves the midline at C6 to T1",
        between(seen.column(UPPER, 40.0).to, level("c6"), level("t1")),
    );
    found.say("the upper trapezius borders on the middle one", seen.shares_edge(UPPER, MIDDLE, 600.0));
    found.say("the middle trapezius borders on the lower one", seen.shares_edge(MIDDLE, LOWER, 200.0));
    found.say(
        "the middle trapezius keeps the upper and the lower one apart",
        all([
            within(seen.shared(UPPER, LOWER), 0.0),
            at_least(seen.column(LOWER, 60.0).from - seen.column(UPPER, 60.0).to, 300.0),
        ]),
    );
    found.say(
        "the middle trapezius comes from C7 to T3 or T4",
        all([
            between(seen.column(MIDDLE, 40.0).from, level("c6"), level("t1")),
            between(seen.column(MIDDLE, 40.0).to, level("t3"), level("t4") + 60.0),
        ]),
    );
    found.say(
        "the lower trapezius begins at T4",
        between(seen.column(LOWER, 40.0).from, level("t3"), level("t4") + 80.0),
    );
    found.say(
        "the lower trapezius ends at T12",
        between(seen.bottom(LOWER), level("t12") - 90.0, level("t12") + 90.0),
    );
    found.say(
        "upper, middle and lower trapezius lie one below the other",
        all([seen.above(UPPER, MIDDLE, 200.0), seen.above(MIDDLE, LOWER, 200.0)]),
    );
    found.say(
        "the middle trapezius goes along the scapular spine to the acromion",
        all([
            seen.near(MIDDLE, "root-of-scapular-spine", 60.0),
            any([seen.near(MIDDLE, "acromion", 60.0), seen.near(MIDDLE, "acromial-angle", 60.0)]),
        ]),
    );
    found.say(
        "the lower trapezius goes to the root of the spine",
        seen.near(LOWER, "root-of-scapular-spine", 130.0),
    );
    found.say(
        "the lower trapezius ends on the medial part of the spine",
        less(seen.outer(LOWER), seen.at("middle-of-scapular-spine").x.into()),
    );
    found.say(
        "the middle trapezius ends above the scapular spine",
        all([600.0, 735.0, 900.0, 1_050.0].map(|x| within(seen.column(MIDDLE, x).to, seen.spine(x) + 60.0))),
    );
    found.say(
        "the lower trapezius narrows downwards",
        grow(["t11", "t9", "t6"].map(|vertebra| seen.row(LOWER, level(vertebra)).width())),
    );
    found.say(
        "the upper trapezius widens from the head to the shoulder",
        less(seen.row(UPPER, level("c2") - 150.0).width(), seen.row(UPPER, level("c5")).width()),
    );
    found.say(
        "the upper trapezius makes the slope of the shoulder",
        within(seen.gap_to_skin(UPPER, (level("c6"), level("t2"))), 15.0),
    );
    found.say("fibres of the upper trapezius run down and outwards", seen.fibres_run(UPPER, out_and_down));
    found.say("fibres of the lower trapezius run up and outwards", seen.fibres_run(LOWER, out_and_up));
    found.say(
        "fibres of the middle trapezius are the flattest",
        all([
            less(seen.steepness(MIDDLE), seen.steepness(UPPER)),
            less(seen.steepness(MIDDLE), seen.steepness(LOWER)),
        ]),
    );
    found.say(
        "the usual place of Barbero's is in the upper trapezius",
        within(seen.out_of(UPPER, seen.carried(640, 1_562)), 0.0),
    );
    found.say(
        "the trapezius covers the rhomboids",
        all([
            at_least(seen.shared_area("rhomboid-minor", &[UPPER, MIDDLE, LOWER]), 90.0),
            at_least(seen.shared_area("rhomboid-major", &[UPPER, MIDDLE, LOWER]), 60.0),
            seen.covers(MIDDLE, "rhomboid-minor", 5.0),
            seen.covers(LOWER, "rhomboid-major", 5.0),
        ]),
    );
    found.say("the middle trapezius covers the supraspinatus", seen.covers(MIDDLE, "supraspinatus", 60.0));
    found.say("the trapezius overlies the levator", seen.covers(MIDDLE, "levator-scapulae", 10.0));
}

fn deltoid(seen: &Seen, found: &mut Relations) {
    found
        .say("the posterior deltoid comes from the acromial angle", seen.near(BACK, "acromial-angle", 100.0));
    found.say("the middle deltoid comes from the acromion", seen.near(SIDE, "acromion", 60.0));
    found.say("posterior and middle deltoid border on each other", seen.shares_edge(BACK, SIDE, 500.0));
    found.say("the posterior deltoid is medial of the middle one", seen.outwards([BACK, SIDE], 2_200.0));
    let (shoulder, elbow) = (seen.height("acromion"), seen.height("olecranon"));
    let half = |share: f64| shoulder + (elbow - shoulder) * share;
    found.say(
        "the deltoid ends near the middle of the humerus",
        all([BACK, SIDE].map(|part| between(seen.bottom(part), half(0.42), half(0.65)))),
    );
    found.say(
        "the posterior deltoid overlies the outer infraspinatus",
        seen.covers(BACK, "infraspinatus", 5.0),
    );
    found.say("fibres of the posterior deltoid run down and outwards", seen.fibres_run(BACK, out_and_down));
    found.say(
        "the middle deltoid makes the outer side of the shoulder",
        within(seen.gap_to_skin(SIDE, (2_000.0, 2_500.0)), 15.0),
    );
    found.say(
        "the trapezius ends where the deltoid begins",
        all([seen.shares_edge(MIDDLE, BACK, 200.0), within(seen.gap(UPPER, SIDE), 15.0)]),
    );
}
