//! Whether a record is still small enough to be read back.

use super::Editor;
use super::step::Step;
use crate::record::limits::MAX_BYTES;
use crate::record::{Mark, Shape};

/// Bytes kept free for what comes without a command: the moment of the record, the views that were
/// shown and the atlas's version.
const KEPT_FREE: usize = 1_000;

// No less than the bytes of a mark without its points and texts, of a path, of a point, and of an
// escaped byte of a note.
const MARK: usize = 3_000;
const PATH: usize = 100;
const POINT: usize = 16;
const NOTE: usize = 6;

impl Editor {
    /// Whether the record's text is within what a reader takes, or no longer than it was before: what makes
    /// a full record smaller is always possible. Only a heavy record is written out to know, and one that
    /// got what can't be weighed otherwise.
    pub(super) fn can_be_read_back(&mut self, weigh: bool, before: &mut Step) -> bool {
        let most = MAX_BYTES - KEPT_FREE;
        let at_most = self.weighed
            + NOTE * self.map.note().map_or(0, str::len)
            + self.map.marks().map(at_most).sum::<usize>();
        if at_most <= most && !weigh {
            return true;
        }
        let bytes = self.map.to_json().len();
        if weigh {
            self.weighed = self.weighed.max(bytes);
        }
        bytes <= most || bytes <= self.bytes_at(before)
    }

    /// The bytes of the record at a step.
    fn bytes_at(&mut self, step: &mut Step) -> usize {
        self.swap(step);
        let bytes = self.map.to_json().len();
        self.swap(step);
        bytes
    }
}

/// No less than the bytes of a mark, but for findings that this version doesn't know.
fn at_most(mark: &Mark) -> usize {
    let outline = match mark.shape() {
        Shape::Spot { .. } => 1,
        Shape::Area { outline } => outline.points().len(),
    };
    let paths = mark.radiation().iter().map(|radiation| PATH + POINT * radiation.path().len());
    MARK + POINT * outline + paths.sum::<usize>() + NOTE * mark.note().map_or(0, str::len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PainMap;
    use crate::anatomy::{Crop, Figure, View};
    use crate::edit::Command;
    use crate::record::{Author, Course, Depth, MarkId, Moment, Provocation, Quality};

    fn answered(command: Command) -> PainMap {
        let mut editor = Editor::new(PainMap::new(Figure::Neutral), Author::Clinician);
        editor.apply(command).unwrap();
        let mut mark = Mark::clone(&editor.map.marks[0]);
        mark.id = MarkId::new(&"m".repeat(64)).unwrap();
        editor.map.marks[0] = mark.into();
        let id = editor.map.marks[0].id().clone();
        let findings =
            ["tautBand", "nodule", "hypersensitiveSpot", "referredPain", "localTwitch", "recognised"];
        let findings = findings.map(|name| format!("\"{name}\":false,")).concat();
        let said = [
            ("intensity", "10".to_owned()),
            ("worstIntensity", "10".to_owned()),
            ("qualities", words(Quality::ALL)),
            ("provokedBy", words(Provocation::ALL)),
            ("depth", format!("\"{}\"", Depth::Superficial)),
            ("course", format!("\"{}\"", Course::Intermittent)),
            ("since", "\"2026-10-05\"".to_owned()),
            ("findings", format!("{{{findings}\"pressurePainThresholdKpa\":5000}}")),
        ];
        for (member, json) in said {
            let command = Command::answer(id.clone(), member, &json).unwrap();
            assert_eq!(editor.apply(command), Ok(true), "{member}");
        }
        editor.map
    }

    fn words<T: ToString>(words: &[T]) -> String {
        let words: Vec<_> = words.iter().map(|word| format!("\"{}\"", word.to_string())).collect();
        format!("[{}]", words.join(","))
    }

    #[test]
    fn a_mark_weighs_no_more_than_is_assumed() {
        for &view in View::ALL {
            let all = view.bounds().grown(200);
            let corners = [all.min, crate::anatomy::Point::new(all.min.x, all.max.y), all.max];
            // To and fro over the whole body.
            let outline: Vec<_> = corners.into_iter().cycle().take(60).collect();
            let map = answered(Command::AddArea { view, outline });
            let mark = map.marks().next().unwrap();
            let without = PainMap::new(Figure::Neutral).to_json().len();
            let bytes = map.to_json().len() - without;
            assert!(bytes <= at_most(mark), "{view}: {bytes}");
            // The assumption holds for each part, not only for the sum.
            assert!(bytes - 60 * "[-2700,-200],".len() + 60 <= MARK, "{view}: {bytes}");
        }
    }

    #[test]
    fn what_comes_without_a_command_has_its_room() {
        let mut map = PainMap::new(Figure::Neutral);
        map.atlas = None;
        let mut editor = Editor::new(map, Author::Patient);
        let before = editor.map().to_json().len();
        for &view in View::ALL {
            for &crop in Crop::ALL {
                editor.offer(view, crop);
            }
        }
        let fraction = "0".repeat(64 - "2026-11-22T09:30:00.Z".len());
        editor.stamp(Moment::new(&format!("2026-11-22T09:30:00.{fraction}Z")).unwrap());
        assert!(editor.map().to_json().len() - before <= KEPT_FREE);
    }
}
