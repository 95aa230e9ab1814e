//! Long streams and many files: all cores work on them, and what comes out is what one after the other gives.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::exchange::table::{Origin, columns, json_line, rows};
use painmap::generate::Generator;
use painmap::measure::{Aggregate, Measures, Whose};

use crate::command::{file, folder, painmap};

/// Records with bad ones between them, and blank lines.
fn stream(records: u64) -> String {
    let generator = Generator::new(5).with_clinician(true);
    let mut lines = Vec::new();
    for number in 1..=records {
        match number {
            _ if number % 31 == 0 => lines.push("nope".to_owned()),
            _ if number % 127 == 0 => lines.push("{\"format\":\"painmap/9\"}".to_owned()),
            _ if number % 61 == 0 => lines.push(String::new()),
            // Some are far longer than others, so that their neighbours would overtake them.
            _ if number % 211 == 0 => {
                lines.push(format!("{{\"format\":\"painmap/1\",\"x\":[{}0]}}", "0,".repeat(9_000)));
            }
            _ => {}
        }
        lines.push(generator.record(number).to_json());
    }
    lines.join("\n")
}

/// What there is in the stream: each line's number with its record, or none where it is bad.
fn read(stream: &str) -> Vec<(usize, Option<PainMap>)> {
    let lines = (1..).zip(stream.lines()).filter(|(_, line)| !line.is_empty());
    lines.map(|(number, line)| (number, PainMap::from_json(line).ok())).collect()
}

/// Runs a verb on the stream: the bad records must be told, in order.
#[track_caller]
fn run(arguments: &[&str], stream: &str, read: &[(usize, Option<PainMap>)]) -> String {
    let ran = painmap(arguments, stream);
    let told = |(number, map): &(usize, Option<PainMap>)| {
        let reason = match stream.lines().nth(number - 1) {
            Some("nope") => "not JSON from column 2 on",
            _ => "at /format: must be \"painmap/1\"",
        };
        map.is_none().then(|| format!("painmap: standard input, line {number}: {reason}\n"))
    };
    assert_eq!(ran.err, read.iter().filter_map(told).collect::<String>());
    assert_eq!(ran.status, 1);
    ran.out
}

#[track_caller]
fn assert_same(out: &str, expected: &str) {
    for (number, (is, should)) in (1..).zip(out.lines().zip(expected.lines())) {
        assert_eq!(is, should, "line {number}");
    }
    assert_eq!(out.len(), expected.len());
}

#[test]
fn all_cores_give_what_one_after_the_other_gives() {
    let stream = stream(1_500);
    let read = read(&stream);
    let good = || read.iter().filter_map(|(number, map)| Some((*number, map.as_ref()?)));

    let said: Vec<String> = good()
        .map(|(line, map)| {
            let sentences = sentences(map, Wording::Clinical, Locale::english());
            format!("standard input, line {line}\n{}\n", sentences.join("\n"))
        })
        .collect();
    assert_same(&run(&["describe"], &stream, &read), &said.join("\n"));

    let checked: String = read
        .iter()
        .map(|(line, map)| {
            let good = map.is_some();
            format!("{{\"file\":\"standard input\",\"line\":{line},\"good\":{good}")
        })
        .collect::<Vec<_>>()
        .join("\n");
    let out = run(&["check", "--json"], &stream, &read);
    let starts = out.lines().map(|line| line.trim_end_matches('}').split(",\"pointer\"").next().unwrap());
    assert_same(&starts.collect::<Vec<_>>().join("\n"), &checked);
    let bad = read.iter().filter(|(_, map)| map.is_none()).count();
    assert_eq!(
        run(&["check"], &stream, &read),
        format!("standard input: {} records, {bad} bad\n", read.len())
    );

    // Bad ones have numbers too.
    let numbered =
        || (1..).zip(&read).filter_map(|(number, (line, map))| Some((number, line, map.as_ref()?)));
    let (mut lines, mut table) = (String::new(), csv::Writer::from_writer(Vec::new()));
    table.write_record(columns().map(|column| column.name())).unwrap();
    for (number, line, map) in numbered() {
        let record = u64::to_string(&number);
        for row in rows(map, Origin { record: &record, file: None, line: Some(*line) }) {
            lines += &(json_line(&row) + "\n");
            table.write_record(row.cells().map(|cell| cell.to_text().into_owned())).unwrap();
        }
    }
    assert_same(&run(&["export", "--to", "ndjson"], &stream, &read), &lines);
    let table = String::from_utf8(table.into_inner().unwrap()).unwrap();
    assert_same(&run(&["export", "--to", "csv"], &stream, &read), &table);
}

/// Fewer records, since rasters take their time where nothing is optimised.
#[test]
fn all_cores_measure_what_one_after_the_other_gives() {
    let stream = stream(40);
    let read = read(&stream);
    let good = || read.iter().filter_map(|(number, map)| Some((*number, map.as_ref()?)));
    let mut whole = Aggregate::new(Whose::Patient);
    good().for_each(|(_, map)| whole.add(map));
    (good().count()..read.len()).for_each(|_| whole.refuse());
    assert_same(&run(&["aggregate", "--json"], &stream, &read), &(whole.to_json() + "\n"));
    let measured: String = good()
        .map(|(line, map)| {
            let measures = serde_json::to_string(&Measures::of(map, Whose::Patient)).unwrap();
            format!("{{\"file\":\"standard input\",\"line\":{line},{}\n", measures.strip_prefix('{').unwrap())
        })
        .collect();
    assert_same(&run(&["measure", "--json"], &stream, &read), &measured);
}

#[test]
fn many_files_come_out_in_their_order() {
    let generator = Generator::new(9);
    let records: Vec<(String, String)> =
        (1..=300).map(|number| (format!("{number:04}.json"), generator.record(number).to_json())).collect();
    let files: Vec<(&str, &str)> =
        records.iter().map(|(name, record)| (name.as_str(), record.as_str())).collect();
    let folder = folder("three-hundred", &files);
    let checked: String = records.iter().map(|(name, _)| format!("{folder}/{name}: good\n")).collect();
    assert_same(&painmap(&["check", &folder], "").good(), &checked);
    let said = painmap(&["describe", &folder], "").good();
    let headings: Vec<&str> = said.lines().filter(|line| line.starts_with(&folder)).collect();
    assert!(headings.iter().copied().eq(checked.lines().map(|line| line.trim_end_matches(": good"))));
    // What comes before a file that cannot be read is told, and nothing behind it.
    let ran = painmap(&["check", &folder, "no-such-file.json", &folder], "");
    assert_eq!((ran.status, ran.out.as_str()), (2, checked.as_str()));
    assert!(ran.err.starts_with("painmap: cannot read no-such-file.json: "), "{}", ran.err);
}

/// As in `painmap describe | head -1` where the records come from something that has not ended.
#[test]
fn a_reader_that_goes_away_ends_a_run_that_waits_for_input() {
    for verb in [&["describe"][..], &["check", "--json"], &["measure"], &["export", "--to", "csv"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_painmap"))
            .args(verb)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let record = Generator::new(1).record(3).to_json() + "\n";
        let writer = std::thread::spawn(move || {
            let _ = stdin.write_all(record.repeat(2_000).as_bytes());
            // Open for as long as somebody holds it.
            stdin
        });
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        stdout.read_line(&mut String::new()).unwrap();
        drop(stdout);
        let patience = Instant::now() + Duration::from_secs(60);
        let status = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < patience, "{verb:?} goes on");
            std::thread::sleep(Duration::from_millis(5));
        };
        assert!(status.success(), "{verb:?}");
        drop(writer.join().unwrap());
        let output = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{verb:?}");
    }
}

/// The most memory that a run took, in kB.
#[cfg(target_os = "linux")]
fn peak(arguments: &[&str]) -> u64 {
    let mut child =
        Command::new(env!("CARGO_BIN_EXE_painmap")).args(arguments).stdout(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let high = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        if let Some(high) = high.and_then(|high| high.trim().trim_end_matches(" kB").parse().ok()) {
            peak = high;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success() && peak > 0);
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_records() {
    // With a text that would weigh; and without a size, as rasters take their time where nothing is optimised.
    let note = "x".repeat(2_000);
    let record = |number: usize| {
        format!(
            r#"{{"format":"painmap/1","marks":[{{"id":"m","kind":"spot","view":"posterior","at":[{},1790]}}],"weight":"{note}"}}"#,
            number % 600
        )
    };
    let stream = |records: usize| (0..records).map(|number| record(number) + "\n").collect::<String>();
    // Enough that the peak of it is seen, too.
    let few = file("few.ndjson", stream(2_500));
    let many = file("many.ndjson", stream(10_000));
    let [few, many] = [few, many].map(|path| path.to_str().unwrap().to_owned());
    for verb in [&["aggregate"][..], &["export", "--to", "csv"], &["check"]] {
        let [small, large] = [&few, &many].map(|path| peak(&[verb, &[path]].concat()));
        // The larger file has 21 MB.
        assert!(large < 2 * small, "{verb:?}: {large} kB for {small} kB");
    }
    std::fs::remove_file(many).unwrap();
}
