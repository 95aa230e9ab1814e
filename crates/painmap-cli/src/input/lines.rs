//! NDJSON: telling a stream of records from one record, and its lines one by one.

use std::io::{self, BufRead, Read};

use serde::de::IgnoredAny;
use serde_json::value::RawValue;

/// A line longer than it may be is skipped, up to this many bytes; an endless one is not
/// waited for.
const MOST_SKIPPED: u64 = 64 * 1024 * 1024;

/// One line that is not blank.
#[derive(Debug)]
pub(crate) struct Line {
    /// From 1, blank lines counted.
    pub(crate) number: usize,
    pub(crate) bytes: Vec<u8>,
    /// Longer than a line may be; `bytes` holds only its start.
    pub(crate) is_too_long: bool,
}

/// The lines of a stream, each bounded.
#[derive(Debug)]
pub(crate) struct Lines<R> {
    from: R,
    most: usize,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    /// Lines of at most `most` bytes.
    pub(crate) fn new(from: R, most: usize) -> Self {
        Self { from, most, number: 0 }
    }

    /// The next line that is not blank, without its line break.
    pub(crate) fn next(&mut self) -> io::Result<Option<Line>> {
        loop {
            let mut bytes = Vec::new();
            // The line, and its break of up to two bytes.
            let most = self.most as u64 + 2;
            if self.from.by_ref().take(most).read_until(b'\n', &mut bytes)? == 0 {
                return Ok(None);
            }
            self.number += 1;
            let is_whole = bytes.ends_with(b"\n");
            while let Some(b'\n' | b'\r') = bytes.last() {
                bytes.pop();
            }
            let is_too_long = bytes.len() > self.most;
            if is_too_long && !is_whole {
                self.skip_line()?;
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Line { number: self.number, bytes, is_too_long }));
            }
        }
    }

    /// Whether anything but white space follows.
    pub(crate) fn has_more(&mut self) -> io::Result<bool> {
        loop {
            let held = self.from.fill_buf()?;
            let blank = held.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            if blank < held.len() {
                return Ok(true);
            }
            if held.is_empty() {
                return Ok(false);
            }
            self.number += held.iter().filter(|&&byte| byte == b'\n').count();
            self.from.consume(blank);
        }
    }

    fn skip_line(&mut self) -> io::Result<()> {
        let mut skipped = 0;
        loop {
            let held = self.from.fill_buf()?;
            let (taken, ends) = match held.iter().position(|&byte| byte == b'\n') {
                Some(end) => (end + 1, true),
                None => (held.len(), held.is_empty()),
            };
            skipped += taken as u64;
            self.from.consume(taken);
            if ends {
                return Ok(());
            }
            if skipped > MOST_SKIPPED {
                return Err(io::Error::other(format!("line {} has no end", self.number)));
            }
        }
    }
}

/// Whether a text that starts like this, and is cut after `most` bytes and one, holds one record a line.
///
/// A pretty-printed record spans lines, so that its first line is no object by itself. Where the
/// first line is broken, the second one tells.
pub(super) fn is_stream(start: &[u8], most: usize) -> bool {
    let mut lines = start.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let first = lines.next().unwrap_or_default();
    let Some(second) = lines.next() else {
        // One line, but longer than a record may be: perhaps others follow.
        return start.len() > most;
    };
    is_object(first) || is_record(second)
}

fn is_object(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

/// Whether the line is an object with a format, as each record has one.
fn is_record(line: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Formatted<'a> {
        #[serde(borrow)]
        #[expect(dead_code, reason = "only whether it is there matters")]
        format: &'a RawValue,
    }
    serde_json::from_slice::<Formatted<'_>>(line).is_ok()
}
