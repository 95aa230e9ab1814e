// What stands round the map from the start: notice, prompt, switches, tools, the place of the list of marks,
// the announcements. The list, questions, history, help and a clinician's findings are loaded after it.
import { button, h, press, tell, write } from './nodes.js';

/** @typedef {import('./state.js').Control} Control */
/** @typedef {import('./state.js').State} State */

const VIEWS = ['posterior', 'anterior', 'left', 'right'];
const CROPS = ['whole', 'back', 'neck', 'shoulders'];
const TOOLS = ['spot', 'area', 'eraser'];
/** The brush's radius in body units, by its name. */
const BRUSHES = { small: 80, medium: 160, large: 300 };

export class Frame {
  #offered = '';

  /** @param {HTMLElement} root @param {Control} control */
  constructor(root, control) {
    this.root = root;
    this.control = control;
    root.setAttribute('role', 'group');
    this.prompt = h('p', { class: 'prompt', part: 'prompt', id: 'prompt' });
    this.views = switcher('views', 'view.label');
    this.crops = switcher('crops', 'crop.label', ...CROPS.map((crop) => choice('crop', crop, `crop.${crop}`)));
    this.mapName = h('span', { class: 'spoken', id: 'map-name' });
    this.surface = h('div', {
      class: 'surface', part: 'surface', role: 'listbox', tabindex: 0, 'aria-multiselectable': 'true',
      'aria-labelledby': 'map-name',
    });
    this.zoom = h('div', { class: 'zoom', role: 'group', label: 'zoom.label' },
      button('zoom', { 'data-value': 'in', label: 'zoom.in' }, '+'),
      button('zoom', { 'data-value': 'out', label: 'zoom.out' }, '−'),
      button('zoom', { 'data-value': 'whole', label: 'zoom.whole' }, '⤢'));
    this.undo = button('undo', { text: 'undo' });
    this.redo = button('redo', { text: 'redo' });
    this.clear = button('clear', { text: 'clear' });
    this.adopt = button('adopt', { class: 'adopt', text: 'previous' });
    this.noPain = h('input', { type: 'checkbox', 'data-do': 'no-pain' });
    this.choosers = switcher('choosers', 'tool.label', ...TOOLS.map((tool) => choice('tool', tool, `tool.${tool}`)));
    this.brushes = switcher('brushes', 'brush.label',
      ...Object.entries(BRUSHES).map(([name, radius]) => choice('brush', String(radius), `brush.${name}`)));
    this.tools = h('div', { class: 'tools', part: 'tools' }, this.choosers, this.brushes, this.undo, this.redo, this.clear,
      button('help', { text: 'help' }),
      h('label', { class: 'no-pain' }, this.noPain, h('span', { text: 'noPain' })));
    this.listTitle = h('h2', { class: 'title' });
    this.empty = h('p', { class: 'empty' });
    this.note = h('p', { class: 'record-note' });
    this.history = h('p', { class: 'told' });
    this.marks = h('section', { class: 'list', part: 'list' }, this.listTitle, this.empty, this.note, this.history);
    this.status = h('p', { class: 'spoken', role: 'status' });
    this.work = h('div', { class: 'work' },
      h('div', { class: 'stage' },
        this.prompt, this.views, this.crops, this.adopt,
        h('div', { class: 'map' }, this.mapName, h('span', { class: 'spoken', id: 'map-keys', text: 'map.keys' }), this.surface, this.zoom),
        this.tools),
      this.marks);
    root.append(h('div', { class: 'notice', part: 'notice' }, h('slot', { name: 'notice', text: 'notice' })), this.work, this.status);
  }

  /** Writes all texts anew in the language of `control.words`. */
  speak() {
    tell(this.root, this.control.words);
  }

  /** @param {State} state @param {import('./interface.js').Page} page @param {string} history - the history in sentences, a line each */
  sync(state, { views, name, small }, history) {
    const { words } = this.control;
    const { record, locked, disabled, clinician } = state;
    // The notice can be read all the same.
    this.work.inert = disabled;
    const none = record.marks.length === 0;
    write(this.prompt, words.text(promptOf(state, small)));
    // A mark must not lie where nobody can look.
    const seen = [...views.split(/\s+/), state.view, ...record.marks.map((mark) => mark.view)];
    this.#offer([...new Set(seen)].filter((view) => VIEWS.includes(view)));
    this.root.setAttribute('aria-label', name || words.text('map.label'));
    for (const [group, value] of /** @type {[Element, string][]} */ ([[this.views, state.view], [this.crops, state.crop],
      [this.choosers, TOOLS.includes(state.mode) ? state.mode : 'spot'], [this.brushes, String(state.brush)]])) {
      for (const each of group.querySelectorAll('button')) press(each, each.dataset.value === value);
    }
    write(this.mapName, words.text(`map.${state.view}`));
    this.surface.setAttribute('aria-describedby', locked ? 'prompt' : 'prompt map-keys');
    const painting = /^(area|eraser)$/.test(state.mode);
    this.brushes.hidden = !painting;
    for (const each of this.choosers.querySelectorAll('button')) each.hidden = each.dataset.value === 'eraser' && !painting;
    this.tools.hidden = locked;
    this.adopt.hidden = !state.canAdopt;
    this.undo.disabled = !state.canUndo;
    this.redo.disabled = !state.canRedo;
    this.clear.disabled = none;
    this.noPain.checked = record.noPain === true;
    if (this.noPain.parentElement) this.noPain.parentElement.hidden = clinician;
    const [zoomIn, zoomOut, whole] = this.zoom.querySelectorAll('button');
    if (zoomIn && zoomOut && whole) {
      zoomIn.disabled = state.zoom >= 600;
      zoomOut.disabled = state.zoom <= 100;
      whole.hidden = state.zoom <= 100;
    }
    write(this.listTitle, words.text(locked || clinician ? 'list.titleRead' : 'list.title'));
    this.empty.hidden = !none;
    write(this.empty, words.text(record.noPain ? 'list.noPain' : 'list.empty'));
    this.note.hidden = !record.note;
    write(this.note, words.text(locked || clinician ? 'say.recordNote' : 'list.note', { note: record.note ?? '' }));
    this.history.hidden = !history;
    write(this.history, history);
  }

  /** Tells assistive technology; the sighted see it happen. @param {string} text */
  announce(text) {
    // The same words once more are told once more.
    this.status.textContent = this.status.textContent === text ? `${text}\u00a0` : text;
  }

  /** The switch between the views that the page offers; one alone needs none. @param {readonly string[]} views */
  #offer(views) {
    const offered = views.join(' ');
    if (offered === this.#offered) return;
    this.#offered = offered;
    this.views.replaceChildren(...views.map((view) => choice('view', view, `view.${view}`)));
    this.views.hidden = views.length < 2;
    tell(this.views, this.control.words);
  }
}

/** What to do next, in words. @param {State} state @param {boolean} small */
function promptOf({ locked, disabled, mode, record, selected, clinician, ask }, small) {
  if (disabled) return 'prompt.disabled';
  if (locked) return 'prompt.readOnly';
  const isArea = selected?.kind === 'area';
  if (mode === 'area' && isArea) return 'prompt.areaMore';
  if (mode === 'eraser' && !isArea) return 'said.noArea';
  if (mode !== 'spot') return `prompt.${mode}`;
  if (clinician) return 'prompt.clinician';
  if (record.noPain) return 'prompt.noPain';
  if (selected && !small) {
    if (!ask.has('intensity') || !ask.has('spread')) return 'prompt.selected';
    return selected.intensity === undefined ? 'prompt.rate' : 'prompt.rated';
  }
  return record.marks.length ? 'prompt.more' : 'prompt.start';
}

/** @param {string} name @param {string} label @param {...Node} buttons */
function switcher(name, label, ...buttons) {
  return h('div', { class: `switch ${name}`, part: name, role: 'group', label }, ...buttons);
}

/** @param {string} action @param {string} value @param {string} text */
function choice(action, value, text) {
  return button(action, { 'data-value': value, 'aria-pressed': 'false', text });
}
