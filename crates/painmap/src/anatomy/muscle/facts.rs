//! What is said of a muscle: names, layer, attachments, innervation, patterns in words, codes, sources.

use super::super::code::Concept;
use super::super::id::ids;
use super::super::tables::muscles::{MUSCLE_CONCEPTS, MUSCLE_IDS, MUSCLES, SOURCES};
use super::super::tables::{FactRow, MuscleRow};
use crate::words::words;

ids! {
    /// A muscle, or a part of one that is told apart. It says no side: that stands beside it. They are
    /// listed from the surface down.
    ///
    /// ```
    /// use painmap::anatomy::{Layer, MuscleId};
    /// let muscle: MuscleId = "levator-scapulae".parse()?;
    /// assert_eq!(muscle.name(), "levator scapulae");
    /// assert_eq!(muscle.layer(), Layer::Intermediate);
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    pub struct MuscleId of MUSCLE_IDS, read by id
}

fn id(index: usize) -> Option<&'static str> {
    MUSCLE_IDS.get(index).copied()
}

words! {
    /// How deep a muscle lies.
    pub enum Layer {
        /// Next under the skin.
        Superficial = "superficial",
        /// Under the superficial ones, or between them.
        Intermediate = "intermediate",
        /// Next to the bones.
        Deep = "deep",
    }
}

words! {
    /// What a fact is about.
    pub enum Topic {
        /// The attachment that moves less.
        Origin = "origin",
        /// The attachment that moves more.
        Insertion = "insertion",
        /// How the fibres run.
        Fibres = "fibres",
        /// The nerve, and its roots.
        Innervation = "innervation",
        /// Where trigger points usually sit.
        Spots = "spots",
        /// The essential area of the published pattern.
        Essential = "essential",
        /// The area into which the published pattern spills over.
        Spillover = "spillover",
    }
}

/// Something that is said of a muscle, in English.
#[derive(Debug, Clone, Copy)]
pub struct Fact {
    row: &'static FactRow,
}

/// Where something was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Its id in kebab-case.
    pub id: &'static str,
    /// The citation, in English.
    pub text: &'static str,
    /// Whether it was read; else it stands for what is commonly taught.
    pub checked: bool,
}

/// A place where a muscle's trigger points usually sit, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsualPlace {
    /// Its id in kebab-case, of its own within the muscle.
    pub id: &'static str,
    /// Where it is, in English.
    pub words: &'static str,
    /// Whether it was read in a source.
    pub verified: bool,
}

impl MuscleId {
    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Its name in Latin, after the Terminologia Anatomica.
    #[must_use]
    pub fn latin_name(self) -> &'static str {
        self.row().map_or("", |row| row.latin)
    }

    /// How deep it lies.
    #[must_use]
    pub fn layer(self) -> Layer {
        self.row().map_or(Layer::Superficial, |row| row.layer)
    }

    /// What is said of it, by topic: attachments first, then fibres, innervation, and the published
    /// pattern. A topic may have a fact that was read in a source and another that was not.
    ///
    /// ```
    /// use painmap::anatomy::{MuscleId, Topic};
    /// let muscle: MuscleId = "supraspinatus".parse()?;
    /// let nerve = muscle.facts().find(|fact| fact.topic() == Topic::Innervation).unwrap();
    /// assert!(nerve.text().contains("suprascapular"));
    /// assert!(nerve.is_verified() && nerve.sources().count() > 0);
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    pub fn facts(self) -> impl Iterator<Item = Fact> {
        self.row().map_or(&[][..], |row| row.facts).iter().map(|row| Fact { row })
    }

    /// Where its trigger points usually sit, in words. A
    /// [`UsualSpot`](super::chart::UsualSpot) of a chart says where that is on the body.
    pub fn usual_places(self) -> impl ExactSizeIterator<Item = UsualPlace> {
        let rows = self.row().map_or(&[][..], |row| row.spots);
        rows.iter().map(|row| UsualPlace { id: row.id, words: row.words, verified: row.verified })
    }

    /// The published concept that it is, and the narrowest one that holds it: the latter alone where
    /// none is the same.
    ///
    /// ```
    /// use painmap::anatomy::{CodeSystem, MuscleId};
    /// let muscle: MuscleId = "supraspinatus".parse()?;
    /// let concept = muscle.concepts().next().unwrap();
    /// assert!(concept.exact);
    /// assert_eq!(concept.code(CodeSystem::Fma), Some("9629"));
    /// # Ok::<(), painmap::UnknownWord>(())
    /// ```
    pub fn concepts(self) -> impl Iterator<Item = Concept> {
        let named = self.row().map_or(&[][..], |row| row.concepts).iter();
        named.filter_map(|&(index, exact)| Some(Concept::of(MUSCLE_CONCEPTS.get(usize::from(index))?, exact)))
    }

    /// The muscle that the compiler numbered `index`.
    pub(super) const fn new(index: u8) -> Self {
        Self(index)
    }

    fn row(self) -> Option<&'static MuscleRow> {
        MUSCLES.get(usize::from(self.0))
    }
}

impl Fact {
    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        self.row.topic
    }

    /// The fact, in English.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.row.text
    }

    /// Whether it was read in its source, not taken from what is commonly taught.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        self.row.verified
    }

    /// Where it is from.
    pub fn sources(&self) -> impl Iterator<Item = Source> {
        let rows = self.row.sources.iter().filter_map(|&index| SOURCES.get(usize::from(index)));
        rows.map(|row| Source { id: row.id, text: row.text, checked: row.checked })
    }
}
