//! The legend of the patterns: samples in the very colours of the pictures, and what they mean.

use maud::{Markup, html};
use painmap::scene::{Ink, MuscleInk};

/// The words beside a sample of each sign.
pub(super) fn legend() -> Markup {
    html! {
        ul .legend {
            li {
                (sample(MuscleInk::Essential, &html! { rect x="3" y="3" width="34" height="18" rx="6" {} }))
                span { b { "Filled: essential area." } " The pattern’s own area, as sources tell it." }
            }
            li {
                (spillover())
                span { b { "Dotted: spillover." } " Further areas into which they say it may spill over." }
            }
            li {
                (sample(MuscleInk::Spot, &html! { path d="M15 7 25 17M25 7 15 17" {} }))
                span { b { "Cross: usual spot." } " A place that sources name for trigger points." }
            }
        }
    }
}

/// Dots within a dashed edge.
fn spillover() -> Markup {
    html! {
        (sample(MuscleInk::Spillover, &html! {
            rect x="3" y="3" width="34" height="18" rx="6" stroke-dasharray="3" {}
            g stroke=(MuscleInk::Stipple.colours().stroke) stroke-width="2" stroke-linecap="round" {
                path d="M10 9h0M16 9h0M22 9h0M28 9h0M13 15h0M19 15h0M25 15h0M31 15h0" {}
            }
        }))
    }
}

/// Forms in an ink, on skin.
fn sample(ink: MuscleInk, forms: &Markup) -> Markup {
    let colours = ink.colours();
    html! {
        svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" {
            rect width="40" height="24" rx="4" fill=(Ink::Skin.colours().fill) {}
            g fill=(colours.fill) fill-opacity=(f32::from(colours.fill_opacity) / 100.0)
                stroke=(colours.stroke) stroke-width="1.5" { (forms) }
        }
    }
}
