//! Many records: NDJSON, many files, lines without end, readers that go away.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use crate::command::{example, file, one_line, painmap};

const EMPTY: &str = r#"{"format":"painmap/1"}"#;

#[test]
fn one_bad_record_of_a_stream_does_not_stop_the_rest() {
    let stream = format!("{EMPTY}\n\n{{\"format\":\"painmap/9\"}}\r\nnope\n{EMPTY}");
    let ran = painmap(&["check"], &stream);
    assert_eq!(ran.out, "standard input: 4 records, 2 bad\n");
    ran.bad(
        "painmap: standard input, line 3: at /format: must be \"painmap/1\"\n\
         painmap: standard input, line 4: not JSON from column 2 on",
    );
    let ran = painmap(&["describe", "--json"], &stream);
    assert_eq!((ran.status, ran.out.lines().count()), (1, 2));
    let ran = painmap(&["check", "--json"], &stream);
    let lines: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told: Vec<_> =
        lines.iter().map(|line| (line["line"].as_u64().unwrap(), line["good"] == true)).collect();
    assert_eq!(told, [(1, true), (3, false), (4, false), (5, true)]);
}

#[test]
fn a_broken_first_line_does_not_hide_that_it_is_a_stream() {
    let ran = painmap(&["check"], format!("{{\"format\":\n{EMPTY}\n{EMPTY}\n"));
    assert_eq!(ran.out, "standard input: 3 records, 1 bad\n");
    ran.bad("painmap: standard input, line 1: the text ends before the record does");
}

#[test]
fn a_record_on_many_lines_is_one() {
    let pretty = example("everything");
    assert!(pretty.lines().count() > 20);
    assert_eq!(painmap(&["check"], &pretty).good(), "standard input: good\n");
    assert_eq!(
        painmap(&["check"], format!("\n\n{}\n\n", one_line(&pretty))).good(),
        "standard input: good\n"
    );
    // A fault of it is told by its own line.
    painmap(&["check"], "{\n  \"format\": \"painmap/1\",\n  oops\n}")
        .bad("painmap: standard input: not JSON from line 3, column 3 on");
}

#[test]
fn a_file_that_is_named_as_a_stream_is_one() {
    let path = file("named.ndjson", "{\n}\n");
    let ran = painmap(&["check", path.to_str().unwrap()], "");
    assert!(
        ran.err.contains("named.ndjson, line 1: the text ends") && ran.err.contains("line 2: not JSON"),
        "{ran:?}"
    );
    let path = file("empty.ndjson", "\n");
    assert!(painmap(&["check", path.to_str().unwrap()], "").good().ends_with(": 0 records, all good\n"));
}

#[test]
fn a_line_that_is_too_long_is_passed_over() {
    let long = format!("{{\"format\":\"painmap/1\",\"x\":\"{}\"}}", "x".repeat(3_000_000));
    let ran = painmap(&["check"], format!("{EMPTY}\n{long}\n{EMPTY}\n"));
    assert_eq!(ran.out, "standard input: 3 records, 1 bad\n");
    ran.bad("painmap: standard input, line 2: larger than 1000000 bytes");
    let ran = painmap(&["check"], format!("{long}\n{EMPTY}\n"));
    assert_eq!(ran.out, "standard input: 2 records, 1 bad\n");
    ran.bad("painmap: standard input, line 1: larger than 1000000 bytes");
    painmap(&["check"], &long).bad("painmap: standard input: larger than 1000000 bytes");
}

#[test]
fn a_record_of_the_largest_size_is_read_from_a_stream_too() {
    // As painmap writes it, so that writing it again makes it no larger.
    let shell = r#"{"format":"painmap/1","figure":"neutral","marks":[],"x":""}"#;
    let largest = shell.replace("\"\"", &format!("\"{}\"", "x".repeat(1_000_000 - shell.len())));
    assert_eq!(largest.len(), 1_000_000);
    painmap(&["check"], &largest).good();
    painmap(&["check"], format!("{largest}\r\n{largest}\n{EMPTY}")).good();
}

#[test]
fn many_files_are_told_apart() {
    let (first, second) = (file("first.json", EMPTY), file("second.json", example("no-pain")));
    let (first, second) = (first.to_str().unwrap(), second.to_str().unwrap());
    let said = painmap(&["describe", first, second], "").good();
    assert_eq!(said, format!("{first}\nNothing was marked.\n\n{second}\nNo pain today.\n"));
    let said = painmap(&["check", first, "-", second], EMPTY).good();
    assert_eq!(said, format!("{first}: good\nstandard input: good\n{second}: good\n"));
}

#[test]
fn records_of_a_stream_are_told_apart() {
    let said = painmap(&["describe"], format!("{EMPTY}\n\n{}\n", one_line(&example("no-pain")))).good();
    assert_eq!(
        said,
        "standard input, line 1\nNothing was marked.\n\nstandard input, line 3\nNo pain today.\n"
    );
}

/// As in `painmap describe | head -1`.
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_painmap"))
        .arg("describe")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let lines = format!("{EMPTY}\n").repeat(1000);
        // Until the command has gone.
        while stdin.write_all(lines.as_bytes()).is_ok() {}
    });
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    assert_eq!(line, "standard input, line 1\n");
    drop(stdout);
    writer.join().unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
