//! Ids that follow from the record: no clock, no chance.

use uuid::Uuid;

use super::bundle::Release;
use super::codes::BASE;
use super::submission::Subject;
use super::uuid::{of_name, text};

/// Gives each resource of one Bundle its id: a UUID of version 5 (RFC 9562), made from the record, the
/// patient, the release and the resource's part in the Bundle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Identity(Uuid);

impl Identity {
    /// Of a record as it is written.
    pub(super) fn of(record: &str, subject: &Subject, release: Release) -> Self {
        let base = of_name(&Uuid::NAMESPACE_URL, BASE);
        let text = [release.as_str(), "\n", subject.as_str(), "\n", record].concat();
        Self(of_name(&base, &text))
    }

    /// The Bundle's own.
    pub(super) fn bundle(self) -> String {
        text(self.0)
    }

    /// That of a part.
    pub(super) fn of_part(self, part: &str) -> String {
        text(of_name(&self.0, part))
    }
}

/// A resource of the Bundle as other resources name it.
pub(super) fn urn(id: &str) -> String {
    ["urn:uuid:", id].concat()
}
