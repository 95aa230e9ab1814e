// A record that is only looked at, on paper: every view that holds marks, whole, whatever part of it the
// screen shows. They are drawn when it is printed and gone after it.
import { h } from './asking.js';

/** @typedef {import('./state.js').Control} Control */

const PAPER = globalThis.matchMedia?.('print');

export class Plates {
  #control;
  /** @type {import('../pain_map.js').Widget[]} */
  #widgets = [];
  #before = () => this.#draw();
  #after = () => this.#clear();
  #turned = () => (PAPER.matches ? this.#draw() : this.#clear());

  /** @param {Control} control */
  constructor(control) {
    this.#control = control;
    // The list says all that is drawn here.
    this.element = h('div', { class: 'plates', 'aria-hidden': 'true' });
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
    PAPER.addEventListener('change', this.#turned);
  }

  /** On paper nothing changes. */
  speak() {}

  /** Ends it. */
  end() {
    this.#clear();
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
    PAPER.removeEventListener('change', this.#turned);
  }

  #draw() {
    const { words, state, value } = this.#control;
    this.#clear();
    if (!state?.locked || state.disabled) return;
    const { adoptedStyleSheets } = /** @type {ShadowRoot} */ (this.element.getRootNode());
    for (const view of new Set(state.record.marks.map((mark) => mark.view))) {
      const sheet = h('div', { class: 'sheet' });
      const surface = h('div', { class: 'surface' });
      // The parts of a drawing refer to each other by ids: each has a tree of its own.
      const shadow = sheet.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = adoptedStyleSheets;
      shadow.append(surface);
      const widget = this.#control.draw(surface);
      if (!widget) return;
      this.#widgets.push(widget);
      widget.lock(true);
      widget.load(value());
      widget.act('view', view);
      this.element.append(h('figure', { class: 'plate' }, h('figcaption', {}, words.text(`view.${view}`)), sheet));
    }
  }

  #clear() {
    this.element.replaceChildren();
    for (const widget of this.#widgets.splice(0)) widget.free();
  }
}
