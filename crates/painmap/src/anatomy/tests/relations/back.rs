//! Latissimus, erector spinae, multifidus, quadratus lumborum and the lower serratus posterior.

use super::{Relations, Seen, all, any, at_least, between, less, out_and_up, within};

const LATISSIMUS: &str = "latissimus-dorsi";
const MULTIFIDUS: &str = "multifidus";
const ROTATORES: &str = "rotatores";
const LONGISSIMUS: &str = "longissimus-thoracis";
const THORACIC: &str = "iliocostalis-thoracis";
const LUMBAR: &str = "iliocostalis-lumborum";
const QUADRATUS: &str = "quadratus-lumborum";
const SERRATUS: &str = "serratus-posterior-inferior";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    latissimus(seen, found);
    columns(seen, found);
    loin(seen, found);
}

fn latissimus(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    found.say(
        "the latissimus goes to the posterior axillary fold",
        seen.near(LATISSIMUS, "posterior-axillary-fold", 100.0),
    );
    found.say("the latissimus comes from the iliac crest", seen.near(LATISSIMUS, "iliac-crest", 60.0));
    found.say(
        "the latissimus begins at T7 beside the midline",
        between(seen.column(LATISSIMUS, 40.0).from, level("t7") - 90.0, level("t8")),
    );
    found.say(
        "the latissimus passes over the inferior angle",
        seen.near(LATISSIMUS, "inferior-angle-of-scapula", 100.0),
    );
    found.say(
        "the latissimus ends below at the crest and the sacrum",
        between(seen.bottom(LATISSIMUS), level("l3"), level("s2")),
    );
    let angle = seen.at("inferior-angle-of-scapula");
    found.say(
        "the latissimus covers no more of the scapula than its lower angle",
        at_least(seen.column(LATISSIMUS, f64::from(angle.x) + 100.0).from, f64::from(angle.y) - 200.0),
    );
    found.say(
        "fibres of the latissimus run up and outwards",
        seen.fibres_run(LATISSIMUS, |fibre| {
            // The uppermost may be level.
            fibre.to.x > fibre.from.x && fibre.to.y < fibre.from.y + 20
        }),
    );
    let fibres = seen.fibres(LATISSIMUS);
    let by = |key: fn(&super::seen::Fibre) -> i32| fibres.iter().copied().min_by_key(key).unwrap();
    found.say(
        "fibres of the latissimus are the steeper the farther out they begin",
        all([
            within(by(|fibre| fibre.from.y).steepness(), 45.0),
            at_least(by(|fibre| -fibre.from.x).steepness(), 55.0),
        ]),
    );
    found.say(
        "the lower trapezius lies over the latissimus",
        all([
            seen.covers("trapezius-lower", LATISSIMUS, 5.0),
            any([
                at_least(seen.shared_area("trapezius-lower", &[LATISSIMUS]), 1.0),
                within(seen.gap("trapezius-lower", LATISSIMUS), 20.0),
            ]),
        ]),
    );
    let side = seen.carried(850, 2_900).y;
    found.say(
        "the latissimus winds round the side",
        within(seen.gap_to_skin(LATISSIMUS, (f64::from(side) - 60.0, f64::from(side) + 60.0)), 80.0),
    );
    found.say(
        "the latissimus is the largest of the superficial muscles of the back",
        all([
            "trapezius-upper",
            "trapezius-middle",
            "trapezius-lower",
            "deltoid-posterior",
            "deltoid-middle",
        ]
        .map(|other| less(seen.area(other), seen.area(LATISSIMUS)))),
    );
    found.say("the latissimus covers the lower serratus posterior", seen.covers(LATISSIMUS, SERRATUS, 50.0));
}

fn columns(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    found.say(
        "multifidus, longissimus and iliocostalis stand side by side at T8",
        seen.outwards([MULTIFIDUS, LONGISSIMUS, THORACIC], level("t8")),
    );
    found.say(
        "multifidus, longissimus and iliocostalis stand side by side at L2",
        seen.outwards([MULTIFIDUS, LONGISSIMUS, LUMBAR], level("l2")),
    );
    found.say(
        "longissimus and thoracic iliocostalis share a border",
        seen.shares_edge(LONGISSIMUS, THORACIC, 800.0),
    );
    found.say(
        "longissimus and lumbar iliocostalis share a border",
        seen.shares_edge(LONGISSIMUS, LUMBAR, 500.0),
    );
    found
        .say("longissimus and multifidus share a border", seen.shares_edge(LONGISSIMUS, MULTIFIDUS, 1_000.0));
    found.say(
        "the lumbar iliocostalis lies below the thoracic one",
        all([
            less(seen.top(THORACIC), level("t4")),
            less(level("t4"), seen.top(LUMBAR)),
            less(seen.bottom(THORACIC), seen.bottom(LUMBAR)),
        ]),
    );
    found.say(
        "the lumbar iliocostalis comes from crest and sacrum",
        between(seen.bottom(LUMBAR), seen.height("iliac-crest"), seen.height("sacral-hiatus")),
    );
    found.say(
        "the longissimus goes from the sacrum up to the upper ribs",
        all([less(seen.top(LONGISSIMUS), level("t5")), less(level("l3"), seen.bottom(LONGISSIMUS))]),
    );
    found.say(
        "the thoracic iliocostalis lies at the angles of the ribs",
        all([at_least(seen.inner(THORACIC), 180.0), within(seen.outer(THORACIC), 520.0)]),
    );
    found.say(
        "the multifidus fills the groove beside the spine",
        all([
            within(seen.outer(MULTIFIDUS), 340.0),
            less(seen.row(MULTIFIDUS, level("l1")).from, 60.0),
            less(seen.row(MULTIFIDUS, level("l5")).from, 60.0),
        ]),
    );
    found.say(
        "the multifidus grows towards the sacrum",
        less(seen.row(MULTIFIDUS, level("t10")).width(), seen.row(MULTIFIDUS, level("l5")).width()),
    );
    found.say("the multifidus reaches the sacrum", at_least(seen.bottom(MULTIFIDUS), level("s1")));
    found.say(
        "the rotatores lie between spinous and transverse processes",
        all([
            within(seen.outer(ROTATORES), 280.0),
            at_least(seen.top(ROTATORES), level("c6")),
            within(seen.bottom(ROTATORES), level("l5")),
            seen.outwards([ROTATORES, LONGISSIMUS], level("t7")),
            seen.covers(MULTIFIDUS, ROTATORES, 60.0),
        ]),
    );
    found.say(
        "fibres of the long columns run along the spine",
        all([LONGISSIMUS, THORACIC, LUMBAR].map(|muscle| seen.fibres_are_steep(muscle, 60.0..=90.0))),
    );
    found.say(
        "fibres of the multifidus run up to the midline",
        seen.fibres_run(MULTIFIDUS, |fibre| fibre.to.x < fibre.from.x && fibre.to.y < fibre.from.y),
    );
}

fn loin(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    let (rib, crest) = (seen.at("angle-of-twelfth-rib"), seen.height("iliac-crest"));
    found.say(
        "the quadratus lies between the twelfth rib and the crest",
        all([
            between(seen.top(QUADRATUS), f64::from(rib.y) - 110.0, f64::from(rib.y) + 110.0),
            between(seen.bottom(QUADRATUS), crest - 70.0, crest + 330.0),
        ]),
    );
    found.say(
        "the quadratus hangs on the twelfth rib",
        all([
            seen.near(QUADRATUS, "angle-of-twelfth-rib", 60.0),
            at_least(seen.inner(QUADRATUS), 150.0),
            within(seen.outer(QUADRATUS), seen.at("iliac-crest").x.into()),
        ]),
    );
    found.say(
        "the quadratus is lateral of the longissimus at L3",
        seen.outwards([MULTIFIDUS, LONGISSIMUS, QUADRATUS], level("l3")),
    );
    found.say("the iliocostalis lies over the quadratus", seen.covers(LUMBAR, QUADRATUS, 10.0));
    found.say(
        "the lower serratus posterior comes from T11 to L2",
        all([
            between(seen.column(SERRATUS, 60.0).from, level("t11") - 80.0, level("t12")),
            between(seen.column(SERRATUS, 60.0).to, level("l1"), level("l3")),
            at_least(seen.outer(SERRATUS), 400.0),
        ]),
    );
    found.say(
        "the lower serratus posterior goes up to the ribs",
        all([
            less(seen.column(SERRATUS, 380.0).middle(), seen.column(SERRATUS, 100.0).middle()),
            seen.fibres_run(SERRATUS, out_and_up),
        ]),
    );
    found.say(
        "the two parts of the serratus posterior are far apart",
        at_least(seen.top(SERRATUS) - seen.bottom("serratus-posterior-superior"), 500.0),
    );
}
