//! painmap: where does it hurt, answered by tapping a drawing of the body.
//!
//! A patient marks sore spots on a drawing, says how strong each is and where it spreads; the
//! record is JSON; a clinician reads it back as a picture, a sentence and a code.
//!
//! ```
//! use painmap::{PainMap, describe, scene};
//!
//! // What a form sent: check it, say it, draw it.
//! let map = PainMap::from_json(r#"{
//!     "format": "painmap/1",
//!     "marks": [{ "id": "m1", "kind": "spot", "view": "posterior", "at": [-600, 1790], "intensity": 7 }]
//! }"#)?;
//! let english = describe::Locale::english();
//! assert_eq!(describe::sentences(&map, describe::Wording::Clinical, english), ["1. Right suprascapular region, near T3; 7 of 10."]);
//! let picture = scene::to_svg(&map, &scene::Picture::of(&map), english)?;
//! # assert!(picture.starts_with("<svg"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Modules
//! - [`anatomy`]: the body frame and the atlas: regions, sides, levels, landmarks.
//! - [`record`]: the [`PainMap`] and its parts; reading, checking, writing.
//! - [`edit`]: the editor: commands, selection, undo and redo.
//! - [`describe`]: a record in sentences, in the language of a locale file.
//! - [`measure`]: extent, counts, overlap and change; what many records add up to.
//! - [`scene`]: record and atlas as shapes with roles; an SVG file.
//! - [`exchange`]: records in other systems' formats and back: FHIR, tables, REDCap.
//! - [`generate`]: synthetic records for tests and benchmarks.
//!
//! # Features
//! - `english`, `locales` (default): the texts of English, and of every language that has a locale file.
//! - `measure` (default): the module of that name.
//! - `svg` (default): SVG files.
//! - `schema` (default): the JSON Schema of the record by schemars.
//! - `exchange` (default): FHIR R4 and R5, tables and REDCap.
//! - `generate` (default): synthetic records.
//!
//! # Left and right
//! They are the person's own, everywhere: in the posterior view the person's left is on the
//! viewer's left, in the anterior view on the viewer's right.

pub mod anatomy;
pub mod describe;
pub mod edit;
#[cfg(feature = "exchange")]
pub mod exchange;
#[cfg(feature = "generate")]
pub mod generate;
#[cfg(feature = "measure")]
pub mod measure;
mod numbers;
pub mod record;
pub mod scene;
mod strangers;
mod words;

pub use record::PainMap;
pub use words::UnknownWord;
