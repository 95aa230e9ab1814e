//! An aggregate in words.

use std::fmt::Write as _;

use painmap::anatomy::{Crop, Side};
use painmap::describe::{Locale, Wording};
use painmap::measure::{Aggregate, Hundredths};

use crate::colour::Paint;

/// The aggregate as lines of text, the regions from the most often marked one down.
pub(super) fn in_full(aggregate: &Aggregate, paint: Paint) -> String {
    let mut said = String::new();
    let name = |name| paint.name(name);
    let unmarked = aggregate.no_pain().saturating_add(aggregate.unanswered());
    let marked = aggregate.records().saturating_sub(unmarked);
    let _ = write!(said, "{:10} {}: {marked} with marks", name("records"), aggregate.records());
    let _ = write!(said, ", {} \"no pain\", {} unanswered", aggregate.no_pain(), aggregate.unanswered());
    if aggregate.refused() > 0 {
        let _ = write!(said, "; {} bad and left out", aggregate.refused());
    }
    let _ = write!(said, "\n{:10} {}", name("marks"), aggregate.marks());
    if let Some(mean) = aggregate.mean_intensity() {
        let _ = write!(said, ", mean intensity {mean} ({} rated)", aggregate.rated());
    }
    said.push('\n');
    for map in aggregate.maps() {
        let _ = write!(said, "{:10} {}: shown or marked in {}", name("view"), map.view(), map.asked());
        let crops: Vec<String> = Crop::ALL
            .iter()
            .filter(|&&crop| map.shown(crop) > 0)
            .map(|&crop| format!("{crop} {}", map.shown(crop)))
            .collect();
        if !crops.is_empty() {
            let _ = write!(said, " ({})", crops.join(", "));
        }
        let _ = writeln!(said, ", at most {} at one place", map.most());
    }
    let rows = rows(aggregate);
    if !rows.is_empty() {
        let width = rows.iter().map(|row| row.name.len()).max().unwrap_or(0);
        let heading = format!(
            "{:width$}  {:>8} {:>8} {:>8}  intensity",
            "records by region", "left", "midline", "right"
        );
        let _ = writeln!(said, "\n{}", name(&heading));
        for row in rows {
            let [left, midline, right] = row.records;
            let _ = write!(said, "{:width$}  {left:>8} {midline:>8} {right:>8}", row.name);
            if let Some(mean) = row.mean {
                let _ = write!(said, "  {mean:>9}");
            }
            said.push('\n');
        }
    }
    said
}

/// A region on all sides.
struct Row {
    name: String,
    records: [u64; 3],
    mean: Option<Hundredths>,
}

fn rows(aggregate: &Aggregate) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut sums: Vec<(u64, u64)> = Vec::new();
    for (site, count) in aggregate.sites() {
        let name = Locale::english().region(site.region, Wording::Clinical);
        if rows.last().is_none_or(|row| row.name != name) {
            rows.push(Row { name, records: [0; 3], mean: None });
            sums.push((0, 0));
        }
        let column = match site.side {
            Side::Left => 0,
            Side::Midline => 1,
            Side::Right => 2,
        };
        if let (Some(row), Some(sum)) = (rows.last_mut(), sums.last_mut()) {
            row.records[column] = count.records;
            sum.0 = sum.0.saturating_add(count.ratings());
            sum.1 = sum.1.saturating_add(count.rated());
            row.mean = Hundredths::of(sum.0, sum.1);
        }
    }
    // Regions that are marked as often stay in the atlas's order.
    rows.sort_by_key(|row| {
        std::cmp::Reverse(row.records.iter().fold(0_u64, |sum, &records| sum.saturating_add(records)))
    });
    rows
}
