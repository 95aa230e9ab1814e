//! Importing a FHIR Bundle.

use painmap::exchange::fhir::from_bundle;

use crate::{bundles, reading};

/// Any bytes are a record or an error with a place. What is imported is a record like any other: it is read
/// again, exported, and imported again.
pub fn importing(bytes: &[u8]) {
    match from_bundle(&crate::text(bytes)) {
        Ok(imported) => {
            assert!(
                !imported.attached || imported.losses.is_empty(),
                "nothing is lost of an attached record"
            );
            reading::read_again(&imported.map);
            bundles::come_back(&imported.map);
        }
        Err(error) => {
            let place = error.pointer();
            assert!(place.is_empty() || place.starts_with('/'), "{place:?} is no JSON Pointer");
            reading::harmless(&error.to_string());
        }
    }
}
