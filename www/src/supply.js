// The drawings that the widget lacks are fetched while it goes on without them.
import { load } from './loading.js';

/** @typedef {import('./pain_map.js').Widget} Widget */

/**
 * What the element does for its supply.
 * @typedef {object} Host
 * @property {<T>(call: (widget: Widget) => T) => T | undefined} ask what the widget tells; nothing while it is busy
 * @property {() => void} arrived
 * @property {(error: unknown) => void} failed
 */

export class Supply {
  /** What was missing last. */
  #missing = '';
  #host;

  /** @param {Host} host */
  constructor(host) {
    this.#host = host;
  }

  /** Fetches all that is missing; what fails once is not asked for without end. @returns {Promise<void>} */
  async complete() {
    const { ask, arrived, failed } = this.#host;
    const missing = ask((widget) => widget.missing) ?? '';
    if (missing === this.#missing) return;
    this.#missing = missing;
    if (!missing) return;
    let lost = false;
    try {
      const { loadDrawing } = await import('./views/drawings.js');
      await loadDrawing(missing, await load());
    } catch (error) {
      failed(error);
      lost = true;
    }
    // Meanwhile something else may be asked for.
    ask((widget) => (lost && widget.missing === missing ? widget.giveUp() : widget.arrived()));
    arrived();
    await this.complete();
  }
}
