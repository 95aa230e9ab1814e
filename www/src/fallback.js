// The controls between the tags: they are the form's control until the widget is ready and again if it
// fails, and what is typed into them becomes the record's note.

// The longest text that a record's note holds.
const LONGEST_NOTE = 4000;

// Says of a control that its name was taken, so that the form has one entry of it; a copy of it says so too.
const NAMELESS = 'data-nameless';

// What a form without an answer sends while there is neither widget nor fallback: nothing was shown.
const NOT_SHOWN = '{"format":"painmap/1","marks":[]}';

export class Fallback {
  /** Controls whose text the record has taken. @type {Set<HTMLInputElement>} */
  #parked = new Set();
  #host;
  #retyped;

  /** @param {HTMLElement & { name: string }} host @param {() => void} retyped - something was typed */
  constructor(host, retyped) {
    this.#host = host;
    this.#retyped = retyped;
  }

  /** @param {string} old @param {string} name */
  rename(old, name) {
    for (const control of this.#controls(old)) control.name = name;
  }

  get isTypedIn() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.#host.getRootNode());
    return activeElement !== this.#host && this.#host.contains(activeElement);
  }

  /** Nothing is cut: a text that a record can't take keeps the fallback as the control. @param {string} record */
  isTooLong(record) {
    return noteOf(this.record(record)).length > LONGEST_NOTE;
  }

  /** The record that was there, or an empty one, with what is typed as its note. @param {string} record */
  record(record) {
    return withNote(record || NOT_SHOWN, this.typed);
  }

  /** What was typed or chosen. */
  get typed() {
    const given = this.#controls().filter((control) => !/^(radio|checkbox)$/.test(control.type) || control.checked);
    return given.map((control) => control.value.trim()).filter(Boolean).join('\n');
  }

  /**
   * What the form sends while there is no widget: the record that was there, with what is typed as its
   * note; else the fallback's own entry, and none of ours.
   * @param {string} record
   * @param {boolean} disabled
   */
  entry(record, disabled) {
    const controls = this.#controls();
    for (const control of controls) {
      control.disabled = disabled;
      control.addEventListener('input', this.#retyped);
      control.toggleAttribute(NAMELESS, Boolean(record));
      if (record) control.removeAttribute('name');
      else control.name = this.#host.name;
    }
    if (!record) return controls.length ? null : NOT_SHOWN;
    return withNote(record, this.typed);
  }

  /** The widget takes over: gives the text that was typed since. */
  park() {
    const note = this.#controls().some((control) => !this.#parked.has(control)) ? this.typed : '';
    for (const control of this.#controls()) {
      control.disabled = true;
      this.#parked.add(control);
    }
    return note;
  }

  /** The controls that would send an entry of this name. */
  #controls(name = this.#host.name) {
    const controls = /** @type {NodeListOf<HTMLInputElement>} */ (this.#host.querySelectorAll('input,textarea,select'));
    return [...controls].filter((control) => control.name === name || control.hasAttribute(NAMELESS));
  }
}

/**
 * The record with a text as its note, beside the note that it has.
 * @param {string} record
 * @param {string} text
 */
export function withNote(record, text) {
  try {
    const map = JSON.parse(record);
    // What was typed may be the note already, and have been added to.
    const before = text.includes(map.note) ? '' : map.note;
    return text ? JSON.stringify({ ...map, note: [before, text].filter(Boolean).join('\n') }) : record;
  } catch {
    return record;
  }
}

/** @param {string} record @returns {string} */
function noteOf(record) {
  try {
    return JSON.parse(record).note ?? '';
  } catch {
    return '';
  }
}
