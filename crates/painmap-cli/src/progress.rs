//! How far long work has come: a line on standard error, where that is a terminal, which is gone in the end.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Shorter work needs no such line.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a line stays as it is.
const PACE: Duration = Duration::from_millis(200);

/// Whether the line is on the screen.
static IS_SHOWN: AtomicBool = AtomicBool::new(false);
/// Whether the output itself goes to the screen, and tells by itself that all is well.
static IS_OVER: AtomicBool = AtomicBool::new(false);

/// The line, which goes when this does.
pub(crate) struct Progress {
    is_wanted: bool,
    started: Instant,
    /// When the line is to be written next.
    due: Instant,
    records: u64,
    all_records: Option<u64>,
    bytes: u64,
    all_bytes: Size,
}

/// How many bytes there are, which takes a moment to find out where there are many files.
enum Size {
    Unasked(Box<dyn FnOnce() -> Option<u64>>),
    Asked(Option<u64>),
}

impl Progress {
    /// Of reading as many bytes, where that is known.
    pub(crate) fn of_input(bytes: impl FnOnce() -> Option<u64> + 'static) -> Self {
        Self::new(None, Size::Unasked(Box::new(bytes)))
    }

    /// Of making as many records.
    pub(crate) fn of_records(all: u64) -> Self {
        Self::new(Some(all), Size::Asked(None))
    }

    fn new(all_records: Option<u64>, all_bytes: Size) -> Self {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let is_wanted = std::io::stderr().is_terminal() && !is_dumb;
        let started = Instant::now();
        Self { is_wanted, started, due: started + PATIENCE, records: 0, all_records, bytes: 0, all_bytes }
    }

    /// So much more is done.
    pub(crate) fn add(&mut self, records: u64, bytes: u64) {
        self.records = self.records.saturating_add(records);
        self.bytes = self.bytes.saturating_add(bytes);
        if !self.is_wanted || IS_OVER.load(Ordering::Relaxed) {
            return;
        }
        if let Some(line) = self.line_at(Instant::now()) {
            IS_SHOWN.store(true, Ordering::Relaxed);
            let mut to = std::io::stderr().lock();
            let _ = write!(to, "\r{line}\u{1b}[K").and_then(|()| to.flush());
        }
    }

    /// The line, if one is due by then.
    fn line_at(&mut self, now: Instant) -> Option<String> {
        if now < self.due {
            return None;
        }
        self.due = now + PACE;
        let all = match std::mem::replace(&mut self.all_bytes, Size::Asked(None)) {
            Size::Unasked(ask) => ask(),
            Size::Asked(all) => all,
        };
        self.all_bytes = Size::Asked(all);
        let of = self.all_records.map(|all| format!(" of {all}")).unwrap_or_default();
        let a_second = self.records as f64 / (now - self.started).as_secs_f64();
        let mega = |bytes: u64| bytes as f64 / 1e6;
        let read = match all {
            Some(all) => format!(", {:.1} of {:.1} MB", mega(self.bytes), mega(all)),
            None if self.bytes > 0 => format!(", {:.1} MB", mega(self.bytes)),
            None => String::new(),
        };
        Some(format!("{}{of} records, {a_second:.0} a second{read}", self.records))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        clear();
    }
}

/// Takes the line from the screen before something else is written there.
pub(crate) fn clear() {
    if IS_SHOWN.swap(false, Ordering::Relaxed) {
        let mut to = std::io::stderr().lock();
        let _ = to.write_all(b"\r\x1b[K").and_then(|()| to.flush());
    }
}

/// Takes the line from the screen for good: the output goes there.
pub(crate) fn end() {
    IS_OVER.store(true, Ordering::Relaxed);
    clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_comes_after_a_while_and_not_too_often() {
        let mut progress = Progress::of_input(|| Some(4_000_000));
        progress.add(3_000, 1_250_000);
        let start = progress.started;
        let mut at = |milliseconds| progress.line_at(start + Duration::from_millis(milliseconds));
        assert_eq!(at(999), None);
        assert_eq!(at(1_500).as_deref(), Some("3000 records, 2000 a second, 1.2 of 4.0 MB"));
        assert_eq!(at(1_600), None);
        assert!(at(1_700).is_some());
    }

    #[test]
    fn what_is_not_known_is_not_told() {
        let later = Duration::from_secs(2);
        let mut progress = Progress::of_input(|| None);
        progress.add(10, 0);
        assert_eq!(progress.line_at(progress.started + later).as_deref(), Some("10 records, 5 a second"));
        let mut progress = Progress::of_records(50);
        progress.add(10, 0);
        let line = progress.line_at(progress.started + later);
        assert_eq!(line.as_deref(), Some("10 of 50 records, 5 a second"));
    }
}
