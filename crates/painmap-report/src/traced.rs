//! Letters as shapes, for pictures of dots: drawn as they were measured.

use std::fmt::Write;

use ttf_parser::{GlyphId, OutlineBuilder};

use crate::fonts::Letters;
use crate::page::{Look, Written, points};

/// The letters of a run as an SVG path.
pub(crate) fn traced(written: &Written, letters: &Letters<'_>) -> String {
    let Written { run, look: Look { size, bold, colour }, left, y, .. } = written;
    let Some(shaped) = letters.shaped(&run.words, &run.family, *bold, run.is_from_right) else {
        return String::new();
    };
    let scale = size / f32::from(shaped.face.units_per_em());
    let mut pen = Pen { data: String::new(), scale, left: *left, y: *y };
    let mut across = 0.0;
    for (glyph, position) in shaped.glyphs.glyph_infos().iter().zip(shaped.glyphs.glyph_positions()) {
        pen.left = left + (across + position.x_offset as f32) * scale;
        pen.y = y - position.y_offset as f32 * scale;
        if let Ok(id) = u16::try_from(glyph.glyph_id) {
            shaped.face.outline_glyph(GlyphId(id), &mut pen);
        }
        across += position.x_advance as f32;
    }
    format!(r#"<path d="{}" fill="{colour}"/>"#, pen.data)
}

/// Writes outlines as path data; fonts count upwards, pages downwards.
struct Pen {
    data: String,
    scale: f32,
    left: f32,
    y: f32,
}

impl Pen {
    fn push(&mut self, letter: char, places: &[(f32, f32)]) {
        self.data.push(letter);
        for (x, y) in places {
            let (x, y) = (points(self.left + x * self.scale), points(self.y - y * self.scale));
            // Writing to a string does not fail.
            let _ = write!(self.data, "{x} {y} ");
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.push('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.push('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.push('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.push('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
