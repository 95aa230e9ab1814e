//! Splenii, semispinales and suboccipitals, seen from behind.

use super::{Relations, Seen, all, at_least, between, less, out_and_up, within};

const SPLENIUS: &str = "splenius-capitis";
const LOW_SPLENIUS: &str = "splenius-cervicis";
const SEMISPINALIS: &str = "semispinalis-capitis";
const LOW_SEMISPINALIS: &str = "semispinalis-cervicis";
const SUBOCCIPITALS: &str = "suboccipitals";

pub(super) fn relations(seen: &Seen, found: &mut Relations) {
    let level = |vertebra| seen.level(vertebra);
    let lowest = seen.lowest(SPLENIUS);
    found.say("the splenius of the head goes to the mastoid", seen.near(SPLENIUS, "mastoid-process", 60.0));
    found.say(
        "the splenius of the head comes from the midline down to T3",
        all([between(lowest.y.into(), level("t2") - 50.0, level("t4") + 60.0), less(lowest.x.into(), 90.0)]),
    );
    found.say(
        "the splenius of the neck begins lower than that of the head and ends lower",
        all([
            at_least(seen.bottom(LOW_SPLENIUS) - seen.bottom(SPLENIUS), 200.0),
            less(seen.top(SPLENIUS), seen.top(LOW_SPLENIUS)),
        ]),
    );
    let highest = seen.highest(LOW_SPLENIUS);
    found.say(
        "the splenius of the neck goes to the transverse process of C1",
        all([
            between(highest.y.into(), seen.height("c1-posterior-tubercle") - 85.0, level("c2") + 50.0),
            between(highest.x.into(), 140.0, 310.0),
        ]),
    );
    found.say(
        "fibres of the splenii run up and outwards",
        all([SPLENIUS, LOW_SPLENIUS].map(|muscle| seen.fibres_run(muscle, out_and_up))),
    );
    let occiput = seen.height("external-occipital-protuberance");
    found.say(
        "the semispinalis of the head goes from the occiput to T6",
        all([
            between(seen.top(SEMISPINALIS), occiput - 40.0, occiput + 80.0),
            between(seen.bottom(SEMISPINALIS), level("t4") - 70.0, level("t7")),
        ]),
    );
    found.say(
        "the semispinalis of the neck goes from C2 to T6",
        all([
            between(seen.top(LOW_SEMISPINALIS), level("c2") - 40.0, level("c2") + 80.0),
            between(seen.bottom(LOW_SEMISPINALIS), level("t4") - 70.0, level("t7")),
        ]),
    );
    found.say(
        "the semispinalis of the neck runs up to the midline",
        less(
            seen.row(LOW_SEMISPINALIS, level("c5") - 25.0).middle(),
            seen.row(LOW_SEMISPINALIS, level("t2")).middle(),
        ),
    );
    found.say(
        "the semispinalis of the head begins above that of the neck",
        at_least(seen.top(LOW_SEMISPINALIS) - seen.top(SEMISPINALIS), 150.0),
    );
    found.say(
        "the suboccipitals lie between occiput and C2",
        all([
            between(seen.top(SUBOCCIPITALS), occiput, seen.height("c1-posterior-tubercle")),
            between(seen.bottom(SUBOCCIPITALS), level("c2") - 60.0, level("c2") + 60.0),
            within(seen.outer(SUBOCCIPITALS), 330.0),
        ]),
    );
    found.say(
        "the semispinalis of the head covers the suboccipitals",
        seen.covers(SEMISPINALIS, SUBOCCIPITALS, 30.0),
    );
    found.say(
        "the suboccipitals lie above the shoulder's muscles",
        all([
            less(seen.bottom(SUBOCCIPITALS), seen.top("rhomboid-minor")),
            less(seen.bottom(SUBOCCIPITALS), level("c6")),
        ]),
    );
    found.say(
        "the muscles of the nape lie in layers",
        all([
            seen.covers("trapezius-upper", SPLENIUS, 5.0),
            seen.covers(SPLENIUS, SEMISPINALIS, 5.0),
            seen.covers(SEMISPINALIS, LOW_SEMISPINALIS, 5.0),
            seen.covers(LOW_SEMISPINALIS, SUBOCCIPITALS, 0.5),
            seen.covers(LOW_SEMISPINALIS, "multifidus", 5.0),
        ]),
    );
    found.say("the splenius overlies the semispinalis", seen.covers(SPLENIUS, SEMISPINALIS, 20.0));
    found.say(
        "the sternocleidomastoid goes to the mastoid",
        all(["sternocleidomastoid-sternal", "sternocleidomastoid-clavicular"]
            .map(|head| seen.near(head, "mastoid-process", 60.0))),
    );
    found.say("the levator lies over the scalenes", seen.covers("levator-scapulae", "scalenes", 5.0));
}
