//! The columns about one mark: where it is, how it feels, where it spreads, what was found.

use std::borrow::Cow;

use super::cell::Cell;
use super::column::{Column, Kind, OfMark};
use super::row::Marked;
use crate::anatomy::{Chart, Point, View};
use crate::numbers::push_whole;
use crate::record::limits::{MAX_MARKS, MAX_PRESSURE_KPA, MAX_RADIATIONS, MAX_RADIUS};
use crate::record::{
    Author, Course, Depth, Findings, Intensity, Laterality, PartialDate, Provocation, Quality, Radiation,
    Shape, Whereabouts,
};
use crate::words::Word;

const RATING: i64 = Intensity::MAX as i64;

/// What was marked and said.
pub(super) static MARK: &[Column] = &[
    Column::of_mark("mark", Kind::Whole, "The mark's number in its record, from 1.", |marked| {
        Cell::count(marked.number)
    })
    .within(1, MAX_MARKS as i64),
    Column::of_mark("mark_id", Kind::Text, "The mark's id, unique in its record.", |marked| {
        Cell::text(Some(marked.mark.id().as_str()))
    }),
    Column::of_mark("by", Kind::Text, "Whose hand made the mark.", |marked| Cell::word(marked.mark.by))
        .one_of(Author::WORDS),
    Column::of_mark("kind", Kind::Text, "A point, or a drawn area.", |marked| {
        Cell::text(Some(match marked.mark.shape() {
            Shape::Spot { .. } => "spot",
            Shape::Area { .. } => "area",
        }))
    })
    .one_of(&["spot", "area"]),
    Column::of_mark("view", Kind::Text, "The view on which it was made.", |marked| {
        Cell::word(Some(marked.mark.view()))
    })
    .one_of(View::WORDS),
    Column::of_mark(
        "x",
        Kind::Whole,
        "Across, of the spot or of the middle of the area's box. From the back and the front 0 is the midline \
         and more is the person's left; from the sides 0 is the ankle line and more is to the front.",
        |marked| Cell::whole(Some(marked.mark.anchor().x)),
    )
    .in_unit("bu"),
    Column::of_mark(
        "y",
        Kind::Whole,
        "Down from the top of the head, of the spot or of the middle of the area's box.",
        |marked| Cell::whole(Some(marked.mark.anchor().y)),
    )
    .in_unit("bu"),
    Column::of_mark("radius", Kind::Whole, "The radius of a spot that the person sized.", |marked| {
        match marked.mark.shape() {
            Shape::Spot { radius, .. } => Cell::whole(radius.map(|radius| radius.get())),
            Shape::Area { .. } => Cell::Absent,
        }
    })
    .in_unit("bu")
    .within(1, MAX_RADIUS),
    Column::of_mark(
        "outline",
        Kind::Text,
        "The corners of an area as JSON: a list of x and y.",
        |marked| match marked.mark.shape() {
            Shape::Spot { .. } => Cell::Absent,
            Shape::Area { outline } => Cell::Text(Cow::Owned(points_json(outline.points()))),
        },
    )
    .in_unit("bu"),
    Column::of_mark("side", Kind::Text, "The person's own side, by the atlas.", |marked| {
        Cell::word(Some(marked.whereabouts.side))
    })
    .one_of(Laterality::WORDS),
    Column::of_mark(
        "regions",
        Kind::List,
        "The ids of the atlas's regions that it touches; an empty list off the body.",
        |marked| {
            let ids = marked.whereabouts.regions.iter().map(|region| Cow::Borrowed(region.as_str()));
            Cell::List(ids.collect())
        },
    ),
    Column::of_mark(
        "level",
        Kind::Text,
        "The spinous process nearest in height to a spot, by the atlas, where its region is near the spine.",
        level,
    ),
    Column::of_mark("intensity", Kind::Whole, "How strong it is now, on the numeric rating scale.", |marked| {
        Cell::whole(marked.mark.intensity.map(Intensity::get))
    })
    .within(0, RATING),
    Column::of_mark(
        "worst_intensity",
        Kind::Whole,
        "The worst of the last seven days, on the numeric rating scale.",
        |marked| Cell::whole(marked.mark.worst_intensity.map(Intensity::get)),
    )
    .within(0, RATING),
    Column::of_mark("qualities", Kind::List, "What it feels like.", |marked| {
        Cell::some_words(&marked.mark.qualities)
    })
    .one_of(Quality::WORDS),
    Column::of_mark("depth", Kind::Text, "How deep it feels.", |marked| Cell::word(marked.mark.depth))
        .one_of(Depth::WORDS),
    Column::of_mark("provoked_by", Kind::List, "What brings it on.", |marked| {
        Cell::some_words(&marked.mark.provoked_by)
    })
    .one_of(Provocation::WORDS),
    Column::of_mark("course", Kind::Text, "Whether it is always there.", |marked| {
        Cell::word(marked.mark.course)
    })
    .one_of(Course::WORDS),
    Column::of_mark(
        "since",
        Kind::Text,
        "Since when it hurts: a year, a month or a day, as exact as is known.",
        |marked| Cell::text(marked.mark.since.as_ref().map(PartialDate::as_str)),
    ),
    Column::of_mark("radiations", Kind::Whole, "Along how many paths it spreads.", |marked| {
        Cell::count(marked.mark.radiation().len())
    })
    .within(0, MAX_RADIATIONS as i64),
    Column::of_mark(
        "radiates_to",
        Kind::List,
        "Where each path ends, by the atlas: side, a colon and the region; the side alone off the body.",
        |marked| {
            let paths = marked.mark.radiation();
            let ends = paths.iter().filter_map(|path| end(path, marked));
            if paths.is_empty() { Cell::Absent } else { Cell::List(ends.collect()) }
        },
    ),
    Column::of_mark(
        "radiation",
        Kind::Text,
        "The paths as JSON, as the record has them: view, path and, where it was given, intensity.",
        |marked| match marked.mark.radiation() {
            [] => Cell::Absent,
            paths => Cell::Text(Cow::Owned(radiation_json(paths))),
        },
    ),
    Column::of_mark("note", Kind::Text, "The person's own words, as they were typed.", |marked| {
        Cell::text(marked.mark.note())
    })
    .free_text(),
];

/// What an examiner found.
pub(super) static FINDINGS: &[Column] = &[
    finding("taut_band", "Finding: a taut band in the muscle.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.taut_band))
    }),
    finding("nodule", "Finding: a palpable nodule.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.nodule))
    }),
    finding("hypersensitive_spot", "Finding: a hypersensitive spot.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.hypersensitive_spot))
    }),
    finding("referred_pain", "Finding: pressing gives pain elsewhere.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.referred_pain))
    }),
    finding("local_twitch", "Finding: a local twitch response.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.local_twitch))
    }),
    finding("recognised", "Finding: the person recognises the pain that pressing gives.", |marked| {
        Cell::flag(findings(marked).and_then(|findings| findings.recognised))
    }),
    Column::of_mark(
        "pressure_threshold_kpa",
        Kind::Whole,
        "Finding: the pressure at which pressing turns to pain.",
        |marked| {
            let threshold = findings(marked).and_then(|findings| findings.pressure_pain_threshold_kpa);
            Cell::whole(threshold.map(|threshold| threshold.kpa()))
        },
    )
    .in_unit("kPa")
    .within(0, MAX_PRESSURE_KPA),
];

const fn finding(name: &'static str, meaning: &'static str, derive: OfMark) -> Column {
    Column::of_mark(name, Kind::Flag, meaning, derive)
}

fn findings<'a>(marked: &Marked<'a>) -> Option<&'a Findings> {
    marked.mark.findings.as_ref()
}

fn level<'a>(marked: &'a Marked<'a>) -> Cell<'a> {
    let Shape::Spot { at, .. } = marked.mark.shape() else { return Cell::Absent };
    let chart = Chart::of(marked.mark.view(), marked.figure);
    Cell::text(chart.and_then(|chart| chart.level(*at)).map(|level| level.name()))
}

fn end(radiation: &Radiation, marked: &Marked<'_>) -> Option<Cow<'static, str>> {
    let end = *radiation.path().last()?;
    let whereabouts = Whereabouts::of_point(radiation.view(), marked.figure, end);
    Some(match whereabouts.regions.first() {
        Some(region) => Cow::Owned(format!("{}:{}", whereabouts.side, region.as_str())),
        None => Cow::Borrowed(whereabouts.side.as_str()),
    })
}

fn radiation_json(paths: &[Radiation]) -> String {
    let mut text = String::from("[");
    for (index, radiation) in paths.iter().enumerate() {
        text.push_str(if index > 0 { ",{\"view\":\"" } else { "{\"view\":\"" });
        text.push_str(radiation.view().as_str());
        text.push_str("\",\"path\":");
        text.push_str(&points_json(radiation.path()));
        if let Some(intensity) = radiation.intensity {
            text.push_str(",\"intensity\":");
            push_whole(intensity.get().into(), &mut text);
        }
        text.push('}');
    }
    text.push(']');
    text
}

fn points_json(points: &[Point]) -> String {
    let mut text = String::from("[");
    for (index, point) in points.iter().enumerate() {
        text.push_str(if index > 0 { ",[" } else { "[" });
        push_whole(point.x.into(), &mut text);
        text.push(',');
        push_whole(point.y.into(), &mut text);
        text.push(']');
    }
    text.push(']');
    text
}
