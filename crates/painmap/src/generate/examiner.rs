//! The examiner: findings on the patient's spots, and marks of their own beside them.

use std::sync::Arc;

use super::chance::Chance;
use super::place::beside;
use crate::PainMap;
use crate::anatomy::View;
use crate::record::{Author, Findings, Mark, MarkId, PressurePainThreshold, Shape};

/// Adds what an examiner would. Only spots seen from behind are palpated.
pub(super) fn examine(map: &mut PainMap, chance: &mut Chance) {
    let mut own = Vec::new();
    for mark in &mut map.marks {
        let is_spot = matches!(mark.shape(), Shape::Spot { .. });
        if !is_spot || mark.view() != View::Posterior {
            continue;
        }
        if chance.happens(500) {
            Arc::make_mut(mark).findings = Some(findings(chance));
        } else if chance.happens(300) {
            own.push((mark.view(), beside(mark.view(), map.figure, mark.anchor(), chance)));
        }
    }
    for (view, at) in own {
        let id = MarkId::new(&format!("m{}", map.marks().len() + 1));
        if let Some(mut mark) = id.and_then(|id| Mark::spot(id, view, at)) {
            mark.by = Some(Author::Clinician);
            mark.findings = Some(findings(chance));
            // The numbers go on from the patient's, so that none is refused.
            let _ = map.add(mark);
        }
    }
}

fn findings(chance: &mut Chance) -> Findings {
    let mut sign = |of_1000| chance.happens(900).then(|| chance.happens(of_1000));
    let mut findings = Findings {
        taut_band: sign(600),
        nodule: sign(400),
        hypersensitive_spot: sign(700),
        referred_pain: sign(450),
        local_twitch: sign(250),
        recognised: sign(550),
        ..Findings::default()
    };
    if chance.happens(400) {
        let kpa = u16::try_from(chance.between(90, 600)).ok();
        findings.pressure_pain_threshold_kpa = kpa.and_then(PressurePainThreshold::new);
    }
    findings
}
