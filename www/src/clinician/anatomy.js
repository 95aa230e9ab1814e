// What lies under a mark, for a clinician's hand alone: it compares drawings and names no cause.
import { clinicFor, lines } from './clinic.js';

export { clinicFor };

/**
 * @typedef {object} Muscle
 * @property {string} name in English
 * @property {string} latinName
 */

/**
 * @typedef {object} Anatomy
 * @property {string} level the nearest vertebra; empty where that says nothing
 * @property {string} position the place by what can be felt, in English; empty off the body
 * @property {string[]} landmarks the nearest ones in English, the nearest first
 * @property {(Muscle & { layer: string, side: string })[]} muscles what lies under the mark, from the skin down
 * @property {{ muscle: Muscle, side: string, percent: number, sources: { title: string }[] }[]} patterns the
 *   published patterns that cover the mark, those that cover most of it first
 */

/**
 * What the atlas says of the place of a mark.
 * @param {import('./clinic.js').Program} program
 * @param {string} value the record as JSON
 * @param {string} id the mark's
 * @returns {Promise<Anatomy>}
 * @throws {import('./clinic.js').RecordError} when the text is no record
 */
export async function anatomy(program, value, id) {
  const ask = await clinicFor(program, value);
  /** @type {Anatomy} */
  const found = { level: '', position: '', landmarks: [], muscles: [], patterns: [] };
  for (const [what, first = '', second = '', third = '', fourth = '', ...sources] of lines(ask('mark', [id, value]))) {
    if (what === 'level' || what === 'position') found[what] = first;
    else if (what === 'landmark') found.landmarks.push(first);
    else if (what === 'muscle') found.muscles.push({ layer: first, name: second, latinName: third, side: fourth });
    else if (what === 'pattern') {
      const muscle = { name: first, latinName: second };
      found.patterns.push({ muscle, side: third, percent: Number(fourth), sources: sources.map((title) => ({ title })) });
    }
  }
  return found;
}
