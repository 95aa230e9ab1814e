//! Draws a record from a file: `cargo run --example draw -- record.json > picture.svg`.

use painmap::{PainMap, scene};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("name a record")?;
    let map = PainMap::from_json(&std::fs::read_to_string(path)?)?;
    print!("{}", scene::to_svg(&map, &scene::Picture::of(&map))?);
    Ok(())
}
