//! What an examiner adds to a mark by palpation.

use super::json::{Json, Place, UnknownMembers};
use super::limits::MAX_PRESSURE_KPA;
use super::members::Members;
use super::object::{Object, Write};

/// Palpation findings; each is absent where it was not examined.
///
/// The first, third and fourth are the essentials of a trigger point by the 2018 Delphi study
/// (Fernández-de-las-Peñas and Dommerholt, Pain Medicine, 10.1093/pm/pnx207).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(
        rename_all = "camelCase",
        description = "Palpation findings by an examiner; each is absent where it was not examined. A taut \
            band, a hypersensitive spot and referred pain, all three, are the essentials of a trigger \
            point by the 2018 Delphi study (doi:10.1093/pm/pnx207)."
    )
)]
pub struct Findings {
    /// A taut band in the muscle.
    pub taut_band: Option<bool>,
    /// A palpable nodule.
    pub nodule: Option<bool>,
    /// A hypersensitive spot.
    pub hypersensitive_spot: Option<bool>,
    /// Pressing the spot gives pain elsewhere.
    pub referred_pain: Option<bool>,
    /// A local twitch response.
    pub local_twitch: Option<bool>,
    /// The patient recognises the pain that pressing gives as their own.
    pub recognised: Option<bool>,
    /// The pressure-pain threshold in kPa, whole, 0 to 5000.
    #[cfg_attr(feature = "schema", schemars(with = "Option<u16>", range(min = 0, max = MAX_PRESSURE_KPA)))]
    pub pressure_pain_threshold_kpa: Option<PressurePainThreshold>,
    /// Members that this version doesn't know.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub unknown: UnknownMembers,
}

/// The pressure, in whole kPa, at which pressing turns to pain: 0 to 5000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PressurePainThreshold(u16);

impl PressurePainThreshold {
    /// The threshold, where it is in range.
    ///
    /// ```
    /// use painmap::record::PressurePainThreshold;
    /// assert_eq!(PressurePainThreshold::new(210).unwrap().kpa(), 210);
    /// assert!(PressurePainThreshold::new(5001).is_none());
    /// ```
    #[must_use]
    pub const fn new(kpa: u16) -> Option<Self> {
        if kpa as i64 <= MAX_PRESSURE_KPA { Some(Self(kpa)) } else { None }
    }

    /// The pressure in kPa.
    #[must_use]
    pub const fn kpa(self) -> u16 {
        self.0
    }
}

/// The findings that are there or not, by their names in the record.
const SIGNS: [&str; 6] =
    ["tautBand", "nodule", "hypersensitiveSpot", "referredPain", "localTwitch", "recognised"];

impl Findings {
    pub(crate) fn read(json: &Json, place: &Place<'_>) -> Self {
        let mut members = Members::of(json, place);
        let threshold = members.whole("pressurePainThresholdKpa", 0, MAX_PRESSURE_KPA);
        let mut answers = [None; SIGNS.len()];
        for (answer, sign) in answers.iter_mut().zip(SIGNS) {
            *answer = members.boolean(sign);
        }
        let [taut_band, nodule, hypersensitive_spot, referred_pain, local_twitch, recognised] = answers;
        Self {
            taut_band,
            nodule,
            hypersensitive_spot,
            referred_pain,
            local_twitch,
            recognised,
            pressure_pain_threshold_kpa: threshold
                .and_then(|kpa| u16::try_from(kpa).ok())
                .and_then(PressurePainThreshold::new),
            unknown: members.rest(),
        }
    }

    /// What was found or not, by the names in the record.
    pub(crate) fn signs(&self) -> impl Iterator<Item = (&'static str, Option<bool>)> {
        let answers = [
            self.taut_band,
            self.nodule,
            self.hypersensitive_spot,
            self.referred_pain,
            self.local_twitch,
            self.recognised,
        ];
        SIGNS.into_iter().zip(answers)
    }

    /// As the record writes it.
    pub(crate) fn to_json(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }
}

impl Write for Findings {
    fn write(&self, text: &mut String) {
        let mut object = Object::begin(text);
        for (sign, found) in self.signs() {
            object.put_boolean(sign, found);
        }
        object.put_whole(
            "pressurePainThresholdKpa",
            self.pressure_pain_threshold_kpa.map(|threshold| threshold.kpa().into()),
        );
        object.finish(&self.unknown);
    }
}
