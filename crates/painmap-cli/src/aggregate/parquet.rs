//! An aggregate as an Apache Parquet file: one long table of counts.

use painmap::anatomy::{ATLAS_VERSION, Crop, View};
use painmap::exchange::table::{Cell, Kind};
use painmap::measure::{Aggregate, FREQUENCY_CELL};
use serde_json::{Map, Value};

use crate::output::OutputArgs;
use crate::parquet::{ParquetFile, Table};
use crate::status::{Stop, Verdict};

/// The layout and its version.
const LAYOUT: &str = "painmap-aggregate-table/1";

/// Each column: its name, what it holds and what that means. `docs/tables.md` says the same.
const COLUMNS: [(&str, Kind, &str); 12] = [
    ("what", Kind::Text, "What the row counts; the other words of the row say of which."),
    ("view", Kind::Text, "The view, of a view, a crop and a cell."),
    ("crop", Kind::Text, "The part of the view that was shown."),
    ("figure", Kind::Text, "The figure on which the records were made."),
    ("region", Kind::Text, "The id of the atlas's region."),
    ("side", Kind::Text, "The person's own side of the region: left, right or midline."),
    ("x", Kind::Whole, "Of a cell: the least x in it, in bu, on the neutral figure."),
    ("y", Kind::Whole, "Of a cell: the least y in it, in bu, on the neutral figure."),
    ("records", Kind::Whole, "In how many records."),
    ("marks", Kind::Whole, "By how many marks."),
    (
        "rated",
        Kind::Whole,
        "How many of the marks have a rating; of a cell, how many of the records give one there.",
    ),
    (
        "ratings",
        Kind::Whole,
        "The sum of those ratings, each 0 to 10; of a cell, the highest of each record counts.",
    ),
];

/// One row; what does not apply is absent.
#[derive(Default)]
struct Row<'r> {
    what: &'r str,
    view: Option<View>,
    crop: Option<Crop>,
    figure: Option<&'r str>,
    site: Option<[&'r str; 2]>,
    at: Option<[i32; 2]>,
    records: Option<u64>,
    marks: Option<u64>,
    /// How many are rated, and the sum of the ratings.
    ratings: Option<[u64; 2]>,
}

/// Writes the aggregate to the file.
pub(super) fn write(aggregate: &Aggregate, to: &OutputArgs) -> Result<(), Stop> {
    let meanings: Map<String, Value> =
        COLUMNS.iter().map(|&(name, _, meaning)| (name.to_owned(), meaning.into())).collect();
    let table = Table {
        name: "painmap_aggregate",
        columns: COLUMNS.iter().map(|&(name, kind, _)| (name, kind)).collect(),
        told: vec![
            ("painmap.table", LAYOUT.to_owned()),
            ("painmap.atlas", ATLAS_VERSION.to_owned()),
            ("painmap.whose", aggregate.whose().to_string()),
            ("painmap.cell", FREQUENCY_CELL.to_string()),
            ("painmap.columns", Value::Object(meanings).to_string()),
        ],
    };
    let mut file = ParquetFile::new(to, table)?;
    for row in rows(aggregate) {
        file.push(row.cells())?;
    }
    file.finish(Verdict::Good).map(|_| ())
}

/// The whole, then by figure, by region, and by view.
fn rows(aggregate: &Aggregate) -> Vec<Row<'_>> {
    let mut rows = vec![
        Row {
            what: "total",
            records: Some(aggregate.records()),
            marks: Some(aggregate.marks()),
            ratings: Some([aggregate.rated(), aggregate.ratings()]),
            ..Row::default()
        },
        Row { what: "no-pain", records: Some(aggregate.no_pain()), ..Row::default() },
        Row { what: "unanswered", records: Some(aggregate.unanswered()), ..Row::default() },
        Row { what: "refused", records: Some(aggregate.refused()), ..Row::default() },
        Row { what: "off-body", marks: Some(aggregate.off_body()), ..Row::default() },
    ];
    rows.extend(aggregate.figures().map(|(figure, records)| Row {
        what: "figure",
        figure: Some(figure.as_str()),
        records: Some(records),
        ..Row::default()
    }));
    rows.extend(aggregate.sites().map(|(site, count)| Row {
        what: "region",
        site: Some([site.region.as_str(), site.side.as_str()]),
        records: Some(count.records),
        marks: Some(count.marks),
        ratings: Some([count.rated(), count.ratings()]),
        ..Row::default()
    }));
    for map in aggregate.maps() {
        let of_view =
            |what, records| Row { what, view: Some(map.view()), records: Some(records), ..Row::default() };
        rows.push(of_view("view", map.asked()));
        let crops = Crop::ALL.iter().map(|&crop| (crop, map.shown(crop))).filter(|&(_, shown)| shown > 0);
        rows.extend(crops.map(|(crop, shown)| Row { crop: Some(crop), ..of_view("crop", shown) }));
        rows.extend(map.cells().map(|cell| Row {
            at: Some([cell.bounds.min.x, cell.bounds.min.y]),
            ratings: Some([cell.rated, cell.ratings]),
            ..of_view("cell", cell.records)
        }));
    }
    rows
}

impl<'r> Row<'r> {
    /// In the order of [`COLUMNS`].
    fn cells(self) -> [Cell<'r>; COLUMNS.len()] {
        let text = |text: Option<&'r str>| text.map_or(Cell::Absent, |text| Cell::Text(text.into()));
        let whole = |number: Option<i32>| number.map_or(Cell::Absent, |number| Cell::Whole(number.into()));
        let count = |count: Option<u64>| {
            count.map_or(Cell::Absent, |count| Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX)))
        };
        [
            text(Some(self.what)),
            text(self.view.map(View::as_str)),
            text(self.crop.map(Crop::as_str)),
            text(self.figure),
            text(self.site.map(|[region, _]| region)),
            text(self.site.map(|[_, side]| side)),
            whole(self.at.map(|[x, _]| x)),
            whole(self.at.map(|[_, y]| y)),
            count(self.records),
            count(self.marks),
            count(self.ratings.map(|[rated, _]| rated)),
            count(self.ratings.map(|[_, ratings]| ratings)),
        ]
    }
}
