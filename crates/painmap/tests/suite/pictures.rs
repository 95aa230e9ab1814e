//! Pictures: well-formed, harmless, the same every time, and right where the person's right is.

use painmap::PainMap;
use painmap::anatomy::{Chart, Crop, Figure, Landmark, MIDLINE_HALF_WIDTH, Side, View};
use painmap::describe::{Locale, Wording, sentence, sentences};
use painmap::record::{Mark, MarkId};
use painmap::scene::{Picture, to_svg};
use proptest::prelude::*;
use proptest::sample::select;
use roxmltree::{Document, Node};

use crate::generate;

/// What XML cannot hold even when escaped stands as a replacement character.
fn clean(text: &str) -> String {
    text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

fn elements<'a, 'input>(document: &'a Document<'input>, name: &str) -> Vec<Node<'a, 'input>> {
    document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name))).collect()
}

fn text<'a>(node: &Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default().trim()
}

/// Whatever a record holds, nothing in its picture can run, load or restyle anything.
fn assert_harmless(document: &Document<'_>) -> Result<(), TestCaseError> {
    let known = ["svg", "title", "desc", "defs", "clipPath", "path", "rect", "g", "circle", "text"];
    for node in document.descendants() {
        prop_assert!(!node.is_comment() && !node.is_pi());
        if node.is_element() {
            prop_assert!(known.contains(&node.tag_name().name()), "{}", node.tag_name().name());
        }
        for attribute in node.attributes() {
            let name = attribute.name();
            prop_assert!(!name.starts_with("on") && name != "href" && name != "style", "{name}");
            prop_assert!(
                !attribute.value().contains("url(") || attribute.value().starts_with("url(#painmap-")
            );
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_picture_of_any_record(map in generate::map(), crop in prop::option::of(select(Crop::ALL))) {
        let picture = crop.map_or(Picture::of(&map), |crop| Picture { view: View::Posterior, crop });
        let Ok(svg) = to_svg(&map, &picture, Locale::english()) else {
            prop_assert!(Chart::of(picture.view, map.figure).is_none());
            return Ok(());
        };
        prop_assert_eq!(&to_svg(&map.clone(), &picture, Locale::english()).unwrap(), &svg);
        let document = Document::parse(&svg).unwrap();
        assert_harmless(&document)?;

        let description = text(&elements(&document, "desc")[0]);
        for said in sentences(&map, Wording::Clinical, Locale::english()) {
            prop_assert!(description.contains(clean(&said).trim()), "{description}");
        }
        let is_drawn = |mark: &Mark| {
            let views = mark.radiation().iter().map(painmap::record::Radiation::view);
            views.chain([mark.view()]).any(|view| view == picture.view)
        };
        let titled = |(number, mark): (usize, &Mark)| {
            clean(&format!("{number}. {}", sentence(&map, mark, Wording::Clinical, Locale::english()))).trim().to_owned()
        };
        let numbered = (1..).zip(map.marks());
        let titles: Vec<_> = elements(&document, "title").iter().map(text).map(str::to_owned).collect();
        let seen = match picture.view {
            View::Posterior => "behind",
            View::Anterior => "the front",
            View::Left => "its left",
            View::Right => "its right",
        };
        prop_assert_eq!(&titles[0], &format!("Pain map, the body seen from {seen}"));
        for (number, mark) in numbered {
            let title = titled((number, mark));
            // A path too short for an arrow is not drawn, so neither is its mark in another view.
            if mark.view() == picture.view {
                prop_assert!(titles.contains(&title), "{title} is not in {titles:?}");
            } else if !is_drawn(mark) {
                prop_assert!(!titles.contains(&title), "{title} is in {titles:?}");
            }
        }
    }
}

/// Where the record, the sentence and the picture say that a landmark is.
fn assert_side(figure: Figure, landmark: &Landmark, side: Side) {
    let name = landmark.name();
    let mut map = PainMap::new(figure);
    map.add(Mark::spot(MarkId::new("m1").unwrap(), View::Posterior, landmark.at()).unwrap()).unwrap();

    let json: serde_json::Value = serde_json::from_str(&map.to_json()).unwrap();
    assert_eq!(json["marks"][0]["place"]["side"], side.as_str(), "{name}");

    let said = sentences(&map, Wording::Clinical, Locale::english()).remove(0).to_lowercase();
    let mentions =
        |side: Side| said.split(|letter: char| !letter.is_alphabetic()).any(|word| word == side.as_str());
    assert!(mentions(side) && !mentions(side.opposite()), "{name}: {said}");

    let svg = to_svg(&map, &Picture::default(), Locale::english()).unwrap();
    let document = Document::parse(&svg).unwrap();
    let title = text(&elements(&document, "title")[1]).to_lowercase();
    assert_eq!(title, said, "{name}");
    let disc = elements(&document, "circle")[0];
    let x: i32 = disc.attribute("cx").unwrap().parse().unwrap();
    // Seen from behind, the person's right is on the viewer's right.
    assert_eq!(x, -landmark.at().x, "{name}");
    assert_eq!(x > 0, side == Side::Right, "{name}");
}

#[test]
fn left_and_right_are_the_persons_own_everywhere() {
    let mut seen = 0;
    for &figure in Figure::ALL {
        let chart = Chart::of(View::Posterior, figure).unwrap();
        let aside = |landmark: &&Landmark| landmark.at().x.abs() > MIDLINE_HALF_WIDTH;
        for landmark in chart.landmarks().iter().filter(aside) {
            assert_ne!(landmark.side(), Side::Midline, "{}", landmark.name());
            assert_side(figure, landmark, landmark.side());
            seen += 1;
        }
    }
    assert!(seen >= 20, "{seen} landmarks");
}

#[test]
fn the_sides_names_stand_on_their_sides() {
    let map = PainMap::new(Figure::Neutral);
    let svg = to_svg(&map, &Picture::default(), Locale::english()).unwrap();
    let document = Document::parse(&svg).unwrap();
    let x = |words: &str| -> i32 {
        let texts = elements(&document, "text");
        let node = texts.iter().find(|node| text(node) == words).unwrap();
        node.attribute("x").unwrap().parse().unwrap()
    };
    assert!(x("Your left") < 0 && x("Your right") > 0);
}

#[test]
fn a_script_in_a_note_is_only_a_text() {
    let note = r#"<script>alert(1)</script><b onclick='x'>]]>"#;
    let mut map = PainMap::new(Figure::Neutral);
    let mut mark =
        Mark::spot(MarkId::new("m1").unwrap(), View::Posterior, painmap::anatomy::Point::new(0, 3000))
            .unwrap();
    assert!(mark.set_note(Some(note.to_owned())));
    map.add(mark).unwrap();
    let svg = to_svg(&map, &Picture::of(&map), Locale::english()).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;"));
    let document = Document::parse(&svg).unwrap();
    assert!(text(&elements(&document, "title")[1]).contains(note));
}

#[test]
fn the_widget_colours_intensities_as_files_do() {
    let sheet = super::golden::folder().join("../../www/src/interface/asking-styles.js");
    let sheet = std::fs::read_to_string(sheet).unwrap();
    let list = sheet.split_once("INTENSITIES = [").unwrap().1.split_once("];").unwrap().0;
    let colours: Vec<&str> = list.split('\'').filter(|part| part.starts_with('#')).collect();
    assert_eq!(colours, painmap::scene::INTENSITY_COLOURS);
}

#[test]
fn each_rating_is_darker_than_the_one_before_and_its_letters_can_be_read() {
    let linear = |channel: u8| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |colour: &str| {
        let channel = |at| linear(u8::from_str_radix(&colour[at..at + 2], 16).unwrap());
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    };
    let mut before = 1.0;
    for rating in 0..=10 {
        let intensity = painmap::record::Intensity::new(rating);
        let disc = luminance(painmap::scene::Ink::Disc(intensity).colours().fill);
        assert!(disc < before, "{rating} is not darker than the rating below it");
        before = disc;
        let letters = luminance(painmap::scene::Ink::Number(intensity).colours().fill);
        let (light, dark) = (disc.max(letters), disc.min(letters));
        let contrast = (light + 0.05) / (dark + 0.05);
        // WCAG 1.4.3 asks 3 of large bold letters.
        assert!(contrast >= 4.3, "the number on {rating} has a contrast of {contrast:.2}");
    }
}
