//! `measure`, `compare` and `aggregate`: what they say and write, on good input, bad input and in wrong calls.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{example, file, one_line, painmap};

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn measure_says_what_is_known_and_what_is_not() {
    let said = painmap(&["measure"], example("everything")).good();
    let expected = "\
marks      2
sites      5: right suprascapular region, left infrascapular region, left upper lumbar paraspinal region, left lower lumbar paraspinal region, left flank
sides      left, right
intensity  mean 5.00, worst 7 of 10 (2 of 2 rated); worst of the last seven days 9
extent     back 0.94 % of the drawing (170400 of 18185700 bu²), mean intensity by area 3.60
           front and back together not known: the front was not shown
zones      consensus low-back area, thoracic back
widespread index not known: it needs the whole body to be shown, from behind and from the front
";
    assert_eq!(said, expected);
    let said = painmap(&["measure"], example("clinician")).good();
    assert!(said.contains("3 by the other hand not measured\n"), "{said}");
    assert!(
        said.contains(
            "extent     back not known; 1 mark without a size left out; only the back crop shown\n"
        )
    );
    let said = painmap(&["measure", "--by", "clinician"], example("clinician")).good();
    assert!(said.starts_with("marks      3, 3 without a size\n"), "{said}");
    let said = painmap(&["measure"], example("untouched")).good();
    assert!(said.starts_with("marks      none: nothing is marked, and \"no pain\" was not said\n"), "{said}");
    assert!(painmap(&["measure"], example("no-pain")).good().starts_with("marks      none: no pain\n"));
    painmap(&["measure", "--by", "nurse"], "").wrong("possible values: patient, clinician, both");
}

#[test]
fn measure_writes_what_the_core_measures() {
    for name in ["area", "everything", "shoulders", "unknown-members", "no-pain", "untouched"] {
        let mut written = json(&painmap(&["measure", "--json"], example(name)).good());
        assert_eq!(written.as_object_mut().unwrap().remove("file").unwrap(), "standard input");
        assert_eq!(written, json(&text(&golden(&format!("measures/records/{name}.json")))), "{name}");
    }
}

#[test]
fn measure_reads_streams_and_goes_on_after_a_bad_record() {
    let stream = format!("{}\nnope\n{}\n", one_line(&example("area")), one_line(&example("no-pain")));
    let ran = painmap(&["measure", "--json"], &stream);
    let lines: Vec<Value> = ran.out.lines().map(json).collect();
    assert_eq!((&lines[0]["line"], &lines[1]["line"]), (&1.into(), &3.into()));
    assert_eq!(lines[1]["answer"], "no-pain");
    ran.bad("painmap: standard input, line 2: not JSON from column 2 on");
    let said = painmap(&["measure"], stream).out;
    assert!(
        said.starts_with("standard input, line 1\nmarks ") && said.contains("\n\nstandard input, line 3\n")
    );
}

fn visits() -> [String; 2] {
    ["visits/earlier.json", "visits/later.json"].map(|name| golden(name).to_str().unwrap().to_owned())
}

#[test]
fn compare_tells_what_changed_with_the_noise_beside_it() {
    let [earlier, later] = visits();
    let said = painmap(&["compare", &earlier, &later], "").good();
    let expected = "\
The earlier marks were carried from the feminine to the neutral figure.
weaker     1. both sides, flank and 5 more, from 7 to 4 of 10
same       3. right suprascapular region, 5 of 10 as before
stronger   2. left interscapular region, from 4 to 5 of 10 (less than 2 points: within retest noise); moved by 215 bu from 3. left interscapular region
new        4. right posterior femoral region
gone       4. left upper lateral cervical region, 3 of 10
extent     back from 3.05 to 2.15 % of the drawing (-0.90 percentage points); overlap Jaccard 0.60, Dice 0.75
";
    assert!(said.starts_with(expected), "{said}");
    let known: Vec<&str> = said.lines().filter(|line| line.starts_with("known ")).collect();
    assert_eq!(known.len(), 4, "{said}");
    assert!(known[0].contains("Jaccard 0.62") && known[3].contains("Childs et al. 2005"));
    let mut written = json(&painmap(&["compare", "--json", &earlier, &later], "").good());
    let retest = written.as_object_mut().unwrap().remove("retest").unwrap();
    assert_eq!(retest.as_array().unwrap().len(), 4);
    assert_eq!(written, json(&text(&golden("measures/comparison.json"))));
}

#[test]
fn compare_says_when_nothing_changed() {
    let [earlier, _] = visits();
    let said = painmap(&["compare", &earlier, "-"], text(Path::new(&earlier))).good();
    assert!(
        said.contains("Nothing changed.\n") && said.contains("overlap Jaccard 1.00, Dice 1.00"),
        "{said}"
    );
    let pain = file("pain.json", example("midline"));
    let said = painmap(&["compare", pain.to_str().unwrap(), "-"], example("no-pain")).good();
    assert!(said.starts_with(
        "The later record says that there is no pain.\ngone       1. cervical spine, 2 of 10\n"
    ));
}

#[test]
fn compare_takes_two_records() {
    let [earlier, later] = visits();
    painmap(&["compare", &earlier], "").wrong("<LATER>");
    painmap(&["compare", "-", "-"], "").wrong("standard input can be read only once");
    painmap(&["compare", &earlier, "no-such-file.json"], "").wrong("cannot read no-such-file.json");
    painmap(&["compare", &earlier, "-"], "{}").bad("painmap: standard input: at /format: is missing");
    let two = one_line(&text(Path::new(&later))) + "\n" + &one_line(&text(Path::new(&later)));
    painmap(&["compare", "-", &later], two)
        .wrong("compare takes one record a file, and standard input has more");
    let none = file("none.ndjson", "\n");
    painmap(&["compare", none.to_str().unwrap(), &later], "").wrong("compare needs a record in each");
}

#[test]
fn aggregate_adds_up_a_folder() {
    let records = golden("records");
    let records = records.to_str().unwrap();
    let written = painmap(&["aggregate", "--json", records], "").good();
    assert_eq!(written, text(&golden("measures/aggregate.json")));
    let said = painmap(&["aggregate", records], "").good();
    assert!(said.starts_with("records    8: 6 with marks, 1 \"no pain\", 1 unanswered\nmarks      14, mean intensity 5.25 (12 rated)\n"), "{said}");
    assert!(
        said.contains("view       posterior: shown or marked in 8 (whole 3, back 4, shoulders 1), at most ")
    );
    assert!(said.contains("\nsuprascapular region "), "{said}");
    let svg = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("heat.svg");
    painmap(&["aggregate", records, "--svg", svg.to_str().unwrap()], "").good();
    assert_eq!(text(&svg), text(&golden("measures/heat.svg")));
    roxmltree::Document::parse(&text(&svg)).unwrap();
}

#[test]
fn parts_that_were_added_up_apart_join_to_the_byte() {
    let names = [
        "area",
        "clinician",
        "everything",
        "midline",
        "no-pain",
        "shoulders",
        "unknown-members",
        "untouched",
    ];
    let lines: Vec<String> = names.iter().map(|name| one_line(&example(name))).collect();
    let part = |from: usize, to: usize| {
        let written = painmap(&["aggregate", "--json"], lines[from..to].join("\n")).good();
        file(&format!("part-{from}.json"), written).to_str().unwrap().to_owned()
    };
    let parts = [part(0, 3), part(3, 4), part(4, 8)];
    let whole = text(&golden("measures/aggregate.json"));
    for order in [[0, 1, 2], [2, 0, 1]] {
        let [a, b, c] = order.map(|index| parts[index].as_str());
        assert_eq!(painmap(&["aggregate", "--json", "--merge", a, b, c], "").good(), whole);
    }
    let said = painmap(&["aggregate", "--merge"], &whole).good();
    assert_eq!(said, painmap(&["aggregate"], lines.join("\n")).good());
}

#[test]
fn a_bad_record_is_told_with_its_line_and_the_rest_is_added_up() {
    let stream = format!(
        "{}\n{{\"format\":\"painmap/9\"}}\n{}\n",
        one_line(&example("area")),
        one_line(&example("no-pain"))
    );
    let path = file("adding.ndjson", stream);
    let path = path.to_str().unwrap();
    let ran = painmap(&["aggregate", "--json", path], "");
    let written = json(&ran.out);
    assert_eq!((&written["records"], &written["refused"]), (&2.into(), &1.into()));
    ran.bad(&format!("painmap: {path}, line 2: at /format: must be \"painmap/1\""));
    assert!(painmap(&["aggregate", path], "").out.contains("; 1 bad and left out\n"));
}

#[test]
fn a_bad_part_is_told_and_nothing_is_written() {
    let good = text(&golden("measures/aggregate.json"));
    let target = file("whole.json", "an older whole");
    let good_part = file("good-part.json", &good);
    let merge = |input: &str| {
        let target = target.to_str().unwrap();
        let part = good_part.to_str().unwrap();
        let ran = painmap(&["aggregate", "--json", "--merge", "-o", target, part, "-"], input);
        assert_eq!(text(Path::new(target)), "an older whole");
        ran
    };
    merge("{}").bad("painmap: standard input: not an aggregate: missing field `format` at line 1 column 2");
    merge(&example("area")).bad("painmap: standard input: at /format: must be painmap-aggregate/1");
    merge(&good.replace("\"cell\":100", "\"cell\":99")).bad("painmap: standard input: at /cell: must be 100");
    let clinicians = painmap(&["aggregate", "--json", "--by", "clinician"], example("clinician")).good();
    merge(&clinicians).bad("painmap: standard input: of the marks of clinician, not of patient");
    let huge = good.replace("\"records\":1,", "\"records\":18446744073709551615,");
    painmap(&["aggregate", "--merge"], huge).good();
    painmap(&["aggregate", "--merge", "--by", "both"], "").wrong("cannot be used with");
    painmap(&["aggregate", "--merge"], b"\xff").wrong("cannot read standard input");
}

#[test]
fn folders_are_walked_in_order_and_an_empty_one_is_told() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("walked");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("inner/empty")).unwrap();
    std::fs::write(folder.join("b.json"), "{}").unwrap();
    std::fs::write(folder.join("a.ndjson"), "nope\n").unwrap();
    std::fs::write(folder.join("inner/c.jsonl"), one_line(&example("area"))).unwrap();
    std::fs::write(folder.join("notes.txt"), "no record").unwrap();
    let name = folder.to_str().unwrap();
    let ran = painmap(&["aggregate", name], "");
    assert!(
        ran.out.starts_with("records    1: 1 with marks, 0 \"no pain\", 0 unanswered; 2 bad and left out\n")
    );
    ran.bad(&format!(
        "painmap: {name}/a.ndjson: not JSON from column 2 on\n\
         painmap: {name}/b.json: at /format: is missing"
    ));
    painmap(&["aggregate", &format!("{name}/inner/empty")], "").wrong("holds no file that ends in .json");
}
