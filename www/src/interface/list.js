// The list of the marks: what the drawing shows, in words, and the same acts.
import { button, h, press, write } from './nodes.js';

/** @typedef {import('./state.js').Control} Control */
/** @typedef {import('./state.js').State} State */

/** One mark. @typedef {{ element: HTMLElement, words: HTMLElement, change: HTMLElement, remove: HTMLElement, told: string }} Row */

export class List {
  /** @type {Row[]} */
  #rows = [];
  #control;

  /** @param {Control} control */
  constructor(control) {
    this.#control = control;
    this.element = h('ol', {});
  }

  /** Writes all texts anew. */
  speak() {
    for (const row of this.#rows) row.told = '';
  }

  /** Rows are kept in place, so that a focused one keeps its focus. @param {State} state */
  sync({ record, selected, locked, clinician }) {
    const { words } = this.#control;
    this.element.hidden = !record.marks.length;
    for (const row of this.#rows.splice(record.marks.length)) row.element.remove();
    record.marks.forEach((mark, index) => {
      const number = index + 1;
      const row = (this.#rows[index] ??= this.#addRow());
      const told = JSON.stringify(mark) + record.figure;
      if (row.told !== told) {
        row.told = told;
        write(row.words, this.#control.sentence(index));
        for (const each of [row.change, row.remove]) each.dataset.value = mark.id;
        write(row.remove, words.text('list.delete', { number }));
      }
      write(row.change, words.text(clinician ? 'list.show' : 'list.change', { number }));
      row.change.hidden = locked;
      row.remove.hidden = locked || (clinician && mark.by !== 'clinician');
      press(row.change, mark === selected);
    });
  }

  #addRow() {
    const row = { element: h('li', {}), words: h('span', {}), change: button('select'), remove: button('delete', { class: 'delete' }), told: '' };
    row.element.append(row.words, h('div', { class: 'row' }, row.change, row.remove));
    this.element.append(row.element);
    return row;
  }
}
