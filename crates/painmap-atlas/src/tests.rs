//! What the compiler accepts and refuses.

use crate::catalogue::Catalogue;
use crate::drawn::Drawn;
use crate::map::Kind;
use crate::{figures, pack, source, zones};
use painmap::anatomy::{Chart, Curve, Detail, Figure, Point, View};
use std::collections::BTreeSet;

const POSTERIOR: &str = include_str!("../source/posterior.toml");

/// Compiles a changed posterior view: the figures with their packs.
fn compile(text: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    let figures = figures::read(include_str!("../source/figures.json")).unwrap();
    let catalogue = Catalogue::read(include_str!("../source/regions.toml")).unwrap();
    let view = source::view(text).map_err(|error| error.to_string())?;
    let drawn = Drawn::of(&view, &catalogue, &figures).map_err(|error| format!("{error:#}"))?;
    let packs = pack::packs("test", "0", &drawn, &catalogue).map_err(|error| format!("{error:#}"))?;
    Ok(packs.into_iter().map(|(name, bytes)| (name.to_owned(), bytes)).collect())
}

/// Compiles the posterior view with one piece of text changed, which must fail with `reason`.
fn refuses(from: &str, to: &str, reason: &str) {
    assert!(POSTERIOR.contains(from), "the source has no {from:?}");
    let error = compile(&POSTERIOR.replace(from, to)).unwrap_err();
    assert!(error.contains(reason), "{error}");
}

#[test]
fn a_face_without_a_seed_is_refused() {
    refuses("calf = [670, 8250]\n", "", "holds the seeds []");
}

#[test]
fn two_seeds_in_one_face_are_refused() {
    refuses("calf = [670, 8250]", "calf = [670, 9280]", "holds the seeds");
}

#[test]
fn a_seed_off_the_body_is_refused() {
    refuses("calf = [670, 8250]", "calf = [2000, 8250]", "holds the seeds []");
}

#[test]
fn a_line_that_names_no_node_is_refused() {
    refuses("loin = [\"loin-spine\"", "loin = [\"groin\"", "line loin: no node groin");
}

#[test]
fn a_line_that_ends_nowhere_is_refused() {
    refuses("loin = [\"loin-spine\"", "loin = [[60, 3727]", "must start and end at nodes");
}

#[test]
fn an_unknown_region_is_refused() {
    refuses("calf = [670, 8250]", "shank = [670, 8250]", "a seed is of no region");
}

/// Compiles the zones with one piece of text changed, which must fail with `reason`.
fn refuses_zones(from: &str, to: &str, reason: &str) {
    let text = include_str!("../source/zones.toml");
    assert!(text.contains(from), "the source has no {from:?}");
    let figures = figures::read(include_str!("../source/figures.json")).unwrap();
    let catalogue = Catalogue::read(include_str!("../source/regions.toml")).unwrap();
    let views = crate::views().unwrap();
    let drawn = views.each_ref().map(|view| Drawn::of(view, &catalogue, &figures).unwrap());
    let compile = |text: &str| zones::table(text, &catalogue, drawn.each_ref());
    assert!(compile(text).is_ok());
    let error = format!("{:#}", compile(&text.replacen(from, to, 1)).unwrap_err());
    assert!(error.contains(reason), "{error}");
}

#[test]
fn zones_take_only_what_their_views_show() {
    refuses_zones(
        "\"flank\", \"sacroiliac\", \"upper",
        "\"sacrum\", \"upper",
        "lateral: the view shows no region sacrum",
    );
    refuses_zones("\"flank\"", "\"loin\"", "zone low-back: posterior: no region loin");
    refuses_zones("to = \"T1\"", "to = \"T0\"", "zone cervical: posterior: the view shows no level T0");
    refuses_zones(
        "within = \"lateral-margin-of-neck\"",
        "within = \"nipple\"",
        "the view shows no landmark nipple",
    );
}

#[test]
fn figures_share_one_map() {
    let packs = compile(POSTERIOR).unwrap();
    let names: Vec<&str> = packs.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["neutral", "feminine", "masculine"]);
    let [neutral, others @ ..] = packs.as_slice() else { panic!("no packs") };
    assert!(others.iter().all(|(_, bytes)| bytes.len() < neutral.1.len()), "they hold no map of their own");

    let other =
        |lines: &str| POSTERIOR.replace("[masculine.lines]\n", &format!("[masculine.lines]\n{lines}\n"));
    let crown = other("crown = [\"crown-mid\", \"crown-side\"]");
    assert!(compile(&crown).is_ok(), "another shape of the same line");
    let groin = other("groin = [[1, 2]]");
    assert!(compile(&groin).unwrap_err().contains("the neutral figure has no groin"));
    let wrist = other("wrist = [\"wrist-outer\", \"wrist-inner\"]");
    assert!(compile(&wrist).is_err(), "a line that misses a node");
}

/// The segments of a drawn curve, as `painmap` has them: where each starts, its handles and its end.
fn segments(start: [i32; 2], segments: &[[[i32; 2]; 3]]) -> Vec<[[i32; 2]; 4]> {
    let mut from = start;
    let mut found = Vec::new();
    for &[first, second, end] in segments {
        found.push([from, first, second, end]);
        from = end;
    }
    found
}

/// The segments of curves that `painmap` has.
fn shown<'a>(curves: impl IntoIterator<Item = &'a Curve>) -> BTreeSet<[[i32; 2]; 4]> {
    let at = |point: Point| [point.x, point.y];
    let own = |curve: &Curve| {
        let own: Vec<_> = curve.segments().iter().map(|segment| segment.map(at)).collect();
        segments(at(curve.start()), &own)
    };
    curves.into_iter().flat_map(own).collect()
}

#[test]
fn what_was_drawn_is_what_painmap_reads() {
    let figures = figures::read(include_str!("../source/figures.json")).unwrap();
    let catalogue = Catalogue::read(include_str!("../source/regions.toml")).unwrap();
    let views = crate::views().unwrap();
    for (view, name) in views.iter().zip([View::Posterior, View::Anterior, View::Left]) {
        let drawn = Drawn::of(view, &catalogue, &figures).unwrap();
        assert_eq!(drawn.figures.len(), Figure::ALL.len());
        for (figure, own) in Figure::ALL.iter().zip(&drawn.figures) {
            assert_eq!(figure.as_str(), own.name);
            let chart = Chart::of(name, *figure).unwrap();
            let borders = shown(chart.borders());
            let details = shown(chart.details().iter().map(Detail::curve));
            let outline = shown(chart.outline());
            for (kind, arc) in &own.arcs {
                for segment in segments(arc.start, &arc.segments) {
                    let mut back = segment;
                    back.reverse();
                    let there = match kind {
                        Kind::Border => borders.contains(&segment),
                        Kind::Outline => outline.contains(&segment) || outline.contains(&back),
                    };
                    assert!(there, "{name} {figure}: {segment:?}");
                }
            }
            for detail in &own.details {
                assert!(segments(detail.start, &detail.segments).iter().all(|own| details.contains(own)));
            }
        }
    }
}
