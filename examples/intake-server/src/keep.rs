//! The one record that `--keep-last` remembers, so that a test can see what was sent.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};

/// Empty for ever unless keeping was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Kept(Option<Arc<Mutex<Option<String>>>>);

impl Kept {
    /// Holds nothing yet, and never will if not `keeping`.
    pub(crate) fn new(keeping: bool) -> Self {
        Self(keeping.then(Arc::default))
    }

    /// Whether it remembers anything.
    pub(crate) fn keeps(&self) -> bool {
        self.0.is_some()
    }

    /// What people who send something here are told about it.
    pub(crate) fn promise(&self) -> &'static str {
        match self.0 {
            None => "This example server checks what it is sent, shows it and keeps nothing.",
            Some(_) => "This example server is being tested: it keeps the last good record at /api/last.",
        }
    }

    /// Remembers a record in place of the one before, if at all.
    pub(crate) fn keep(&self, record: &str) {
        if let Some(slot) = &self.0 {
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some(record.to_owned());
        }
    }

    fn last(&self) -> Option<String> {
        self.0.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// `GET /api/last`: the record, or 404 while there is none.
pub(crate) async fn tell(State(kept): State<Kept>) -> Response {
    match kept.last() {
        Some(record) => ([(CONTENT_TYPE, "application/json")], record).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
