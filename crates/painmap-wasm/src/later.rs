//! The doors to what pages load later: what questions need, right after the first paint; and what few pages
//! need, as one question with its text and one answer.
//!
//! `cargo xtask build` cuts the program at [`more`] and at [`answer`]: what only one of them reaches goes into
//! a file of its own, what both reach into a third, and the page loads them before it asks. So the first
//! paint carries none of it, and the later files none of what the first one has. One door for each file
//! costs the first paint the least.

use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Waker};

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_macros::wasm_split;
use web_sys::Element;

use crate::asking::{self, Asked, Told};
use crate::clinic;
use crate::dom::Result as Drawn;
use crate::widget::Widget;

/// Whether what questions need is there.
static ASKING: AtomicBool = AtomicBool::new(false);

/// What questions need has been loaded: from here on a widget can do all that it says.
#[wasm_bindgen(js_name = askingArrived)]
pub fn asking_arrived() {
    ASKING.store(true, Ordering::Relaxed);
}

/// Asks what was loaded after the first paint; before that there is no answer.
pub(crate) fn ask_more(widget: &mut Widget, asked: Asked<'_>) -> Drawn<Told> {
    if !ASKING.load(Ordering::Relaxed) {
        return Ok(Told::default());
    }
    at_once(more(widget, asked)).unwrap_or_else(|| Ok(Told::default()))
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
