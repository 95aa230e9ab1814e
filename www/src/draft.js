// An element's draft: loads the module that stores, where the page wants a draft at all.

/** @typedef {typeof import('./drafts.js')} Store */

export class Draft {
  #element;
  /** Once it is there, a draft is kept at once: the page may go in the next moment. @type {Store | undefined} */
  #store;
  /** The draft was given up: one that is being read is none any more. */
  #isGivenUp = false;

  /** @param {HTMLElement & { draft: string, form: HTMLFormElement | null }} element */
  constructor(element) {
    this.#element = element;
  }

  /** What was kept; empty where nothing was. */
  async restored() {
    const { draft } = this.#element;
    if (!draft) return '';
    const store = await this.#load();
    return this.#isGivenUp ? '' : store.readDraft(draft);
  }

  /** @param {string} value - the record */
  keep(value) {
    this.#use((store, key) => {
      store.forgetWhenSent(this.#element.form);
      store.keepDraft(key, value);
    });
  }

  discard() {
    this.#isGivenUp = true;
    this.#use((store, key) => store.discardDraft(key));
  }

  /** @param {(store: Store, key: string) => void} act */
  #use(act) {
    const { draft } = this.#element;
    if (!draft) return;
    if (this.#store) act(this.#store, draft);
    else this.#load().then((store) => act(store, draft));
  }

  async #load() {
    this.#store ??= await import('./drafts.js');
    this.#store.forgetWhenSent(this.#element.form);
    return this.#store;
  }
}
