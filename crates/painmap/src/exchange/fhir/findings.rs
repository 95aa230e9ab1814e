//! An examiner's findings as components. No terminology was found to have verified codes for them, so
//! the questions are our own.

use super::codes::question;
use super::elements::{Concept, Quantity, component};
use super::json::Json;
use crate::record::Findings;

/// A finding that is there or not: the question's word, its text and where it stands in the record.
pub(super) struct Sign {
    pub(super) word: &'static str,
    pub(super) text: &'static str,
    pub(super) of: fn(&mut Findings) -> &mut Option<bool>,
}

/// Every finding that is there or not.
pub(super) const SIGNS: [Sign; 6] = [
    Sign { word: "taut-band", text: "Taut band", of: |findings| &mut findings.taut_band },
    Sign { word: "nodule", text: "Palpable nodule", of: |findings| &mut findings.nodule },
    Sign {
        word: "hypersensitive-spot",
        text: "Hypersensitive spot",
        of: |findings| &mut findings.hypersensitive_spot,
    },
    Sign {
        word: "referred-pain",
        text: "Referred pain on pressure",
        of: |findings| &mut findings.referred_pain,
    },
    Sign { word: "local-twitch", text: "Local twitch response", of: |findings| &mut findings.local_twitch },
    Sign {
        word: "recognised",
        text: "The patient recognises the pain on pressure as their own",
        of: |findings| &mut findings.recognised,
    },
];

/// The question of the pressure-pain threshold.
pub(super) const THRESHOLD: &str = "pressure-pain-threshold";
pub(super) const THRESHOLD_ASKED: Concept<'static> = question(THRESHOLD, "Pressure-pain threshold");

/// Whether nothing was examined that a component could tell.
pub(super) fn are_blank(findings: &Findings) -> bool {
    let mut findings = findings.clone();
    findings.pressure_pain_threshold_kpa.is_none()
        && SIGNS.iter().all(|sign| (sign.of)(&mut findings).is_none())
}

/// One component for each finding that was examined.
pub(super) fn components(findings: &Findings, json: &mut Json) {
    let mut findings = findings.clone();
    for sign in &SIGNS {
        if let Some(found) = *(sign.of)(&mut findings) {
            let asked = question(sign.word, sign.text);
            component(&asked, json, |json| json.boolean("valueBoolean", found));
        }
    }
    if let Some(threshold) = findings.pressure_pain_threshold_kpa {
        let found = Quantity { value: threshold.kpa().into(), unit: "kPa", code: "kPa" };
        component(&THRESHOLD_ASKED, json, |json| {
            json.object("valueQuantity", |json| found.write(json));
        });
    }
}
