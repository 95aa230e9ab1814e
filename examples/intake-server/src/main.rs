//! A small intake server: serves the demo pages with `<pain-map>` in them, takes what their forms
//! send, has the core check it once more, and answers with a page that shows what arrived. Beside them
//! it has pages about the muscles of the atlas.
//!
//! It keeps nothing. Only `--keep-last`, for tests, makes it remember the last good record.

mod answer;
mod headers;
mod keep;
mod pages;
mod reference;
mod routes;
mod submission;
#[cfg(test)]
mod tests;

use std::net::Ipv4Addr;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Parser;
use tokio::net::TcpListener;

use crate::keep::Kept;

/// Serves the demo pages of painmap and takes their forms.
#[derive(Debug, Parser)]
struct Args {
    /// The port on 127.0.0.1; 0 takes a free one.
    #[arg(long, default_value_t = 8017)]
    port: u16,
    /// The folder with `dist` and `demo` in it.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www"))]
    www: PathBuf,
    /// Remembers the last good record and tells it at /api/last, to anyone who asks.
    #[arg(long)]
    keep_last: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let args = Args::parse();
    let missing = ["dist", "demo"].into_iter().find(|folder| !args.www.join(folder).is_dir());
    if let Some(folder) = missing {
        bail!("{} has no folder {folder}: build it with `cargo xtask build`", args.www.display());
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, args.port))
        .await
        .with_context(|| format!("cannot listen on port {}", args.port))?;
    let kept = Kept::new(args.keep_last);
    println!("listening on http://{}/", listener.local_addr()?);
    println!("{}", kept.promise());

    let routes = routes::all(&args.www, kept);
    axum::serve(listener, routes).with_graceful_shutdown(stopped()).await.context("the server failed")
}

/// Resolves at Ctrl-C; without a way to hear of it, never.
async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
