//! `POST /submit`: the page that shows what arrived. `maud` escapes every text that goes into it.

use axum::extract::rejection::FormRejection;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use painmap::PainMap;
use painmap::describe::{Locale, Wording, sentences};
use painmap::scene::Picture;

use crate::keep::Kept;
use crate::submission::{Map, Submission};

/// The style sheet of the answer: the policy allows no inline styles.
pub(crate) const STYLE_ADDRESS: &str = "/submit.css";

/// Checks the form and answers with status 200, or 422 when its record is bad.
pub(crate) async fn answer(
    State(kept): State<Kept>,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let submission = match form {
        Ok(Form(fields)) => Submission::read(fields),
        Err(rejection) => {
            let reason = html! { p role="alert" { (rejection.body_text()) } };
            return (rejection.status(), page("Not a form", &reason, &kept)).into_response();
        }
    };
    if let Map::Good(map) = &submission.map {
        kept.keep(&map.to_json());
    }
    let (status, title) = match submission.map {
        Map::Bad { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "Not accepted"),
        _ => (StatusCode::OK, "Received"),
    };
    let body = html! {
        (show_map(&submission.map))
        (show_fields(&submission.fields))
    };
    (status, page(title, &body, &kept)).into_response()
}

/// `GET` of the style sheet.
pub(crate) async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("answer.css"))
}

fn page(title: &str, body: &Markup, kept: &Kept) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " – painmap example" }
                link rel="stylesheet" href=(STYLE_ADDRESS);
            }
            body {
                main {
                    h1 { (title) }
                    (body)
                    p { (kept.promise()) }
                    p { a href="/" { "Back to the form" } }
                }
            }
        }
    }
}

fn show_map(map: &Map) -> Markup {
    match map {
        Map::Nothing => html! { p { "The form came without a pain map." } },
        Map::Words(words) => html! {
            h2 { "In words" }
            p .words { (words) }
        },
        Map::Good(map) => show_record(map),
        Map::Bad { reason, text } => html! {
            p role="alert" { "The record is not accepted: " span #reason { (reason) } }
            h2 { "As it came" }
            pre tabindex="0" { (text) }
        },
    }
}

fn show_record(map: &PainMap) -> Markup {
    html! {
        h2 { "Where it hurts" }
        ul #sentences {
            @for sentence in sentences(map, Wording::Clinical, Locale::english()) {
                li { (sentence) }
            }
        }
        div #picture {
            @match painmap::scene::to_svg(map, &Picture::of(map), Locale::english()) {
                // The core escapes what it writes: this is the one text that goes in as it is.
                Ok(svg) => (PreEscaped(svg)),
                Err(error) => p { "There is no picture: " (error) },
            }
        }
        h2 { "The record" }
        pre #record tabindex="0" { (map.to_json()) }
    }
}

fn show_fields(fields: &[(String, String)]) -> Markup {
    html! {
        @if !fields.is_empty() {
            h2 { "The other fields" }
            dl #fields {
                @for (name, value) in fields {
                    dt { (name) }
                    dd { (value) }
                }
            }
        }
    }
}
