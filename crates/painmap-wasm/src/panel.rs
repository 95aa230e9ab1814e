//! The questions about the selected mark. The controls are made once and follow the record, so
//! that the focus stays where it is.

use painmap::PainMap;
use painmap::describe::{self, Wording, place, side_and_region};
use painmap::record::{Depth, Intensity, Mark, Provocation, Quality, Shape, Whereabouts};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::dom::{Result, button, count, html, number, set_flag, set_text, show};
use crate::skeleton::Skeleton;
use crate::words;

pub(crate) struct Panel {
    element: Element,
    title: Element,
    choices: Vec<(Choice, HtmlInputElement)>,
    spreads: Element,
    spread: Element,
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
    pub(crate) fn is_said_of(self, mark: &Mark) -> bool {
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
    pub(crate) fn new(skeleton: &Skeleton) -> Result<Self> {
        let mut choices = Vec::new();
        for rating in 0..=Intensity::MAX {
            let Some(intensity) = Intensity::new(rating) else { continue };
            let choice = Choice::Intensity(intensity);
            add(&mut choices, &skeleton.intensity, "intensity", &number(rating.into()), choice)?;
        }
        for &quality in Quality::ALL {
            add(&mut choices, &skeleton.qualities, "", describe::quality(quality), Choice::Quality(quality))?;
        }
        for &way in Provocation::ALL {
            add(&mut choices, &skeleton.provoked_by, "", words::provocation(way), Choice::ProvokedBy(way))?;
        }
        for &depth in Depth::ALL {
            add(&mut choices, &skeleton.depth, "depth", words::depth(depth), Choice::Depth(depth))?;
        }
        for (label, size) in words::SIZES {
            add(&mut choices, &skeleton.size, "size", label, Choice::Size(size))?;
        }
        Ok(Self {
            element: skeleton.panel.clone(),
            title: skeleton.panel_title.clone(),
            choices,
            spreads: skeleton.spreads.clone(),
            spread: skeleton.spread.clone(),
            note: skeleton.note.clone().unchecked_into(),
        })
    }

    /// Shows what the record says of the selected mark, or nothing where none is selected.
    pub(crate) fn sync(&self, map: &PainMap, selected: Option<&Mark>, spreading: bool) -> Result {
        show(&self.element, selected.is_some())?;
        let Some(mark) = selected else { return Ok(()) };
        let number = 1 + map.marks().take_while(|each| each.id() != mark.id()).count();
        let title = words::mark_title(number, &place(map.figure, mark, Wording::Plain));
        set_text(&self.title, if spreading { words::PROMPT_SPREAD } else { &title });
        set_flag(&self.element, "data-spreading", spreading)?;
        for (choice, input) in &self.choices {
            input.set_checked(choice.is_said_of(mark));
        }
        let note = mark.note().unwrap_or_default();
        if self.note.value() != note {
            self.note.set_value(note);
        }
        set_text(&self.spread, if spreading { words::CANCEL_SPREAD } else { words::ADD_SPREAD });
        self.sync_spreads(map, mark)
    }

    fn sync_spreads(&self, map: &PainMap, mark: &Mark) -> Result {
        self.spreads.set_text_content(None);
        for (index, radiation) in mark.radiation().iter().enumerate() {
            let Some(&end) = radiation.path().last() else { continue };
            let whereabouts = Whereabouts::of_point(radiation.view(), map.figure, end);
            let words = words::spreads_to(&side_and_region(radiation.view(), &whereabouts, Wording::Plain));
            let row = html(&self.spreads, "li", &[])?;
            html(&row, "span", &[])?.set_text_content(Some(&words));
            let button = button(&row, "unspread")?;
            button.set_attribute("data-value", &count(index))?;
            button.set_attribute("aria-label", &words::remove(&words))?;
            button.set_text_content(Some(words::REMOVE));
        }
        Ok(())
    }

    /// What the control of this number says of the mark.
    pub(crate) fn choice(&self, index: usize) -> Option<Choice> {
        self.choices.get(index).map(|(choice, _)| *choice)
    }
}

/// Adds a choice to a row: one of a named group, or, without a name, one that stands for itself.
fn add(
    choices: &mut Vec<(Choice, HtmlInputElement)>,
    row: &Element,
    group: &str,
    label: &str,
    choice: Choice,
) -> Result {
    let wrapper = html(row, "label", &[("class", "option")])?;
    let index = count(choices.len());
    let kind = if group.is_empty() { "checkbox" } else { "radio" };
    let input = html(
        &wrapper,
        "input",
        &[("type", kind), ("name", group), ("data-do", "choose"), ("data-value", &index)],
    )?;
    if let Choice::Intensity(_) = choice {
        wrapper.set_attribute("data-intensity", label)?;
    }
    html(&wrapper, "span", &[])?.set_text_content(Some(label));
    choices.push((choice, input.unchecked_into()));
    Ok(())
}
