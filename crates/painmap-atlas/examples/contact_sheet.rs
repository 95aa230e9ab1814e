//! Draws every crop of the posterior chart, plain and with its regions tinted, to look at.
//!
//! `cargo run -p painmap-atlas --example contact_sheet -- OUT-FOLDER`

use anyhow::{Context, Result};
use painmap::anatomy::{Chart, Crop, Curve, Figure, Point, View};
use std::fmt::Write;
use std::path::Path;

const TINTS: [&str; 7] = ["#e7c9a9", "#b9cbb0", "#c3b4d3", "#e3b5ab", "#a9c6d3", "#d9d29a", "#c9b29b"];

fn main() -> Result<()> {
    let folder = std::env::args().nth(1).context("say where to")?;
    let chart = Chart::of(View::Posterior, Figure::Neutral).context("no chart")?;
    for crop in Crop::ALL {
        for tinted in [false, true] {
            let name = format!("{crop}-{}.svg", if tinted { "regions" } else { "plain" });
            std::fs::write(Path::new(&folder).join(name), draw(chart, *crop, tinted)?)?;
        }
    }
    Ok(())
}

fn draw(chart: &Chart, crop: Crop, tinted: bool) -> Result<String> {
    let seen = chart.crop(crop);
    let (width, height) = (seen.width(), seen.height());
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='{} {} {width} {height}' width='{}' height='1400'>\n\
         <defs><clipPath id='body'><path d='{}'/></clipPath><filter id='soft'><feGaussianBlur stdDeviation='{}'/>\
         </filter></defs><rect x='-9000' y='-9000' width='30000' height='30000' fill='#fff'/>\n",
        -seen.max.x,
        seen.min.y,
        width * 1400 / height,
        path(chart, chart.outline()),
        40
    );
    let body = path(chart, chart.outline());
    writeln!(svg, "<path d='{body}' fill='#f3e6da'/>")?;
    if tinted {
        for (patch, tint) in chart.patches().iter().zip(tints(chart)) {
            let d = path(chart, std::slice::from_ref(patch.contour()));
            writeln!(svg, "<path d='{d}' fill='{tint}'/>")?;
        }
        let borders = path(chart, chart.borders());
        writeln!(svg, "<path d='{borders}' fill='none' stroke='#7c6a5f' stroke-width='6'/>")?;
    } else {
        writeln!(
            svg,
            "<g clip-path='url(#body)'><path d='{body}' fill='none' stroke='#b98f72' stroke-width='150' \
             opacity='.5' filter='url(#soft)'/></g>"
        )?;
        for detail in chart.details() {
            let d = path(chart, std::slice::from_ref(detail.curve()));
            let stroke = 4 + 3 * detail.weight();
            writeln!(
                svg,
                "<path d='{d}' fill='none' stroke='#8a6f5f' stroke-linecap='round' stroke-width='{stroke}' opacity='.{}'/>",
                3 + 2 * detail.weight()
            )?;
        }
    }
    writeln!(
        svg,
        "<path d='{body}' fill='none' stroke='#5f4b40' stroke-width='12' stroke-linejoin='round'/>"
    )?;
    if tinted {
        for patch in chart.patches() {
            let at = chart.view().to_screen(patch.label());
            let size = height / 130;
            writeln!(
                svg,
                "<text x='{}' y='{}' font-size='{size}' font-family='sans-serif' text-anchor='middle'>{}</text>",
                at.x,
                at.y,
                patch.region()
            )?;
        }
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// One tint a region, by its place in the list.
fn tints(chart: &Chart) -> impl Iterator<Item = &'static str> {
    chart.patches().iter().map(|patch| {
        let place = painmap::anatomy::RegionId::all().position(|region| region == patch.region());
        TINTS[place.unwrap_or(0) % TINTS.len()]
    })
}

fn path(chart: &Chart, curves: &[Curve]) -> String {
    let mut d = String::new();
    let at = |point: Point| {
        let point = chart.view().to_screen(point);
        format!("{} {} ", point.x, point.y)
    };
    for curve in curves {
        d.push_str(&format!("M{}", at(curve.start())));
        for segment in curve.segments() {
            d.push('C');
            d.extend(segment.map(at));
        }
        if curve.is_closed() {
            d.push('Z');
        }
    }
    d
}
