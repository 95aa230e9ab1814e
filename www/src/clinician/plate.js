// A plate of the body atlas in one element of a page: a body with its bones, landmarks and regions, and what
// lies at a place of it. For clinicians.
import { clinic, lines, loadDrawings } from './clinic.js';

/** @typedef {import('./clinic.js').Ask} Ask */
/** @typedef {import('./clinic.js').Program} Program */
/** A point, in body units or in units of the drawing. @typedef {[x: number, y: number]} Point */

/**
 * What lies at a place; empty off the body.
 * @typedef {object} Found
 * @property {string} name the region and its side in everyday words
 * @property {string} clinical the same in the clinic's words
 * @property {string} side left, right or midline: the person's own
 * @property {string} level the nearest vertebra, where that says something
 * @property {string} position the place by what can be felt
 * @property {string[][]} landmarks the nearest ones, each with how far it is
 * @property {string[][]} zones the agreed areas that hold the place, with definition and whose that is
 * @property {string} concept the published concept that the region is, or lies in
 * @property {boolean} within whether the region is a part of the concept
 * @property {string[][]} codes the concept's, with the system before it
 * @property {string} outline the region's, as path data
 */

/** How far off the body a place may be and still count as its nearest point. */
const SNAP = 150;
/** The same for the middle of the drawing, where the crosshair begins. */
const FAR = 5000;
/** Into how many steps the longer side of the drawing is cut. */
const STEPS = 240;

/** @returns {Found} */
const nothing = () => ({
  name: '', clinical: '', side: '', level: '', position: '', landmarks: [], zones: [], concept: '', within: false, codes: [], outline: '',
});

export class AtlasPlate {
  /** The body's point that was last looked at. @type {Point | undefined} */
  place;
  /** Where the crosshair is on the body. @type {Point | undefined} */
  pinned;
  found = nothing();
  #surface;
  #program;
  #ask;
  /** What is drawn: view and figure. @type {[view: string, figure: string] | undefined} */
  #drawn;

  /** @param {Element} surface what is drawn into @param {Program} program @param {Ask} ask */
  constructor(surface, program, ask) {
    this.#surface = surface;
    this.#program = program;
    this.#ask = ask;
  }

  /** A plate in an element, once all of the program is there. @param {Element} surface @param {Program} program */
  static async in(surface, program) {
    return new AtlasPlate(surface, program, await clinic(program));
  }

  /** Whether a drawing must be loaded first. @param {string} view @param {string} figure */
  lacks(view, figure) {
    return this.#ask('missing', [figure, view]) !== '';
  }

  /** Loads what it lacks. @param {string} view @param {string} figure */
  complete(view, figure) {
    return loadDrawings(this.#program, this.#ask, figure, [view]);
  }

  /**
   * Shows a part of the body, whose drawing must be there.
   * @param {string} view @param {string} figure @param {string} crop @param {boolean} bones @param {boolean} tints
   */
  show(view, figure, crop, bones, tints) {
    const before = this.#drawn;
    this.#ask('plate', [view, figure, crop, bones ? 1 : 0, tints ? 1 : 0], this.#surface);
    this.#drawn = [view, figure];
    // The crosshair stays at its place of the body, where that can be seen.
    if (before && this.pinned) {
      const kept = before[0] === view ? point(this.#ask('carry', [...before, ...this.pinned, figure])) : undefined;
      this.pinned = kept && this.#shows(kept) ? kept : undefined;
    }
    this.leave();
  }

  /** Looks at a place of the drawing. @param {number} x @param {number} y */
  at(x, y) {
    this.#look(this.#mirrored([x, y]));
  }

  /** Puts the crosshair on a place of the drawing; one just off the body counts. @param {number} x @param {number} y */
  pin(x, y) {
    const at = this.#mirrored([x, y]);
    this.#pin(this.#snapped(at, SNAP) ?? at);
  }

  /** Puts the crosshair on a point of the body. @param {number} x @param {number} y */
  pinBody(x, y) {
    if (this.#shows([x, y])) this.#pin([x, y]);
  }

  /**
   * Moves the crosshair by steps of the screen, as far as the drawing goes. It begins on the body near to
   * the middle.
   * @param {number} across @param {number} down
   */
  step(across, down) {
    const { x, y, width, height } = this.#frame();
    if (!this.pinned) {
      const middle = this.#mirrored([Math.round(x + width / 2), Math.round(y + height / 2)]);
      return this.#pin(this.#snapped(middle, FAR) ?? middle);
    }
    const step = Math.floor(Math.max(width, height) / STEPS);
    const [left, top] = this.#mirrored(this.pinned);
    const within = (/** @type {number} */ value, /** @type {number} */ least, /** @type {number} */ most) => Math.min(Math.max(value, least), most);
    return this.#pin(this.#mirrored([within(left + across * step, x, x + width), within(top + down * step, y, y + height)]));
  }

  /** Takes the crosshair away. */
  unpin() {
    this.pinned = undefined;
    this.leave();
  }

  /** Looks back at the crosshair, or at nothing where there is none. */
  leave() {
    const cursor = this.#surface.querySelector('.cursor');
    cursor?.toggleAttribute('data-pinned', this.pinned !== undefined);
    if (this.pinned) cursor?.setAttribute('transform', `translate(${this.#mirrored(this.pinned).join(' ')})`);
    this.#look(this.pinned);
  }

  /** @param {Point} at */
  #pin(at) {
    this.pinned = at;
    this.leave();
  }

  /** @param {Point | undefined} at */
  #look(at) {
    this.place = at;
    this.found = nothing();
    if (at && this.#drawn) {
      for (const [what = '', first = '', ...more] of lines(this.#ask('place', [...this.#drawn, ...at]))) {
        if (what === 'landmark' || what === 'zone' || what === 'code') this.found[/** @type {const} */ (`${what}s`)].push([first, ...more]);
        else if (what !== 'landmarks' && what in this.found) Object.assign(this.found, { [what]: first });
        if (what === 'concept') this.found.within = more[0] === 'within';
      }
    }
    this.#surface.querySelector('.light')?.setAttribute('d', this.found.outline);
  }

  /** From the drawing to the body and back: seen from behind and from its left, the body's x runs to the left. @param {Point} at @returns {Point} */
  #mirrored([x, y]) {
    const [view] = this.#drawn ?? [];
    return [view === 'posterior' || view === 'left' ? -x : x, y];
  }

  /** The nearest point of the body. @param {Point} at @param {number} distance */
  #snapped(at, distance) {
    return this.#drawn && point(this.#ask('snap', [...this.#drawn, ...at, distance]));
  }

  /** Whether a point of the body is in the drawing. @param {Point} at */
  #shows(at) {
    const { x, y, width, height } = this.#frame();
    const [left, top] = this.#mirrored(at);
    return left >= x && left <= x + width && top >= y && top <= y + height;
  }

  #frame() {
    return this.#surface.querySelector('svg')?.viewBox.baseVal ?? new DOMRect();
  }
}

/** @param {string} answer @returns {Point | undefined} */
function point(answer) {
  const [x, y] = answer.split('\t');
  return y === undefined ? undefined : [Number(x), Number(y)];
}
