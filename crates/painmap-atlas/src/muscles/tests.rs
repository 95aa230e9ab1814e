//! What the compiler refuses of the muscles.

use super::source::{TEXTS, Texts};
use crate::VIEWS;
use crate::catalogue::Catalogue;
use crate::drawn::Drawn;
use crate::figures::{self, Figures};
use crate::source::View;
use std::sync::LazyLock;

static FIGURES: LazyLock<Figures> =
    LazyLock::new(|| figures::read(include_str!("../../source/figures.json")).unwrap());
static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::read(include_str!("../../source/regions.toml")).unwrap());
static READ: LazyLock<[View; 3]> = LazyLock::new(|| crate::views().unwrap());
static DRAWN: LazyLock<[Drawn<'static>; 3]> =
    LazyLock::new(|| READ.each_ref().map(|view| Drawn::of(view, &CATALOGUE, &FIGURES).unwrap()));

/// Compiles the muscles from changed texts; what is wrong with them.
fn compile(texts: &Texts<'_>) -> Result<(), String> {
    let named = [0, 1, 2].map(|index| (VIEWS[index].0, &DRAWN[index]));
    super::compile(texts, named, &FIGURES).map(drop).map_err(|error| format!("{error:#}"))
}

/// Compiles the muscles with one piece of text changed, in the one file that has it, which must fail
/// with `reason`.
fn refuses(from: &str, to: &str, reason: &str) {
    let files = [TEXTS.facts]
        .into_iter()
        .chain(TEXTS.sheets.map(|file| file.1))
        .chain(TEXTS.patterns.map(|file| file.1));
    let holding = files.filter(|text| text.contains(from)).count();
    assert_eq!(holding, 1, "files of the source that have {from:?}");
    let change = |text: &str| text.replacen(from, to, 1);
    let (facts, sheets, patterns) = (
        change(TEXTS.facts),
        TEXTS.sheets.map(|file| change(file.1)),
        TEXTS.patterns.map(|file| change(file.1)),
    );
    let mut texts = TEXTS;
    texts.facts = &facts;
    for (file, text) in texts.sheets.iter_mut().zip(&sheets).chain(texts.patterns.iter_mut().zip(&patterns)) {
        file.1 = text;
    }
    let error = compile(&texts).unwrap_err();
    assert!(error.contains(reason), "{error}");
}

#[test]
fn the_source_as_it_is_compiles() {
    assert_eq!(compile(&TEXTS), Ok(()));
}

#[test]
fn an_attachment_too_far_off_is_refused() {
    refuses(
        "\"c7-spinous-process\", \"t1-spinous-process\", \"root-of-scapular-spine\"",
        "\"c7-spinous-process\", \"iliac-crest\", \"root-of-scapular-spine\"",
        "rhomboid-minor ends 2034 bu from iliac-crest",
    );
}

#[test]
fn a_spot_outside_of_its_muscle_is_refused() {
    refuses(
        "landmark = \"superior-angle-of-scapula\", offset = [95, -122]",
        "landmark = \"superior-angle-of-scapula\", offset = [95, 422]",
        "a spot of trapezius-upper at [585, 2132] is not in it",
    );
}

#[test]
fn a_shape_that_leaves_the_body_is_refused() {
    refuses("[980, 5150]", "[1280, 5150]", "gluteus-maximus leaves the body by");
}

#[test]
fn pieces_that_do_not_meet_are_refused() {
    refuses("[[15, 2385], [15, 1850]]", "[[15, 2385], [15, 1870]]", "what it meets at [15, 1");
    refuses("[828, 5690]], [[828, 5690]", "[828, 5690]], [[818, 5690]", "what it meets at [828, 5690]");
    // Near to a stretch of the outline an end is drawn to it, but not from far off.
    refuses("[[345, 1296], [313, 1220]", "[[245, 1296], [313, 1220]", "what it meets at");
}

#[test]
fn what_is_not_there_is_refused() {
    refuses(
        "\"-infraspinatus-teres-minor\"",
        "\"-infraspinatus-teres\"",
        "infraspinatus: no edge infraspinatus-teres",
    );
    refuses("[shapes.rhomboid-minor]", "[shapes.rhomboid]", "no muscle rhomboid");
    refuses("[patterns.trapezius-upper]", "[patterns.trapezius]", "no muscle trapezius");
    refuses("attachments = [\"coracoid-process\"]", "attachments = [\"coracoid\"]", "no landmark coracoid");
    refuses(
        "{ view = \"posterior\", landmark = \"lateral-margin-of-neck\", offset = [62, 155] }",
        "{ view = \"posterior\", landmark = \"margin-of-neck\", offset = [62, 155] }",
        "no landmark margin-of-neck",
    );
    refuses("view = \"lateral\"\n\n[edges]", "view = \"medial\"\n\n[edges]", "no view medial");
}

#[test]
fn a_concept_or_a_source_that_is_not_told_is_refused() {
    refuses("\ngluteus-maximus = {", "\ngluteus = {", "gluteus-maximus: no concept gluteus-maximus");
    refuses("\nnamtpt-deltoid = {", "\nnamtpt = {", "no source namtpt-deltoid");
    refuses(
        "\n[concepts]\n",
        "\n[concepts]\nbiceps = { name = \"biceps\", fma = \"9628\" }\n",
        "no muscle is in the concept biceps",
    );
    refuses(
        "\n[concepts]\n",
        "\nidle = { text = \"nobody\", checked = true }\n[concepts]\n",
        "no fact is from idle",
    );
}

#[test]
fn a_muscle_out_of_the_order_of_layers_is_refused() {
    let layer = TEXTS.facts.find("layer = \"superficial\"").unwrap();
    let line = TEXTS.facts[..layer].rfind("[[muscles]]").unwrap();
    let head = &TEXTS.facts[line..layer + "layer = \"superficial\"".len()];
    refuses(head, &head.replace("superficial", "deep"), "the muscles go from the surface down");
}

#[test]
fn an_edge_that_stands_twice_is_refused() {
    refuses(
        "sternal-clavicular = [[306, 940]",
        "shoulder-top = [[306, 940]",
        "edge shoulder-top stands twice",
    );
}

#[test]
fn a_change_of_an_edge_that_is_not_there_is_refused() {
    let shape = "[shapes.subscapularis]\ncontour = [[[494, 1722]";
    let changed = format!("[feminine.edges]\nnone = [[1, 2], [3, 4]]\n\n{shape}");
    refuses(shape, &changed, "a change of no edge");
}
