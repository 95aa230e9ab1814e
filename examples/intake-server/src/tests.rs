//! The server as a browser sees it, without a network.

mod reference;

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use tower::ServiceExt;

use crate::keep::Kept;
use crate::routes;

const GOOD: &str = r#"{"format":"painmap/1"}"#;

/// An answer that has been read to its end.
struct Answer {
    status: StatusCode,
    headers: Vec<(String, String)>,
    text: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

async fn ask(server: &axum::Router, request: Request<Body>) -> Answer {
    let response = server.clone().oneshot(request).await.unwrap();
    let text = |value: &axum::http::HeaderValue| value.to_str().unwrap().to_owned();
    let headers = response.headers().iter().map(|(key, value)| (key.to_string(), text(value))).collect();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
}

async fn get(server: &axum::Router, address: &str) -> Answer {
    ask(server, Request::get(address).body(Body::empty()).unwrap()).await
}

async fn submit(server: &axum::Router, form: &str) -> Answer {
    let request = Request::post("/submit").header("content-type", "application/x-www-form-urlencoded");
    ask(server, request.body(Body::from(form.to_owned())).unwrap()).await
}

fn server(keep_last: bool) -> axum::Router {
    let www = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www");
    routes::all(www.as_ref(), Kept::new(keep_last))
}

/// The few characters of JSON that a form must escape.
fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

#[tokio::test]
async fn a_good_record_is_shown() {
    let answer = submit(&server(false), &format!("name=Ann&pain={}", encode(GOOD))).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.text.contains("<svg"), "the picture is part of the page");
    assert!(answer.text.contains("painmap/1") && answer.text.contains("Ann"), "{}", answer.text);
}

#[tokio::test]
async fn a_bad_record_is_refused_with_its_reason() {
    let answer = submit(&server(false), &format!("pain={}", encode(r#"{"format":"other"}"#))).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("/format"), "{}", answer.text);
}

#[tokio::test]
async fn two_maps_in_one_field_are_refused() {
    let map = encode(GOOD);
    let answer = submit(&server(false), &format!("pain={map}&pain={map}")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn words_in_place_of_a_map_are_taken_and_escaped() {
    let answer = submit(&server(false), "pain=my+%3Cb%3Eback%3C%2Fb%3E").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text.contains("my &lt;b&gt;back"), "{}", answer.text);
}

#[tokio::test]
async fn names_and_values_of_fields_are_escaped() {
    let answer = submit(&server(false), "%3Ci%3E=%3Cscript%3E%22").await;
    assert!(answer.text.contains("&lt;i&gt;") && answer.text.contains("&lt;script&gt;"), "{}", answer.text);
}

#[tokio::test]
async fn a_form_that_is_too_long_is_not_read() {
    let answer = submit(&server(false), &format!("note={}", "a".repeat(3_000_000))).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn nothing_is_kept_unless_asked_for() {
    let form = format!("pain={}", encode(GOOD));
    let forgetful = server(false);
    submit(&forgetful, &form).await;
    assert_eq!(get(&forgetful, "/api/last").await.status, StatusCode::NOT_FOUND);

    let keeping = server(true);
    assert_eq!(get(&keeping, "/api/last").await.status, StatusCode::NOT_FOUND);
    submit(&keeping, &form).await;
    let last = get(&keeping, "/api/last").await;
    assert!(last.text.contains("painmap/1"), "{}", last.text);
    assert_eq!(last.header("cache-control"), "no-store");
}

#[tokio::test]
async fn every_answer_has_the_policy() {
    let server = server(false);
    for answer in [get(&server, "/missing").await, submit(&server, "a=b").await] {
        assert!(answer.header("content-security-policy").contains("trusted-types 'none'"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "no-referrer");
    }
}
