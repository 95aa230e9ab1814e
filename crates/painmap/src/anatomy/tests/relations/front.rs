//! Neck, chest and shoulder, seen from the front.

use super::{Relations, Seen, all, any, at_least, between, grow, less, within};

const STERNAL: &str = "sternocleidomastoid-sternal";
const CLAVICULAR: &str = "sternocleidomastoid-clavicular";
const SCALENES: &str = "scalenes";
const MAJOR: &str = "pectoralis-major";
const MINOR: &str = "pectoralis-minor";
const DELTOID: &str = "deltoid-anterior";
const SIDE: &str = "deltoid-middle";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    neck(seen, found);
    pectoralis(seen, found);
    shoulder(seen, found);
}

fn neck(seen: &Seen, found: &mut Relations) {
    let notch = seen.height("jugular-notch");
    let clavicle = seen.at("middle-of-clavicle");
    found.say(
        "the sternal head ends nearer to the midline than the clavicular one",
        less(
            seen.row(STERNAL, seen.bottom(STERNAL) - 30.0).middle(),
            seen.row(CLAVICULAR, seen.bottom(CLAVICULAR) - 30.0).middle(),
        ),
    );
    found.say(
        "the sternal head comes from the manubrium",
        all([
            any([
                seen.near(STERNAL, "sternal-end-of-clavicle", 60.0),
                seen.near(STERNAL, "jugular-notch", 60.0),
            ]),
            between(seen.bottom(STERNAL), notch - 60.0, notch + 100.0),
        ]),
    );
    let lowest = seen.lowest(CLAVICULAR);
    found.say(
        "the clavicular head comes from the medial third of the clavicle",
        all([
            between(lowest.x.into(), 100.0, f64::from(clavicle.x) - 110.0),
            between(lowest.y.into(), f64::from(clavicle.y) - 60.0, notch + 20.0),
        ]),
    );
    found.say(
        "the sternal head runs up and outwards",
        less(seen.row(STERNAL, notch - 122.0).middle(), seen.row(STERNAL, notch - 470.0).middle()),
    );
    found.say("the two heads border on each other", seen.shares_edge(STERNAL, CLAVICULAR, 300.0));
    found.say(
        "the sternal head is medial of the clavicular one",
        seen.outwards([STERNAL, CLAVICULAR], notch - 200.0),
    );
    found.say(
        "the scalenes are lateral of the sternal head",
        seen.outwards([STERNAL, SCALENES], notch - 222.0),
    );
    let end = seen.lowest(SCALENES);
    found.say(
        "the scalenes end behind the clavicle at the first rib",
        all([
            between(end.y.into(), notch - 142.0, notch + 130.0),
            between(end.x.into(), 200.0, f64::from(clavicle.x) - 20.0),
        ]),
    );
    found.say("the sternocleidomastoid lies over the scalenes", seen.covers(CLAVICULAR, SCALENES, 5.0));
    found.say(
        "the trapezius is seen above the clavicle alone",
        within(seen.bottom("trapezius-upper"), seen.height("acromion") + 40.0),
    );
    found.say(
        "throat, scalenes and trapezius follow outwards",
        grow([STERNAL, SCALENES, "trapezius-upper"].map(|muscle| seen.row(muscle, notch - 200.0).middle())),
    );
}

fn pectoralis(seen: &Seen, found: &mut Relations) {
    let (clavicle, fold) = (seen.height("middle-of-clavicle"), seen.height("anterior-axillary-fold"));
    found.say("the pectoralis major comes from the sternum", seen.near(MAJOR, "sternal-angle", 60.0));
    found.say(
        "the pectoralis major makes the anterior axillary fold",
        seen.near(MAJOR, "anterior-axillary-fold", 130.0),
    );
    found.say(
        "the pectoralis major begins at the clavicle",
        between(seen.top(MAJOR), clavicle - 30.0, clavicle + 125.0),
    );
    let xiphoid = seen.height("xiphoid-process");
    found.say(
        "the pectoralis major ends at the lower ribs of the sternum",
        between(seen.bottom(MAJOR), fold + 90.0, xiphoid + 160.0),
    );
    let (inner, outer) = seen.spread(MAJOR);
    found.say("fibres of the pectoralis major converge to the arm", less(outer * 1.5, inner));
    found
        .say("the pectoralis minor goes to the coracoid process", seen.near(MINOR, "coracoid-process", 70.0));
    let coracoid = seen.height("coracoid-process");
    found.say(
        "the pectoralis minor narrows upwards",
        less(seen.row(MINOR, coracoid + 80.0).width(), seen.row(MINOR, coracoid + 430.0).width()),
    );
    found.say("the pectoralis major covers the minor", seen.covers(MAJOR, MINOR, 80.0));
    let lowest = seen.lowest(MINOR);
    let nipple = seen.at("nipple");
    found.say(
        "the pectoralis minor comes from the third to the fifth rib",
        all([
            between(lowest.y.into(), f64::from(nipple.y) - 380.0, f64::from(nipple.y) + 80.0),
            between(lowest.x.into(), 350.0, 760.0),
        ]),
    );
    found.say(
        "the serratus anterior lies on the side of the chest",
        all([
            at_least(seen.row("serratus-anterior", 2_520.0).from, 350.0),
            at_least(seen.row("serratus-anterior", 2_800.0).from, 350.0),
            at_least(seen.row("serratus-anterior", 3_100.0).middle(), 650.0),
        ]),
    );
    found.say(
        "the pectoralis major lies over the serratus anterior",
        seen.covers(MAJOR, "serratus-anterior", 10.0),
    );
    found.say(
        "the serratus anterior shows below the pectoralis major",
        at_least(seen.bottom("serratus-anterior") - seen.bottom(MAJOR), 150.0),
    );
}

fn shoulder(seen: &Seen, found: &mut Relations) {
    let (acromion, elbow) = (seen.height("acromion"), seen.height("cubital-fossa"));
    let middle = f64::from(seen.carried(1_250, 2_200).y);
    found.say("anterior and middle deltoid border on each other", seen.shares_edge(DELTOID, SIDE, 500.0));
    found.say("the anterior deltoid is medial of the middle one", seen.outwards([DELTOID, SIDE], middle));
    found.say("the middle deltoid comes from the tip of the acromion", seen.near(SIDE, "acromion", 60.0));
    found.say(
        "the deltoid ends near the middle of the humerus in front too",
        all([DELTOID, SIDE]
            .map(|part| between((seen.bottom(part) - acromion) / (elbow - acromion) * 100.0, 42.0, 65.0))),
    );
    let top = seen.highest(DELTOID);
    found.say(
        "the anterior deltoid comes from the lateral third of the clavicle",
        between(
            top.x.into(),
            f64::from(seen.at("middle-of-clavicle").x) + 80.0,
            seen.at("acromion").x.into(),
        ),
    );
    found.say(
        "a groove parts deltoid and pectoralis major",
        any([seen.shares_edge(DELTOID, MAJOR, 250.0), within(seen.gap(DELTOID, MAJOR), 30.0)]),
    );
    found.say("the pectoralis major is medial of the deltoid", seen.outwards([MAJOR, DELTOID, SIDE], middle));
    found.say(
        "the subscapularis goes to the lesser tubercle",
        seen.near("subscapularis", "lesser-tubercle-of-humerus", 90.0),
    );
    found.say("the subscapularis lies deep to the deltoid", seen.covers(DELTOID, "subscapularis", 5.0));
}
