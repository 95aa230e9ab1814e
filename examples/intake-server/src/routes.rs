//! Which address does what.

use std::path::Path;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::map_response;
use axum::routing::{get, post};

use crate::keep::{self, Kept};
use crate::{answer, headers, pages, reference};

/// The longest form that is read, in bytes; a record is at most 1 MB before it is encoded.
const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// The whole server. /api/last exists only where something is kept.
pub(crate) fn all(www: &Path, kept: Kept) -> Router {
    let mut routes = Router::new()
        .route("/submit", post(answer::answer).layer(DefaultBodyLimit::max(FORM_LIMIT)))
        .route(answer::STYLE_ADDRESS, get(answer::style))
        // Browsers ask for it on their own.
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }));
    if kept.keeps() {
        routes = routes.route("/api/last", get(keep::tell));
    }
    routes
        .layer(map_response(headers::no_store))
        .merge(reference::routes())
        .nest_service("/painmap", pages::files(&www.join("dist")))
        .fallback_service(pages::files(&www.join("demo")))
        .layer(map_response(headers::secure))
        .with_state(kept)
}
