//! An examiner's findings as components. No terminology was found to have verified codes for them, so
//! the questions are our own.

use super::codes::{UCUM, question};
use super::resources::{Component, Quantity, Value};
use crate::record::{Findings, PressurePainThreshold};

/// A finding that is there or not: the question's word, its text and where it stands in the record.
pub(super) struct Sign {
    pub(super) word: &'static str,
    text: &'static str,
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

/// One component for each finding that was examined.
pub(super) fn components(findings: &Findings) -> Vec<Component> {
    let mut findings = findings.clone();
    let mut components = Vec::new();
    for sign in &SIGNS {
        let found = (sign.of)(&mut findings).map(Value::Boolean);
        components.extend(found.map(|found| Component::new(question(sign.word, sign.text), found)));
    }
    let threshold = findings.pressure_pain_threshold_kpa.map(kilopascals).map(Value::Quantity);
    components
        .extend(threshold.map(|found| Component::new(question(THRESHOLD, "Pressure-pain threshold"), found)));
    components
}

fn kilopascals(threshold: PressurePainThreshold) -> Quantity {
    Quantity { value: threshold.kpa().into(), unit: "kPa", system: UCUM, code: "kPa" }
}
