//! Ids that follow from the record: no clock, no chance.

use uuid::Uuid;

use super::bundle::Release;
use super::codes::BASE;
use super::submission::Subject;

/// Gives each resource of one Bundle its id: a UUID of version 5 (RFC 9562), made from the record, the
/// patient, the release and the resource's part in the Bundle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identity(Uuid);

impl Identity {
    /// Of a record as it is written.
    pub(super) fn of(record: &str, subject: &Subject, release: Release) -> Self {
        let base = Uuid::new_v5(&Uuid::NAMESPACE_URL, BASE.as_bytes());
        let text = [release.as_str(), "\n", subject.as_str(), "\n", record].concat();
        Self(Uuid::new_v5(&base, text.as_bytes()))
    }

    /// The Bundle's own.
    pub(super) fn bundle(self) -> String {
        self.0.hyphenated().to_string()
    }

    /// That of a part.
    pub(super) fn of_part(self, part: &str) -> String {
        Uuid::new_v5(&self.0, part.as_bytes()).hyphenated().to_string()
    }
}

/// A resource of the Bundle as other resources name it.
pub(super) fn urn(id: &str) -> String {
    ["urn:uuid:", id].concat()
}
