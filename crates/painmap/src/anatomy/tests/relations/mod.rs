//! Relations of anatomy: what attachments say of where the muscles lie to one another and to the bones.
//! They hold of what is drawn; nothing here was taken from the drawing.

mod back;
mod front;
mod hip;
mod neck;
mod scapula;
mod seen;
mod shoulder;
mod side;
mod whole;

use crate::anatomy::{Figure, View};
use seen::Seen;
use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Whether a relation holds; if not, by how much it does not.
type Holds = Result<(), String>;

/// What was found of the relations of a part of the body.
#[derive(Default)]
struct Relations {
    names: Vec<&'static str>,
    broken: Vec<String>,
}

impl Relations {
    /// A relation, by name.
    fn say(&mut self, name: &'static str, holds: Holds) {
        self.names.push(name);
        if let Err(how) = holds {
            self.broken.push(format!("{name}: {how}"));
        }
    }
}

/// The first is less than the second. What is in no view is less than nothing.
fn less(a: f64, b: f64) -> Holds {
    if a < b { Ok(()) } else { Err(format!("{a:.0} is not less than {b:.0}")) }
}

/// One number after another grows.
fn grow<const N: usize>(numbers: [f64; N]) -> Holds {
    all(numbers.windows(2).map(|pair| less(pair[0], pair[1])))
}

fn between(value: f64, from: f64, to: f64) -> Holds {
    if (from..=to).contains(&value) {
        Ok(())
    } else {
        Err(format!("{value:.0} is not in {from:.0} to {to:.0}"))
    }
}

fn within(value: f64, most: f64) -> Holds {
    if value <= most { Ok(()) } else { Err(format!("{value:.0} is more than {most:.0}")) }
}

fn at_least(value: f64, least: f64) -> Holds {
    if value >= least { Ok(()) } else { Err(format!("{value:.0} is less than {least:.0}")) }
}

/// All of them hold.
fn all(holds: impl IntoIterator<Item = Holds>) -> Holds {
    let broken: Vec<String> = holds.into_iter().filter_map(Result::err).collect();
    if broken.is_empty() { Ok(()) } else { Err(broken.join("; ")) }
}

/// One of them holds.
fn any(holds: impl IntoIterator<Item = Holds>) -> Holds {
    let mut broken = Vec::new();
    for holds in holds {
        let Err(how) = holds else { return Ok(()) };
        broken.push(how);
    }
    Err(broken.join(" and "))
}

impl Seen {
    /// A muscle's outline comes near to a landmark.
    fn near(&self, muscle: &str, landmark: &str, most: f64) -> Holds {
        within(self.gap_to(muscle, landmark), most).map_err(|how| format!("{muscle} to {landmark}: {how}"))
    }

    /// Two muscles share a border so long.
    fn shares_edge(&self, a: &str, b: &str, least: f64) -> Holds {
        at_least(self.shared(a, b), least).map_err(|how| format!("border of {a} and {b}: {how}"))
    }

    /// One muscle lies above another where an upright line cuts both.
    fn above(&self, a: &str, b: &str, x: f64) -> Holds {
        less(self.column(a, x).middle(), self.column(b, x).middle())
    }

    /// One muscle after another comes from the midline outwards (from behind to the front, in a side
    /// view) where a level line cuts them.
    fn outwards<const N: usize>(&self, muscles: [&str; N], y: f64) -> Holds {
        grow(muscles.map(|muscle| self.row(muscle, y).middle()))
    }

    /// One muscle lies over another, nearer to the skin.
    fn over(&self, a: &str, b: &str) -> Holds {
        if self.is_over(a, b) { Ok(()) } else { Err(format!("{a} is not over {b}")) }
    }

    /// Both are seen in the same place, the first one over the other.
    fn covers(&self, a: &str, b: &str, least_percent: f64) -> Holds {
        all([at_least(self.shared_area(b, &[a]), least_percent), self.over(a, b)])
    }

    /// The fibres of a muscle run so.
    fn fibres_run(&self, muscle: &str, runs: impl Fn(seen::Fibre) -> bool) -> Holds {
        at_least(self.running(muscle, runs), 100.0).map_err(|how| format!("percent of its fibres: {how}"))
    }

    /// The fibres of a muscle are this steep, in degrees to the horizontal.
    fn fibres_are_steep(&self, muscle: &str, degrees: RangeInclusive<f64>) -> Holds {
        let steepness = self.fibres(muscle).into_iter().map(seen::Fibre::steepness);
        // Those of a muscle that is not shown are not steep.
        let steepness = steepness.chain([self.steepness(muscle)]);
        all(steepness.map(|steepness| between(steepness, *degrees.start(), *degrees.end())))
    }
}

fn out_and_down(fibre: seen::Fibre) -> bool {
    fibre.to.x > fibre.from.x && fibre.to.y > fibre.from.y
}

fn out_and_up(fibre: seen::Fibre) -> bool {
    fibre.to.x > fibre.from.x && fibre.to.y < fibre.from.y
}

/// Finds the relations of a part of the body.
type Look = fn(&Seen, &mut Relations);

/// The parts of the body, each with the view that shows it.
const PARTS: [(View, Look); 9] = [
    (View::Posterior, whole::relations),
    (View::Posterior, shoulder::relations),
    (View::Posterior, scapula::relations),
    (View::Posterior, back::relations),
    (View::Posterior, neck::relations),
    (View::Posterior, hip::relations),
    (View::Anterior, front::relations),
    (View::Left, side::relations),
    (View::Left, side::relations_of_the_hip),
];

#[test]
fn every_relation_holds_in_every_figure() {
    let mut broken = Vec::new();
    for figure in Figure::ALL {
        for (view, relations) in PARTS {
            let mut found = Relations::default();
            relations(&Seen::of(view, *figure), &mut found);
            broken.extend(found.broken.into_iter().map(|broken| format!("{figure}: {broken}")));
        }
    }
    assert!(broken.is_empty(), "{} relations are broken:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn there_are_many_relations_and_each_has_a_name_of_its_own() {
    let mut found = Relations::default();
    for (view, relations) in PARTS {
        relations(&Seen::of(view, Figure::Neutral), &mut found);
    }
    let names: BTreeSet<_> = found.names.iter().collect();
    assert_eq!(names.len(), found.names.len(), "a name stands twice");
    assert!(names.len() >= 150, "only {} relations", names.len());
}

#[test]
fn a_broken_relation_says_by_how_much() {
    let seen = Seen::of(View::Posterior, Figure::Neutral);
    let far = seen.near("gluteus-maximus", "acromion", 60.0).unwrap_err();
    assert!(far.starts_with("gluteus-maximus to acromion: ") && far.ends_with("is more than 60"), "{far}");
    assert!(seen.above("trapezius-lower", "trapezius-upper", 200.0).is_err());
    assert!(seen.above("pectoralis-minor", "trapezius-upper", 200.0).is_err(), "the view does not show it");
    assert!(seen.over("trapezius-upper", "pectoralis-minor").is_err());
    assert_eq!(less(1.0, 2.0), Ok(()));
    assert_eq!(grow([1.0, 3.0, 2.0]), Err("3 is not less than 2".into()));
}
