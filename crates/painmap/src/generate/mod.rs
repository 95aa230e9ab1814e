//! Synthetic records: made up, plausible, and the same for the same seed on every machine.
//!
//! They are for tests and benchmarks. What patients of two kinds mark follows the clusters of Chang and
//! others 2024 (Pain 165:2291; 21 123 patients), by their proportions; all else (intensities, words,
//! sizes, how many answer a question) is our own choice and stands for no population. Each record says
//! that it is made up, in its member `synthetic`.
//!
//! Chance comes from `ChaCha8` (`rand_chacha`), keyed with the seed, and the record's number is the stream;
//! numbers are drawn from it by whole-number arithmetic alone. So each record depends on the seed, its
//! number and the version of painmap with its atlas, and on nothing else.

mod answers;
mod chance;
mod cluster;
mod examiner;
mod layout;
mod marks;
mod place;

use crate::PainMap;
use crate::record::{Json, UnknownMembers};
use chance::Chance;

pub use cluster::{Cluster, Complaint};

/// Of 1000 records, how many say "no pain".
const NO_PAIN: u32 = 30;
/// Of 1000 records, how many are left untouched.
const UNTOUCHED: u32 = 10;

/// Makes records from a seed.
///
/// ```
/// use painmap::PainMap;
/// use painmap::generate::Generator;
/// let generator = Generator::new(7);
/// let record = generator.record(1);
/// assert_eq!(PainMap::from_json(&record.to_json())?, record);
/// assert_eq!(generator.record(1), record);
/// assert_ne!(generator.record(2), record);
/// # Ok::<(), painmap::record::ReadError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Generator {
    seed: u64,
    with_clinician: bool,
}

impl Generator {
    /// A generator of what patients mark.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, with_clinician: false }
    }

    /// Whether an examiner adds findings to some marks, and marks of their own. The patient's part of
    /// a record stays the same.
    ///
    /// ```
    /// use painmap::generate::Generator;
    /// use painmap::record::Author;
    /// let examined = Generator::new(7).with_clinician(true);
    /// assert!((1..50).any(|number| examined.record(number).check_by(Author::Patient).is_err()));
    /// ```
    #[must_use]
    pub const fn with_clinician(mut self, with_clinician: bool) -> Self {
        self.with_clinician = with_clinician;
        self
    }

    /// The cluster of a record; none where nothing hurts or nothing was marked.
    ///
    /// ```
    /// use painmap::generate::Generator;
    /// let generator = Generator::new(7);
    /// let marked = (1..100).find(|&number| generator.cluster(number).is_some());
    /// assert!(marked.is_some_and(|number| generator.record(number).marks().len() > 0));
    /// ```
    #[must_use]
    pub fn cluster(&self, number: u64) -> Option<Cluster> {
        match self.kind(&mut Chance::new(self.seed, number)) {
            Kind::Marked(cluster) => Some(cluster),
            Kind::NoPain | Kind::Untouched => None,
        }
    }

    /// The record of this number.
    #[must_use]
    pub fn record(&self, number: u64) -> PainMap {
        let mut chance = Chance::new(self.seed, number);
        let kind = self.kind(&mut chance);
        let mut map = answers::opened(&mut chance);
        match kind {
            Kind::Untouched => {}
            Kind::NoPain => map.no_pain = true,
            Kind::Marked(cluster) => {
                marks::mark(&mut map, cluster, &mut chance);
                map.history = answers::history(&mut chance);
            }
        }
        answers::offered(&mut map, &mut chance);
        map.unknown = self.origin(kind, number);
        if self.with_clinician {
            examiner::examine(&mut map, &mut chance);
        }
        map
    }

    fn kind(&self, chance: &mut Chance) -> Kind {
        match chance.below(1000) {
            draw if draw < NO_PAIN => Kind::NoPain,
            draw if draw < NO_PAIN + UNTOUCHED => Kind::Untouched,
            _ => Kind::Marked(Cluster::draw(chance)),
        }
    }

    /// What says that the record is made up.
    fn origin(&self, kind: Kind, number: u64) -> UnknownMembers {
        let whole = |number: u64| Json::Number(number.to_string());
        let cluster = match kind {
            Kind::Marked(cluster) => cluster.as_str(),
            Kind::NoPain => "no-pain",
            Kind::Untouched => "untouched",
        };
        // Sorted, as a reader sorts them.
        let members = [
            ("cluster", Json::Text(cluster.to_owned())),
            ("number", whole(number)),
            ("seed", whole(self.seed)),
        ];
        let members = members.map(|(name, value)| (name.to_owned(), value)).to_vec();
        UnknownMembers(vec![("synthetic".to_owned(), Json::Members(members))])
    }
}

/// What a record is about.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Marked(Cluster),
    NoPain,
    Untouched,
}
