//! What an examiner found, in words.

use super::{Locale, joined};
use crate::numbers::whole_text;
use crate::record::Findings;

/// What was found and what was not, in the order of an examination; none where nothing was examined.
///
/// ```
/// use painmap::describe::{Locale, findings};
/// use painmap::record::Findings;
/// let mut found = Findings::default();
/// assert_eq!(findings(&found, Locale::english()), None);
/// found.taut_band = Some(true);
/// assert_eq!(findings(&found, Locale::english()).as_deref(), Some("Findings: taut band"));
/// ```
#[must_use]
pub fn findings(findings: &Findings, locale: &Locale) -> Option<String> {
    let mut found = Vec::new();
    for (name, is_there) in examined(findings) {
        let Some(is_there) = is_there else { continue };
        let pattern = if is_there { "say.found" } else { "say.notFound" };
        found.push(locale.fill(pattern, &[("finding", locale.word("say.finding.", name))]));
    }
    if let Some(threshold) = findings.pressure_pain_threshold_kpa {
        found.push(locale.fill("say.threshold", &[("kpa", &whole_text(threshold.kpa().into()))]));
    }
    if found.is_empty() {
        return None;
    }
    Some(locale.fill("say.findings", &[("findings", &joined(&found, locale.text("say.comma")))]))
}

/// What an examiner feels for, by the name of its text, and whether it was found.
pub(super) fn examined(findings: &Findings) -> [(&'static str, Option<bool>); 6] {
    [
        ("tautBand", findings.taut_band),
        ("nodule", findings.nodule),
        ("hypersensitiveSpot", findings.hypersensitive_spot),
        ("referredPain", findings.referred_pain),
        ("localTwitch", findings.local_twitch),
        ("recognised", findings.recognised),
    ]
}
