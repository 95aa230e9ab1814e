//! What is said of a muscle: names, layer, attachments, innervation, patterns in words, codes, sources.

use super::super::code::Concept;
use super::super::id::ids;
use super::super::tables::muscles::{CONCEPT_TEXTS, MUSCLE_IDS, MUSCLE_LAYERS, MUSCLE_TEXTS, SOURCE_TEXTS};
use crate::words::words;

/// Stands where something was read in a source.
const READ: &str = "+";

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
    topic: Topic,
    text: &'static str,
    verified: bool,
    /// The numbers of its sources, with spaces between them.
    sources: &'static str,
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
        self.head(0)
    }

    /// Its name in Latin, after the Terminologia Anatomica.
    #[must_use]
    pub fn latin_name(self) -> &'static str {
        self.head(1)
    }

    /// How deep it lies.
    #[must_use]
    pub fn layer(self) -> Layer {
        let layer = MUSCLE_LAYERS.get(usize::from(self.0)).copied().unwrap_or(0);
        Layer::ALL.get(usize::from(layer)).copied().unwrap_or(Layer::Superficial)
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
        self.lines().filter_map(|line| {
            let mut parts = line.split('\t');
            let (topic, verified, sources) =
                (parts.next()?.parse().ok()?, parts.next()? == READ, parts.next()?);
            Some(Fact { topic, text: parts.next()?, verified, sources })
        })
    }

    /// Where its trigger points usually sit, in words. A [`UsualSpot`](crate::anatomy::UsualSpot) of a
    /// chart says where that is on the body.
    pub fn usual_places(self) -> impl Iterator<Item = UsualPlace> {
        self.lines().filter_map(|line| {
            let mut parts = line.split('\t');
            let (id, verified, words) = (parts.next()?, parts.next()? == READ, parts.next()?);
            // A fact has a fourth part.
            parts.next().is_none().then_some(UsualPlace { id, words, verified })
        })
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
        self.head(2).split(' ').filter_map(|named| {
            let exact = named.starts_with('=');
            let mut parts = CONCEPT_TEXTS.split('\n').nth(named.get(1..)?.parse().ok()?)?.split('\t');
            let (name, secondary) = (parts.next()?, parts.next()? == READ);
            let mut code = || parts.next().filter(|code| !code.is_empty());
            Some(Concept::new(name, exact, secondary, [code(), code(), code()]))
        })
    }

    /// The muscle that the compiler numbered `index`.
    pub(super) const fn new(index: u8) -> Self {
        Self(index)
    }

    /// A part of the first line of its block.
    fn head(self, part: usize) -> &'static str {
        let head = self.block().split('\n').next();
        head.and_then(|line| line.split('\t').nth(part)).unwrap_or("")
    }

    /// The lines after that.
    fn lines(self) -> impl Iterator<Item = &'static str> {
        self.block().split('\n').skip(1)
    }

    fn block(self) -> &'static str {
        MUSCLE_TEXTS.split('\u{1e}').nth(usize::from(self.0)).unwrap_or("")
    }
}

impl Fact {
    /// What it is about.
    #[must_use]
    pub const fn topic(&self) -> Topic {
        self.topic
    }

    /// The fact, in English.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Whether it was read in its source, not taken from what is commonly taught.
    #[must_use]
    pub const fn is_verified(&self) -> bool {
        self.verified
    }

    /// Where it is from.
    pub fn sources(&self) -> impl Iterator<Item = Source> {
        self.sources.split(' ').filter_map(|number| {
            let mut parts = SOURCE_TEXTS.split('\n').nth(number.parse().ok()?)?.split('\t');
            let (id, checked) = (parts.next()?, parts.next()? == READ);
            Some(Source { id, text: parts.next()?, checked })
        })
    }
}
