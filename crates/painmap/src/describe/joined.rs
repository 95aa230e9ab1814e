//! Texts put together.

/// Texts one after another, with a separator between them: `join` of the standard library, in a tenth of
/// its code, which counts where a page loads it.
///
/// ```
/// use painmap::describe::joined;
/// assert_eq!(joined(&["neck", "shoulder"], ", "), "neck, shoulder");
/// assert_eq!(joined::<&str>(&[], ", "), "");
/// ```
#[must_use]
pub fn joined<T: AsRef<str>>(texts: &[T], separator: &str) -> String {
    let mut all = String::new();
    for (index, text) in texts.iter().enumerate() {
        if index > 0 {
            all.push_str(separator);
        }
        all.push_str(text.as_ref());
    }
    all
}
