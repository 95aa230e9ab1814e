//! A document as a PNG picture.

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use crate::traced::traced;
use crate::{Document, Fault, Fonts};

/// The most pixels that a picture may be wide.
pub const MAX_WIDTH: u32 = 20_000;
/// The most pixels that a picture may have in all: 400 MB while it is drawn.
pub const MAX_PIXELS: u64 = 100_000_000;

impl Document {
    /// A PNG file with all pages one below the other, on white, so many pixels wide.
    ///
    /// # Errors
    /// [`Fault::TooLarge`] above [`MAX_WIDTH`] or [`MAX_PIXELS`], and for a width of 0.
    ///
    /// ```
    /// use painmap::{PainMap, describe::Locale, scene::Picture};
    /// use painmap_report::{Fonts, picture};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","marks":[{"id":"m1","kind":"spot",
    ///     "view":"posterior","at":[-600,1790],"intensity":7}]}"#)?;
    /// let fonts = Fonts::bundled();
    /// let png = picture(&map, &Picture::of(&map), Locale::english(), &fonts)?.to_png(200, &fonts)?;
    /// assert!(png.starts_with(b"\x89PNG"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_png(&self, width: u32, fonts: &Fonts) -> Result<Vec<u8>, Fault> {
        let (wide, high) = self.size();
        if width == 0 || width > MAX_WIDTH || wide <= 0.0 {
            return Err(Fault::TooLarge);
        }
        // At most 20 000, so that it is exact; a height beyond 32 bits is too large anyway.
        let scale = f64::from(width) / f64::from(wide);
        let height = (f64::from(high) * scale).ceil().max(1.0);
        if height * f64::from(width) > MAX_PIXELS as f64 {
            return Err(Fault::TooLarge);
        }
        let mut pixels = Pixmap::new(width, height as u32).ok_or(Fault::TooLarge)?;
        pixels.fill(Color::WHITE);
        let letters = fonts.letters(&self.language);
        let drawn = self.stacked(|piece| {
            let words: String = piece.words.iter().map(|written| traced(written, &letters)).collect();
            piece.shapes.clone() + &words
        });
        let tree =
            Tree::from_str(&drawn, &fonts.options()).map_err(|error| Fault::NotWritten(error.to_string()))?;
        let scale = scale as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
        pixels.encode_png().map_err(|error| Fault::NotWritten(error.to_string()))
    }
}
