//! Which drawings are at hand: those that are built in, and those that were loaded.
//!
//! With the feature `atlas` all are built in. Without it only the posterior view of the neutral figure
//! is, and a program that cares for its size loads the others when they are needed.

use super::chart::Chart;
use super::frame::{Figure, View};
use super::unpack;
use std::sync::OnceLock;

/// The drawings of the neutral figure, then those of the others: by [`slot`]. The left and the right
/// view share one.
const NAMES: [&str; 9] = [
    "posterior-neutral",
    "anterior-neutral",
    "lateral-neutral",
    "posterior-feminine",
    "anterior-feminine",
    "lateral-feminine",
    "posterior-masculine",
    "anterior-masculine",
    "lateral-masculine",
];

/// What is built in, in the same order.
#[cfg(feature = "atlas")]
static BUILT_IN: [&[u8]; 9] = [
    include_bytes!("tables/posterior-neutral.atlas"),
    include_bytes!("tables/anterior-neutral.atlas"),
    include_bytes!("tables/lateral-neutral.atlas"),
    include_bytes!("tables/posterior-feminine.atlas"),
    include_bytes!("tables/anterior-feminine.atlas"),
    include_bytes!("tables/lateral-feminine.atlas"),
    include_bytes!("tables/posterior-masculine.atlas"),
    include_bytes!("tables/anterior-masculine.atlas"),
    include_bytes!("tables/lateral-masculine.atlas"),
];
#[cfg(not(feature = "atlas"))]
static BUILT_IN: [&[u8]; 1] = [include_bytes!("tables/posterior-neutral.atlas")];

static LOADED: [OnceLock<Box<[u8]>>; 9] = [const { OnceLock::new() }; 9];
static CHARTS: [OnceLock<Chart>; 12] = [const { OnceLock::new() }; 12];

/// How a drawing begins; its name follows.
const TITLE: &[u8] = b"painmap-atlas 1.0 ";

/// How long a checksum is.
const SUM: usize = 4;

/// Why a drawing was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoadError {
    /// It is no drawing of this version of the atlas.
    Unknown,
    /// It is cut short or changed.
    Damaged,
}

impl LoadError {
    /// What is wrong, in English.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "this is no drawing of this version of the atlas",
            Self::Damaged => "the drawing is damaged",
        }
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl std::error::Error for LoadError {}

/// Takes a drawing that is not built in: the bytes of a file `VIEW-FIGURE.atlas` of the package. One
/// that is there already stays.
///
/// # Errors
///
/// When the bytes are no drawing of this version of the atlas, or are damaged.
///
/// ```
/// use painmap::anatomy::{LoadError, load};
/// assert_eq!(load(b"something else"), Err(LoadError::Unknown));
/// ```
pub fn load(bytes: &[u8]) -> Result<(), LoadError> {
    let unknown = LoadError::Unknown;
    let (name, rest) = bytes.strip_prefix(TITLE).and_then(split).ok_or(unknown)?;
    let slot = NAMES.iter().position(|known| known.as_bytes() == name).ok_or(unknown)?;
    let (sum, body) = rest.split_at_checked(SUM).ok_or(LoadError::Damaged)?;
    if sum != checksum(body).to_le_bytes() {
        return Err(LoadError::Damaged);
    }
    LOADED.get(slot).ok_or(unknown)?.get_or_init(|| body.into());
    Ok(())
}

/// A drawing that [`Chart::of`] lacks for a view of a figure, as the name of its file without
/// `.atlas`; there may be another one when that is loaded.
///
/// ```
/// use painmap::anatomy::{Figure, View, missing};
/// assert_eq!(missing(View::Posterior, Figure::Neutral), None, "it is built in");
/// ```
#[must_use]
pub fn missing(view: View, figure: Figure) -> Option<&'static str> {
    let slot = slots(view, figure).into_iter().find(|&slot| pack(slot).is_none())?;
    NAMES.get(slot).copied()
}

/// The chart of a view of a figure; none where its drawing is neither built in nor loaded.
pub(super) fn chart(view: View, figure: Figure) -> Option<&'static Chart> {
    let cell = CHARTS.get(view as usize * Figure::ALL.len() + figure as usize)?;
    if let Some(chart) = cell.get() {
        return Some(chart);
    }
    let [base, own] = slots(view, figure);
    let (base, own) = (pack(base)?, if own == base { &[] } else { pack(own)? });
    Some(cell.get_or_init(|| unpack::chart(view, figure, base, own)))
}

/// Where the packs that make a chart are: the neutral figure's and the figure's own.
const fn slots(view: View, figure: Figure) -> [usize; 2] {
    let drawing = match view {
        View::Posterior => 0,
        View::Anterior => 1,
        View::Left | View::Right => 2,
    };
    [drawing, 3 * figure as usize + drawing]
}

/// What a drawing holds after its title and checksum.
fn pack(slot: usize) -> Option<&'static [u8]> {
    if let Some(loaded) = LOADED.get(slot)?.get() {
        return Some(loaded);
    }
    split(BUILT_IN.get(slot)?)?.1.get(SUM..)
}

/// The first line and the rest.
fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|&byte| byte == b'\n')?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

/// Adler-32: finds what was cut short or changed on its way.
fn checksum(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    (b << 16) | a
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::anatomy::ATLAS_VERSION;

    /// A file as the package has it.
    fn file(name: &str) -> Vec<u8> {
        let path = format!("{}/src/anatomy/tables/{name}.atlas", env!("CARGO_MANIFEST_DIR"));
        std::fs::read(path).unwrap()
    }

    #[test]
    fn a_drawing_says_what_it_is_and_of_which_version() {
        assert_eq!(TITLE, format!("painmap-atlas {ATLAS_VERSION} ").as_bytes());
        for name in NAMES {
            let bytes = file(name);
            assert_eq!(load(&bytes), Ok(()), "{name}");
            assert_eq!(split(&bytes).unwrap().0, [TITLE, name.as_bytes()].concat());
            let mut other = bytes.clone();
            other[TITLE.len() - 2] = b'9';
            assert_eq!(load(&other), Err(LoadError::Unknown));
        }
    }

    #[test]
    fn what_is_cut_short_or_changed_is_refused() {
        let bytes = file("anterior-neutral");
        let head = split(&bytes).unwrap().0.len() + 1;
        for end in [head, head + 3, head + 40, bytes.len() - 1] {
            assert_eq!(load(&bytes[..end]), Err(LoadError::Damaged), "{end}");
        }
        for at in [head, head + 4, bytes.len() / 2, bytes.len() - 1] {
            let mut changed = bytes.clone();
            changed[at] ^= 4;
            assert_eq!(load(&changed), Err(LoadError::Damaged), "{at}");
        }
    }

    #[test]
    fn a_view_that_is_built_in_lacks_nothing() {
        for &view in View::ALL {
            for &figure in Figure::ALL {
                assert_eq!(missing(view, figure), None);
            }
        }
    }
}
