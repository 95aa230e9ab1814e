//! The muscle reference: every page holds what the atlas says, is well formed, and lies under the policy.

use axum::http::StatusCode;
use painmap::anatomy::{Bounds, CodeSystem, Figure, Layer, MuscleChart, MuscleId, Side, View};
use roxmltree::{Document, Node, ParsingOptions};

use super::{Answer, get, server};

/// A page as XML: elements that HTML never closes are closed, and nothing else is changed.
fn closed(html: &str) -> String {
    let mut xml = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').expect("a tag ends");
        let is_void = ["<meta", "<link", "<img"].iter().any(|tag| rest[start..].starts_with(tag));
        xml += &rest[..end];
        xml += if is_void { "/>" } else { ">" };
        rest = &rest[end + 1..];
    }
    xml + rest
}

/// Looks into a page that must be well formed.
fn read<T>(html: &str, look: impl FnOnce(&Document<'_>) -> T) -> T {
    let xml = closed(html);
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&xml, options);
    look(&document.unwrap_or_else(|error| panic!("{error}:\n{xml}")))
}

/// The text of an element and all that is in it.
fn text(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// The elements of a name.
fn all<'a>(document: &'a Document<'_>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document.root().descendants().filter(move |node| node.has_tag_name(name))
}

fn attributes(html: &str, element: &str, name: &str) -> Vec<String> {
    read(html, |document| {
        all(document, element).filter_map(|node| node.attribute(name).map(str::to_owned)).collect()
    })
}

async fn page(muscle: MuscleId) -> Answer {
    get(&server(false), &format!("/muscles/{muscle}")).await
}

#[tokio::test]
async fn the_index_names_and_links_every_muscle() {
    let server = server(false);
    let index = get(&server, "/muscles/").await;
    assert_eq!(index.status, StatusCode::OK);
    let links = attributes(&index.text, "a", "href");
    let words = read(&index.text, |document| text(document.root()));
    for muscle in MuscleId::all() {
        assert!(links.contains(&format!("/muscles/{muscle}")), "{muscle}");
        assert!(words.to_lowercase().contains(muscle.name()), "{muscle}");
        assert!(words.contains(muscle.latin_name()), "{muscle}");
    }
    for layer in Layer::ALL {
        assert!(words.to_lowercase().contains(&format!("{layer} layer")), "{layer}");
    }
    let moved = get(&server, "/muscles").await;
    assert_eq!((moved.status, moved.header("location")), (StatusCode::PERMANENT_REDIRECT, "/muscles/"));
}

#[tokio::test]
async fn every_muscle_has_a_page_with_all_that_the_atlas_says() {
    for muscle in MuscleId::all() {
        let page = page(muscle).await;
        assert_eq!(page.status, StatusCode::OK, "{muscle}");
        assert!(page.header("content-security-policy").contains("default-src 'none'"), "{muscle}");
        let words = read(&page.text, |document| text(document.root()));
        let heading = read(&page.text, |document| all(document, "h1").map(text).collect::<String>());
        assert_eq!(heading.to_lowercase(), muscle.name());
        assert!(words.contains(muscle.latin_name()), "{muscle}");
        assert!(words.contains("individual pain varies"), "{muscle}");
        for fact in muscle.facts() {
            assert!(words.contains(fact.text()), "{muscle}: {}", fact.text());
            for source in fact.sources() {
                assert!(words.contains(source.text), "{muscle}: {}", source.id);
            }
        }
        for place in muscle.usual_places() {
            assert!(words.contains(place.words), "{muscle}: {}", place.id);
        }
        for concept in muscle.concepts() {
            assert!(words.contains(concept.name), "{muscle}");
            for code in CodeSystem::ALL.iter().filter_map(|system| concept.code(*system)) {
                assert!(words.contains(code), "{muscle}: {code}");
            }
        }
    }
}

#[tokio::test]
async fn facts_are_marked_as_read_or_as_taught() {
    for muscle in MuscleId::all() {
        let page = page(muscle).await.text;
        let known = |verified: bool| {
            muscle.facts().filter(|fact| fact.is_verified() == verified).count()
                + muscle.usual_places().filter(|place| place.verified == verified).count()
        };
        assert_eq!(page.matches(">read in a source<").count(), known(true), "{muscle}");
        assert_eq!(page.matches(">commonly taught, not checked<").count(), known(false), "{muscle}");
        let secondary = muscle.concepts().filter(|concept| concept.secondary).count();
        assert_eq!(page.matches("not in the system itself").count(), secondary, "{muscle}");
        let within = muscle.concepts().filter(|concept| !concept.exact).count();
        assert_eq!(page.matches("This muscle lies within it.").count(), within, "{muscle}");
    }
}

#[tokio::test]
async fn notes_lead_to_the_sources_of_their_fact() {
    for muscle in MuscleId::all() {
        let page = page(muscle).await.text;
        let linked: Vec<String> = read(&page, |document| {
            let source = |address: &str| {
                let id = address.strip_prefix('#')?;
                document.root().descendants().find(|node| node.attribute("id") == Some(id)).map(text)
            };
            all(document, "a").filter_map(|link| source(link.attribute("href")?)).collect()
        });
        // The pattern's facts stand where the atlas has them: after the others.
        let said: Vec<&str> = muscle
            .facts()
            .flat_map(|fact| fact.sources().map(|source| source.text).collect::<Vec<_>>())
            .collect();
        assert_eq!(linked, said, "{muscle}");
    }
}

#[tokio::test]
async fn pictures_show_the_muscle_and_its_pattern_with_title_and_description() {
    let server = server(false);
    for muscle in MuscleId::all() {
        let page = page(muscle).await.text;
        let (pictures, words) = (attributes(&page, "img", "src"), attributes(&page, "img", "alt"));
        for subject in ["muscle", "pattern"] {
            assert!(pictures.iter().any(|one| one.contains(subject)), "{muscle} has no {subject}");
        }
        assert_eq!(pictures.len(), words.len(), "each picture has words");
        for (address, words) in pictures.iter().zip(words) {
            let picture = get(&server, address).await;
            assert_eq!(picture.status, StatusCode::OK, "{address}");
            assert_eq!(picture.header("content-type"), "image/svg+xml");
            assert!(words.to_lowercase().starts_with(muscle.name()), "{words}");
            // The fibres of a muscle that is lit, and the areas of a pattern.
            let drawn = if address.contains("/muscle-") { "stroke-opacity=\"0.50\"" } else { "#9c1030" };
            assert!(picture.text.contains(drawn), "{address} shows nothing");
            read(&picture.text, |document| {
                let said: String =
                    ["title", "desc"].iter().flat_map(|name| all(document, name)).map(text).collect();
                assert!(said.contains("Body atlas") && said.contains(muscle.name()), "{said}");
            });
        }
    }
}

/// The boxes round what a picture has to show.
fn boxes(muscle: MuscleId, subject: &str, view: View) -> Vec<Bounds> {
    let chart = MuscleChart::of(view, Figure::Neutral);
    if subject == "pattern" {
        return chart.pattern(muscle, Side::Left, None).map(|area| area.bounds()).collect();
    }
    let shapes = chart.shapes().iter().filter(|shape| shape.muscle() == muscle);
    shapes.map(|shape| shape.bounds()).collect()
}

#[tokio::test]
async fn nothing_of_a_muscle_or_its_pattern_is_cut_off() {
    let server = server(false);
    for muscle in MuscleId::all() {
        let page = page(muscle).await.text;
        let sizes = attributes(&page, "img", "width").into_iter().zip(attributes(&page, "img", "height"));
        for (address, (width, height)) in attributes(&page, "img", "src").iter().zip(sizes) {
            let name = address.rsplit('/').next().and_then(|name| name.strip_suffix(".svg")).unwrap();
            let (subject, view) = name.split_once('-').unwrap();
            let view: View = view.parse().unwrap();
            let svg = get(&server, address).await.text;
            let [window, own_width, own_height] =
                ["viewBox", "width", "height"].map(|name| attributes(&svg, "svg", name).remove(0));
            assert_eq!((own_width, own_height), (width, height), "{address}");
            let window: Vec<i32> = window.split(' ').map(|number| number.parse().unwrap()).collect();
            let frame = Bounds::new(window[0], window[1], window[0] + window[2], window[1] + window[3]);
            let boxes = boxes(muscle, subject, view);
            assert!(!boxes.is_empty(), "{address}");
            // The caveat stands below all that is shown.
            let caveat = read(&svg, |document| {
                let own =
                    all(document, "text").find(|letters| text(*letters).contains("individual pain varies"));
                own.and_then(|letters| letters.attribute("y")?.parse::<i32>().ok())
            });
            assert_eq!(caveat.is_some(), subject == "pattern", "{address}");
            assert!(caveat.is_none_or(|y| y <= frame.max.y), "{address}: the caveat is cut off");
            assert!(caveat.is_none_or(|y| boxes.iter().all(|inner| inner.max.y < y)), "{address}");
            for corner in boxes.iter().flat_map(|inner| [inner.min, inner.max]) {
                assert!(frame.contains(view.to_screen(corner)), "{address}: {corner:?} is not in {frame:?}");
            }
        }
    }
}

#[tokio::test]
async fn muscles_lead_to_their_neighbours_and_to_the_atlas() {
    let muscles: Vec<MuscleId> = MuscleId::all().collect();
    for (index, muscle) in muscles.iter().enumerate() {
        let links = attributes(&page(*muscle).await.text, "a", "href");
        let neighbours = [index.checked_sub(1), Some(index + 1)].into_iter().flatten();
        for other in neighbours.filter_map(|index| muscles.get(index)) {
            assert!(links.contains(&format!("/muscles/{other}")), "{muscle} and {other}");
        }
        let shown = format!("&muscle={muscle}&pattern=1");
        assert!(links.iter().any(|link| link.starts_with("/atlas.html?view=") && link.ends_with(&shown)));
    }
}

#[tokio::test]
async fn unknown_muscles_and_pictures_are_not_found() {
    let server = server(false);
    for address in [
        "/muscles/biceps",
        "/muscles/%3Cscript%3E",
        "/muscles/rotatores/muscle-anterior.svg",
        "/muscles/rotatores/muscle-posterior",
        "/muscles/biceps/muscle-posterior.svg",
    ] {
        let answer = get(&server, address).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{address}");
        assert!(answer.text.contains("No such muscle") && !answer.text.contains("script"), "{address}");
        assert!(attributes(&answer.text, "a", "href").contains(&"/muscles/".to_owned()), "{address}");
    }
}

#[tokio::test]
async fn nothing_is_said_of_likelihood_or_cause() {
    for muscle in MuscleId::all() {
        let words = read(&page(muscle).await.text, |document| text(document.root())).to_lowercase();
        for unsaid in
            ["likely", "likelihood", "probab", "cause", "diagnos", "often", "usually", "most of", "some of"]
        {
            assert!(!words.contains(unsaid), "{muscle}: {unsaid}");
        }
    }
}

#[tokio::test]
async fn pages_need_no_script_and_no_inline_style() {
    for muscle in MuscleId::all() {
        let page = page(muscle).await.text;
        assert!(!page.contains("<script") && !page.contains("style=\""), "{muscle}");
        assert_eq!(attributes(&page, "link", "href"), ["/demo.css", "/muscles.css"]);
    }
    let style = get(&server(false), "/muscles.css").await;
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
}
