// The sheet that lists keys and gestures.
import { h, tell } from './asking.js';

/** @typedef {import('./state.js').Control} Control */

/** Each key of the map: its names, or the keys of their texts, and the key of what it does. @type {[string[], string][]} */
export const KEYS = [
  [['key.arrows'], 'help.arrows'],
  [['key.shift', 'key.arrows'], 'help.fine'],
  [['key.enter'], 'help.enter'],
  [['N', 'P'], 'help.marks'],
  [['Q'], 'help.questions'],
  [['S'], 'help.spread'],
  [['M'], 'help.move'],
  [['key.delete'], 'help.delete'],
  [['key.undo', 'key.redo'], 'help.undo'],
  [['+', '−'], 'help.zoom'],
  [['0'], 'help.whole'],
  [['key.escape'], 'help.escape'],
  [['?'], 'help.help'],
];

const GESTURES = ['help.tap', 'help.drag', 'help.pinch', 'help.list'];

export class Help {
  /** @param {Control} control */
  constructor(control) {
    this.control = control;
    const keys = KEYS.flatMap(([names, does]) => [
      h('dt', {}, ...names.map((name) => (name.startsWith('key.') ? h('kbd', { text: name }) : h('kbd', {}, name)))),
      h('dd', { text: does }),
    ]);
    const close = h('button', { type: 'button', part: 'button', text: 'close' });
    this.element = h('dialog', { class: 'help', part: 'help', 'aria-labelledby': 'help-title' },
      h('div', { class: 'panel-head' }, h('h2', { class: 'title', id: 'help-title', text: 'help.title' }), close),
      h('h3', { text: 'help.touch' }), h('ul', {}, ...GESTURES.map((text) => h('li', { text }))),
      h('h3', { text: 'help.keys' }), h('dl', {}, ...keys));
    close.addEventListener('click', () => this.element.close());
    // A press beside the sheet puts it away.
    this.element.addEventListener('click', (event) => { if (event.target === this.element) this.element.close(); });
  }

  /** Writes all texts anew. */
  speak() {
    tell(this.element, this.control.words);
  }

  open() {
    if (!this.element.open) this.element.showModal();
  }
}
