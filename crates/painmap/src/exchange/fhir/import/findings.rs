//! An examiner's findings from the components of an Observation.

use super::mark::asks;
use super::tree::{Resource, boolean, get, list, whole};
use crate::exchange::fhir::error::ImportError;
use crate::exchange::fhir::findings::{SIGNS, THRESHOLD};
use crate::exchange::fhir::mark::PALPATION;
use crate::record::{Findings, PressurePainThreshold};

/// Whether the Observation is one of findings at a mark.
pub(super) fn are_in(resource: &Resource<'_>) -> bool {
    asks(resource.json, PALPATION)
}

/// The findings; none where nothing was examined.
pub(super) fn read(resource: &Resource<'_>) -> Result<Option<Findings>, ImportError> {
    let mut findings = Findings::default();
    for (index, component) in list(resource.json, "component").iter().enumerate() {
        let fail = |kind| resource.expected(&format!("/component/{index}"), kind);
        for sign in SIGNS.iter().filter(|sign| asks(component, sign.word)) {
            let found = get(component, "valueBoolean").and_then(boolean);
            *(sign.of)(&mut findings) = Some(found.ok_or_else(|| fail("true or false"))?);
        }
        if asks(component, THRESHOLD) {
            let value = get(component, "valueQuantity").and_then(|quantity| get(quantity, "value"));
            let threshold = value.and_then(whole).and_then(PressurePainThreshold::new);
            findings.pressure_pain_threshold_kpa =
                Some(threshold.ok_or_else(|| fail("a whole number of kPa from 0 to 5000"))?);
        }
    }
    Ok((findings != Findings::default()).then_some(findings))
}
