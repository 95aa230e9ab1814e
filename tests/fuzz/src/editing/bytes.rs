//! Bytes as a stream of decisions; none is left at the end.

use painmap::anatomy::Point;

/// What is left of them.
#[derive(Debug)]
pub(super) struct Bytes<'b> {
    left: &'b [u8],
}

impl<'b> Bytes<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Self {
        Self { left: bytes }
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (&byte, left) = self.left.split_first()?;
        self.left = left;
        Some(byte)
    }

    /// A number of two bytes.
    pub(super) fn wide(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes([self.byte()?, self.byte()?]))
    }

    /// A number below this one.
    pub(super) fn below(&mut self, end: u8) -> Option<u8> {
        Some(self.byte()? % end.max(1))
    }

    pub(super) fn one_of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        let index = usize::from(self.byte()?) % all.len().max(1);
        all.get(index).cloned()
    }

    /// One of these, or none of them.
    pub(super) fn maybe<T: Clone>(&mut self, all: &[T]) -> Option<Option<T>> {
        let index = usize::from(self.byte()?) % (all.len() + 1);
        Some(all.get(index).cloned())
    }

    /// A point: most times on the body or near it, else anywhere at all.
    pub(super) fn point(&mut self) -> Option<Point> {
        let kind = self.byte()?;
        let (x, y) = (i32::from(self.wide()?), i32::from(self.wide()?));
        Some(match kind {
            0..=180 => Point::new(x % 1_800 - 900, 500 + y % 4_500),
            181..=230 => Point::new(x % 5_400 - 2_700, y % 10_600 - 300),
            231..=245 => Point::new(x - 32_768, y - 32_768),
            246..=250 => Point::new(i32::MIN + x, i32::MAX - y),
            _ => Point::new(i32::MAX - x, i32::MIN + y),
        })
    }

    /// Points that lie near to each other, as a finger leaves them.
    pub(super) fn path(&mut self) -> Option<Vec<Point>> {
        let count = self.byte()?;
        // Rarely, as many as a path takes at most, or one more.
        let count = if count > 252 { 1_747 + usize::from(count) } else { usize::from(count) % 24 };
        let mut at = self.point()?;
        let step = i32::from(self.below(120)?);
        let mut path = Vec::new();
        for index in 0..count {
            path.push(at);
            let (x, y) = if index < 24 {
                (i32::from(self.byte()?) - 128, i32::from(self.byte()?) - 128)
            } else {
                (if index % 2 == 0 { 1 } else { -1 }, if index % 3 == 0 { 1 } else { 0 })
            };
            at = Point::new(at.x.saturating_add(x * step / 16), at.y.saturating_add(y * step / 16));
        }
        Some(path)
    }

    /// A text: these bytes, or one letter very often.
    pub(super) fn text(&mut self) -> Option<String> {
        let kind = self.byte()?;
        if kind < 200 {
            let (text, left) = self.left.split_at(usize::from(kind % 40).min(self.left.len()));
            self.left = left;
            return Some(String::from_utf8_lossy(text).into_owned());
        }
        let letter = self.one_of(&['x', '\u{1}', '"', '\u{e9}', '\u{1f600}', '\u{202e}'])?;
        Some(letter.to_string().repeat(usize::from(self.wide()?) % 4_003))
    }
}
