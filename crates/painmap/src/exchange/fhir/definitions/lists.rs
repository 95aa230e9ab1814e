//! Our lists of words with what they say: the questions, the answers, the places.

use std::collections::BTreeSet;

use crate::anatomy::{Chart, Crop, Figure, RegionId, View};
use crate::describe::{Locale, Wording, capitalised, landmark};
use crate::exchange::fhir::LossKind;
use crate::exchange::fhir::codes::side_text;
use crate::exchange::fhir::elements::Concept;
use crate::exchange::fhir::findings::{SIGNS, THRESHOLD_ASKED};
use crate::exchange::fhir::history::{aggravator, how_much, practitioner, treatment, tried};
use crate::exchange::fhir::mark::{
    DEPTH_ASKED, OWN_PROVOCATION_ASKED, OWN_QUALITY_ASKED, PALPATED, PLACE_EXAMINED, SINCE_ASKED,
    SPREADS_ASKED, WORST_ASKED, course_text, depth_text, provocation_text,
};
use crate::exchange::fhir::panel::{PICTURE_DOCUMENTED, RECORD_DOCUMENTED};
use crate::record::{
    Aggravator, Author, Course, Depth, Helped, Laterality, Practitioner, Provocation, Quality, Remedy,
    Treatment,
};

/// A list of words, each a code of its system with what it says to people.
pub(super) struct List {
    pub(super) name: &'static str,
    pub(super) meaning: &'static str,
    pub(super) words: Vec<(String, String)>,
}

/// The lists of words that the members of extensions hold.
pub(super) const VIEW: &str = "view";
pub(super) const CROP: &str = "crop";
pub(super) const FIGURE: &str = "figure";
pub(super) const AUTHOR: &str = "author";
pub(super) const NOT_CARRIED: &str = "not-carried";

/// Every list.
pub(super) fn lists() -> Vec<List> {
    let plain = |word: &'static str| capitalised(word.replace('-', " "));
    vec![
        list("question", "What was asked or examined, where LOINC has no verified code.", questions()),
        list("region", "The atlas's regions; the side stands beside them.", regions()),
        list("landmark", "The atlas's landmarks; the side stands beside them.", landmarks()),
        words("laterality", "The person's own side.", Laterality::ALL, |side| side_text(side).to_owned()),
        words("quality", "What the pain feels like.", Quality::ALL, |word| {
            capitalised(Locale::english().word("quality.", word.as_str()).to_owned())
        }),
        words("depth", "How deep the pain feels.", Depth::ALL, |word| depth_text(word).to_owned()),
        words("provocation", "What brings the pain on.", Provocation::ALL, |word| {
            provocation_text(word).to_owned()
        }),
        words("course", "Whether the pain is always there.", Course::ALL, |word| {
            course_text(word).to_owned()
        }),
        words("aggravator", "What makes it worse.", Aggravator::ALL, |word| aggravator(word).to_owned()),
        words("remedy", "What was tried at home.", Remedy::ALL, |word| tried(word).to_owned()),
        words("helped", "Whether it helped.", Helped::ALL, |word| how_much(word).to_owned()),
        words("practitioner", "Who has treated it.", Practitioner::ALL, |word| practitioner(word).to_owned()),
        words("treatment", "How it was treated.", Treatment::ALL, |word| treatment(word).to_owned()),
        list("document", "What a document of ours holds.", concepts([RECORD_DOCUMENTED, PICTURE_DOCUMENTED])),
        words(VIEW, "From where the body is seen.", View::ALL, |word| plain(word.as_str())),
        words(CROP, "The part of a view that was shown.", Crop::ALL, |word| plain(word.as_str())),
        words(FIGURE, "The figure on which the marks were made.", Figure::ALL, |word| plain(word.as_str())),
        words(AUTHOR, "Whose hand made a mark.", Author::ALL, |word| plain(word.as_str())),
        words(NOT_CARRIED, "What of a record the resources don't carry.", LossKind::ALL, |word| {
            plain(word.as_str())
        }),
    ]
}

fn list(name: &'static str, meaning: &'static str, words: Vec<(String, String)>) -> List {
    List { name, meaning, words }
}

/// A list of the members of an enumeration.
fn words<T: Copy + Into<&'static str>>(
    name: &'static str,
    meaning: &'static str,
    all: &[T],
    said: impl Fn(T) -> String,
) -> List {
    list(name, meaning, all.iter().map(|&word| (word.into().to_owned(), said(word))).collect())
}

fn concepts<const N: usize>(concepts: [Concept<'_>; N]) -> Vec<(String, String)> {
    concepts.iter().map(|concept| (concept.coding.code.to_owned(), concept.text.to_owned())).collect()
}

fn questions() -> Vec<(String, String)> {
    let mut questions = concepts([
        WORST_ASKED,
        OWN_QUALITY_ASKED,
        DEPTH_ASKED,
        OWN_PROVOCATION_ASKED,
        SINCE_ASKED,
        SPREADS_ASKED,
        PLACE_EXAMINED,
        PALPATED,
    ]);
    questions.extend(SIGNS.iter().map(|sign| (sign.word.to_owned(), sign.text.to_owned())));
    questions.extend(concepts([THRESHOLD_ASKED]));
    questions
}

fn regions() -> Vec<(String, String)> {
    let said = |region| capitalised(Locale::english().region(region, Wording::Clinical));
    RegionId::all().map(|region| (region.as_str().to_owned(), said(region))).collect()
}

/// The landmarks of all drawings, sorted.
fn landmarks() -> Vec<(String, String)> {
    let charts = View::ALL.iter().flat_map(|&view| Figure::ALL.iter().map(move |&figure| (view, figure)));
    let names: BTreeSet<&'static str> = charts
        .filter_map(|(view, figure)| Chart::of(view, figure))
        .flat_map(Chart::landmarks)
        .map(|known| known.name())
        .collect();
    names.into_iter().map(|name| (name.to_owned(), capitalised(landmark(name)))).collect()
}
