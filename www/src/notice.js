// The safety notice while the fallback is the control: it stands over it, as it does over the map.
import { h, tell } from './interface/nodes.js';
import { languageOf, speak } from './words.js';

export class Notice {
  #element = h('div', { class: 'notice', part: 'notice' }, h('slot', { name: 'notice', text: 'notice' }));
  #host;
  /** What it stands over; nothing while the map is the control. @type {Element | undefined} */
  #over;
  #fault = h('p', { hidden: true });

  /** @param {Element} host */
  constructor(host) {
    this.#host = host;
    this.#element.append(this.#fault);
  }

  /** @param {Element} over @param {string} [fault] - the key of what there is to tell beside it */
  show(over, fault) {
    this.#over = over;
    this.#fault.hidden = !fault;
    if (fault) this.#fault.dataset.text = fault;
    this.speak();
  }

  takeAway() {
    this.#over = undefined;
    this.#element.remove();
  }

  /** Says it in the language of the page. Without its words there is none: whoever needs them next tells of that. */
  async speak() {
    if (!this.#over) return;
    const words = await speak(languageOf(this.#host)).catch(() => undefined);
    if (!words || !this.#over) return;
    Object.assign(this.#element, { lang: words.language, dir: words.direction });
    this.#over.before(this.#element);
    tell(this.#element, words);
  }
}
