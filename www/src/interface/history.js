// The questions about the whole: the signs of a knot, what makes it worse, what was tried, who treated it.
// Each can be left out, answered "none" or "prefer not to say". On a telephone they come one at a time.
import { button, changed, check, h, isAnswered, listen, options, question, tell, write } from './asking.js';

/** @typedef {import('./state.js').Control} Control */

const PREFER_NOT_TO_SAY = 'prefer-not-to-say';
const NONE = 'none';

const SIGNS = ['worsening', 'keepsAwake', 'deepMusclePain', 'persistentSpot'];
const REMEDIES = ['ice', 'heat', 'ice-then-heat', 'aerobic-exercise', 'yoga-stretching', 'self-massage'];

/** The questions with a list for an answer: member of the history, words of it, start of the keys of their texts. */
const LISTS = /** @type {const} */ ([
  ['aggravators', 'aggravator', ['posture', 'overuse', 'inactivity', 'diet']],
  ['treatedBy', 'practitioner', ['physiotherapist', 'massage-therapist', 'chiropractor', 'general-practitioner']],
  ['treatments', 'treatment', ['massage', 'myofascial-release', 'exercises', 'acupuncture', 'ultrasound', 'tens', 'chiropractic-adjustment', 'injection']],
]);

export class History {
  #control;
  /** What is to be done when the record changes. @type {((history: Record<string, any>) => void)[]} */
  #syncs = [];
  #step = 0;
  #questions;

  /** @param {Control} control */
  constructor(control) {
    this.#control = control;
    const [aggravators, ...treated] = LISTS.map(([member, words, values]) => this.#list(member, words, values));
    this.#questions = [this.#signs(), ...(aggravators ? [aggravators] : []), this.#relief(), ...treated];
    this.back = button('', { text: 'panel.back' });
    this.next = button('', { class: 'next' });
    this.count = h('span', { class: 'count' });
    this.element = h('section', { class: 'history', part: 'history', hidden: true },
      h('h2', { class: 'title', text: 'history.title' }), h('p', { class: 'lead', text: 'history.lead' }),
      ...this.#questions, h('div', { class: 'steps' }, this.back, this.count, this.next));
    this.back.addEventListener('click', () => this.#turn(-1));
    this.next.addEventListener('click', () => this.#turn(1));
  }

  /** Writes all texts anew. */
  speak() {
    tell(this.element, this.#control.words);
  }

  /** @param {import('./state.js').State} state */
  sync({ record, ask, locked, clinician }) {
    this.element.hidden = !ask.has('history') || locked || clinician;
    if (this.element.hidden) return;
    for (const sync of this.#syncs) sync(record.history ?? {});
    this.#show();
  }

  /** Which question a telephone shows, and the way to the others. */
  #show() {
    const { words } = this.#control;
    const steps = this.#questions.length;
    this.#questions.forEach((each, index) => each.toggleAttribute('data-current', index === this.#step));
    const current = this.#questions[this.#step];
    write(this.count, words.text('panel.step', { step: this.#step + 1, steps }));
    write(this.next, words.text(current && isAnswered(current) ? 'panel.next' : 'panel.skip'));
    this.back.hidden = this.#step === 0;
    this.next.hidden = this.#step === steps - 1;
  }

  /** @param {number} by */
  #turn(by) {
    this.#step += by;
    this.#show();
    // The button at the end of the way is gone.
    const [pressed, other] = by < 0 ? [this.back, this.next] : [this.next, this.back];
    if (pressed.hidden) other.focus({ preventScroll: true });
    const legend = this.#questions[this.#step]?.querySelector('legend');
    legend?.scrollIntoView({ block: 'nearest' });
    this.#control.announce('', { text: legend?.textContent ?? '' });
  }

  #signs() {
    const rows = SIGNS.map((sign) => {
      const row = options([['true', 'answer.yes'], ['false', 'answer.no'], [PREFER_NOT_TO_SAY, 'answer.preferNot']], { label: `history.sign.${sign}` });
      listen(row, ([value]) => this.#change('signs', (signs) =>
        changed(signs, sign, value === undefined || value === PREFER_NOT_TO_SAY ? value : value === 'true')));
      this.#syncs.push(({ signs }) => check(row, [String(signs?.[sign])]));
      return h('div', { class: 'sign' }, h('p', { text: `history.sign.${sign}`, 'aria-hidden': 'true' }), row);
    });
    return question('signs', 'history.signs', ...rows);
  }

  /** @param {string} member @param {string} words @param {readonly string[]} values */
  #list(member, words, values) {
    const group = options([...values.map((value) => /** @type {[string, string]} */ ([value, `history.${words}.${value}`])), [NONE, 'history.none'],
      [PREFER_NOT_TO_SAY, 'answer.preferNot']], { many: true });
    listen(group, (chosen) => this.#change(member, (before) => listed(before, chosen)));
    this.#syncs.push((history) => check(group, ticks(history[member])));
    return question(member, `history.${member}`, group);
  }

  /** What was tried: each remedy with what came of it. */
  #relief() {
    const selects = REMEDIES.map((remedy) => {
      const select = h('select', { 'data-remedy': remedy }, h('option', { value: '', text: 'history.notTried' }), h('option', { value: 'tried', text: 'history.tried' }),
        ...['no', 'some', 'much'].map((helped) => h('option', { value: helped, text: `history.helped.${helped}` })));
      return h('label', { class: 'remedy' }, h('span', { text: `history.remedy.${remedy}` }), select);
    });
    const instead = options([[NONE, 'history.none'], [PREFER_NOT_TO_SAY, 'answer.preferNot']], { many: true });
    const element = question('relief', 'history.relief', ...selects, instead);
    const all = () => [...element.querySelectorAll('select')];
    element.addEventListener('change', (event) => {
      if (!(event.target instanceof HTMLSelectElement)) return;
      const tried = all().filter(({ value }) => value).map(({ value, dataset }) =>
        (value === 'tried' ? { what: dataset.remedy } : { what: dataset.remedy, helped: value }));
      this.#change('relief', () => (tried.length ? tried : undefined));
    });
    listen(instead, (chosen) => this.#change('relief', (before) => listed(before, chosen)));
    this.#syncs.push(({ relief }) => {
      check(instead, ticks(relief));
      for (const select of all()) {
        const entry = Array.isArray(relief) ? relief.find(({ what }) => what === select.dataset.remedy) : undefined;
        select.value = entry ? (entry.helped ?? 'tried') : '';
      }
    });
    return element;
  }

  /**
   * Hands the history on with one member changed; without any answer there is none.
   * @param {string} member
   * @param {(before: any) => unknown} change
   */
  #change(member, change) {
    const { history } = this.#control.state.record;
    const told = changed(history, member, change(history?.[member]));
    this.#control.act('history', told ? JSON.stringify(told) : '');
  }
}

/** A list as ticks: an empty list is "none". @param {unknown} answer @returns {string[]} */
function ticks(answer) {
  if (!Array.isArray(answer)) return answer === undefined ? [] : [String(answer)];
  return answer.length ? answer.map((word) => (typeof word === 'string' ? word : '')) : [NONE];
}

/**
 * Ticks as an answer: "none" and "prefer not to say" stand alone, and the last one that was chosen counts.
 * @param {unknown} before
 * @param {string[]} chosen
 */
function listed(before, chosen) {
  const old = ticks(before);
  const last = chosen.find((word) => !old.includes(word));
  if (last === PREFER_NOT_TO_SAY) return PREFER_NOT_TO_SAY;
  if (last === NONE) return [];
  const words = chosen.filter((word) => word !== NONE && word !== PREFER_NOT_TO_SAY);
  return words.length ? words : undefined;
}

