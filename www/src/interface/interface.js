// All that stands round the map: it follows the record and hands on what a person chooses. The frame is
// there from the start; the questions are loaded right after it, whatever is marked, and what few pages need
// where it is needed.
import { afterPaint, load as loadProgram } from '../loading.js';
import { Frame } from './frame.js';

/** @typedef {import('../pain_map.js').Widget} Widget */
/** @typedef {import('../words.js').Words} Words */
/** @typedef {import('./state.js').State} State */

/**
 * What the element does for its interface.
 * @typedef {object} Host
 * @property {(call: (widget: Widget) => number) => void} run a person's act
 * @property {<T>(call: (widget: Widget) => T) => T | undefined} ask what the widget tells; nothing while it is busy
 * @property {(widget: Widget, action: string, value: string) => number} act
 * @property {(error: unknown) => void} failed something that is loaded later did not come
 */

/**
 * What the page says.
 * @typedef {object} Page
 * @property {boolean} locked
 * @property {boolean} disabled
 * @property {boolean} clinician
 * @property {boolean} small the questions lie over the page, with a prompt of their own
 * @property {string} previous last visit's record
 * @property {string} ask
 * @property {string} views
 * @property {string} name what the page calls the control
 */

/** A part that was loaded later. @typedef {{ element: HTMLElement, speak(): void, sync?(state: State): void, end?(): void }} Part */

/** The styles of what is loaded later, for all elements of the page. @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

export class Interface {
  /** The record as it was told last. */
  text = '';
  /** @type {State | undefined} */
  state;
  /** @type {Record<string, any>} */
  #record = { marks: [] };
  #root;
  #host;
  #frame;
  /** The state is to be shown after the next paint. */
  #scheduled = false;
  #shown = false;
  #isPlaced = false;
  #isGone = false;
  #wasPainting = false;
  /** What the page said last. @type {Page | undefined} */
  #page;
  /** @type {Map<string, Part>} */
  #parts = new Map();
  /** @type {Map<string, Promise<void>>} */
  #loading = new Map();
  #control;
  /** @type {typeof import('../pain_map.js') | undefined} */
  #program;

  /** @param {HTMLElement} root @param {Words} words @param {Host} host */
  constructor(root, words, host) {
    this.#root = root;
    this.#host = host;
    const tell = (/** @type {(widget: Widget) => string} */ call) => host.ask(call) ?? '';
    /** @type {import('./state.js').Control} */
    this.#control = {
      words,
      state: /** @type {any} */ (undefined),
      act: (action, value = '') => host.run((widget) => host.act(widget, action, String(value))),
      answer: (member, value) => host.run((widget) => widget.answer(member, JSON.stringify(value))),
      place: (index) => tell((widget) => widget.place(index)),
      sentence: (index) => tell((widget) => widget.sentence(index)),
      end: (index, spread) => tell((widget) => widget.end(index, spread)),
      places: () => tell((widget) => widget.places).split('\n').filter(Boolean),
      value: () => this.text,
      draw: (surface) => this.#program && new this.#program.Widget(surface, this.words.json),
      anatomy: async (id) => {
        const { anatomy } = await this.loadAnatomy();
        return anatomy(await loadProgram(), this.text, id);
      },
      announce: (key, values) => this.#frame.announce(key ? this.words.text(key, values) : String(values?.text)),
    };
    root.replaceChildren();
    this.#frame = new Frame(root, this.#control);
    this.speak(words);
  }

  get surface() {
    return this.#frame.surface;
  }

  get words() {
    return this.#control.words;
  }

  /** Says everything in this language. @param {Words} words */
  speak(words) {
    this.#control.words = words;
    // What was announced in another language is over.
    if (this.#root.lang !== words.language) this.#frame.announce('');
    this.#root.dir = words.direction;
    this.#root.lang = words.language;
    this.#frame.speak();
    for (const part of this.#parts.values()) part.speak();
  }

  /** Loads what this hand may need. @param {Page} page @returns {Promise<void>} */
  async load(page) {
    const { words } = this;
    const { clinician } = page;
    if (!clinician) this.#takeAway('findings');
    await Promise.all([
      this.#loadAsking(), needsFurther(page) && this.#loadFurther(), clinician && this.#load('findings', () => this.#addFindings()),
      words.more(clinician), loadProgramFor('asking'),
    ]);
    // Meanwhile another language may be spoken.
    if (words !== this.words) return this.load(page);
    // A mark that was tapped before has no name yet.
    this.#host.ask((widget) => widget.speak(words.json, Boolean(this.state?.record.marks.length)));
    this.speak(words);
    if (this.#page) this.sync(this.#page);
  }

  /** Loads all that may ever be needed. @param {boolean} clinician */
  async loadAll(clinician) {
    await Promise.all([this.#loadFurther(), this.loadBrush(), clinician && this.loadAnatomy()]);
  }

  /** Loads what paints. */
  async loadBrush() {
    await this.#load('brush', () => loadProgramFor('painting'));
    this.#host.run((widget) => widget.brushArrived());
  }

  /** The brush is chosen: the map is busy until it is there. */
  takeBrush() {
    this.loadBrush().catch((error) => {
      this.#host.failed(error);
      this.#control.act('tool', 'spot');
    });
  }

  /** Loads all that tells what lies under a mark. */
  async loadAnatomy() {
    const anatomy = await import('../clinician/anatomy.js');
    await anatomy.clinicFor(await loadProgram(), this.text);
    return anatomy;
  }

  /** Opens the help sheet, or takes the focus to the questions. @param {string} what */
  async open(what) {
    await (what === 'help' ? this.#loadFurther() : this.#loadAsking());
    this.#flush();
    if (what === 'help') /** @type {import('./help.js').Help | undefined} */ (this.#parts.get('help'))?.open();
    else for (const part of this.#parts.values()) if (part.element.matches('.panel:not([hidden])')) focusIn(part.element);
  }

  /** Shows what the record and the page say. @param {Page} page */
  sync(page) {
    this.#page = page;
    const { ask } = this.#host;
    const text = ask((widget) => widget.value);
    const told = ask((widget) => widget.state);
    if (text === undefined || told === undefined) return;
    if (text !== this.text) this.#record = JSON.parse(text);
    this.text = text;
    const record = /** @type {State['record']} */ ({ ...this.#record, marks: this.#record.marks ?? [] });
    const [mode = '', brush, view = '', crop = '', zoom, canUndo, canRedo, id] = told.split('\n');
    const index = record.marks.findIndex((mark) => mark.id === id);
    const { locked, disabled, clinician, previous, small } = page;
    const canAdopt = Boolean(previous) && !record.marks.length && !record.noPain && !locked && !clinician && takes(record, previous);
    this.state = this.#control.state = {
      record, index, selected: record.marks[index], mode, brush: Number(brush), painting: small && /^(area|eraser)$/.test(mode), locked, disabled, clinician, view, crop,
      zoom: Number(zoom), canUndo: canUndo === 'true', canRedo: canRedo === 'true', canAdopt, ask: new Set(page.ask.split(/\s+/)),
    };
    if (this.#parts.size && needsFurther(page)) this.#loadFurther().catch((error) => this.#host.failed(error));
    const waits = this.#scheduled;
    this.#scheduled = true;
    if (!waits) afterPaint(() => this.#flush());
    if (!this.#shown) this.#flush();
  }

  /** The drawing is on the screen: now what stands round it follows. */
  #flush() {
    const { state } = this;
    if (!this.#scheduled || !state || !this.#page) return;
    const { ask } = this.#host;
    const { activeElement } = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    this.#scheduled = false;
    this.#shown = true;
    this.#frame.sync(state, this.#page, state.locked || state.clinician ? (ask((widget) => widget.history()) ?? '') : '');
    for (const part of this.#parts.values()) part.sync?.(state);
    // While an area is painted, the questions wait.
    if (this.#isPlaced || (this.#wasPainting && !state.painting)) this.#place();
    this.#wasPainting = state.painting;
    this.#isPlaced = false;
    // What goes away must not take the focus with it.
    if (activeElement && activeElement !== this.surface && (activeElement.matches(':disabled') || !activeElement.checkVisibility())) this.surface.focus({ preventScroll: true });
    this.#tellSaid(ask((widget) => widget.said) ?? '');
  }

  /** Lets the questions come at the edge of the screen that is further from the mark. */
  place() {
    this.#isPlaced = true;
  }

  #place() {
    const disc = this.#root.querySelector('.mark[data-selected]')?.getBoundingClientRect();
    const low = disc !== undefined && disc.top > innerHeight / 2;
    for (const panel of this.#root.querySelectorAll('.panel')) panel.classList.toggle('high', low);
  }

  remove() {
    this.#isGone = true;
    for (const part of this.#parts.values()) part.end?.();
    this.#root.replaceChildren();
  }

  /** What the widget has to say of the last act: the key of a text. @param {string} key */
  #tellSaid(key) {
    const { index } = this.#control.state;
    if (!key) return;
    if (key === 'sentence') this.#frame.announce(this.#control.sentence(index));
    else this.#frame.announce(this.words.text(key, { number: index + 1, place: index < 0 ? '' : this.#control.place(index) }));
  }

  /** @param {string} name @param {() => Promise<void>} load */
  #load(name, load) {
    const loading = this.#loading.get(name) ?? load();
    this.#loading.set(name, loading);
    // What failed may be tried again.
    loading.catch(() => this.#loading.delete(name));
    return loading;
  }

  #loadAsking() {
    return this.#load('asking', () => this.#addAsking());
  }

  #loadFurther() {
    return this.#load('further', () => this.#addFurther());
  }

  async #addAsking() {
    const { List, Naming, Questions, styles } = await import('./asking.js');
    this.#program = await loadProgram();
    // Meanwhile the element may have gone: what listens to the page would keep it.
    if (this.#isGone) return;
    this.#adopt(styles);
    const { marks, empty, zoom } = this.#frame;
    this.#add('list', new List(this.#control), (element) => empty.after(element));
    const questions = new Questions(this.#control);
    zoom.after(questions.finish);
    this.#add('questions', questions, (element) => marks.before(element));
    this.#add('naming', new Naming(this.#control), (element) => marks.append(element));
  }

  async #addFurther() {
    const [{ Help, History, Plates, styles }] = await Promise.all([import('./further.js'), this.#loadAsking()]);
    if (this.#isGone) return;
    this.#adopt(styles);
    const { work } = this.#frame;
    this.#add('history', new History(this.#control), (element) => work.after(element));
    this.#add('plates', new Plates(this.#control), (element) => work.after(element));
    this.#add('help', new Help(this.#control), (element) => this.#root.append(element));
  }

  async #addFindings() {
    const [{ Findings, styles }] = await Promise.all([import('./findings.js'), this.#loadAsking()]);
    if (this.#isGone) return;
    this.#adopt(styles);
    // Meanwhile it may be a patient's again, or have been loaded by another way.
    if (this.state && !this.state.clinician) this.#loading.delete('findings');
    else if (!this.#parts.has('findings')) this.#add('findings', new Findings(this.#control), (element) => this.#frame.marks.before(element));
  }

  /** The styles of what was loaded later. @param {string} styles */
  #adopt(styles) {
    const root = /** @type {ShadowRoot} */ (this.#root.getRootNode());
    const sheet = sheets.get(styles) ?? new CSSStyleSheet();
    if (!sheets.has(styles)) sheet.replaceSync(styles);
    sheets.set(styles, sheet);
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  /** @param {string} name */
  #takeAway(name) {
    this.#parts.get(name)?.element.remove();
    this.#parts.delete(name);
    this.#loading.delete(name);
  }

  /** @param {string} name @param {Part} part @param {(element: HTMLElement) => void} put */
  #add(name, part, put) {
    this.#parts.set(name, part);
    put(part.element);
    part.speak();
    if (this.state) part.sync?.(this.state);
  }
}

/** Loads a later part of the program. @param {'asking' | 'painting'} part */
async function loadProgramFor(part) {
  const { loadPart } = await import('../parts/parts.js');
  await loadPart(await loadProgram(), part);
}

/** Whether the questions about the whole are asked, or a record that is only looked at may be printed. @param {Page} page */
function needsFurther({ locked, disabled, clinician, ask }) {
  return locked ? !disabled : !clinician && /(^|\s)history(\s|$)/.test(ask);
}

/** Whether a record that was begun can take over another's marks. @param {Record<string, any>} record @param {string} previous */
function takes(record, previous) {
  if (!record.history && !record.note) return true;
  try {
    return figureOf(record) === figureOf(JSON.parse(previous));
  } catch {
    // What is no record is told of when it is to be taken over.
    return true;
  }
}

/** @param {{ figure?: string }} record */
function figureOf({ figure = 'neutral' }) {
  return figure;
}

/** Takes the focus to the first question that is seen, and in it to its answer. @param {Element} panel */
function focusIn(panel) {
  const controls = /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('input, select, textarea'));
  const first = [...controls].find((control) => control.checkVisibility());
  const answer = first?.closest('.options')?.querySelector('input[type=radio]:checked');
  (answer instanceof HTMLElement ? answer : first)?.focus();
}
