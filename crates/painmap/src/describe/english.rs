//! The English words for the choices of a record.

use crate::record::{Course, Depth, Laterality, Provocation, Quality};

pub(super) const fn side(side: Laterality) -> &'static str {
    match side {
        Laterality::Left => "left",
        Laterality::Right => "right",
        Laterality::Midline => "in the middle",
        Laterality::Bilateral => "both sides",
    }
}

/// What the pain feels like, in English.
///
/// ```
/// assert_eq!(painmap::describe::quality(painmap::record::Quality::Numb), "numb");
/// ```
#[must_use]
pub const fn quality(quality: Quality) -> &'static str {
    match quality {
        Quality::Aching => "aching",
        Quality::Dull => "dull",
        Quality::Sharp => "sharp",
        Quality::Burning => "burning",
        Quality::Stabbing => "stabbing",
        Quality::Throbbing => "throbbing",
        Quality::Cramping => "cramping",
        Quality::Tight => "tight",
        Quality::Sore => "sore",
        Quality::Tingling => "tingling",
        Quality::Numb => "numb",
    }
}

pub(super) const fn provocation(provocation: Provocation) -> &'static str {
    match provocation {
        Provocation::Spontaneous => "by itself",
        Provocation::Pressure => "when pressed",
        Provocation::Movement => "with movement",
    }
}

pub(super) const fn depth(depth: Depth) -> &'static str {
    match depth {
        Depth::Superficial => "near the surface",
        Depth::Deep => "deep",
        Depth::Unsure => "depth unsure",
    }
}

pub(super) const fn course(course: Course) -> &'static str {
    match course {
        Course::Constant => "constant",
        Course::Intermittent => "comes and goes",
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn and(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => [&first.join(", "), " and ", last].concat(),
    }
}
