// The later half of the program, loaded once for the page when something is first asked of it.
import english from '../locales/en.js';
import clinicEnglish from '../locales/en-clinic.js';
import moreEnglish from '../locales/en-more.js';
import { loadPart } from '../parts/parts.js';
import { loadDrawing } from '../views/drawings.js';

/** The first half, as `load` of `element.js` gives it. @typedef {typeof import('../pain_map.js')} Program */

/**
 * Asks a question; `crates/painmap-wasm/src/clinic/mod.rs` lists them. What is drawn goes into `into`.
 * @typedef {(question: string, lines: (string | number)[], into?: Element) => string} Ask
 */

/** A record that is refused: `pointer` is the place in it (a JSON Pointer), `message` the reason. */
export class RecordError extends Error {
  /** @override */
  name = 'RecordError';

  /** @param {string} message @param {string} pointer */
  constructor(message, pointer) {
    super(message);
    this.pointer = pointer;
  }
}

// The left and the right view are one drawing.
const VIEWS = ['posterior', 'anterior', 'left'];

/** What was loaded, by the program that it belongs to. @type {WeakMap<Program, Promise<Ask>>} */
const loaded = new WeakMap();

/** Loads the file, or gives what is on its way or there. @param {Program} program */
export function clinic(program) {
  const known = loaded.get(program);
  if (known) return known;
  const loading = start(program);
  loaded.set(program, loading);
  // What failed may be tried again.
  loading.catch(() => loaded.delete(program));
  return loading;
}

/** @param {Program} program @returns {Promise<Ask>} */
async function start(program) {
  await loadPart(program, 'clinic');
  const ask = asking(program);
  ask('english', [JSON.stringify({ ...english, ...moreEnglish, ...clinicEnglish })]);
  return ask;
}

/** @param {Program} program @returns {Ask} */
const asking = (program) => (question, asked, into) => {
  // All but the last are of one line: a break in one would make it two.
  const text = asked.map((line, index) => (index < asked.length - 1 ? String(line).replaceAll('\n', ' ') : line)).join('\n');
  try {
    return program.ask(question, text, into);
  } catch (fault) {
    if (typeof fault !== 'string') throw fault;
    const end = fault.lastIndexOf('\n');
    // Without a place it is the call that is wrong.
    throw end < 0 ? new TypeError(fault) : new RecordError(fault.slice(end + 1), fault.slice(0, end));
  }
};

/**
 * Loads the file and every drawing of a record's figure: which of them its marks need is nobody's business.
 * @param {Program} program @param {string} value
 */
export async function clinicFor(program, value) {
  const ask = await clinic(program);
  await loadDrawings(program, ask, figureOf(value), VIEWS);
  return ask;
}

/** What can't be read is told later, with its place. @param {string} value */
function figureOf(value) {
  try {
    return String(JSON.parse(value).figure ?? 'neutral');
  } catch {
    return 'neutral';
  }
}

/**
 * Loads what is missing of a figure's drawings.
 * @param {Program} program @param {Ask} ask @param {string} figure @param {string[]} views
 */
export async function loadDrawings(program, ask, figure, views) {
  for (;;) {
    const missing = lines(ask('missing', [figure, ...views]));
    if (!missing.length) return;
    await Promise.all(missing.map(([name = '']) => loadDrawing(name, program)));
  }
}

/** The lines of an answer, each as its parts. @param {string} answer */
export const lines = (answer) => (answer ? answer.split('\n').map((line) => line.split('\t')) : []);
