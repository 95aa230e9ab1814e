//! Muscles and patterns: `painmap atlas` and `painmap locate`, the latter against the table of points, which
//! was drawn up from attachments before the muscles were drawn.

use crate::command::{golden, painmap};

#[test]
fn locate_is_right_on_the_table_of_points() {
    let table = golden("atlas/muscles.csv");
    // view, x, y, muscles that lie under the point, muscles that do not; the reason follows.
    let rows: Vec<Vec<&str>> = table.lines().skip(1).map(|line| line.splitn(6, ',').collect()).collect();
    assert!(rows.len() >= 100);
    let asked: String = rows.iter().map(|row| format!("{} {} {}\n", row[0], row[1], row[2])).collect();
    let told = painmap(&["locate", "--json"], &asked).good();
    let mut wrong = Vec::new();
    for (row, line) in rows.iter().zip(told.lines()) {
        let found: serde_json::Value = serde_json::from_str(line).unwrap();
        let muscles = found["muscles"].as_array().cloned().unwrap_or_default();
        let right = match row[0] {
            "left" | "right" => row[0] == "right",
            _ => row[1].starts_with('-'),
        };
        let side = if right { "right" } else { "left" };
        let is_under = |id: &str| muscles.iter().any(|muscle| muscle["id"] == id && muscle["side"] == side);
        let missing = row[3].split('|').filter(|id| !id.is_empty() && !is_under(id)).count();
        let extra = match row[4] {
            "*" => muscles.len(),
            not => not.split('|').filter(|id| is_under(id)).count(),
        };
        if missing + extra > 0 || muscles.iter().any(|muscle| muscle["side"] != side) {
            wrong.push(format!("{row:?}: {muscles:?}"));
        }
    }
    assert_eq!(told.lines().count(), rows.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn atlas_draws_layers_a_lit_muscle_and_a_pattern() {
    let count = |drawn: &str, fill: &str| drawn.matches(&format!("fill=\"{fill}\"")).count();
    let bare = painmap(&["atlas"], "").good();
    let deep = painmap(&["atlas", "--layer", "deep"], "").good();
    let both = painmap(&["atlas", "--layer", "superficial,deep"], "").good();
    assert!(bare.len() < deep.len() && deep.len() < both.len());
    assert!(both.contains("The superficial, deep muscles."));
    let lit = painmap(&["atlas", "--layer", "deep", "--muscle", "multifidus"], "").good();
    assert_eq!((count(&deep, "#c07d74") > 0, deep.contains("fill-opacity=\"0.30\"")), (true, false));
    assert!(
        lit.contains("fill-opacity=\"0.30\"") && lit.contains("Lit: multifidus."),
        "the rest stands back"
    );

    let pattern = |side: &[&str]| {
        let call = [&["atlas", "--pattern", "infraspinatus", "--view", "anterior"], side].concat();
        painmap(&call, "").good()
    };
    let (one, two) = (pattern(&["--side", "right"]), pattern(&[]));
    assert!(count(&one, "#9c1030") > 0 && count(&two, "#9c1030") == 2 * count(&one, "#9c1030"));
    assert!(one.contains("stroke-dasharray") && one.contains("Published pattern: individual pain varies"));
    // The person's right is on the viewer's left when seen from the front.
    let filled = one.split("<path").find(|path| path.contains("#9c1030") && !path.contains("dasharray"));
    assert!(filled.unwrap().contains("d=\"M-"), "{filled:?}");

    let list = painmap(&["atlas", "--list"], "").good();
    assert_eq!(list.lines().count(), 36);
    assert!(list.starts_with("trapezius-upper                superficial   upper trapezius\n"), "{list}");
    painmap(&["atlas", "--muscle", "biceps"], "").wrong("`painmap atlas --list` names them");
    painmap(&["atlas", "--side", "midline"], "").wrong("possible values: left, right");
}

#[test]
fn locate_names_muscles_patterns_and_the_nearest_usual_spot() {
    let told = painmap(&["locate", "--", "-600", "2150"], "").good();
    assert!(told.contains("\nmuscles    intermediate: right infraspinatus\n"), "{told}");
    assert!(told.contains("(published patterns: individual pain varies)"), "{told}");
    assert!(told.contains("\nusual spot right infraspinatus, "), "{told}");
    let json = painmap(&["locate", "--json", "--stature", "170", "--", "640", "1600"], "").good();
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    let first = &found["muscles"][0];
    assert_eq!((&first["id"], &first["side"]), (&"trapezius-upper".into(), &"left".into()));
    assert!(first["usualSpot"]["millimetres"].as_i64().unwrap() < 30, "{json}");
    let patterns = painmap(&["locate", "--json", "--", "640", "2400"], "").good();
    let found: serde_json::Value = serde_json::from_str(&patterns).unwrap();
    let covering = found["publishedPatterns"].as_array().unwrap();
    let known = |area: &serde_json::Value| area["muscle"] == "subscapularis" && area["part"] == "spillover";
    assert!(covering.iter().any(known), "{patterns}");
    assert!(covering.iter().all(|area| area["side"] == "left"), "{patterns}");
    let off = painmap(&["locate", "--", "2400", "1000"], "").good();
    assert!(!off.contains("muscles"), "{off}");
}

#[test]
fn atlas_refuses_a_picture_that_would_show_nothing() {
    painmap(&["atlas", "--view", "anterior", "--muscle", "rotatores"], "")
        .wrong("rotatores is not seen in the anterior view; it is in posterior");
    painmap(&["atlas", "--view", "right", "--muscle", "infraspinatus", "--side", "left"], "")
        .wrong("not seen in the right view; it is in posterior, left");
    painmap(&["atlas", "--view", "anterior", "--pattern", "teres-minor"], "")
        .wrong("the pattern of teres minor is not seen in the anterior view");
    painmap(&["atlas", "--list", "--landmarks"], "").wrong("cannot be used with");
    let twice =
        painmap(&["atlas", "--layer", "deep,deep", "--muscle", "multifidus", "--side", "left"], "").good();
    assert!(twice.contains("The deep muscles. Lit: left multifidus."));
}

#[test]
fn locate_tells_no_usual_spot_that_is_far_and_both_on_the_midline() {
    let heel = painmap(&["locate", "--", "700", "9800"], "").good();
    assert!(!heel.contains("usual spot"), "{heel}");
    let spine = painmap(&["locate", "0", "1700"], "").good();
    assert!(spine.contains("usual spot left and right "), "{spine}");
    let unread = painmap(&["locate", "--view", "left", "400", "2000"], "").good();
    assert!(unread.contains(", unchecked\n"), "{unread}");
}

#[test]
fn describe_tells_which_published_patterns_cover_a_mark() {
    let record = r#"{"format":"painmap/1","marks":[
        {"id":"m1","kind":"spot","view":"posterior","at":[-600,1600],"radiation":[{"view":"right","path":[[-40,1000],[200,600]]}]},
        {"id":"m2","kind":"spot","view":"posterior","at":[700,8500]}]}"#;
    let told = painmap(&["describe", "--patterns", "-"], record).good();
    assert!(
        told.contains("Published patterns that cover a mark (individual pain varies):\n1. right "),
        "{told}"
    );
    assert!(told.contains("1. right upper trapezius: essential "), "{told}");
    assert!(!told.contains("\n2. left "), "no pattern reaches the calf: {told}");
    let json = painmap(&["describe", "--patterns", "--json", "-"], record).good();
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["publishedPatterns"][1], serde_json::json!([]));
    assert!(found["publishedPatterns"][0][0]["essential"].is_u64());
    assert!(!painmap(&["describe", "--json", "-"], record).good().contains("publishedPatterns"));
}

/// A file of the repository, by its path from the root.
fn document(path: &str) -> String {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap()
}

#[test]
fn the_readme_shows_what_the_command_says() {
    let drawn = painmap(&["atlas", "--crop", "back", "--layer", "superficial,intermediate,deep"], "").good();
    assert!(drawn == document("docs/muscles.svg"), "write docs/muscles.svg anew, as the README says");
    let told = painmap(&["locate", "--stature", "170", "--", "-600", "1790"], "").good();
    assert!(document("README.md").contains(&told), "the README shows another answer than\n{told}");
}
