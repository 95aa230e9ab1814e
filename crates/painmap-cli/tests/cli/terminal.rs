//! On a terminal: colour where it is wanted, and how far long work has come.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::{JoinHandle, sleep, spawn};
use std::time::Duration;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::command::{example, file, painmap};

/// A terminal: its end for a program, and what has come out on the screen once all programs have left it.
fn terminal() -> (File, JoinHandle<String>) {
    let screen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&screen).unwrap();
    unlockpt(&screen).unwrap();
    let path = PathBuf::from(ptsname(&screen, Vec::new()).unwrap().into_string().unwrap());
    let program = OpenOptions::new().read(true).write(true).open(path).unwrap();
    let mut screen = File::from(screen);
    let seen = spawn(move || {
        let (mut seen, mut bytes) = (Vec::new(), [0; 4096]);
        // A terminal that all have left gives an error.
        while let Ok(count @ 1..) = screen.read(&mut bytes) {
            seen.extend_from_slice(&bytes[..count]);
        }
        String::from_utf8(seen).unwrap()
    });
    (program, seen)
}

/// What is seen of a run with both outputs on a terminal of this kind.
fn seen(arguments: &[&str], told: &[(&str, &str)]) -> String {
    let (program, seen) = terminal();
    let mut command = Command::new(env!("CARGO_BIN_EXE_painmap"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        command.env_remove(name);
    }
    command.env("TERM", "xterm").envs(told.iter().copied()).args(arguments);
    command.stdin(Stdio::null()).stdout(program.try_clone().unwrap()).stderr(program);
    command.status().unwrap();
    // It holds the program's end of the terminal too.
    drop(command);
    without_progress(&seen.join().unwrap().replace("\r\n", "\n"))
}

/// A busy machine may take long for little work.
fn without_progress(screen: &str) -> String {
    let mut parts = screen.split('\r');
    let first = parts.next().unwrap().to_owned();
    first + &parts.map(|part| part.split_once("\u{1b}[K").unwrap().1).collect::<String>()
}

/// The text without its colours.
fn plain(text: &str) -> String {
    let mut parts = text.split('\u{1b}');
    let first = parts.next().unwrap().to_owned();
    let rest = |part: &str| part.split_once('m').unwrap_or_else(|| panic!("{text:?}")).1.to_owned();
    first + &parts.map(rest).collect::<String>()
}

#[test]
fn colours_are_for_terminals_that_want_them() {
    let good = file("coloured.json", example("everything"));
    let bad =
        file("coloured\u{1b}[2J-bad.json", "{\"format\":\"painmap/1\",\"\\u001b[5m\":1,\"\\u001b[5m\":1}");
    let [good, bad] = [good, bad].map(|path| path.to_str().unwrap().to_owned());
    for (call, painted) in [
        (&["check", &good, &bad][..], "\u{1b}[32mgood\u{1b}[0m"),
        (&["measure", &good], "\u{1b}[1mextent    \u{1b}[0m back"),
        (&["compare", &good, &good], "\u{1b}[1msame      \u{1b}[0m "),
        (&["aggregate", &good], "\u{1b}[1mrecords   \u{1b}[0m 1: 1 with marks"),
        (&["locate", "--", "-600", "1790"], "\u{1b}[1mregion     \u{1b}[0m"),
    ] {
        let coloured = seen(call, &[]);
        assert!(coloured.contains(painted), "{coloured:?}");
        let ran = painmap(call, "");
        let both = ran.err + &ran.out;
        assert_eq!(plain(&coloured), both);
    }
    for told in [("NO_COLOR", "1"), ("CLICOLOR", "0"), ("TERM", "dumb")] {
        let screen = seen(&["check", &good, &bad], &[told]);
        assert!(!screen.contains('\u{1b}') && screen.contains(": good\n"), "{told:?}: {screen:?}");
    }
    let coloured = seen(&["check", &bad], &[]);
    let hostile = coloured.contains("\u{1b}[2J") || coloured.contains("\u{1b}[5m");
    assert!(!hostile && coloured.contains("\u{1b}[1m\u{1b}[31mpainmap:\u{1b}[0m \u{1b}[36m"), "{coloured:?}");
    assert!(coloured.contains("at \u{1b}[36m/ [5m\u{1b}[0m: stands twice\n"), "{coloured:?}");
    // A file is no terminal, and neither is a pipe.
    let path = file("coloured.txt", "");
    assert_eq!(seen(&["check", &good, "-o", path.to_str().unwrap()], &[("CLICOLOR_FORCE", "1")]), "");
    assert!(!std::fs::read_to_string(path).unwrap().contains('\u{1b}'));
}

/// Reads slowly, with standard error on a terminal.
fn slow(bad: &str, told: &[(&str, &str)]) -> (String, String) {
    let (program, seen) = terminal();
    let mut command = Command::new(env!("CARGO_BIN_EXE_painmap"));
    command.args(["check", "--json"]).env("TERM", "xterm").env("NO_COLOR", "1").envs(told.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(program).spawn().unwrap();
    drop(command);
    let mut stdout = child.stdout.take().unwrap();
    let out = spawn(move || {
        let mut out = String::new();
        stdout.read_to_string(&mut out).unwrap();
        out
    });
    let mut stdin = child.stdin.take().unwrap();
    let long = format!("{{\"format\":\"painmap/1\",\"x\":\"{}\"}}\n", "x".repeat(400_000));
    // More than is looked at before anything else.
    stdin.write_all(long.repeat(4).as_bytes()).unwrap();
    sleep(Duration::from_millis(1_300));
    stdin.write_all(format!("{}{bad}", long.repeat(4)).as_bytes()).unwrap();
    drop(stdin);
    child.wait().unwrap();
    (out.join().unwrap(), seen.join().unwrap())
}

#[test]
fn long_work_tells_how_far_it_is_and_takes_that_back() {
    let (out, screen) = slow("nope\n", &[]);
    assert_eq!(out.lines().count(), 9);
    assert!(!out.contains("second"), "{out}");
    let (told, rest) = screen.rsplit_once("\r\u{1b}[K").unwrap();
    assert!(
        told.starts_with('\r') && told.contains(" records, ") && told.contains(" a second, "),
        "{screen:?}"
    );
    assert!(!told.contains("painmap:"), "{screen:?}");
    assert_eq!(rest, "painmap: standard input, line 9: not JSON from column 2 on\r\n");
    assert_eq!(slow("", &[("TERM", "dumb")]).1, "");
}
