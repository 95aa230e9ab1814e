//! The questions about the selected mark. The controls are made once and follow the record, so
//! that the focus stays where it is.

use painmap::PainMap;
use painmap::describe::{Wording, place, side_and_region};
use painmap::record::{Depth, Intensity, Mark, Provocation, Quality, Shape, Whereabouts};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::dom::{Result, html, html_text, set_text, show};
use crate::words;

pub(crate) struct Panel {
    pub(crate) element: Element,
    title: Element,
    choices: Vec<(Choice, HtmlInputElement)>,
    spreads: Element,
    add_spread: Element,
    note: HtmlTextAreaElement,
}

/// What a control of the panel says of the mark.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Intensity(Intensity),
    Quality(Quality),
    ProvokedBy(Provocation),
    Depth(Depth),
    Size(u16),
}

impl Choice {
    fn is_said_of(self, mark: &Mark) -> bool {
        match self {
            Self::Intensity(intensity) => mark.intensity == Some(intensity),
            Self::Quality(quality) => mark.qualities.contains(&quality),
            Self::ProvokedBy(provocation) => mark.provoked_by.contains(&provocation),
            Self::Depth(depth) => mark.depth == Some(depth),
            Self::Size(size) => {
                matches!(mark.shape(), Shape::Spot { radius: Some(radius), .. } if radius.get() == size)
            }
        }
    }
}

impl Panel {
    pub(crate) fn new(parent: &Element) -> Result<Self> {
        let element = html(
            parent,
            "section",
            &[("class", "panel"), ("part", "panel"), ("aria-labelledby", "panel-title"), ("hidden", "")],
        )?;
        let head = html(&element, "div", &[("class", "panel-head")])?;
        let title = html(&head, "h2", &[("class", "title"), ("id", "panel-title")])?;
        html_text(
            &head,
            "button",
            &[("type", "button"), ("part", "button"), ("data-do", "done")],
            words::DONE,
        )?;

        let mut choices = Vec::new();
        let scale = question(&element, words::INTENSITY, "scale")?;
        html_text(&scale, "p", &[("class", "ends")], words::INTENSITY_LEAST)?;
        let row = html(&scale, "div", &[("class", "options")])?;
        for rating in 0..=Intensity::MAX {
            let Some(intensity) = Intensity::new(rating) else { continue };
            let label = rating.to_string();
            add(&mut choices, &row, "radio", "intensity", &label, Choice::Intensity(intensity))?;
        }
        html_text(&scale, "p", &[("class", "ends")], words::INTENSITY_MOST)?;

        let spreading = question(&element, words::SPREADS, "spreading")?;
        let spreads = html(&spreading, "ul", &[("class", "spreads")])?;
        let add_spread = html_text(
            &spreading,
            "button",
            &[("type", "button"), ("part", "button"), ("data-do", "spread")],
            words::ADD_SPREAD,
        )?;

        let row = options(&element, words::QUALITIES)?;
        for &quality in Quality::ALL {
            add(
                &mut choices,
                &row,
                "checkbox",
                "quality",
                words::quality(quality),
                Choice::Quality(quality),
            )?;
        }
        let row = options(&element, words::PROVOKED_BY)?;
        for &way in Provocation::ALL {
            add(
                &mut choices,
                &row,
                "checkbox",
                "provoked",
                words::provocation(way),
                Choice::ProvokedBy(way),
            )?;
        }
        let row = options(&element, words::DEPTH)?;
        for &depth in Depth::ALL {
            add(&mut choices, &row, "radio", "depth", words::depth(depth), Choice::Depth(depth))?;
        }
        let row = options(&element, words::SIZE)?;
        for (label, size) in words::SIZES {
            add(&mut choices, &row, "radio", "size", label, Choice::Size(size))?;
        }

        let label = html(&element, "label", &[("class", "note")])?;
        html_text(&label, "span", &[("class", "legend")], words::NOTE)?;
        let note = html(&label, "textarea", &[("rows", "2"), ("maxlength", "4000"), ("data-do", "note")])?;
        html_text(
            &element,
            "button",
            &[("type", "button"), ("part", "button"), ("class", "delete"), ("data-do", "delete")],
            words::DELETE,
        )?;
        Ok(Self { element, title, choices, spreads, add_spread, note: note.unchecked_into() })
    }

    /// Shows what the record says of the selected mark, or nothing where none is selected.
    pub(crate) fn sync(&self, map: &PainMap, selected: Option<&Mark>, spreading: bool) -> Result {
        show(&self.element, selected.is_some())?;
        let Some(mark) = selected else { return Ok(()) };
        let number = 1 + map.marks().take_while(|each| each.id() != mark.id()).count();
        set_text(&self.title, &words::mark_title(number, &place(map.figure, mark, Wording::Plain)));
        for (choice, input) in &self.choices {
            input.set_checked(choice.is_said_of(mark));
        }
        let note = mark.note().unwrap_or_default();
        if self.note.value() != note {
            self.note.set_value(note);
        }
        set_text(&self.add_spread, if spreading { words::CANCEL_SPREAD } else { words::ADD_SPREAD });
        self.sync_spreads(map, mark)
    }

    fn sync_spreads(&self, map: &PainMap, mark: &Mark) -> Result {
        self.spreads.set_text_content(None);
        for (index, radiation) in mark.radiation().iter().enumerate() {
            let Some(&end) = radiation.path().last() else { continue };
            let whereabouts = Whereabouts::of_point(radiation.view(), map.figure, end);
            let words = words::spreads_to(&side_and_region(radiation.view(), &whereabouts, Wording::Plain));
            let row = html_text(&self.spreads, "li", &[], &words)?;
            let (index, name) = (index.to_string(), words::remove(&words));
            html_text(
                &row,
                "button",
                &[
                    ("type", "button"),
                    ("part", "button"),
                    ("data-do", "unspread"),
                    ("data-index", &index),
                    ("aria-label", &name),
                ],
                words::REMOVE,
            )?;
        }
        Ok(())
    }

    /// What this control says of the mark, and whether it is on.
    pub(crate) fn choice(&self, control: &Element) -> Option<(Choice, bool)> {
        let index: usize = control.get_attribute("data-choice")?.parse().ok()?;
        self.choices.get(index).map(|(choice, input)| (*choice, input.checked()))
    }

    pub(crate) fn note(&self) -> String {
        self.note.value()
    }
}

fn question(panel: &Element, legend: &str, class: &str) -> Result<Element> {
    let fieldset = html(panel, "fieldset", &[("class", class)])?;
    html_text(&fieldset, "legend", &[("class", "legend")], legend)?;
    Ok(fieldset)
}

fn options(panel: &Element, legend: &str) -> Result<Element> {
    html(&question(panel, legend, "choices")?, "div", &[("class", "options")])
}

fn add(
    choices: &mut Vec<(Choice, HtmlInputElement)>,
    row: &Element,
    kind: &str,
    group: &str,
    label: &str,
    choice: Choice,
) -> Result {
    let wrapper = html(row, "label", &[("class", "option")])?;
    let index = choices.len().to_string();
    let input = html(&wrapper, "input", &[("type", kind), ("name", group), ("data-choice", &index)])?;
    if let Choice::Intensity(intensity) = choice {
        wrapper.set_attribute("data-intensity", &intensity.get().to_string())?;
    }
    html_text(&wrapper, "span", &[], label)?;
    choices.push((choice, input.unchecked_into()));
    Ok(())
}
