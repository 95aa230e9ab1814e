//! A document that is laid out: the same pages in every format.

use svg::node::element::{Description, Rectangle, SVG, Title};
use svg::node::{Blob, Text};

use crate::page::{Page, Piece};

/// Pages that are laid out. `to_svg`, `to_png` and `to_pdf` write them.
#[derive(Debug, Clone)]
pub struct Document {
    pub(crate) title: String,
    /// All of it in words, for those who don't see it.
    pub(crate) description: String,
    /// A BCP 47 tag.
    pub(crate) language: String,
    pub(crate) pages: Vec<Page>,
}

impl Document {
    /// How many pages there are.
    #[must_use]
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Width and height in points, of all pages one below the other.
    pub(crate) fn size(&self) -> (f32, f32) {
        let width = self.pages.iter().map(|page| page.width).fold(0.0, f32::max);
        (width, self.pages.iter().map(|page| page.height).sum())
    }

    /// An SVG file with all pages one below the other. It asks for nothing from elsewhere; a viewer writes it in
    /// Noto Sans, or in a font of its own.
    ///
    /// ```
    /// use painmap::{PainMap, describe::Locale};
    /// use painmap_report::{Fonts, Report};
    /// let map = PainMap::from_json(r#"{"format":"painmap/1","noPain":true}"#)?;
    /// let document = Report::of(&map).document(Locale::english(), &Fonts::bundled())?;
    /// assert!(document.to_svg().contains("No pain today."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_svg(&self) -> String {
        self.stacked(Piece::markup)
    }

    /// An SVG file with all pages one below the other, each piece as it is given.
    pub(crate) fn stacked(&self, markup: impl Fn(&Piece) -> String) -> String {
        let (width, height) = self.size();
        let mut file = SVG::new()
            .set("viewBox", (0, 0, width, height))
            .set("width", width)
            .set("height", height)
            .set("lang", self.language.as_str())
            .set("role", "img")
            .add(Title::new(self.title.as_str()))
            .add(Description::new().add(Text::new(self.description.as_str())))
            .add(Rectangle::new().set("width", width).set("height", height).set("fill", "#ffffff"));
        let mut top = 0.0;
        for page in &self.pages {
            let markup: String = page.pieces.iter().map(&markup).collect();
            let nested = SVG::new().set("y", top).set("width", page.width).set("height", page.height);
            file = file.add(nested.add(Blob::new(markup)));
            top += page.height;
        }
        file.to_string() + "\n"
    }
}
