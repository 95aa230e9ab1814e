// A place chosen by its name: what a tap on the map does there, for hands that use no map.
import { button, h, tell, write } from './nodes.js';

/** @typedef {import('./state.js').Control} Control */

export class Naming {
  #control;
  #isForMark;
  #select;
  #told = '';

  /** @param {Control} control @param {boolean} [isForMark] it says where the selected mark goes or spreads, not where a new one is */
  constructor(control, isForMark = false) {
    this.#control = control;
    this.#isForMark = isForMark;
    this.#select = h('select', { label: 'add.place' });
    const add = button('', { text: 'add.button' });
    add.addEventListener('click', () => {
      if (this.#select.value) control.act('place', this.#select.value);
      this.#select.value = '';
    });
    this.element = h('div', { class: 'naming' }, h('p', { class: 'legend', text: 'add.title' }), h('div', { class: 'row' }, this.#select, add));
  }

  /** Writes all texts anew. */
  speak() {
    this.#told = '';
    tell(this.element, this.#control.words);
  }

  /** Offers the places of the view that is shown. @param {import('./state.js').State} state */
  sync({ view, crop, record, mode, locked }) {
    const { words, places } = this.#control;
    this.element.hidden = locked || this.#isForMark !== /^(spread|move)$/.test(mode);
    if (this.element.hidden) return;
    const told = [view, crop, record.figure].join(' ');
    if (this.#told === told && this.#select.options.length > 1) return;
    this.#told = told;
    const names = places().map((name, index) => /** @type {const} */ ([name, index]));
    names.sort(([one], [other]) => one.localeCompare(other, words.language));
    this.#select.replaceChildren(h('option', { value: '' }, words.text('add.choose')),
      ...names.map(([name, index]) => h('option', { value: index }, name)));
    write(/** @type {HTMLElement} */ (this.element.firstElementChild), words.text('add.title'));
  }
}
