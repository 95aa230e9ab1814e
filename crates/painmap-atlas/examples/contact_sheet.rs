//! Draws the whole atlas on sheets, to look at: every view and crop of every figure, plain, with the
//! landmarks, with the regions, with each layer of muscles; and the published pattern of every muscle.
//!
//! `cargo run --release -p painmap-atlas --example contact_sheet -- OUT-FOLDER [PIXELS [WHICH]]` writes a
//! PNG a sheet; `PIXELS` is the height of a row, and `WHICH` a part of the names of the sheets that are
//! wanted.

use anyhow::{Context, Result};
use painmap::anatomy::{Chart, Crop, Figure, Layer, MuscleId, Side, View};
use painmap::scene::{AtlasPicture, MusclePlate, Picture, Plate, atlas_to_svg};
use resvg::{tiny_skia, usvg};
use std::fmt::Write;
use std::path::Path;

/// The space between two pictures.
const GAP: i32 = 20;

/// How many muscles stand on a row of the patterns' sheet.
const PATTERNS_IN_A_ROW: usize = 4;

/// One picture of a sheet.
struct Plates {
    shown: AtlasPicture,
    name: &'static str,
}

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().context("say where to")?;
    let height = arguments.next().map_or(Ok(900), |text| text.parse()).context("the height of a row")?;
    let wanted = arguments.next().unwrap_or_default();
    let mut options = usvg::Options::default();
    options.fontdb_mut().load_system_fonts();
    std::fs::create_dir_all(&folder)?;
    for (name, rows) in sheets().iter().filter(|(name, _)| name.contains(&wanted)) {
        let tree = usvg::Tree::from_str(&sheet(rows, height)?, &options)?;
        let size = tree.size().to_int_size();
        let mut pixels = tiny_skia::Pixmap::new(size.width(), size.height()).context("an empty sheet")?;
        resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixels.as_mut());
        let path = Path::new(&folder).join(format!("{name}.png"));
        pixels.save_png(&path)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// The sheets by name, each a list of rows.
fn sheets() -> Vec<(String, Vec<Vec<Plates>>)> {
    let layers = |layers: &[Layer]| MusclePlate { layers: layers.to_vec(), ..MusclePlate::default() };
    let bare = Plate::default();
    let kinds = [
        ("plain", bare, layers(&[])),
        ("landmarks", Plate { landmarks: true, regions: false }, layers(&[])),
        ("regions", Plate { landmarks: false, regions: true }, layers(&[])),
        ("muscles", bare, layers(Layer::ALL)),
        ("muscles-superficial", bare, layers(&[Layer::Superficial])),
        ("muscles-intermediate", bare, layers(&[Layer::Intermediate])),
        ("muscles-deep", bare, layers(&[Layer::Deep])),
    ];
    let mut sheets = Vec::new();
    for &figure in Figure::ALL {
        for (kind, plate, muscles) in &kinds {
            let picture = |view, crop| {
                let picture = Picture { view, crop };
                let muscles = muscles.clone();
                Plates {
                    shown: AtlasPicture { figure, picture, window: None, plate: *plate, muscles },
                    name: "",
                }
            };
            let row = |&crop: &Crop| View::ALL.iter().map(|&view| picture(view, crop)).collect();
            sheets.push((format!("{figure}-{kind}"), Crop::ALL.iter().map(row).collect()));
        }
    }
    let pattern = |muscle: &MuscleId| {
        [View::Posterior, View::Left, View::Anterior].map(|view| {
            let picture = Picture { view, crop: Crop::Whole };
            let (lit, pattern, side) = (Some(*muscle), Some(*muscle), Some(Side::Left));
            let muscles = MusclePlate { lit, pattern, side, layers: Vec::new() };
            Plates {
                shown: AtlasPicture { picture, muscles, ..AtlasPicture::default() },
                name: muscle.name(),
            }
        })
    };
    let muscles: Vec<MuscleId> = MuscleId::all().collect();
    let rows = muscles.chunks(PATTERNS_IN_A_ROW).map(|row| row.iter().flat_map(pattern).collect()).collect();
    sheets.push(("patterns".into(), rows));
    sheets
}

/// A picture of all rows.
fn sheet(rows: &[Vec<Plates>], height: i32) -> Result<String> {
    let (mut plates, mut widest, mut y) = (String::new(), 0, GAP);
    for row in rows {
        let mut x = GAP;
        for Plates { shown, name } in row {
            let AtlasPicture { figure, picture, .. } = shown;
            let seen = Chart::of(picture.view, *figure).context("no drawing")?.crop(picture.crop);
            let width = seen.width() * height / seen.height();
            let svg = atlas_to_svg(shown)?;
            // The size in the picture's own head gives way to that in the grid.
            let (_, picture) = svg.split_once("viewBox").context("no head")?;
            let (view_box, rest) = picture.split_once('>').context("no head")?;
            let view_box = view_box.split(" width=").next().unwrap_or(view_box);
            let top = y - 4;
            writeln!(
                plates,
                "<svg x='{x}' y='{y}' width='{width}' height='{height}' viewBox{view_box}>{rest}\
                 <text x='{x}' y='{top}' font-size='18' font-family='Liberation Sans, sans-serif'>{name}</text>"
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
