//! `GET /muscles/{id}`: one muscle with its pictures, facts, codes and sources.

use maud::{Markup, html};
use painmap::anatomy::{MuscleId, Topic};

use super::drawing::{Drawing, Subject, atlas_address};
use super::legend::legend;
use super::page::{self, CAVEAT, INDEX_ADDRESS, address, capitalised, layer_name};
use super::sources::{Sources, concept, mark};

/// Its page.
pub(super) fn page(muscle: MuscleId) -> Markup {
    let name = capitalised(muscle.name());
    let sources = Sources::of(muscle);
    let body = html! {
        header .heading {
            div {
                h1 { (name) }
                p .latin lang="la" { (muscle.latin_name()) }
                p .small { (layer_name(muscle.layer())) }
            }
            a .action href=(atlas_address(muscle)) { "Show in the body atlas" }
        }
        (anatomy(muscle, &sources))
        (pattern(muscle, &sources))
        (codes(muscle))
        section aria-labelledby="sources" {
            h2 #sources { "Sources" }
            (sources.list())
        }
        (others(muscle))
    };
    page::page(&format!("{name} · Muscles"), None, &body)
}

/// Where it lies, what it is fixed to, and its nerves.
fn anatomy(muscle: MuscleId, sources: &Sources) -> Markup {
    let topics = [Topic::Origin, Topic::Insertion, Topic::Fibres, Topic::Innervation];
    html! {
        section aria-labelledby="anatomy" {
            h2 #anatomy { "The muscle" }
            (pictures(muscle, Subject::Muscle))
            p .small {
                "Strong colour: this muscle, with lines along its fibres. Pale: the other "
                (muscle.layer()) " muscles. Crosses: usual spots."
            }
            (facts(muscle, &topics, sources))
        }
    }
}

/// Where its trigger points usually sit, and where others felt pain from there.
fn pattern(muscle: MuscleId, sources: &Sources) -> Markup {
    html! {
        section .spread aria-labelledby="pattern" {
            h2 #pattern { "Published pattern" }
            p .caveat { (CAVEAT) }
            (pictures(muscle, Subject::Pattern))
            (legend())
            p .small {
                "Drawn for the muscle on the person’s left. “Your left” in the pictures is the person’s own."
            }
            (facts(muscle, &[Topic::Spots, Topic::Essential, Topic::Spillover], sources))
            h3 { "The crosses, one by one" }
            ul .places {
                @for place in muscle.usual_places() {
                    li {
                        p .text { (place.words) }
                        p .known { (mark(place.verified)) }
                    }
                }
            }
        }
    }
}

fn pictures(muscle: MuscleId, subject: Subject) -> Markup {
    html! {
        div .pictures {
            @for drawing in Drawing::all(muscle, subject) {
                @let (width, height) = drawing.size();
                figure {
                    img src=(drawing.address()) width=(width) height=(height) alt=(drawing.words());
                    figcaption { (drawing.caption()) }
                }
            }
        }
    }
}

/// What is said on some topics. A topic may have more than one fact, or none.
fn facts(muscle: MuscleId, topics: &[Topic], sources: &Sources) -> Markup {
    html! {
        dl .facts {
            @for &topic in topics {
                @if muscle.facts().any(|fact| fact.topic() == topic) {
                    div {
                        dt { (topic_name(topic)) }
                        @for fact in muscle.facts().filter(|fact| fact.topic() == topic) {
                            dd { (sources.fact(&fact)) }
                        }
                    }
                }
            }
        }
    }
}

const fn topic_name(topic: Topic) -> &'static str {
    match topic {
        Topic::Origin => "Origin",
        Topic::Insertion => "Insertion",
        Topic::Fibres => "Fibres",
        Topic::Innervation => "Innervation",
        Topic::Spots => "Usual spots",
        Topic::Essential => "Essential area",
        Topic::Spillover => "Spillover",
    }
}

fn codes(muscle: MuscleId) -> Markup {
    html! {
        section aria-labelledby="codes" {
            h2 #codes { "Codes" }
            @if muscle.concepts().next().is_some() {
                ul .concepts { @for found in muscle.concepts() { (concept(&found)) } }
                p .small {
                    "Only codes that were found are listed; others may exist. UBERON: CC BY 3.0. SNOMED CT: \
                    Global Patient Set, CC BY 4.0."
                }
            } @else {
                p { "No code of a public system was found for it." }
            }
        }
    }
}

/// The muscles before and after it in the atlas, which lists them from the surface down.
fn others(muscle: MuscleId) -> Markup {
    let before = MuscleId::all().take_while(|other| *other < muscle).last();
    let after = MuscleId::all().find(|other| *other > muscle);
    html! {
        nav .others aria-label="Other muscles" {
            @if let Some(other) = before {
                a .before rel="prev" href=(address(other)) {
                    span .small { "Previous" } " " span { (capitalised(other.name())) }
                }
            }
            a .all href=(INDEX_ADDRESS) { "All muscles" }
            @if let Some(other) = after {
                a .after rel="next" href=(address(other)) {
                    span .small { "Next" } " " span { (capitalised(other.name())) }
                }
            }
        }
    }
}
