//! Elements of an SVG file as text: names are constants of ours, values and texts are escaped, texts cleaned.
//!
//! With the feature `svg` the crate of that name writes them. Without it, as in the browser, a small writer
//! does, to the same bytes.

#[cfg(feature = "svg")]
mod by_crate;
#[cfg(any(test, not(feature = "svg")))]
mod by_hand;

#[cfg(feature = "svg")]
pub(super) use by_crate::Element;
#[cfg(not(feature = "svg"))]
pub(super) use by_hand::Element;

/// The text without what XML 1.0 forbids even when escaped, or advises against (the C1 controls); line breaks and tabs become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\t' | '\n' | '\r' => ' ',
            '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => character,
        })
        .collect()
}

#[cfg(test)]
mod tests;
