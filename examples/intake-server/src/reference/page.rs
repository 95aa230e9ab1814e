//! What all pages of the reference share: the bar at the top, style sheets, addresses, small words.

use maud::{DOCTYPE, Markup, html};
use painmap::anatomy::{Layer, MuscleId};

/// The index of all muscles.
pub(super) const INDEX_ADDRESS: &str = "/muscles/";

/// Style sheets are files: the policy allows no inline styles.
pub(super) const STYLE_ADDRESS: &str = "/muscles.css";

/// Said wherever patterns are shown.
pub(super) const CAVEAT: &str = "Published patterns: illustration of what sources describe; individual pain \
    varies. They say nothing about why somebody has pain.";

/// A whole page.
pub(super) fn page(title: &str, address: Option<&str>, body: &Markup) -> Markup {
    let current = |own: &str| (address == Some(own)).then_some("page");
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Harbour Physiotherapy" }
                link rel="stylesheet" href="/demo.css";
                link rel="stylesheet" href=(STYLE_ADDRESS);
            }
            body {
                header .bar {
                    p .brand { "Harbour Physiotherapy" }
                    nav aria-label="Pages" {
                        a href=(INDEX_ADDRESS) aria-current=[current(INDEX_ADDRESS)] { "Muscles" }
                        a href="/atlas.html" { "Body atlas" }
                    }
                }
                main .reference { (body) }
            }
        }
    }
}

/// For addresses that name no muscle and no picture of one.
pub(super) fn missing() -> Markup {
    let body = html! {
        h1 { "No such muscle" }
        p .lead { "This address names nothing in the reference. The link may have a slip in it." }
        p { a .action href=(INDEX_ADDRESS) { "See all muscles" } }
    };
    page("No such muscle", None, &body)
}

/// A muscle's own page.
pub(super) fn address(muscle: MuscleId) -> String {
    [INDEX_ADDRESS, muscle.as_str()].concat()
}

/// The name of a layer as a heading.
pub(super) const fn layer_name(layer: Layer) -> &'static str {
    match layer {
        Layer::Superficial => "Superficial layer",
        Layer::Intermediate => "Intermediate layer",
        Layer::Deep => "Deep layer",
    }
}

/// The text with a capital at its start.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
