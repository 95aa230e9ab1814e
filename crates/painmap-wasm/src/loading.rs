//! Drawings of the atlas that are not built in: the page fetches them and hands them over.

use painmap::anatomy;
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes a drawing of the atlas, the bytes of a file that `missing` named. Answers with nothing, or with
/// the fault of the bytes.
#[wasm_bindgen(js_name = loadDrawing)]
pub fn load_drawing(bytes: &[u8]) -> String {
    anatomy::load(bytes).err().map_or("", anatomy::LoadError::as_str).to_owned()
}
