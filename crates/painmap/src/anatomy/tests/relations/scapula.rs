//! Levator, rhomboids, serratus posterior superior, rotator cuff and teres major, seen from behind.

use super::{Relations, Seen, all, at_least, between, grow, less, out_and_down, within};

const LEVATOR: &str = "levator-scapulae";
const MINOR: &str = "rhomboid-minor";
const MAJOR: &str = "rhomboid-major";
const SERRATUS: &str = "serratus-posterior-superior";
const SUPRA: &str = "supraspinatus";
const INFRA: &str = "infraspinatus";
const TERES_MINOR: &str = "teres-minor";
const TERES_MAJOR: &str = "teres-major";
const SUBSCAPULARIS: &str = "subscapularis";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    medial(seen, found);
    rhomboids(seen, found);
    cuff(seen, found);
    teres(seen, found);
}

fn medial(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    found.say(
        "the levator ends at the superior angle of the scapula",
        seen.near(LEVATOR, "superior-angle-of-scapula", 60.0),
    );
    let atlas = seen.highest(LEVATOR);
    found.say(
        "the levator comes from the transverse process of C1",
        all([
            between(atlas.y.into(), seen.height("c1-posterior-tubercle") - 85.0, level("c2") + 20.0),
            between(atlas.x.into(), 170.0, 330.0),
        ]),
    );
    found.say(
        "the levator ends between the superior angle and the root of the spine",
        between(
            seen.bottom(LEVATOR),
            seen.height("superior-angle-of-scapula") - 10.0,
            seen.height("root-of-scapular-spine") + 60.0,
        ),
    );
    found.say(
        "the levator runs down and outwards",
        grow(["c3", "c7", "t2"].map(|vertebra| seen.row(LEVATOR, level(vertebra) - 10.0).middle())),
    );
    found.say("the levator keeps off the midline", less(120.0, seen.inner(LEVATOR)));
    found.say("the levator lies above the rhomboids at the medial border", seen.above(LEVATOR, MINOR, 430.0));
    found.say(
        "the upper serratus posterior comes from C7 to T3",
        all([
            between(seen.column(SERRATUS, 40.0).from, level("c6"), level("t1")),
            between(seen.column(SERRATUS, 40.0).to, level("t2"), level("t3") + 80.0),
        ]),
    );
    found.say(
        "the upper serratus posterior goes beyond the angles of the ribs",
        less(330.0, seen.outer(SERRATUS)),
    );
    found.say(
        "the upper serratus posterior runs down and outwards",
        all([
            less(seen.column(SERRATUS, 80.0).middle(), seen.column(SERRATUS, 320.0).middle()),
            seen.fibres_run(SERRATUS, out_and_down),
        ]),
    );
    found.say("the rhomboid major overlies the upper serratus posterior", seen.covers(MAJOR, SERRATUS, 20.0));
}

fn rhomboids(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    let (minor, major) = (seen.column(MINOR, 250.0), seen.column(MAJOR, 250.0));
    found.say(
        "the rhomboid minor lies above the major",
        all([less(minor.to, major.to), at_least(major.middle() - minor.middle(), 100.0)]),
    );
    found.say("the rhomboids border on each other", seen.shares_edge(MINOR, MAJOR, 350.0));
    found.say(
        "the rhomboid minor ends at the root of the spine",
        seen.near(MINOR, "root-of-scapular-spine", 60.0),
    );
    found.say(
        "the rhomboid major ends along the medial border",
        all([
            seen.near(MAJOR, "middle-of-medial-border-of-scapula", 60.0),
            seen.near(MAJOR, "inferior-angle-of-scapula", 130.0),
        ]),
    );
    found.say(
        "the rhomboid major comes from T2 to T5",
        all([
            less(seen.row(MAJOR, level("t2") + 20.0).from, 70.0),
            less(seen.row(MAJOR, level("t5") - 10.0).from, 70.0),
            between(seen.column(MAJOR, 40.0).from, level("t1"), level("t2") + 30.0),
            between(seen.column(MAJOR, 40.0).to, level("t5") - 30.0, level("t6")),
        ]),
    );
    found.say(
        "the rhomboid minor comes from C7 and T1",
        all([
            at_least(seen.column(MINOR, 40.0).from, level("c6")),
            within(seen.column(MINOR, 40.0).to, level("t1") + 100.0),
        ]),
    );
    found.say(
        "the rhomboid major is twice as tall as the minor",
        at_least(major.width(), 2.0 * minor.width()),
    );
    found.say(
        "fibres of the rhomboids run down and outwards",
        all([MINOR, MAJOR].map(|muscle| seen.fibres_run(muscle, out_and_down))),
    );
    found.say(
        "the rhomboids end at the medial border",
        all([MINOR, MAJOR].map(|muscle| {
            within(seen.outer(muscle), f64::from(seen.at("inferior-angle-of-scapula").x) + 20.0)
        })),
    );
    found.say("no rhomboid lies on the blade", within(seen.shared_area(MAJOR, &[INFRA]), 3.0));
}

fn cuff(seen: &Seen, found: &mut Relations) {
    let root = seen.at("root-of-scapular-spine");
    let middle = seen.at("middle-of-scapular-spine");
    found.say(
        "the spine parts supraspinatus and infraspinatus",
        all([480.0, 600.0, 735.0, 850.0, 950.0].map(|x| {
            let spine = seen.spine(x);
            all([
                within(seen.column(SUPRA, x).to, spine + 60.0),
                at_least(seen.column(INFRA, x).from, spine - 60.0),
            ])
        })),
    );
    found.say("the supraspinatus lies along the spine", seen.near(SUPRA, "middle-of-scapular-spine", 100.0));
    found.say(
        "the supraspinatus goes under the acromion",
        at_least(seen.outer(SUPRA), f64::from(seen.at("acromial-angle").x) - 60.0),
    );
    found.say(
        "the supraspinatus stays in its fossa",
        all([
            at_least(seen.inner(SUPRA), f64::from(root.x) - 20.0),
            at_least(seen.top(SUPRA), seen.height("superior-angle-of-scapula") - 60.0),
        ]),
    );
    found.say(
        "the infraspinatus fills the fossa from the spine to the medial border",
        all([
            seen.near(INFRA, "middle-of-scapular-spine", 100.0),
            seen.near(INFRA, "middle-of-medial-border-of-scapula", 60.0),
        ]),
    );
    found.say("the infraspinatus goes to the head of the humerus", seen.near(INFRA, "head-of-humerus", 60.0));
    found.say(
        "the infraspinatus is the largest on the blade",
        all([SUPRA, TERES_MINOR, TERES_MAJOR].map(|other| less(seen.area(other), seen.area(INFRA)))),
    );
    let (inner, outer) = seen.spread(INFRA);
    found.say("fibres of the infraspinatus converge to the humerus", less(outer * 2.0, inner));
    found.say(
        "the subscapularis lies on the front of the blade",
        all([
            at_least(seen.inner(SUBSCAPULARIS), f64::from(root.x) - 40.0),
            at_least(seen.filled(&seen.bone("scapula"), SUBSCAPULARIS), 60.0),
        ]),
    );
    found.say(
        "the subscapularis is the deepest of the cuff",
        all([SUPRA, INFRA, TERES_MINOR].map(|other| seen.covers(other, SUBSCAPULARIS, 5.0))),
    );
    found.say(
        "supraspinatus, infraspinatus and teres minor lie one below the other",
        all([
            seen.above(SUPRA, INFRA, middle.x.into()),
            seen.above(INFRA, TERES_MINOR, f64::from(middle.x) + 65.0),
        ]),
    );
}

fn teres(seen: &Seen, found: &mut Relations) {
    let angle = seen.at("inferior-angle-of-scapula");
    found.say("the teres minor lies above the major", seen.above(TERES_MINOR, TERES_MAJOR, 800.0));
    found.say("the teres minor is the smallest", less(2.0 * seen.area(TERES_MINOR), seen.area(INFRA)));
    found.say(
        "the teres major comes from the inferior angle",
        seen.near(TERES_MAJOR, "inferior-angle-of-scapula", 90.0),
    );
    found.say(
        "the teres major goes up and outwards to the arm",
        all([
            at_least(seen.outer(TERES_MAJOR), 850.0),
            less(seen.column(TERES_MAJOR, 820.0).middle(), seen.column(TERES_MAJOR, 620.0).middle()),
        ]),
    );
    found.say(
        "the teres minor goes up and outwards",
        less(seen.column(TERES_MINOR, 900.0).middle(), seen.column(TERES_MINOR, 740.0).middle()),
    );
    found.say(
        "the teres minor comes from the upper two thirds of the lateral border",
        at_least(seen.gap_to_point(TERES_MINOR, angle), 150.0),
    );
    found.say(
        "infraspinatus and teres minor border on each other",
        seen.shares_edge(INFRA, TERES_MINOR, 300.0),
    );
    found.say(
        "the latissimus passes over the teres major's origin",
        seen.covers("latissimus-dorsi", TERES_MAJOR, 5.0),
    );
}
