//! The doors to what pages load later: what questions need, right after the first paint; the brush, once
//! somebody takes it; and what few pages need, as one question with its text and one answer.
//!
//! `cargo xtask build` cuts the program at [`more`], [`stroke`] and [`answer`]: what only one of them reaches
//! goes into a file of its own, what several reach into a shared one, and the page loads them before it
//! asks. So the first paint carries none of it, and the later files none of what the first one has. One door
//! for each file costs the first paint the least.

use std::pin::pin;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll, Waker};

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_macros::wasm_split;
use web_sys::Element;

use crate::asking::{self, Asked, Told};
use crate::clinic;
use crate::dom::Result as Drawn;
use crate::mode::Stroke;
use crate::painting;
use crate::widget::Widget;

/// What has been loaded, in the bits that [`arrived`] was told.
static HERE: AtomicU8 = AtomicU8::new(0);

/// What questions need.
const ASKING: u8 = 1;
/// The brush.
const PAINTING: u8 = 2;

/// A later file has been loaded, by its bit: from here on a widget can do what it is for.
#[wasm_bindgen]
pub fn arrived(part: u8) {
    HERE.fetch_or(part, Ordering::Relaxed);
}

fn is_here(part: u8) -> bool {
    HERE.load(Ordering::Relaxed) & part != 0
}

/// Asks what was loaded after the first paint; before that there is no answer.
pub(crate) fn ask_more(widget: &mut Widget, asked: Asked<'_>) -> Drawn<Told> {
    if !is_here(ASKING) {
        return Ok(Told::default());
    }
    at_once(more(widget, asked)).unwrap_or_else(|| Ok(Told::default()))
}

/// Whether the brush is here.
pub(crate) fn paints() -> bool {
    is_here(PAINTING)
}

/// Paints or erases with the brush, which must have come.
pub(crate) fn paint(widget: &mut Widget, along: Stroke) -> Drawn<u32> {
    at_once(stroke(widget, along)).unwrap_or(Ok(0))
}

/// Asks the file of the clinic, which must have been loaded; `clinic` lists the questions. What is drawn goes
/// into `into`.
///
/// # Errors
/// The fault as a text: of a record its place, and after a line break the reason; of the call on one line.
#[wasm_bindgen]
pub fn ask(question: &str, text: &str, into: Option<Element>) -> Result<String, String> {
    at_once(answer(question, text, into)).unwrap_or_else(|| Err(String::new()))
}

/// Where the program is cut. The attribute makes these `async` functions, which are ready at once since the
/// page has loaded the files.
#[wasm_split(asking, wasm_split_path = crate::later)]
fn more(widget: &mut Widget, asked: Asked<'_>) -> Drawn<Told> {
    asking::answer(widget, asked)
}

#[wasm_split(painting, wasm_split_path = crate::later)]
fn stroke(widget: &mut Widget, along: Stroke) -> Drawn<u32> {
    painting::paint(widget, along)
}

#[wasm_split(clinic, wasm_split_path = crate::later)]
fn answer(question: &str, text: &str, into: Option<Element>) -> Result<String, String> {
    clinic::answer(question, text, into)
}

fn at_once<T>(asked: impl Future<Output = T>) -> Option<T> {
    match pin!(asked).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    }
}

/// What the attribute asks for at run time: nothing, since the page's script does the loading.
#[cfg(target_family = "wasm")]
pub(crate) mod rt {
    use std::ffi::c_void;
    use std::future::{Ready, ready};
    use std::pin::Pin;

    /// What a loader calls when it is done.
    pub(crate) type LoadCallbackFn = extern "C" fn(*const c_void, bool);

    /// Stands for a loader.
    pub(crate) struct LazySplitLoader;

    impl LazySplitLoader {
        pub(crate) const fn new<L: Copy>(_load: L) -> Self {
            Self
        }
    }

    pub(crate) fn ensure_loaded(_loader: Pin<&LazySplitLoader>) -> Ready<Result<(), String>> {
        ready(Ok(()))
    }
}
