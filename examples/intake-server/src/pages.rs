//! Files of a folder, with their types, and compressed where a `.br` twin lies beside them.

use std::path::Path;

use tower_http::services::ServeDir;

/// Serves the files below `folder`; `index.html` stands for its folder.
pub(crate) fn files(folder: &Path) -> ServeDir {
    ServeDir::new(folder).precompressed_br()
}
