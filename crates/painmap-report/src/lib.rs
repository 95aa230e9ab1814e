//! Pain-drawing records on paper: a picture, a report of one record, or several records side by side,
//! written as SVG, PNG or PDF.
//!
//! A [`Document`] is laid out once, with the letters of its [`Fonts`], and is the same in every format. What
//! a record means, draws and says is the business of the crate `painmap`.
//!
//! ```
//! use painmap::{PainMap, describe::Locale};
//! use painmap_report::{Fonts, Report};
//! let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
//!     "view":"posterior","at":[-600,1790],"intensity":7,"qualities":["aching"]}]}"#)?;
//! let fonts = Fonts::bundled();
//! let document = Report::of(&map).document(Locale::english(), &fonts)?;
//! assert_eq!(document.pages(), 1);
//! let pdf = document.to_pdf(&fonts)?;
//! assert!(pdf.starts_with(b"%PDF-"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![deny(missing_docs)]

mod document;
mod fault;
mod fonts;
mod lines;
mod page;
mod paper;
mod pdf;
mod picture;
mod png;
mod report;
mod runs;
mod sheet;
mod timeline;
mod traced;

pub use document::Document;
pub use fault::Fault;
pub use fonts::Fonts;
pub use paper::Paper;
pub use picture::picture;
pub use png::{MAX_PIXELS, MAX_WIDTH};
pub use report::Report;
pub use timeline::Timeline;
