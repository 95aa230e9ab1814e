// A clinician's part: palpation findings of the selected mark, the essentials of a trigger point, what
// lies under it. None of it is loaded in a patient's hand.
import { button, changed, check, h, listen, Naming, options, question, tell, write } from './asking.js';

export { styles } from './findings-styles.js';

/** @typedef {import('./state.js').Control} Control */
/** @typedef {import('./state.js').Mark} Mark */

/** @typedef {import('./state.js').Anatomy} Anatomy */
/** @typedef {import('../clinician/anatomy.js').Muscle} Muscle */

const FINDINGS = ['tautBand', 'hypersensitiveSpot', 'referredPain', 'recognised', 'nodule', 'localTwitch'];
/** All three, by the 2018 Delphi study (Fernández-de-las-Peñas and Dommerholt, Pain Medicine, 10.1093/pm/pnx207). */
const ESSENTIALS = ['tautBand', 'hypersensitiveSpot', 'referredPain'];
const MOST_KPA = 5000;

export class Findings {
  #control;
  #rows;
  /** The mark and its place that the anatomy was asked of. */
  #asked = '';
  /** The mark that was shown last. */
  #about = '';

  /** @param {Control} control */
  constructor(control) {
    this.#control = control;
    this.title = h('h2', { class: 'title' });
    this.whose = h('p', { class: 'whose' });
    this.says = h('p', { class: 'says' });
    this.rating = question('intensity scale', 'ask.intensity', options(Array.from({ length: 11 }, (_, value) => [String(value), `=${value}`])));
    for (const input of this.rating.querySelectorAll('input')) input.parentElement?.setAttribute('data-intensity', input.value);
    listen(this.rating, ([value]) => control.answer('intensity', value === undefined ? null : Number(value)));
    this.#rows = FINDINGS.map((finding) => {
      const row = options([['true', 'clinician.present'], ['false', 'clinician.absent']], { label: `clinician.${finding}` });
      listen(row, ([value]) => this.#change(finding, value === undefined ? undefined : value === 'true'));
      return { finding, row, element: h('div', { class: 'sign' }, h('p', { text: `clinician.${finding}`, 'aria-hidden': 'true' }), row) };
    });
    this.threshold = h('input', { type: 'number', inputmode: 'numeric', min: 0, max: MOST_KPA, step: 1, label: 'clinician.threshold' });
    this.threshold.addEventListener('change', () => {
      const { value, valueAsNumber, validity } = this.threshold;
      if (validity.valid) this.#change('pressurePainThresholdKpa', value === '' ? undefined : valueAsNumber);
      else this.threshold.reportValidity();
    });
    // What is typed is this mark's, before a press selects another.
    this.threshold.addEventListener('focus', () => addEventListener('pointerdown', () => this.threshold.blur(), { capture: true, once: true }));
    this.essentials = h('ul', { class: 'essentials' });
    this.conclusion = h('p', { class: 'conclusion' });
    this.where = h('div', { class: 'where' });
    this.spread = button('spread');
    this.move = button('move');
    this.naming = new Naming(control, true);
    this.own = h('div', { class: 'row' }, this.spread, this.move, button('delete', { class: 'delete', text: 'panel.delete' }));
    this.element = h('section', { class: 'panel findings', part: 'panel findings', hidden: true },
      h('div', { class: 'panel-head' }, h('div', {}, this.title, this.whose), button('done', { class: 'done', text: 'done' })),
      this.says, this.rating,
      question('examined', 'clinician.title', ...this.#rows.map(({ element }) => element),
        h('label', { class: 'threshold' }, h('span', { text: 'clinician.threshold' }), this.threshold)),
      h('div', {}, h('h3', { text: 'clinician.essentials' }), this.essentials, this.conclusion, h('p', { class: 'ends', text: 'clinician.essentialsNote' })),
      this.where, this.naming.element, this.own);
  }

  /** Writes all texts anew. */
  speak() {
    tell(this.element, this.#control.words);
    this.naming.speak();
    this.#asked = '';
  }

  /** @param {import('./state.js').State} state */
  sync(state) {
    const { words } = this.#control;
    const { selected: mark, index, mode, record } = state;
    this.element.hidden = !mark || !state.clinician || state.locked || state.painting;
    if (!mark || this.element.hidden) return;
    const own = mark.by === 'clinician';
    write(this.title, words.text('panel.title', { number: index + 1, place: this.#control.place(index) }));
    write(this.whose, words.text(own ? 'clinician.ownMark' : 'clinician.patientMark'));
    this.says.hidden = own;
    write(this.says, this.#labelled('clinician.patientSays', this.#control.sentence(index)));
    this.rating.hidden = !own;
    check(this.rating, mark.intensity === undefined ? [] : [String(mark.intensity)]);
    this.own.hidden = !own;
    write(this.spread, words.text(mode === 'spread' ? 'spread.stop' : 'spread.add'));
    write(this.move, words.text(mode === 'move' ? 'panel.stopMove' : 'panel.move'));
    this.naming.sync(state);
    const findings = mark.findings ?? {};
    for (const { finding, row } of this.#rows) check(row, [String(findings[finding])]);
    const kpa = findings.pressurePainThresholdKpa;
    // What is being typed stays until it is done.
    const typing = this.#about === mark.id && this.threshold.matches(':focus');
    if (!typing && this.threshold.value !== String(kpa ?? '')) this.threshold.value = String(kpa ?? '');
    this.#about = mark.id;
    this.#conclude(findings);
    const asked = JSON.stringify([mark.id, mark.view, mark.at, mark.outline, mark.radiation, record.figure]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#tellWhere(asked, mark.id);
    }
  }

  /** Says which of the essentials are met; no more. @param {Record<string, boolean | undefined>} findings */
  #conclude(findings) {
    const { words } = this.#control;
    this.essentials.replaceChildren(...ESSENTIALS.map((finding) => {
      const met = findings[finding];
      const key = met === undefined ? 'clinician.notExamined' : met ? 'clinician.met' : 'clinician.notMet';
      return h('li', { class: met ? 'met' : '' }, this.#labelled(`clinician.${finding}`, words.text(key)));
    }));
    const all = ESSENTIALS.every((finding) => findings[finding]);
    const kind = findings.recognised === undefined ? 'unclassified' : findings.recognised ? 'active' : 'latent';
    write(this.conclusion, words.text(all ? `clinician.${kind}` : 'clinician.incomplete'));
  }

  /** @param {string} asked @param {string} id */
  async #tellWhere(asked, id) {
    this.where.replaceChildren();
    let found;
    try {
      found = await this.#control.anatomy(id);
    } catch {
      // The findings can be noted without it.
      return;
    }
    // Meanwhile another mark may have been chosen.
    if (asked === this.#asked) this.where.replaceChildren(...this.#anatomy(found));
  }

  /** @param {Anatomy} found */
  #anatomy({ level, landmarks, muscles, patterns }) {
    const { words } = this.#control;
    const list = (/** @type {string} */ title, /** @type {Node[]} */ items) => [
      h('h3', {}, words.text(title)),
      h('ul', {}, ...(items.length ? items : [h('li', {}, words.text('clinician.none'))])),
    ];
    const separator = words.text('say.separator');
    const where = (/** @type {Muscle} */ muscle, /** @type {string} */ which) =>
      [this.#name(muscle), ...(which === 'midline' ? [] : [words.text('say.comma'), words.text(`say.side.${which}`)])];
    return [
      h('h3', {}, words.text('clinician.where')),
      ...(level ? [h('p', {}, this.#labelled('clinician.level', level))] : []),
      // The atlas names landmarks in English alone.
      h('p', {}, this.#labelled('clinician.landmarks', ''), h('span', { lang: 'en' }, landmarks.join('; '))),
      ...list('clinician.muscles', muscles.map((muscle) =>
        h('li', {}, ...where(muscle, muscle.side), words.text('say.comma'), words.text(`clinician.layer.${muscle.layer}`)))),
      ...list('clinician.patterns', patterns.map(({ muscle, side, percent, sources }) =>
        h('li', {}, ...where(muscle, side), separator, words.text('clinician.covers', { percent }),
          h('span', { class: 'sources' }, this.#labelled('clinician.sources', ''), h('span', { lang: 'en' }, sources.map(({ title }) => title).join('; ')))))),
      h('p', { class: 'ends' }, words.text('clinician.patternsNote')),
    ];
  }

  /** @param {string} key @param {string} text */
  #labelled(key, text) {
    const { words } = this.#control;
    return words.text('say.labelled', { label: words.text(key), text });
  }

  /** English where the page is in English, else the Latin name, which every clinic knows. @param {Muscle} muscle */
  #name({ name, latinName }) {
    const isEnglish = this.#control.words.language === 'en' || !latinName;
    return h('span', { lang: isEnglish ? 'en' : 'la' }, isEnglish ? name : latinName);
  }

  /** @param {string} member @param {boolean | number | undefined} value */
  #change(member, value) {
    this.#control.answer('findings', changed(this.#control.state.selected?.findings, member, value) ?? null);
  }
}
