//! Draws every view and crop of every figure on sheets, to look at: plain, with the landmarks, and
//! with the regions.
//!
//! `cargo run -p painmap-atlas --example contact_sheet -- OUT-FOLDER [PIXELS]` writes a PNG a sheet;
//! `PIXELS` is the height of a row.

use anyhow::{Context, Result};
use painmap::anatomy::{Chart, Crop, Figure, View};
use painmap::scene::{Picture, Plate, atlas_to_svg};
use resvg::{tiny_skia, usvg};
use std::fmt::Write;
use std::path::Path;

/// The space between two pictures.
const GAP: i32 = 20;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("say where to")?;
    let height = arguments.next().map_or(Ok(900), |text| text.parse()).context("the height of a row")?;
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    std::fs::create_dir_all(&folder)?;
    for figure in Figure::ALL {
        for (name, plate) in [
            ("plain", Plate::default()),
            ("landmarks", Plate { landmarks: true, regions: false }),
            ("regions", Plate { landmarks: false, regions: true }),
        ] {
            let svg = sheet(*figure, plate, height)?;
            let tree = usvg::Tree::from_str(&svg, &options)?;
            let size = tree.size().to_int_size();
            let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).context("an empty sheet")?;
            resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
            let path = Path::new(&folder).join(format!("{figure}-{name}.png"));
            pixels.save_png(&path)?;
            println!("{}", path.display());
        }
    }
    Ok(())
}

/// A row a crop, a column a view.
fn sheet(figure: Figure, plate: Plate, height: i32) -> Result<String> {
    let (mut plates, mut widest, mut y) = (String::new(), 0, GAP);
    for &crop in Crop::ALL {
        let mut x = GAP;
        for &view in View::ALL {
            let seen = Chart::of(view, figure).context("no drawing")?.crop(crop);
            let width = seen.width() * height / seen.height();
            let svg = atlas_to_svg(figure, Picture { view, crop }, plate)?;
            // The size in the picture's own head gives way to that in the grid.
            let (_, picture) = svg.split_once("viewBox").context("no head")?;
            let (view_box, rest) = picture.split_once('>').context("no head")?;
            let view_box = view_box.split(" width=").next().unwrap_or(view_box);
            writeln!(
                plates,
                "<svg x='{x}' y='{y}' width='{width}' height='{height}' viewBox{view_box}>{rest}"
            )?;
            x += width + GAP;
        }
        widest = widest.max(x);
        y += height + GAP;
    }
    Ok(format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{widest}' height='{y}'>\
         <rect width='{widest}' height='{y}' fill='#fff'/>{plates}</svg>"
    ))
}
