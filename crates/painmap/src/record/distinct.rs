//! Lists in which nothing stands twice.

use std::ops::Deref;

/// A list in which each entry stands once: the qualities of a pain, say.
///
/// ```
/// use painmap::record::{Distinct, Quality};
/// let qualities = Distinct::new(vec![Quality::Aching, Quality::Burning]).unwrap();
/// assert!(qualities.contains(&Quality::Aching));
/// assert!(Distinct::new(vec![Quality::Aching, Quality::Aching]).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distinct<T>(Vec<T>);

impl<T: PartialEq> Distinct<T> {
    /// The list, where no entry stands twice.
    #[must_use]
    pub fn new(entries: Vec<T>) -> Option<Self> {
        let twice = (1..entries.len()).any(|index| entries[..index].contains(&entries[index]));
        (!twice).then_some(Self(entries))
    }
}

impl<T> Distinct<T> {
    /// A list of which the reader has seen that nothing stands twice in it.
    pub(super) const fn seen(entries: Vec<T>) -> Self {
        Self(entries)
    }
}

impl<T> Default for Distinct<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Deref for Distinct<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}
