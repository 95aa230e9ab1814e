//! `GET /muscles/`: all muscles by layer.

use maud::{Markup, html};
use painmap::anatomy::{Layer, MuscleId};

use super::page::{self, CAVEAT, INDEX_ADDRESS, address, capitalised, layer_name};

/// The index.
pub(super) fn page() -> Markup {
    let body = html! {
        h1 { "Muscles" }
        p .lead { "The " (MuscleId::all().count()) " muscles of the body atlas, for clinicians." }
        section .about aria-label="About these pages" {
            p {
                "Each page shows where a muscle lies, its attachments, fibres and nerves, where its trigger \
                points usually sit, and where others have described the pain that spreads from there. A mark \
                at each fact says whether it was read in a source or is commonly taught and was not checked."
            }
            p .caveat { (CAVEAT) }
        }
        @for &layer in Layer::ALL {
            section aria-labelledby=(layer) {
                h2 #(layer) { (layer_name(layer)) }
                p .small { (meaning(layer)) }
                ul .muscles {
                    @for muscle in MuscleId::all().filter(|muscle| muscle.layer() == layer) {
                        li {
                            a href=(address(muscle)) { (capitalised(muscle.name())) }
                            span .latin lang="la" { (muscle.latin_name()) }
                        }
                    }
                }
            }
        }
    };
    page::page("Muscles", Some(INDEX_ADDRESS), &body)
}

const fn meaning(layer: Layer) -> &'static str {
    match layer {
        Layer::Superficial => "Next under the skin.",
        Layer::Intermediate => "Under the superficial muscles, or between them.",
        Layer::Deep => "Next to the bones.",
    }
}
