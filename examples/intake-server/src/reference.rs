//! The muscle reference, for clinicians: an index and a page for each muscle. All that is said and drawn
//! there is asked of the atlas, so that it can't differ from it.

mod drawing;
mod frame;
mod index;
mod legend;
mod muscle;
mod page;
mod sources;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use painmap::anatomy::MuscleId;

use self::drawing::Drawing;

/// Its pages below `/muscles/`.
pub(crate) fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/muscles", get(|| async { Redirect::permanent(page::INDEX_ADDRESS) }))
        .route(page::INDEX_ADDRESS, get(|| async { index::page() }))
        .route("/muscles/{muscle}", get(one))
        .route("/muscles/{muscle}/{picture}", get(picture))
        .route(page::STYLE_ADDRESS, get(style))
}

async fn one(Path(id): Path<String>) -> Response {
    match id.parse::<MuscleId>() {
        Ok(known) => muscle::page(known).into_response(),
        Err(_) => missing(),
    }
}

async fn picture(Path((id, name)): Path<(String, String)>) -> Response {
    let drawing = id.parse().ok().and_then(|muscle| Drawing::named(muscle, &name));
    match drawing.map(|drawing| drawing.svg()) {
        Some(Ok(svg)) => ([(CONTENT_TYPE, "image/svg+xml")], svg).into_response(),
        Some(Err(_)) | None => missing(),
    }
}

async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("reference/reference.css"))
}

fn missing() -> Response {
    (StatusCode::NOT_FOUND, page::missing()).into_response()
}
