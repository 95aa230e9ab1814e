//! A landmark's name as it is said in a sentence.

/// Those whose words are not in the order of their names.
const SPECIAL: [(&str, &str); 8] = [
    ("c1-posterior-tubercle", "posterior tubercle of C1"),
    ("eye-centre", "centre of the eye"),
    ("middle-fingertip", "tip of the middle finger"),
    ("natal-cleft-top", "top of the natal cleft"),
    ("nose-base", "base of the nose"),
    ("opisthocranion", "rearmost point of the head"),
    ("tibiale", "top of the tibia"),
    ("vertex", "top of the head"),
];

/// A landmark's name as it is said after "the": "T4 spinous process", "tip of the twelfth rib".
///
/// ```
/// use painmap::describe::landmark;
/// assert_eq!(landmark("t4-spinous-process"), "T4 spinous process");
/// assert_eq!(landmark("head-of-radius"), "head of the radius");
/// ```
#[must_use]
pub fn landmark(name: &str) -> String {
    if let Some((_, words)) = SPECIAL.iter().find(|(known, _)| *known == name) {
        return (*words).to_owned();
    }
    let mut words = String::new();
    for (index, word) in name.split('-').enumerate() {
        if index > 0 {
            words.push(' ');
        }
        words.push_str(if word == "of" { "of the" } else { word });
    }
    let level = words.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    if let Some(first) = words.get_mut(..1).filter(|_| level) {
        first.make_ascii_uppercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::{Chart, Figure, View};

    #[test]
    fn names_are_said_with_their_articles() {
        for (name, words) in [
            ("tip-of-coccyx", "tip of the coccyx"),
            ("lowest-point-of-tenth-rib", "lowest point of the tenth rib"),
            ("middle-of-medial-border-of-scapula", "middle of the medial border of the scapula"),
            ("tip-of-twelfth-rib", "tip of the twelfth rib"),
            ("l4-spinous-process", "L4 spinous process"),
            ("wrist", "wrist"),
            ("nose-base", "base of the nose"),
        ] {
            assert_eq!(landmark(name), words);
        }
    }

    #[test]
    fn every_special_name_is_of_a_landmark() {
        let known = |name| {
            let mut charts = View::ALL.iter().filter_map(|&view| Chart::of(view, Figure::Neutral));
            charts.any(|chart| chart.landmarks().iter().any(|landmark| landmark.name() == name))
        };
        for (name, _) in SPECIAL {
            assert!(known(name), "{name}");
        }
    }
}
