//! What a picture of dots and a page need beside the record: size, header, fonts.

use std::path::PathBuf;

use clap::ValueEnum;
use painmap::describe::harmless;
use painmap_report::{Fault, Fonts, Paper};

use crate::status::Stop;

/// The width of a PNG picture in pixels where nobody says so.
const WIDTH: u32 = 1000;
/// A larger file is not read: the fonts of the largest scripts have about a third of it.
const MAX_FONT_BYTES: u64 = 64 * 1024 * 1024;

/// The arguments for pages and pictures of dots.
#[derive(Debug, clap::Args)]
pub(crate) struct PaperArgs {
    /// The width of a PNG in pixels, at most 20000 [default: 1000].
    #[arg(long, value_name = "PIXELS")]
    width: Option<u32>,
    /// A line above a report or a timeline, such as the clinic's name.
    #[arg(long, value_name = "TEXT")]
    header: Option<String>,
    /// The paper of a report [default: a4].
    #[arg(long, value_enum)]
    paper: Option<Size>,
    /// A font (.ttf, .otf or .ttc) for letters that painmap's own fonts lack; may be given several times.
    #[arg(long, value_name = "FILE")]
    font: Vec<PathBuf>,
}

/// The sizes of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Size {
    /// 210 by 297 mm.
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl PaperArgs {
    pub(crate) fn width(&self) -> u32 {
        self.width.unwrap_or(WIDTH)
    }

    pub(crate) fn header(&self) -> &str {
        self.header.as_deref().unwrap_or_default()
    }

    pub(crate) fn paper(&self) -> Paper {
        match self.paper {
            None | Some(Size::A4) => Paper::A4,
            Some(Size::Letter) => Paper::Letter,
        }
    }

    pub(crate) fn is_width(&self) -> bool {
        self.width.is_some()
    }

    pub(crate) fn is_header(&self) -> bool {
        self.header.is_some()
    }

    pub(crate) fn is_paper(&self) -> bool {
        self.paper.is_some()
    }

    /// Our own fonts and those that were given.
    pub(crate) fn fonts(&self) -> Result<Fonts, Stop> {
        let mut fonts = Fonts::bundled();
        for path in &self.font {
            let wrong =
                |reason: String| Stop::WrongCall(format!("{}: {reason}", harmless(&path.to_string_lossy())));
            let size = std::fs::metadata(path).map_err(|error| wrong(error.to_string()))?.len();
            if size > MAX_FONT_BYTES {
                return Err(wrong(format!("larger than {MAX_FONT_BYTES} bytes")));
            }
            let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string()))?;
            fonts.add(bytes).map_err(|fault| wrong(fault.to_string()))?;
        }
        Ok(fonts)
    }

    /// What a fault means for the run.
    pub(crate) fn told(fault: Fault) -> Stop {
        Stop::WrongCall(match fault {
            Fault::NoLetters(letters) => {
                format!(
                    "painmap's own fonts lack the letters {letters}: name a font that has them with --font FILE"
                )
            }
            fault => fault.to_string(),
        })
    }
}
