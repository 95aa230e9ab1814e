//! Running the built command.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs `painmap` with these arguments and this standard input.
pub(crate) fn painmap(arguments: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_painmap"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.as_ref().to_vec();
    // Written beside the reading, since neither end holds much; a command that does not read on
    // closes its end, which is no fault.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let ran = Ran {
        status: output.status.code().expect("ended by itself"),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    };
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}

impl Ran {
    /// The run was good and had nothing to complain about.
    #[track_caller]
    pub(crate) fn good(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The record was bad, for this reason.
    #[track_caller]
    pub(crate) fn bad(self, reason: &str) {
        assert_eq!((self.status, self.err.trim_end()), (1, reason), "{}", self.out);
    }

    /// The call was wrong, and the reason has these words.
    #[track_caller]
    pub(crate) fn wrong(self, reason: &str) {
        assert!(self.status == 2 && self.err.contains(reason), "{self:?}");
        assert_eq!(self.out, "");
    }
}

/// An example record among the golden files.
pub(crate) fn example(name: &str) -> String {
    let path = format!("{}/../../tests/golden/records/{name}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The record on one line.
pub(crate) fn one_line(record: &str) -> String {
    record.replace('\n', " ")
}

/// A file of its own for each test.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// A folder of its own for each test, with these files; given as an argument.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&path).unwrap();
    for (name, content) in files {
        std::fs::write(path.join(name), content).unwrap();
    }
    path.to_str().unwrap().to_owned()
}

fn golden_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

/// A golden file.
pub(crate) fn golden(name: &str) -> String {
    std::fs::read_to_string(golden_path(name)).unwrap()
}

/// The golden file holds this text; with `UPDATE=1` in the environment it is written instead.
#[track_caller]
pub(crate) fn assert_golden(name: &str, text: &str) {
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(golden_path(name), text).unwrap();
        return;
    }
    let golden = std::fs::read_to_string(golden_path(name)).unwrap_or_default();
    for (number, (was, is)) in golden.lines().zip(text.lines()).enumerate() {
        assert_eq!(is, was, "{name}, line {}: run the tests with UPDATE=1 if that is meant", number + 1);
    }
    assert_eq!(text.len(), golden.len(), "{name}: run the tests with UPDATE=1 if that is meant");
}
