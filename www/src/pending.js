// The records that were set before the widget was ready, or are left when it has gone.

export class Pending {
  /** The last one: what the form sends meanwhile. @type {string | undefined} */
  latest;
  /** All are tried in turn, so that a refused one leaves the one before it. @type {string[]} */
  #texts = [];

  /**
   * Takes a text; what can't be a record at all is refused here.
   * @param {string} text
   * @returns {string} nothing, or after a line break the reason
   */
  add(text) {
    try {
      if (text && JSON.parse(text).format !== 'painmap/1') throw new Error('must be "painmap/1"');
    } catch (error) {
      return `\nnot a record: ${String(error)}`;
    }
    this.#texts.push(text);
    this.latest = text;
    return '';
  }

  /** Whether a record waits for the widget. */
  get waits() {
    return this.#texts.length > 0;
  }

  /** Gives all that waits. */
  take() {
    return this.#texts.splice(0);
  }
}

/** What a record has beside its answers. */
const BARE = /^(format|atlas|figure|recorded|shown|marks|noPain)$/;

/** The record without marks and without "no pain"; nothing where no other answer is left. @param {string} record */
export function cleared(record) {
  if (!record) return '';
  const map = { ...JSON.parse(record), marks: [], noPain: undefined };
  return Object.keys(map).every((name) => BARE.test(name)) ? '' : JSON.stringify(map);
}
