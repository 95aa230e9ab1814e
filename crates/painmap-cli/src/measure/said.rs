//! Measures in words.

use std::fmt::Write as _;

use painmap::PainMap;
use painmap::anatomy::{Side, View};
use painmap::describe::{Locale, Wording};
use painmap::measure::{Answer, Extent, Measures, Site, ViewExtent, WidespreadPain, Zone};

use crate::colour::Paint;

/// How wide the names of the lines are.
const NAME: usize = 10;

/// The measures of a record as lines of text.
pub(super) fn in_full(map: &PainMap, measures: &Measures, paint: Paint) -> String {
    let mut said = Said { text: String::new(), paint };
    let marks = match measures.answer {
        Answer::Nothing => "none: nothing is marked, and \"no pain\" was not said".to_owned(),
        Answer::NoPain => "none: no pain".to_owned(),
        Answer::Marks => counted(measures),
    };
    said.line("marks", &marks);
    if measures.left_out > 0 {
        said.line("", &format!("{} by the other hand not measured", measures.left_out));
    }
    if !measures.sites.is_empty() {
        let sites: Vec<String> = measures.sites.iter().map(site).collect();
        said.line("sites", &format!("{}: {}", sites.len(), sites.join(", ")));
        let sides: Vec<&str> = measures.sides.iter().map(|side| side.as_str()).collect();
        said.line("sides", &sides.join(", "));
    }
    if measures.answer == Answer::Marks {
        said.line("intensity", &intensity(measures));
    }
    for extent in &measures.extents {
        said.line("extent", &extent_of(extent));
    }
    match &measures.front_and_back {
        Some(extent) => said.line("", &format!("front and back together {}", area(extent))),
        None if measures.answer != Answer::Nothing => said.line("", &no_front_and_back(map, measures)),
        None => {}
    }
    if !measures.zones.is_empty() {
        let zones: Vec<String> = measures.zones.iter().map(zone).collect();
        said.line("zones", &zones.join(", "));
    }
    said.line("widespread", &widespread(measures.answer, measures.widespread.as_ref()));
    said.text
}

#[derive(Debug)]
struct Said {
    text: String,
    paint: Paint,
}

impl Said {
    fn line(&mut self, name: &str, what: &str) {
        // Writing to a text does not fail.
        let _ = writeln!(self.text, "{:NAME$} {what}", self.paint.name(name));
    }
}

fn counted(measures: &Measures) -> String {
    let mut said = measures.marks.to_string();
    if measures.without_size > 0 {
        let _ = write!(said, ", {} without a size", measures.without_size);
    }
    if measures.off_body > 0 {
        let _ = write!(said, ", {} beside the body", measures.off_body);
    }
    said
}

/// A site in clinical words.
fn site(site: &Site) -> String {
    let name = Locale::english().region(site.region, Wording::Clinical);
    match site.side {
        Side::Midline => format!("{name} (midline)"),
        side => format!("{side} {name}"),
    }
}

fn zone(zone: &Zone) -> String {
    let name = zone.zone.name();
    zone.side.map_or_else(|| name.to_owned(), |side| format!("{name} ({side})"))
}

fn intensity(measures: &Measures) -> String {
    let ratings = &measures.intensity;
    let mut said = match (ratings.mean, ratings.worst) {
        (Some(mean), Some(worst)) => {
            format!(
                "mean {mean}, worst {} of 10 ({} of {} rated)",
                worst.get(),
                ratings.rated,
                measures.marks
            )
        }
        _ => "not rated".to_owned(),
    };
    if let Some(worst) = ratings.worst_of_week {
        let _ = write!(said, "; worst of the last seven days {}", worst.get());
    }
    said
}

fn extent_of(extent: &ViewExtent) -> String {
    let mut said = match &extent.extent {
        Some(known) => format!("{} {}", seen(extent.view), area(known)),
        None => format!("{} not known", seen(extent.view)),
    };
    if extent.without_size > 0 {
        let _ = write!(said, "; {} without a size left out", marks(extent.without_size));
    }
    let crops: Vec<&str> = extent.shown.iter().map(|crop| crop.as_str()).collect();
    if !crops.is_empty() && !crops.contains(&"whole") {
        let crop = if crops.len() == 1 { "crop" } else { "crops" };
        let _ = write!(said, "; only the {} {crop} shown", crops.join(" and "));
    }
    said
}

/// "1 mark" or "2 marks".
fn marks(count: usize) -> String {
    if count == 1 { "1 mark".to_owned() } else { format!("{count} marks") }
}

fn area(extent: &Extent) -> String {
    let mut said =
        format!("{} % of the drawing ({} of {} bu²)", extent.percent(), extent.area(), extent.body_area());
    if let Some(mean) = extent.weighted_intensity() {
        let _ = write!(said, ", mean intensity by area {mean}");
    }
    said
}

/// The view in a word, for a line that begins with it.
pub(crate) const fn seen(view: View) -> &'static str {
    match view {
        View::Posterior => "back",
        View::Anterior => "front",
        View::Left => "left side (the same skin again)",
        View::Right => "right side (the same skin again)",
    }
}

fn no_front_and_back(map: &PainMap, measures: &Measures) -> String {
    let of = |view| measures.extents.iter().find(|extent| extent.view == view);
    let reason = match (of(View::Posterior), of(View::Anterior)) {
        (Some(_), Some(_)) => "one of them has no extent",
        _ if map.shown().is_empty() => "the record does not say that both were shown",
        (None, None) => "neither was shown",
        (None, _) => "the back was not shown",
        (_, None) => "the front was not shown",
    };
    format!("front and back together not known: {reason}")
}

fn widespread(answer: Answer, widespread: Option<&WidespreadPain>) -> String {
    match widespread {
        Some(found) => {
            let sites: Vec<String> = found.sites.iter().map(zone).collect();
            let colon = if sites.is_empty() { "" } else { ": " };
            format!(
                "index {} of 19, in {} of 5 regions (marks of one moment, no diagnosis){colon}{}",
                found.index,
                found.regions,
                sites.join(", ")
            )
        }
        None if answer == Answer::Nothing => "index not known: nothing was answered".to_owned(),
        None => {
            "index not known: it needs the whole body to be shown, from behind and from the front".to_owned()
        }
    }
}
