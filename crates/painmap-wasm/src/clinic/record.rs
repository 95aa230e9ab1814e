//! A record as a file for others: a picture, a FHIR Bundle.

use std::fmt::Display;
use std::str::FromStr;

use painmap::anatomy::Crop;
use painmap::describe::{Locale, Stature};
use painmap::exchange::fhir::{BundleKind, Release, Submission, to_bundle};
use painmap::record::Moment;
use painmap::scene::{Picture, to_svg};
use painmap::{PainMap, UnknownWord};

use super::{Answer, Lines, fault};

/// The picture of a record. The lines: view and crop, where they are empty those that suit the record; the
/// texts of a language as its locale file has them, where they are empty English; the record.
pub(super) fn svg(lines: &mut Lines<'_>) -> Answer {
    let (view, crop, texts) = (lines.next(), lines.next(), lines.next());
    let map = read(lines)?;
    let suited = Picture::of(&map);
    let view = if view.is_empty() { suited.view } else { choice("view", view)? };
    // What suits another view says nothing about this one.
    let other = if view == suited.view { suited.crop } else { Crop::Whole };
    let crop = if crop.is_empty() { other } else { choice("crop", crop)? };
    let own;
    let locale = if texts.is_empty() {
        Locale::english()
    } else {
        own = Locale::from_json(texts).map_err(|error| fault(&error))?;
        &own
    };
    to_svg(&map, &Picture { view, crop }, locale).map_err(|error| wrong("figure", &error))
}

/// The Bundle of a record. The lines: release, subject, performer, examiner or nothing, moment or nothing,
/// stature in centimetres or nothing, kind of Bundle, `pictures` or nothing, the record.
pub(super) fn fhir(lines: &mut Lines<'_>) -> Answer {
    let release: Release = choice("release", lines.next())?;
    let mut submission =
        Submission::new(reference("subject", lines.next())?, reference("performer", lines.next())?);
    let (examiner, moment, stature) = (lines.next(), lines.next(), lines.next());
    if !examiner.is_empty() {
        submission.examiner = Some(reference("examiner", examiner)?);
    }
    if !moment.is_empty() {
        let moment = Moment::new(moment);
        submission.recorded = Some(moment.ok_or("recorded: must be like 2026-11-22T09:30:00Z")?);
    }
    if !stature.is_empty() {
        let stature = stature.parse().ok().and_then(Stature::centimetres);
        submission.stature = Some(stature.ok_or("stature: must be whole centimetres from 40 to 280")?);
    }
    submission.kind = choice::<BundleKind>("kind", lines.next())?;
    submission.pictures = lines.next() == "pictures";
    to_bundle(&read(lines)?, &submission, release).map_err(|error| wrong("recorded", &error))
}

/// The record, which is all that is left.
pub(super) fn read(lines: &mut Lines<'_>) -> Result<PainMap, String> {
    PainMap::from_json(lines.rest()).map_err(|error| fault(&error))
}

fn choice<T: FromStr<Err = UnknownWord>>(name: &str, word: &str) -> Result<T, String> {
    word.parse().map_err(|error| wrong(name, &error))
}

fn reference<T: FromStr<Err: Display>>(name: &str, text: &str) -> Result<T, String> {
    text.parse().map_err(|error| wrong(name, &error))
}

/// A fault of the call, not of the record.
fn wrong(name: &str, error: &dyn Display) -> String {
    [name, ": ", &error.to_string()].concat()
}
