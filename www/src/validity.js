// Whether an answer does, as the form asks for it, and whether the person has had their turn to give it.

/** @typedef {import('./interface/state.js').State} State */
/** @typedef {import('./interface/interface.js').Interface} Interface */
/** @typedef {{ required: boolean, readOnly: boolean, minMarks: number, maxMarks: number }} Asked */

/** What the element says of its answer: validity and states. */
export class Verdict {
  /** The page's own fault with the answer. */
  message = '';
  /** The person has had their turn. */
  #visited = false;
  #element;
  #internals;

  /** @param {HTMLElement & Asked} element @param {ElementInternals} internals */
  constructor(element, internals) {
    this.#element = element;
    this.#internals = internals;
  }

  /** @param {Interface | undefined} shown */
  judge(shown) {
    const [flags, message] = this.message ? [{ customError: true }, this.message] : faultOf(this.#element, shown);
    if (shown && message) this.#internals.setValidity(flags, message, shown.surface);
    else this.#internals.setValidity(flags, message);
    this.#state('empty', !isAnswered(shown?.state));
    this.#state('invalid', Boolean(message));
    this.#tellTurn();
  }

  /** The control begins anew. */
  forget() {
    this.#visited = false;
  }

  /** The focus has gone out of the element. @param {boolean} dirty - something was answered */
  left(dirty) {
    this.#visited ||= dirty;
    this.#tellTurn();
  }

  /**
   * The answer was found not to do. Where that takes the person to the map, or to another fault of the form,
   * they have had their turn; a page may also ask for ends of its own, and then they have not.
   * @param {HTMLElement | undefined} surface
   */
  refused(surface) {
    const root = /** @type {ShadowRoot} */ (this.#internals.shadowRoot);
    const before = root.activeElement;
    requestAnimationFrame(() => {
      const isTaken = this.#element.matches(':focus') && root.activeElement !== before;
      if (!isTaken && !this.#internals.form?.querySelector(':user-invalid')) return;
      this.#visited = true;
      this.#tellTurn();
      if (isTaken) surface?.focus();
    });
  }

  #tellTurn() {
    this.#state('user-invalid', this.#visited && !this.#internals.validity.valid);
  }

  /** @param {string} name @param {boolean} on */
  #state(name, on) {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}

/** Whether anything was answered: marks, or "no pain". @param {State | undefined} state */
function isAnswered(state) {
  return Boolean(state && (state.record.marks.length || state.record.noPain));
}

/**
 * What is wrong with the answer, in flags and in words.
 * @param {Asked} asked
 * @param {{ state: State | undefined, words: import('./words.js').Words } | undefined} shown
 * @returns {[ValidityStateFlags, string]}
 */
function faultOf({ required, readOnly, minMarks, maxMarks }, shown) {
  if (!shown?.state || readOnly) return [{}, ''];
  const { state, words } = shown;
  const count = state.record.marks.length;
  if (required && !isAnswered(state)) return [{ valueMissing: true }, words.text('invalid.missing')];
  // As with a text's least length, nothing at all is not too little.
  if (count && count < minMarks) return [{ rangeUnderflow: true }, words.text('invalid.tooFew', { count: minMarks })];
  if (count > maxMarks) return [{ rangeOverflow: true }, words.text('invalid.tooMany', { count: maxMarks })];
  return [{}, ''];
}
