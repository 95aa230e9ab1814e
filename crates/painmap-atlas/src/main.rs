//! Writes the atlas's tables into the `painmap` crate.

use anyhow::{Context, Result};

fn main() -> Result<()> {
    for file in painmap_atlas::compile()? {
        std::fs::write(&file.path, &file.bytes).with_context(|| file.path.display().to_string())?;
        println!("wrote {} ({} bytes)", file.path.display(), file.bytes.len());
    }
    Ok(())
}
