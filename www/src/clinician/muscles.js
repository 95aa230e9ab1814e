// The muscles of the body atlas: names, facts, what lies under a place, and the drawing of them. For
// clinicians. Sides are the person's own; x and y are in body units.
import { clinic, lines } from './clinic.js';

/** @typedef {import('./clinic.js').Ask} Ask */

export class Muscles {
  #ask;

  /** @param {Ask} ask */
  constructor(ask) {
    this.#ask = ask;
  }

  /** @param {import('./clinic.js').Program} program */
  static async load(program) {
    return new Muscles(await clinic(program));
  }

  /** Every muscle, from the surface down. */
  names() {
    return this.#lines('names').map(([id = '', name = '', latin = '', layer = '']) => ({ id, name, latin, layer }));
  }

  /** What is said of a muscle, and whether it was read in its sources. @param {string} id */
  facts(id) {
    return this.#lines('facts', id).map(([topic = '', text = '', read, ...sources]) => ({ topic, text, isRead: read === 'read', sources }));
  }

  /** The published concepts of a muscle, with systems and codes in turn. @param {string} id */
  concepts(id) {
    return this.#lines('concepts', id).map(([name = '', is, secondary, ...codes]) => ({ name, isExact: is === 'is', isSecondary: secondary === 'secondary', codes }));
  }

  /**
   * The muscles under a point, from the skin down, with the nearest usual spot of each: where that is in
   * words, how far off in body units, and whether it was read in a source.
   * @param {string} view @param {string} figure @param {number} x @param {number} y
   */
  under(view, figure, x, y) {
    return this.#lines('under', view, figure, x, y).map(([id = '', name = '', side = '', layer = '', spot = '', distance, read]) => ({
      id, name, side, layer, spot, distance: Number(distance), isRead: read === 'read',
    }));
  }

  /**
   * The published patterns that cover a point.
   * @param {string} view @param {string} figure @param {number} x @param {number} y
   */
  covering(view, figure, x, y) {
    return this.#lines('covering', view, figure, x, y).map(([id = '', name = '', side = '', part = '']) => ({ id, name, side, part }));
  }

  /** The views in which a muscle, or its pattern, is drawn. @param {string} id @param {boolean} pattern @param {string} side empty for either */
  views(id, pattern, side) {
    return this.#lines('views', id, pattern ? 1 : 0, side).map(([view = '']) => view);
  }

  /**
   * Draws muscles into a group of a plate, which is emptied first.
   * @param {Element} group
   * @param {{ view: string, figure: string, width: number, height: number, layers: string[], lit: string, pattern: string, side: string }} what
   */
  draw(group, { view, figure, width, height, layers, lit, pattern, side }) {
    this.#ask('muscles', [view, figure, width, height, layers.join(' '), lit, pattern, side], group);
  }

  /** @param {string} question @param {...(string | number)} asked */
  #lines(question, ...asked) {
    return lines(this.#ask(question, asked));
  }
}
