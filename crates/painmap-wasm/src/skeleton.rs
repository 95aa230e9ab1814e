//! What stands round the drawing, as a list of elements: notice, prompt, map, tools, the list of
//! marks, the questions about a mark, announcements.
//!
//! Seen as a list, the page's order, which is also the order of the tab key and of speech, can be
//! read at a glance.

use web_sys::Element;

use crate::dom::{Result, html};
use crate::words;

/// A line an element: its depth, its tag, attributes after semicolons, `&` where the code needs the
/// element later, and after a bar the key of its text.
const SKELETON: &str = "\
0p;class=notice;part=notice
1slot;name=notice|notice
0div;class=work
1div;class=stage
2p;class=prompt;part=prompt;&
2div;class=views;part=views;role=group;aria-labelledby=map-name;&
2div;class=surface;part=map;tabindex=0;role=listbox;aria-multiselectable=true;aria-labelledby=map-name;aria-describedby=map-keys;&
2p;class=spoken;id=map-name;&
2p;class=spoken;id=map-keys|map-keys
2div;class=tools;part=tools;&
3button;type=button;part=button;data-do=undo;&|undo
3button;type=button;part=button;data-do=redo;&|redo
3button;type=button;part=button;data-do=clear;&|clear
3label;class=no-pain
4input;type=checkbox;data-do=no-pain;&
4span|no-pain
1section;class=panel;part=panel;aria-labelledby=panel-title;hidden=;&
2div;class=panel-head
3h2;class=title;id=panel-title;&
3button;type=button;part=button;data-do=done|done
2fieldset;class=scale
3legend|intensity
3div;class=options;&
3p;class=ends|intensity-ends
2fieldset;class=spread-field
3legend|spreads
3ul;class=spreads;&
3button;type=button;part=button;data-do=spread;&
2fieldset
3legend|qualities
3div;class=options;&
2fieldset
3legend|provoked-by
3div;class=options;&
2fieldset
3legend|depth
3div;class=options;&
2fieldset
3legend|size
3div;class=options;&
2label;class=note
3span;class=legend|note
3textarea;rows=2;maxlength=4000;data-do=note;&
2button;type=button;part=button;class=delete;data-do=delete|delete
1section;class=list;part=list;aria-labelledby=list-title
2h2;class=title;id=list-title|list
2p;class=empty;&
2ol;&
2p;class=record-note;hidden=;&
0p;class=spoken;role=status;&";

/// The elements that the code needs later, in the order of the list.
pub(crate) struct Skeleton {
    pub(crate) prompt: Element,
    pub(crate) views: Element,
    pub(crate) surface: Element,
    pub(crate) map_name: Element,
    pub(crate) tools: Element,
    pub(crate) undo: Element,
    pub(crate) redo: Element,
    pub(crate) clear: Element,
    pub(crate) no_pain: Element,
    pub(crate) panel: Element,
    pub(crate) panel_title: Element,
    pub(crate) intensity: Element,
    pub(crate) spreads: Element,
    pub(crate) spread: Element,
    pub(crate) qualities: Element,
    pub(crate) provoked_by: Element,
    pub(crate) depth: Element,
    pub(crate) size: Element,
    pub(crate) note: Element,
    pub(crate) empty: Element,
    pub(crate) list: Element,
    pub(crate) record_note: Element,
    pub(crate) status: Element,
}

impl Skeleton {
    /// Builds the elements in `root`.
    pub(crate) fn build(root: &Element) -> Result<Self> {
        let mut needed = Vec::new();
        // The parents of the next line: `root` at depth 0.
        let mut parents = vec![root.clone()];
        for line in SKELETON.split('\n') {
            let (element, key) = line.split_once('|').unwrap_or((line, ""));
            let mut fields = element.split(';');
            let head = fields.next().unwrap_or_default();
            let (depth, tag) = head.split_at_checked(1).unwrap_or_default();
            let depth = depth.bytes().next().map_or(0, |digit| usize::from(digit - b'0'));
            parents.truncate(depth + 1);
            let Some(parent) = parents.last() else { continue };
            let element = html(parent, tag, &[])?;
            for field in fields {
                match field.split_once('=') {
                    Some((name, value)) => element.set_attribute(name, value)?,
                    None => needed.push(element.clone()),
                }
            }
            if !key.is_empty() {
                element.set_text_content(Some(words::text(key)));
            }
            parents.push(element);
        }
        let mut needed = needed.into_iter();
        let mut next = || needed.next().ok_or("the skeleton has too few elements");
        Ok(Self {
            prompt: next()?,
            views: next()?,
            surface: next()?,
            map_name: next()?,
            tools: next()?,
            undo: next()?,
            redo: next()?,
            clear: next()?,
            no_pain: next()?,
            panel: next()?,
            panel_title: next()?,
            intensity: next()?,
            spreads: next()?,
            spread: next()?,
            qualities: next()?,
            provoked_by: next()?,
            depth: next()?,
            size: next()?,
            note: next()?,
            empty: next()?,
            list: next()?,
            record_note: next()?,
            status: next()?,
        })
    }
}
