// The questions about the selected mark. On a telephone they come one at a time; each can be skipped.
import { check, inputs, isAnswered, listen, options, question } from './choices.js';
import { Naming } from './naming.js';
import { button, h, tell, write } from './nodes.js';

/** @typedef {import('./state.js').Control} Control */
/** @typedef {import('./state.js').State} State */

/** The words of a choice in the record, and the start of the keys of their texts. */
const QUALITIES = ['aching', 'dull', 'sharp', 'burning', 'stabbing', 'throbbing', 'cramping', 'tight', 'sore', 'tingling', 'numb'];
const PROVOCATIONS = ['spontaneous', 'pressure', 'movement'];
const DEPTHS = ['superficial', 'deep', 'unsure'];
const COURSES = ['constant', 'intermittent'];
/** The sizes of a spot that a patient can choose: radius in body units. */
const SIZES = { small: 60, medium: 120, large: 260 };
const MOST_YEARS = 100;

export class Questions {
  #step = 0;
  /** The mark that was asked about last. @type {string | undefined} */
  #about;
  #control;
  #steps;
  #since;
  #note;

  /** @param {Control} control */
  constructor(control) {
    this.#control = control;
    const rating = () => options(Array.from({ length: 11 }, (_, value) => [String(value), `=${value}`]));
    const ends = () => h('p', { class: 'ends', text: 'ask.ends' });
    this.intensity = question('intensity scale', 'ask.intensity', rating(), ends());
    this.worst = question('worst-intensity scale', 'ask.worstIntensity', rating(), ends());
    for (const scale of [this.intensity, this.worst]) {
      for (const input of inputs(scale)) input.parentElement?.setAttribute('data-intensity', input.value);
    }
    this.spreads = h('ul', { class: 'spreads' });
    this.spread = button('spread', { text: 'spread.add' });
    this.spreading = question('spread', 'ask.spread', this.spreads, this.spread);
    this.qualities = question('qualities', 'ask.qualities', options(QUALITIES.map((word) => [word, `quality.${word}`]), { many: true }));
    this.provokedBy = question('provoked-by', 'ask.provokedBy',
      options(PROVOCATIONS.map((word) => [word, `provokedBy.${word}`]), { many: true }));
    this.depth = question('depth', 'ask.depth', options(DEPTHS.map((word) => [word, `depth.${word}`])));
    this.size = question('size', 'ask.size', options(Object.entries(SIZES).map(([name, radius]) => [String(radius), `size.${name}`])));
    this.course = question('course', 'ask.course', options(COURSES.map((word) => [word, `course.${word}`])));
    this.#since = new Since((date) => control.answer('since', date));
    this.#note = h('textarea', { rows: 3, maxlength: 4000, label: 'ask.note' });
    this.#steps = [
      ['intensity', this.intensity, 'spread', this.spreading], ['worst-intensity', this.worst], ['qualities', this.qualities],
      ['provoked-by', this.provokedBy], ['depth', this.depth], ['size', this.size], ['course', this.course],
      ['since', this.#since.element], ['note', question('note', 'ask.note', this.#note)],
    ].map((parts) => {
      const asked = /** @type {[string, HTMLElement][]} */ ([]);
      for (let at = 0; at < parts.length; at += 2) asked.push([String(parts[at]), /** @type {HTMLElement} */ (parts[at + 1])]);
      return { asked, element: h('div', { class: 'step' }, ...asked.map(([, element]) => element)) };
    });
    this.title = h('h2', { class: 'title' });
    this.prompt = h('p', { class: 'prompt' });
    this.count = h('span', { class: 'count' });
    this.back = button('', { text: 'panel.back' });
    this.next = button('', { class: 'next' });
    this.move = button('move', { text: 'panel.move' });
    this.remove = button('delete', { class: 'delete', text: 'panel.delete' });
    this.naming = new Naming(control, true);
    this.stop = button('');
    this.waiting = h('div', { class: 'waiting' }, this.naming.element, this.stop);
    // It stands on the map, where the hand is: the area is painted, its questions can come.
    this.finish = button('tool', { class: 'done finish', 'data-value': 'spot', text: 'done', hidden: true });
    this.element = h('section', { class: 'panel', part: 'panel', hidden: true },
      h('div', { class: 'panel-head' }, h('div', {}, this.title, this.prompt), button('done', { class: 'done', text: 'done' })),
      this.waiting,
      ...this.#steps.map(({ element }) => element),
      h('div', { class: 'steps' }, this.back, this.count, this.next),
      h('div', { class: 'row' }, this.move, this.remove));
    this.#listen();
  }

  /** Writes all texts anew. */
  speak() {
    tell(this.element, this.#control.words);
    write(this.finish, this.#control.words.text('done'));
    this.naming.speak();
    this.#since.speak(this.#control.words);
  }

  /** Shows what the record says of the selected mark, or nothing where none is selected. @param {State} state */
  sync(state) {
    const { words } = this.#control;
    const { selected: mark, index, mode, ask } = state;
    this.finish.hidden = !mark || !state.painting;
    this.element.hidden = !mark || state.clinician || state.locked || state.painting;
    // A mark that is opened again is asked about from the start: it may be another with the same id.
    if (!mark) this.#about = undefined;
    if (!mark || this.element.hidden) return;
    const waiting = mode === 'spread' || mode === 'move';
    if (this.#about !== mark.id) this.#step = 0;
    if (this.#about !== mark.id || (waiting && this.waiting.hidden)) this.element.scrollTop = 0;
    this.#about = mark.id;
    this.element.toggleAttribute('data-waiting', waiting);
    this.#syncWaiting(state, waiting);
    write(this.title, words.text('panel.title', { number: index + 1, place: this.#control.place(index) }));
    check(this.intensity, rated(mark.intensity));
    check(this.worst, rated(mark.worstIntensity));
    check(this.qualities, mark.qualities ?? []);
    check(this.provokedBy, mark.provokedBy ?? []);
    check(this.depth, [mark.depth]);
    check(this.size, [String(mark.radius)]);
    check(this.course, [mark.course]);
    this.#since.sync(mark.since);
    const note = mark.note ?? '';
    if (this.#note.value !== note) this.#note.value = note;
    this.#syncSpreads(state);
    this.#syncSteps(state);
    write(this.prompt, words.text(waiting ? `prompt.${mode}` : promptOf(mark, ask)));
    this.prompt.hidden = this.#step > 0 && !waiting;
  }

  /** A tap is waited for: it can be given by name, or left. @param {State} state @param {boolean} waiting */
  #syncWaiting(state, waiting) {
    this.waiting.hidden = !waiting;
    this.spread.hidden = this.move.hidden = waiting;
    this.naming.sync(state);
    if (!waiting) return;
    this.stop.dataset.do = state.mode;
    write(this.stop, this.#control.words.text(state.mode === 'move' ? 'panel.stopMove' : 'spread.stop'));
  }

  #listen() {
    const { answer } = this.#control;
    const whole = (/** @type {string[]} */ [value]) => (value === undefined ? null : Number(value));
    const word = (/** @type {string[]} */ [value]) => value ?? null;
    const list = (/** @type {string[]} */ values) => (values.length ? values : null);
    for (const [element, member, read] of /** @type {const} */ ([
      [this.intensity, 'intensity', whole], [this.worst, 'worstIntensity', whole], [this.qualities, 'qualities', list],
      [this.provokedBy, 'provokedBy', list], [this.depth, 'depth', word], [this.size, 'radius', whole], [this.course, 'course', word],
    ])) {
      listen(element, (values) => answer(member, read(values)));
    }
    this.#note.addEventListener('input', () => answer('note', this.#note.value || null));
    this.back.addEventListener('click', () => this.#turn(-1));
    this.next.addEventListener('click', () => this.#turn(1));
    // What goes away takes the focus with it.
    this.finish.addEventListener('click', () => this.#control.act('questions'));
  }

  /** @param {number} by */
  #turn(by) {
    this.#step += by;
    this.element.scrollTop = 0;
    this.sync(this.#control.state);
    this.element.scrollTop = 0;
    // The button at the end of the way is gone.
    const [pressed, other] = by < 0 ? [this.back, this.next] : [this.next, this.back];
    if (pressed.hidden) other.focus({ preventScroll: true });
    const legend = this.#steps.find(({ element }) => element.matches('[data-current]'))?.element.querySelector('legend');
    this.#control.announce('', { text: legend?.textContent ?? '' });
  }

  /** @param {State} state */
  #syncSteps({ ask, selected: mark }) {
    const shown = this.#steps.filter(({ asked, element }) => {
      // An area has the size that was painted.
      for (const [name, part] of asked) part.hidden = !ask.has(name) || (name === 'size' && mark?.kind === 'area');
      element.hidden = asked.every(([, part]) => part.hidden);
      return !element.hidden;
    });
    this.#step = Math.max(0, Math.min(this.#step, shown.length - 1));
    shown.forEach(({ element }, index) => element.toggleAttribute('data-current', index === this.#step));
    const { words } = this.#control;
    write(this.count, words.text('panel.step', { step: this.#step + 1, steps: shown.length }));
    this.count.hidden = shown.length < 2;
    this.back.hidden = this.#step === 0;
    this.next.hidden = this.#step >= shown.length - 1;
    const current = shown[this.#step]?.element;
    write(this.next, words.text(this.#step === 0 ? 'panel.more' : current && isAnswered(current) ? 'panel.next' : 'panel.skip'));
  }

  /** @param {State} state */
  #syncSpreads({ selected: mark, index }) {
    const { words } = this.#control;
    const ends = (mark?.radiation ?? []).map((/** @type {unknown} */ _, /** @type {number} */ spread) => this.#control.end(index, spread));
    this.spreads.hidden = !ends.length;
    // Rows are made anew only where a place changed: a focused row keeps its focus.
    if (this.spreads.childElementCount !== ends.length || this.spreads.dataset.ends !== ends.join('|')) {
      this.spreads.dataset.ends = ends.join('|');
      this.spreads.replaceChildren(...ends.map((/** @type {string} */ place, /** @type {number} */ spread) => {
        const told = words.text('spread.to', { place });
        const strong = h('select', { 'aria-label': words.text('say.labelled', { label: told, text: words.text('spread.intensity') }) }, h('option', { value: '' }, '–'),
          ...Array.from({ length: 11 }, (_, value) => h('option', { value }, String(value))));
        strong.addEventListener('change', () => this.#control.act('rate-spread', `${spread} ${strong.value}`));
        return h('li', {}, h('span', {}, told), strong,
          button('unspread', { 'data-value': spread, 'aria-label': words.text('panel.removeOf', { what: told }) }, words.text('panel.remove')));
      }));
    }
    [...this.spreads.querySelectorAll('select')].forEach((select, spread) => {
      select.value = String(mark?.radiation[spread]?.intensity ?? '');
    });
  }
}

/** The question since when: a year, and the month if it is known. */
class Since {
  #year;
  #month;

  /** @param {(date: string | null) => void} answered */
  constructor(answered) {
    const now = new Date().getFullYear();
    this.#year = h('select', { label: 'ask.sinceYear' }, h('option', { value: '' }, '–'),
      ...Array.from({ length: MOST_YEARS }, (_, back) => h('option', { value: now - back }, String(now - back))));
    this.#month = h('select', { label: 'ask.sinceMonth' }, h('option', { value: '', text: 'ask.sinceAnyMonth' }),
      ...Array.from({ length: 12 }, (_, month) => h('option', { value: String(month + 1).padStart(2, '0') })));
    this.element = question('since', 'ask.since', h('div', { class: 'row' }, this.#year, this.#month));
    this.element.addEventListener('change', () => {
      const [year, month] = [this.#year.value, this.#month.value];
      this.#month.disabled = !year;
      answered(year ? year + (month && `-${month}`) : null);
    });
  }

  /** @param {import('../words.js').Words} words */
  speak(words) {
    const names = new Intl.DateTimeFormat(words.language, { month: 'long', timeZone: 'UTC' });
    [...this.#month.options].slice(1).forEach((option, month) => write(option, names.format(Date.UTC(2000, month, 15))));
  }

  /** @param {string | undefined} date */
  sync(date = '') {
    const [year = '', month = ''] = date.split('-');
    // A year of long ago stands in the record too.
    if (year && ![...this.#year.options].some((option) => option.value === year)) this.#year.append(h('option', { value: year }, year));
    this.#year.value = year;
    this.#month.value = month;
    this.#month.disabled = !year;
  }
}

/** @param {number | undefined} intensity */
function rated(intensity) {
  return intensity === undefined ? [] : [String(intensity)];
}

/** What to do next. @param {import('./state.js').Mark} mark @param {Set<string>} ask */
function promptOf(mark, ask) {
  if (!ask.has('intensity') || !ask.has('spread')) return 'prompt.selected';
  return mark.intensity === undefined ? 'prompt.rate' : 'prompt.rated';
}
