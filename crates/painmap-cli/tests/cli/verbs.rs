//! Each verb on good input, and wrong calls.

use painmap::describe::Locale;

use crate::command::{example, file, folder, golden, one_line, painmap};

#[test]
fn check_says_good() {
    assert_eq!(painmap(&["check"], example("area")).good(), "standard input: good\n");
    let path = file("check.json", example("area"));
    let path = path.to_str().unwrap();
    assert_eq!(painmap(&["check", path], "").good(), format!("{path}: good\n"));
    assert_eq!(
        painmap(&["check", "--json", "-"], example("area")).good(),
        "{\"file\":\"standard input\",\"good\":true}\n"
    );
}

#[test]
fn check_by_patient_refuses_what_an_examiner_adds() {
    let record = example("everything");
    painmap(&["check"], &record).good();
    painmap(&["check", "--by", "clinician"], &record).good();
    let reason = "findings are an examiner's and cannot come from a patient";
    let ran = painmap(&["check", "--by", "patient", "--json"], &record);
    assert_eq!(
        ran.out,
        format!(
            "{{\"file\":\"standard input\",\"good\":false,\"pointer\":\"/marks/0/findings\",\"reason\":\"{reason}\"}}\n"
        )
    );
    ran.bad(&format!("painmap: standard input: at /marks/0/findings: {reason}"));
    painmap(&["check", "--by", "patient"], example("clinician"))
        .bad("painmap: standard input: at /marks/1/by: a clinician's mark cannot come from a patient");
    painmap(&["check", "--by", "nurse"], "").wrong("possible values: patient, clinician");
}

#[test]
fn describe_says_sentences() {
    let said = painmap(&["describe"], example("area")).good();
    assert_eq!(said, golden("sentences/area.txt"));
    let json = painmap(&["describe", "--json"], example("area")).good();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let sentences: Vec<_> = said.lines().collect();
    let summary = "Marks: 2 (left: 1, both sides: 1); strongest now: 8 of 10; worst in 7 days: 8 of 10.";
    assert_eq!(json, serde_json::json!({ "summary": summary, "sentences": sentences }));
    let with_summary = painmap(&["describe", "--summary"], example("area")).good();
    assert_eq!(with_summary, format!("{summary}\n{said}"));
}

#[test]
fn describe_and_render_speak_the_language_that_is_asked_for() {
    let record = example("everything");
    for language in Locale::languages() {
        let said = painmap(&["describe", "--language", language], &record).good();
        assert_eq!(said == golden("sentences/everything.txt"), language == "en", "{language}");
        let with_country = [language, "-XX"].concat().to_uppercase();
        assert_eq!(painmap(&["describe", "--language", &with_country], &record).good(), said);
        let svg = painmap(&["render", "--language", language], &record).good();
        let first = said.lines().next().unwrap();
        assert!(svg.contains(first), "{language}: {first}");
        for verb in ["describe", "render"] {
            let help = painmap(&[verb, "--help"], "").good();
            assert!(help.contains(&format!(" {language},")), "{language}: {help}");
        }
    }
    for verb in ["describe", "render"] {
        painmap(&[verb, "--language", "tlh"], &record).wrong("must be one of en");
        painmap(&[verb, "--language", ""], &record).wrong("--language");
    }
}

#[test]
fn render_draws_what_the_core_draws() {
    let path = file("render.json", example("shoulders"));
    let svg = painmap(&["render", path.to_str().unwrap()], "").good();
    assert_eq!(svg.trim_end(), golden("svg/shoulders.svg").trim_end());
}

#[test]
fn render_writes_a_file_and_only_when_all_is_well() {
    let target = file("written.svg", "an older picture");
    let output = target.to_str().unwrap();
    painmap(&["render", "-o", output], "{}").bad("painmap: standard input: at /format: is missing");
    assert_eq!(std::fs::read_to_string(&target).unwrap(), "an older picture");
    assert_eq!(painmap(&["render", "-o", output], example("area")).good(), "");
    assert!(std::fs::read_to_string(&target).unwrap().starts_with("<svg"));
    painmap(&["render", "-o", &format!("{output}/x.svg")], example("area")).wrong("cannot write");
}

#[test]
fn render_tells_what_it_does_not_show() {
    let ran = painmap(&["render"], example("unknown-members"));
    assert_eq!(ran.status, 0);
    assert_eq!(ran.err, "painmap: mark 3 (front) is not in the picture: it lies in the anterior view\n");
    let ran = painmap(&["render", "--crop", "neck"], example("area"));
    assert_eq!(ran.status, 0);
    assert!(
        ran.err.contains("mark 2 (m2) is not in the picture: it lies outside of the neck crop"),
        "{}",
        ran.err
    );
}

#[test]
fn render_draws_the_crop_that_is_asked_for() {
    let view_box = |crop: &str| {
        let svg = painmap(&["render", "--view", "posterior", "--crop", crop], example("no-pain")).good();
        let document = roxmltree::Document::parse(&svg).unwrap();
        document.root_element().attribute("viewBox").unwrap().to_owned()
    };
    let boxes = ["whole", "back", "neck", "shoulders"].map(view_box);
    assert!((1..4).all(|index| !boxes[..index].contains(&boxes[index])), "{boxes:?}");
    // What was shown is the default.
    let svg = painmap(&["render"], example("no-pain")).good();
    assert!(svg.contains(&boxes[1]));
    painmap(&["render", "--crop", "foot"], example("no-pain")).wrong("possible values: whole, back, neck");
}

#[test]
fn render_takes_one_record() {
    let two = format!("{}\n{}\n", one_line(&example("area")), one_line(&example("area")));
    painmap(&["render"], two).wrong("render draws one record, and there are more");
}

#[test]
fn locate_says_what_lies_at_a_point() {
    let said = painmap(&["locate", "--view", "posterior", "--", "-600", "1790"], "").good();
    let expected = "\
region     above the shoulder blade
           suprascapular region
concept    part of shoulder girdle, fma 23217, snomed 26444007, uberon 0001421
side       right
level      near T3
position   near T3, about a hand's breadth right of the spine
landmarks  right superior angle of the scapula, 136 bu
           right middle of the scapular spine, 152 bu
           right root of the scapular spine, 194 bu
zones      thoracic back
           WPI shoulder girdle, right
muscles    superficial: right middle trapezius
           intermediate: right supraspinatus
           deep: right subscapularis
patterns   right lower trapezius, spillover
           right rhomboid minor, spillover
           right rhomboid major, spillover
           right serratus posterior superior, essential
           (published patterns: individual pain varies)
usual spot right supraspinatus, inner part of the fossa above the spine of the scapula, 30 bu
";
    assert_eq!(said, expected);
    assert_eq!(painmap(&["locate", "-600", "1790"], "").good(), expected);
    let said = painmap(&["locate", "--stature", "170", "-600", "1790"], "").good();
    assert!(said.contains("about 10 cm right of the spine"), "{said}");
    assert!(said.contains("right superior angle of the scapula, 136 bu (23 mm)"), "{said}");
    let json = painmap(&["locate", "--json", "--", "600", "1790"], "").good();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["region"], "suprascapular");
    assert_eq!(
        json["concept"],
        serde_json::json!({"name": "shoulder girdle", "exact": false, "fma": "23217", "snomed": "26444007", "uberon": "0001421"})
    );
    assert_eq!((&json["side"], &json["level"]), (&"left".into(), &"T3".into()));
    assert_eq!(
        json["landmarks"][0],
        serde_json::json!({"name": "superior-angle-of-scapula", "side": "left", "distance": 136, "estimate": true})
    );
    assert_eq!(json["zones"][1], serde_json::json!({"id": "wpi-shoulder-girdle", "side": "left"}));
    let middle = painmap(&["locate", "--json", "0", "3000"], "").good();
    assert!(
        middle.contains("\"region\":\"thoracic-spine\",\"concept\":{\"name\":\"back\",\"exact\":false"),
        "{middle}"
    );
}

#[test]
fn locate_off_the_body_tells_the_nearest_point() {
    let said = painmap(&["locate", "900", "3500"], "").good();
    assert!(said.starts_with("off the body; the nearest point of it is 79"), "{said}");
    assert!(said.contains("side       left\n"));
    let json = painmap(&["locate", "--json", "900", "3500"], "").good();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(
        json["region"].is_null()
            && json["side"].is_null()
            && json["nearest"]["region"].is_string()
            && json["nearest"]["side"] == "left"
    );
    let said = painmap(&["locate", "2000", "1000"], "").good();
    assert_eq!(said, "off the body, and further than 150 body units from it\n");
    let far = painmap(&["locate", "--json", "2000", "1000"], "").good();
    assert_eq!(far, "{\"view\":\"posterior\",\"figure\":\"neutral\",\"at\":[2000,1000]}\n");
    let lines = painmap(&["locate"], "posterior 2000 1000\n").good();
    assert_eq!(lines, "posterior 2000 1000: off the body\n");
    painmap(&["locate", "--", "-1000000", "1000000"], "").good();
}

#[test]
fn locate_reads_lines() {
    let said = painmap(&["locate"], "posterior -600 1790\r\n\n  posterior 600   1790").good();
    let at = |x, side| {
        format!("posterior {x} 1790: suprascapular region (above the shoulder blade), {side}, near T3\n")
    };
    assert_eq!(said, at(-600, "right") + &at(600, "left"));
    let ran = painmap(
        &["locate", "--json"],
        "posterior 0 3000\nsideways 1 2\nposterior 1\n\nposterior 1e999 2\nposterior 0 3000\n",
    );
    assert_eq!(ran.out.lines().count(), 2);
    ran.bad(
        "painmap: standard input, line 2: the view must be one of posterior, anterior, left, right\n\
         painmap: standard input, line 3: must be `view x y`, like `posterior -600 1790`\n\
         painmap: standard input, line 5: x and y must be whole numbers from -1000000 to 1000000",
    );
}

#[test]
fn locate_refuses_points_that_are_none() {
    for point in [["1e999", "0"], ["0.5", "0"], ["9999999", "0"], ["x", "0"], ["0", ""]] {
        painmap(&["locate", "--", point[0], point[1]], "").wrong("invalid value");
    }
    painmap(&["locate", "5"], "").wrong("required");
    painmap(&["locate", "--view", "posterior"], "").wrong("required");
    painmap(&["locate", "--view", "sideways", "0", "0"], "").wrong("possible values: posterior, anterior");
    painmap(&["locate", "--figure", "tall", "0", "0"], "").wrong("possible values: neutral");
}

#[test]
fn atlas_draws_every_view_of_every_figure() {
    for view in ["posterior", "anterior", "left", "right"] {
        for figure in ["neutral", "feminine", "masculine"] {
            let drawn = painmap(&["atlas", "--view", view, "--figure", figure], "").good();
            assert!(drawn.starts_with("<svg") && !drawn.contains("<circle"), "{drawn}");
        }
    }
    let bare = painmap(&["atlas", "--crop", "back"], "").good();
    let landmarks = painmap(&["atlas", "--crop", "back", "--landmarks"], "").good();
    let regions = painmap(&["atlas", "--crop", "back", "--regions"], "").good();
    assert!(landmarks.contains(">T4<") && landmarks.contains(">inferior angle of the scapula<"));
    assert!(regions.contains(">flank<") && bare.len() < landmarks.len().min(regions.len()));
    painmap(&["atlas", "--view", "above"], "").wrong("possible values: posterior");
}

#[test]
fn schema_is_the_published_one() {
    let published = golden("../../crates/painmap/schema/painmap-1.schema.json");
    assert_eq!(painmap(&["schema"], "").good(), published);
    assert_eq!(painmap(&["schema", "--format-version", "1"], "").good(), published);
    painmap(&["schema", "--format-version", "2"], "").wrong("there are the format versions 1 to 1");
    painmap(&["schema", "--format-version", "0"], "").wrong("there are the format versions 1 to 1");
}

#[test]
fn help_has_an_example_for_each_verb() {
    let help = painmap(&["--help"], "").good();
    assert!(help.contains("Exit status: 0 good, 1 a record is bad, 2 the call is wrong."));
    for verb in ["check", "render", "describe", "export", "generate", "locate", "atlas", "schema"] {
        assert!(help.contains(&format!("\n  painmap {verb} ")), "{verb}");
        let help = painmap(&[verb, "--help"], "").good();
        assert!(help.contains("Example") && help.contains(&format!("painmap {verb}")), "{help}");
    }
    assert!(painmap(&["--version"], "").good().starts_with("painmap "));
}

#[test]
fn a_wrong_call_is_told_from_a_bad_record() {
    painmap(&[], "").wrong("Usage: painmap");
    painmap(&["draw"], "").wrong("unrecognized subcommand");
    painmap(&["check", "--fast"], "").wrong("unexpected argument");
    painmap(&["check", "no/such/file.json"], "").wrong("cannot read no/such/file.json: No such file");
    let empty = folder("no-records", &[("note.txt", "")]);
    painmap(&["check", &empty], "").wrong("holds no file that ends in .json, .ndjson or .jsonl");
    painmap(&["check", "-", "-"], "").wrong("standard input can be read only once");
}
