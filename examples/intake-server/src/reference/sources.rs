//! Facts with a mark that says how they are known, and the numbered sources that they point to.

use maud::{Markup, html};
use painmap::anatomy::{CodeSystem, Concept, Fact, MuscleId, Source};

/// The sources of a muscle's facts, each once; their numbers are those of the list on the page.
#[derive(Debug)]
pub(super) struct Sources(Vec<Source>);

impl Sources {
    /// In the order in which the facts name them.
    pub(super) fn of(muscle: MuscleId) -> Self {
        let mut known: Vec<Source> = Vec::new();
        for source in muscle.facts().flat_map(|fact| fact.sources().collect::<Vec<_>>()) {
            if !known.contains(&source) {
                known.push(source);
            }
        }
        Self(known)
    }

    /// A fact, its mark, and links to its sources.
    pub(super) fn fact(&self, fact: &Fact) -> Markup {
        html! {
            p .text { (fact.text()) }
            p .known {
                (mark(fact.is_verified()))
                @for source in fact.sources() {
                    @if let Some(index) = self.0.iter().position(|known| *known == source) {
                        " "
                        a .note href={ "#source-" (index + 1) } aria-label={ "Source " (index + 1) } {
                            (index + 1)
                        }
                    }
                }
            }
        }
    }

    /// The numbered list.
    pub(super) fn list(&self) -> Markup {
        html! {
            ol .sources {
                @for (index, source) in self.0.iter().enumerate() {
                    li id={ "source-" (index + 1) } { (source.text) }
                }
            }
        }
    }
}

/// How something is known: in words and with a sign, never by colour alone.
pub(super) fn mark(read: bool) -> Markup {
    html! {
        @if read {
            span .mark.read { "read in a source" }
        } @else {
            span .mark.taught { "commonly taught, not checked" }
        }
    }
}

/// A published concept with its codes.
pub(super) fn concept(concept: &Concept) -> Markup {
    html! {
        li {
            p .text { (concept.name) }
            p .small {
                @if concept.exact { "It is this muscle." } @else { "This muscle lies within it." }
            }
            ul .codes {
                @for &system in CodeSystem::ALL {
                    @if let Some(code) = concept.code(system) {
                        li { (system.title()) " " code { (code) } }
                    }
                }
            }
            @if concept.secondary {
                p .small { "Secondary: read in a program that uses the code, not in the system itself." }
            }
        }
    }
}
