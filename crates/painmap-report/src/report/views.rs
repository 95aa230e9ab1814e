//! The drawings of a report: every view that holds something, side by side, with a scale below.

use painmap::PainMap;
use painmap::anatomy::View;
use painmap::describe::{Locale, Wording, sentence};
use painmap::scene::{Drawing, INTENSITY_COLOURS, Picture, UNRATED_COLOUR, drawing};

use super::flow::{Flow, MARGIN};
use crate::Fault;
use crate::page::{Look, PALE, Piece, Role};
use crate::sheet::Anchor;

/// The most that the drawings may be high, in points.
const HEIGHT: f32 = 300.0;
/// Between two drawings.
const GAP: f32 = 14.0;
/// How many pixels of a drawing go on a point: its numbers are then about as large as plain letters.
const PIXELS_PER_POINT: f32 = 1.45;

/// Puts the drawings side by side, each with its name.
pub(super) fn add(
    flow: &mut Flow<'_>,
    map: &PainMap,
    wording: Wording,
    locale: &Locale,
) -> Result<(), Fault> {
    let pictures: Vec<Picture> = seen(map).into_iter().map(|view| Picture::in_view(map, view)).collect();
    // How wide each would be at the same height.
    let drawn = |picture: &Picture, width: f32| {
        let pixels = (width * PIXELS_PER_POINT).clamp(1.0, 10_000.0);
        drawing(map, picture, pixels as u16, locale)
    };
    let shape = |drawing: &Drawing| drawing.frame.width() as f32 / drawing.frame.height() as f32;
    let mut shapes = Vec::new();
    for picture in &pictures {
        shapes.push(shape(&drawn(picture, HEIGHT)?));
    }
    let gaps = GAP * (pictures.len() as f32 - 1.0);
    let height = ((flow.width() - gaps) / shapes.iter().sum::<f32>()).min(HEIGHT);
    let total = height * shapes.iter().sum::<f32>() + gaps;
    let mut x = MARGIN + (flow.width() - total) / 2.0;
    flow.down(18.0);
    let top = flow.y;
    let mut unseen: Option<Vec<String>> = None;
    for (picture, shape) in pictures.iter().zip(shapes) {
        let width = height * shape;
        let drawing = drawn(picture, width)?;
        let markup = flow.sheet.drawing(&drawing, x, top, width, height);
        flow.put(Piece::of_shapes(Role::Figure(said(map, picture.view, wording, locale)), markup));
        let look = Look::of(7.5).bold().in_colour(PALE);
        let words = flow.sheet.sides(picture.view, look, locale, x, top - 3.0, width);
        flow.put(Piece::of_words(Role::Paragraph, words));
        let name = flow.sheet.drawable(locale.text(&["view.", picture.view.as_str()].concat()));
        let look = Look::of(9.0).bold();
        let markup = flow.sheet.line(&name, look, Anchor::Middle, x + width / 2.0, top + height + 12.0);
        flow.put(Piece::of_words(Role::Paragraph, markup));
        unseen = Some(match unseen {
            None => drawing.elsewhere,
            Some(unseen) => unseen.into_iter().filter(|number| drawing.elsewhere.contains(number)).collect(),
        });
        x += width + GAP;
    }
    flow.y = top + height + 14.0;
    if let Some(unseen) = unseen.filter(|unseen| !unseen.is_empty()) {
        let numbers = unseen.join(locale.text("say.comma"));
        flow.paragraph(&locale.fill("picture.elsewhere", &[("numbers", &numbers)]), Look::of(8.5));
    }
    if map.marks().any(|mark| mark.intensity.is_some()) {
        scale(flow, locale);
    }
    Ok(())
}

/// The views that hold a mark or a place where its pain spreads; else those that were shown; else the back.
fn seen(map: &PainMap) -> Vec<View> {
    let holds = |view: View| {
        map.marks().any(|mark| {
            mark.view() == view || mark.radiation().iter().any(|radiation| radiation.view() == view)
        })
    };
    let is_shown = |view: View| map.shown().iter().any(|shown| shown.view == view);
    for is_seen in [&holds as &dyn Fn(View) -> bool, &is_shown] {
        let views: Vec<View> = View::ALL.iter().copied().filter(|&view| is_seen(view)).collect();
        if !views.is_empty() {
            return views;
        }
    }
    vec![View::Posterior]
}

/// What a drawing shows, in words.
fn said(map: &PainMap, view: View, wording: Wording, locale: &Locale) -> String {
    let mut said =
        vec![locale.text(&["picture.", view.as_str()].concat()).to_owned() + locale.text("say.end")];
    for (number, mark) in (1_usize..).zip(map.marks()).filter(|(_, mark)| mark.view() == view) {
        let sentence = sentence(map, mark, wording, locale);
        let number = number.to_string();
        said.push(locale.fill("say.numbered", &[("number", &number), ("sentence", &sentence)]));
    }
    said.join(" ")
}

/// The colours of the ratings.
fn scale(flow: &mut Flow<'_>, locale: &Locale) {
    const WIDTH: f32 = 15.0;
    const HEIGHT: f32 = 9.0;
    let look = Look::of(7.5).in_colour(PALE);
    let words = flow.sheet.drawable(locale.text("report.scale"));
    let colours = std::iter::once((String::new(), UNRATED_COLOUR));
    let ratings = INTENSITY_COLOURS.iter().enumerate();
    let colours = colours.chain(ratings.map(|(rating, &colour)| (rating.to_string(), colour)));
    let total = WIDTH * (INTENSITY_COLOURS.len() + 1) as f32;
    let mut x = MARGIN + (flow.width() - total) / 2.0;
    let (mut shapes, mut written) = (String::new(), Vec::new());
    let top = flow.y + 4.0;
    for (rating, colour) in colours {
        shapes += &flow.sheet.framed(x, top, WIDTH, HEIGHT, colour);
        if !rating.is_empty() {
            let middle = x + WIDTH / 2.0;
            written.extend(flow.sheet.line(&rating, look, Anchor::Middle, middle, top + HEIGHT + 8.0));
        }
        x += WIDTH;
    }
    let middle = MARGIN + flow.width() / 2.0;
    written.extend(flow.sheet.line(&words, look, Anchor::Middle, middle, top + HEIGHT + 18.0));
    flow.put(Piece { role: Role::Paragraph, shapes, words: written });
    flow.y = top + HEIGHT + 20.0;
}
