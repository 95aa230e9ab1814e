//! FHIR R4 and R5: a record as a Bundle of resources, and back.
//!
//! In R4 each mark of the patient's is a `SymptomObservation` of the HL7 Symptoms guide 1.0.0, and
//! "no pain" its `SymptomAbsentObservation`; R5 says the same without the profile, with a
//! `BodyStructure` for each mark. `docs/fhir.md` tells what stands where, with every code and its
//! source.
//!
//! ```
//! use painmap::PainMap;
//! use painmap::exchange::fhir::{Release, Submission, from_bundle, to_bundle};
//!
//! let map = PainMap::from_json(r#"{"format":"painmap/1","recorded":"2026-11-22T09:30:00Z",
//!     "marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
//! let submission = Submission::new("Patient/17".parse()?, "Patient/17".parse()?);
//! let bundle = to_bundle(&map, &submission, Release::R4)?;
//! assert_eq!(from_bundle(&bundle)?.map, map);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod body_structure;
mod bundle;
mod codes;
#[cfg(feature = "schema")]
mod definitions;
mod elements;
mod error;
mod extensions;
mod findings;
mod history;
mod identity;
mod import;
mod json;
mod loss;
mod mark;
mod observation;
mod panel;
mod submission;
mod text;
mod uuid;

pub use bundle::{Release, to_bundle};
pub use codes::BASE;
#[cfg(feature = "schema")]
pub use definitions::definitions;
pub use error::{ExportError, ImportError, ImportReason};
pub use import::{Imported, MAX_BUNDLE_BYTES, MAX_BUNDLE_VALUES, from_bundle};
pub use loss::{Loss, LossKind};
pub use submission::{BadReference, BundleKind, Examiner, Reporter, Subject, Submission};
