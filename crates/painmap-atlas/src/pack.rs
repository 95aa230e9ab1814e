//! Packs a drawn view into bytes: the map with the neutral figure's places, and for each other figure
//! what its places are more than those.
//!
//! A line of text says what the pack holds; an Adler-32 checksum of the rest follows (least byte first),
//! and then whole numbers, seven bits a byte, the least ones first, the sign in the lowest bit. They stand
//! in runs of what is alike (see [`runs`]). `painmap`'s `unpack.rs` reads it.

use crate::catalogue::Catalogue;
use crate::curve::Whole;
use crate::drawn::{Drawn, DrawnFigure};
use crate::handles::{Expected, STEP};
use crate::levels;
use crate::map::Kind;
use anyhow::{Context, Result, ensure};

const CROPS: [&str; 4] = ["whole", "back", "neck", "shoulders"];

/// The packs of a view: the figure's name and the bytes.
pub(crate) fn packs<'a>(
    name: &str,
    version: &str,
    drawn: &'a Drawn<'_>,
    catalogue: &Catalogue,
) -> Result<Vec<(&'a str, Vec<u8>)>> {
    ensure!(catalogue.regions.len() < 256, "a region's number must fit in a byte");
    let mut packs: Vec<(&str, Vec<u8>)> = Vec::new();
    let mut first: Option<Vec<Number>> = None;
    for figure in &drawn.figures {
        let numbers = numbers(drawn, figure).context(figure.name.to_owned())?;
        let bytes = match &first {
            None => {
                let bytes = runs(&numbers)?;
                first = Some(numbers);
                bytes
            }
            Some(neutral) => {
                let more = more(&numbers, neutral);
                runs(&more.with_context(|| format!("the map of {} differs", figure.name))?)?
            }
        };
        let mut pack = format!("painmap-atlas {version} {name}-{}\n", figure.name).into_bytes();
        pack.extend(checksum(&bytes).to_le_bytes());
        pack.extend(bytes);
        packs.push((figure.name, pack));
    }
    Ok(packs)
}

/// A number of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    /// How the curves join: the same for all figures, so it stands in the neutral one's pack alone.
    Map(i32),
    /// Where something is.
    Place(i32),
    /// Where a handle is, in [`STEP`]s.
    Handle(i32),
}

/// What a figure's numbers are more than the neutral one's; none where the map is not the same.
fn more(own: &[Number], neutral: &[Number]) -> Option<Vec<Number>> {
    let mut more = Vec::new();
    for (own, base) in own.iter().zip(neutral) {
        match (own, base) {
            (Number::Place(own), Number::Place(base)) => more.push(Number::Place(own - base)),
            (Number::Handle(own), Number::Handle(base)) => more.push(Number::Handle(own - base)),
            (own, base) if own == base => {}
            _ => return None,
        }
    }
    (own.len() == neutral.len()).then_some(more)
}

/// The map, if there is one among the numbers, the places and the handles, each in a run of its own: what
/// is alike compresses better side by side. The handles come last; before the others stands how many bytes
/// they are.
fn runs(numbers: &[Number]) -> Result<Vec<u8>> {
    let [mut map, mut places, mut handles] = [const { Vec::new() }; 3];
    for number in numbers {
        match *number {
            Number::Map(value) => put(&mut map, value),
            Number::Place(value) => put(&mut places, value),
            Number::Handle(value) => put(&mut handles, value),
        }
    }
    let mut bytes = Vec::new();
    for run in [map, places] {
        if !run.is_empty() {
            put(&mut bytes, i32::try_from(run.len())?);
            bytes.extend(run);
        }
    }
    bytes.extend(handles);
    Ok(bytes)
}

/// The numbers of a figure in the order in which they are read: arcs, faint lines, spinous
/// processes, crops, outlines, regions. A list comes after its length, and a coordinate is told by
/// what it is more than expected.
fn numbers(drawn: &Drawn<'_>, figure: &DrawnFigure<'_>) -> Result<Vec<Number>> {
    let mut numbers = vec![count(figure.arcs.len())];
    let mut nodes = Nodes { known: Vec::new(), last: [0, 0] };
    for (kind, arc) in &figure.arcs {
        let segments = i32::try_from(arc.segments.len())?;
        // Negative on the outline.
        numbers.push(Number::Map(if *kind == Kind::Outline { -segments } else { segments }));
        nodes.push(&mut numbers, arc.start);
        nodes.push(&mut numbers, arc.end());
        push_curve(&mut numbers, arc)?;
    }
    numbers.push(count(figure.details.len()));
    for (detail, weight) in figure.details.iter().zip(drawn.view.details.values()) {
        numbers.extend([count(detail.segments.len()), Number::Map(i32::from(*weight))]);
        nodes.push_place(&mut numbers, detail.start);
        nodes.push_place(&mut numbers, detail.end());
        push_curve(&mut numbers, detail)?;
    }
    let levels = levels::shown(drawn.view, figure.measured);
    numbers.push(count(levels.len()));
    let mut last = [0, 0];
    for level in levels {
        push(&mut numbers, level.at, &mut last);
    }
    for name in CROPS {
        let frame = figure.drawing.crops.get(name).with_context(|| format!("no crop {name}"))?;
        numbers.extend(frame.sides().map(Number::Place));
    }
    numbers.push(count(drawn.outline.len()));
    for arcs in &drawn.outline {
        push_loop(&mut numbers, arcs);
    }
    numbers.push(count(drawn.loops.len()));
    last = [0, 0];
    for ((index, paired, arcs), label) in drawn.loops.iter().zip(&figure.labels) {
        numbers.extend([count(*index), Number::Map(i32::from(*paired))]);
        push(&mut numbers, *label, &mut last);
        push_loop(&mut numbers, arcs);
    }
    Ok(numbers)
}

fn push_loop(numbers: &mut Vec<Number>, arcs: &[i32]) {
    numbers.push(count(arcs.len()));
    numbers.extend(arcs.iter().copied().map(Number::Map));
}

/// The ends of arcs, of which each is told once.
struct Nodes {
    known: Vec<[i32; 2]>,
    last: [i32; 2],
}

impl Nodes {
    /// How far back the node is in the list of those that are known, the latest being 1; 0 and its
    /// place where it is a new one.
    fn push(&mut self, numbers: &mut Vec<Number>, node: [i32; 2]) {
        if let Some(back) = self.known.iter().rev().position(|known| *known == node) {
            numbers.push(count(back + 1));
        } else {
            numbers.push(count(0));
            self.push_place(numbers, node);
            self.known.push(node);
        }
    }

    /// A place from the last new one.
    fn push_place(&mut self, numbers: &mut Vec<Number>, at: [i32; 2]) {
        push(numbers, at, &mut self.last);
    }
}

/// A curve between its ends: of each segment the end, but for the last one, and the two handles.
fn push_curve(numbers: &mut Vec<Number>, curve: &Whole) -> Result<()> {
    let mut expected = Expected::default();
    let mut from = curve.start;
    for (index, segment) in curve.segments.iter().enumerate() {
        let [first, second, end] = *segment;
        if index + 1 < curve.segments.len() {
            push(numbers, end, &mut expected.end(from));
        }
        for (at, near) in [first, second].into_iter().zip(expected.handles(from, end)) {
            let more = [at[0] - near[0], at[1] - near[1]];
            ensure!(more.iter().all(|more| more % STEP == 0), "a handle at {at:?} is not in steps");
            numbers.extend(more.map(|more| Number::Handle(more / STEP)));
        }
        expected.pass(from, *segment);
        from = end;
    }
    Ok(())
}

/// A place less an expected one, which it becomes.
fn push(numbers: &mut Vec<Number>, at: [i32; 2], expected: &mut [i32; 2]) {
    numbers.extend([at[0] - expected[0], at[1] - expected[1]].map(Number::Place));
    *expected = at;
}

/// Writes a number.
pub(crate) fn put(bytes: &mut Vec<u8>, number: i32) {
    // The sign goes to the lowest bit.
    let mut left = ((number << 1) ^ (number >> 31)).cast_unsigned();
    while left > 127 {
        bytes.push(low(left) | 128);
        left >>= 7;
    }
    bytes.push(low(left));
}

/// The lowest seven bits.
const fn low(number: u32) -> u8 {
    number.to_le_bytes()[0] & 127
}

/// Adler-32.
fn checksum(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in bytes {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    (b << 16) | a
}

fn count(length: usize) -> Number {
    Number::Map(i32::try_from(length).unwrap_or(i32::MAX))
}
